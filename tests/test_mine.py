"""My exercises in a build: what is not there is not shown, and what moves lies beside the drawings."""

import json
from pathlib import Path

import pytest
import yaml
from building import SMALL, Build, build_here, copy_of


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Build:
    return build_here(copy_of(SMALL, tmp_path_factory.mktemp("whole")), tmp_path_factory.mktemp("site"))


@pytest.fixture(scope="module")
def wordless(tmp_path_factory: pytest.TempPathFactory) -> Build:
    """Return a build of the same guide without words for the page."""
    project = copy_of(SMALL, tmp_path_factory.mktemp("wordless"))
    words = project / "docs/words.yml"
    some = yaml.safe_load(words.read_text("utf-8"))
    del some["mine"]
    words.write_text(yaml.safe_dump(some, allow_unicode=True), encoding="utf-8")
    return build_here(project, tmp_path_factory.mktemp("less"))


def figures(site: Path) -> dict[str, object]:
    return {file.stem: json.loads(file.read_text("utf-8")) for file in (site / "cards/figures").glob("*.json")}


def test_each_exercise_leads_to_itself_with_a_timer_and_brings_no_script_for_it(built: Build) -> None:
    assert built.code == 0, built.said
    for page in ("exercises/toss/index.html", "c/toss/index.html"):
        text = built.text(page)
        assert '<a class="bs-button" href="../../cards/mine/#v=1&amp;cards=toss">Do it with me</a>' in text
        assert "javascripts/mine" not in text


def test_what_moves_lies_beside_the_drawings_one_file_for_each_exercise(built: Build) -> None:
    found = figures(built.site)
    assert sorted(found) == ["pass", "toss"]
    toss = found["toss"]
    assert isinstance(toss, dict)
    assert sorted(toss) == ["box", "frames", "look", "moves", "paths", "still"]
    assert len(toss["frames"]) > 2


def test_a_guide_without_words_for_it_builds_and_offers_nothing(wordless: Build) -> None:
    assert wordless.code == 0, wordless.said
    assert "cards/mine/" not in wordless.text("exercises/toss/index.html").split("<article")[1].split("</article>")[0]
    assert "data-bs-mine" not in wordless.text("cards/mine/index.html")
    assert "<h1>My throws</h1>" in wordless.text("cards/mine/index.html")
    assert figures(wordless.site) == {}
    assert (wordless.site / "cards/studio.json").exists()
