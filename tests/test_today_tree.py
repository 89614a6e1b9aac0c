"""The tree of questions by itself: where it leads, how far, what is wrong with it, and what its pages show."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest
import yaml
from guides import small_sources
from hypothesis import given, settings
from hypothesis import strategies as st
from kit.guide import Guide
from kit.problem import Problem
from kit.reading.guide import read_guide
from kit.sign import Sign
from kit.today.checks import MOST_TAPS, read_today
from kit.today.tree import FIRST, Question, Today, Tree, numbered, ways
from kit.views.place import Place
from kit.views.today_view import HOME, PART, is_answer, sources, today_view, uri_of

ABOUT = "A description that is long enough to be one, and says something."
SIGNS = (Sign(id="a", level="now", text="A."), Sign(id="b", level="soon", text="B."))


def question(*targets: str, title: str = "What?", so_far: str | None = None) -> dict[str, Any]:
    choices = [{"say": f"Way {number}", "to": target} for number, target in enumerate(targets)]
    return {"title": title, "description": ABOUT, "choices": choices} | ({"so_far": so_far} if so_far else {})


PAGES = ["help.md", "index.md", "glossary.md", "exercises/toss.md", "faq/lamp.md"]


def answer(**more: object) -> dict[str, Any]:
    return {"title": "So.", "description": ABOUT, "do": "D", "later": "L", "help": "H", "pages": ["help.md"]} | more


def tree(questions: Mapping[str, Any], answers: Mapping[str, Any] | None = None, none: str = "q") -> dict[str, Any]:
    listed = [{"level": "now", "title": "Now", "say": "Yes", "to": "stop"}]
    return {
        "reviewed": "2026-03-07",
        "signs": {"title": "Any?", "lists": listed, "none": {"say": "None", "to": none}},
        "questions": dict(questions),
        "answers": {"stop": answer(level="now"), **(answers or {"end": answer()})},
    }


def parsed(data: dict[str, Any]) -> Tree:
    return Tree.model_validate(data)


# ---- Its shape ----


def test_the_first_question_leads_to_each_list_and_then_on() -> None:
    assert ways(parsed(tree({"q": question("end", "stop")}))) == {"signs": ("stop", "q"), "q": ("end", "stop")}


def test_a_question_has_its_number_on_the_longest_path() -> None:
    today = Today(parsed(tree({"q": question("r", "s"), "r": question("s", "end"), "s": question("end", "stop")})))
    assert today.numbers == {"signs": 1, "q": 2, "r": 3, "s": 4}
    assert today.most == 4
    assert today.before == {"stop": ("signs", "s"), "q": ("signs",), "r": ("q",), "s": ("q", "r"), "end": ("r", "s")}


def test_a_guide_with_answers_alone_asks_for_signs_and_no_more() -> None:
    today = Today(parsed(tree({}, none="end")))
    assert (today.most, today.numbers) == (1, {"signs": 1})


def test_what_no_path_comes_to_has_no_number() -> None:
    data = parsed(tree({"q": question("end", "stop"), "r": question("q", "end")}))
    assert numbered(ways(data), data.questions) == {"signs": 1, "q": 2}


def test_a_question_is_told_from_the_same_on_another_path_by_what_was_said() -> None:
    assert Question.model_validate(question("a", "b")).full_title == "What?"
    assert Question.model_validate(question("a", "b", so_far="So far.")).full_title == "What? So far."


@given(st.lists(st.lists(st.integers(1, 12), min_size=2, max_size=9), min_size=1, max_size=12))
@settings(max_examples=40)
def test_every_question_comes_after_all_that_lead_to_it(steps: list[list[int]]) -> None:
    names = [f"q{number}" for number in range(len(steps))]
    asked = {
        name: question(*(names[number + step] if number + step < len(names) else "end" for step in steps[number]))
        for number, name in enumerate(names)
    }
    data = parsed(tree(asked, none="q0"))
    leads = ways(data)
    numbers = numbered(leads, data.questions)
    for name, number in numbers.items():
        before = [numbers[each] for each, targets in leads.items() if name in targets and each in numbers]
        assert number == max(before, default=0) + 1


# ---- What is wrong with it ----


@pytest.fixture(scope="module")
def guide() -> Guide:
    return read_guide(small_sources())


def problems(guide: Guide, data: dict[str, Any], signs: tuple[Sign, ...] = SIGNS[:1]) -> list[Problem]:
    found, told = read_today(yaml.safe_dump(data), signs, guide.catalogue, guide.addresses, file="today.yml")
    assert (found is None) == bool(told)
    return told


def said(guide: Guide, data: dict[str, Any], signs: tuple[Sign, ...] = SIGNS[:1]) -> list[tuple[str, str]]:
    return sorted((each.rule, each.text) for each in problems(guide, data, signs))


def test_a_sound_tree_is_returned_with_its_record(guide: Guide) -> None:
    data = tree({"q": question("end", "stop")})
    found, told = read_today(yaml.safe_dump(data), SIGNS[:1], guide.catalogue, guide.addresses, file="today.yml")
    assert told == []
    assert found is not None
    assert found[0].tree == parsed(data)
    assert found[1].file == "today.yml"


@pytest.mark.parametrize("source", ["", "[]", "a: [", b"\xff", "a: 1"])
def test_what_is_no_tree_is_told_and_nothing_returned(guide: Guide, source: str | bytes) -> None:
    found, told = read_today(source, SIGNS, guide.catalogue, guide.addresses, file="today.yml")
    assert found is None
    assert {each.file for each in told} == {"today.yml"}


def test_four_taps_are_enough_and_five_are_one_too_many(guide: Guide) -> None:
    assert MOST_TAPS == 4
    chain = {"q": question("r", "end"), "r": question("s", "end"), "s": question("end", "stop")}
    assert said(guide, tree(chain)) == []
    longer = {**chain, "s": question("t", "end"), "t": question("end", "stop")}
    assert [rule for rule, _ in said(guide, tree(longer))] == ["questions.t"]


def test_two_loops_are_both_told_and_no_number_besides(guide: Guide) -> None:
    loops = {"q": question("q", "r"), "r": question("end", "s"), "s": question("r", "stop")}
    assert [text.split(".")[0] for _, text in said(guide, tree(loops))] == [
        "the path goes round in a loop: q → q",
        "the path goes round in a loop: r → s → r",
    ]


def test_where_a_choice_leads_astray_what_it_may_have_meant_is_not_told(guide: Guide) -> None:
    data = tree({"q": question("ende", "stop")})
    assert said(guide, data) == [
        ("questions.q.choices.1.to", 'there is no question or answer "ende". Did you mean "end"?')
    ]


def test_signs_that_can_wait_need_no_list_and_without_signs_there_is_nothing_to_ask(guide: Guide) -> None:
    data = tree({"q": question("end", "stop")})
    assert said(guide, data, SIGNS) == []
    assert said(guide, data, ()) == [("signs", "there are no signs to ask about. Add them in signs.yml.")]


def test_signs_for_today_need_a_list(guide: Guide) -> None:
    today = Sign(id="c", level="today", text="C.")
    assert [rule for rule, _ in said(guide, tree({"q": question("end", "stop")}), (*SIGNS, today))] == ["signs.lists"]


def test_a_link_that_leaves_the_site_or_goes_to_a_page_is_fine_and_another_told(guide: Guide) -> None:
    links = "[a](https://nhs.uk) [b](../help.md#x) [c](../help.md) [d](mailto:a@b.c)"
    assert said(guide, tree({"q": question("end", "stop")}, {"end": answer(do=links)})) == []
    wrong = said(guide, tree({"q": question("end", "stop")}, {"end": answer(later="[a](help.md)")}))
    assert [rule for rule, _ in wrong] == ["answers.end.later"]
    assert 'a link leads to "help.md", where there is no page.' in wrong[0][1]


def test_an_exercise_that_could_not_be_read_is_told_by_its_own_file_alone(guide: Guide) -> None:
    data = tree({"q": question("end", "stop")}, {"end": answer(cards=[{"exercise": "drop"}])})
    assert [rule for rule, _ in said(guide, data)] == ["answers.end.cards.1.exercise"]
    unread = replace(guide, catalogue=replace(guide.catalogue, unread=frozenset({"drop"})))
    assert said(unread, data) == []


def test_a_reader_who_may_not_be_in_a_position_at_all_is_told_so(guide: Guide) -> None:
    data = tree({"q": question("end", "stop")}, {"end": answer(**{"for": ["me"]}, cards=[{"exercise": "toss"}])})
    data["readers"] = {"me": {"holds": {"standing": []}}}
    (text,) = (text for _, text in said(guide, data))
    assert text.startswith('"toss" is not for "me": it is done standing, expected no exercise in this position.')
    data["readers"] = {"me": {"holds": {"standing": ["scarf", "ball"], "kneeling": []}}}
    assert said(guide, data) == []


def test_a_reader_is_described_by_cautions_that_there_are_and_has_an_answer(guide: Guide) -> None:
    data = tree({"q": question("end", "stop")}, {"end": answer(cards=[{"exercise": "toss"}])})
    data["readers"] = {"me": {"bears": ["celing"]}}
    assert said(guide, data) == [
        ("readers.me", "no answer is for this reader. Name it in one, or take it out."),
        ("readers.me.bears.1", 'there is no caution "celing". Did you mean "ceiling"?'),
    ]
    data["readers"] = {"me": {"bears": ["ceiling"]}}
    data["answers"]["end"]["for"] = ["me"]
    text = '"toss" is not for "me": the caution "ceiling" holds for both. Offer another exercise.'
    assert said(guide, data) == [("answers.end.cards.1.exercise", text)]


@pytest.mark.parametrize("target", ["q", "end"])
def test_a_sign_leads_to_help_and_to_nothing_else(guide: Guide, target: str) -> None:
    data = tree({"q": question("end", "stop")})
    data["signs"]["lists"][0]["to"] = target
    text = 'expected an answer of the level "now": a sign leads to help, and to nothing else.'
    assert ("signs.lists.1.to", text) in said(guide, data)


@pytest.mark.parametrize(
    ("key", "fits", "wrong"),
    [
        ("title", ["x", "x" * 60], ["", "x" * 61]),
        ("description", ["x" * 50, "x" * 160], ["x" * 49, "x" * 161]),
        ("do", ["x", "x" * 2000], ["", "x" * 2001]),
        ("pages", [PAGES[:4]], [[], PAGES, ["help.md"] * 2]),
        ("cards", [[]], [[{"exercise": name} for name in ("toss", "pass", "drop")]]),
    ],
)
def test_an_answer_fits_on_its_page(guide: Guide, key: str, fits: list[object], wrong: list[object]) -> None:
    for value in (*fits, *wrong):
        told = said(guide, tree({"q": question("end", "stop")}, {"end": answer(**{key: value})}))
        assert [rule for rule, _ in told] == ([f"answers.end.{key}"] if value in wrong else [])


# ---- What its pages show ----


def test_each_question_and_answer_has_a_page_and_an_answer_its_three_texts(guide: Guide) -> None:
    made = sources(guide)
    assert made.keys() == {f"today/{name}.md" for name in ("where", "stop", "rest", "feet", "carpet")}
    assert made["today/where.md"] == ""
    assert made["today/rest.md"] == (
        f"Rest.\n\n{PART}\n\nCome back tomorrow.\n\n{PART}\n\nSee somebody if they stay tired.\n"
    )
    assert sources(replace(guide, today=None)) == {}


def test_which_pages_are_answers(guide: Guide) -> None:
    assert [uri for uri in guide.addresses if is_answer(guide, uri)] == [
        f"today/{name}.md" for name in ("stop", "rest", "feet", "carpet")
    ]
    assert not is_answer(replace(guide, today=None), "today/stop.md")
    assert (uri_of(FIRST), uri_of("a/b")) == (HOME, "today/a/b.md")


@pytest.mark.parametrize("uri", ["help.md", "today/other.md", "today/signs.md", "faq/where.md", "today/feet.html"])
def test_another_page_shows_nothing_of_it(guide: Guide, uri: str) -> None:
    assert today_view(guide, uri, {}) is None


def test_a_guide_without_tree_or_words_shows_nothing_of_it(guide: Guide) -> None:
    assert today_view(replace(guide, today=None), HOME, {}) is None
    assert today_view(replace(guide, words=None), HOME, {}) is None


def test_the_first_page_lists_the_signs_by_level_and_one_way_on(guide: Guide) -> None:
    shown = today_view(guide, HOME, {})
    assert shown is not None
    assert (shown["title"], shown["number"], shown["so_far"], shown["back"]) == (
        "Is one of these true?",
        "Question 1 of 2",
        None,
        [],
    )
    assert [(each["level"], each["signs"], each["uri"]) for each in shown["lists"]] == [
        ("now", ["You hit a lamp."], "today/stop/"),
        ("today", ["Your eyes are tired."], "today/rest/"),
    ]
    assert shown["groups"] == [(None, [{"say": "None of these", "more": None, "uri": "today/where/"}])]


def test_a_question_shows_its_choices_in_groups_and_the_way_back(guide: Guide) -> None:
    shown = today_view(guide, "today/where.md", {})
    assert shown is not None
    assert (shown["title"], shown["so_far"], shown["number"]) == ("Where are you?", "All is well.", "Question 2 of 2")
    assert shown["lists"] == []
    assert shown["groups"] == [
        ("Up here:", [{"say": "On my feet", "more": "With room above me.", "uri": "today/feet/"}]),
        ("Down there:", [{"say": "On the carpet", "more": None, "uri": "today/carpet/"}]),
    ]
    assert shown["back"] == [Place("today/", "Back: Is one of these true?")]


def test_an_answer_shows_its_cards_with_the_amount_that_it_names(guide: Guide) -> None:
    shown = today_view(guide, "today/feet.md", {"help.md": "Stop it"})
    assert shown is not None
    assert (shown["answer"], shown["level"], shown["do"]) == ("Throw one ball", None, "What to do today")
    assert shown["cards_title"] == "Try this exercise"
    (card,) = shown["cards"]
    assert (card["slug"], card["uri"], card["title"]) == ("toss", "exercises/toss/", "One ball up")
    assert card["steps"] == ["Hold the ball low.", "Throw it to your eyes and catch it."]
    ((amount, note),) = card["amount"]
    assert note == "Count aloud."
    assert amount.startswith("2 sets")
    assert amount.endswith(".")
    assert card["ask"] == "Ask a clinician first if this is you: a low ceiling. The lamp is dear to somebody."
    assert shown["pages"] == [Place("help/", "Stop it"), Place("exercises/pass/", "Two balls across")]
    assert shown["sheets"] == "cards/"
    assert shown["strip"] == ("Call 999 (112, 911, 000, NZ 111):", "A broken lamp.")
    assert shown["back"] == [Place("today/where/", "Back: Where are you? All is well.")]
    assert shown["first"] == Place("today/", "Is one of these true?")


def test_an_answer_to_a_sign_says_what_to_do_now_and_offers_nothing(guide: Guide) -> None:
    now, soon = today_view(guide, "today/stop.md", {}), today_view(guide, "today/rest.md", {})
    assert now is not None
    assert soon is not None
    assert (now["level"], now["do"], now["cards"], now["sheets"], now["strip"]) == (
        *("now", "What to do now", [], None),
        None,  # it is all about that already
    )
    assert soon["strip"] is not None


def test_a_card_whose_exercise_is_gone_is_left_out(guide: Guide) -> None:
    gone = replace(guide, catalogue=replace(guide.catalogue, exercises={}))
    shown = today_view(gone, "today/feet.md", {})
    assert shown is not None
    assert (shown["cards"], shown["sheets"]) == ([], None)
