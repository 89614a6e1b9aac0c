"""New files from answers: a question, an exercise and a claim, as text; half answered, in an odd guide, and refused."""

import datetime as dt
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import replace

import pytest
from guides import small_sources
from kit.guide import Guide, Sources
from kit.reading.guide import read_guide
from kit.scaffold import new_claim, new_exercise, new_question
from kit.scaffold.draft import Draft
from kit.scaffold.yaml_edit import EditError

DAY = dt.date(2026, 11, 27)
Make = Callable[[Guide, Sources, Mapping[str, str], dt.date], Draft]


def drafted(make: Make, answers: Mapping[str, str], **texts: str | None) -> Mapping[str, str]:
    """Return the texts that are made of answers in the small guide, where some files (`faq__a`) have other texts."""
    sources = small_sources({f"{name.replace('__', '/')}.{_ending(name)}": text for name, text in texts.items()})
    draft = make(read_guide(sources), sources, answers, DAY)
    assert draft.file in draft.texts
    return draft.texts


def _ending(name: str) -> str:
    return "yml" if name in {"evidence__claims", "faq__themes"} else "md"


# ---- A question ----


def test_a_question_that_is_not_answered_yet_is_filled_in_from_the_guide() -> None:
    assert drafted(new_question.draft, {}) == {
        "faq/new-question.md": "---\nid: new-question\nquestion: new-question\ntheme: starting\n"
        "short_answer: >-\n  An answer.\nurgency: none\nrelated:\n  - cards/index.md\nreviewed: 2026-11-27\n---\n\n"
        "An answer.\n"
    }


def test_each_answer_stands_in_its_key_and_the_body_has_a_sentence_a_line() -> None:
    answers = {
        "id": "two-hands",
        "question": "Both hands: needed?",
        "aliases": " Left Hand!, ,one-handed",
        "theme": "starting",
        "short_answer": "No. One is plenty.",
        "urgency": "see-someone",
        "related": "help.md,  exercises/toss.md",
        "claims": "practice-daily talent-only",
        "answer": "Throw.  Then rest?\nYes.",
    }
    assert drafted(new_question.draft, answers)["faq/two-hands.md"] == (
        '---\nid: two-hands\nquestion: "Both hands: needed?"\naliases: [left-hand, one-handed]\ntheme: starting\n'
        "short_answer: >-\n  No.\n  One is plenty.\nurgency: see-someone\n"
        "related:\n  - help.md\n  - exercises/toss.md\nclaims: [practice-daily, talent-only]\n"
        "reviewed: 2026-11-27\n---\n\nThrow.\nThen rest?\nYes.\n"
    )


def test_an_emergency_leads_to_its_page_and_begins_as_other_answers_do() -> None:
    other = small_sources().texts["faq/how-long.md"].decode() + "\n## What to do\n\nMore.\n"
    made = drafted(new_question.draft, {"urgency": "emergency", "answer": "Stop."}, **{"faq__how-long": other})
    body = made["faq/new-question.md"].split("---\n\n")[1]
    assert body == "## What to do\n\nStop.\n\n[When to stop](../help.md)\n"


def test_without_themes_the_question_has_none_and_its_emergency_no_page() -> None:
    made = drafted(new_question.draft, {"urgency": "emergency"}, faq__themes=None)["faq/new-question.md"]
    assert "theme: none\n" in made
    assert "](" not in made
    themes = "themes:\n  - {id: first, title: First}\n"
    made = drafted(new_question.draft, {"urgency": "emergency"}, faq__themes=themes)["faq/new-question.md"]
    assert "theme: first\n" in made
    assert "](" not in made


def test_the_ids_of_pages_questions_and_their_other_names_are_taken() -> None:
    assert new_question.taken(read_guide(small_sources())) == {
        "index": "faq/index.md",
        "how-long": "faq/how-long.md",
        "weeks-to-learn": "faq/how-long.md",
        "lamp": "faq/lamp.md",
        "broken-glass": "faq/lamp.md",
    }


@pytest.mark.parametrize(
    ("text", "names"), [("", []), (" , ", []), ("a", ["a"]), ("a,b c\t\nd ,", ["a", "b", "c", "d"])]
)
def test_names_stand_with_commas_or_blanks_between_them(text: str, names: list[str]) -> None:
    assert new_question.words_in(text) == names


# ---- An exercise ----


def exercise(answers: Mapping[str, str], **texts: str | None) -> Mapping[str, str]:
    return drafted(new_exercise.draft, {"id": "high", "like": "toss", **answers}, **texts)


def test_a_copy_without_answers_is_the_first_version_of_today_and_else_the_same() -> None:
    before = small_sources().texts["exercises/toss.md"].decode()
    expected = before.replace("version: 2", "version: 1").replace("2026-03-05", "2026-11-27")
    assert exercise({}) == {"exercises/high.md": expected}


def test_a_copy_has_its_own_words_and_a_picture_for_each_step() -> None:
    made = exercise({"title": "High: up", "goal": "Waits.", "steps": "Hold. / Throw. / Catch.", "why": "Time. And."})
    text = made["exercises/high.md"]
    assert '\ntitle: "High: up"\n' in text
    assert "\ngoal: Waits.\n" in text
    steps = "steps:\n  - do: Hold.\n    frame: 1\n  - do: Throw.\n    frame: 2\n  - do: Catch.\n    frame: 2\nrepeat:"
    assert steps in text
    assert text.endswith("\n---\n\n## Why do it\n\nTime.\nAnd.\n")


def test_with_fewer_steps_than_pictures_the_rest_of_the_pictures_go() -> None:
    text = exercise({"steps": "Hold."})["exercises/high.md"]
    assert "frames:\n  - pose:\n      near: {shoulder: 20, elbow: 80}\n" in text
    assert "caption: Up" not in text
    assert "caption: Up" in exercise({"steps": "Hold. / Throw."})["exercises/high.md"]
    assert "\nrelated: [help.md]\n---\n" in text


def test_what_changed_in_the_other_one_is_not_copied() -> None:
    toss = small_sources().texts["exercises/toss.md"].decode()
    told = toss.replace("version: 2\n", "version: 2\nchanges:\n  - {version: 2, text: Higher.}\n")
    assert "changes" not in exercise({}, exercises__toss=told)["exercises/high.md"]


def test_an_exercise_that_is_like_none_is_refused_with_those_there_are() -> None:
    with pytest.raises(EditError, match=r'there is no exercise "tos", expected one of: pass, toss\.'):
        exercise({"like": "tos"})


PAGE = "---\ntitle: A\n---\n"
LINKED = "See [one](../exercises/toss.md)."


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Words.\n", "Words.\n\nTry [high](../exercises/high.md) too.\n"),
        (f"{LINKED}\nMore.\n", f"{LINKED}\nTry [high](../exercises/high.md) too.\nMore.\n"),
        (f"- {LINKED}\n- b\n", f"- {LINKED}\n- [high](../exercises/high.md)\n- b\n"),
        (f"* {LINKED}\n  more\n", f"* {LINKED}\n  more\n* [high](../exercises/high.md)\n"),
        (f"```\n{LINKED}\n```\n", f"```\n{LINKED}\n```\n\nTry [high](../exercises/high.md) too.\n"),
        (f"| {LINKED} |\n", f"| {LINKED} |\n\nTry [high](../exercises/high.md) too.\n"),
        ("[a](../exercises/toss.svg)\n", "[a](../exercises/toss.svg)\n\nTry [high](../exercises/high.md) too.\n"),
        ("[a](exercises/toss.md)\n", "[a](exercises/toss.md)\n\nTry [high](../exercises/high.md) too.\n"),
    ],
)
def test_a_page_leads_to_the_new_one_beside_its_last_link_to_another_or_at_its_end(body: str, expected: str) -> None:
    made = exercise({"related": "faq/page.md nowhere.md"}, faq__page=f"{PAGE}{body}")
    assert made["faq/page.md"] == f"{PAGE}{expected}"
    assert made.keys() == {"faq/page.md", "exercises/high.md"}
    assert "\nrelated: [faq/page.md, nowhere.md]\n" in made["exercises/high.md"]


def test_the_names_of_the_pages_beside_it_are_taken() -> None:
    assert new_exercise.taken(read_guide(small_sources())) == {
        name: f"exercises/{name}.md" for name in ("index", "pass", "toss")
    }


# ---- A claim ----

ENTRY = """- id: {}
  section: {}
  gist: A claim.
  verdict: unsupported
  certainty: low
  evidence: A reason.
  say: What we say.
  sources: []
"""


def claims(before: str | None, answers: Mapping[str, str]) -> str:
    return drafted(new_claim.draft, answers, evidence__claims=before)["evidence/claims.yml"]


@pytest.mark.parametrize("before", ["", "\n", None])
def test_the_first_claim_of_a_guide_is_the_whole_file(before: str | None) -> None:
    assert claims(before, {"id": "a"}) == ENTRY.format("a", "throwing")


def test_a_claim_stands_after_the_last_of_its_section_with_blank_lines_as_the_others_have() -> None:
    one, two = ENTRY.format("one", "throwing"), ENTRY.format("two", "gifts")
    new = ENTRY.format("new", "throwing")
    asked = {"id": "new", "section": "throwing"}
    assert claims(one + two, asked) == one + new + two
    assert claims(two + one, asked) == two + one + new
    assert claims(f"{one}\n# Of gifts\n{two}", asked) == f"{one}\n{new}\n# Of gifts\n{two}"
    assert claims(two, asked) == two + new


def test_the_answers_stand_in_the_claim() -> None:
    answers = {"gist": "a: b", "verdict": "supported", "certainty": "high", "evidence": "No.", "say": "Yes"}
    assert claims(None, {**answers, "id": "x", "section": "gifts", "sources": "book-1999, leaf-2001"}) == (
        '- id: x\n  section: gifts\n  gist: "a: b"\n  verdict: supported\n  certainty: high\n  evidence: No.\n'
        '  say: "Yes"\n  sources: [book-1999, leaf-2001]\n'
    )


@pytest.mark.parametrize(
    ("page", "line"),
    [
        ("help.md", "covers: [new]\n"),
        ("faq/how-long.md", "claims: [talent-only, second-throw, new]\n"),
        ("exercises/toss.md", "evidence: [practice-daily, new]\n"),
        ("exercises/pass.md", "evidence: [new]\n"),
    ],
)
def test_the_page_that_treats_a_claim_names_it_by_the_key_of_its_folder(page: str, line: str) -> None:
    made = drafted(new_claim.draft, {"id": "new", "page": page})
    before = small_sources().texts[page].decode().splitlines(keepends=True)
    assert [each for each in made[page].splitlines(keepends=True) if each not in before] == [line]


def test_what_has_an_id_of_the_evidence_is_told() -> None:
    taken = new_claim.taken(read_guide(small_sources()))
    assert taken["practice-daily"] == "evidence/claims.yml"
    assert taken["second-throw"] == "evidence/facts.yml"


# ---- Where it cannot be done ----

BROKEN = (b"\xff", b"- a", b"a: [", b"a: 1", b"- 1\n- [2]", b"---\ntitle: [\n---\n", b"---\n")


@pytest.mark.parametrize("content", BROKEN)
@pytest.mark.parametrize("uri", ["evidence/claims.yml", "faq/themes.yml", "help.md", "exercises/toss.md"])
@pytest.mark.parametrize("make", [new_claim.draft, new_exercise.draft, new_question.draft])
def test_a_file_that_cannot_be_read_is_refused_in_words(make: Make, uri: str, content: bytes) -> None:
    good = small_sources()
    bad = replace(good, texts={**good.texts, uri: content})
    answers = {"id": "a", "page": "help.md", "related": "help.md", "section": "throwing"}
    with suppress(EditError):  # no other error
        make(read_guide(bad), bad, answers, DAY)


@pytest.mark.parametrize("uri", ["evidence/claims.yml", "help.md"])
def test_the_file_that_cannot_be_read_is_named(uri: str) -> None:
    good = small_sources()
    bad = replace(good, texts={**good.texts, uri: b"\xff"})
    with pytest.raises(EditError, match=rf"{uri}:1: encoding: this is not UTF-8 text\."):
        new_claim.draft(read_guide(bad), bad, {"page": "help.md"}, DAY)


def test_a_page_that_is_none_is_refused() -> None:
    with pytest.raises(EditError, match=r'page: "nowhere\.md" is no page'):
        drafted(new_claim.draft, {"page": "nowhere.md"})
    with pytest.raises(EditError, match=r'page: "signs\.yml" is no page'):
        drafted(new_claim.draft, {"page": "signs.yml"})
