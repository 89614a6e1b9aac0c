"""A template that is not there is told in one line, with the page or the setting that names it."""

from pathlib import Path

import pytest
from building import SMALL, build_here, copy_of, spoil


def said(project: Path) -> list[str]:
    done = build_here(project, project.parent / "site")
    assert done.code == 1
    assert "Traceback" not in done.said, done.said
    return [line.partition(" - ")[2] for line in done.said.splitlines() if line.startswith(("WARNING", "ERROR"))]


def without(project: Path, text: str) -> list[str]:
    """Take the lines with a text out of a recipe, and return those that it had."""
    recipe = project / "mkdocs.yml"
    lines = recipe.read_text("utf-8").splitlines()
    recipe.write_text("\n".join(line for line in lines if text not in line), encoding="utf-8")
    return lines


@pytest.mark.parametrize("name", ["wrist", "knitting", SMALL])
def test_a_theme_without_the_folder_of_templates_is_told_at_its_setting(name: str, tmp_path: Path) -> None:
    project = copy_of(name, tmp_path)
    line = 1 + without(project, "custom_dir").index("theme:")
    told = [each for each in said(project) if "theme" in each]
    assert len(told) == 1, told
    assert told[0].startswith(f'mkdocs.yml:{line}: theme.custom_dir: the theme "material" has no template "')
    assert told[0].endswith('.html". Name the folder that has it here.')


def test_a_theme_that_lacks_what_the_templates_show_is_told_at_its_name(tmp_path: Path) -> None:
    project = copy_of("wrist", tmp_path)
    spoil(project, "mkdocs.yml", "  name: material", "  name: mkdocs")
    told = [each for each in said(project) if "theme" in each]
    assert len(told) == 1, told
    assert told[0].startswith('mkdocs.yml:12: theme.name: the theme "mkdocs" and the folder of theme.custom_dir have ')


def test_a_page_that_names_a_lost_template_is_told_without_the_check_of_pages_too(tmp_path: Path) -> None:
    project = copy_of("wrist", tmp_path)
    spoil(project, "docs/index.md", "template: home.html", "template: hom.html")
    with_check = said(project)
    without(project, "hooks/check_pages.py")
    start, end = (
        'docs/index.md:5: template: there is no template "hom.html". Expected one of: ',
        'Did you mean "home.html"?',
    )
    for told in (with_check, said(project)):
        found = [each for each in told if "template" in each]
        assert [each.startswith(start) and each.endswith(end) for each in found] == [True]
