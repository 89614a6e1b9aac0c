"""The commands that write a new question, exercise or claim, move a page, and say what changed between two builds."""

import datetime as dt
import re
import shlex
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path

import compare_sites
import pytest
import rename_page
import write_new
from building import ROOT, Build, build, build_here, copy_of
from kit import front_matter
from kit.redirect import target_of
from kit.scaffold.draft import with_addresses
from kit.scaffold.move import Move, moved
from kit.scaffold.yaml_edit import EditError, listed, scalar, with_item
from kit.yaml_text import read
from selectolax.lexbor import LexborHTMLParser

pytestmark = pytest.mark.xdist_group("write-new")  # its builds are made once, by one worker

DAY = dt.date(2026, 11, 27)
QUESTION = {
    "id": "two-hands",
    "question": "Do I need both hands?",
    "theme": "starting",
    "short_answer": "No. One hand is plenty at first.",
    "related": "help.md exercises/toss.md",
    "answer": "Throw with one hand. Then try the other: it learns faster.",
    "aliases": "left hand, one-handed",
    "claims": "practice-daily",
}
EXERCISE = {
    "id": "high-toss",
    "like": "toss",
    "title": "One ball, higher",
    "description": "Throw one ball above your head and catch it, once the low throw comes by itself.",
    "goal": "Teaches a longer wait.",
    "steps": "Hold the ball low./Throw it over your head./Wait, and catch it.",
    "related": "help.md",
    "why": "A high ball gives you time. You need it for three.",
}
CLAIM = {
    "id": "height-helps",
    "section": "throwing",
    "gist": "A higher throw is easier: to begin with, at least.",
    "verdict": "unsupported",
    "certainty": "low",
    "evidence": "Nobody has counted.",
    "say": "Throw as high as you like.",
    "sources": "",
    "page": "help.md",
}


def new(root: Path, kind: str, answers: Mapping[str, str], *asked: str) -> int:
    """Run a command; what was not given is asked for, where there is anything left to say."""
    left = iter(asked)
    return write_new.main(root, kind, answers, DAY, ask=(lambda _: next(left)) if asked else None)


def files(root: Path) -> dict[str, bytes]:
    return {
        str(each.relative_to(root)): each.read_bytes() for each in sorted((root / "docs").rglob("*")) if each.is_file()
    }


@pytest.fixture(scope="module")
def juggling(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Build, Build]:
    """Return a small guide after each command was used on it, with the builds from before and after."""
    folder = tmp_path_factory.mktemp("juggling")
    root = copy_of("small", folder)
    before = build_here(root, folder / "before")
    assert before.code == 0, before.said
    assert new(root, "question", QUESTION) == 0
    assert new(root, "exercise", EXERCISE) == 0
    assert new(root, "claim", CLAIM) == 0
    assert rename_page.main(root, "exercises/toss", "exercises/low-toss") == 0
    assert rename_page.main(root, "docs/faq/lamp.md", "docs/faq/broken-glass.md") == 0
    assert rename_page.main(root, "help.md", "stop/when-to-stop.md") == 0
    return root, before, build_here(root, folder / "after")


def test_what_the_commands_write_builds_without_a_warning(juggling: tuple[Path, Build, Build]) -> None:
    assert juggling[2].code == 0, juggling[2].said


def test_a_new_question_has_every_answer_one_sentence_a_line(juggling: tuple[Path, Build, Build]) -> None:
    text = (juggling[0] / "docs/faq/two-hands.md").read_text("utf-8")
    matter, problems = front_matter.read(text.encode(), file="a.md")
    assert matter is not None
    assert problems == []
    assert matter.record.data == {
        "id": "two-hands",
        "question": "Do I need both hands?",
        "theme": "starting",
        "short_answer": "No. One hand is plenty at first.",
        "urgency": "none",
        "related": ["stop/when-to-stop.md", "exercises/low-toss.md"],
        "aliases": ["left-hand", "one-handed"],
        "claims": ["practice-daily"],
        "reviewed": DAY,
    }
    assert matter.body.strip().splitlines() == ["Throw with one hand.", "Then try the other: it learns faster."]


def test_a_new_exercise_is_a_copy_with_its_own_words_and_its_page_links_back(
    juggling: tuple[Path, Build, Build],
) -> None:
    root, _, after = juggling
    matter, _ = front_matter.read((root / "docs/exercises/high-toss.md").read_bytes(), file="a.md")
    assert matter is not None
    data = matter.record.data
    assert [step["do"] for step in data["steps"]] == EXERCISE["steps"].split("/")
    assert [step["frame"] for step in data["steps"]] == [1, 2, 2]
    assert (data["version"], data["reviewed"], data["person"]) == (1, DAY, "mei")
    assert "Every throw is the same throw." not in matter.body
    page = (root / "docs/stop/when-to-stop.md").read_text("utf-8")
    assert page.endswith("\nTry [One ball, higher](../exercises/high-toss.md) too.\n")
    assert (after.site / "c/high-toss/index.html").exists()


def test_a_new_claim_stands_after_the_last_of_its_section_and_on_its_page(
    juggling: tuple[Path, Build, Build],
) -> None:
    claims = (juggling[0] / "docs/evidence/claims.yml").read_text("utf-8")
    assert re.findall(r"- id: (\S+)", claims) == ["practice-daily", "height-helps", "talent-only"]
    assert "covers: [height-helps]\n" in (juggling[0] / "docs/stop/when-to-stop.md").read_text("utf-8")


@pytest.mark.parametrize(
    ("old", "goes_to"),
    [
        ("exercises/toss", "../low-toss/"),
        ("c/toss", "../low-toss/"),
        ("faq/lamp", "../broken-glass/"),
        ("help", "../stop/when-to-stop/"),
        ("drops", "../stop/when-to-stop/"),  # it led to the page before it moved
    ],
)
def test_the_old_address_of_a_page_that_moved_leads_on(
    juggling: tuple[Path, Build, Build], old: str, goes_to: str
) -> None:
    assert target_of(juggling[2].text(f"{old}/index.html")) == goes_to


def test_data_links_and_menu_name_the_new_path_and_comments_stay(juggling: tuple[Path, Build, Build]) -> None:
    root = juggling[0]
    assert "cards: [{exercise: low-toss}]" in (root / "docs/today.yml").read_text("utf-8")
    assert "exercise: low-toss" in (root / "docs/evidence/claims.yml").read_text("utf-8")
    assert "easier: [low-toss]" in (root / "docs/exercises/pass.md").read_text("utf-8")
    assert "(../stop/when-to-stop.md)" in (root / "docs/faq/broken-glass.md").read_text("utf-8")
    assert "../assets/charts/drops.svg" in (root / "docs/stop/when-to-stop.md").read_text("utf-8")
    recipe = (root / "mkdocs.yml").read_text("utf-8")
    assert "  - When to stop: stop/when-to-stop.md\n" in recipe
    assert recipe.startswith("# A small guide to juggling")


def test_what_changed_is_told_with_words_and_pictures_on_a_page_that_loads_nothing(
    juggling: tuple[Path, Build, Build], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, before, after = juggling
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "summary.md"))
    assert compare_sites.main(before.site, after.site, tmp_path / "out") == 0
    page = LexborHTMLParser((tmp_path / "out/what-changed.html").read_text("utf-8"))
    titles = {node.text(): node.next.next for node in page.css("h2") if node.next and node.next.next}
    assert "Do I need both hands?" in titles["New pages"].text()
    assert "backstride-offline/faq/two-hands/index.html" in {link.attributes["href"] for link in page.css("a")}
    assert page.css("script, link, iframe, [onclick]") == []
    assert {(image.attributes["src"] or "")[:22] for image in page.css("img")} == {"data:image/png;base64,"}
    assert all(image.attributes["alt"] for image in page.css("img"))
    (policy,) = [node.attributes["content"] or "" for node in page.css("meta[http-equiv]")]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    summary = (tmp_path / "summary.md").read_text("utf-8")
    assert "- New: Do I need both hands\\?" in summary
    assert "site-preview" in summary


def test_two_builds_of_one_site_have_no_difference(juggling: tuple[Path, Build, Build], tmp_path: Path) -> None:
    compare_sites.main(juggling[1].site, juggling[1].site, tmp_path / "out")
    assert "Nothing that a reader sees has changed." in (tmp_path / "out/what-changed.html").read_text("utf-8")


def test_a_folder_without_a_site_is_told_in_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert compare_sites.main(tmp_path, tmp_path, tmp_path / "out") == 2
    assert "there is no built site here" in capsys.readouterr().err


@pytest.fixture(scope="module")
def untouched(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copy_of("small", tmp_path_factory.mktemp("untouched"))


@pytest.mark.parametrize(
    ("kind", "answers", "told"),
    [
        ("question", QUESTION | {"id": "Two Hands"}, "id: expected small letters, digits and single hyphens"),
        ("question", QUESTION | {"id": "lamp"}, 'id: "lamp" is taken already, by faq/lamp.md.'),
        ("question", QUESTION | {"id": "broken-glass"}, 'id: "broken-glass" is taken already, by faq/lamp.md.'),
        ("question", QUESTION | {"theme": "startin"}, 'theme: "startin" is no theme, expected one of: starting.'),
        ("question", QUESTION | {"short_answer": "word " * 61}, "short_answer: the short answer has 61 words"),
        ("question", QUESTION | {"urgency": "high"}, "urgency: expected none, see-someone or emergency"),
        ("question", QUESTION | {"related": "halp.md"}, 'related.1: "halp.md" is no page'),
        (
            "question",
            QUESTION | {"question": "What now? The lamp fell on the carpet"},
            'question: nearly the same as "The',
        ),
        ("question", QUESTION | {"answer": ""}, "answer: nothing was given."),
        ("exercise", EXERCISE | {"id": "toss"}, 'id: "toss" is taken already, by exercises/toss.md.'),
        ("exercise", EXERCISE | {"like": "tos"}, 'like: there is no exercise "tos", expected one of: pass, toss.'),
        ("exercise", EXERCISE | {"goal": "so " * 13}, "goal: expected at most 12 words, found 13."),
        ("exercise", EXERCISE | {"steps": "Only one."}, "steps: expected 2 or more entries, found 1."),
        ("claim", CLAIM | {"id": "talent-only"}, 'id: "talent-only" is taken already, by evidence/claims.yml.'),
        ("claim", CLAIM | {"verdict": "true"}, "verdict: "),
        ("claim", CLAIM | {"page": "halp.md"}, 'page: "halp.md" is no page'),
        ("song", {}, "song: there is no such kind, expected one of: question, exercise, claim."),
    ],
)
def test_an_answer_that_does_not_fit_is_told_and_nothing_is_written(
    untouched: Path, capsys: pytest.CaptureFixture[str], kind: str, answers: Mapping[str, str], told: str
) -> None:
    before = files(untouched)
    assert new(untouched, kind, answers) == 1
    assert told in capsys.readouterr().err
    assert files(untouched) == before


def test_an_answer_that_is_not_given_is_named(untouched: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert new(untouched, "question", {"id": "two-hands"}) == 1
    assert 'question: this answer is missing. Add question="…"' in capsys.readouterr().err


def test_a_wrong_answer_is_asked_for_again(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = copy_of("small", tmp_path)
    given = {key: value for key, value in QUESTION.items() if key not in {"id", "theme"}} | {"urgency": ""}
    assert new(root, "question", given, "lamp", "two-hands", "startin", "starting") == 0
    assert capsys.readouterr().err.count("\n") == 2
    assert (root / "docs/faq/two-hands.md").exists()


def test_answers_that_fit_one_by_one_but_not_together_are_not_lost(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = copy_of("small", tmp_path)
    before = files(root)
    assert new(root, "claim", CLAIM | {"verdict": "supported", "say": "It's high."}) == 1
    said = capsys.readouterr().err
    assert "docs/evidence/claims.yml" in said
    words = shlex.split(said.rsplit("make new-claim ", 1)[1])
    assert {"verdict=supported", "say=It's high."} <= set(words)
    assert files(root) == before


def test_an_urgent_answer_leads_to_the_page_for_that(tmp_path: Path) -> None:
    root = copy_of("small", tmp_path)
    assert new(root, "question", QUESTION | {"urgency": "emergency"}) == 0
    assert "[When to stop](../help.md)" in (root / "docs/faq/two-hands.md").read_text("utf-8")


@pytest.mark.parametrize(
    ("old", "to", "told"),
    [
        ("halp.md", "stop.md", 'from: "halp.md" is no page that can be read'),
        ("help.md", "faq/index.md", "to: there is a page"),
        ("help.md", "Stop It.md", "to: expected small letters"),
        ("help.md", "stop/index.md", "to: the first page of a folder stays"),
        ("faq/lamp.md", "lamp.md", "to: questions and exercises stay in their folder."),
        ("faq/how-long.md", "faq/broken-glass.md", '"broken-glass" is another name of the question "lamp"'),
        ("help.md", "../help.md", "to: expected small letters"),
    ],
)
def test_a_move_that_cannot_be_made_is_told_and_nothing_moves(
    untouched: Path, capsys: pytest.CaptureFixture[str], old: str, to: str, told: str
) -> None:
    before = files(untouched)
    assert rename_page.main(untouched, old, to) == 1
    assert told in capsys.readouterr().err
    assert files(untouched) == before


def test_a_line_of_the_moved_pages_that_leads_nowhere_is_told(tmp_path: Path) -> None:
    root = copy_of("small", tmp_path)
    recipe = root / "mkdocs.yml"
    text = recipe.read_text("utf-8").replace("  moved:\n", "  moved:\n    old.md: halp.md\n    help.md: index.md\n")
    recipe.write_text(text, encoding="utf-8")
    done = build_here(root, tmp_path / "site")
    line = text.split("\n").index("    old.md: halp.md") + 1
    told = f'mkdocs.yml:{line}: extra.moved.old.md: "halp.md" is no page, expected a path as in the navigation.'
    assert f'{told} Did you mean "help.md"?' in done.said
    assert f'mkdocs.yml:{line + 1}: extra.moved.help.md: there is a page "help.md" again.' in done.said


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("covers: [a, b]  # why", "covers: [a, b, c]  # why"),
        ("covers: []", "covers: [c]"),
        ("covers:\n  # first\n  - a\n  - b", "covers:\n  # first\n  - a\n  - b\n  - c"),
        ("title: A", "title: A\ncovers: [c]"),
        ("covers: [a, c]", "covers: [a, c]"),
    ],
)
def test_a_list_grows_by_one_and_every_other_byte_stays(before: str, after: str) -> None:
    text = f"---\n{before}\n---\n\n# A\n"
    matter, _ = front_matter.read(text.encode(), file="a.md")
    assert matter is not None
    assert with_item(text, matter, "covers", "c") == f"---\n{after}\n---\n\n# A\n"


def test_a_list_over_several_lines_is_left_to_a_person() -> None:
    text = "---\ncovers: [a,\n  b]\n---\n"
    matter, _ = front_matter.read(text.encode(), file="a.md")
    assert matter is not None
    with pytest.raises(EditError, match='Add "c" to it by hand'):
        with_item(text, matter, "covers", "c")


@pytest.mark.parametrize(
    "text",
    [
        "Sit: stand",
        "yes",
        "No",
        "- a",
        "# b",
        "a # b",
        '"q"',
        "it's",
        "10",
        "@a",
        "[a]",
        "{a}",
        "a: ",
        "é",
        "> a",
        "!x",
    ],
)
def test_any_text_comes_back_from_yaml_as_it_was(text: str) -> None:
    assert read(f"a: {scalar(text)}\nb: {listed([text, 'x, y'])}\n").data == {
        "a": text.strip(),
        "b": [text.strip(), "x, y"],
    }


def test_code_and_words_that_look_like_the_old_name_stay() -> None:
    texts = {
        "docs/a.md": "# A\n\n[b](b.md#x) and `[b](b.md)`, b.md\n\n    [b](b.md)\n\n[c](c/b.md) [d](https://b.md)\n",
        "docs/x.yml": "- b.md\n- other-b.md\n- c/b.md\n- b.md.bak\n",
    }
    changed = moved(Move("b.md", "n/b2.md"), texts, docs="docs", recipe="mkdocs.yml", links=rename_page.links)
    assert changed == {
        "docs/a.md": "# A\n\n[b](n/b2.md#x) and `[b](b.md)`, b.md\n\n    [b](b.md)\n\n[c](c/b.md) [d](https://b.md)\n",
        "docs/x.yml": "- n/b2.md\n- other-b.md\n- c/b.md\n- b.md.bak\n",
    }


def test_the_first_line_under_front_matter_is_no_data() -> None:
    texts = {"docs/a.md": "---\nrelated: [b.md]\n---\nFirst, b.md is a name.\n"}
    changed = moved(Move("b.md", "n/b2.md"), texts, docs="docs", recipe="mkdocs.yml", links=rename_page.links)
    assert changed == {"docs/a.md": "---\nrelated: [n/b2.md]\n---\nFirst, b.md is a name.\n"}


def test_a_page_that_moves_twice_leads_on_from_both_addresses() -> None:
    texts = {"docs/b.md": "# B\n", "mkdocs.yml": "extra:\n  moved:\n    a.md: b.md\n  x: 1\n"}
    changed = moved(Move("b.md", "c.md"), texts, docs="docs", recipe="mkdocs.yml", links=lambda _: ())
    assert read(changed["mkdocs.yml"]).data == {"extra": {"moved": {"a.md": "c.md", "b.md": "c.md"}, "x": 1}}


def test_a_new_address_stands_in_its_place_in_the_alphabet() -> None:
    assert with_addresses("# All\n/\n/a/\n/c/\n", {"/b/", "/a/", "/d/"}) == "# All\n/\n/a/\n/b/\n/c/\n/d/\n"


def commands() -> Iterator[list[str]]:
    """Yield the words of each `make` command in the guide for contributors that gives all answers."""
    text = (ROOT / "CONTRIBUTING.md").read_text("utf-8").replace("\\\n", " ")
    for block in re.findall(r"```sh\n(.*?)```", text, re.DOTALL):
        for line in block.splitlines():
            words = shlex.split(line, comments=True)
            if words[:2] == ["make", "new-question"] and len(words) > 2:
                yield words


@pytest.mark.thorough
def test_the_commands_work_on_our_own_pages_word_for_word(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "docs", tmp_path / "docs")
    shutil.copy(ROOT / "published.txt", tmp_path / "published.txt")
    recipe = (ROOT / "mkdocs.yml").read_text(
        encoding="utf-8"
    )  # cards take long, and those of the small guide are printed
    recipe = re.sub(r"  - hooks/(print_cards|share_pages)\.py\n", "", recipe)
    (tmp_path / "mkdocs.yml").write_text(recipe, encoding="utf-8")
    (ROOT / ".cache").mkdir(exist_ok=True)
    for name in ("hooks", "overrides", "prose", ".cache"):
        (tmp_path / name).symlink_to(ROOT / name)
    ((_, _, *answers),) = commands()
    given = dict(word.split("=", 1) for word in answers)
    assert new(tmp_path, "question", given) == 0
    like = next(iter(sorted((ROOT / "docs/exercises").glob("*.md")))).stem
    page = "get-stronger/core.md"
    words = {"description": "A move that is here only to try the command on pages as they are.", "goal": "Tries it."}
    steps = "Stand tall at a worktop./Step to the side."
    exercise = {
        "id": "side-step",
        "like": like,
        "title": "Side steps",
        "steps": steps,
        "related": page,
        "why": "To try it.",
    }
    assert new(tmp_path, "exercise", exercise | words) == 0
    claim = CLAIM | {"section": "readers", "page": page, "gist": "Steps help."}
    assert new(tmp_path, "claim", claim) == 0
    moves = {f"exercises/{like}": "exercises/of-old", f"faq/{given['id']}": "faq/bare", page: "get-stronger/trunk.md"}
    for old, to in moves.items():
        assert rename_page.main(tmp_path, old, to) == 0
    done = build(tmp_path, tmp_path / "site")
    wrong = re.findall(r"^(?:WARNING|ERROR) .*", done.said, re.MULTILINE)
    assert [line for line in wrong if "/c/" not in line and "cards.json" not in line] == [], done.said
    listed_there = (tmp_path / "published.txt").read_text("utf-8").splitlines()
    for address in (
        "/faq/bare/",
        "/faq/barefoot/",
        "/exercises/side-step/",
        "/c/side-step/",
        "/c/of-old/",
        f"/c/{like}/",
    ):
        assert address in listed_there
        assert address.startswith("/c/") or (tmp_path / f"site{address}index.html").exists()
