"""Settings that name files, keys or boxes which are not there are told with their line, unless a hook is left out."""

import re
from pathlib import Path

import pytest
from building import SMALL, Build, build_here, copy_of, spoil
from kit.pattern import fitting_nothing

NAMES = ("index.html", "words.yml", "assets/social/a.png", "cards/a.pdf")


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        ("*.yml", None),
        ("words.yml", None),
        ("assets/*", None),
        ("assets/*/*.png", None),
        ("*.yaml", 'no file fits "*.yaml". Did you mean "*.yml"?'),
        ("word.yml", 'no file fits "word.yml". Did you mean "words.yml"?'),
        ("assets/socail/*", 'no file fits "assets/socail/*". Did you mean "assets/social/*"?'),
        ("1234", 'no file fits "1234".'),
    ],
)
def test_a_pattern_that_no_file_fits_is_told_with_what_was_meant(pattern: str, text: str | None) -> None:
    assert list(fitting_nothing(["*.html", pattern], NAMES)) == ([(1, text)] if text else [])


@pytest.mark.parametrize(
    ("pattern", "is_told"),
    [("icons/*", False), ("icons/a.png", False), ("icons/*.png", False), ("*.png", False), ("icon/*", True)],
)
def test_a_pattern_of_files_that_this_build_does_not_make_is_left_alone(pattern: str, is_told: object) -> None:
    found = list(fitting_nothing([pattern], ["index.html"], left_out=["icons/*", "a.png"]))
    assert bool(found) is is_told


MORE = """  safe: {files: ["*.csv", "*.txt"], names: [robots.txt, note.txt]}
  markdown: {boxes: [note, tip, warnign]}
  structured_data:
"""
"""Nothing in docs/ is a table, or has a name that hosts obey; there is a text, and a note."""
SETTINGS = (
    ('unused: ["*.yml", ', 'unused: ["*.yml", assets/icons/*, cards/figures/*.json, "*.jsno", offline/*, '),
    ('"assets/social/*"]', '"assets/social/*", evidence/references.bib, search/*, "assets/socail/*", offlin/*]'),
    ("[.pdf]", "[.pdf, .pfd]"),
    (
        "    clicks: 3\n",
        '    clicks: 3\n    promises: [{pages: "faq/*.md", key: relatd}, {pages: "faq/*.md", key: related}]\n',
    ),
    ("  structured_data:\n", MORE),
)
TOLD = {
    "extra.markdown.boxes.2": 'no page has a box "tip". Take it out.',
    "extra.markdown.boxes.3": 'no page has a box "warnign". Take it out.',
    "extra.offline.leave_out.5": 'no file fits "assets/socail/*". Did you mean "assets/social/*"?',
    "extra.offline.leave_out.6": 'no file fits "offlin/*".',
    "extra.offline.once_opened.2": 'no file ends in ".pfd". Did you mean ".pdf"?',
    "extra.safe.files.1": 'no file fits "*.csv". Did you mean "*.svg"?',
    "extra.safe.names.1": 'no name that web hosts obey fits "robots.txt".',
    "extra.safe.names.2": 'no name that web hosts obey fits "note.txt".',
    "promises.1.key": 'no page that fits "faq/*.md" has "relatd". Did you mean "related"?',
    "unused.4": 'no file fits "*.jsno". Did you mean "*.json"?',
    "unused.5": 'no file fits "offline/*".',
}
PLACES = {
    "markdown": "boxes:",
    "offline.l": "leave_out:",
    "offline.o": "once_opened:",
    "safe": "safe:",
    "promises": "promises:",
    "unused": "unused:",
}


def planted(project: Path) -> Path:
    (project / "docs/note.txt").write_text("A text.\n")
    page = project / "docs/help.md"
    page.write_text(page.read_text("utf-8") + '\n!!! note "A box"\n    See [the text](note.txt).\n', encoding="utf-8")
    for before, after in SETTINGS:
        spoil(project, "mkdocs.yml", before, after)
    return project


def told(done: Build) -> dict[str, str]:
    """Return what is told of the recipe, by rule, and see that each line is that of its key."""
    lines = [
        each.partition(" - mkdocs.yml:") for each in done.said.splitlines() if re.search(r" - mkdocs\.yml:\d", each)
    ]
    return {rule: f"{number} {text}" for _, _, said in lines for number, rule, text in [said.split(": ", 2)]}


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return planted(copy_of(SMALL, tmp_path_factory.mktemp("needless")))


def expected(project: Path, *, without: tuple[str, ...] = ()) -> dict[str, str]:
    recipe = (project / "mkdocs.yml").read_text("utf-8").splitlines()
    rules = {rule: text for rule, text in TOLD.items() if not rule.startswith(without)}
    places = {rule: next(key for part, key in PLACES.items() if part in rule) for rule in rules}
    return {rule: f"{_line(recipe, places[rule])} {text}" for rule, text in rules.items()}


def _line(recipe: list[str], key: str) -> int:
    return next(number for number, line in enumerate(recipe, 1) if line.lstrip().startswith(key) or f"{{{key}" in line)


def test_each_setting_that_names_nothing_is_told_once_at_its_line(project: Path) -> None:
    done = build_here(project, project.parent / "site")
    assert done.code == 1
    assert told(done) == expected(project)


@pytest.mark.parametrize(
    ("left_out", "untold"),
    [
        (("supply_studio", "share_pages"), ()),
        (("keep_offline",), ("extra.offline",)),
        (("cite_claims",), ("unused", "promises")),
        (("index_search",), ()),
        (("print_cards", "draw_figures"), ("unused", "promises")),
        (("guard_pages", "proofread_pages"), ("extra.safe", "extra.markdown")),
    ],
)
def test_what_only_a_hook_makes_is_not_missed_where_that_is_left_out(
    project: Path, left_out: tuple[str, ...], untold: tuple[str, ...]
) -> None:
    recipe = (project / "mkdocs.yml").read_text("utf-8")
    kept = [line for line in recipe.splitlines() if not line.endswith(tuple(f"/{name}.py" for name in left_out))]
    assert len(kept) == len(recipe.splitlines()) - len(left_out)
    (project / "mkdocs.yml").write_text("\n".join(kept) + "\n", encoding="utf-8")
    found = told(build_here(project, project.parent / "site"))
    (project / "mkdocs.yml").write_text(recipe, encoding="utf-8")
    assert found.keys() == {each for each in TOLD if not untold or not each.startswith(untold)}


def test_where_a_page_cannot_be_read_nothing_is_said_that_may_rest_on_it(project: Path) -> None:
    page = project / "docs/faq/how-long.md"
    text = page.read_text("utf-8")
    page.write_text(text.replace("---", "---\n[", 1), encoding="utf-8")
    found = told(build_here(project, project.parent / "site"))
    page.write_text(text, encoding="utf-8")
    assert found.keys() == {each for each in TOLD if each.startswith("extra.safe")}


def test_a_box_of_no_kind_is_told_once(project: Path) -> None:
    page = project / "docs/help.md"
    text = page.read_text("utf-8")
    page.write_text(text.replace("!!! note", "!!! warning"), encoding="utf-8")
    done = build_here(project, project.parent / "site")
    page.write_text(text, encoding="utf-8")
    assert 'there is no box "warning"' in done.said
    assert not [rule for rule in told(done) if "boxes" in rule]


def test_kinds_of_boxes_that_nobody_chose_are_not_missed(project: Path) -> None:
    recipe = (project / "mkdocs.yml").read_text("utf-8")
    spoil(project, "mkdocs.yml", "  markdown: {boxes: [note, tip, warnign]}\n", "")
    found = told(build_here(project, project.parent / "site"))
    (project / "mkdocs.yml").write_text(recipe, encoding="utf-8")
    assert found.keys() == {each for each in TOLD if not each.startswith("extra.markdown")}


def test_where_the_link_check_is_the_only_hook_no_file_is_missed(project: Path) -> None:
    recipe = (project / "mkdocs.yml").read_text("utf-8")
    kept = [line for line in recipe.splitlines() if not line.endswith(".py") or "check_links" in line]
    (project / "mkdocs.yml").write_text("\n".join(kept) + "\n", encoding="utf-8")
    found = told(build_here(project, project.parent / "site"))
    (project / "mkdocs.yml").write_text(recipe, encoding="utf-8")
    assert found.keys() == {"promises.1.key"}
