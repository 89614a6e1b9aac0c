"""Cautions: which exercises a rule belongs to, and what the file may say."""

from collections.abc import Mapping

import breaks
import pytest
from building import ROOT
from guides import guide_in
from kit import front_matter
from kit.exercises.catalogue import Catalogue, read_all
from kit.exercises.caution import Caution, When, asking, read_cautions
from kit.exercises.exercise import Exercise
from kit.exercises.limit import count_words

GOOD = (breaks.DOCS / "exercises/cautions.yml").read_text(encoding="utf-8")


def rug(**changes: object) -> Exercise:
    """Return an exercise: a stretch, lying on your back, on a mat, bending low."""
    return breaks.catalogue().exercises["rug-stretch"].model_copy(update=changes)


def said(old: str, new: str) -> list[str]:
    assert old in GOOD
    return breaks.said(read_cautions(GOOD.replace(old, new, 1), breaks.vocabulary(), file="c.yml")[1])


@pytest.mark.parametrize(
    ("when", "fits"),
    [
        ({"kinds": ["stretch"]}, True),
        ({"kinds": ["mobility", "stretch"]}, True),
        ({"kinds": ["mobility"]}, False),
        ({"positions": ["lying on your back"]}, True),
        ({"positions": ["sitting"]}, False),
        ({"surfaces": ["mat"]}, True),
        ({"surfaces": ["chair"]}, False),
        ({"equipment": ["chair", "mat"]}, True),
        ({"equipment": ["chair"]}, False),
        ({"movements": ["bending low"]}, True),
        ({"movements": ["jumping"]}, False),
        ({"kinds": ["stretch"], "surfaces": ["mat"]}, True),
        ({"kinds": ["stretch"], "surfaces": ["chair"]}, False),
        ({"kinds": ["mobility"], "surfaces": ["mat"]}, False),
    ],
)
def test_a_rule_fits_what_has_one_word_of_each_of_its_lists(when: dict[str, list[str]], fits: object) -> None:
    assert When.model_validate(when).fits(rug()) == fits


def test_an_exercise_that_says_nothing_fits_no_rule_about_it() -> None:
    bare = rug(position=None, surface=None, equipment=(), movements=())
    assert not When(positions=("sitting",)).fits(bare)
    assert not When(equipment=("mat",)).fits(bare)


def caution(text: str, **when: tuple[str, ...]) -> Caution:
    return Caution.model_validate({"id": "a", "when": when, "text": text, "short": "s"})


def test_who_should_ask_comes_from_the_rules_in_order_then_from_the_exercise_each_once() -> None:
    rules = {
        "one": caution("You have a cat.", kinds=("stretch",)),
        "two": caution("You have a dog.", kinds=("mobility",)),
        "three": caution("You have tea.", surfaces=("mat",)),
        "four": caution("You have a cat.", surfaces=("mat",)),
    }
    own = rug(ask_first=("You have a rug.", "You have tea."))
    assert asking(own, rules) == ("You have a cat.", "You have tea.", "You have a rug.")
    assert asking(own, {}) == ("You have a rug.", "You have tea.")


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (
            "{surfaces: [mat]}",
            "{surfaces: [matt]}",
            'c.yml:2: when.surfaces.1: the vocabulary has no "matt" among its surfaces. Did you mean "mat"?',
        ),
        (
            "kinds: [stretch, mobility]",
            "kinds: [stretch, mobilty]",
            'c.yml:6: when.kinds.2: the vocabulary has no "mobilty" among its kinds. Did you mean "mobility"?',
        ),
        (
            "movements: [bending low]",
            "movements: [bending]",
            'c.yml:6: when.movements.1: the vocabulary has no "bend',
        ),
        (
            "{surfaces: [mat]}",
            "{}",
            "c.yml:2: when: the rule is empty, expected kinds, positions, surfaces, equipment or movements.",
        ),
        ("{surfaces: [mat]}", "{surface: [mat]}", "c.yml:2: when.surface: unknown key, expected one of: "),
        (
            "short: a cat on the rug",
            "short: one two three four five six seven eight nine ten eleven twelve thirteen",
            "c.yml:4: short: expected at most 12 words, found 13. Say it shorter.",
        ),
        ("id: low-wool", "id: on-the-rug", 'c.yml:5: id-twice: "on-the-rug" is already used on line 1'),
        ("id: low-wool", "id: Low wool", "c.yml:5: id: expected small letters, digits and single hyphens"),
        ("  short: a cat on the rug\n", "", "c.yml:1: short: this key is missing. Add it."),
    ],
)
def test_each_mistake_is_told_with_its_line(old: str, new: str, message: str) -> None:
    assert any(each.startswith(message) for each in said(old, new)), said(old, new)


def test_twelve_words_are_short_enough() -> None:
    assert (
        said("short: a cat on the rug", "short: one two three four five six seven eight nine ten eleven twelve") == []
    )


def test_a_rule_with_a_strange_word_stays_and_the_others_too() -> None:
    found, _ = read_cautions(GOOD.replace("[mat]", "[matt]"), breaks.vocabulary(), file="c.yml")
    assert [entry.value.id for entry in found] == ["on-the-rug", "low-wool"]


# ---- The project's own rules ----

HAMSTRINGS = {"seated-hamstring-stretch", "standing-hamstring-stretch"}
PLANKS = {"plank", "knee-plank", "wall-plank"}
SIDE_BRIDGES = {"side-bridge", "wall-side-bridge"}
ON_THE_BACK = {"bridge", "breathing-and-bracing"}
GENTLE = {"arm-swing-drill", "string-posture-check", "calf-stretch"}

BEAR: Mapping[str, set[str]] = {
    "thin bones in the spine": {*HAMSTRINGS, "seated-lower-ab-curl", "seated-march", "floor-and-up-again"},
    "operation on your spine": {*HAMSTRINGS, *PLANKS, *SIDE_BRIDGES, "bridge", "seated-lower-ab-curl", "seated-march",
                                "band-core-press", "floor-and-up-again"},
    "new hip": {*HAMSTRINGS, "seated-march", "sit-to-stand", "lunge", "hip-flexor-stretch", "chair-hip-flexor-stretch",
                "floor-and-up-again"},
    "new knee": {"sit-to-stand", "lunge", "hip-flexor-stretch", "floor-and-up-again", "knee-plank"},
    "hernia": {*PLANKS, *SIDE_BRIDGES, "seated-lower-ab-curl"},
    "blood pressure": {*PLANKS, *SIDE_BRIDGES},
    "weeks pregnant": ON_THE_BACK,
    "your front may not suit": {"plank", "knee-plank"},
    "when you lie flat": ON_THE_BACK,
    "sciatica now": HAMSTRINGS,
    "fallen in the past year": {"lunge", "standing-hamstring-stretch", "wall-side-bridge", "heel-to-toe-roll-drill",
                                "downhill-walking", "floor-and-up-again", "thirty-minute-brisk-walk"},
    "up again by yourself": {*ON_THE_BACK, "plank", "knee-plank", "side-bridge", "hip-flexor-stretch",
                             "floor-and-up-again"},
    "heart or lung": {"thirty-minute-brisk-walk", "uphill-walking"},
    "rest eases": {"thirty-minute-brisk-walk", "uphill-walking"},
}  # fmt: skip
"""Words of a caution, and exercises that must bear it.

Bones and hips on the stretches, the hip on the march, pressure and hernia on the side bridges, pregnancy on the
breathing and the operation on the spine were missing once. The rest is what was there, and what these sources ask:
Royal Osteoporosis Society on bending; Leeds on a new hip; Bradford on a new knee; NHS on lying flat in pregnancy.
"""

SPARED: Mapping[str, set[str]] = {
    "thin bones in the spine": {*GENTLE, "sit-to-stand", "thirty-minute-brisk-walk", "uphill-walking", "bridge"},
    "operation on your spine": {*GENTLE, "breathing-and-bracing", "thirty-minute-brisk-walk"},
    "new hip": {*GENTLE, *ON_THE_BACK, *PLANKS, "thirty-minute-brisk-walk"},
    "blood pressure": {*GENTLE, *HAMSTRINGS, *ON_THE_BACK, "thirty-minute-brisk-walk", "sit-to-stand"},
    "hernia": {*GENTLE, *HAMSTRINGS, "thirty-minute-brisk-walk", "sit-to-stand", "breathing-and-bracing"},
    "weeks pregnant": {*GENTLE, *HAMSTRINGS, *SIDE_BRIDGES, "wall-plank", "thirty-minute-brisk-walk"},
    "up again by yourself": {*GENTLE, *HAMSTRINGS, "wall-plank", "wall-side-bridge", "sit-to-stand"},
}
"""Exercises for which the same words would be too much: who has these conditions is advised to walk and stand up."""


@pytest.fixture(scope="module")
def ours() -> Catalogue:
    """Return the project's own exercises, with its own rules."""
    return guide_in().catalogue


def bearing(catalogue: Catalogue, words: str) -> set[str]:
    return {slug for slug in catalogue.exercises if any(words in text for text in catalogue.ask_first(slug))}


@pytest.mark.parametrize("words", BEAR)
def test_each_exercise_that_could_do_harm_asks_those_whom_it_could_harm(ours: Catalogue, words: str) -> None:
    assert BEAR[words] - bearing(ours, words) == set()


@pytest.mark.parametrize("words", SPARED)
def test_no_exercise_asks_those_whom_it_would_do_good(ours: Catalogue, words: str) -> None:
    assert SPARED[words] & bearing(ours, words) == set()


PLANTED = (ROOT / "docs/exercises/calf-stretch.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("movement", "words"),
    [
        ("bending the spine", {"thin bones in the spine", "operation on your spine"}),
        ("twisting the spine", {"thin bones in the spine", "operation on your spine", "new hip"}),
        ("arching the spine", {"operation on your spine"}),
        ("working the tummy", {"operation on your spine", "hernia"}),
        ("holding hard", {"operation on your spine", "hernia", "blood pressure"}),
        ("deep hip bend", {"new hip"}),
        ("leg behind you", {"new hip"}),
        ("deep knee bend", {"new knee"}),
        ("kneeling", {"new knee"}),
        ("stretching the back of the leg", {"sciatica now"}),
        ("unsteady footing", {"fallen in the past year"}),
        ("getting out of breath", {"heart or lung", "rest eases"}),
    ],
)
def test_an_exercise_that_is_planted_with_a_movement_asks_whom_that_concerns(
    ours: Catalogue, movement: str, words: set[str]
) -> None:
    planted = PLANTED.replace("movements: []", f"movements: [{movement}]")
    assert planted != PLANTED
    matter, _ = front_matter.read(planted.encode(), file="docs/exercises/new.md")
    found, _ = read_all({"docs/exercises/new.md": matter}, ours.vocabulary, cautions=ours.cautions)
    assert list(found.exercises) == ["new"]
    assert {each for each in BEAR if bearing(found, each)} == words


def test_an_exercise_of_ours_that_does_not_say_what_it_does_is_a_problem_with_its_line(ours: Catalogue) -> None:
    matter, _ = front_matter.read(PLANTED.replace("movements: []\n", "").encode(), file="docs/exercises/new.md")
    found, problems = read_all({"docs/exercises/new.md": matter}, ours.vocabulary, cautions=ours.cautions)
    assert found.exercises == {}
    (missing,) = [each for each in breaks.said(problems) if "movements: this key" in each]
    assert missing.startswith("docs/exercises/new.md:2: movements: this key is missing. Add those that it does of bend")
    assert missing.endswith("; or [] for none of them.")


def test_no_movement_is_without_a_rule(ours: Catalogue) -> None:
    ruled = {word for caution in ours.cautions.values() for word in caution.when.movements}
    assert set(ours.vocabulary.movements) - ruled == set()


def test_an_exercise_whose_figure_bends_a_hip_past_a_right_angle_says_so(ours: Catalogue) -> None:
    deep = {
        slug
        for slug, exercise in ours.exercises.items()
        for frame in exercise.frames
        if frame.pose and any(leg and (leg.hip or 0) > 90 for leg in (frame.pose.near, frame.pose.far))
    }
    assert {"seated-march", "seated-hamstring-stretch", "sit-to-stand"} <= deep
    assert {slug for slug in deep if "deep hip bend" not in ours.exercises[slug].movements} == set()


def test_the_short_words_of_an_exercise_fit_on_a_card(ours: Catalogue) -> None:
    for slug, exercise in ours.exercises.items():
        short = [caution.short for caution in ours.cautions.values() if caution.when.fits(exercise)]
        assert sum(map(count_words, short)) <= 20, slug
        assert len(set(short)) == len(short), slug


def test_what_a_rule_says_no_exercise_says_again(ours: Catalogue) -> None:
    for slug, exercise in ours.exercises.items():
        said_twice = [text for text in exercise.ask_first for word in BEAR if word in text]
        assert said_twice == [], slug
