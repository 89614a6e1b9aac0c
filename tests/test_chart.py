"""Charts: drawn inside their view box, in proportion to the numbers, with words for those who do not see them."""

import re
from xml.etree import ElementTree as ET

import pytest
from building import ROOT
from hypothesis import given
from hypothesis import strategies as st
from kit.evidence.chart import WIDTH, Chart, Row, draw, read_charts

SVG = "{http://www.w3.org/2000/svg}"


def chart(kind: str, rows: list[dict[str, object]], **more: object) -> Chart:
    words = {"id": "tea", "title": "Tea & milk", "summary": "What <it> shows.", "columns": ["Tea", "Cups"]}
    return Chart.model_validate(words | {"kind": kind, "rows": rows} | more)


def parse(drawn: str) -> ET.Element:
    return ET.fromstring(drawn)  # noqa: S314 the drawing is ours


def project_charts() -> list[Chart]:
    entries, problems = read_charts((ROOT / "docs/evidence/charts.yml").read_text(encoding="utf-8"), file="c.yml")
    assert not problems, problems
    return [entry.value for entry in entries]


def test_a_chart_says_its_summary_once_and_nothing_else() -> None:
    root = parse(draw(chart("bars", [{"label": "Green", "value": 3}])))
    assert (root.get("role"), root.get("aria-label")) == ("img", "What <it> shows.")
    assert [element.get("aria-hidden") for element in root] == ["true"]


def test_bars_are_as_long_as_their_values() -> None:
    rows: list[dict[str, object]] = [{"label": "a", "value": 10}, {"label": "b", "value": 40}]
    widths = [float(rect.get("width") or 0) for rect in parse(draw(chart("bars", rows))).iter("rect")]
    assert widths[1] == pytest.approx(4 * widths[0], rel=0.01)


def test_steps_are_as_high_as_their_values_and_as_wide_as_their_stretch() -> None:
    rows: list[dict[str, object]] = [
        {"label": "a", "value": 100, "start": 0, "end": 50},
        {"label": "b", "value": 25, "start": 50, "end": 100},
    ]
    first, second = parse(draw(chart("steps", rows))).iter("rect")
    assert float(first.get("height") or 0) == pytest.approx(4 * float(second.get("height") or 0), rel=0.01)
    assert first.get("width") == second.get("width")


def test_a_timeline_ends_at_its_day() -> None:
    drawn = parse(draw(chart("timeline", [{"label": "a", "value": 120}], ticks=[0, 60, 120, 240])))
    mark = next(drawn.iter("circle"))
    ticks = [text for text in drawn.iter("text") if text.text == "120" and "tick" in (text.get("class") or "")]
    assert mark.get("cx") == ticks[0].get("x")


def test_a_grid_fills_the_ring_of_each_mark() -> None:
    rows: list[dict[str, object]] = [{"label": "Up", "marks": [True, False]}]
    grid = chart("grid", rows, columns=["Slope", "Hip", "Knee"], filled="more", empty="same")
    kinds = [circle.get("class") for circle in parse(draw(grid)).iter("circle")]
    assert kinds == ["bs-chart__mark", "bs-chart__ring"]
    assert grid.table == (("Up", "more", "same"),)


@pytest.mark.parametrize("drawn", project_charts(), ids=lambda drawn: drawn.id)
def test_every_chart_of_the_site_says_its_source_and_what_it_does_not_show(drawn: Chart) -> None:
    assert drawn.cites
    assert drawn.not_shown
    assert len(drawn.table) == len(drawn.rows)


@given(st.lists(st.floats(0, 1e6, allow_nan=False), min_size=1, max_size=6), st.sampled_from(["bars", "timeline"]))
def test_everything_stays_inside_the_view_box(values: list[float], kind: str) -> None:
    rows: list[dict[str, object]] = [{"label": "a", "value": value, "shown": "x"} for value in values]
    root = parse(draw(chart(kind, rows, ticks=[0])))
    height = float((root.get("viewBox") or "").split()[3])
    for rect in root.iter("rect"):
        assert float(rect.get("x") or -1) >= 0
        assert float(rect.get("x") or 0) + float(rect.get("width") or 0) <= WIDTH
        assert float(rect.get("y") or 0) + float(rect.get("height") or 0) <= height
    for circle in root.iter("circle"):
        assert 0 <= float(circle.get("cx") or -1) <= WIDTH


def test_the_same_data_gives_the_same_bytes_without_style_or_script() -> None:
    for each in project_charts():
        assert draw(each) == draw(each)
        assert not re.search(r"style=|<script|fill=|stroke=", draw(each))
        assert draw(each).endswith("</svg>\n")


@pytest.mark.parametrize(
    ("row", "kind", "message"),
    [
        ("{label: a}", "bars", 'charts.yml:6: rows.1: "a" has no value, expected a number.'),
        (
            "{label: a, value: 1}",
            "steps",
            'charts.yml:6: rows.1: "a" has no start, expected where on the axis it begins.',
        ),
        ("{label: a}", "grid", 'charts.yml:6: rows.1: "a" has 0 marks, expected 1.'),
        ("{label: a, value: -1}", "bars", "charts.yml:6: rows.1.value: expected 0 or more, found -1."),
        (
            "{label: abcdefghijklmnopqrstuvwxyz012345, value: 1, shown: 9 cups of tea}",
            "bars",
            (
                'charts.yml:6: rows.1: "abcdefghijklmnopqrstuvwxyz012345" with its value is longer than 40 characters.'
                " Shorten it."
            ),
        ),
    ],
)
def test_data_that_does_not_fit_its_kind_is_refused(row: str, kind: str, message: str) -> None:
    text = f"- id: a\n  kind: {kind}\n  title: t\n  summary: s\n  columns: [a, b]\n  rows: [{row}]\n"
    (problem,) = read_charts(text, file="charts.yml")[1]
    assert str(problem) == message


def test_every_row_that_does_not_fit_is_told_at_its_line() -> None:
    text = "- id: a\n  kind: steps\n  title: t\n  summary: s\n  columns: [a, b]\n  cites: 5\n  rows:\n"
    text += "    - {label: a}\n    - {label: b, value: 1, start: 0}\n    - {label: c, value: 1}\n"
    found = [str(problem) for problem in read_charts(text, file="charts.yml")[1]]
    assert found == [
        "charts.yml:6: cites: expected a list, found 5.",
        'charts.yml:8: rows.1: "a" has no start, expected where on the axis it begins.',
        'charts.yml:8: rows.1: "a" has no value, expected a number.',
        'charts.yml:10: rows.3: "c" has no start, expected where on the axis it begins.',
    ]


def test_a_row_shows_its_number_as_people_write_it() -> None:
    assert Row(label="a", value=3).words == "3"
    assert Row(label="a", value=2.5).words == "2.5"
    assert Row(label="a", value=2, shown="twice").words == "twice"
