"""Speech: what a screen reader would say of each kind of page stands in a golden file, and nothing is said twice.

The golden files are of the small site, whose words change with its tests alone, so none of its lists has to be cut.
`make golden` writes them anew.
"""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from building import ROOT, SMALL, build_here, changed, copy_of
from kinds import KINDS, quiet
from playwright.sync_api import Browser, Page, expect
from speech import Node, heard, lines

GOLDEN = ROOT / "tests/golden/speech"
SPOKEN = {
    "home": "",
    "signs": "today/",
    "today": "today/where/",
    "answer": "today/feet/",
    "page": "help/",
    "exercises": "exercises/",
    "exercise": "exercises/toss/",
    "questions": "faq/",
    "question": "faq/how-long/",
    "print": "cards/",
    "mine": "cards/mine/#v=1&cards=toss",
    "studio": "cards/studio/",
    "card": "c/toss/",
    "evidence": "evidence/",
    "references": "evidence/references/",
    "glossary": "glossary/",
    "missing": "404.html",
}
"""A page of each kind, by the name of its file."""
LATE = {
    "print": ['[role=status]:has-text("cards)")'],
    "missing": ["[data-bs-words]"],
    "page": [".bs-phases--live .bs-phases__name:not(:empty)"],
    "exercise": ["[data-bs-move] button:not(:empty)"],
    "mine": ["[data-bs-move] button:not(:empty)", ".bs-mine__switches > p"],
    "studio": ["[data-bs-picks] li"],
    "exercises": ["[data-bs-count]:not(:empty)"],
    "evidence": [".bs-ledger-filter__count:not(:empty)"],
    "questions": ["[data-bs-question]:last-of-type .bs-copy"],
}
"""What comes by a script, after the page."""
PICK, PICKED = "[data-bs-picks] button", "[data-bs-status]:not(:empty)"
"""How an exercise is put on the list of the studio, and what tells that it is there."""


@pytest.fixture(scope="module")
def small(browser: Browser, serve: Callable[[Path], str], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    """Return a tab of the width of a phone on the small site."""
    folder = tmp_path_factory.mktemp("spoken")
    project = changed(copy_of(SMALL, folder), {"site_url": "https://juggling.example/backstride/"})
    built = build_here(project, folder / "site")
    assert built.code == 0, built.said
    context = browser.new_context(
        base_url=serve(built.site), reduced_motion="reduce", viewport={"width": 390, "height": 844}
    )
    yield context.new_page()
    context.close()


def test_each_kind_of_page_says_what_its_golden_file_says(small: Page, request: pytest.FixtureRequest) -> None:
    said = {}
    for name, address in SPOKEN.items():
        quiet(small, address)
        for late in LATE.get(name, []):
            small.locator(late).first.scroll_into_view_if_needed()
            small.locator(late).first.wait_for()
        if name == "studio":
            picked(small)
        said[name] = lines(heard(small))
    said["frame"] = frame(small)
    if request.config.getoption("--golden"):
        for name, spoken in said.items():
            (GOLDEN / f"{name}.txt").write_text("\n".join(spoken) + "\n", encoding="utf-8")
    assert {file.stem for file in GOLDEN.glob("*.txt")} == said.keys()
    for name, spoken in said.items():
        assert spoken == (GOLDEN / f"{name}.txt").read_text("utf-8").splitlines(), f"{name}: `make golden`, and look"


def picked(page: Page) -> None:
    """Put an exercise on the list of the studio."""
    page.locator(PICK).first.click()
    page.locator(PICKED).wait_for(state="attached")
    page.locator("[data-bs-sheets] article").first.wait_for()


def frame(page: Page) -> list[str]:
    """Return what the dialogs of the header say, and all that comes before the words of a page on a wide screen."""
    said = []
    quiet(page, SPOKEN["exercise"])
    for name in ("Menu", "Search"):
        said += opened(page, name)
    size = page.viewport_size
    assert size is not None
    page.set_viewport_size({"width": 1280, "height": 844})
    said += opened(page, "Colours")
    spoken = lines(heard(page))
    page.set_viewport_size(size)
    return said + spoken[: next(place for place, line in enumerate(spoken) if "heading (level 1)" in line)]


def opened(page: Page, name: str) -> list[str]:
    """Return what a dialog of the header says, and close it."""
    page.get_by_role("banner").get_by_role("button", name=name).click()
    expect(page.get_by_role("dialog", name=name)).to_be_visible()
    said = [line for each in heard(page).all() if each.role == "dialog" for line in lines(each)]
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog", name=name)).to_be_hidden()
    expect(page.locator(".bs-layout > .bs-side")).to_have_count(1)  # the menu gives the pages back
    return said


NAMED = {"image", "link", "button", "combobox", "searchbox", "textbox", "slider", "radio", "checkbox", "dialog"}
WHOLE = {"figure", "listitem", "article"}
"""What is taken in as one: a picture in it need not say what its own words say."""
REDUNDANT = "document.querySelectorAll(':is(table, thead, tbody, tr, th, td, ul, ol, li)[role]').length"


def faults(tree: Node) -> Iterator[str]:
    """Yield what nobody should have to hear: things said twice, and things without a name."""
    for node in tree.all():
        if node.role in NAMED and not node.name.strip():
            yield f"a {node.role} has no name"
        if node.name and (node.description == node.name or (node.description and node.description in node.name)):
            yield f"a {node.role} says twice: {node.description}"
        if node.role == "heading" and "¶" in node.name:
            yield f"a sign is part of a heading: {node.name}"
        if node.role in WHOLE:
            words = node.words
            yield from (
                f"a picture says the words beside it: {each.name}"
                for each in node.all()
                if each.role == "image" and each.name in words
            )
        for first, second in zip(node.children, node.children[1:], strict=False):
            if first.role in NAMED and first.role == second.role and first.name == second.name:
                yield f"two say the same: {first.role} {first.name}"


def test_no_kind_of_page_says_a_thing_twice_or_without_a_name(page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    found = []
    for kind in KINDS:
        quiet(page, kind)
        if "studio" in kind:
            picked(page)
        found += [f"{kind or 'home'}: {fault}" for fault in faults(heard(page))]
        assert page.evaluate(REDUNDANT) == 0, kind
    assert not found, "\n".join(found)


TWICE = """<main><h1>Walk <a href="#w">¶</a></h1><a href="#a"></a><figure>
  <svg role="img" aria-labelledby="t d"><title id="t">Low</title><desc id="d">A person.</desc></svg>
  <img src="data:," alt="Up"><figcaption>Up</figcaption></figure></main>"""


def test_what_is_said_twice_or_has_no_name_is_found(page: Page) -> None:
    page.set_content(TWICE)
    assert {fault.split(":")[0] for fault in faults(heard(page))} == {
        "a sign is part of a heading",
        "a link has no name",
        "a image says twice",
        "a picture says the words beside it",
    }
