"""The print studio in a browser: opening it with a plan, and what it prints."""

import re

import pypdfium2
from playwright.sync_api import Page

STUDIO = "cards/studio/"
WAYS = [
    ("four", "one"),
    ("four", "duplex"),
    ("four", "fold"),
    ("two", "one"),
    ("two", "duplex"),
    ("two", "fold"),
    ("single", "one"),
    ("single", "duplex"),
    ("rows", "one"),
    ("log", "one"),
]
FIVE = "calf-stretch,sit-to-stand.2x8d3,plank.blank,side-bridge.build,bridge"
CUT_OFF = """() => [...document.querySelectorAll(".bs-sheet")].flatMap((sheet) => {
    // The box of a line is taller than its letters, by a part of their size.
    const inside = (box, room, more) =>
        box.left >= room.left - 1.5 && box.right <= room.right + 1.5 && box.top >= room.top - more &&
        box.bottom <= room.bottom + more;
    const walker = document.createTreeWalker(sheet, NodeFilter.SHOW_TEXT);
    const faults = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        if (!node.data.trim() || node.parentElement.closest("[hidden], svg, .bs-face__lines")) continue;
        const range = document.createRange();
        range.selectNodeContents(node);
        const around = node.parentElement.closest(".bs-row, [data-looks], .bs-face, .bs-sheet__foot") ?? sheet;
        const room = around.getBoundingClientRect();
        for (const box of range.getClientRects()) {
            const size = parseFloat(getComputedStyle(node.parentElement).fontSize);
            if (!inside(box, room, Math.max(4, 0.45 * size))) faults.push(node.data);
        }
    }
    for (const face of sheet.querySelectorAll("[data-fits=false]")) faults.push(`${face.dataset.card} is too full`);
    for (const face of sheet.querySelectorAll("[data-looks]")) {
        if (face.scrollHeight > face.clientHeight + 1) faults.push(`${face.dataset.card} runs over`);
    }
    for (const picture of sheet.querySelectorAll("figure img")) {
        const many = (picture.closest(".bs-face")?.querySelectorAll("figure img").length ?? 0) > 4;
        if (picture.getBoundingClientRect().height < (many ? 12 : 20)) faults.push(`${picture.alt} is too small`);
    }
    return faults;
})"""
"""Says of each sheet which words do not lie where they may, and which face is too full."""


def link(cards: str, *, paper: str = "a4", layout: str = "four", sides: str = "one", order: str = "auto") -> str:
    return f"#v=1&cards={cards}&paper={paper}&layout={layout}&sides={sides}&order={order}&days=mo.we.fr"


def visit(page: Page, fragment: str = "") -> None:
    page.goto(f"about:blank{fragment}")  # so that a change of the fragment alone loads the page anew
    page.goto(STUDIO + fragment)
    page.locator("[data-bs-picks] li").first.wait_for(state="attached")
    settle(page)


def show(page: Page, fragment: str) -> None:
    """Show another plan in the studio that is open, as a link that is followed there does."""
    page.evaluate(
        """(fragment) => {
            history.replaceState(null, "", fragment);
            dispatchEvent(new HashChangeEvent("hashchange"));
        }""",
        fragment,
    )
    settle(page)


def settle(page: Page) -> None:
    """Wait until pictures and letters are there and every sheet is laid out."""
    page.evaluate(
        """async () => {
            const images = [...document.querySelectorAll("[data-bs-sheets] img")];
            await Promise.allSettled([document.fonts.ready, ...images.map((image) => image.decode())]);
            await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
        }"""
    )


def titles(page: Page) -> list[str]:
    return page.locator("[data-bs-list] h3").all_inner_texts()


def said(page: Page) -> str:
    return page.locator("[data-bs-status]").inner_text()


def pick(page: Page, title: str) -> None:
    page.get_by_role("button", name=re.compile(f"^Add(ed)? {re.escape(title)}$")).click()


def to_pdf(page: Page) -> bytes:
    return page.pdf(prefer_css_page_size=True)


def printed(page: Page) -> pypdfium2.PdfDocument:
    return pypdfium2.PdfDocument(to_pdf(page))


def texts(document: pypdfium2.PdfDocument) -> list[str]:
    return [" ".join(sheet.get_textpage().get_text_bounded().split()) for sheet in document]
