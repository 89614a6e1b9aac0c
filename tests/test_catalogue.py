"""All exercises together: which is easier than which, where each is done, and how they stand in the menu."""

import shutil
from pathlib import Path

import breaks
import pytest
from building import ROOT, Build, build
from kit.exercises.catalogue import Catalogue, grouped, navigation, read_all
from kit.exercises.code import former_slugs, of_one_code
from kit.exercises.vocabulary import Vocabulary
from kit.problem import Problem

REACH = (breaks.DOCS / "exercises/arm-reach.md").read_text(encoding="utf-8")


def read(files: dict[str, str], **more: object) -> tuple[Catalogue, list[Problem]]:
    """Return a catalogue of a few files, and what is wrong with it."""
    matters = {f"moves/{name}.md": breaks.matter(text, f"moves/{name}.md") for name, text in files.items()}
    return read_all(matters, breaks.vocabulary(), pages={"index.md"}, **more)  # type: ignore[arg-type]


def move(*, easier: str = "", harder: str = "", **keys: str) -> str:
    """Return an exercise with other easier and harder ones, and other keys."""
    text = REACH.replace('easier: ["Reach halfway."]', f"easier: [{easier}]")
    text = text.replace("harder: [arm-raise]", f"harder: [{harder}]")
    for key, value in keys.items():
        (line,) = [each for each in text.splitlines() if each.startswith(f"{key}: ")]
        text = text.replace(line, f"{key}: {value}")
    return text


def test_groups_hold_every_exercise_once_and_the_way_down_comes_first() -> None:
    assert grouped(breaks.catalogue()) == (
        ("On a chair", ("arm-reach", "arm-raise")),
        ("On the rug", ("down-to-the-rug", "rug-stretch")),
    )


def test_a_group_goes_from_easy_to_hard_and_then_by_title() -> None:
    found, _ = read(
        {"a": move(level="3", title="A"), "b": move(level="1", title="Zip"), "c": move(level="1", title="Bend")}
    )
    assert grouped(found) == (("On a chair", ("c", "b", "a")),)


def test_exercises_without_a_place_stand_in_one_group_without_a_name() -> None:
    found, _ = read({"a": move()})
    placeless = Catalogue(found.exercises, found.records, Vocabulary())
    assert grouped(placeless) == (("", ("a",)),)
    assert navigation(placeless, folder="moves") == [{"Reach and rest": "moves/a.md"}]


def test_the_navigation_lists_pages_by_place() -> None:
    found, _ = read({"reach": move()})
    assert navigation(found, folder="moves") == [{"On a chair": [{"Reach and rest": "moves/reach.md"}]}]


def test_only_what_lies_on_the_floor_and_shows_the_way_is_the_way_down() -> None:
    assert breaks.catalogue().ways_down == ("down-to-the-rug",)
    found, _ = read({"a": move(kind="way-down")})
    assert found.shows_way_down("a")
    assert found.ways_down == ()


def test_a_file_name_that_is_no_id_is_refused() -> None:
    _, problems = read({"My Move": ""})
    assert str(problems[0]).startswith('moves/My Move.md:1: file-name: "My Move" cannot be an id.')


def test_the_names_that_an_exercise_had_come_from_the_pages_that_moved() -> None:
    moved = {
        "exercises/old.md": "exercises/new.md",
        "exercises/gone.md": "faq/gone.md",
        "cards/c/old.md": "cards/c/new.md",
        "a.md": "b.md",
    }
    assert former_slugs(moved, "exercises") == {"old": "new"}


def test_two_exercises_that_links_cannot_tell_apart_are_told() -> None:
    _, problems = read({"leg-slide-near": move(), "leg-tap-high": move(), "a": move()})
    text = 'links have the same short code for "leg-tap-high" and "leg-slide-near". Rename one of the two.'
    assert breaks.said(problems) == [f"moves/leg-tap-high.md:1: code: {text}"]


def test_a_load_that_the_words_do_not_name_is_told_with_the_nearest() -> None:
    text = move().replace("{reps: 5, days", "{reps: 5, load: fatt, days").replace("{sets: 2,", "{sets: 2, load: thin,")
    _, problems = read({"a": text}, words=breaks.words())
    assert breaks.said(problems) == [
        'moves/a.md:21: dose.start.load: expected thin, fat, found "fatt". Did you mean "fat"?'
    ]


def test_a_file_that_nobody_can_read_is_left_out_and_may_still_be_named() -> None:
    catalogue, problems = read_all(
        {"moves/a.md": breaks.matter(move(harder="b"), "moves/a.md"), "moves/b.md": None},
        breaks.vocabulary(),
        pages={"index.md"},
    )
    assert list(catalogue.exercises) == ["a"]
    assert problems == []


@pytest.mark.parametrize("key", ["easier", "harder"])
def test_a_version_that_is_no_exercise_is_told_with_the_nearest(key: str) -> None:
    _, problems = read({"arm-reach": move(**{key: "arm-raze"}), "arm-raise": move()})
    line = {"easier": 27, "harder": 28}[key]
    assert breaks.said(problems) == [
        f'moves/arm-reach.md:{line}: {key}.1: no exercise has the id "arm-raze". Did you mean "arm-raise"?'
    ]


def test_an_exercise_is_no_version_of_itself() -> None:
    _, problems = read({"a": move(easier="Half, a")})
    assert breaks.said(problems) == ['moves/a.md:27: easier.2: "a" is this exercise itself. Name another one.']


def test_each_circle_is_told_once_at_its_first_exercise() -> None:
    _, problems = read(
        {
            "a": move(harder="b"),
            "b": move(harder="c"),
            "c": move(harder="a"),
            "d": move(harder="e"),
            "e": move(harder="d, a"),
        }
    )
    assert breaks.said(problems) == [
        "moves/a.md:28: harder: the harder versions go round in a circle: a → b → c → a. Take one of these out.",
        "moves/d.md:28: harder: the harder versions go round in a circle: d → e → d. Take one of these out.",
    ]


def test_easier_and_harder_ways_that_meet_again_are_no_circle() -> None:
    files = {"a": move(harder="b, c"), "b": move(harder="d"), "c": move(harder="d"), "d": move(easier="b, c")}
    assert read(files)[1] == []


def test_a_related_page_that_is_not_there_is_told() -> None:
    _, problems = read({"a": move(related="[index.md, indx.md]")})
    assert breaks.said(problems) == ['moves/a.md:46: related.2: there is no page "indx.md". Did you mean "index.md"?']


def test_a_front_may_have_just_as_many_words_as_the_vocabulary_allows() -> None:
    def words(most: int) -> list[str]:
        matters = {"moves/a.md": breaks.matter(move(), "moves/a.md")}
        vocabulary = breaks.vocabulary().model_copy(update={"front_words": most})
        return breaks.said(read_all(matters, vocabulary, words=breaks.words(), pages={"index.md"})[1])

    # title 3, goal 7, steps 6 + 4 + 4, dose 4, stop 4
    assert words(32) == []
    assert words(31) == [
        (
            "moves/a.md:12: front: the front of the card has 32 words, expected at most 31. "
            "Shorten the goal, the steps or the stop rule."
        )
    ]


def test_all_words_of_a_front_are_counted_with_those_for_safety() -> None:
    matters = {"moves/a.md": breaks.matter(move(), "moves/a.md")}
    vocabulary = breaks.vocabulary().model_copy(update={"front_words_in_all": 40})
    said = breaks.said(read_all(matters, vocabulary, words=breaks.words(), pages={"index.md"})[1])
    # the 32 of the test above, Start 1, Dropped a stitch? 3, smoke. 1, A knitter has read it. 5
    assert said == [
        (
            "moves/a.md:12: front: the front of the card has 42 words with those about who should ask first and when "
            "to call, expected at most 40. Shorten the goal, the steps or the stop rule."
        )
    ]


def test_nobody_counts_the_front_where_there_are_no_words() -> None:
    assert read({"a": move()})[1] == []


def test_who_should_ask_first_comes_from_the_rules_and_from_the_exercise() -> None:
    assert breaks.guide().catalogue.ask_first("rug-stretch") == (
        "You share the rug with a cat.",
        "Your wool basket is full.",
        "You wear your best jumper.",
    )


# ---- The hook, on this small guide ----


@pytest.fixture(scope="module")
def knitted(tmp_path_factory: pytest.TempPathFactory) -> Build:
    folder = tmp_path_factory.mktemp("knitted")
    shutil.copytree(ROOT / "tests/breaks", folder / "tests/breaks")
    (folder / "hooks").symlink_to(ROOT / "hooks")
    return build(folder / "tests/breaks", folder / "site")


def text(built: Build, address: str) -> str:
    assert built.code == 0, built.said
    return Path(built.site, address, "index.html").read_text(encoding="utf-8")


def test_the_same_hook_shows_exercises_for_knitters(knitted: Build) -> None:
    page = text(knitted, "exercises/arm-reach")
    assert '<p class="stage">2: Reach both arms forward.</p>' in page
    assert '<p class="dose">Build up to: 2 sets of 8 to 10, Every day, 2 minutes</p>' in page
    assert '<a class="Harder" href="../arm-raise/">Raise and rest</a>' in page
    assert 'role="img"' in page.split("<svg")[1]
    assert "Both arms reach straight forward." in page.split("<svg")[2]


def test_the_gallery_and_the_navigation_are_made_from_the_files(knitted: Build) -> None:
    assert '<h2>On a chair</h2>\n<a href="arm-reach/">Reach and rest</a>\n<a href="arm-raise/">' in text(
        knitted, "exercises"
    )
    assert "<b>Moves</b><i>Moves</i><b>On a chair</b><i>Reach and rest</i>" in text(knitted, "")


def test_exercises_of_one_code_are_told_with_the_first_of_them_by_the_alphabet() -> None:
    alike = ["sit-towel-plank", "reach-back-dip", "kneel-back-dip"]
    assert of_one_code(["bridge", *alike, "lunge"]) == [
        ("reach-back-dip", "kneel-back-dip"),
        ("sit-towel-plank", "kneel-back-dip"),
    ]
    assert of_one_code(["bridge", "lunge"]) == []
