"""What should I do today: every path begins with the signs and ends in an answer, and each mistake has its line."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import pytest
import yaml
from building import ROOT, SMALL, build_here, copy_of, spoil
from guides import guide_in
from selectolax.lexbor import LexborHTMLParser

DOCS = ROOT / "docs"
MOST_TAPS = 4
FLOOR = {"mat"}
"""The surfaces to which one has to get down."""


@pytest.fixture(scope="module")
def tree() -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load((DOCS / "today.yml").read_text("utf-8"))
    return found


@pytest.fixture(scope="module")
def exercises() -> dict[str, dict[str, Any]]:
    files = [file for file in (DOCS / "exercises").glob("*.md") if file.name != "index.md"]
    return {file.stem: yaml.safe_load(file.read_text("utf-8").split("---\n")[1]) for file in files}


def leads(tree: Mapping[str, Any]) -> dict[str, list[str]]:
    """Return where each question leads; that of the signs has no name."""
    first = [*(each["to"] for each in tree["signs"]["lists"]), tree["signs"]["none"]["to"]]
    return {"": first, **{name: [each["to"] for each in asked["choices"]] for name, asked in tree["questions"].items()}}


def paths(tree: Mapping[str, Any], at: tuple[str, ...] = ("",)) -> Iterator[tuple[str, ...]]:
    """Yield each path from the signs to an answer; one that goes on for ever fails."""
    assert len(at) <= MOST_TAPS + 1, at
    if at[-1] in tree["answers"]:
        yield at
    else:
        for target in leads(tree)[at[-1]]:
            yield from paths(tree, (*at, target))


# ---- Our own tree ----


def test_every_path_ends_in_an_answer_after_four_taps_at_most(tree: dict[str, Any]) -> None:
    found = list(paths(tree))
    assert {len(each) - 1 for each in found} == {1, 2, 3, 4}
    assert {each[-1] for each in found} == tree["answers"].keys()
    assert {name for each in found for name in each} == {"", *tree["questions"], *tree["answers"]}


def test_a_sign_leads_to_help_by_its_level_and_nothing_else_does(tree: dict[str, Any]) -> None:
    signs = yaml.safe_load((DOCS / "signs.yml").read_text("utf-8"))
    assert [(each["level"], each["to"]) for each in tree["signs"]["lists"]] == [("now", "now"), ("today", "urgent")]
    assert {"now", "today"} <= {sign["level"] for sign in signs}
    assert "tel:999" in tree["answers"]["now"]["do"]
    assert "tel:111" in tree["answers"]["urgent"]["do"]
    assert [each for each in paths(tree) if each[-1] in {"now", "urgent"}] == [("", "now"), ("", "urgent")]


def test_whoever_is_asked_for_has_an_answer_of_their_own(tree: dict[str, Any]) -> None:
    direct = {each["to"] for each in tree["questions"]["how-bad"]["choices"]}
    assert {"leg", "unsteady", "surgery", "pregnant", "helping"} <= direct & tree["answers"].keys()
    assert {"lasting-floor", "lasting-chair", "bad-day-floor", "bad-day-chair"} <= tree["answers"].keys()


def test_no_exercise_is_offered_to_somebody_for_whom_it_is_not_right(
    tree: dict[str, Any], exercises: dict[str, dict[str, Any]]
) -> None:
    offered = {
        name: [exercises[card["exercise"]] for card in answer.get("cards", [])]
        for name, answer in tree["answers"].items()
    }
    for name in ("unsteady", "helping"):
        for each in offered[name]:
            assert each["surface"] not in FLOOR
            assert "unsteady footing" not in each["movements"]
            assert each["position"] == "sitting" or {"wall", "worktop", "chair"} & {*each["equipment"]}
    assert {each["position"] for each in offered["pregnant"]} <= {"standing", "sitting"}
    assert not [each for each in offered["leg"] if "stretching the back of the leg" in each["movements"]]
    assert offered["surgery"] == []
    on_chairs = [name for name in offered if name.endswith("-chair")]
    assert not [name for name in (*on_chairs, "hardly", "leg") if {each["surface"] for each in offered[name]} & FLOOR]
    assert [
        name for name in offered if name.endswith("-floor") and not any(e["surface"] in FLOOR for e in offered[name])
    ] == []


def test_a_card_shows_what_it_says_where_its_answer_is_and_the_signs_stand_on_every_answer(
    site: Path, tree: dict[str, Any], exercises: dict[str, dict[str, Any]]
) -> None:
    for name, answer in tree["answers"].items():
        page = LexborHTMLParser((site / f"today/{name}/index.html").read_text("utf-8"))
        text = page.body.text() if page.body else ""
        for card in answer.get("cards", []):
            assert all(step["do"] in text for step in exercises[card["exercise"]]["steps"]), name
        assert ("numb between legs" in text.lower()) == (answer.get("level") != "now"), name
        assert "gives no diagnosis" in text
        assert len(page.css(".bs-today__picture svg")) == len(answer.get("cards", []))


def test_the_signs_are_said_in_the_words_of_the_data_and_once(site: Path) -> None:
    page = LexborHTMLParser((site / "today/index.html").read_text("utf-8"))
    signs = yaml.safe_load((DOCS / "signs.yml").read_text("utf-8"))
    shown = [each.text(strip=True) for each in page.css(".bs-today section li")]
    assert shown == [sign["text"] for level in ("now", "today") for sign in signs if sign["level"] == level]


def test_links_of_the_built_pages_are_the_paths_of_the_tree(site: Path, tree: dict[str, Any]) -> None:
    for name, targets in leads(tree).items():
        page = LexborHTMLParser((site / "today" / name / "index.html").read_text("utf-8"))
        here = f"https://a/today/{name}/" if name else "https://a/today/"
        found = [urljoin(here, link.attributes["href"] or "") for link in page.css("a.bs-way")]
        assert found == [f"https://a/today/{target}/" for target in targets]


def test_search_finds_answers_and_no_question_but_the_first(site: Path, tree: dict[str, Any]) -> None:
    texts = "".join(file.read_text("utf-8") for file in (site / "search/texts").iterdir())
    found = set(re.findall(r'"address":"today/([^"]*)"', texts))
    assert found == {"", *(f"{name}/" for name in tree["answers"])}


def test_pages_have_titles_and_descriptions_of_their_own_a_day_and_a_way_back(site: Path, tree: dict[str, Any]) -> None:
    heads = set()
    names = [*tree["questions"], *tree["answers"]]
    for name in names:
        page = LexborHTMLParser((site / f"today/{name}/index.html").read_text("utf-8"))
        (title,), (about,) = page.css("title"), page.css("meta[name=description]")
        heads.add((title.text(), about.attributes["content"]))
        assert page.css_first(".bs-path a[href$='today/'], .bs-path a[href='../'], .bs-path a[href='../../']"), name
        assert page.css(".bs-checked time")[0].attributes["datetime"] == str(tree["reviewed"])
        back = [link.attributes["href"] or "" for link in page.css(".bs-today__back a")]
        assert len(back) == len(set(back)) > 0, name
    assert len(heads) == len({title for title, _ in heads}) == len({about for _, about in heads}) == len(names)
    menu = LexborHTMLParser((site / "faq/index.html").read_text("utf-8")).css(".bs-side a[href*='today/']")
    assert [link.attributes["href"] for link in menu] == ["../today/"]
    listed = (site / "sitemap.xml").read_text("utf-8")
    assert [name for name in names if f"/today/{name}/</loc>" not in listed] == []


# ---- Mistakes, on the small site ----

FOR, DO = "    for: [under-a-low-ceiling]\n", "    do: Practice"
HELD = "17: readers.under-a-low-ceiling"
CHAIN = "".join(
    f"""  {name}:
    title: Still here?
    so_far: It is {name}.
    description: Do you still want to know what to throw, and do you have the time to answer once more?
    choices: [{{say: "No", to: carpet}}, {{say: "Yes", to: {after}}}]
"""
    for name, after in (("two", "three"), ("three", "four"), ("four", "five"), ("five", "feet"))
)
CHANGES = (
    ("to: where}", "to: wher}", "7: signs.none.to", 'no question or answer "wher". Did you mean "where"?'),
    ("to: carpet}", "to: where}", "15: questions.where.choices.2.to", "round in a loop: where → where."),
    ("to: carpet}", "to: feet}", "43: answers.carpet", "no choice leads here."),
    ("questions:", "qestions:", "8: qestions", "unknown key, expected one of: answers, questions"),
    ("more: With", "mor: With", "14: questions.where.choices.1.mor", "one of: heading, more, say, to. Did you"),
    ("questions:\n", f"questions:\n{CHAIN}", "9: questions.two", "no choice leads here."),
    ("to: stop}", "to: where}", "5: signs.lists.1.to", 'expected an answer of the level "now"'),
    ("to: rest}", "to: feet}", "6: signs.lists.2.to", 'expected an answer of the level "today"'),
    ("level: now, title", "level: soon, title", "5: signs.lists.1.level", 'no sign of the level "soon"'),
    ("level: now, title", "level: today, title", "4: signs.lists", 'signs of the level "now" and no list of them'),
    ("    do: Rest.\n", "    do: Rest.\n    cards: [{exercise: toss}]\n", "32: answers.rest.cards", "no exercise"),
    (DO, f"    level: today\n{DO}", "38: answers.feet.level", "no list of signs leads to it"),
    ("exercise: toss", "exercise: tos", "39: answers.feet.cards.1.exercise", 'no exercise "tos". Did you mean "toss"?'),
    ("{exercise: toss}", "{exercise: pass}", "39: answers.feet.cards.1.amount", '"pass" has no amount called "start"'),
    ("[{exercise: toss}]", "[{exercise: toss}, {exercise: toss}]", "39: answers.feet.cards.2.exercise", "here twice"),
    (DO, f"{FOR}{DO}", "40: answers.feet.cards.1.exercise", 'the caution "ceiling" holds for both'),
    (DO, f"{FOR}{DO}", "40: answers.feet.cards.1.exercise", "is done standing, expected scarf."),
    (FOR, "", HELD, "no answer is for this reader."),
    (FOR, "    for: [under-the-ceiling]\n", "46: answers.carpet.for.1", 'no reader "under-the-ceiling"'),
    ("bears: [ceiling]", "bears: [celing]", f"{HELD}.bears.1", 'Did you mean "ceiling"?'),
    ("{standing: [scarf]", "{standin: [scarf]", f"{HELD}.holds.standin", 'Did you mean "standing"?'),
    ("[scarf]", "[scraf]", f"{HELD}.holds.standing.1", 'no equipment "scraf". Did you mean "scarf"?'),
    ("exercises/pass.md", "exercises/pas.md", "42: answers.feet.pages.2", 'Did you mean "exercises/pass.md"?'),
    ("../faq/lamp.md", "../faq/lmp.md", "23: answers.stop.do", 'leads to "../faq/lmp.md", where there is no page.'),
    ("[practice-daily]", "[practice-dayly]", "38: claim-unknown", 'nothing has the id "practice-dayly". Add it'),
    ("Practice [helps]", "Practice [does not help]", "38: verdict-words", "does not help"),
    ("    help: Stop when you hit the lamp.\n", "", "35: answers.feet.help", "this key is missing. Add it."),
    ("say: On the carpet", "say: On my feet", "15: questions.where.choices.2.say", '"On my feet" is here twice'),
    ("  carpet:\n", "  where:\n", "43: answers.where", "is a question and an answer"),
    ("  where:\n", "  signs:\n", "9: questions.signs", "is the first question"),
    ("  where:\n", "  Where am I:\n", "9: questions.Where am I", 'such as "where" or "where/feet", found "W'),
    ("title: Throw one ball", f"title: {'Throw ' * 11}", "36: answers.feet.title", "expected at most 60 characters"),
)  # fmt: skip
"""What is changed, where it is told, and a piece of what is told."""


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copy_of(SMALL, tmp_path_factory.mktemp("today"))


def test_a_level_that_is_not_the_right_one_is_told_once(small: Path) -> None:
    for level, line in (
        ("soon", "docs/today.yml:5: signs.lists.1.level: "),
        ("today", "docs/today.yml:4: signs.lists: "),
    ):
        (found,) = told(small, ("level: now, title", f"level: {level}, title"))
        assert found.startswith(line)


def test_lists_of_signs_stand_in_the_order_of_their_levels(small: Path) -> None:
    swap = (("{level: now,", "{level: x,"), ("{level: today,", "{level: now,"), ("{level: x,", "{level: today,"))
    found = told(small, *swap, ("to: stop}", "to: calm}"), ("to: rest}", "to: stop}"), ("to: calm}", "to: rest}"))
    assert found == ["docs/today.yml:4: signs.lists: expected each level once and the most urgent first: now, today."]


def told(project: Path, *changes: tuple[str, str]) -> list[str]:
    """Return what is told of the questions when pieces of them are changed."""
    file = project / "docs/today.yml"
    before = file.read_text("utf-8")
    for change in changes:
        spoil(project, "docs/today.yml", *change)
    guide_in.cache_clear()
    found = guide_in(project)
    file.write_text(before, encoding="utf-8")
    return [
        str(each)
        for each in (*found.problems.get("today", ()), *found.problems.get("evidence", ()))
        if "today" in each.file
    ]


def test_a_sound_tree_has_no_problem(small: Path) -> None:
    assert told(small) == []


@pytest.mark.parametrize(("old", "new", "place", "piece"), CHANGES)
def test_a_mistake_is_told_with_its_line(small: Path, old: str, new: str, place: str, piece: str) -> None:
    lines = [line for line in told(small, (old, new)) if line.startswith(f"docs/today.yml:{place}: ")]
    assert any(piece in line for line in lines), told(small, (old, new))
    assert not [line for line in lines if "\n" in line]


def test_a_fifth_question_is_one_too_many(small: Path) -> None:
    found = told(small, ("to: carpet}", "to: two}"), ("questions:\n", f"questions:\n{CHAIN}"))
    assert found == [
        f"docs/today.yml:{line}: questions.{name}: this is question {number} on its path, expected at most 4. "
        "Lead to an answer sooner."
        for line, name, number in ((19, "four", 5), (24, "five", 6))
    ]


def test_a_loop_over_several_questions_is_told_at_the_choice_that_closes_it(small: Path) -> None:
    looped = CHAIN.replace("to: five", "to: two")
    found = told(small, ("to: carpet}", "to: two}"), ("questions:\n", f"questions:\n{looped}"))
    (loop,) = [each for each in found if "loop" in each]
    assert loop.startswith("docs/today.yml:23: questions.four.choices.2.to: ")
    assert "two → three → four → two." in loop


def test_all_mistakes_are_told_at_once(small: Path) -> None:
    found = told(small, ("exercise: toss", "exercise: tos"), ("exercises/pass.md", "exercises/pas.md"), (FOR, ""))
    assert [line.split(": ")[1] for line in found] == [
        "readers.under-a-low-ceiling", "answers.feet.cards.1.exercise", "answers.feet.pages.2",
    ]  # fmt: skip


def test_a_tree_without_its_first_page_is_told(tmp_path: Path) -> None:
    project = copy_of(SMALL, tmp_path)
    (project / "docs/today/index.md").unlink()
    assert told(project) == [
        "docs/today/index.md: today: this file is missing. Add it: its words stand above the first question."
    ]


def test_a_mistake_in_what_a_tree_rests_on_is_told_once(tmp_path: Path) -> None:
    for name, before, after in (("signs.yml", "level: now", "level: nwo"), ("exercises/cautions.yml", "when:", "wen:")):
        project = copy_of(SMALL, tmp_path / name.replace("/", "-"))
        spoil(project, f"docs/{name}", before, after)
        assert told(project) == []
        guide_in.cache_clear()
        assert any(each.file == f"docs/{name}" for found in guide_in(project).problems.values() for each in found)


def test_a_guide_without_a_tree_shows_nothing_of_it(tmp_path: Path) -> None:
    project = copy_of(SMALL, tmp_path)
    (project / "docs/today.yml").unlink()
    done = build_here(project, tmp_path / "site")
    assert done.code == 0, done.said
    assert sorted(file.relative_to(done.site).as_posix() for file in (done.site / "today").rglob("*")) == [
        "today/index.html"
    ]
    assert "bs-way" not in done.text("today/index.html")


def test_a_guide_of_other_things_asks_its_own_questions(tmp_path: Path) -> None:
    done = build_here(copy_of(SMALL, tmp_path), tmp_path / "site")
    assert done.code == 0, done.said
    page = done.text("today/feet/index.html")
    for piece in (
        "Throw one ball",
        'href="../../exercises/toss/"',
        "Stop when you hit the lamp.",
        'data-cites="practice-daily"',
    ):
        assert piece in page
    assert "Question 2 of 2" in done.text("today/where/index.html")
