"""The hooks for pages and glossary, on a small site about the night sky."""

from pathlib import Path

import pytest
from building import Build, build_here, copy_of, spoil


@pytest.fixture
def stars(tmp_path: Path) -> Path:
    """Return a copy of the small site, for a test to spoil."""
    return copy_of("stars", tmp_path)


def built(project: Path) -> Build:
    return build_here(project, project / "site")


def test_pages_and_glossary_work_for_any_subject(stars: Path) -> None:
    done = built(stars)
    assert done.code == 0, done.said
    home = (done.site / "index.html").read_text(encoding="utf-8")
    assert home.count('<abbr title="A world that goes round a star.">planet</abbr>') == 1
    assert "A world that goes round a star." in (done.site / "glossary/index.html").read_text(encoding="utf-8")


def test_the_sitemap_dates_a_page_by_its_check_and_not_by_the_build(stars: Path) -> None:
    dates = (built(stars).site / "sitemap.xml").read_text(encoding="utf-8").split()
    assert dates[1::2] == ["2026-03-01", "2026-04-02"]


def test_a_late_check_is_told_without_failing_the_build(stars: Path) -> None:
    spoil(stars, "docs/index.md", "2026-03-01", "2020-02-29")
    done = built(stars)
    assert done.code == 0
    assert "INFO - index.md: its next check was due on 2021-02-28." in done.said


@pytest.mark.parametrize(
    ("found", "put", "message"),
    [
        ("reviewed: 2026-03-01\n", "", "docs/index.md:2: reviewed: this key is missing. Add it."),
        ("2026-03-01", "in March", 'docs/index.md:4: reviewed: expected a date such as 2026-11-23, found "in March".'),
        ("covers:", "cover:", "docs/index.md:5: cover: unknown key, expected one of: covers, description, doors"),
        ("covers: []", "covers: [A B]", 'docs/index.md:5: covers.1: expected small letters, digits and single hyphens, found "A B".'),
        ("How to find your way among the stars on a clear night, with nothing but your eyes.", "Stars.",
         'docs/index.md:3: description: expected 50 or more characters, found 6: "Stars.".'),
    ],
)  # fmt: skip
def test_a_mistake_in_front_matter_fails_the_build_with_its_line(
    stars: Path, found: str, put: str, message: str
) -> None:
    spoil(stars, "docs/index.md", found, put)
    done = built(stars)
    assert done.code != 0
    assert message in done.said
    assert "Traceback" not in done.said
