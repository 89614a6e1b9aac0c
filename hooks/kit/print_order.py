"""A print order: every document of the site, read from the exercises and the files of the folder of cards."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kit.card import Card, read_cards
from kit.catalogue import Catalogue
from kit.deck import Deck, read_decks
from kit.document import Document, Variant, singles, variants
from kit.problem import Problem
from kit.words import Words, read_words

WORDS = "words.yml"
SETS = "sets.yml"


@dataclass(frozen=True)
class Order:
    """What is printed: cards on their own, decks in every variant."""

    site: str
    words: Words
    cards: Mapping[str, Card]
    singles: Mapping[str, tuple[Document, ...]]
    decks: tuple[tuple[Deck, tuple[Variant, ...]], ...]

    @property
    def documents(self) -> Iterator[Document]:
        """Yield every document once."""
        for each in self.singles.values():
            yield from each
        for _deck, found in self.decks:
            for variant in found:
                yield from variant.documents


def read_order(
    texts: Mapping[str, str], catalogue: Catalogue, *, pictures: Mapping[str, str], site: str, folders: tuple[str, str]
) -> tuple[Order | None, list[Problem]]:
    """Return the order that files of the folder of cards (name to text) make, or None with what keeps it from that.

    `folders` are those of the cards and of the exercises, as people see them.
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
    return Order(site, words, cards, singles(cards, words), sets), problems
