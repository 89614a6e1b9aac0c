import json
from pathlib import Path

import jsonschema
import pytest
import yaml
from building import ROOT, Build, build
from kit.exercises.catalogue import Catalogue, grouped, navigation, read_all
from kit.exercises.editor import schema, snippets
from kit.exercises.exercise import FRONT_WORDS, Exercise, count_words, front, read
from kit.record import Record

FOLDER = ROOT / "docs/exercises"
SOURCES = {f"docs/exercises/{file.name}": file.read_bytes() for file in FOLDER.glob("*.md") if file.stem != "index"}
PAGES = {file.relative_to(ROOT / "docs").as_posix() for file in (ROOT / "docs").rglob("*.md")}
GOOD = yaml.safe_load(
    (ROOT / "tests/sites/knitting/docs/exercises/arm-reach.md").read_text("utf-8").split("\n---\n")[0]
)
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
def catalogue() -> Catalogue:
    found, problems = read_all(SOURCES, pages=PAGES)
    assert not problems, "\n".join(map(str, problems))
    return found


def exercise(**keys: object) -> Exercise:
    found, problems = read(Record("docs/exercises/a.md", GOOD | keys))
    assert found is not None, problems
    return found


def test_all_promised_exercises_are_there(catalogue: Catalogue) -> None:
    assert set(catalogue) >= FIRST_SIXTEEN | MORE


def test_every_front_fits_its_card(catalogue: Catalogue) -> None:
    titles = {slug: each.title for slug, each in catalogue.items()}
    words = {slug: sum(map(count_words, front(each, titles))) for slug, each in catalogue.items()}
    assert not {slug: count for slug, count in words.items() if count > FRONT_WORDS}


def test_every_floor_exercise_knows_that_it_needs_the_floor(catalogue: Catalogue) -> None:
    lying = {slug for slug, each in catalogue.items() if "lying" in each.position or each.position == "kneeling"}
    assert lying <= {slug for slug, each in catalogue.items() if each.needs_floor}


def test_an_easier_version_that_lists_its_harder_one_is_listed_back(catalogue: Catalogue) -> None:
    easier = {(slug, entry) for slug, each in catalogue.items() for entry in each.easier if entry in catalogue}
    harder = {(entry, slug) for slug, each in catalogue.items() for entry in each.harder if entry in catalogue}
    on_the_way_up = {("uphill-walking", "thirty-minute-brisk-walk")}  # the walk stays the main thing
    assert easier == harder - on_the_way_up


def test_the_schema_for_editors_is_the_one_the_models_give() -> None:
    committed = (FOLDER / "exercise.schema.json").read_text(encoding="utf-8")
    assert committed == schema(), "run PYTHONPATH=hooks .venv/bin/python tests/write_editor_files.py"


def test_the_snippets_for_editors_are_the_ones_the_models_give() -> None:
    committed = (ROOT / ".vscode/exercise.code-snippets").read_text(encoding="utf-8")
    assert committed == snippets(), "run PYTHONPATH=hooks .venv/bin/python tests/write_editor_files.py"


def test_the_editor_settings_point_at_the_schema() -> None:
    settings = json.loads((ROOT / ".vscode/settings.json").read_text(encoding="utf-8"))
    assert all((ROOT / address).is_file() for address in settings["yaml.schemas"])


@pytest.mark.parametrize("file", sorted(SOURCES))
def test_the_schema_accepts_every_exercise(file: str) -> None:
    data = yaml.safe_load(SOURCES[file].decode().split("\n---\n")[0])
    found = data | {"reviewed": str(data["reviewed"])}
    jsonschema.Draft202012Validator(json.loads(schema())).validate(found)


@pytest.mark.parametrize(
    "keys",
    [{"level": 4}, {"kind": "dance"}, {"goal": "a " * 13}, {"goal": None}, {"steps": []}, {"stop_if": []}, {"x": 1}],
)
def test_the_schema_refuses_what_the_models_refuse(keys: dict[str, object]) -> None:
    wrong = GOOD | {"reviewed": "2026-11-23"} | keys
    assert list(jsonschema.Draft202012Validator(json.loads(schema())).iter_errors(wrong))
    assert read(Record("docs/exercises/a.md", GOOD | keys))[0] is None


def test_steps_are_gathered_under_the_picture_that_shows_them() -> None:
    stages = [(stage.frame, stage.first, len(stage.steps)) for stage in exercise().stages]
    assert stages == [(1, 1, 1), (2, 2, 1), (1, 3, 1)]


def test_the_stop_rule_is_one_sentence() -> None:
    assert exercise(stop_if=["it hurts"]).stop == "Stop if it hurts."
    assert exercise(stop_if=["it hurts", "you feel dizzy"]).stop == "Stop if it hurts or you feel dizzy."
    assert exercise(stop_if=["a", "b", "c"]).stop == "Stop if a, b, or c."


def test_minutes_are_whole_and_never_none(catalogue: Catalogue) -> None:
    assert all(each.minutes >= 1 for each in catalogue.values())


def test_words_are_counted_as_readers_count_them() -> None:
    assert count_words("Zig-zag · 2 to 3 — up → down") == 6


def test_groups_hold_every_exercise_once_and_the_way_down_comes_first(catalogue: Catalogue) -> None:
    groups = dict(grouped(catalogue))
    assert sorted(slug for group in groups.values() for slug in group) == sorted(catalogue)
    assert next(iter(groups["On the floor"])) == "floor-and-up-again"


def test_the_navigation_lists_pages_by_place() -> None:
    found, _ = read_all({"docs/moves/reach.md": yaml_page(GOOD | {"harder": []})}, pages={"index.md"})
    assert navigation(found, folder="moves") == [{"On a chair": [{"Reach and rest": "moves/reach.md"}]}]


def test_a_file_name_that_is_no_id_is_refused() -> None:
    _, problems = read_all({"docs/moves/My Move.md": b""})
    assert str(problems[0]).startswith('docs/moves/My Move.md:1: file-name: "My Move" cannot be an id.')


@pytest.fixture(scope="module")
def knitting(tmp_path_factory: pytest.TempPathFactory) -> Build:
    return build(ROOT / "tests/sites/knitting", tmp_path_factory.mktemp("knitting") / "site")


def text(built: Build, address: str) -> str:
    assert built.code == 0, built.said
    return Path(built.site, address, "index.html").read_text(encoding="utf-8")


def test_the_same_hook_shows_exercises_for_knitters(knitting: Build) -> None:
    page = text(knitting, "exercises/arm-reach")
    assert '<p class="stage">2: Reach both arms forward. </p>' in page
    assert '<p class="dose">build: 2 sets of 8 to 10, every day, 2 min</p>' in page
    assert '<a class="harder" href="../arm-raise/">Raise and rest</a>' in page
    assert "<title" in page.split("<svg")[1]
    assert "Both arms reach straight forward." in page.split("<svg")[1]


def test_the_gallery_and_the_navigation_are_made_from_the_files(knitting: Build) -> None:
    assert '<h2>On a chair</h2>\n<a href="arm-reach/">Reach and rest</a>\n<a href="arm-raise/">' in text(
        knitting, "exercises"
    )
    assert "<b>Breaks</b><i>All breaks</i><b>On a chair</b><i>Reach and rest</i>" in text(knitting, "")


def yaml_page(data: dict[str, object]) -> bytes:
    return f"---\n{yaml.safe_dump(data)}---\n".encode()
