"""The words of an article as one text, in which Markdown that became words can be looked for: its code is hidden."""

from selectolax.lexbor import LexborNode

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
CODE = frozenset({"code", "pre", "kbd", "samp", "script", "style", "textarea", "math", "svg", "template"})
BLOCKS = HEADINGS | {"p", "li", "td", "th", "dt", "dd", "div", "summary", "figcaption", "blockquote", "br", "hr"}
HIDDEN_CODE = "\ufffc"
"""Stands in the text of a page for formulas, pictures and blocks of code."""
FIRST_SIGN, LAST_SIGN = 0xF0000, 0xFFFFD
"""Letters of code within words are moved to here, so that no mark is seen in them."""


def text_of(article: LexborNode) -> str:
    """Return the words of an article, each block on lines of its own, with a sign in the place of code."""
    parts: list[str] = []
    stack: list[LexborNode | str] = [article]
    while stack:
        node = stack.pop()
        if isinstance(node, str):
            parts.append(node)
        elif node.is_text_node:
            parts.append(node.text_content or "")
        elif node.is_element_node:
            tag = node.tag or ""
            classes = node.attributes.get("class") or ""
            if tag == "code" and "highlight" not in classes:
                parts.append(_hidden_code(node.text()) or HIDDEN_CODE)
                continue
            if tag in CODE or "arithmatex" in classes or "mermaid" in classes or "highlight" in classes:
                parts.append(HIDDEN_CODE)
                continue
            children = list(node.iter(include_text=True))
            if tag in BLOCKS:
                parts.append("\n")
                stack.append("\n")
            stack.extend(reversed(children))
    return "".join(parts)


def has_marks(html: str) -> bool:
    """Tell whether the page can hold Markdown that became text: most pages cannot, and need no reading."""
    article = html[max(0, html.find("<article")) :]
    return any(mark in article for mark in ("][", "](", ")[", "[^", "[[", "] (", "]\n("))


def shown_code(text: str) -> str:
    """Return a part of the text of a page with the code in it as a reader sees it."""
    return "".join(chr(ord(sign) - FIRST_SIGN) if FIRST_SIGN < ord(sign) <= LAST_SIGN else sign for sign in text)


def _hidden_code(code: str) -> str:
    return "".join(chr(FIRST_SIGN + ord(sign)) if ord(sign) < LAST_SIGN - FIRST_SIGN else HIDDEN_CODE for sign in code)
