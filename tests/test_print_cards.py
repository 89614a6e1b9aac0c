"""The hook that prints cards, on a small guide to a stiff wrist, and the page behind the code of an old card."""

import json
import os
import re
import threading
from html import unescape
from pathlib import Path

import paper
import pytest
from building import ROOT, Build, build_here, copy_of, spoil
from kit.cards.typeset import Press
from previews import Preview
from site_disk import Folder

LEAN = "docs/exercises/wall-lean.md"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return copy_of("wrist", tmp_path)


def built(project: Path) -> Build:
    return build_here(project, project.parent / "site")


def kept(project: Path) -> set[str]:
    return {file.name for file in (project / ".cache/cards").iterdir()}


def test_it_prints_what_there_is_and_again_only_what_changed(project: Path) -> None:
    done = built(project)
    assert done.code == 0, done.said
    names = {file.stem for file in (done.site / "cards/pdf").glob("*.pdf")}
    assert {"wall-lean-a4", "shake-out-letter", "all-standard-duplex-a4", "first-large-fold-over-letter"} <= names
    assert len(names) == 4 * 2 + 2 * 12
    text = " ".join(paper.page_texts((done.site / "cards/pdf/wall-lean-a4.pdf").read_bytes()))
    assert "Wall lean" in text
    assert "Go to a hospital now for a cold or blue hand after a fall or a wrist bent out of shape." in text
    assert "999" not in text
    assert paper.codes((done.site / "cards/pdf/wall-lean-a4.pdf").read_bytes()) == [
        ["https://wrist.example/c/wall-lean/#v1"],
        [],
    ]
    data = json.loads((done.site / "cards/cards.json").read_text(encoding="utf-8"))
    assert [card["id"] for card in data["cards"]] == ["bend-and-lift", "bottle-lift", "shake-out", "wall-lean"]

    first = kept(project)
    assert len(first) == 2 * len(names)
    spoil(project, LEAN, "goal: Gets the hand ready to carry weight.", "goal: Gets the hand ready.")
    assert built(project).code == 0
    assert len(kept(project) - first) == 2 * (2 + 12)  # PDF and picture of the card alone, and of the set it is in


def test_a_preview_shows_a_page_before_its_cards_are_printed_and_what_is_too_full_after_it(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    go, pdf = threading.Event(), Press.pdf
    preview = Preview(project)
    preview.build()
    card = preview.site / "cards/pdf/wall-lean-a4.pdf"
    monkeypatch.setattr(Press, "pdf", lambda *given, **named: go.wait(60) and pdf(*given, **named))
    spoil(project, LEAN, "goal: Gets the hand ready to carry weight.", "goal: Gets the hand ready.")
    preview.show()
    assert "Gets the hand ready." in (preview.site / "exercises/wall-lean/index.html").read_text("utf-8")
    assert "carry weight" in " ".join(paper.page_texts(card.read_bytes()))
    go.set()
    preview.settle()
    assert "carry weight" not in " ".join(paper.page_texts(card.read_bytes()))

    spoil(project, LEAN, "goal: Gets the hand ready.", f"goal: {'Gets the hand ready for more. ' * 20}")
    preview.build()
    preview.build()  # what is refused stays told
    assert preview.said.getvalue().count(f"{LEAN}:") == 2
    preview.end()


def test_a_build_that_changes_nothing_prints_nothing(project: Path) -> None:
    assert built(project).code == 0
    before = {name: (project / ".cache/cards" / name).stat().st_ino for name in kept(project)}
    assert built(project).code == 0
    assert {name: (project / ".cache/cards" / name).stat().st_ino for name in kept(project)} == before


def test_an_exercise_links_its_own_cards_with_paper_and_size(project: Path) -> None:
    done = built(project)
    html = done.text("exercises/wall-lean/index.html")
    for size, name in (("a4", "A4"), ("letter", "US Letter")):
        weight = -(-(done.site / f"cards/pdf/wall-lean-{size}.pdf").stat().st_size // 1000)
        assert f'href="../../cards/pdf/wall-lean-{size}.pdf"' in html
        assert f">PDF, {name}, 2 pages, {weight} kB</a>" in html
    assert html.index("wall-lean-a4.pdf") < html.index('id="steps"')  # near the top, before the pictures


def test_the_page_behind_the_code_of_an_old_card_says_that_there_is_a_newer_one(project: Path) -> None:
    spoil(project, "docs/words.yml", "  compare_title: ", "  changed: What is new\n  compare_title: ")
    changes = "changes: [{version: 2, text: Lean less.}, {version: 3, text: Hold longer.}]"
    spoil(project, LEAN, "version: 1", f"version: 3\n{changes}")
    done = built(project)
    assert done.code == 0, done.said
    html = " ".join(done.text("c/wall-lean/index.html").split())
    _, first, second, third, whole = re.split(r'<div class="bs-version__(?:told|compare)', html)
    assert "<strong>There is a newer card.</strong> Yours is version 1. The newest is version 3" in first
    assert "What is new: Lean less. Hold longer." in first
    assert "<strong>There is a newer card.</strong>" in second
    assert "What is new: Hold longer." in second
    assert "<strong>Your card is the newest.</strong>" in third
    assert "What is new" not in third
    assert "What is new: Lean less. Hold longer." in whole


def test_the_page_behind_a_code_shows_the_exercise_itself_and_its_prints(project: Path) -> None:
    html = built(project).text("c/wall-lean/index.html")
    told = unescape(re.sub(r"<[^>]*>", " ", html[html.index("<article") :]))
    words = (project / LEAN).read_text(encoding="utf-8")
    said = [*re.findall(r"do: ([^,}\n]+)", words), *re.findall(r"^goal: (.+)$", words, re.MULTILINE)]
    assert len(said) > 2
    assert [each for each in said if each.strip('"') not in told] == []
    assert {"Stop if", "How much"} <= set(re.split(r"\s{2,}", told))
    for size in ("a4", "letter"):
        assert f'href="../../cards/pdf/wall-lean-{size}.pdf"' in html
    assert html.count("<figure") > 0


def test_what_cannot_be_printed_fails_the_build_and_all_is_told(project: Path) -> None:
    spoil(project, "docs/words.yml", "publisher: A stiff wrist", "publishr: A stiff wrist")
    spoil(project, "docs/cards/sets.yml", "cards: [bend-and-lift, shake-out]", "cards: [bend-or-lift, shake-out]")
    (project / "docs/assets/images/hang.svg").write_text("<svg>", encoding="utf-8")
    done = built(project)
    assert done.code == 1
    assert "docs/words.yml:3: publishr: unknown key, expected one of: " in done.said
    assert 'Did you mean "publisher"?' in done.said
    expected = 'docs/cards/sets.yml:1: cards.1: no exercise has the id "bend-or-lift". Did you mean "bend-and-lift"?'
    assert expected in done.said
    assert "Traceback" not in done.said


def test_a_picture_that_cannot_be_read_is_told_with_its_line(project: Path) -> None:
    (project / "docs/assets/images/hang.svg").write_text("<svg>", encoding="utf-8")
    done = built(project)
    assert done.code == 1
    assert 'docs/exercises/bend-and-lift.md:25: frames.1.image: "assets/images/hang.svg" cannot be read' in done.said
    assert "Traceback" not in done.said


def test_a_drawing_that_breaks_off_is_told_once_at_its_place(project: Path) -> None:
    broken = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">\n<path d="M0 0'
    (project / "docs/assets/images/hang.svg").write_text(broken, encoding="utf-8")
    for _ in range(2):
        done = built(project)
        (said,) = [line for line in done.said.splitlines() if line.startswith(("WARNING", "ERROR"))]
        assert said.startswith("WARNING - docs/assets/images/hang.svg:2: svg: this is no whole SVG (unclosed token).")
        spoil(project, "mkdocs.yml", "hooks:\n", f"hooks:\n  - {ROOT / 'hooks/guard_pages.py'}\n")


def test_a_drawing_that_is_too_deep_to_set_is_told_once_and_nothing_else_is(project: Path) -> None:
    deep = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">\n{"<g>" * 5_000}{"</g>" * 5_000}</svg>'
    (project / "docs/assets/images/hang.svg").write_text(deep, encoding="utf-8")
    text = "docs/assets/images/hang.svg:2: svg: more than 200 elements lie within each other. "
    for _ in range(2):
        done = built(project)
        (said,) = [line for line in done.said.splitlines() if line.startswith(("WARNING", "ERROR"))]
        assert said.startswith(f"WARNING - {text}")
        spoil(project, "mkdocs.yml", "hooks:\n", f"hooks:\n  - {ROOT / 'hooks/guard_pages.py'}\n")


def test_a_language_that_is_no_code_is_told_once_at_its_key(project: Path) -> None:
    spoil(project, "docs/words.yml", "language: en", "language: English")
    done = built(project)
    assert [line for line in done.said.splitlines() if line.startswith(("WARNING", "ERROR"))] == [
        'WARNING - docs/words.yml:2: language: a language is two letters such as "en", found "English".'
    ]


def test_a_text_too_long_for_its_card_fails_the_build_with_card_face_and_overflow(project: Path) -> None:
    spoil(project, LEAN, "hold_s: 20,", f"hold_s: 20, note: {'Breathe and count the bricks of the wall ' * 20},")
    done = built(project)
    assert done.code == 1
    assert re.search(r"docs/exercises/wall-lean.md:\d+: card.back: the back is ", done.said)
    assert " mm too full for its box in " in done.said


def test_a_shelf_keeps_what_is_needed_and_as_much_of_what_was_used_last(tmp_path: Path) -> None:
    shelf = Folder(tmp_path)
    for age, name in enumerate(("d.pdf", "c.pdf", "b.pdf", "a.pdf")):
        shelf.put(name, name.encode())
        os.utime(tmp_path / name, (age, age))
    shelf.clear(keep=frozenset({"d.pdf"}))
    assert shelf.get("d.pdf") == b"d.pdf"
    assert shelf.get("a.pdf") == b"a.pdf"
    assert shelf.get("b.pdf") is None
    assert sorted(file.name for file in tmp_path.iterdir()) == ["a.pdf", "d.pdf"]
