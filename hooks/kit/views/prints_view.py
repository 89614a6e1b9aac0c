"""What pages show of prints: the list of all, those of one exercise, and the page behind a printed code."""

from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import Any

from kit.cards import card_index
from kit.cards.print_order import Order
from kit.cards.print_run import Print
from kit.guide import CARDS, EXERCISES, Guide
from kit.views.exercise_view import exercise_view


def prints_view(
    guide: Guide, uri: str, order: Order, prints: Mapping[str, Print], titles: Mapping[str, str]
) -> dict[str, Any]:
    """Return the parts of a page by its path: the prints on the page of cards, its own on that of an exercise."""
    folder, slug = str(PurePosixPath(uri).parent), PurePosixPath(uri).stem
    if uri == f"{CARDS}/index.md":
        return {"prints": card_index.view(order, prints, folder=CARDS)}
    own = card_index.own_files(order, prints, slug, folder=CARDS)
    if folder == EXERCISES and slug in guide.catalogue.exercises:
        return {"own_cards": own}
    if folder == card_index.SHORT and slug in order.cards:
        addresses = {
            "exercise": guide.addresses[f"{EXERCISES}/{slug}.md"],
            "cards": guide.addresses[f"{CARDS}/index.md"],
        }
        version = card_index.version_view(order, guide.catalogue, slug) | addresses
        return {"version": version, "exercise": exercise_view(guide, slug, titles), "own_cards": own}
    return {}
