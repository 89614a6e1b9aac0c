"""What changed between two builds is seen as readers see it, drawn where it is paper, and told in words alone."""

import io

import pypdfium2
import pytest
from kit.comparison.changes import Site, changes_between
from kit.comparison.page import page_in
from kit.comparison.report import page_of, summary, told
from kit.comparison.sheet import look_different, sheets_of
from kit.redirect import redirect_page
from PIL import Image


def site(**mains: str) -> Site:
    return Site({f"{name}.html": f"<body><nav>Menu</nav><main>{words}</main>" for name, words in mains.items()}, {})


def paper(*widths: int) -> bytes:
    """Return a PDF of empty pages."""
    document, made = pypdfium2.PdfDocument.new(), io.BytesIO()
    for width in widths:
        document.new_page(width, 100)
    document.save(made)
    return made.getvalue()


def test_a_page_is_its_title_and_its_words_block_by_block() -> None:
    found = page_in(
        "<title>Site</title><main><h1>Hills ¶</h1><ul><li><p>One.<svg><text>No</text></svg></p></li></ul></main>",
        file="hills/index.html",
    )
    assert found is not None
    assert (found.title, found.words) == ("Hills", ("Hills", "One."))
    assert "<svg>" in found.whole


def test_what_readers_do_not_read_is_no_page() -> None:
    moved = redirect_page(title="A", target="../b/", canonical="", said="See", language="en")
    assert page_in(moved.replace("<body>", "<body><main>").replace("</body>", "</main></body>"), file="a.html") is None
    assert page_in("<main><p>Lost</p></main>", file="404.html") is None
    assert page_in("<p>A piece</p>", file="piece.html") is None


def test_pages_are_new_changed_or_gone_and_the_same_outside_their_words_is_no_change() -> None:
    before = site(a="<p>One.</p>", b="<p>Two.</p>", c="<p>Three.</p>")
    after = site(b="<p>Two!</p>", c="<p>Three.</p>", d="<p>Four.</p>")
    changes = changes_between(before, after)
    assert (list(changes.added), list(changes.changed), list(changes.removed)) == (["d.html"], ["b.html"], ["a.html"])
    assert told(changes) == "1 new page, 1 changed page, 1 page gone."
    elsewhere = Site({name: text.replace("Menu", "Other") for name, text in before.pages.items()}, {})
    assert changes_between(before, elsewhere).nothing
    assert told(changes_between(before, before)) == "Nothing that a reader sees has changed."


def test_a_sheet_is_drawn_before_and_after_where_it_looks_different() -> None:
    old, new = paper(100, 200), paper(100, 300, 50)
    assert look_different(old, new)
    assert not look_different(old, old + b"\n% the same to the eye\n")
    second, third = sheets_of({"card.pdf": (old, new)})
    assert (second.file, second.number, third.number, third.before) == ("card.pdf", 2, 3, b"")
    sizes = [Image.open(io.BytesIO(picture)).size for picture in (second.before, second.after, third.after)]
    assert sizes == [(260, 130), (390, 130), (65, 130)]  # 1.3 pixels for each point


def test_a_paper_that_is_new_or_gone_is_a_change_of_it() -> None:
    some, none = Site({}, {"card.pdf": paper(100)}), Site({}, {})
    for before, after in ((some, none), (none, some)):
        changes = changes_between(before, after)
        assert changes.printed == ("card.pdf",)
        assert told(changes) == "1 changed PDF."


def test_after_24_pictures_papers_are_named_alone() -> None:
    papers = {f"{number:02}.pdf": paper(100 + number) for number in range(26)}
    changes = changes_between(Site({}, {}), Site({}, papers))
    assert len(changes.sheets) == 24
    page = page_of(changes, "preview")
    assert page.count("<img ") == 24
    assert page.count("Before: it is not there.") == 24
    assert page.count('<a href="preview/2') == 2


def test_words_of_a_page_are_only_words_in_the_report() -> None:
    title = "<h1>&lt;script&gt;x&lt;/script&gt; ![](//evil)</h1>"
    before = site(a=f"{title}<p>Sit &lt;img src=y&gt;.</p>")
    after = site(a=f"{title}<p>Stand &lt;img src=x onerror=alert(1)&gt; <b>tall</b>.</p>")
    changes = changes_between(before, after)
    page = page_of(changes, "preview")
    assert "<img src=" not in page
    assert "<script>" not in page
    assert "<del><strong>Before:</strong> Sit &lt;img src=y&gt;.</del>" in page
    assert "![" not in summary(changes)


@pytest.mark.parametrize(("pages", "more"), [(60, []), (61, ["- and 1 more"])])
def test_sixty_changes_are_named_and_the_rest_is_counted(pages: int, more: list[str]) -> None:
    said = summary(changes_between(site(), site(**{f"a{number}": "<h1>A</h1>" for number in range(pages)})))
    assert said.count("- New: A") == 60
    assert [line for line in said.splitlines() if line.startswith("- and")] == more
