"""How long the printed cards take: all PDFs cold and warm, and one deck beside WeasyPrint and Chromium.

`uv run --group bench python benchmarks/cards.py` builds nothing of the site; it reads docs/ and prints a table.
"""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from html import escape
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path[:0] = [str(ROOT / "hooks"), str(ROOT / "tests")]

from guides import guide_in  # noqa: E402 the path comes first
from kit.cards.document import Deal, Document  # noqa: E402
from kit.cards.print_order import Order, order_of  # noqa: E402
from kit.cards.print_run import print_run  # noqa: E402
from kit.cards.typeset import TEMPLATES, Tools, presses  # noqa: E402
from kit.pictures import pictures_of, wanted_of  # noqa: E402
from shelves import Pile  # noqa: E402
from site_disk import Folder  # noqa: E402

DECK = "everything-standard-one-sided-a4"
CARD = "plank"


def main() -> None:
    """Print one line for each way to make the same cards."""
    order = ordered()
    documents = list(order.documents)
    pages = sum(document.pages for document in documents)
    fonts = [file.read_bytes() for file in sorted((ROOT / "docs/assets/fonts").glob("*.woff2"))]
    templates = {file.name: file.read_bytes() for file in sorted(Path(TEMPLATES).iterdir())}
    tools = Tools(fonts, templates, threads=os.cpu_count() or 1)
    with tempfile.TemporaryDirectory() as folder:
        shelf, desk = Folder(Path(folder) / "shelf"), Folder(Path(folder) / "desk")
        shelf.folder.mkdir()

        def run(some: Sequence[Document]) -> None:
            print_run(some, shelf, desk, tools)

        say(f"Typst, all {len(documents)} PDFs ({pages} pages) with pictures, cold", lambda: run(documents))
        say("Typst, the same, nothing changed", lambda: run(documents))
        say("Typst, the same, one exercise changed", lambda: run(changed(documents)))
        press, *_ = presses(tools, desk, used=["sheet.typ"])
        deck = next(document for document in documents if document.id == DECK)
        say(f"Typst, {DECK}, {deck.pages} pages", lambda: press.pdf("sheet.typ", deck.text, {}, checked=deck.checked))
        page = Path(folder) / "cards.html"
        page.write_text(html(order), encoding="utf-8")
        try:
            from weasyprint import HTML  # noqa: PLC0415 only the bench group has it

            say("WeasyPrint, the same cards", lambda: HTML(str(page)).write_pdf(str(page.with_suffix(".weasy.pdf"))))
        except ImportError:
            sys.stdout.write("WeasyPrint is not installed: add the group bench.\n")
        say("Chromium, the same cards", lambda: chromium(page))


def changed(documents: Sequence[Document]) -> list[Document]:
    """Return the documents after a change of one word on the card of one exercise."""
    return [
        replace(
            each,
            cards=tuple(
                Deal(card.text, f"{card.key} new") if f'"{CARD}"' in card.text else card for card in each.cards
            ),
        )
        for each in documents
    ]


def ordered() -> Order:
    """Return everything that is printed."""
    guide = guide_in()
    wanted, _odd = wanted_of(guide, pictures_of(guide, Pile(), ""), lambda name: (ROOT / "docs" / name).read_bytes())
    if wanted is None:
        raise SystemExit("The cards cannot be read; run the build to see why.")
    return order_of(wanted, addresses=guide.addresses, site="https://example.org/backstride/")[0]


def html(order: Order) -> str:
    """Return the fronts of all cards as one page, four to a sheet, with the same drawings and codes."""
    cards = "".join(
        f"<section><h1>{escape(card.title)}</h1><p>{escape(card.goal)}</p>"
        + "".join(f'<div class="p">{picture.svg}</div>' for picture in card.pictures)
        + "<ol>"
        + "".join(f"<li>{escape(step)}</li>" for step in card.steps)
        + f"</ol><p>{escape(' '.join(card.start or ()))}</p><p>{escape(''.join(card.stop or ()))}</p>"
        + f'<div class="q">{card.code.svg}</div></section>'
        for card in order.cards.values()
    )
    style = (
        "@page{size:210mm 297mm;margin:8mm}body{font:12pt sans-serif;margin:0}"
        "section{float:left;box-sizing:border-box;width:95mm;height:138mm;overflow:hidden;break-inside:avoid}"
        ".p{display:inline-block;width:28mm}.q{width:24mm}"
    )
    return f'<!doctype html><html lang="en"><meta charset="utf-8"><title>Cards</title><style>{style}</style>{cards}'


def chromium(page: Path) -> None:
    """Print the page with Chromium."""
    command = ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"]
    target = [f"--user-data-dir={page.parent / 'profile'}", f"--print-to-pdf={page.with_suffix('.pdf')}", str(page)]
    subprocess.run([*command, *target], check=True, capture_output=True)  # noqa: S603 the command is ours


def say(name: str, work: Callable[[], object]) -> None:
    """Print how long some work took, on the clock and on the processor."""
    wall, cpu = time.perf_counter(), time.process_time()
    work()
    sys.stdout.write(f"{name:58} {time.perf_counter() - wall:7.2f} s   {time.process_time() - cpu:7.2f} s of CPU\n")


if __name__ == "__main__":
    main()
