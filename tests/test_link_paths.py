"""Paths are the same inside the check whichever system wrote them, and texts made to be slow are read in time."""

from types import SimpleNamespace
from typing import Any

import pytest
from site_link_check.place.spot import marked, spots_of_ids, spots_of_links
from site_link_check.read.markdown_source import snippets, without_code
from site_link_check.read.recipe import Disk, Recipe, made_of, recipe_of

NO_DISK = Disk(lambda _: None, lambda _: [], lambda _: False)


def config(folder: str, mark: str) -> dict[str, Any]:
    """Return a configuration as MkDocs holds it, with the paths of one system."""
    at = [folder, "docs", "overrides", "hooks\\check.py".replace("\\", mark)]
    docs, overrides, hook = (mark.join([folder, each]) for each in at[1:])
    return {
        "config_file_path": mark.join([folder, "mkdocs.yml"]),
        "docs_dir": docs,
        "site_url": "https://example.org/",
        "repo_url": "",
        "edit_uri": "",
        "use_directory_urls": True,
        "extra": {},
        "theme": SimpleNamespace(custom_dir=overrides, dirs=[overrides, mark.join([folder, "material"])]),
        "hooks": {"check": SimpleNamespace(__file__=hook)},
        "markdown_extensions": [],
        "mdx_configs": {},
        "site_dir": mark.join([folder, "site"]),
        "validation": {"links": {"absolute_links": 20}},
        "plugins": {},
    }


def recipe(folder: str, mark: str, *, here: str, disk: Disk = NO_DISK) -> Recipe:
    return recipe_of(config(folder, mark), here=here, disk=disk)


def test_windows_names_become_names_with_slashes() -> None:
    found = recipe("C:\\sites\\river", "\\", here="C:\\sites\\river")
    assert (found.file, found.root) == ("C:/sites/river/mkdocs.yml", "C:/sites/river")
    assert (found.docs, found.templates) == ("C:/sites/river/docs", "C:/sites/river/overrides")
    assert found.hooks == ["C:/sites/river/hooks/check.py"]


@pytest.mark.parametrize("folder", ["C:\\sites\\river", "C:\\", "\\\\server\\share\\river", "/home/river", "/"])
def test_a_folder_without_history_is_found_to_have_none(folder: str) -> None:
    assert recipe(folder, "\\" if "\\" in folder else "/", here=folder).repository == ""


def test_the_nearest_folder_with_history_is_the_repository() -> None:
    disk = Disk(lambda _: None, lambda _: [], lambda path: path in {"C:/site/.git", "C:/.git"})
    assert recipe("C:\\site\\sites\\river", "\\", here="C:\\", disk=disk).repository == "C:/site"


def test_files_of_the_theme_are_left_out_and_texts_are_read_by_names_with_slashes() -> None:
    known = {"C:/river/docs/guide/a.md": "text"}
    disk = Disk(known.get, lambda _: [], lambda _: False)
    files = [
        SimpleNamespace(
            src_dir=f"C:\\river\\{folder}",
            abs_src_path=f"C:\\river\\{folder}\\guide\\a.md",
            src_uri="guide/a.md",
            dest_uri="guide/a/index.html",
            generated_by=None,
            inclusion=SimpleNamespace(is_excluded=lambda: False),
        )
        for folder in ("docs", "material")
    ]
    (made,) = made_of(files, recipe("C:\\river", "\\", here="C:\\river"), disk)
    assert (made.name, made.text, made.made_by) == ("guide/a/index.html", "text", "")


@pytest.mark.parametrize("seed", ["<!--", "<pre>", "<code><pre ", "\\(", "\\[ ", "$$a", "`", "[", "](", "[a]: ", "<a "])
def test_a_text_made_to_be_slow_ends(seed: str) -> None:
    text = seed * (200_000 // len(seed))
    assert len(without_code(text)) == len(text)
    snippets(text)
    for spots in (spots_of_links(text), spots_of_ids(text), spots_of_links(text, is_html=True)):
        marked(text, spots)
