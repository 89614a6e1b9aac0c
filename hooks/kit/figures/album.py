"""An album: all pictures of a set of exercises, for the screen, for paper and moving."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from html import escape
from pathlib import PurePosixPath

from kit import front_matter
from kit.bodies.gait import Cycle, Walk, swapped, walking
from kit.bodies.person import PEOPLE, Person
from kit.bodies.series import stances
from kit.bodies.stance import Stance
from kit.exercises import exercise
from kit.figures.drawing import Drawing
from kit.figures.figure import frame_paths, printed, screen
from kit.figures.motion import moving
from kit.figures.scene import Scene, scene
from kit.problem import Problem

MOMENTS = 16
"""Moments of one stride that a walker is drawn at; the page moves evenly from one to the next."""
SHORTER_UPHILL, SHORTER_DOWNHILL = 0.85, 0.7
"""How long a stride on a slope is drawn, next to one on the level."""
CARD_MM_PER_HEIGHT = 45.0
"""How tall a standing person is on a printed card, for the thickness of its lines."""


@dataclass(frozen=True)
class Album:
    """SVG texts by name (`plank-1`), and the moving figure of each exercise by slug."""

    screen: dict[str, str] = field(default_factory=dict)
    printed: dict[str, str] = field(default_factory=dict)
    motions: dict[str, str] = field(default_factory=dict)


def exercises(sources: Mapping[str, bytes], *, cycle: Cycle | None = None) -> tuple[Album, list[Problem]]:
    """Return the pictures of the exercises in files (path to content), and a problem for each pose that cannot be.

    A file that cannot be read as an exercise is left out without a word: reading reports it. With a `cycle`, an
    exercise that is done walking moves by it, and does not go back and forth between its frames.
    """
    album = Album()
    problems: list[Problem] = []
    for file, raw in sorted(sources.items()):
        pictures, faults = _pictures(file, raw, cycle)
        album = Album(
            album.screen | pictures.screen, album.printed | pictures.printed, album.motions | pictures.motions
        )
        problems += faults
    return album, sorted(problems)


@lru_cache(maxsize=256)
def _pictures(file: str, raw: bytes, cycle: Cycle | None) -> tuple[Album, tuple[Problem, ...]]:
    """Return the pictures of one exercise, kept for the next build: drawing is slow, and few files change."""
    matter, _ = front_matter.read(raw, file=file)
    found, _ = exercise.read(matter.record) if matter else (None, [])
    if matter is None or found is None:
        return Album(), ()
    settled, problems = stances([frame.pose for frame in found.frames], record=matter.record)
    if settled is None:
        return Album(), tuple(problems)
    slug, person = PurePosixPath(file).stem, PEOPLE[found.person]
    drawn = scene(settled, person)
    width = (drawn.box.right - drawn.box.left) * CARD_MM_PER_HEIGHT
    shown: dict[str, str] = {}
    paper: dict[str, str] = {}
    for number, (drawing, frame) in enumerate(zip(drawn.frames, found.frames, strict=True), 1):
        name, words = f"{slug}-{number}", (frame.caption, frame.alt)
        shown[name] = screen(drawing, drawn.box, person=person, name=f"{name}-fig", words=words)
        paper[name] = printed(drawing, drawn.box, person=person, width_mm=width, name=name, words=words)
    words = found.title, " ".join(frame.alt for frame in found.frames)
    walks = cycle is not None and found.position == "walking"
    steps = stride(cycle, _gait_of(settled[-1])) if cycle and walks else moving(settled)
    motion = moving_figure(scene(steps, person), person, name=slug, words=words, loop=walks)
    return Album(shown, paper, {slug: motion}), ()


def moving_figure(drawn: Scene, person: Person, *, name: str, words: tuple[str, str], loop: bool) -> str:
    """Return a figure that figures.js sets moving: the first frame, the paths of all, and a button to stop it.

    Without JavaScript the button is hidden and the first frame is all there is. Empty when the frames cannot be
    blended into each other.
    """
    if len({_order(drawing) for drawing in drawn.frames}) > 1:
        return ""
    first = screen(drawn.frames[0], drawn.box, person=person, name=f"{name}-motion", words=words)
    paths = [frame_paths(drawing, drawn.box) for drawing in drawn.frames]
    still = [index for index in range(len(paths[0])) if all(frame[index] == paths[0][index] for frame in paths)]
    frames = [[path for index, path in enumerate(frame) if index not in still] for frame in paths]
    data = json.dumps({"still": still, "frames": frames}, separators=(",", ":"))
    kind, what = ("loop" if loop else "there-and-back"), escape(words[0])
    return (
        f'<div class="bs-move" data-bs-move="{kind}">{first}<script type="application/json">{data}</script>'
        f'<button class="bs-move__button" type="button" data-what="{what}" hidden>Play</button></div>\n'
    )


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
