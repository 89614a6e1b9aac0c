"""Tables of pages: each of Markdown in a box of its own, and nothing else changed."""

from kit.pages.table import in_boxes


def test_each_table_of_markdown_gets_one_box_and_the_rest_stays() -> None:
    html = '<p>a</p><table><tr><td>b</td></tr></table><table class="c"></table><table><td>d</table>e'
    assert in_boxes(html) == (
        '<p>a</p><div class="bs-wide"><table><tr><td>b</td></tr></table></div>'
        '<table class="c"></table><div class="bs-wide"><table><td>d</table></div>e'
    )
    assert in_boxes("<pre>&lt;table></pre>") == "<pre>&lt;table></pre>"
