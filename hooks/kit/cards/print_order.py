"""A print order: every document of the site, read from the exercises and the files of the folder of cards."""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from kit.cards.card import Card, read_cards
from kit.cards.deck import Deck
from kit.cards.document import Document, Variant, log_documents, plan_documents, singles, stock, variants
from kit.cards.log import Log, Plan
from kit.cards.picture import Art
from kit.cards.qr_code import QrCode, qr_code
from kit.exercises.catalogue import Catalogue
from kit.problem import Problem
from kit.words.words import Words


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


@dataclass(frozen=True)
class Wanted:
    """What a guide wants printed: exercises with their pictures, sets, and sheets to fill in.

    `signs` are the words of the strip, `checked` is the day of the newest check of a page by path.
    """

    catalogue: Catalogue
    words: Words
    decks: tuple[Deck, ...]
    plan: Plan | None
    log: Log | None
    signs: str
    checked: Mapping[str, dt.date]
    pictures: Mapping[str, Art]
    files: Mapping[str, bytes]


def order_of(
    wanted: Wanted, *, addresses: Mapping[str, str], site: str, code: Callable[[str], QrCode] = qr_code
) -> tuple[Order, list[Problem]]:
    """Return the print order of a guide, and what keeps an exercise from being printed.

    `addresses` gives the address of each page of the site under `site`; `code` makes the code of an address.
    """
    words, plan, log = wanted.words, wanted.plan, wanted.log
    cards, problems = read_cards(wanted.catalogue, words, pictures=wanted.pictures, site=site, code=code)
    held = stock(cards, words, signs=wanted.signs, files=wanted.files, code=code)
    decks = (deck for deck in wanted.decks if not cards.keys().isdisjoint(deck.slugs))
    sets = tuple((deck, variants(deck, held)) for deck in decks)
    to_fill_in = []
    if plan is not None and plan.page in addresses.keys() & wanted.checked.keys() and not problems:
        to_fill_in.append(
            plan_documents(plan, held, url=site + addresses[plan.page], checked=wanted.checked[plan.page])
        )
    if log is not None and log.page in addresses.keys() & wanted.checked.keys() and not problems:
        to_fill_in.append(log_documents(log, held, url=site + addresses[log.page], checked=wanted.checked[log.page]))
    return Order(site, words, cards, tuple(to_fill_in), singles(held), sets), problems
