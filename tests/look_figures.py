"""Pictures of figures for people who review them.

`python tests/look_figures.py docs/exercises/plank.md …` draws the frames of these files side by side, in colour and
as they are printed, into build/figures/look.png. Without files it draws every exercise and diagram: contact sheets in
colour, in grey and for print, and a page with all of them moving, build/figures/index.html. `--golden` writes the
golden files of tests/test_figure.py anew.
"""

import argparse
import json
import re
import sys
from io import BytesIO
from pathlib import Path
from typing import TypedDict

import typst
from PIL import Image

ROOT = Path(__file__).parent.parent
sys.path[:0] = [str(ROOT / "hooks"), str(ROOT / "tests")]

from guides import figure_words, guide_in  # noqa: E402 the path comes first
from kit.exercises.exercise import walks  # noqa: E402
from kit.figures import album, diagram  # noqa: E402
from kit.figures.figure import UNITS  # noqa: E402

STYLES = ROOT / "docs/assets/stylesheets/parts/figures.css"
SCRIPT = ROOT / "docs/assets/javascripts/figures.js"
OUT = ROOT / "build/figures"
SHEET = """#set page(width: {width}mm, height: auto, margin: 5mm)
#set text(size: 8pt)
#grid(columns: {columns}, gutter: 4mm, ..json(bytes(sys.inputs.cells)).map(cell => align(bottom + center)[
  #image(bytes(cell.svg), format: "svg", width: cell.width * 1mm)
  #cell.name
]))
"""
PAGE = """<!doctype html><html lang="en"><meta charset="utf-8"><title>All figures</title><style>{styles}
:root {{ --bs-brand: #0f5c57; --bs-surface: #fff; --bs-ink: #182624; --bs-hairline: #ddd }}
body {{ font: 16px sans-serif }}
main {{ display: grid; grid-template-columns: repeat(auto-fill, minmax(16rem, 1fr)); gap: 1rem }}</style>
<main>{figures}</main><script type="module">{script}</script></html>
"""


class Cell(TypedDict):
    """One picture on a contact sheet, its width in millimetres."""

    name: str
    width: float
    svg: str


def main() -> None:
    """Write the pictures that the command line asks for, and say where they are."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--mm", type=float, default=45, help="a whole body height on the sheet, in millimetres")
    parser.add_argument("--golden", action="store_true", help="write the golden files of the tests")
    options = parser.parse_args()
    if options.golden:
        write_golden()
        return
    guide, words = guide_in(), figure_words()
    catalogue, listed = guide.catalogue, guide.diagrams
    wanted = {file.stem for file in options.files} or set(catalogue.exercises)
    subjects = [
        album.Subject(slug, each, catalogue.records[slug], walks=walks(each, catalogue.vocabulary))
        for slug, each in catalogue.exercises.items()
        if slug in wanted
    ]
    pictures, unmet = album.pictures(subjects, cycle=listed[0].cycle if listed else None, words=words)
    problems = [*guide.problems.get("exercises", ()), *guide.problems.get("figures", ()), *unmet]
    if options.files:
        save("look", cells({**pictures.screen, **{f"{k} print": v for k, v in pictures.printed.items()}}, options.mm))
    else:
        drawn, undrawn = diagram.draw(*listed, words=words) if listed else ({}, [])
        problems += undrawn
        on_paper = pictures.printed | {name: figure.printed for name, figure in drawn.items()}
        moving = [*pictures.motions.values(), *(figure.html for figure in drawn.values())]
        save("colour", cells(pictures.screen, options.mm))
        save("grey", cells(pictures.screen, options.mm), grey=True)
        save("print", cells(on_paper, options.mm))
        page = PAGE.format(styles=STYLES.read_text(), script=SCRIPT.read_text(), figures="".join(moving))
        (OUT / "index.html").write_text(page, encoding="utf-8")
        sys.stdout.write(f"{OUT / 'index.html'}\n")
    sys.stdout.writelines(f"{problem}\n" for problem in sorted({*problems}))


def cells(pictures: dict[str, str], mm: float) -> list[Cell]:
    """Return each picture with its own colours and its width on the sheet."""
    found = []
    for name, svg in pictures.items():
        wide = re.search(r'viewBox="0 0 ([\d.]+)', svg)
        assert wide is not None
        found.append(Cell(name=name, width=float(wide[1]) / UNITS * mm, svg=coloured(svg) if "bs-fig" in svg else svg))
    return found


def coloured(svg: str) -> str:
    """Return an SVG that carries the colours of figures.css itself, for programs that do not read variables."""
    values: dict[str, str] = {}
    css = STYLES.read_text(encoding="utf-8")
    for name in ["bs-fig", *re.findall(r"bs-(?:skin|hair|clothes)-\w+", svg)]:
        for block in re.findall(rf"^\.{name} \{{(.*?)\}}", css, flags=re.DOTALL | re.MULTILINE)[:1]:
            values |= dict(re.findall(r"(--[\w-]+): ([^;]+);", block))
    rules = "\n".join(line for line in css.splitlines() if line.startswith(".bs-fig ") and line.endswith("}"))
    rules = re.sub(r"var\((--[\w-]+)\)", lambda match: values.get(match[1], "none"), rules)
    return re.sub(r"(<svg [^>]*>)", lambda match: f"{match[1]}<style>{rules}</style>", svg, count=1)


def save(name: str, pictures: list[Cell], *, grey: bool = False) -> None:
    """Write one PNG with all pictures, as wide as they need."""
    if not pictures:
        return
    columns = min(6, len(pictures))
    page = SHEET.format(columns=columns, width=columns * max(cell["width"] for cell in pictures) * 0.9 + 20)
    png = typst.compile(page.encode(), format="png", ppi=130, sys_inputs={"cells": json.dumps(pictures)})
    image = Image.open(BytesIO(png if isinstance(png, bytes) else png[0]))
    OUT.mkdir(parents=True, exist_ok=True)
    (image.convert("L") if grey else image).save(OUT / f"{name}.png")
    sys.stdout.write(f"{OUT / f'{name}.png'}\n")


def write_golden() -> None:
    """Write what the tests expect to what is drawn now; look at the difference before committing it."""
    import test_figure  # noqa: PLC0415 only here, so that looking needs no test tools

    for case in test_figure.CASES:
        case.with_suffix(".svg").write_text("".join(test_figure.pictures(case)), encoding="utf-8")


if __name__ == "__main__":
    main()
