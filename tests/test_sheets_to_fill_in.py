"""The plan and the log: what their files may say, and the cells they print."""

import breaks
import pytest
from kit.cards.log import read_log, read_plan

PLAN = (breaks.DOCS / "cards/walking-plan.yml").read_text(encoding="utf-8")
LOG = (breaks.DOCS / "cards/log.yml").read_text(encoding="utf-8")
PAGES = ("plan.md", "help.md")


def test_each_row_of_the_plan_says_how_much_and_how_many_boxes() -> None:
    plan, problems = read_plan(PLAN, PAGES, file="p.yml")
    assert plan is not None, problems
    assert plan.rows == [
        {"week": "1", "walks": "3 times 8 rows", "brisk": "none", "boxes": 3},
        {"week": "2", "walks": "5 times 10 rows", "brisk": "2 rows", "boxes": 5},
    ]


def test_a_row_of_one_of_each_says_so_in_the_singular() -> None:
    plan, problems = read_plan(
        PLAN.replace("days: 3, minutes: 8, brisk: 0", "days: 1, minutes: 1, brisk: 1"), PAGES, file="p.yml"
    )
    assert plan is not None, problems
    assert plan.rows[0] == {"week": "1", "walks": "1 time 1 row", "brisk": "1 row", "boxes": 1}


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("page: plan.md", "page: pln.md", 'p.yml:3: page: there is no page "pln.md". Did you mean "plan.md"?'),
        (
            "{days} {minutes}",
            "{days} {minute}",
            "p.yml:8: walk: expected {days} and {minutes}, found {minute}. Did you mean",
        ),
        ('{number} row"', 'number} row"', "p.yml:10: minutes.one: a brace stands alone, expected {number}."),
        ("days: 3", "days: 8", "p.yml:6: stages.1.days: expected 7 or less, found 8."),
        ("head: {week: Week, ", "head: {", "p.yml:4: head.week: this key is missing."),
        ("stages:", "stags:", "p.yml:5: stags: unknown key"),
        ("rules: [{name: Go on, text: The wool holds.}]", "rules: []", "p.yml:13: rules: expected 1 or more entries"),
    ],
)
def test_each_mistake_in_the_plan_is_told_with_its_line(old: str, new: str, message: str) -> None:
    assert old in PLAN
    _, problems = read_plan(PLAN.replace(old, new, 1), PAGES, file="p.yml")
    assert any(each.startswith(message) for each in breaks.said(problems)), problems


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("page: plan.md", "page: pln.md", 'l.yml:3: page: there is no page "pln.md". Did you mean "plan.md"?'),
        ("exercises: 1", "exercises: 5", "l.yml:7: exercises: expected 4 or less, found 5."),
        ("rows: [Rows]", "rows: []", "l.yml:6: rows: expected 1 or more entries, found 0."),
        ('from: "from:"', 'start: "from:"', "l.yml:5: start: unknown key, expected one of: "),
    ],
)
def test_each_mistake_in_the_log_is_told_with_its_line(old: str, new: str, message: str) -> None:
    assert old in LOG
    _, problems = read_log(LOG.replace(old, new, 1), PAGES, file="l.yml")
    assert any(each.startswith(message) for each in breaks.said(problems)), problems


def test_a_sound_log_is_read() -> None:
    log, problems = read_log(LOG, PAGES, file="l.yml")
    assert problems == []
    assert log is not None
    assert (log.title, log.rows, log.exercises, log.start) == ("My four scarves", ("Rows",), 1, "from:")


@pytest.mark.parametrize("read", [read_plan, read_log])
def test_a_file_that_is_no_yaml_is_told(read: object) -> None:
    found, problems = read("title: [", PAGES, file="x.yml")  # type: ignore[operator]
    assert found is None
    assert breaks.said(problems)[0].startswith("x.yml:")
