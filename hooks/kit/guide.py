"""A guide: everything that its sources and settings say, read once and frozen, with every problem found on the way."""

import posixpath
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from kit.cards.deck import Deck
from kit.cards.log import Log, Plan
from kit.evidence.ledger import Ledger
from kit.evidence.treatment import Treatment, uses
from kit.exercises.catalogue import Catalogue
from kit.exercises.telling import listed
from kit.figures import diagram
from kit.front_matter import FrontMatter
from kit.pages.page import Page
from kit.problem import Problem
from kit.questions.faq import INDEX, Faq
from kit.record import Record
from kit.search.lexicon import Lexicon
from kit.settings import Settings
from kit.sign import Sign, in_short
from kit.today.tree import Today
from kit.words.words import Words

EXERCISES, QUESTIONS, EVIDENCE, CARDS = "exercises", "faq", "evidence", "cards"
"""The folders of a guide whose files are data; any of them may be missing."""
FIGURES, CHARTS = "assets/figures", "assets/charts"
DIAGRAMS = f"{FIGURES}.yml"
WORDS, SIGNS, LEXICON = "words.yml", "signs.yml", "search.yml"
TODAY, TODAY_DATA = "today", "today.yml"
"""The folder in which the pages of the questions for today lie, and the file that they are made from."""
VOCABULARY, CAUTIONS = f"{EXERCISES}/vocabulary.yml", f"{EXERCISES}/cautions.yml"
GLOSSARY = "glossary.md"
PLAN, LOG, SETS = "walking-plan.yml", "log.yml", "sets.yml"
TEXTS = {"plan": f"{CARDS}/{PLAN}", "log": f"{CARDS}/{LOG}", "signs": SIGNS, "words": WORDS}
"""The files with the texts of boxes on sheets that belong to no exercise."""
SET = (*TEXTS.values(), f"{CARDS}/{SETS}", VOCABULARY, CAUTIONS, TODAY_DATA)
"""The files of data whose texts are set in print or in pictures."""
DRAWN = {
    DIAGRAMS: (f"{FIGURES}/*",),
    **dict.fromkeys((f"{CARDS}/{name}" for name in (PLAN, LOG, SETS)), (f"{CARDS}/*",)),
}
"""What is made of data files, as patterns."""


@dataclass(frozen=True)
class Site:
    """The site around a guide: its name, its address, the one that is printed, its language and its licence."""

    name: str
    address: str
    published: str
    language: str = "en"
    rights: str = ""


@dataclass(frozen=True)
class Sources:
    """What a guide is read from: Markdown and YAML by path, where each page will be, the settings, and all names.

    `docs` is the name that messages put before paths; `unread` are files that could not be opened, with the reason.
    `lacking` are pages that ought to be there, with what is said of each; they have an address all the same.
    `ages` says when files were added, by path, the oldest with the lowest number; what it leaves out is new.
    """

    docs: str
    texts: Mapping[str, bytes]
    addresses: Mapping[str, str]
    names: frozenset[str]
    settings: Record
    site: Site
    unread: Mapping[str, str] = field(default_factory=dict)
    lacking: Mapping[str, str] = field(default_factory=dict)
    ages: Callable[[], Mapping[str, int]] = dict


@dataclass(frozen=True, eq=False)
class Guide:
    """All there is to say, by path, slug or id; `problems` are by subject, `unreadable` pages are in no other field.

    `unmade` are patterns of what is not there, or not as it should be, because something could not be read: paths of
    pages and files, and ids. What leads to them is not wrong.
    """

    docs: str
    site: Site
    settings: Settings
    addresses: Mapping[str, str]
    names: frozenset[str]
    words: Words | None
    signs: tuple[Sign, ...]
    lexicon: Lexicon | None
    pages: Mapping[str, Page]
    matters: Mapping[str, FrontMatter]
    catalogue: Catalogue
    faq: Faq | None
    ledger: Ledger
    treatments: Mapping[str, Treatment]
    today: Today | None
    diagrams: tuple[diagram.Diagrams, Record] | None
    decks: tuple[Deck, ...]
    plan: Plan | None
    log: Log | None
    unreadable: frozenset[str]
    problems: Mapping[str, tuple[Problem, ...]]
    unmade: frozenset[str] = frozenset()

    @cached_property
    def data(self) -> frozenset[str]:
        """The pages that are data with a model of their own: exercises and questions."""
        return frozenset(uri for uri in self.addresses if subject_of(uri) != "pages")

    @cached_property
    def uses(self) -> Mapping[str, tuple[str, ...]]:
        """The pages on which each id of the ledger is treated, cited or drawn, sorted."""
        return uses(self.treatments.values())

    @property
    def strip(self) -> str:
        """The signs that cannot wait, in short, as the end of a sentence; nothing where there are none."""
        short = in_short(self.signs, "now")
        words = self.words.exercise if self.words else None
        return f"{listed(short, words.or_)}." if short and words else ""


def subject_of(uri: str) -> str:
    """Return the subject that a page belongs to: that of its folder of data, or pages."""
    folder, name = posixpath.split(uri)
    return {EXERCISES: "exercises", QUESTIONS: "questions"}.get(folder, "pages") if name != INDEX else "pages"
