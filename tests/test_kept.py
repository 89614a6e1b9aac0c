"""What is kept from build to build is a gain and no more: where it cannot be kept, the build goes on without it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from building import build_here, copy_of
from site_disk import Folder


def a_file(cache: Path) -> None:
    cache.write_text("no folder", encoding="utf-8")


def a_link_to_nowhere(cache: Path) -> None:
    cache.symlink_to(cache.with_name("gone"))


def files_for_folders(cache: Path) -> None:
    cache.mkdir()
    for name in ("cards", "codes", "figures", "guard", "social", "search", "templates"):
        (cache / name).write_text("no folder", encoding="utf-8")


@pytest.mark.parametrize("spoil", [a_file, a_link_to_nowhere, files_for_folders])
def test_a_build_that_can_keep_nothing_says_so_once_and_goes_on(spoil: Callable[[Path], None], tmp_path: Path) -> None:
    project = copy_of("wrist", tmp_path)
    spoil(project / ".cache")
    done = build_here(project, tmp_path / "site")
    assert done.code == 0, done.said
    assert done.said.count(".cache: not all can be kept there for the next build") <= 1
    assert (done.site / "cards/pdf/wall-lean-a4.pdf").exists()


def test_a_folder_in_the_place_of_each_thing_that_is_kept_stops_no_build(tmp_path: Path) -> None:
    project = copy_of("wrist", tmp_path)
    assert build_here(project, tmp_path / "site").code == 0
    names = [file.relative_to(project) for file in (project / ".cache").rglob("*") if file.is_file()]
    assert names
    for name in names:
        (project / name).unlink()
        (project / name / "within").mkdir(parents=True)
    done = build_here(project, tmp_path / "site")
    assert done.code == 0, done.said
    assert not list((project / ".cache").rglob("*.part"))


def test_a_desk_on_which_nothing_can_be_written_is_no_desk(tmp_path: Path) -> None:
    (tmp_path / "desk").write_text("no folder", encoding="utf-8")
    with pytest.raises(OSError, match="desk"):
        Folder(tmp_path / "desk").put("a.typ", b"")
