"""The gate of words in a build and in a preview: told where it helps, quick where nothing changed, never published."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from building import ROOT, SMALL, Build, build_here, copy_of, spoil
from previews import Preview
from selectolax.lexbor import LexborHTMLParser

pytestmark = pytest.mark.xdist_group("check-words")  # its builds are made once, by one worker

PROSE = {"rules": "prose/rules.yml", "spelling": "prose/spelling.txt"}
WRONG = "docs/help.md:10: spelling: "


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the small guide with a gate, built once: what is dear is kept for all that follow."""
    project = copy_of(SMALL, tmp_path_factory.mktemp("words"))
    shutil.copytree(ROOT / "prose", project / "prose")
    recipe = project / "mkdocs.yml"
    recipe.write_text(recipe.read_text("utf-8").replace("extra:\n", f"extra:\n  prose: {PROSE}\n"), encoding="utf-8")
    done = build_here(project, project.parent / "site")
    assert done.code == 0, done.said
    return project


@pytest.fixture
def guide(kept: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(kept, tmp_path / "guide"))


def built(guide: Path) -> Build:
    return build_here(guide, guide.parent / "site")


def misspell(guide: Path) -> None:
    spoil(guide, "docs/help.md", "Stop when you drop", "Stop wehn you drop")


def test_a_build_fails_on_a_wrong_word_and_shows_nothing_of_it_on_the_page(guide: Path) -> None:
    misspell(guide)
    done = built(guide)
    assert done.code == 1
    assert WRONG in done.said
    assert "bs-told" not in done.text("help/index.html")


def test_what_is_kept_is_told_again_and_a_mended_word_is_not(guide: Path) -> None:
    misspell(guide)
    first, second = built(guide), built(guide)
    told = [[line for line in each.said.splitlines() if WRONG in line] for each in (first, second)]
    assert told[0] == told[1] != []
    spoil(guide, "docs/help.md", "wehn", "when")
    assert built(guide).code == 0


def test_a_change_of_the_rules_or_of_our_own_words_judges_every_page_anew(guide: Path) -> None:
    spoil(guide, "prose/rules.yml", "[guarantee, ", "[cascades, guarantee, ")
    assert 'promise: "cascades" promises too much' in built(guide).said
    spoil(guide, "prose/rules.yml", "[cascades, ", "[")
    misspell(guide)
    with (guide / "prose/spelling.txt").open("a", encoding="utf-8") as file:
        file.write("wehn\n")
    assert built(guide).code == 0


def test_a_file_of_rules_that_is_missing_or_wrong_is_told_once(guide: Path) -> None:
    spoil(guide, "prose/rules.yml", "forbidden:", "forbiden:")
    assert [line for line in built(guide).said.splitlines() if "prose" in line] == [
        (
            "WARNING - prose/rules.yml:5: forbiden: unknown key, expected one of: allowed, british, emergency, "
            'forbidden, not_yet, promises, rules. Did you mean "forbidden"?'
        )
    ]
    (guide / "prose/rules.yml").unlink()
    assert "prose/rules.yml: prose: this file cannot be read." in built(guide).said


def test_a_guide_without_such_a_setting_has_no_gate(tmp_path: Path, kept: Path) -> None:
    guide = Path(shutil.copytree(kept, tmp_path / "guide"))
    misspell(guide)
    recipe = guide / "mkdocs.yml"
    recipe.write_text(recipe.read_text("utf-8").replace(f"  prose: {PROSE}\n", ""), encoding="utf-8")
    assert built(guide).code == 0


@pytest.fixture
def preview(guide: Path) -> Iterator[Preview]:
    served = Preview(guide)
    yield served
    served.end()


def box(preview: Preview, page: str = "help") -> str:
    tree = LexborHTMLParser((preview.site / page / "index.html").read_text("utf-8"))
    return "".join(each.html or "" for each in tree.css("article > aside.bs-told:first-child"))


def test_a_preview_says_at_the_top_of_a_page_what_is_wrong_with_it_until_it_is_mended(preview: Preview) -> None:
    misspell(preview.guide)
    spoil(preview.guide, "docs/glossary.md", "covers: []", "covers: [<b>]")
    preview.build()
    assert WRONG in preview.said.getvalue()
    told = box(preview)
    assert 'role="status"' in told
    assert "line 10" in told
    assert '"wehn" is not in the dictionary' in told
    assert "hidden" in box(preview, "faq")
    wrong = box(preview, "glossary")
    assert "&lt;b&gt;" in wrong
    assert "<b>" not in wrong
    spoil(preview.guide, "docs/help.md", "wehn", "when")
    preview.build()
    assert "hidden" in box(preview)


def test_a_page_that_cannot_be_read_says_so_in_a_preview_in_its_place(preview: Preview) -> None:
    spoil(preview.guide, "docs/help.md", "title: When", "title:When")
    preview.build()
    assert "a space is missing after the colon" in box(preview)
