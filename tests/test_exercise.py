"""Exercises: what their files must have, what follows from it, and the project's own."""

import json
from collections.abc import Mapping

import breaks
import jsonschema
import pytest
import yaml
from building import ROOT
from kit import front_matter
from kit.exercises.catalogue import Catalogue, read_all
from kit.exercises.editor import schema, snippets
from kit.exercises.exercise import Exercise, count_of, is_id, needs_floor, place_of, walks
from kit.exercises.exercise_reader import read
from kit.exercises.limit import count_words
from kit.exercises.telling import amounts, capital, front, labels, listed, minutes, sentence, stop
from kit.exercises.vocabulary import Vocabulary, read_vocabulary
from kit.record import Record
from kit.words.words import Words, read_words

FOLDER = ROOT / "docs/exercises"
SOURCES = {f"docs/exercises/{file.name}": file.read_bytes() for file in FOLDER.glob("*.md") if file.stem != "index"}
PAGES = {str(file.relative_to(ROOT / "docs")) for file in (ROOT / "docs").rglob("*.md")}
GOOD = yaml.safe_load((breaks.DOCS / "exercises/arm-reach.md").read_text().split("\n---\n")[0])
FIRST_SIXTEEN = {
    "plank", "bridge", "side-bridge", "seated-lower-ab-curl", "hip-flexor-stretch", "standing-hamstring-stretch",
    "calf-stretch", "lunge", "band-core-press", "breathing-and-bracing", "string-posture-check",
    "heel-to-toe-roll-drill", "arm-swing-drill", "uphill-walking", "downhill-walking", "thirty-minute-brisk-walk",
}  # fmt: skip
MORE = {
    "floor-and-up-again", "wall-plank", "knee-plank", "sit-to-stand", "chair-hip-flexor-stretch",
    "seated-hamstring-stretch", "wall-side-bridge", "seated-march",
}  # fmt: skip


@pytest.fixture(scope="module")
def vocabulary() -> Vocabulary:
    """Return the project's own vocabulary."""
    found, problems = read_vocabulary((FOLDER / "vocabulary.yml").read_text(encoding="utf-8"), file="v.yml")
    assert found is not None, problems
    return found


@pytest.fixture(scope="module")
def words() -> Words:
    """Return the project's own words."""
    found, problems = read_words((ROOT / "docs/words.yml").read_text(encoding="utf-8"), file="words.yml")
    assert found is not None, problems
    return found


@pytest.fixture(scope="module")
def catalogue(vocabulary: Vocabulary, words: Words) -> Catalogue:
    """Return the project's own exercises."""
    matters = {name: front_matter.read(raw, file=name)[0] for name, raw in SOURCES.items()}
    found, problems = read_all(matters, vocabulary, words=words, pages=PAGES)
    assert not problems, "\n".join(map(str, problems))
    return found


def exercise(**keys: object) -> Exercise:
    found, problems = read(Record("docs/exercises/a.md", GOOD | keys), breaks.vocabulary())
    assert found is not None, problems
    return found


def said(data: Mapping[str, object], vocabulary: Vocabulary | None = None) -> list[str]:
    problems = read(Record("a.md", data), breaks.vocabulary() if vocabulary is None else vocabulary)[1]
    return [str(problem).removeprefix("a.md:1: ") for problem in problems]


# ---- The project's own ----


def test_all_promised_exercises_are_there(catalogue: Catalogue) -> None:
    assert catalogue.exercises.keys() >= FIRST_SIXTEEN | MORE


def test_every_front_fits_its_card(catalogue: Catalogue, words: Words) -> None:
    found = {
        slug: sum(map(count_words, front(each, words, catalogue.vocabulary)))
        for slug, each in catalogue.exercises.items()
    }
    assert not {slug: count for slug, count in found.items() if count > 60}


def test_every_floor_exercise_knows_that_it_needs_the_floor(catalogue: Catalogue) -> None:
    lying = {
        slug
        for slug, each in catalogue.exercises.items()
        if "lying" in str(each.position) or each.position == "kneeling"
    }
    assert lying <= {slug for slug in catalogue.exercises if catalogue.needs_floor(slug)}


def test_an_easier_version_that_lists_its_harder_one_is_listed_back(catalogue: Catalogue) -> None:
    found = catalogue.exercises
    easier = {(slug, entry) for slug, each in found.items() for entry in each.easier if entry in found}
    harder = {(entry, slug) for slug, each in found.items() for entry in each.harder if entry in found}
    on_the_way_up = {("uphill-walking", "thirty-minute-brisk-walk")}  # the walk stays the main thing
    assert easier == harder - on_the_way_up


def test_every_exercise_of_the_project_has_all_three_amounts_a_stop_rule_and_poses(catalogue: Catalogue) -> None:
    for slug, each in catalogue.exercises.items():
        assert each.dose is not None, slug
        assert each.dose.build is not None, slug
        assert each.dose.flare is not None, slug
        assert each.stop_if, slug
        assert each.breathing, slug
        assert each.person, slug
        assert all(frame.pose for frame in each.frames), slug


def test_minutes_are_whole_and_never_none(catalogue: Catalogue) -> None:
    assert all(minutes(each, catalogue.vocabulary) >= 1 for each in catalogue.exercises.values())


def test_the_way_down_to_the_floor_is_the_one_exercise_that_shows_it(catalogue: Catalogue) -> None:
    assert catalogue.ways_down == ("floor-and-up-again",)


# ---- What editors know ----


def test_the_schema_for_editors_is_the_one_the_models_give(vocabulary: Vocabulary) -> None:
    committed = (FOLDER / "exercise.schema.json").read_text(encoding="utf-8")
    assert committed == schema(vocabulary), "run PYTHONPATH=hooks .venv/bin/python tests/write_editor_files.py"


def test_the_snippets_for_editors_are_the_ones_the_models_give(vocabulary: Vocabulary) -> None:
    committed = (ROOT / ".vscode/exercise.code-snippets").read_text(encoding="utf-8")
    assert committed == snippets(vocabulary), "run PYTHONPATH=hooks .venv/bin/python tests/write_editor_files.py"


def test_the_editor_settings_point_at_the_schema() -> None:
    settings = json.loads((ROOT / ".vscode/settings.json").read_text(encoding="utf-8"))
    assert all((ROOT / address).is_file() for address in settings["yaml.schemas"])


@pytest.mark.parametrize("file", sorted(SOURCES))
def test_the_schema_accepts_every_exercise(file: str, vocabulary: Vocabulary) -> None:
    data = yaml.safe_load(SOURCES[file].decode().split("\n---\n")[0])
    found = data | {"reviewed": str(data["reviewed"])}
    jsonschema.Draft202012Validator(json.loads(schema(vocabulary))).validate(found)


@pytest.mark.parametrize(
    "keys",
    [
        {"level": 4}, {"kind": "dance"}, {"goal": "a " * 13}, {"goal": None}, {"steps": []}, {"stop_if": []}, {"x": 1},
        {"areas": []}, {"areas": ["knees"]}, {"equipment": ["spoon"]}, {"position": "flying"}, {"surface": "ice"},
        {"counted_in": "sips"}, {"movements": ["jumping"]}, {"breathing": None}, {"side": "left"},
        {"dose": {"start": {"reps": 1, "when": "now", "basis": "trial"}}},
    ],
)  # fmt: skip
def test_the_schema_refuses_what_the_models_refuse(keys: dict[str, object]) -> None:
    wrong = GOOD | {"reviewed": "2026-11-23"} | keys
    assert list(jsonschema.Draft202012Validator(json.loads(schema(breaks.vocabulary()))).iter_errors(wrong))
    _, problems = read(Record("docs/exercises/a.md", GOOD | keys), breaks.vocabulary())
    assert problems


def test_the_schema_asks_for_what_the_vocabulary_asks_for_and_no_more() -> None:
    data = {
        "title": "Reach",
        "description": "d" * 50,
        "kind": "any",
        "goal": "g",
        "version": 1,
        "reviewed": "2026-11-23",
    }
    data |= {"steps": [{"do": "a", "frame": 1}] * 2, "frames": [{"image": "a.png", "alt": "a", "caption": "c"}]}
    free = jsonschema.Draft202012Validator(json.loads(schema(Vocabulary())))
    assert not list(free.iter_errors(data))
    strict = jsonschema.Draft202012Validator(json.loads(schema(Vocabulary(must=("breathing", "poses")))))
    assert sorted(error.message for error in strict.iter_errors(data)) == [
        "'breathing' is a required property",
        "'pose' is a required property",
    ]


def test_snippets_offer_the_words_of_the_vocabulary_and_lists_in_brackets() -> None:
    found = json.loads(snippets(breaks.vocabulary()))
    assert found["Exercise: kind"]["body"] == ["kind: ${1|mobility,stretch,way-down|}"]
    assert found["Exercise: areas"]["body"] == ["areas: [${1|arms,shoulders,hands|}]"]
    assert found["Exercise: side"]["description"] == "Exercise: side, one of 5"
    assert "Exercise: title" not in found


# ---- One exercise ----


def test_steps_are_gathered_under_the_picture_that_shows_them() -> None:
    stages = [(stage.frame, stage.first, len(stage.steps)) for stage in exercise().stages]
    assert stages == [(1, 1, 1), (2, 2, 1), (1, 3, 1)]


def test_the_picture_after_the_start_stands_for_an_exercise() -> None:
    assert exercise().shown == 2
    one = [{"image": "a.png", "alt": "a", "caption": "c"}]
    assert exercise(frames=one, steps=[{"do": "a", "frame": 1}] * 2).shown == 1


def test_only_a_dose_for_each_side_counts_twice() -> None:
    assert exercise(side="each side").each_side
    assert not exercise(side="both together").each_side


def test_words_are_counted_as_readers_count_them() -> None:
    assert count_words("Zig-zag · 2 to 3 — up → down") == 6


@pytest.mark.parametrize(
    ("text", "is_one"), [("arm-reach", True), ("Reach halfway.", False), ("a--b", False), ("-a", False), ("a2", True)]
)
def test_only_a_slug_names_an_exercise(text: str, is_one: object) -> None:
    assert is_id(text) == is_one


# ---- What the vocabulary says of it ----


def test_the_floor_and_the_place_follow_from_surface_and_position() -> None:
    lying = exercise(position="lying on your back", surface="mat")
    assert needs_floor(lying, breaks.vocabulary())
    assert not needs_floor(exercise(), breaks.vocabulary())
    assert place_of(exercise(), breaks.vocabulary()) == "chair"
    assert place_of(exercise(surface="mat"), breaks.vocabulary()) == "rug"  # the surface decides before the position
    bare = exercise().model_copy(update={"surface": None, "position": None})
    assert place_of(bare, breaks.vocabulary()) is None
    assert not needs_floor(bare, breaks.vocabulary())


def test_one_walks_only_in_a_position_that_says_so() -> None:
    walking = Vocabulary.model_validate(
        {"positions": {"sitting": {"name": "Sitting", "place": "a", "walks": True}}, "places": {"a": "A"}}
    )
    assert walks(exercise(), walking)
    assert not walks(exercise(), breaks.vocabulary())
    assert not walks(exercise(), Vocabulary())


def test_repeats_are_counted_in_what_the_exercise_says_else_in_the_first_of_the_vocabulary() -> None:
    assert count_of(exercise(counted_in="rows"), breaks.vocabulary()).seconds == 30
    assert count_of(exercise(), breaks.vocabulary()).seconds == 4
    other = Vocabulary.model_validate({"counts": {"sips": {"seconds": 7}, "rows": {"seconds": 9}}})
    assert count_of(exercise(), other).seconds == 7
    assert count_of(exercise(), Vocabulary()).seconds == 4


MUST = (
    "position", "surface", "equipment", "areas", "level", "side", "repeat", "dose", "breathing", "feel", "mistakes",
    "easier", "harder", "stop_if", "ask_first", "evidence", "person",
)  # fmt: skip


@pytest.mark.parametrize("key", MUST)
def test_a_key_that_the_vocabulary_asks_for_may_not_be_missing_and_any_other_may(key: str) -> None:
    without = {name: value for name, value in GOOD.items() if name != key}
    asking = breaks.vocabulary().model_copy(update={"must": (key,)})
    assert said(without, asking) == [f"{key}: this key is missing. Add it."]
    assert said(without, breaks.vocabulary().model_copy(update={"must": ()})) == []


def test_an_exercise_that_does_not_say_what_it_does_is_told_the_words_there_are_and_may_say_none() -> None:
    asking = breaks.vocabulary().model_copy(update={"must": ("movements",), "movements": ("bending low", "jumping")})
    without = {name: value for name, value in GOOD.items() if name != "movements"}
    assert said(without, asking) == [
        "movements: this key is missing. Add those that it does of bending low, jumping; or [] for none of them."
    ]
    assert said(without | {"movements": []}, asking) == []


@pytest.mark.parametrize("key", ["position", "surface", "level", "repeat", "dose", "breathing", "feel", "person"])
def test_a_key_that_the_vocabulary_asks_for_may_not_be_empty(key: str) -> None:
    asking = breaks.vocabulary().model_copy(update={"must": (key,)})
    assert said(GOOD | {key: None}, asking) == [f"{key}: nothing follows this key. Fill it in."]


def test_a_change_belongs_to_a_version_that_there_is() -> None:
    changes = [{"version": 2, "text": "Lean less."}, {"version": 4, "text": "Hold longer."}]
    assert said(GOOD | {"version": 4, "changes": changes}) == []
    assert said(GOOD | {"version": 3, "changes": changes}) == [
        "changes.2.version: there is no version 4 yet, this exercise is at version 3."
    ]


@pytest.mark.parametrize("stage", ["build", "flare"])
def test_a_vocabulary_may_ask_for_each_amount(stage: str) -> None:
    dose = {name: amount for name, amount in GOOD["dose"].items() if name != stage}
    assert said(GOOD | {"dose": dose}) == [f"dose.{stage}: this key is missing. Add it."]


def test_a_vocabulary_may_ask_for_a_pose_in_every_frame() -> None:
    asking = breaks.vocabulary().model_copy(update={"must": ("poses",)})
    frames = [GOOD["frames"][0], {"image": "a.png", "alt": "a", "caption": "c"}]
    assert said(GOOD | {"frames": frames}, asking) == [
        "frames.2.pose: expected a pose: every frame of this guide has one."
    ]
    assert said(GOOD, asking) == []


@pytest.mark.parametrize(
    ("keys", "message"),
    [
        (
            {"kind": "mobilty"},
            'kind: expected mobility, stretch, way-down, found "mobilty". Did you mean "mobility"?',
        ),
        (
            {"position": "siting"},
            'position: expected standing, sitting, lying on your back, found "siting". Did you mean',
        ),
        ({"surface": "chiar"}, 'surface: expected chair, mat, found "chiar". Did you mean "chair"?'),
        ({"counted_in": "row"}, 'counted_in: expected repeats, rows, found "row". Did you mean "rows"?'),
        (
            {"equipment": ["chair", "matt"]},
            'equipment.2: expected chair, mat, ball of wool, found "matt". Did you mean',
        ),
        ({"areas": ["hand"]}, 'areas.1: expected arms, shoulders, hands, found "hand". Did you mean "hands"?'),
        ({"movements": ["dancing"]}, 'movements.1: expected bending low, found "dancing".'),
        ({"level": 4}, "level: expected 1 to 3, found 4."),
        ({"level": 0}, "level: expected 1 or more, found 0."),
    ],
)
def test_a_word_that_the_vocabulary_lacks_is_told_with_those_it_has(keys: dict[str, object], message: str) -> None:
    (found,) = said(GOOD | keys)
    assert found.startswith(message)


LIMITS = {"repeats": {"reps": 20}, "holds": {"hold_s": 10}, "minutes": {"minutes": 30}, "session_minutes": 15}


@pytest.mark.parametrize(
    ("start", "side", "message"),
    [
        ({"reps": 20, "days_a_week": 7}, "no sides", ""),
        ({"reps": "20-21", "days_a_week": 7}, "no sides", "dose.start.reps: expected at most 20, found 20-21."),
        ({"reps": 5, "hold_s": 11, "when": "x"}, "no sides", "dose.start.hold_s: expected at most 10, found 11."),
        ({"minutes": 5, "hold_s": 1, "when": "x"}, "no sides", "dose.start.hold_s: expected no hold_s beside minutes."),
        ({"minutes": 16, "when": "x"}, "no sides", "dose.start: one session takes more than 15 minutes. Ask for less."),
        ({"reps": 5, "side": "left", "when": "x"}, "each side", ""),
        (
            {"reps": 5, "side": "left", "when": "x"},
            "no sides",
            "dose.start.side: expected no side where an exercise is",
        ),
        ({"minutes": 5, "load": "k1", "when": "x"}, "no sides", "dose.start.load: expected no load beside minutes."),
    ],
)
def test_a_dose_keeps_to_the_limits_of_the_guide(start: dict[str, object], side: str, message: str) -> None:
    limited = Vocabulary.model_validate(breaks.vocabulary().model_dump() | {"must": (), "limits": LIMITS})
    found = said(GOOD | {"dose": {"start": start | {"basis": "editorial"}}, "side": side}, limited)
    assert [each[: len(message)] for each in found] == ([message] if message else [])


def test_a_vocabulary_without_words_takes_none() -> None:
    assert said(GOOD, Vocabulary())[0] == 'kind: expected none, since the vocabulary lists none, found "mobility".'


@pytest.mark.parametrize(
    ("frame", "message"),
    [
        (
            {"image": "a.gif"},
            'image: "a.gif" cannot be printed, expected a file that ends in .jpeg, .jpg, .png, .svg.',
        ),
        ({"image": "a.png", "pose": {}}, "expected either pose or image (a file of the guide). Give one of the two."),
        ({}, "expected either pose or image (a file of the guide). Give one of the two."),
        (
            {"image": "../a.png"},
            'image: expected the path of a file in small letters, such as "assets/images/first.png", found "../a.png".',
        ),
    ],
)
def test_a_frame_has_a_pose_or_a_picture_that_can_be_printed(frame: dict[str, object], message: str) -> None:
    frames = [GOOD["frames"][0], {"alt": "a", "caption": "c"} | frame]
    (found,) = said(GOOD | {"frames": frames})
    assert found.removeprefix("frames.2").removeprefix(".").removeprefix(": ") == message


def test_an_exercise_whose_step_names_no_frame_cannot_be_shown() -> None:
    found, problems = read(
        Record("a.md", GOOD | {"steps": [{"do": "a", "frame": 1}, {"do": "b", "frame": 3}]}), breaks.vocabulary()
    )
    assert found is None
    assert breaks.said(problems) == [
        "a.md:1: steps.2.frame: there is no frame 3, expected 1 to 2."  # it may have meant the one that no step names
    ]


# ---- An exercise in words ----


def test_the_stop_rule_is_one_sentence() -> None:
    words = breaks.words().exercise
    assert words is not None
    assert stop(exercise(stop_if=["it hurts"]), words) == "Stop if it hurts."
    assert stop(exercise(stop_if=["it hurts", "you feel dizzy"]), words) == "Stop if it hurts or you feel dizzy."
    assert stop(exercise(stop_if=["a", "b", "c"]), words) == "Stop if a, b, or c."
    assert stop(exercise(stop_if=["a, then b", "c"]), words) == "Stop if a, then b, or c."
    assert stop(exercise().model_copy(update={"stop_if": ()}), words) == ""


def test_lists_use_the_word_of_the_guide() -> None:
    assert listed(("a",), " oder ") == "a"
    assert listed(("a", "b"), " oder ") == "a oder b"
    assert listed(("a", "b", "c"), " oder ") == "a, b, oder c"


def test_sentences_begin_with_a_capital_and_end_once() -> None:
    assert capital("éclair") == "Éclair"
    assert capital("") == ""
    assert sentence("stand up") == "Stand up."
    assert [sentence(text) for text in ("Why?", "Go!", "Done.")] == ["Why?", "Go!", "Done."]


def test_the_front_of_a_card_says_what_to_do_how_much_and_when_to_stop() -> None:
    found = front(exercise(harder=["arm-raise"]), breaks.words(), breaks.vocabulary())
    assert found == (
        "Reach and rest",
        "Moves your arms after a long row.",
        "Sit tall, hands on your thighs.",
        "Reach both arms forward.",
        "Bring them home slowly.",
        "5 times, every day",
        "Stop if it hurts.",
    )


def test_beside_that_a_front_says_who_asks_first_when_to_call_and_who_has_read_it() -> None:
    assert labels(exercise(), breaks.words(), ("a cat", "wet wool")) == (
        "Start", "Ask at the shop:", "a cat", "wet wool", "Dropped a stitch?", "smoke.", "A knitter has read it.",
    )  # fmt: skip
    assert labels(exercise(), breaks.words(), ())[:2] == ("Start", "Dropped a stitch?")


def test_each_amount_is_told_with_its_name_time_and_source() -> None:
    words = breaks.words().dose
    assert words is not None
    start, build, flare = amounts(exercise(side="each side"), breaks.vocabulary(), words)
    assert (start.stage, start.name, start.when) == ("start", "Start", "in the first scarf")
    assert (start.much, start.often, start.minutes) == ("5 each side", "every day", 1)
    assert (build.much, build.rest, build.minutes) == ("2 sets of 8 to 10 each side", "30 seconds", 4)
    assert (flare.often, flare.rest, flare.note) == ("only if it feels good", "", "")
    assert start.source == "our own suggestion"


def test_an_exercise_without_a_dose_has_no_amounts_and_takes_no_minutes() -> None:
    words = breaks.words().dose
    assert words is not None
    without = exercise().model_copy(update={"dose": None})
    assert amounts(without, breaks.vocabulary(), words) == ()
    assert minutes(without, breaks.vocabulary()) == 0
    assert "5 times, every day" not in front(without, breaks.words(), breaks.vocabulary())


def test_minutes_are_rounded_up() -> None:
    assert minutes(exercise(), breaks.vocabulary()) == 1  # 5 times 4 seconds
    assert minutes(exercise(counted_in="rows"), breaks.vocabulary()) == 3  # 5 times 30 seconds
