"""Charts: a few numbers that people would rather look at than read, drawn as SVG by plain geometry.

The drawing carries classes only; a stylesheet gives it colour. Lengths are in units of the view box, 340 wide.
"""

from collections.abc import Iterator
from html import escape
from typing import Annotated, Literal, Self

from kit.entry import Entries, Slug, read_entries
from kit.phrase import Text
from kit.problem import Problem, counted
from kit.rest import refuse
from kit.words.evidence import Short
from pydantic import BaseModel, ConfigDict, Field, model_validator

WIDTH = 340
LEFT = 2
RIGHT = 322
ROW = 62
BAR = 22
STEPS_HEIGHT = 150
LABEL_COLUMN = 122
LONGEST_LINE = 40
"""Characters of a label and its value that fit on one line of the picture."""


class Row(BaseModel):
    """One value. `shown` is how the picture writes it; `compare` marks the group that others are compared with.

    In a chart of steps the row runs `start` to `end` along the axis, or on without end. In a grid it has `marks`.
    """

    model_config = ConfigDict(defer_build=True, frozen=True, extra="forbid")

    label: Short
    value: float | None = Field(default=None, ge=0)
    shown: Annotated[str, Field(min_length=1, max_length=14)] | None = None
    compare: bool = False
    tone: str | None = None
    start: float | None = None
    end: float | None = None
    marks: list[bool] = []

    @property
    def words(self) -> str:
        """Return the value as the picture writes it."""
        return self.shown or (f"{self.value:g}" if self.value is not None else "")


class Chart(BaseModel):
    """One chart with its words: `summary` says what the picture shows, `not_shown` what nobody should read into it."""

    model_config = ConfigDict(defer_build=True, frozen=True, extra="forbid")

    id: Slug
    kind: Literal["bars", "timeline", "steps", "grid"]
    title: Text
    summary: Text
    columns: list[Short] = Field(min_length=2)
    rows: list[Row] = Field(min_length=1)
    axis: Short | None = None
    ticks: list[float] = []
    filled: Short = "yes"
    empty: Short = "no"
    cites: list[str] = []
    not_shown: Text | None = None

    @model_validator(mode="after")
    def _fits_its_kind(self) -> Self:
        refuse(self, self._faults())
        return self

    def _faults(self) -> Iterator[tuple[tuple[str | int, ...], str]]:
        """Yield what is wrong with each row, with its path."""
        for number, row in enumerate(self.rows):
            at = ("rows", number)
            if self.kind in {"bars", "timeline"} and len(row.label + row.words) > LONGEST_LINE:
                yield at, f'"{row.label}" with its value is longer than {LONGEST_LINE} characters. Shorten it.'
            if self.kind == "grid" and len(row.marks) != len(self.columns) - 1:
                marks = counted(len(row.marks), "mark", "marks")
                yield at, f'"{row.label}" has {marks}, expected {len(self.columns) - 1}.'
            if self.kind != "grid" and row.value is None:
                yield at, f'"{row.label}" has no value, expected a number.'
            if self.kind == "steps" and row.start is None:
                yield at, f'"{row.label}" has no start, expected where on the axis it begins.'

    @property
    def table(self) -> tuple[tuple[str, ...], ...]:
        """Return the same facts as the picture, one row of words for each row of the chart."""
        if self.kind == "grid":
            return tuple((row.label, *(self.filled if mark else self.empty for mark in row.marks)) for row in self.rows)
        return tuple((row.label, row.words) for row in self.rows)


def read_charts(source: str | bytes, *, file: str) -> tuple[Entries[Chart], list[Problem]]:
    """Return every chart of a YAML list that reads well, with a problem for each that does not."""
    return read_entries(source, Chart, file=file, id_key="id")


def draw(chart: Chart) -> str:
    """Return the chart as one SVG element, ending in a newline. Its name is the summary; no text in it is read out."""
    parts, height = _KINDS[chart.kind](chart)
    return (
        f'<svg class="bs-chart__picture" viewBox="0 0 {WIDTH} {height:g}" role="img" '
        f'aria-label="{escape(chart.summary)}">\n<g aria-hidden="true">\n'
        + "".join(f"{part}\n" for part in parts)
        + "</g>\n</svg>\n"
    )


def _bars(chart: Chart) -> tuple[list[str], float]:
    """Draw one bar for each row under its label, with the value at the right edge."""
    scale = _scale(chart, max(row.value or 0 for row in chart.rows))
    parts: list[str] = []
    for number, row in enumerate(chart.rows):
        top = number * ROW
        length = max((row.value or 0) * scale, 2)
        parts += _labels(row, top + 18)
        parts.append(
            f'<rect class="{_shape(row, "bar")}" x="{LEFT}" y="{top + 27}" width="{length:.1f}" height="{BAR}"/>'
        )
    return _with_axis(chart, parts, len(chart.rows) * ROW, scale)


def _timeline(chart: Chart) -> tuple[list[str], float]:
    """Draw one line of time for each row, with a mark where its event falls."""
    scale = _scale(chart, max(row.value or 0 for row in chart.rows))
    parts: list[str] = []
    for number, row in enumerate(chart.rows):
        middle = number * ROW + 38
        end = LEFT + (row.value or 0) * scale
        parts += _labels(row, number * ROW + 18)
        parts.append(
            f'<path class="{_shape(row, "line")}" d="M{LEFT} {middle - 8}V{middle + 8}M{LEFT} {middle}H{end:.1f}"/>'
        )
        parts.append(f'<circle class="{_shape(row, "mark")}" cx="{end:.1f}" cy="{middle}" r="9"/>')
    return _with_axis(chart, parts, len(chart.rows) * ROW, scale)


def _steps(chart: Chart) -> tuple[list[str], float]:
    """Draw a column for each row over its stretch of the axis; its height is the value."""
    last = max([*(row.end or row.start or 0 for row in chart.rows), *chart.ticks])
    scale = _scale(chart, last)
    tallest = max(row.value or 0 for row in chart.rows)
    floor = STEPS_HEIGHT + 28
    parts: list[str] = []
    for row in chart.rows:
        left = LEFT + (row.start or 0) * scale
        width = LEFT + (last if row.end is None else row.end) * scale - left
        height = (row.value or 0) / tallest * STEPS_HEIGHT
        parts.append(
            f'<rect class="{_shape(row, "bar")}" x="{left + 1.5:.1f}" y="{floor - height:.1f}" '
            f'width="{width - 3:.1f}" height="{height:.1f}"/>'
        )
        parts.append(_text(row.words, left + width / 2, floor - height - 8, "value", "middle"))
    return _with_axis(chart, parts, floor, scale)


def _grid(chart: Chart) -> tuple[list[str], float]:
    """Draw a filled or an empty ring for each mark, each with its word under it."""
    names = chart.columns[1:]
    pitch = (WIDTH - LABEL_COLUMN) / len(names)
    centres = [LABEL_COLUMN + pitch * (number + 0.5) for number in range(len(names))]
    parts = [_text(name, x, 18, "value", "middle") for name, x in zip(names, centres, strict=True)]
    for number, row in enumerate(chart.rows):
        top = 30 + number * (ROW + 8)
        parts.append(f'<path class="bs-chart__rule" d="M0 {top}H{WIDTH}"/>')
        parts.append(_text(row.label, 0, top + 42, "label", "start"))
        for mark, x in zip(row.marks, centres, strict=True):
            kind = "mark" if mark else "ring"
            parts.append(f'<circle class="bs-chart__{kind}" cx="{x:.1f}" cy="{top + 24}" r="11"/>')
            parts.append(_text(chart.filled if mark else chart.empty, x, top + 56, "tick", "middle"))
    return parts, 30 + len(chart.rows) * (ROW + 8)


def _labels(row: Row, baseline: float) -> Iterator[str]:
    yield _text(row.label, 0, baseline, "label", "start")
    yield _text(row.words, WIDTH, baseline, "value", "end")


def _with_axis(chart: Chart, parts: list[str], top: float, scale: float) -> tuple[list[str], float]:
    """Return the parts with an axis under them, where the chart has ticks, and the height of it all."""
    if not chart.ticks:
        return parts, top
    axis = [f'<path class="bs-chart__axis" d="M{LEFT} {top:g}H{RIGHT}"/>']
    for tick in chart.ticks:
        x = LEFT + tick * scale
        axis.append(f'<path class="bs-chart__axis" d="M{x:.1f} {top:g}v6"/>')
        axis.append(_text(f"{tick:g}", x, top + 22, "tick", "middle"))
    name = [_text(chart.axis, WIDTH / 2, top + 44, "tick", "middle")] if chart.axis else []
    return [*parts, *axis, *name], top + (52 if chart.axis else 30)


def _scale(chart: Chart, largest: float) -> float:
    return (RIGHT - LEFT) / max([largest, *chart.ticks, 1e-9])


def _shape(row: Row, name: str) -> str:
    kind = "compare" if row.compare else row.tone
    return f"bs-chart__{name} bs-chart__{name}--{kind}" if kind else f"bs-chart__{name}"


def _text(words: str, x: float, y: float, name: str, anchor: str) -> str:
    return f'<text class="bs-chart__{name}" x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}">{escape(words)}</text>'


_KINDS = {"bars": _bars, "timeline": _timeline, "steps": _steps, "grid": _grid}
