"""The hook that prints cards, on a small site about something else, and the page behind the code of an old card."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import paper
import pytest
import yaml
from building import ROOT, Build, build
from site_guide import Folder

KNITTING = ROOT / "tests/sites/knitting"
RAISE = "docs/exercises/arm-raise.md"
SET = {"id": "all", "title": "Both", "text": "For every break.", "choose": {}}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return a copy of the site for knitters with cards to print, in words of its own."""
    project = tmp_path / "tests/sites/knitting"
    shutil.copytree(KNITTING, project)
    shutil.copytree(ROOT / "hooks", tmp_path / "hooks", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(ROOT / "docs/assets/fonts", project / "docs/assets/fonts")
    (project / "theme/cards.html").write_text(
        '{% for section in config.extra.cards %}{{ section["items"] }}{% endfor %}'
    )
    version = (ROOT / "overrides/card-version.html").read_text(encoding="utf-8")
    (project / "theme/card-version.html").write_text(version.replace('{% include "page-foot.html" %}', ""))
    (project / "theme/main.html").write_text("{% block extrahead %}{% endblock %}{% block content %}{% endblock %}")
    cards = project / "docs/cards"
    cards.mkdir()
    (cards / "index.md").write_text("---\ntitle: Print\ntemplate: cards.html\n---\n")
    (cards / "sets.yml").write_text(yaml.safe_dump([SET]))
    words = yaml.safe_load((ROOT / "docs/cards/words.yml").read_text(encoding="utf-8"))
    words |= {"publisher": "Knitters", "emergency": "Dropped a stitch?", "signs": "put the needles down."}
    (cards / "words.yml").write_text(yaml.safe_dump(words))
    recipe = yaml.safe_load((project / "mkdocs.yml").read_text(encoding="utf-8"))
    recipe["hooks"].append("../../../hooks/print_cards.py")
    recipe["nav"].append({"Print": "cards/index.md"})
    (project / "mkdocs.yml").write_text(yaml.safe_dump(recipe))
    return project


def spoil(project: Path, file: str, before: str, after: str) -> None:
    text = (project / file).read_text(encoding="utf-8")
    assert before in text
    (project / file).write_text(text.replace(before, after), encoding="utf-8")


def built(project: Path) -> Build:
    return build(project, project.parents[2] / "site")


def kept(project: Path) -> Iterator[tuple[str, int]]:
    for file in sorted((project / ".cache/cards").iterdir()):
        yield file.name, file.stat().st_mtime_ns


def test_the_hook_prints_for_a_site_about_something_else_and_again_only_what_changed(project: Path) -> None:
    done = built(project)
    assert done.code == 0, done.said
    names = {file.stem for file in (done.site / "cards/pdf").glob("*.pdf")}
    assert {"arm-raise-a4", "arm-reach-letter", "all-standard-duplex-a4", "all-large-fold-over-letter"} <= names
    assert len(names) == 2 * 2 + 12
    (text,) = paper.page_texts((done.site / "cards/pdf/arm-raise-a4.pdf").read_bytes())
    assert "Raise and rest" in text
    assert "Dropped a stitch? put the needles down." in text
    assert "999" not in text
    assert paper.codes((done.site / "cards/pdf/arm-raise-a4.pdf").read_bytes()) == [
        ["https://knitting.example/c/arm-raise/#v1"]
    ]
    data = json.loads((done.site / "cards/cards.json").read_text(encoding="utf-8"))
    assert [card["id"] for card in data["cards"]] == ["arm-raise", "arm-reach"]

    first = dict(kept(project))
    spoil(project, RAISE, "goal: Moves your arms after a long row.", "goal: Moves both arms.")
    assert built(project).code == 0
    second = dict(kept(project))
    assert len(second) == len(first)  # what nobody needs any more is gone
    again = [name for name in first if second.get(name) == first[name]]
    assert len(again) == 2 * 2  # PDF and picture of the other exercise, on two papers


def test_the_page_behind_the_code_of_an_old_card_says_that_there_is_a_newer_one(project: Path) -> None:
    spoil(project, RAISE, "version: 1", "version: 3")
    done = built(project)
    assert done.code == 0, done.said
    html = (done.site / "c/arm-raise/index.html").read_text(encoding="utf-8")
    assert 'id="v1"><strong>There is a newer card.</strong> Yours is version 1. The newest is version 3' in html
    assert 'id="v2"><strong>There is a newer card.</strong>' in html
    assert 'id="v3"><strong>Your card is the newest.</strong>' in html


def test_what_cannot_be_printed_fails_the_build_and_all_is_told(project: Path) -> None:
    spoil(project, "docs/cards/words.yml", "publisher: Knitters", "publishr: Knitters")
    spoil(project, "docs/cards/sets.yml", "choose: {}", "cards: [arm-rise]")
    done = built(project)
    assert done.code != 0
    assert "docs/cards/words.yml" in done.said
    assert 'Did you mean "publisher"?' in done.said
    assert 'docs/cards/sets.yml:1: cards.1: no exercise has the id "arm-rise". Did you mean "arm-raise"?' in done.said
    assert "Traceback" not in done.said


def test_a_text_too_long_for_its_card_fails_the_build_with_card_face_and_overflow(project: Path) -> None:
    spoil(project, RAISE, "rest_s: 30,", f"rest_s: 30, note: {'Count the rows aloud and keep the thread ' * 20},")
    done = built(project)
    assert done.code != 0
    assert "docs/exercises/arm-raise.md: card.back: the back is " in done.said
    assert " mm too full for its box in " in done.said


def test_a_shelf_keeps_what_is_needed_and_gives_nothing_for_what_is_gone(tmp_path: Path) -> None:
    shelf = Folder(tmp_path)
    shelf.put("a.pdf", b"a")
    shelf.put("b.pdf", b"b")
    shelf.clear(keep=frozenset({"b.pdf"}))
    assert shelf.get("a.pdf") is None
    assert shelf.get("b.pdf") == b"b"
    assert [file.name for file in tmp_path.iterdir()] == ["b.pdf"]
