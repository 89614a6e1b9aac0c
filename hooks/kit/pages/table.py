"""Tables of pages: each stands in a box of its own, which scrolls where the screen is narrower than the table."""

PLAIN = "<table>"
"""How a table of Markdown begins; one of a template has classes, and its own box."""


def in_boxes(html: str) -> str:
    """Return a page with a box around each table of Markdown."""
    first, *rest = html.split(PLAIN)
    return first + "".join(
        f'<div class="bs-wide">{PLAIN}{each.replace("</table>", "</table></div>", 1)}' for each in rest
    )
