"""An album: all pictures of a set of exercises, for the screen, for paper and moving."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from html import escape

from kit.bodies.gait import Cycle, Walk, swapped, walking
from kit.bodies.person import Person, person_named
from kit.bodies.series import stances
from kit.bodies.stance import Stance
from kit.exercises.exercise import Exercise
from kit.figures.drawing import Drawing
from kit.figures.figure import MM_PER_HEIGHT, frame_paths, printed, screen
from kit.figures.motion import moving
from kit.figures.scene import Scene, alone, scene
from kit.problem import Problem
from kit.record import Record
from kit.shelf import Shelf, content_key, entry, keep, kept
from kit.words.figure import FigureWords

MOMENTS = 16
"""Moments of one stride that a walker is drawn at; the page moves evenly from one to the next."""
SHORTER_UPHILL, SHORTER_DOWNHILL = 0.85, 0.7
"""How long a stride on a slope is drawn, next to one on the level."""


@dataclass(frozen=True)
class Album:
    """SVG texts by name (`plank-1`), and the moving figure of each exercise by slug."""

    screen: dict[str, str] = field(default_factory=dict)
    printed: dict[str, str] = field(default_factory=dict)
    motions: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Subject:
    """What is drawn: an exercise, its slug, the record that it was read from, and whether its person walks."""

    slug: str
    exercise: Exercise
    record: Record
    walks: bool = False


def pictures(
    subjects: Iterable[Subject],
    *,
    cycle: Cycle | None = None,
    words: FigureWords | None,
    shelf: Shelf | None = None,
    code: str = "",
) -> tuple[Album, list[Problem]]:
    """Return the pictures of exercises, and a problem for each pose that cannot be.

    Without `words` nothing moves, for lack of a name for its button. With a `cycle`, a person who walks moves by it and
    does not go back and forth between the frames. What the `shelf`
    has is not drawn again when it was made of the same exercise by the same code (a key of its source). A frame without
    a pose is left out: it is no figure.
    """
    albums: list[Album] = []
    problems: list[Problem] = []
    for subject in subjects:
        key = _key(subject, cycle, words, code)
        album = _kept(shelf, subject.slug, key)
        if album is None:
            album, faults = _drawn(subject, cycle, words)
            problems += faults
            if shelf and not faults:
                keep(shelf, subject.slug, key, asdict(album))
        albums.append(album)
    return _joined(albums), sorted(problems)


def clear(shelf: Shelf, slugs: Iterable[str]) -> None:
    """Drop what is kept of exercises (or diagrams) that are no more; name all that are, readable or not."""
    shelf.clear(frozenset(entry(slug) for slug in slugs))


def _key(subject: Subject, cycle: Cycle | None, words: FigureWords | None, code: str) -> str:
    """Return a key of all that the pictures of a subject are made of."""
    found = subject.exercise
    frames = [frame.model_dump(mode="json", exclude_unset=True) for frame in found.frames]
    walk = cycle.model_dump(mode="json") if cycle and subject.walks else None
    return content_key(code, found.title, found.person, frames, walk, _said(words))


def _kept(shelf: Shelf | None, slug: str, key: str) -> Album | None:
    made = kept(shelf, slug, key) if shelf else None
    return Album(**made) if made else None


def _joined(albums: Iterable[Album]) -> Album:
    whole: tuple[dict[str, str], dict[str, str], dict[str, str]] = ({}, {}, {})
    for album in albums:
        for all_of_them, some in zip(whole, (album.screen, album.printed, album.motions), strict=True):
            all_of_them.update(some)
    return Album(*whole)


def _said(words: FigureWords | None) -> dict[str, str] | None:
    return words.model_dump() if words else None


def _drawn(subject: Subject, cycle: Cycle | None, words: FigureWords | None) -> tuple[Album, list[Problem]]:
    slug, found = subject.slug, subject.exercise
    poses = {index: frame.pose for index, frame in enumerate(found.frames) if frame.pose is not None}
    if not poses:
        return Album(), []
    settled, problems = stances([*poses.values()], record=subject.record, places=[*poses])
    if settled is None:
        return Album(), problems
    person = person_named(found.person, otherwise=slug)
    drawn = scene(settled, person)
    shown: dict[str, str] = {}
    paper: dict[str, str] = {}
    for place, index in enumerate(poses):
        frame, name = found.frames[index], f"{slug}-{index + 1}"
        shown[name] = screen(drawn.frames[place], drawn.box, person=person, alt=frame.alt)
        drawing, box = alone(drawn, place, settled[place].pose)
        width = (box.right - box.left) * MM_PER_HEIGHT
        paper[name] = printed(drawing, box, person=person, width_mm=width, alt=frame.alt)
    if words is None or len(poses) < len(found.frames):
        return Album(shown, paper), []
    walks = cycle is not None and subject.walks
    steps = stride(cycle, _gait_of(settled[-1])) if cycle and walks else moving(settled)
    # The frames beside it say all that it shows.
    motion = moving_figure(scene(steps, person), person, title=found.title, alt="", words=words, loop=walks)
    return Album(shown, paper, {slug: motion}), []


def moving_figure(  # noqa: PLR0913 what is drawn, who, how it moves, and the words for it
    drawn: Scene, person: Person, *, title: str, alt: str, words: FigureWords, loop: bool, caption: str = ""
) -> str:
    """Return a figure that figures.js sets moving: the first frame, the paths of all, and a button to stop it.

    The button is named after the `title`, and `alt` says what moves. Without JavaScript the button is hidden and the
    first frame is all there is. Empty when the frames cannot be blended into each other.
    """
    if len({_order(drawing) for drawing in drawn.frames}) > 1:
        return ""
    first = screen(drawn.frames[0], drawn.box, person=person, alt=alt)
    paths = [frame_paths(drawing, drawn.box) for drawing in drawn.frames]
    still = [index for index in range(len(paths[0])) if all(frame[index] == paths[0][index] for frame in paths)]
    frames = [[path for index, path in enumerate(frame) if index not in still] for frame in paths]
    kind, play = ("loop" if loop else "there-and-back"), escape(words.play)
    named = f"<p>{escape(caption)}</p>" if caption else ""
    return (
        f'<div class="bs-move" data-bs-move="{kind}">{first}{script({"still": still, "frames": frames})}'
        f'{named}<button class="bs-move__button" type="button" data-what="{escape(title)}" data-play="{play}" '
        f'data-pause="{escape(words.pause)}" hidden>{play}</button></div>\n'
    )


def script(data: Mapping[str, object]) -> str:
    """Return data for figures.js as an element of a page, which no text in it can end."""
    text = json.dumps(data, separators=(",", ":")).replace("<", "\\u003c")
    return f'<script type="application/json">{text}</script>'


def _order(drawing: Drawing) -> tuple[tuple[str, bool, int], ...]:
    return tuple((shape.role, shape.far, len(shape.outlines)) for shape in drawing)


def stride(cycle: Cycle, walk: Walk) -> tuple[Stance, ...]:
    """Return a walker at each moment of one stride."""
    half = [walking(cycle, walk, walk.at + 100 * index / MOMENTS) for index in range(MOMENTS // 2)]
    return (*half, *(swapped(stance) for stance in half))


def _gait_of(stance: Stance) -> Walk:
    """Return the walk of somebody who holds themselves as in this stance."""
    slope, trunk = stance.pose.props.slope_deg, stance.pose.trunk
    short = SHORTER_DOWNHILL if slope < 0 else SHORTER_UPHILL if slope > 0 else 1.0
    lean = stance.body.joints["lean"]
    return Walk(slope_deg=slope, stride=short, lean=lean, lumbar=trunk.lumbar, thoracic=trunk.thoracic)
