"""One page of each kind, every page of a built site, and a way to go to one."""

from pathlib import Path

from playwright.sync_api import Page

KINDS = (
    "",
    "today/",
    "today/how-bad/",
    "today/unsteady/",
    "why-walk/",
    "walk-better/",
    "walk-better/anatomy-of-a-step/",
    "walking-plan/",
    "get-help/",
    "glossary/",
    "exercises/",
    "exercises/plank/",
    "faq/",
    "faq/shoes/",
    "c/plank/",
    "evidence/",
    "evidence/references/",
    "cards/",
    "cards/mine/",
    "cards/studio/",
    "about/",
    "404.html",
)
"""One address of each kind of page, and one that is not there."""


def addresses(site: Path) -> list[str]:
    """Return the address of each page that does not send the reader on to another."""
    files = [file for file in sorted(site.rglob("index.html")) if 'http-equiv="refresh"' not in file.read_text("utf-8")]
    pages = (file.relative_to(site).parent.as_posix() for file in files)
    return ["" if page == "." else f"{page}/" for page in pages]


def quiet(page: Page, address: str) -> None:
    """Go to an address and wait until it is loaded."""
    page.goto(address)
    page.wait_for_function("() => document.readyState === 'complete'")


FEW = """() => {
  for (const list of document.querySelectorAll("main :has(> li), main :has(> details)")) {
    for (const alike of [...list.querySelectorAll(":scope > :is(li, details)")].slice(15)) alike.remove();
  }
}"""


def with_few(page: Page) -> None:
    """Leave fifteen entries in each list of a page: what is true of them is true of the others, and takes its time."""
    page.evaluate(FEW)
