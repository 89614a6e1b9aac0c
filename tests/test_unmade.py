"""What Markdown names and a build does not make: the words stay, the rest is not shown."""

import pytest
from kit.unmade import UnmadeExtension
from markdown import markdown


@pytest.mark.parametrize(
    ("source", "html"),
    [
        ("Walking [helps][a-b] a lot.", "<p>Walking helps a lot.</p>"),
        ("Walking [*really* helps][a-b].", "<p>Walking <em>really</em> helps.</p>"),
        ("*Now* [helps][a-b] *more* [helps][A-B].", "<p><em>Now</em> helps <em>more</em> helps.</p>"),
        ("[One][a-b][two][a-b]", "<p>Onetwo</p>"),
        ("[All of **it**](gone/x.json), too.", "<p>All of <strong>it</strong>, too.</p>"),
        ("Before.\n\n![A chart](../gone/x.svg)\n\nAfter.", "<p>Before.</p>\n<p>After.</p>"),
        ("A ![b](gone/x.svg) c.", "<p>A  c.</p>"),
        (
            "`[helps][a-b]` and [helps][other] and [here](there.md)",
            '<p><code>[helps][a-b]</code> and [helps][other] and <a href="there.md">here</a></p>',
        ),
        ("[own][a-b]\n\n[a-b]: there.md", '<p><a href="there.md">own</a></p>'),
    ],
)
def test_the_words_of_a_link_stay_and_a_picture_goes(source: str, html: str) -> None:
    left_out = UnmadeExtension({"a-b"}, lambda _, address: "gone/" in address)
    assert markdown(source, extensions=[left_out]) == html
