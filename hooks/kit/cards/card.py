"""A card: what the two faces of one exercise card say, every word already put together."""

import datetime as dt
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from kit.cards.picture import Art
from kit.cards.qr_code import QrCode, qr_code
from kit.exercises.catalogue import Catalogue
from kit.exercises.exercise import Exercise
from kit.exercises.telling import Told, amounts, capital, sentence, stop
from kit.phrase import fill
from kit.problem import Problem, problem
from kit.words.words import Words

LIGHTER = {'"#e2e2e2"': '"#eee"', '"#aaa"': '"#ccc"'}
"""Fills of drawings on a sheet, where nothing is lost when a printer drops them. Lines stay black."""
LINE = re.compile(r'(?<=stroke-width=")[\d.]+')
THINNER = 0.6
"""Lines on a sheet, as a part of their thickness in a drawing on its own: so they take less ink."""
HEIGHT = 640.0
"""The height of image files where there is no drawing, in the unit of drawings: a person who stands has about 800."""
MOST_CHOICES = 2
"""Easier and harder versions on the back."""


@dataclass(frozen=True)
class Picture:
    """One frame as printed, of so many units, words for those who do not see it, and the steps it shows."""

    svg: str
    file: str
    width: float
    height: float
    alt: str
    numbers: tuple[int, ...]


@dataclass(frozen=True)
class Amount:
    """A dose in words, with the note that belongs to it."""

    stage: str
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
    start: tuple[str, str] | None
    stop: tuple[str, str] | None
    ask: str
    ask_more: str
    ask_all: tuple[str, ...]
    amounts: tuple[Amount, ...]
    mistakes: tuple[str, ...]
    breathing: str | None
    easier: tuple[str, ...]
    harder: tuple[str, ...]
    url: str
    address: tuple[str, str]
    credit: str
    code: QrCode
    reviewed: dt.date

    @property
    def numbered(self) -> tuple[tuple[int, Picture], ...]:
        """The pictures with their numbers, from 1."""
        return tuple(enumerate(self.pictures, 1))


def read_cards(
    catalogue: Catalogue,
    words: Words,
    *,
    pictures: Mapping[str, Art],
    site: str,
    code: Callable[[str], QrCode] = qr_code,
) -> tuple[Mapping[str, Card], list[Problem]]:
    """Return the card of each exercise by slug, and a problem for each one that cannot be printed.

    `pictures` are what is printed of each frame (`plank-1`), `site` is the address of the site. An exercise without all
    of its pictures has no card: what keeps a picture from being drawn is told by whoever draws it.
    """
    if urlsplit(site).scheme != "https":
        text = f'the printed codes need an address that starts with https://, found "{site}".'
        return {}, [problem("mkdocs.yml", 0, "site_url", text)]
    cards: dict[str, Card] = {}
    for slug, exercise in catalogue.exercises.items():
        needed = [f"{slug}-{number}" for number in range(1, len(exercise.frames) + 1)]
        if all(name in pictures for name in needed):
            cards[slug] = _card(
                slug, catalogue, words, art=tuple(pictures[name] for name in needed), site=site, code=code
            )
    return cards, []


def credit(exercise: Exercise, words: Words) -> str:
    """Return the version of a card, its day and its licence."""
    day = words.dates.say_short(exercise.reviewed)
    return fill(words.credit, version=exercise.version, date=day, licence=words.licence)


def listed_in_short(parts: tuple[str, ...]) -> str:
    """Return who should ask first as one list with a full stop; nothing for nobody."""
    if not parts:
        return ""
    return f"{', '.join(f'{each[:1].lower()}{each[1:]}' for each in parts)}."


def _card(  # noqa: PLR0913 everything a card is made of
    slug: str, catalogue: Catalogue, words: Words, *, art: tuple[Art, ...], site: str, code: Callable[[str], QrCode]
) -> Card:
    exercise = catalogue.exercises[slug]
    shown = enumerate(of_one_height(art, exercise), 1)
    url = f"{site.rstrip('/')}/c/{slug}/"
    told = amounts(exercise, catalogue.vocabulary, words.dose) if words.dose else ()
    ask, more = map(listed_in_short, catalogue.ask_first_in_short(slug))
    return Card(
        slug=slug,
        title=exercise.title,
        goal=exercise.goal,
        pictures=tuple(_picture(each, exercise, number) for number, each in shown),
        steps=tuple(step.do for step in exercise.steps),
        start=(f"{capital(told[0].much)},", f"{told[0].often}.") if told else None,
        stop=_stop(exercise, words),
        ask=ask,
        ask_more=more,
        ask_all=catalogue.ask_first(slug),
        amounts=tuple(Amount(each.stage, each.name, _dose(each, than=told[0])) for each in told[1:]),
        mistakes=exercise.mistakes,
        breathing=exercise.breathing,
        easier=_choices(exercise.easier, catalogue),
        harder=_choices(exercise.harder, catalogue),
        url=url,
        address=(url.removeprefix("https://").removesuffix(f"c/{slug}/"), f"c/{slug}/"),
        credit=credit(exercise, words),
        code=code(f"{url}#v{exercise.version}"),
        reviewed=exercise.reviewed,
    )


def of_one_height(art: tuple[Art, ...], exercise: Exercise) -> tuple[Art, ...]:
    """Return the pictures of an exercise in one unit: image files are as high as the drawings beside them."""
    height = max((each.height for each, frame in zip(art, exercise.frames, strict=True) if frame.pose), default=HEIGHT)
    return tuple(
        each if frame.pose else replace(each, width=round(each.width * height / each.height, 3), height=height)
        for each, frame in zip(art, exercise.frames, strict=True)
    )


def _picture(art: Art, exercise: Exercise, number: int) -> Picture:
    numbers = tuple(count for count, step in enumerate(exercise.steps, 1) if step.frame == number)
    frame = exercise.frames[number - 1]
    return Picture(_lighter(art.svg) if frame.pose else art.svg, art.file, art.width, art.height, frame.alt, numbers)


def _lighter(svg: str) -> str:
    for grey, lighter in LIGHTER.items():
        svg = svg.replace(grey, lighter)
    return LINE.sub(lambda match: f"{float(match[0]) * THINNER:.2f}", svg)


def _stop(exercise: Exercise, words: Words) -> tuple[str, str] | None:
    """Return the first words of the stop rule, which stand out, and the rest of it."""
    if words.exercise is None or not exercise.stop_if:
        return None
    rule = stop(exercise, words.exercise)
    start = next((each for each in (words.exercise.stop_word,) if rule.startswith(each)), "")
    return start, rule.removeprefix(start)


def _dose(told: Told, *, than: Told) -> str:
    """Return how much and how often; the front says how often already, where that stays the same."""
    much = sentence(told.much if told.often == than.often else f"{told.much}, {told.often}")
    return " ".join(part for part in (much, told.note) if part)


def _choices(entries: tuple[str, ...], catalogue: Catalogue) -> tuple[str, ...]:
    shown = entries[:MOST_CHOICES]
    titles = {slug: exercise.title for slug, exercise in catalogue.exercises.items()}
    return tuple(sentence(titles.get(entry, entry)) for entry in shown)
