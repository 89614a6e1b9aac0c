"""Diagrams: figures that belong to no exercise, as a data file lists them: people standing, walking, step by step."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from html import escape
from typing import Annotated, Literal, Self

from kit.bodies.gait import Cycle, Walk, angle_at, walking
from kit.bodies.person import PEOPLE
from kit.bodies.pose import Pose
from kit.bodies.series import stances
from kit.bodies.stance import Stance
from kit.bodies.vector import nearest
from kit.entry import FileName
from kit.figures.album import moving_figure, script, stride
from kit.figures.figure import MM_PER_HEIGHT, frame_paths, printed, screen
from kit.figures.scene import Scene, scene
from kit.phrase import fill
from kit.problem import Problem, problem
from kit.record import Record, check, read_yaml
from kit.shelf import Shelf, content_key, keep, kept
from kit.words.figure import FigureWords
from pydantic import BaseModel, ConfigDict, Field, model_validator

CURVE_HEIGHT = 40


class _Data(BaseModel):
    model_config = ConfigDict(defer_build=True, extra="forbid", frozen=True)


class Panel(_Data):
    """One picture of a diagram: a pose, or a walker at one moment."""

    caption: str = ""
    alt: Annotated[str, Field(min_length=1)]
    person: Literal["ada", "ben", "mei", "omar", "rosa", "zara"] = "omar"
    pose: Pose | None = None
    walk: Walk | None = None

    @model_validator(mode="after")
    def _one_of_two(self) -> Self:
        if (self.pose is None) == (self.walk is None):
            raise ValueError("expected either pose or walk.")
        return self


class Diagram(_Data):
    """One diagram: pictures side by side, a walker who walks, or the phases of a step to leaf through."""

    title: Annotated[str, Field(min_length=1)]
    shows: Literal["pictures", "walking", "phases"] = "pictures"
    panels: Annotated[tuple[Panel, ...], Field(min_length=1, max_length=4)]

    @model_validator(mode="after")
    def _movers_walk(self) -> Self:
        if self.shows != "pictures" and (len(self.panels) > 1 or self.panels[0].walk is None):
            raise ValueError(f"{self.shows} needs one panel with walk.")
        return self


class Diagrams(_Data):
    """The data file: the cycle of walking, and the diagrams by name."""

    cycle: Cycle
    diagrams: Mapping[FileName, Diagram]


@dataclass(frozen=True)
class Drawn:
    """A diagram as HTML for a page, and its first picture as SVG for paper."""

    html: str
    printed: str


def read(raw: bytes, *, file: str) -> tuple[tuple[Diagrams, Record] | None, list[Problem]]:
    """Return the data file with the lines of its keys, or every problem in it."""
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return None, [problem(file, 1, "encoding", "this is not UTF-8 text. Save the file as UTF-8.")]
    record, problems = read_yaml(text, file=file)
    if record is None:
        return None, problems
    data, problems = check(record, Diagrams)
    return (None, problems) if data is None else ((data, record), [])


def draw(
    data: Diagrams, record: Record, *, words: FigureWords | None, shelf: Shelf | None = None, code: str = ""
) -> tuple[dict[str, Drawn], list[Problem]]:
    """Return every diagram that can be drawn, and a problem for each pose that cannot be.

    What the `shelf` has is not drawn again when it was made of the same data by the same code (a key of its source).
    """
    found: dict[str, Drawn] = {}
    problems: list[Problem] = []
    for name, diagram in data.diagrams.items():
        cycle = data.cycle.model_dump(mode="json") if any(panel.walk for panel in diagram.panels) else None
        key = content_key(
            code, diagram.model_dump(mode="json", exclude_unset=True), cycle, words.model_dump() if words else None
        )
        if shelf and (made := kept(shelf, name, key)):
            found[name] = Drawn(**made)
            continue
        settled, faults = _settled(data.cycle, diagram, record, ("diagrams", name, "panels"))
        problems += faults
        if settled is not None:
            found[name] = _drawn(diagram, data.cycle, settled, words)
            if shelf:
                keep(shelf, name, key, asdict(found[name]))
    return found, sorted(problems)


def _settled(
    cycle: Cycle, diagram: Diagram, record: Record, path: tuple[str | int, ...]
) -> tuple[list[Stance] | None, list[Problem]]:
    found: list[Stance] = []
    problems: list[Problem] = []
    for index, panel in enumerate(diagram.panels):
        if panel.walk is not None:
            stance = walking(cycle, panel.walk, panel.walk.at)
            found.append(Stance(stance.pose.model_copy(update={"marks": panel.walk.marks}), stance.body, {}))
        elif panel.pose is not None:
            settled, faults = stances([panel.pose], record=record, path=path, places=[index])
            problems += faults
            found += settled or ()
    return (None, problems) if problems else (found, [])


def _drawn(diagram: Diagram, cycle: Cycle, settled: Sequence[Stance], words: FigureWords | None) -> Drawn:
    first = diagram.panels[0]
    person = PEOPLE[first.person]
    scenes = [scene([stance], PEOPLE[panel.person]) for stance, panel in zip(settled, diagram.panels, strict=True)]
    box = scenes[0].box
    for other in scenes[1:]:
        box = box.joined(other.box)
    scenes = [
        scene([stance], PEOPLE[panel.person], within=box) for stance, panel in zip(settled, diagram.panels, strict=True)
    ]
    width = (box.right - box.left) * MM_PER_HEIGHT
    on_paper = printed(scenes[0].frames[0], box, person=person, width_mm=width, alt=first.alt)
    if words and diagram.shows == "walking" and first.walk is not None:
        walker = scene(stride(cycle, first.walk), person)
        return Drawn(
            moving_figure(
                walker,
                person,
                title=diagram.title,
                alt=first.alt,
                words=words,
                loop=True,
                caption=first.caption,
            ),
            on_paper,
        )
    if words and diagram.shows == "phases" and first.walk is not None:
        return Drawn(_phases(diagram, cycle, first.walk, words), on_paper)
    pictures = "".join(_picture(drawn, panel) for drawn, panel in zip(scenes, diagram.panels, strict=True))
    return Drawn(f'<div class="bs-pictures">{pictures}</div>\n', on_paper)


def _picture(drawn: Scene, panel: Panel) -> str:
    svg = screen(drawn.frames[0], drawn.box, person=PEOPLE[panel.person], alt=panel.alt)
    caption = f"<figcaption>{escape(panel.caption)}</figcaption>" if panel.caption else ""
    return f'<figure class="bs-picture">{svg}{caption}</figure>'


def _phases(diagram: Diagram, cycle: Cycle, walk: Walk, words: FigureWords) -> str:
    """Return the phases as a strip of pictures, and hidden beside it what figures.js leafs through them with."""
    panel = diagram.panels[0]
    person = PEOPLE[panel.person]
    whole = scene(stride(cycle, walk.model_copy(update={"at": 0})), person)
    moments = [walking(cycle, walk, phase.shown) for phase in cycle.phases]
    strip = scene(moments, person, within=whole.box)
    items = []
    for phase, drawing in zip(cycle.phases, strip.frames, strict=True):
        svg = screen(drawing, strip.box, person=person, alt="")  # the caption says all of it
        first, last = phase.percent.split("-")
        percent = escape(fill(words.phase_percent, first=first, last=last))
        items.append(
            f"<li><figure>{svg}<figcaption>{escape(phase.plain)} <small>{percent}</small></figcaption></figure></li>"
        )
    view = screen(whole.frames[0], whole.box, person=person, alt=panel.alt)
    paths = [frame_paths(drawing, whole.box) for drawing in whole.frames]
    begins = [0, *(int(phase.percent.split("-")[1]) for phase in cycle.phases[:-1])]
    phases = [
        {"plain": phase.plain, "shown": phase.shown, "from": begin}
        for phase, begin in zip(cycle.phases, begins, strict=True)
    ]
    return (
        f'<div class="bs-phases" data-bs-phases>'
        f'<ol class="bs-phases__strip" aria-label="{escape(diagram.title)}">{"".join(items)}</ol>'
        f'<div class="bs-phases__view" hidden><div class="bs-phases__person">{view}</div>'
        f'<div class="bs-phases__curves">{_curve_charts(cycle, words)}<p>{escape(words.note)}</p></div>'
        f"{_controls(words)}</div>"
        f"{script({'still': [], 'frames': paths, 'phases': phases})}</div>\n"
    )


def _controls(words: FigureWords) -> str:
    """Return the name of the phase, the slider and the buttons that figures.js answers to."""
    say = {name: escape(text) for name, text in words.model_dump().items()}
    return (
        '<div class="bs-phases__controls"><p class="bs-phases__name"></p>'
        f'<label class="bs-phases__slide"><span>{say["slide"]}</span>'
        f'<input type="range" min="0" max="99" step="1" value="0" data-percent="{say["percent"]}"></label>'
        f'<div class="bs-phases__buttons"><button type="button" aria-label="{say["back_one"]}">{say["back"]}</button>'
        f'<button type="button" data-play="{say["play_slowly"]}" data-pause="{say["pause"]}">'
        f"{say['play_slowly']}</button>"
        f'<button type="button" aria-label="{say["next_one"]}">{say["next"]}</button></div></div>'
    )


def _curve_charts(cycle: Cycle, words: FigureWords) -> str:
    """Return one small chart for each joint: its angle over one cycle, and a line that figures.js moves along it."""
    charts = []
    for joint, label, meaning in (
        ("thigh", words.hip, words.hip_high),
        ("knee", words.knee, words.knee_high),
        ("ankle", words.ankle, words.ankle_high),
    ):
        values = [angle_at(cycle, joint, percent) for percent in range(0, 101, 2)]
        top, bottom = max(values), min(values)
        span = max(top - bottom, 1.0)  # a joint that never moves has a flat line
        heights = [nearest(10 * ((top - value) / span * (CURVE_HEIGHT - 6) + 3)) / 10 for value in values]
        path = "M" + "L".join(f"{2 * index} {height}" for index, height in enumerate(heights))
        high = fill(words.high_is, meaning=meaning)
        said = fill(words.curve, joint=label, lowest=str(nearest(bottom)), highest=str(nearest(top)), high=high)
        charts.append(
            f'<figure class="bs-curve"><figcaption aria-hidden="true"><strong>{escape(label)}</strong> '
            f"<span>{escape(high)}</span></figcaption>"
            f'<svg viewBox="-3 0 106 {CURVE_HEIGHT}" role="img" aria-label="{escape(said)}" '
            f'data-heights="{json.dumps(heights, separators=(",", ":"))}">'
            f'<path class="axis" d="M0 {CURVE_HEIGHT - 0.5}H100"/><path class="stance" d="M0 {CURVE_HEIGHT - 0.5}H60"/>'
            f'<path class="curve" d="{path}"/><path class="now" d="M0 0V{CURVE_HEIGHT}"/>'
            f'<circle class="dot" cx="0" cy="{heights[0]}" r="3"/></svg></figure>'
        )
    return "".join(charts)
