"""A print order: every document of the site, read from the exercises and the files of the folder of cards."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kit.cards.card import Card, read_cards
from kit.cards.deck import Deck, read_decks
from kit.cards.document import Document, Variant, log_documents, plan_documents, singles, variants
from kit.cards.log import read_log, read_plan
from kit.cards.words import Words, read_words
from kit.exercises.catalogue import Catalogue
from kit.problem import Problem

WORDS = "words.yml"
SETS = "sets.yml"
PLAN = "walking-plan.yml"
LOG = "log.yml"


@dataclass(frozen=True)
class Order:
    """What is printed: sheets to fill in, decks in every variant, and each card on its own."""

    site: str
    words: Words
    cards: Mapping[str, Card]
    to_fill_in: tuple[tuple[Document, ...], ...]
    singles: Mapping[str, tuple[Document, ...]]
    decks: tuple[tuple[Deck, tuple[Variant, ...]], ...]

    @property
    def documents(self) -> Iterator[Document]:
        """Yield every document once."""
        for each in (*self.to_fill_in, *self.singles.values()):
            yield from each
        for _deck, found in self.decks:
            for variant in found:
                yield from variant.documents


def read_order(  # noqa: PLR0913 everything that is read
    texts: Mapping[str, str],
    catalogue: Catalogue,
    *,
    pictures: Mapping[str, str],
    pages: Mapping[str, str],
    site: str,
    folders: tuple[str, str],
) -> tuple[Order | None, list[Problem]]:
    """Return the order that files of the folder of cards (name to text) make, or None with what keeps it from that.

    `pages` gives the address of each page of the site under `site`; `folders` are those of the cards and of the
    exercises, as people see them. The plan and the log may be missing.
    """
    here, exercises = folders
    words, problems = read_words(texts.get(WORDS, ""), file=f"{here}/{WORDS}")
    decks, found = read_decks(texts.get(SETS, ""), catalogue, file=f"{here}/{SETS}")
    problems += found
    if words is None:
        return None, problems
    cards, found = read_cards(catalogue, words, pictures=pictures, site=site, place=exercises)
    problems += found
    sets = tuple((deck, variants(deck, cards, words)) for deck in decks)
    to_fill_in = []
    if PLAN in texts:
        plan, found = read_plan(texts[PLAN], pages, file=f"{here}/{PLAN}")
        problems += found
        to_fill_in += [plan_documents(plan, words, url=site + pages[plan.page])] if plan and not found else []
    if LOG in texts:
        log, found = read_log(texts[LOG], pages, file=f"{here}/{LOG}")
        problems += found
        to_fill_in += [log_documents(log, words, url=site + pages[log.page])] if log and not found else []
    return Order(site, words, cards, tuple(to_fill_in), singles(cards, words), sets), problems
