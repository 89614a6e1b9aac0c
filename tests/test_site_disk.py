"""The disk: files that are written all or none."""

from pathlib import Path

import pytest
from site_disk import write_all


def test_files_are_written_all_or_none(tmp_path: Path) -> None:
    old = tmp_path / "a.md"
    old.write_text("old")
    with pytest.raises(OSError, match="nowhere"):
        write_all({old: "new", tmp_path / "b.md": "new", tmp_path / "nowhere/c.md": "new"})
    assert {path.name: path.read_text() for path in tmp_path.iterdir()} == {"a.md": "old"}


def test_what_was_there_comes_back_when_one_of_the_files_cannot_be_put(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old, full = tmp_path / "a.md", tmp_path / "b.md"
    old.write_text("old")
    put = Path.replace

    def replace(part: Path, target: Path) -> Path:
        if target == full:
            raise OSError("the disk is full")
        return put(part, target)

    monkeypatch.setattr(Path, "replace", replace)
    with pytest.raises(OSError, match="full"):
        write_all({old: "new", full: "new"})
    assert {path.name: path.read_text() for path in tmp_path.iterdir()} == {"a.md": "old"}
