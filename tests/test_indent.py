"""The indent of pages: gone where browsers show one blank, kept where it is shown or run as it stands."""

import pytest
from kit.pages.indent import without_indent


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("<ul>\n    <li>one\n\n\n  <li>two\n</ul>\n\n", "<ul>\n<li>one\n<li>two\n</ul>\n"),
        ("<b>two</b>\n  <b>words</b>", "<b>two</b>\n<b>words</b>"),
        ("a  b\tc", "a  b\tc"),
        ("<p>\n \u00a0 kept", "<p>\n\u00a0 kept"),
        ("<p>\n  a<pre class=x>\n  one\n\n    two</pre>\n  b", "<p>\na<pre class=x>\n  one\n\n    two</pre>\nb"),
        ("<script>\n  a;\n\n  b\n</script>\n  <p>", "<script>\n  a;\n\n  b\n</script>\n<p>"),
        ("<textarea>\n\n  a</textarea>\n  <style>\n  b</style>", "<textarea>\n\n  a</textarea>\n<style>\n  b</style>"),
        ("<prefix>\n  a</prefix>", "<prefix>\na</prefix>"),
    ],
)
def test_what_browsers_show_stays_and_what_they_do_not_goes(given: str, expected: str) -> None:
    assert without_indent(given) == expected


def test_what_is_never_closed_does_not_take_long_and_loses_nothing() -> None:
    html = "<pre>\n  a" * 20_000
    assert without_indent(html).replace("\n", "").count("a") == 20_000
