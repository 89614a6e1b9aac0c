"""The indent of HTML: templates and Markdown have one for who writes them, and readers would pay for it."""

import re

EDGE = re.compile(r"<(/?(?:pre|textarea|script|style))\b")
"""Where something begins or ends that is shown or run as it stands, blanks included."""
INDENT = re.compile(r"\n[ \t\r\n\f]+")


def without_indent(html: str) -> str:
    """Return a page without blank lines and indents: browsers show one blank for them, and between words one stays."""
    parts = EDGE.split(html)
    within = None
    for place, (name, text) in enumerate(zip(parts[1::2], parts[2::2], strict=True)):
        if within is None or name == f"/{within}":
            within = None if name.startswith("/") else name
        parts[2 * place + 1] = f"<{name}"
        if within is None:
            parts[2 * place + 2] = INDENT.sub("\n", text)
    parts[0] = INDENT.sub("\n", parts[0])
    return "".join(parts)
