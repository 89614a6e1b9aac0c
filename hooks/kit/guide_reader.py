"""Reading a guide: each source once, with every problem found on the way, by subject."""

import posixpath
import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import replace
from functools import lru_cache
from pathlib import PurePosixPath
from typing import TypeVar

from kit import front_matter
from kit.cards.deck import Deck, read_decks
from kit.cards.log import read_log, read_plan
from kit.entry import Entry, Unread
from kit.evidence.audit import audit, newest_check
from kit.evidence.citation import Citation, citations
from kit.evidence.ledger import Ledger, read_ledger
from kit.evidence.treatment import Treatment, survey, unused
from kit.exercises.catalogue import Catalogue, read_all
from kit.exercises.caution import read_cautions
from kit.exercises.vocabulary import read_vocabulary
from kit.figures import diagram
from kit.front_matter import FrontMatter
from kit.guide import (
    CARDS,
    CAUTIONS,
    CHARTS,
    DIAGRAMS,
    DRAWN,
    EVIDENCE,
    EXERCISES,
    LEXICON,
    LOG,
    PLAN,
    QUESTIONS,
    SETS,
    SIGNS,
    TODAY,
    TODAY_DATA,
    VOCABULARY,
    WORDS,
    Guide,
    Sources,
    subject_of,
)
from kit.pages.heavy import too_heavy
from kit.pages.page import Page, read_page
from kit.problem import Problem, did_you_mean, problem
from kit.questions.faq import INDEX, THEMES, Faq, read_faq
from kit.record import rule_of
from kit.search.lexicon import read_lexicon
from kit.settings import Settings, read_settings
from kit.sign import Sign, read_signs
from kit.today.checks import TEXTS, read_today
from kit.today.tree import Today
from kit.words.words import Words, read_words
from pydantic import BaseModel

LEDGER = ("claims", "facts", "references", "charts")
NAME = re.compile(r"[a-z0-9]+([-_.][a-z0-9]+)*")
"""What the name of a page looks like."""
EMPTY = "this file is empty, expected words or keys and values. Write them, or delete the file."
Value = TypeVar("Value")
Model = TypeVar("Model", bound=BaseModel)


def read_guide(sources: Sources) -> Guide:
    """Return the guide in its sources, with every problem, by subject: settings, words, pages, exercises, … ."""
    reader = _Reader(sources)
    settings = _settings(reader)
    words = reader.data("words", WORDS, read_words)
    signs = reader.entries("words", SIGNS, read_signs)
    lexicon = reader.data("search", LEXICON, read_lexicon, sources.addresses.keys())
    matters = reader.matters()
    catalogue = _catalogue(reader, matters, words)
    ledger = _ledger(reader)
    checked = newest_check(matter.record for matter in matters.values())
    reader.keep("evidence", (None, audit(ledger, sections=settings.evidence.sections, checked=checked)))
    faq = _faq(reader, matters, words)
    diagrams = reader.data("figures", DIAGRAMS, diagram.read)
    today, cites = _today(reader, signs, catalogue)
    pages = _pages(reader, matters)
    _missing_figures(reader, pages, matters, diagrams[0].diagrams if diagrams else ())
    _missing_words(reader, words, _needed(reader, catalogue, faq, ledger, today))
    return Guide(
        docs=sources.docs,
        site=sources.site,
        settings=settings,
        addresses={**sources.addresses, **_made(today, sources.addresses)},
        names=sources.names,
        words=words,
        signs=signs,
        lexicon=lexicon,
        pages={**pages, **_made_pages(today)},
        matters=matters,
        catalogue=catalogue,
        faq=faq,
        ledger=ledger,
        treatments=_treatments(reader, ledger, matters, words, cites),
        today=today,
        diagrams=diagrams,
        decks=_decks(reader, catalogue),
        plan=_sheet(reader, PLAN, read_plan),
        log=_sheet(reader, LOG, read_log),
        unreadable=frozenset(sources.unread) | (sources.addresses.keys() - matters.keys()),
        problems={subject: tuple(sorted(set(found))) for subject, found in reader.told.items()},
        unmade=_unmade(reader, matters, (words, catalogue, faq, ledger, today)),
    )


def without_today(guide: Guide) -> Guide:
    """Return a guide that asks nothing for today, and so makes no pages of it; its problems stay."""
    made = _made(guide.today, guide.addresses)
    return replace(
        guide,
        today=None,
        addresses={uri: each for uri, each in guide.addresses.items() if uri not in made},
        pages={uri: each for uri, each in guide.pages.items() if uri not in made},
        treatments={uri: each for uri, each in guide.treatments.items() if uri not in made},
    )


class _Reader:
    """The sources of a guide while it is read, and the problems that came up, by subject."""

    def __init__(self, sources: Sources) -> None:
        self.sources = sources
        self.told: dict[str, list[Problem]] = {}

    def named(self, uri: str) -> str:
        """Return a path as messages have it."""
        return f"{self.sources.docs}/{uri}"

    def keep(self, subject: str, read: tuple[Value, list[Problem]]) -> Value:
        """Return what was read, and keep its problems."""
        self.told.setdefault(subject, []).extend(read[1])
        return read[0]

    def data(
        self, subject: str, uri: str, read: Callable[..., tuple[Value | None, list[Problem]]], *more: object
    ) -> Value | None:
        """Return what a data file holds, or None where there is none that can be read."""
        raw = self.sources.texts.get(uri)
        if raw is None or self.is_empty(subject, uri):
            return None
        return self.keep(subject, read(raw, *more, file=self.named(uri)))

    def is_empty(self, subject: str, uri: str) -> bool:
        """Return whether there is a file with nothing in it, and keep that as a problem."""
        if (raw := self.sources.texts.get(uri)) is None or raw.strip():
            return False
        self.keep(subject, (None, [problem(self.named(uri), 1, "empty", EMPTY)]))
        return True

    def entries(
        self, subject: str, uri: str, read: Callable[..., tuple[tuple[Entry[Model], ...], list[Problem]]], *more: object
    ) -> tuple[Model, ...]:
        """Return the entries of a data file; none where there is no such file."""
        raw = self.sources.texts.get(uri)
        empty = raw is None or self.is_empty(subject, uri)
        found = () if raw is None or empty else self.keep(subject, read(raw, *more, file=self.named(uri)))
        return tuple(entry.value for entry in found)

    @property
    def faulty(self) -> frozenset[str]:
        """The files in which something is wrong, by path."""
        place = f"{self.sources.docs}/"
        return frozenset(each.file.removeprefix(place) for found in self.told.values() for each in found)

    def matters(self) -> Mapping[str, FrontMatter]:
        """Return the front matter of each page that can be read, by path; each file is read once."""
        found: dict[str, FrontMatter] = {}
        for uri in self.sources.addresses:
            raw = self.sources.texts.get(uri)
            if raw is None:
                continue
            misnamed = list(_misnamed(uri, self.named(uri)))
            self.keep(subject_of(uri), (None, misnamed))
            if misnamed or self.is_empty(subject_of(uri), uri):
                continue
            matter, problems = _matter(raw, self.named(uri))
            self.keep(subject_of(uri), (None, list(problems)))
            if matter is not None:
                found[uri] = matter
        for uri, reason in self.sources.unread.items():
            self.keep(
                subject_of(uri),
                (None, [problem(self.named(uri), 0, "file", f"{reason} Take the file out or mend it.")]),
            )
        return found

    def in_folder(self, folder: str, matters: Mapping[str, FrontMatter]) -> Mapping[str, FrontMatter | None]:
        """Return the front matter of the pages of a folder of data, but its index, by name; None for a faulty one."""
        paths = {PurePosixPath(uri) for uri in self.sources.addresses}
        return {
            path.name: matters.get(str(path))
            for path in sorted(paths)
            if str(path.parent) == folder and path.name != INDEX
        }


def _settings(reader: _Reader) -> Settings:
    """Return the settings, without those that name a page which is not there."""
    record, pages = reader.sources.settings, reader.sources.addresses.keys()
    found = reader.keep("settings", read_settings(record))
    months = found.checked.months if found.checked else {}
    named: dict[tuple[str | int, ...], str] = {("checked", "months", uri): uri for uri in months if uri != "default"}
    named |= {(key, "page"): part.page for key in ("contact", "offline") if (part := getattr(found, key)) is not None}
    lost = {path: uri for path, uri in named.items() if uri not in pages}
    for path, uri in lost.items():
        others = {"default", *pages} if "months" in path else pages
        text = f'there is no page "{uri}".{did_you_mean(uri, others)}'
        reader.keep("settings", (None, [problem(record.file, record.line(*path), rule_of(("extra", *path)), text)]))
    for path, text in _nowhere(found, reader.sources):
        reader.keep("settings", (None, [problem(record.file, record.line(*path), rule_of(("extra", *path)), text)]))
        lost |= {path: text} if path in {("help", "page"), ("checked", "page")} else {}
    return found.model_copy(update={str(path[0]): None for path in lost if "months" not in path})


def _nowhere(settings: Settings, sources: Sources) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Yield each setting that gives an address, a file or a folder where nothing is, with what is wrong."""
    addresses = {each.removeprefix("./") for each in sources.addresses.values()}
    addresses |= {old.removesuffix(".md") + end for old in settings.moved for end in ("/", ".html")}  # these lead on
    for key in ("help", "checked"):
        part = getattr(settings, key)
        if part is not None and (wanted := part.page.partition("#")[0]) not in addresses and "://" not in wanted:
            yield (key, "page"), f'there is no page at "{part.page}".{did_you_mean(wanted, addresses)}'
    folders = {f"{uri.rpartition('/')[0]}/" for uri in sources.addresses if "/" in uri}
    for number, each in enumerate(settings.structured_data.plain):
        if not any(uri.startswith(each) for uri in sources.addresses):
            near = did_you_mean(each, folders | sources.addresses.keys())
            yield ("structured_data", "plain", number), f'no page is in "{each}".{near}'
    for key in ("data", "leave_out"):
        for number, each in enumerate(getattr(settings.prose, key, ())):
            if each not in sources.names:
                yield ("prose", key, number), f'there is no file "{each}".{did_you_mean(each, sources.names)}'


@lru_cache(maxsize=4096)
def _matter(raw: bytes, file: str) -> tuple[FrontMatter | None, tuple[Problem, ...]]:
    """Read a page; a preview keeps it until the page changes."""
    matter, problems = front_matter.read(raw, file=file)
    if matter is not None and (heavy := too_heavy(matter.body)) is not None:
        line, told = heavy
        text = f"{told}: Markdown would take minutes."
        return None, (problem(file, matter.body_line + line - 1, "heavy", text),)
    return matter, tuple(problems)


def _misnamed(uri: str, file: str) -> Iterator[Problem]:
    """Yield a problem for a page whose name cannot be an address; exercises tell it themselves.

    A name with characters that nobody sees is not said here: it would not look like what it is.
    """
    name = PurePosixPath(uri).stem
    if NAME.fullmatch(name) or posixpath.dirname(uri) == EXERCISES or name == "README" or not name.isprintable():
        return
    better = re.sub(r"[^a-z0-9_.]+", "-", name.casefold()).strip("-")
    expected = f', such as "{better}.md"' if better else ""
    text = f'"{name}.md" cannot be an address. Rename the file: small letters, digits and hyphens only{expected}.'
    yield problem(file, 1, "file-name", text)


def _pages(reader: _Reader, matters: Mapping[str, FrontMatter]) -> Mapping[str, Page]:
    """Return the front matter of readers' pages that is right, by path."""
    found = {}
    for uri, matter in matters.items():
        if subject_of(uri) == "pages":
            page = reader.keep("pages", read_page(matter))
            if page is not None:
                found[uri] = page
    return found


def _missing_figures(
    reader: _Reader, pages: Mapping[str, Page], matters: Mapping[str, FrontMatter], names: Collection[str]
) -> None:
    """Keep a problem for each page that names a diagram which is not there."""
    for uri, page in pages.items():
        if page.figure is not None and page.figure not in names and DIAGRAMS not in reader.faulty:
            record = matters[uri].record
            text = f'{DIAGRAMS} has no diagram "{page.figure}".{did_you_mean(page.figure, names)}'
            reader.keep("pages", (None, [problem(record.file, record.line("figure"), "figure", text)]))


def _needed(
    reader: _Reader, catalogue: Catalogue, faq: Faq | None, ledger: Ledger, today: Today | None
) -> Mapping[str, str]:
    """Return the parts of the words without which something cannot be shown, each with the subject that it is of."""
    addresses, exercises = reader.sources.addresses, catalogue.exercises
    needed = {
        "exercise": ("exercises", bool(exercises)),
        "gallery": ("exercises", bool(exercises) and f"{EXERCISES}/{INDEX}" in addresses),
        "dose": ("exercises", any(each.dose for each in exercises.values())),
        "questions": ("questions", faq is not None),
        "evidence": ("evidence", bool(ledger.labels)),
        "today": ("today", today is not None),
        "cards": ("cards", bool(exercises) and f"{CARDS}/{INDEX}" in addresses),
    }
    return {part: subject for part, (subject, here) in needed.items() if here}


def _missing_words(reader: _Reader, words: Words | None, needed: Mapping[str, str]) -> None:
    """Keep a problem for each part of the words that is needed and not there, or one for all where there are none."""
    file = reader.named(WORDS)
    if WORDS not in reader.sources.texts:
        text = f"this file is missing. Add it with the labels of this guide, in these parts: {', '.join(needed)}."
        reader.keep("words", (None, [problem(file, 0, "words", text)] if needed else []))
    for part, subject in needed.items() if words is not None else ():
        if getattr(words, part) is None:
            text = "this part is missing, and what needs its labels is not shown. Add it."
            reader.keep(subject, (None, [problem(file, 0, part, text)]))


def _catalogue(reader: _Reader, matters: Mapping[str, FrontMatter], words: Words | None) -> Catalogue:
    """Return the exercises, their vocabulary and the rules of who should ask first."""
    files = {reader.named(f"{EXERCISES}/{name}"): each for name, each in reader.in_folder(EXERCISES, matters).items()}
    vocabulary = reader.data("exercises", VOCABULARY, read_vocabulary)
    if vocabulary is None:
        if files and VOCABULARY not in reader.sources.texts:
            text = "this file is missing. Add it: it lists the kinds of exercises and what each of them must have."
            reader.keep("exercises", (None, [problem(reader.named(VOCABULARY), 0, "vocabulary", text)]))
        return Catalogue(unread=frozenset(PurePosixPath(file).stem for file in files))
    cautions = reader.entries("exercises", CAUTIONS, read_cautions, vocabulary)
    by_id = {each.id: each for each in cautions}
    pages = reader.sources.addresses.keys()
    read = read_all(files, vocabulary, cautions=by_id, words=words, pages=pages)
    catalogue = reader.keep("exercises", read)
    reader.keep("exercises", (None, list(_missing_images(catalogue, reader.sources.names))))
    return catalogue


def _missing_images(catalogue: Catalogue, names: frozenset[str]) -> Iterator[Problem]:
    for slug, exercise in catalogue.exercises.items():
        for number, frame in enumerate(exercise.frames):
            if frame.image is not None and frame.image not in names:
                record = catalogue.records[slug]
                text = f'there is no file "{frame.image}".{did_you_mean(frame.image, names)}'
                yield problem(record.file, record.line("frames", number, "image"), f"frames.{number + 1}.image", text)


def _faq(reader: _Reader, matters: Mapping[str, FrontMatter], words: Words | None) -> Faq | None:
    files = reader.in_folder(QUESTIONS, matters)
    if f"{QUESTIONS}/{INDEX}" not in reader.sources.addresses:
        text = "this file is missing. Add it: the questions of this folder are listed on it."
        missing = problem(reader.named(f"{QUESTIONS}/{INDEX}"), 0, "questions", text)
        return reader.keep("questions", (None, [missing] if files else []))
    small = words.questions.small_words if words and words.questions else ()
    return reader.keep(
        "questions",
        read_faq(
            reader.sources.texts.get(f"{QUESTIONS}/{THEMES}"),
            files,
            folder=QUESTIONS,
            place=reader.named(QUESTIONS),
            pages=reader.sources.addresses.keys(),
            small_words=small,
            ages=lambda: {posixpath.basename(uri): age for uri, age in reader.sources.ages().items()},
        ),
    )


def _today(
    reader: _Reader, signs: tuple[Sign, ...], catalogue: Catalogue
) -> tuple[Today | None, tuple[Treatment, ...]]:
    """Return the questions for today and what their answers cite; None where there are none, or with a mistake."""
    index = f"{TODAY}/{INDEX}"
    if TODAY_DATA not in reader.sources.texts:
        return None, ()
    if index not in reader.sources.addresses:
        text = "this file is missing. Add it: its words stand above the first question."
        return reader.keep("today", ((None, ()), [problem(reader.named(index), 0, "today", text)]))
    if reader.faulty & {SIGNS, VOCABULARY, CAUTIONS}:
        return None, ()  # one mistake, one message
    pages = reader.sources.addresses.keys()
    found = reader.data("today", TODAY_DATA, read_today, signs, catalogue, pages)
    if found is None:
        return None, ()
    today, record = found
    cites = {
        f"{TODAY}/{name}.md": [
            Citation(each.label, each.text, record.line("answers", name, key))
            for key in TEXTS
            for each in citations(getattr(answer, key))
        ]
        for name, answer in today.tree.answers.items()
    }
    return today, tuple(Treatment(uri, record.file, (), tuple(each)) for uri, each in cites.items())


def _made(today: Today | None, addresses: Mapping[str, str]) -> Mapping[str, str]:
    """Return the addresses of the pages that are made of the questions for today: they lie beside the first one."""
    if today is None:
        return {}
    first = addresses[f"{TODAY}/{INDEX}"]
    end = "/" if first.endswith("/") else ".html"
    folder = first.removesuffix("index.html")
    return {f"{TODAY}/{name}.md": f"{folder}{name}{end}" for name in (*today.tree.questions, *today.tree.answers)}


def _made_pages(today: Today | None) -> Mapping[str, Page]:
    """Return what the front matter of those pages would say."""
    if today is None:
        return {}
    tree = today.tree
    return {
        f"{TODAY}/{name}.md": Page(title=each.full_title, description=each.description, reviewed=tree.reviewed)
        for name, each in (*tree.questions.items(), *tree.answers.items())
    }


def _ledger(reader: _Reader) -> Ledger:
    files = {name: f"{EVIDENCE}/{name}.yml" for name in LEDGER}
    texts = {name: reader.sources.texts.get(uri, b"") for name, uri in files.items()}
    empty = {name for name, uri in files.items() if reader.is_empty("evidence", uri)}
    ledger, problems = _read_ledger(tuple(texts.values()), reader.named(EVIDENCE))
    if empty:
        lacking = {**ledger.unread, **dict.fromkeys(empty, Unread(all=True))}
        ledger = replace(ledger, unread=lacking)
        problems = tuple(each for each in problems if not each.rule.endswith("-unknown"))
    return reader.keep("evidence", (ledger, list(problems)))


@lru_cache(maxsize=8)
def _read_ledger(texts: tuple[bytes, ...], folder: str) -> tuple[Ledger, tuple[Problem, ...]]:
    """Read the ledger; a preview keeps it until one of its files changes."""
    ledger, problems = read_ledger(dict(zip(LEDGER, texts, strict=True)), folder=folder)
    return ledger, tuple(problems)


def _treatments(
    reader: _Reader,
    ledger: Ledger,
    matters: Mapping[str, FrontMatter],
    words: Words | None,
    others: tuple[Treatment, ...],
) -> Mapping[str, Treatment]:
    """Return what each page treats and cites, and the charts that it draws; `others` are pages without a file."""
    charts = {
        uri: [name for name in ledger.charts if f"{CHARTS}/{name}.svg" in matter.body]
        for uri, matter in matters.items()
    }
    phrases = words.evidence.phrases if words and words.evidence else {}
    unread = frozenset(reader.sources.unread) | (reader.sources.addresses.keys() - matters.keys())
    folder = reader.named(EVIDENCE)
    surveyed = survey(ledger, matters, charts=charts, phrases=phrases, others=others, folder=folder, unread=unread)
    found = reader.keep("evidence", surveyed)
    complete = not unread and TODAY_DATA not in reader.faulty
    reader.keep("evidence", (None, unused(ledger, found.values(), complete=complete)))
    return found


def _unmade(
    reader: _Reader,
    matters: Mapping[str, FrontMatter],
    parts: tuple[Words | None, Catalogue, Faq | None, Ledger, Today | None],
) -> frozenset[str]:
    """Return the patterns of what is not made, or only in part, for want of what could not be read."""
    words, catalogue, faq, ledger, today = parts
    sources = reader.sources
    if words is None and WORDS in sources.texts:
        return frozenset({"*"})
    found = set(sources.unread) | (sources.addresses.keys() - matters.keys())
    asked = faq.by_uri.keys() if faq is not None else frozenset[str]()
    lost = {f"{EXERCISES}/{slug}.md" for slug in catalogue.unread}
    lost |= {uri for uri in sources.addresses if subject_of(uri) == "questions" and uri not in asked}
    lost |= {uri for uri in found if subject_of(uri) != "pages"}
    found |= {*lost, *(f"*{PurePosixPath(uri).stem}*" for uri in lost)}
    if today is None and TODAY_DATA in sources.texts:
        found.add(f"{TODAY}/*")
    if any(ledger.unread.values()):
        cited = {each.label for matter in matters.values() for each in citations(matter.body)}
        found |= {f"{EVIDENCE}/*", f"{CHARTS}/*", *(label for label in cited if ledger.lacks(label))}
    faulty = reader.faulty
    return frozenset(found).union(*(patterns for name, patterns in DRAWN.items() if name in faulty))


def _decks(reader: _Reader, catalogue: Catalogue) -> tuple[Deck, ...]:
    return reader.data("cards", f"{CARDS}/{SETS}", read_decks, catalogue) or ()


def _sheet(reader: _Reader, name: str, read: Callable[..., tuple[Value | None, list[Problem]]]) -> Value | None:
    """Return a sheet to fill in, where there is one without a fault."""
    before = len(reader.told.get("cards", ()))
    sheet = reader.data("cards", f"{CARDS}/{name}", read, reader.sources.addresses.keys())
    return sheet if len(reader.told.get("cards", ())) == before else None
