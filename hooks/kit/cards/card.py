"""A card: what the two faces of one exercise card say, every word already put together."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from kit.cards.qr_code import QrCode, qr_code
from kit.cards.words import Words
from kit.exercises.catalogue import Catalogue
from kit.exercises.exercise import Exercise
from kit.problem import Problem, did_you_mean, problem

VIEW_BOX = re.compile(r'viewBox="0 0 ([\d.]+) ([\d.]+)"')

LIGHTER = {'"#000"': '"#404040"', '"#e2e2e2"': '"#eee"', '"#aaa"': '"#bbb"'}
"""Greys of drawings on a sheet: four of them with their words and codes keep to five per cent of ink."""
LINE = re.compile(r'(?<=stroke-width=")[\d.]+')
THINNER = 0.63
"""Lines on a sheet, as a part of their thickness in a drawing on its own; for the same reason."""
MOST_CHOICES = 2
"""Easier and harder versions on the back; the front has the first of each."""


@dataclass(frozen=True)
class Picture:
    """One frame as printed: SVG of so many units, words for those who do not see it, and the steps it shows."""

    svg: str
    width: float
    height: float
    alt: str
    numbers: tuple[int, ...]


@dataclass(frozen=True)
class Amount:
    """A dose in words, with the note that belongs to it."""

    label: str
    text: str


@dataclass(frozen=True)
class Card:
    """Both faces of a card. Texts end with a full stop and are printed as they are."""

    slug: str
    title: str
    goal: str
    pictures: tuple[Picture, ...]
    steps: tuple[str, ...]
    start: tuple[str, str]
    stop: tuple[str, str]
    amounts: tuple[Amount, ...]
    mistakes: tuple[str, ...]
    breathing: str
    easier: tuple[str, ...]
    harder: tuple[str, ...]
    url: str
    address: tuple[str, str]
    credit: str
    code: QrCode

    @property
    def numbered(self) -> tuple[tuple[int, Picture], ...]:
        """The pictures with their numbers, from 1."""
        return tuple(enumerate(self.pictures, 1))


def read_cards(
    catalogue: Catalogue, words: Words, *, pictures: Mapping[str, str], site: str, place: str
) -> tuple[Mapping[str, Card], list[Problem]]:
    """Return the card of each exercise by slug, and a problem for each one that cannot be printed.

    `pictures` are the print drawings (`plank-1` to SVG), `site` is the address of the site and `place` the folder of
    the exercise files as people see it.
    """
    if urlsplit(site).scheme != "https":
        text = f'the printed codes need an address that starts with https://, found "{site}".'
        return {}, [problem("mkdocs.yml", 0, "site_url", text)]
    cards: dict[str, Card] = {}
    problems = []
    for slug, exercise in catalogue.items():
        needed = [f"{slug}-{number}" for number in range(1, len(exercise.frames) + 1)]
        missing = [name for name in needed if name not in pictures]
        if missing:
            text = f"no drawing is called {', '.join(missing)}.{did_you_mean(missing[0], pictures)}"
            problems.append(problem(f"{place}/{slug}.md", 0, "frames", text))
            continue
        drawings = tuple(pictures[name] for name in needed)
        cards[slug] = _card(slug, exercise, catalogue, words, drawings=drawings, site=site)
    return cards, problems


def _card(  # noqa: PLR0913 everything a card is made of
    slug: str, exercise: Exercise, catalogue: Catalogue, words: Words, *, drawings: tuple[str, ...], site: str
) -> Card:
    url = f"{site.rstrip('/')}/c/{slug}/"
    amounts = {name: (much, often) for name, much, often, _ in exercise.amounts()}
    notes = {"build": exercise.dose.build.note, "flare": exercise.dose.flare.note}
    stop = words.stop if exercise.stop.startswith(words.stop) else ""
    return Card(
        slug=slug,
        title=exercise.title,
        goal=exercise.goal,
        pictures=tuple(_picture(svg, exercise, number) for number, svg in enumerate(drawings, 1)),
        steps=tuple(step.do for step in exercise.steps),
        start=(f"{_capital(amounts['start'][0])},", f"{amounts['start'][1]}."),
        stop=(stop, exercise.stop.removeprefix(stop)),
        amounts=tuple(
            Amount(label, " ".join(part for part in (_dose(amounts[name], than=amounts["start"]), notes[name]) if part))
            for name, label in (("build", words.build), ("flare", words.flare))
        ),
        mistakes=exercise.mistakes,
        breathing=exercise.breathing,
        easier=_choices(exercise.easier, catalogue),
        harder=_choices(exercise.harder, catalogue),
        url=url,
        address=(url.removeprefix("https://").removesuffix(f"c/{slug}/"), f"c/{slug}/"),
        credit=words.credit.format(
            version=exercise.version, date=f"{exercise.reviewed.day} {exercise.reviewed:%b %Y}", licence=words.licence
        ),
        code=qr_code(f"{url}#v{exercise.version}"),
    )


def _picture(svg: str, exercise: Exercise, number: int) -> Picture:
    size = VIEW_BOX.search(svg)
    width, height = (float(size[1]), float(size[2])) if size else (1.0, 1.0)
    numbers = tuple(count for count, step in enumerate(exercise.steps, 1) if step.frame == number)
    for grey, lighter in LIGHTER.items():
        svg = svg.replace(grey, lighter)
    svg = LINE.sub(lambda match: f"{float(match[0]) * THINNER:.2f}", svg)
    return Picture(svg, width, height, exercise.frames[number - 1].alt, numbers)


def _dose(amount: tuple[str, str], *, than: tuple[str, str]) -> str:
    """Return how much and how often; the front says how often already, where that stays the same."""
    much, often = amount
    return _sentence(much if often == than[1] else f"{much}, {often}")


def _choices(entries: tuple[str, ...], catalogue: Catalogue) -> tuple[str, ...]:
    shown = entries[:MOST_CHOICES]
    return tuple(_sentence(catalogue[entry].title if entry in catalogue else entry) for entry in shown)


def _sentence(text: str) -> str:
    """Return the text with a capital at the start and a full stop at the end."""
    return f"{_capital(text)}{'' if text.endswith(('.', '?', '!')) else '.'}"


def _capital(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}"
