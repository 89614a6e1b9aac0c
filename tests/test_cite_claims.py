"""The hook at work on a small site about tea, built as any site is: links, pages, notes, and a build that fails."""

import json
import shutil
from pathlib import Path

import pytest
from building import ROOT, Build, build_here, copy_of
from selectolax.lexbor import LexborHTMLParser, LexborNode


def project(folder: Path, **changes: tuple[str, str]) -> Path:
    """Return a copy of the site on tea, with the templates of the ledger and pieces of some files changed."""
    site = copy_of("tea", folder)
    shutil.copytree(ROOT / "overrides/evidence", site / "theme/evidence")
    for name, (old, new) in changes.items():
        file = f"docs/{name.replace('__', '/').replace('_yml', '.yml').replace('_md', '.md')}"
        text = (site / file).read_text("utf-8")
        assert old in text
        (site / file).write_text(text.replace(old, new, 1), encoding="utf-8")
    return site


@pytest.fixture(scope="module")
def tea(tmp_path_factory: pytest.TempPathFactory) -> Build:
    folder = tmp_path_factory.mktemp("tea")
    done = build_here(project(folder), folder / "built")
    assert done.code == 0, done.said
    return done


def html(tea: Build, page: str) -> LexborHTMLParser:
    return LexborHTMLParser((tea.site / page).read_text(encoding="utf-8"))


def first(node: LexborHTMLParser | LexborNode, selector: str) -> LexborNode:
    found = node.css(selector)
    assert found, selector
    return found[0]


def test_citations_lead_to_the_entry_on_its_page(tea: Build) -> None:
    links = html(tea, "brewing/index.html").css("a.bs-cite")
    assert [link.attributes["href"] for link in links] == [
        "../evidence/#boiling-water",
        "../evidence/#milk-first",
        "../evidence/#pot-size",
        "../evidence/references/#leaf-2001",
    ]
    for link in links:
        page, anchor = str(link.attributes["href"]).removeprefix("../").split("#")
        assert html(tea, f"{page}index.html").css_first(f"[id='{anchor}']")


def test_each_citation_has_its_note_and_code_is_left_alone(tea: Build) -> None:
    page = html(tea, "brewing/index.html")
    assert [note.attributes["id"] for note in page.css(".bs-note")] == [
        "note-boiling-water",
        "note-milk-first",
        "note-pot-size",
        "note-leaf-2001",
    ]
    assert "[helps][milk-first]" in first(page, "code").text()


def test_a_chart_is_drawn_into_the_page_with_its_table(tea: Build) -> None:
    figure = first(html(tea, "brewing/index.html"), "figure.bs-chart")
    assert first(figure, "figcaption").text() == "Heat"
    assert first(figure, "svg[role=img]").attributes["aria-label"]
    assert [row.text(strip=True) for row in figure.css("tbody tr")] == ["Green80", "Black95"]


def test_the_ledger_shows_each_claim_with_the_pages_that_treat_it(tea: Build) -> None:
    claims = html(tea, "evidence/index.html").css("details.bs-claim")
    assert [first(claim, "h3").attributes["id"] for claim in claims] == ["boiling-water", "milk-first"]
    assert [link.attributes["href"] for link in claims[1].css("dd a") if "brewing" in str(link.attributes["href"])]


def test_a_source_that_was_not_seen_has_no_link_anywhere(tea: Build) -> None:
    for page in tea.site.rglob("*.html"):
        assert "kettle.example" not in page.read_text(encoding="utf-8"), page


def test_the_references_are_there_for_other_programs(tea: Build) -> None:
    assert [item["id"] for item in json.loads((tea.site / "evidence/references.json").read_text("utf-8"))] == [
        "kettle-1990",
        "leaf-2001",
    ]
    assert "@article{leaf-2001," in (tea.site / "evidence/references.bib").read_text("utf-8")


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"brewing_md": ("[milk-first]", "[milk-last]")}, "docs/brewing.md:8: claim-unknown: "),
        ({"brewing_md": ("[helps]", "[does not help]")}, "docs/brewing.md:8: verdict-words: "),
        ({"brewing_md": ("- boiling-water", "- boiled-water")}, "docs/brewing.md:4: covers: "),
        ({"evidence__claims_yml": ("id: milk-first", "id: milk-last")}, "docs/brewing.md:8: claim-unknown: "),
        ({"evidence__claims_yml": ("id: milk-first", "id: milk-last")}, "docs/index.md:3: covers: "),
        (
            {"brewing_md": ("[does not help][milk-first]", "does not help"), "index_md": ("[milk-first]", "[]")},
            "docs/evidence/claims.yml:10: claim-unused: ",
        ),
        ({"evidence__claims_yml": ("id: milk-first", "id: boiling-water")}, "docs/evidence/claims.yml:10: id-twice: "),
        ({"evidence__references_yml": ("10.1234/leaf", "leaf")}, "docs/evidence/references.yml:9: doi: "),
        ({"evidence__references_yml": ("leaf-2001", "leaf-2002")}, "docs/evidence/claims.yml:8: reference-unknown: "),
        (
            {"evidence__facts_yml": ("[kettle-1990]", "[kettle-1999]")},
            "look the id up in docs/evidence/references.yml.",
        ),
    ],
)
def test_an_id_that_is_hidden_removed_or_wrong_fails_the_build_with_its_line(
    tmp_path: Path, changes: dict[str, tuple[str, str]], message: str
) -> None:
    done = build_here(project(tmp_path, **changes), tmp_path / "built")
    assert done.code != 0
    assert message in done.said
    assert "Traceback" not in done.said
