"""One cause, one message: what is wrong with a picture is told once, wherever the picture is used."""

from pathlib import Path

import pytest
from building import SMALL, build_here, copy_of, spoil

PICTURE = "assets/images/across.svg"
FRAME = "docs/exercises/pass.md:19: frames.1.image: "


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("help.md", None, f'{FRAME}"help.md" cannot be printed'),
        ("assets/images/acros.svg", None, f'{FRAME}there is no file "assets/images/acros.svg".'),
        (PICTURE, "", f"docs/{PICTURE}:1: svg: this is no whole SVG"),
        (PICTURE, '<svg xmlns="http://www.w3.org/2000/svg"><g>', f"docs/{PICTURE}:1: svg: this is no whole SVG"),
        (PICTURE, '<svg xmlns="http://www.w3.org/2000/svg"/>', f'{FRAME}"{PICTURE}" cannot be read as a picture.'),
    ],
)
def test_a_wrong_picture_is_told_once(tmp_path: Path, name: str, content: str | None, message: str) -> None:
    project = copy_of(SMALL, tmp_path)
    spoil(project, "docs/exercises/pass.md", f"image: {PICTURE}", f"image: {name}")
    if content is not None:
        (project / "docs" / name).write_text(content, "utf-8")
    done = build_here(project, tmp_path / "site")
    (told,) = (line for line in done.said.splitlines() if line.startswith(("WARNING", "ERROR", "Traceback")))
    assert told.partition(" - ")[2].startswith(message)
