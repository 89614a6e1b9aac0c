"""What lies under another name or in another folder is told once, and everything else is as if it lay right."""

from pathlib import Path

import breaks
import pytest
from building import SMALL, build_here, copy_of
from kit.reading.places import misnamed, put_right


@pytest.mark.parametrize(
    ("names", "meant"),
    [
        ({"Words.yml"}, {"Words.yml": "words.yml"}),
        ({"evidence/claims.yaml"}, {"evidence/claims.yaml": "evidence/claims.yml"}),
        ({"evidence/Claims.YAML", "signs.yml"}, {"evidence/Claims.YAML": "evidence/claims.yml"}),
        ({"Faq/themes.yml"}, {"Faq/themes.yml": "faq/themes.yml"}),
        ({"cards/sets.yaml"}, {"cards/sets.yaml": "cards/sets.yml"}),
        ({"assets/figures.yaml"}, {"assets/figures.yaml": "assets/figures.yml"}),
        ({"words.yml", "Words.yml"}, {}),
        ({"claims.yaml", "words.json", "words.md", "more/words.yaml"}, {}),
    ],
)
def test_a_data_file_is_known_by_its_name_in_other_letters_or_with_another_ending(
    names: set[str], meant: dict[str, str]
) -> None:
    assert misnamed(names) == meant


def test_a_page_without_much_of_an_exercise_or_a_question_stays_where_it_is() -> None:
    few = "---\ntitle: A\nkind: stretch\ngoal: To stretch.\n---\n\nWords.\n"
    sources = breaks.sources({"exercises/more/a.md": few, "exercises/more/b.md": "---\ntitle: [\n---\n"})
    placed, problems = put_right(sources)
    assert not problems
    assert placed == sources


def test_a_page_of_data_in_another_folder_has_its_address_where_it_belongs() -> None:
    name = min(uri for uri in breaks.texts() if uri.startswith("faq/") and not uri.endswith(("index.md", ".yml")))
    stem = name.removeprefix("faq/")
    placed, problems = put_right(breaks.sources({name: None, f"about/{stem}": breaks.texts()[name]}))
    assert breaks.said(problems) == [
        f"docs/about/{stem}: file-place: this is a question, expected in docs/faq/ itself. Move the file there."
    ]
    assert name in placed.addresses
    assert f"about/{stem}" not in placed.texts


def test_what_lies_elsewhere_is_told_once_and_nothing_that_would_miss_it(tmp_path: Path) -> None:
    docs = copy_of(SMALL, tmp_path) / "docs"
    (docs / "exercises/more").mkdir()
    for old, new in (
        ("exercises/toss.md", "exercises/more/toss.md"),
        ("faq/lamp.md", "lamp.md"),
        ("evidence/claims.yml", "evidence/claims.yaml"),
        ("signs.yml", "Signs.yml"),
        ("words.yml", "words.yaml"),
    ):
        (docs / old).rename(docs / new)
    done = build_here(docs.parent, tmp_path / "site")
    told = [line for line in done.said.splitlines() if line.startswith(("WARNING", "ERROR", "Traceback"))]
    assert done.code == 1
    assert [line.split(" - docs/")[1] for line in told] == [
        'Signs.yml: file-name: this file is not read, expected the name "signs.yml". Rename it.',
        'evidence/claims.yaml: file-name: this file is not read, expected the name "claims.yml". Rename it.',
        (
            "exercises/more/toss.md: file-place: this is an exercise, expected in docs/exercises/ itself. "
            "Move the file there."
        ),
        "lamp.md: file-place: this is a question, expected in docs/faq/ itself. Move the file there.",
        'words.yaml: file-name: this file is not read, expected the name "words.yml". Rename it.',
    ]
