"""Reading a guide: each source once, with every problem found on the way, by subject."""

from collections.abc import Callable, Collection, Mapping
from pathlib import PurePosixPath
from typing import TypeVar

from kit.cards.deck import Deck, read_decks
from kit.cards.log import read_log, read_plan
from kit.evidence.audit import audit, newest_check
from kit.evidence.citation import citations
from kit.evidence.ledger import Ledger
from kit.exercises.catalogue import Catalogue
from kit.exercises.exercise_reader import PRINTS
from kit.figures import diagram
from kit.front_matter import FrontMatter
from kit.guide import (
    CARDS,
    CHARTS,
    DIAGRAMS,
    DRAWN,
    EVIDENCE,
    EXERCISES,
    LEXICON,
    LOG,
    PLAN,
    SETS,
    SIGNS,
    TODAY,
    TODAY_DATA,
    WORDS,
    Guide,
    Sources,
    subject_of,
)
from kit.pages.page import Page, read_page
from kit.problem import Problem, did_you_mean, problem
from kit.questions.faq import INDEX, Faq
from kit.reading.evidence import ledger_in, treatments_in
from kit.reading.exercises import catalogue_in
from kit.reading.indexes import same_address
from kit.reading.places import put_right
from kit.reading.questions import faq_in
from kit.reading.reader import Reader
from kit.reading.settings import settings_in
from kit.reading.today import made_of, pages_of, today_in
from kit.record import rest
from kit.search.lexicon import read_lexicon
from kit.sign import read_signs
from kit.today.tree import Today
from kit.words.words import Words, read_words

Value = TypeVar("Value")


def read_guide(sources: Sources) -> Guide:
    """Return the guide in its sources, with every problem, by subject: settings, words, pages, exercises, … ."""
    sources, misplaced = put_right(sources)
    reader = Reader(sources)
    reader.keep("files", (None, misplaced))
    settings = settings_in(reader)
    shared = _odd_pages(reader)
    words = reader.data("words", WORDS, read_words)
    signs = reader.entries("words", SIGNS, read_signs)
    lexicon = reader.data("search", LEXICON, read_lexicon, sources.addresses.keys())
    matters = reader.matters()
    catalogue = catalogue_in(reader, matters, words)
    ledger = ledger_in(reader)
    checked = newest_check(matter.record for matter in matters.values())
    reader.keep("evidence", (None, audit(ledger, sections=settings.evidence.sections, checked=checked)))
    faq = faq_in(reader, matters, words)
    diagrams = reader.data("figures", DIAGRAMS, diagram.read)
    today, cites = today_in(reader, signs, catalogue)
    pages = _pages(reader, matters)
    _missing_figures(reader, pages, matters, diagrams[0].diagrams if diagrams else ())
    _missing_words(reader, words, _needed(reader, catalogue, faq, ledger, today))
    return Guide(
        docs=sources.docs,
        site=sources.site,
        settings=settings,
        addresses={**sources.addresses, **made_of(today, sources.addresses)},
        names=sources.names,
        words=words,
        signs=signs,
        lexicon=lexicon,
        pages={**pages, **pages_of(today)},
        matters=matters,
        catalogue=catalogue,
        faq=faq,
        ledger=ledger,
        treatments=treatments_in(reader, ledger, matters, words, cites),
        today=today,
        diagrams=diagrams,
        decks=_decks(reader, catalogue),
        plan=_sheet(reader, PLAN, read_plan),
        log=_sheet(reader, LOG, read_log),
        unreadable=frozenset(sources.unread) | (sources.addresses.keys() - matters.keys()),
        problems={subject: tuple(sorted(set(found))) for subject, found in reader.told.items()},
        unmade=shared | _unmade(reader, matters, (words, catalogue, faq, ledger, today)),
    )


def _odd_pages(reader: Reader) -> frozenset[str]:
    """Keep a problem for each page that is lacking or lies at the address of another; return those with one address."""
    sources, named = reader.sources, reader.named
    found = [problem(named(uri), 0, "file", text) for uri, text in sources.lacking.items()]
    shared = list(same_address(sources.addresses))
    for uri, other in shared:
        text = f'"{named(other)}" has the same address, "{sources.addresses[uri]}". Rename one of the two files.'
        found.append(problem(named(uri), 0, "file", text))
    reader.keep("files", (None, found))
    return frozenset(uri for both in shared for uri in both)


def _pages(reader: Reader, matters: Mapping[str, FrontMatter]) -> Mapping[str, Page]:
    """Return the front matter of readers' pages that is right, by path."""
    found = {}
    for uri, matter in matters.items():
        if subject_of(uri) == "pages":
            page = reader.keep("pages", read_page(matter))
            if page is not None:
                found[uri] = page
    return found


def _missing_figures(
    reader: Reader, pages: Mapping[str, Page], matters: Mapping[str, FrontMatter], names: Collection[str]
) -> None:
    """Keep a problem for each page that names a diagram which is not there."""
    for uri, matter in matters.items() if DIAGRAMS not in reader.faulty else ():
        record = matter.record
        page = (pages.get(uri) or rest(record, Page)) if subject_of(uri) == "pages" else None
        figure = getattr(page, "figure", None)
        if figure is not None and figure not in names:
            text = f'{DIAGRAMS} has no diagram "{figure}".{did_you_mean(figure, names)}'
            reader.keep("pages", (None, [problem(record.file, record.line("figure"), "figure", text)]))


def _needed(
    reader: Reader, catalogue: Catalogue, faq: Faq | None, ledger: Ledger, today: Today | None
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


def _missing_words(reader: Reader, words: Words | None, needed: Mapping[str, str]) -> None:
    """Keep a problem for each part of the words that is needed and not there, or one for all where there are none."""
    file = reader.named(WORDS)
    if WORDS not in reader.sources.texts:
        text = f"this file is missing. Add it with the labels of this guide, in these parts: {', '.join(needed)}."
        reader.keep("words", (None, [problem(file, 0, "words", text)] if needed else []))
    for part, subject in needed.items() if words is not None else ():
        if getattr(words, part) is None:
            text = "this part is missing, and what needs its labels is not shown. Add it."
            reader.keep(subject, (None, [problem(file, 0, part, text)]))


def _unmade(
    reader: Reader,
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
    images = {frame.image for exercise in catalogue.exercises.values() for frame in exercise.frames if frame.image}
    wrong = {each for each in images if each not in sources.names or PurePosixPath(each).suffix not in PRINTS}
    found |= {*wrong, *(f"*/{each}" for each in wrong)}
    if today is None and TODAY_DATA in sources.texts:
        found.add(f"{TODAY}/*")
    if any(ledger.unread.values()):
        cited = {each.label for matter in matters.values() for each in citations(matter.body)}
        found |= {f"{EVIDENCE}/*", f"{CHARTS}/*", *(label for label in cited if ledger.lacks(label))}
    faulty = reader.faulty
    return frozenset(found).union(*(patterns for name, patterns in DRAWN.items() if name in faulty))


def _decks(reader: Reader, catalogue: Catalogue) -> tuple[Deck, ...]:
    return reader.data("cards", f"{CARDS}/{SETS}", read_decks, catalogue) or ()


def _sheet(reader: Reader, name: str, read: Callable[..., tuple[Value | None, list[Problem]]]) -> Value | None:
    """Return a sheet to fill in, where there is one without a fault."""
    before = len(reader.told.get("cards", ()))
    sheet = reader.data("cards", f"{CARDS}/{name}", read, reader.sources.addresses.keys())
    return sheet if len(reader.told.get("cards", ())) == before else None
