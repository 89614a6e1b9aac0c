"""What search knows of a guide besides the words on its pages: what a page is, its other names, and the signs."""

from collections.abc import Iterator, Mapping
from typing import Any, get_args

from kit.guide import EVIDENCE, EXERCISES, Guide
from kit.questions.question import words
from kit.search.article import Part
from kit.search.index import Entry
from kit.search.lexicon import Lexicon
from kit.views.place import address
from kit.words.names import Level

LEVELS = get_args(Level)


def lexicon_of(guide: Guide) -> Lexicon:
    """Return the lexicon of a guide, an empty one where it has none."""
    return guide.lexicon or Lexicon()


def kind_of(guide: Guide, uri: str) -> str:
    """Return what a page is: an answer, an exercise, evidence, the page of the signs, or a page like others."""
    folder, _, name = uri.rpartition("/")
    if guide.faq and uri in guide.faq.by_uri:
        return "answer"
    if folder == EXERCISES and name.removesuffix(".md") in guide.catalogue.exercises:
        return "exercise"
    if folder == EVIDENCE:
        return "evidence"
    return "sign" if guide.signs and uri == _help_page(guide) else "page"


def marked_in(guide: Guide, uri: str) -> frozenset[str]:
    """Return the anchors of a page that stand for something by themselves: those of the signs."""
    return frozenset(sign.id for sign in guide.signs) if uri == _help_page(guide) else frozenset()


def entry_of(guide: Guide, uri: str, title: str, parts: tuple[Part, ...]) -> Entry:
    """Return a page as search finds it."""
    asked = guide.faq.by_uri.get(uri) if guide.faq else None
    names = (*(words(asked) if asked else ()), *lexicon_of(guide).names.get(uri, ()))
    return Entry(address(guide, uri), title, kind_of(guide, uri), names, parts)


def finding_of(guide: Guide) -> dict[str, Any]:
    """Return what finds exercises by words: small words, words of one meaning, and the other names of each exercise."""
    lexicon = lexicon_of(guide)
    names = {uri.removeprefix(f"{EXERCISES}/").removesuffix(".md"): each for uri, each in lexicon.names.items()}
    known = {slug: each for slug, each in names.items() if slug in guide.catalogue.exercises}
    return {"small": lexicon.small_words, "same": lexicon.same, "names": known}


def head_of(guide: Guide, entries: Mapping[str, Entry]) -> dict[str, Any]:
    """Return what the head of the index says besides the words: labels, small words, meanings and signs."""
    lexicon, say = lexicon_of(guide), guide.words.search if guide.words else None
    page = entries.get(_help_page(guide) or "")
    anchors = {part.anchor for part in page.parts} if page else set()
    return {
        "say": say.model_dump(by_alias=True) if say else {},
        "small": lexicon.small_words,
        "same": lexicon.same,
        "harmless": lexicon.harmless,
        "signs": list(_signs(guide, page.address, anchors)) if page else [],
    }


def _signs(guide: Guide, place: str, anchors: set[str]) -> Iterator[dict[str, Any]]:
    """Yield the signs that people search for, the most urgent first, each with the place that tells of it."""
    for sign in sorted(guide.signs, key=lambda each: LEVELS.index(each.level)):
        if sign.words:
            target = f"{place}#{sign.id}" if sign.id in anchors else place
            yield {"address": target, "level": sign.level, "text": sign.text, "words": sign.words}


def _help_page(guide: Guide) -> str | None:
    """Return the path of the page about getting help."""
    wanted = guide.settings.help.page if guide.settings.help else None
    return next((uri for uri in guide.addresses if wanted is not None and address(guide, uri) == wanted), None)
