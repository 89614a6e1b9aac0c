"""An album holds the pictures of exercises, and draws again only what changed."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

import pytest
from building import ROOT
from guides import figure_words, guide_in
from kit import front_matter
from kit.bodies.person import PEOPLE, person_named
from kit.exercises import exercise_reader
from kit.figures import album
from kit.figures.album import Album, Subject, clear, script
from kit.problem import Problem
from kit.record import Record
from kit.shelf import entry
from shelves import Pile

ENGLISH = figure_words()


def pictures(subjects: Iterable[Subject], **more: Any) -> tuple[Album, list[Problem]]:  # noqa: ANN401 as the function
    return album.pictures(subjects, **({"words": ENGLISH} | more))


def subject(slug: str, *, text: str | None = None) -> Subject:
    file = f"docs/exercises/{slug}.md"
    raw = (ROOT / file).read_bytes() if text is None else text.encode()
    matter, _ = front_matter.read(raw, file=file)
    assert matter is not None
    found, problems = exercise_reader.read(matter.record, guide_in().catalogue.vocabulary)
    assert found is not None, problems
    return Subject(slug, found, matter.record)


def source(slug: str) -> str:
    return (ROOT / f"docs/exercises/{slug}.md").read_text(encoding="utf-8")


def changed(old: Subject, **changes: Any) -> Subject:  # noqa: ANN401 fields of an exercise
    return replace(old, exercise=old.exercise.model_copy(update=changes))


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """What is really drawn, by the slug of the exercise."""
    slugs: list[str] = []
    real = album._drawn  # noqa: SLF001 the work that a shelf saves

    def watched(one: Subject, *rest: Any) -> Any:  # noqa: ANN401 as the function it stands for
        slugs.append(one.slug)
        return real(one, *rest)

    monkeypatch.setattr(album, "_drawn", watched)
    return iter([slugs])


def test_a_second_build_draws_nothing_and_has_the_same_pictures(drawn: Iterator[list[str]]) -> None:
    slugs, shelf = next(drawn), Pile()
    first, _ = pictures([subject("plank"), subject("bridge")], shelf=shelf, code="1")
    second, problems = pictures([subject("plank"), subject("bridge")], shelf=shelf, code="1")
    assert slugs == ["plank", "bridge"]
    assert second == first
    assert problems == []
    assert shelf.put_down == [entry("plank"), entry("bridge")]


def test_words_beside_the_figure_change_nothing_but_a_pose_a_caption_a_person_and_the_code_do(
    drawn: Iterator[list[str]],
) -> None:
    slugs, shelf, plank = next(drawn), Pile(), subject("plank")
    other = plank.exercise.frames[0].model_copy(update={"caption": "Another"})
    before = plank.exercise.frames[1].pose
    assert before is not None
    pose = before.model_copy(update={"head": 3.0})
    bent = plank.exercise.frames[1].model_copy(update={"pose": pose})

    def draws(one: Subject, *, code: str = "1", words: Any = ENGLISH) -> int:  # noqa: ANN401 labels
        slugs.clear()
        pictures([one], shelf=shelf, code=code, words=words)
        return len(slugs)

    assert draws(plank) == 1
    assert draws(changed(plank, goal="Something else", version=9)) == 0
    assert draws(changed(plank, frames=(other, *plank.exercise.frames[1:]))) == 1
    assert draws(changed(plank, frames=(plank.exercise.frames[0], bent))) == 1
    assert draws(changed(plank, person="ben")) == 1
    assert draws(changed(plank, title="Another")) == 1
    assert draws(plank) == 1
    assert draws(plank, code="2") == 1
    assert draws(plank, code="2", words=ENGLISH.model_copy(update={"play": "Abspielen"})) == 1


def test_clearing_drops_exercises_that_are_gone_and_keeps_those_that_cannot_be_read_today() -> None:
    shelf = Pile()
    pictures([subject("plank"), subject("bridge"), subject("lunge")], shelf=shelf)
    clear(shelf, ["plank", "bridge"])
    assert set(shelf.content) == {entry("plank"), entry("bridge")}


BROKEN = source("plank").replace("knees: mat, toes: mat}", "knees: mat, toes: mat, head: worktop}")
CONTACTS_LINE = next(number for number, line in enumerate(BROKEN.splitlines(), 1) if "head: worktop" in line)


def test_a_pose_that_cannot_be_is_told_in_every_build_with_the_line_of_that_build() -> None:
    shelf = Pile()
    first = pictures([subject("plank", text=BROKEN)], shelf=shelf)[1]
    second = pictures([subject("plank", text=BROKEN.replace("---\n", "---\n\n\n", 1))], shelf=shelf)[1]
    assert min(problem.line for problem in first if "head cannot reach worktop" in problem.text) == CONTACTS_LINE
    assert [problem.line for problem in second] == [problem.line + 2 for problem in first]
    assert shelf.content == {}


def test_one_exercise_that_cannot_be_drawn_leaves_the_others_their_pictures() -> None:
    broken = subject("plank", text=BROKEN)
    found, problems = pictures([broken, subject("bridge")])
    assert problems
    assert "bridge-1" in found.screen
    assert "plank-1" not in found.screen


def test_a_frame_without_a_pose_is_no_figure_and_the_others_keep_their_numbers() -> None:
    plank = subject("plank")
    frames = plank.exercise.frames
    picture = plank.exercise.frames[0].model_copy(update={"pose": None})
    mixed, problems = pictures([changed(plank, frames=(picture, *frames))])
    assert problems == []
    assert set(mixed.screen) == set(mixed.printed) == {"plank-2", "plank-3"}
    assert mixed.motions == {}
    nothing, problems = pictures([changed(plank, frames=(picture, picture))])
    assert (nothing.screen, nothing.printed, nothing.motions, problems) == ({}, {}, {}, [])


def test_a_problem_after_a_picture_names_the_frame_by_its_place_among_all() -> None:
    plank = subject("plank")
    picture = plank.exercise.frames[0].model_copy(update={"pose": None})
    broken = subject("plank", text=BROKEN).exercise.frames
    record = Record("a.md", {}, {("frames", 0, "pose"): 3, ("frames", 1, "pose"): 8})
    _, problems = pictures([replace(changed(plank, frames=(picture, *broken)), record=record)])
    heads = [str(problem) for problem in problems if "head cannot reach" in problem.text]
    assert [text.split(" cannot")[0] for text in heads if text.startswith("a.md:8")] == [
        "a.md:8: frames.2.pose.contacts.head: frame 2: head"
    ]


def test_somebody_is_chosen_where_no_person_is_named_and_always_the_same() -> None:
    chosen = {slug: person_named(None, otherwise=slug) for slug in ("plank", "bridge", "lunge", "cowl", "scarf")}
    assert all(person_named(None, otherwise=slug) == person for slug, person in chosen.items())
    assert len({person.clothes for person in chosen.values()}) > 1
    assert person_named("ben", otherwise="plank") == PEOPLE["ben"]
    nobody = changed(subject("plank"), person=None)
    svg = pictures([nobody])[0].screen["plank-1"]
    assert f"bs-clothes-{chosen['plank'].clothes}" in svg


def test_words_in_a_moving_figure_are_escaped_and_say_what_they_are_given() -> None:
    tricky = changed(subject("plank"), title='<b>&"plank')
    motion = pictures([tricky], words=ENGLISH.model_copy(update={"play": "<Los>"}))[0].motions["plank"]
    assert "&lt;b&gt;&amp;&quot;plank" in motion
    assert ">&lt;Los&gt;</button>" in motion
    assert "<b>" not in motion


def test_no_text_ends_the_element_that_carries_data() -> None:
    assert script({"plain": "</script><b>"}).count("</script>") == 1
