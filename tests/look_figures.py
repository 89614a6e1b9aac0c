"""Pictures of figures for people who review them: `python tests/look_figures.py docs/exercises/plank.md …`.

Draws the frames of each exercise file side by side and writes one PNG under build/figures/.
`--print` draws them as they are printed, `--mm 45` makes a whole body height 45 mm.
"""

import argparse
import json
import re
import sys
from pathlib import Path
from typing import Any

import typst

sys.path.insert(0, str(Path(__file__).parent.parent / "hooks"))

from kit import front_matter
from kit.figure import printed, screen
from kit.person import PEOPLE
from kit.pose import Pose
from kit.problem import Problem
from kit.record import Record, check
from kit.scene import scene
from kit.stance import stances

ROOT = Path(__file__).parent.parent
STYLES = ROOT / "docs/assets/stylesheets/figures.css"
OUT = ROOT / "build/figures"
SHEET = """#set page(width: {width}mm, height: auto, margin: 5mm)
#set text(size: 9pt)
#grid(columns: {columns}, gutter: 4mm, ..json(bytes(sys.inputs.cells)).map(cell => align(bottom + center)[
  #image(bytes(cell.svg), format: "svg", width: cell.width * 1mm)
  #cell.name
]))
"""


def main() -> None:
    """Write a picture of the frames of each file named on the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--mm", type=float, default=70, help="width of a whole body height on the sheet")
    parser.add_argument("--print", action="store_true", help="as lines for paper")
    parser.add_argument("--columns", type=int, default=4)
    parser.add_argument("--out", type=Path, default=OUT / "look.png")
    options = parser.parse_args()
    cells = []
    for path in options.files:
        found, problems = pictures(path, options.mm, on_paper=options.print)
        cells += found
        for problem in problems:
            sys.stdout.write(f"{problem}\n")
    if cells:
        options.out.parent.mkdir(parents=True, exist_ok=True)
        options.out.write_bytes(sheet(cells, columns=min(options.columns, len(cells)), width=options.mm * 1.3))
        sys.stdout.write(f"{options.out}\n")


def pictures(path: Path, mm: float, *, on_paper: bool = False) -> tuple[list[dict[str, Any]], list[Problem]]:
    """Return a cell for each frame of one exercise file."""
    matter, problems = front_matter.read(path.read_bytes(), file=str(path))
    if matter is None:
        return [], problems
    poses = []
    for index, frame in enumerate(matter.record.data.get("frames", [])):
        inner = {key[3:]: line for key, line in matter.record.lines.items() if key[:3] == ("frames", index, "pose")}
        pose, found = check(Record(str(path), frame.get("pose") or {}, inner), Pose)
        problems += found
        poses += [pose] if pose else []
    if problems:
        return [], problems
    settled, problems = stances(poses, record=matter.record)
    if settled is None:
        return [], problems
    person = PEOPLE[matter.record.data.get("person", "omar")]
    drawn = scene(settled, person)
    width = (drawn.box.right - drawn.box.left) * mm
    cells = []
    for index, frame in enumerate(drawn.frames, 1):
        words = (path.stem, "")
        svg = (
            printed(frame, drawn.box, person=person, width_mm=width, name="f", words=words)
            if on_paper
            else coloured(screen(frame, drawn.box, person=person, name="f", words=words))
        )
        cells.append({"name": f"{path.stem} {index}", "width": width, "svg": svg})
    return cells, []


def coloured(svg: str) -> str:
    """Return an SVG that carries the colours of figures.css itself, for programs that do not read variables."""
    classes = ["bs-fig", *re.findall(r"bs-(?:skin|hair|clothes)-\w+", svg)]
    values: dict[str, str] = {}
    css = STYLES.read_text()
    for name in classes:
        for block in re.findall(rf"^\.{name} \{{(.*?)\}}", css, flags=re.DOTALL | re.MULTILINE)[:1]:
            values |= dict(re.findall(r"(--[\w-]+): ([^;]+);", block))
    rules = "\n".join(line for line in css.splitlines() if line.startswith(".bs-fig ") and line.endswith("}"))
    rules = re.sub(r"var\((--[\w-]+)\)", lambda match: values[match[1]], rules)
    return re.sub(r"(<svg [^>]*>)", lambda match: f"{match[1]}<style>{rules}</style>", svg, count=1)


def sheet(cells: list[dict[str, Any]], *, columns: int, width: float) -> bytes:
    """Return one PNG with all cells."""
    page = SHEET.format(columns=columns, width=width * columns)
    png = typst.compile(page.encode(), format="png", ppi=120, sys_inputs={"cells": json.dumps(cells)})
    return png if isinstance(png, bytes) else png[0]


if __name__ == "__main__":
    main()
