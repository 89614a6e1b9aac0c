"""What Safari's engine makes of the site: WebKitGTK opens one page of each kind and prints the studio's sheets.

`python benchmarks/webkit.py SITE` needs Debian's packages gir1.2-webkit2-4.1, gir1.2-gtk-3.0, python3-gi and xvfb. Each
page is opened 320 and 1280 pixels wide, at 320 also with letters twice as large, and without scripts; the studio prints
each layout on both papers. It prints what it looked at and every fault, and fails when there is one: a message in the
console, something wider than the screen, another number of pages than the studio says, a card that does not fit, a
number that stands beside its line, or a line of 100 mm that is not.
"""

import argparse
import json
import os
import runpy
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pypdfium2 as pdfium
from first_view import served

ROOT = Path(__file__).parent.parent
KINDS = runpy.run_path(str(ROOT / "tests/kinds.py"))["KINDS"]
STUDIO = runpy.run_path(str(ROOT / "tests/studio_page.py"))
VIEWS = ((320, 1, True), (320, 2, True), (320, 1, False), (1280, 1, True))
"""How wide, how many times as large the letters are, and whether scripts run."""
CARDS = (
    "plank",
    "sit-to-stand,calf-stretch,bridge",
    "calf-stretch,sit-to-stand.2x8d3,plank.blank,side-bridge.build,bridge,one-leg-stand,lunge,heel-raise",
)
PAPERS = {"a4": "iso_a4", "letter": "na_letter"}
MM = 25.4 / 72
RULER_MM = (99.2, 100.2)  # between the strokes at its ends, or with them
WIDTH = """await document.fonts.ready;
await new Promise((done) => setTimeout(done, 400));
const { scrollWidth } = document.documentElement;
return scrollWidth > innerWidth ? `${scrollWidth} px wide, and the screen is ${innerWidth}` : "";
"""
SHEETS = (
    """const root = document.querySelector(".bs-studio");
for (let i = 0; i < 200 && !(root.dataset.sheets > 0); i += 1) await new Promise((done) => setTimeout(done, 50));
const note = document.getElementById("studio-notes");
note.value = "Rest between the sets, and hold on to something. ".repeat(NOTES);
note.dispatchEvent(new Event("input", { bubbles: true }));
const images = [...document.querySelectorAll(".bs-sheet img")];
await Promise.allSettled([document.fonts.ready, ...images.map((image) => image.decode())]);
await new Promise((done) => setTimeout(done, 800));
const beside = [...document.querySelectorAll(".bs-face__steps > li")].filter((step) => {
  const words = document.createRange();
  words.selectNode(step.lastChild);
  const [disc, line] = [step.querySelector(".bs-disc").getBoundingClientRect(), words.getClientRects()[0]];
  return Math.abs(disc.top + disc.bottom - line.top - line.bottom) > disc.height / 3;
});
const faults = [...("""
    + STUDIO["CUT_OFF"]
    + """)(), ...beside.map((step) => `number beside its line: ${step.textContent}`)];
return { pages: Number(root.dataset.sheets), faults };
"""
)


def main() -> None:
    """Print what was looked at, and every fault."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("site", type=Path, nargs="?", default=ROOT / "site")
    parser.add_argument("--base", default="/backstride/")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, served(given.site, given.base) as home:
        pages, papers = list(page_tasks(home)), list(paper_tasks(home, Path(folder)))
        faults = [
            f"{task['name']}: {fault}"
            for task, said, told in done(pages + papers)
            for fault in [*told, *(printed(said, task) if "pdf" in task else filter(None, [said]))]
        ]
    print(f"{len(pages)} views of {len(KINDS)} kinds of page, {len(papers)} papers: {len(faults)} faults")
    for fault in faults:
        print(fault)
    sys.exit(bool(faults))


def page_tasks(home: str) -> Iterator[dict[str, Any]]:
    """Yield one task for each view of each kind of page."""
    for kind in KINDS:
        for width, text, scripts in VIEWS:
            name = f"{kind or './'}, {width} px, letters x{text}, {'' if scripts else 'no '}scripts"
            yield {"name": name, "url": home + kind, "width": width, "text": text, "scripts": scripts, "ask": WIDTH}


def paper_tasks(home: str, folder: Path) -> Iterator[dict[str, Any]]:
    """Yield one task for each layout, paper and number of cards; the most cards come with a long note."""
    for paper, size in PAPERS.items():
        for cards in CARDS:
            for layout, sides in STUDIO["WAYS"]:
                url = home + STUDIO["STUDIO"] + STUDIO["link"](cards, paper=paper, layout=layout, sides=sides)
                name = f"{paper}, {layout}, {sides}, {cards.count(',') + 1} cards"
                ask = SHEETS.replace("NOTES", "4" if cards == CARDS[-1] else "0")
                task = {"name": name, "url": url, "width": 1280, "text": 1, "scripts": True, "ask": ask}
                yield {**task, "pdf": str(folder / f"{name}.pdf"), "paper": size, "margin_mm": 0}


def done(tasks: list[dict[str, Any]]) -> Iterator[tuple[dict[str, Any], Any, list[str]]]:
    """Yield each task with its answer and the errors and warnings of the page."""
    script = Path(__file__).with_name("webkit_window.py")
    quiet = {"WEBKIT_DISABLE_COMPOSITING_MODE": "1", "WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS": "1"}
    command = ["xvfb-run", "-a", "-s", "-screen 0 1400x1000x24", "/usr/bin/python3", str(script)]
    with subprocess.Popen(  # noqa: S603 the command is ours
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env={**os.environ, **quiet}
    ) as window:
        for task in tasks:
            window.stdin.write(json.dumps(task) + "\n")
            window.stdin.flush()
            if not (line := window.stdout.readline()):
                sys.exit(f"WebKit ended at {task['name']}.")
            yield task, *json.loads(line)


def printed(said: dict[str, Any], task: dict[str, Any]) -> Iterator[str]:
    """Yield what is wrong with the sheets and their PDF."""
    yield from said["faults"]
    with pdfium.PdfDocument(task["pdf"]) as pdf:
        if len(pdf) != said["pages"]:
            yield f"{len(pdf)} pages, and the studio says {said['pages']}"
        for number, sheet in enumerate(pdf, 1):
            boxes = [each.get_bounds() for each in sheet.get_objects(max_depth=8)]
            flat = [(low, (right - left) * MM) for left, low, right, high in boxes if (high - low) * MM < 1]
            _, length = min((line for line in flat if line[1] > RULER_MM[0] * 0.8), default=(0, 0))
            if not RULER_MM[0] < length < RULER_MM[1]:
                yield f"page {number}: the line of 100 mm is {length:.1f} mm long"


if __name__ == "__main__":
    main()
