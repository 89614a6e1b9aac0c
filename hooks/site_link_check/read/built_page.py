"""A built page: the references, names of places, headings and words that a reader's browser gets from one HTML file."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from html import escape as html_escape
from typing import Any, TypeAlias
from urllib.parse import urljoin

from selectolax.lexbor import LexborHTMLParser, LexborNode

from site_link_check.read.article_text import HEADINGS, HIDDEN_CODE, has_marks, text_of
from site_link_check.read.embedded import addresses_in_json, addresses_in_set, addresses_in_style

PLAIN = ("href", "src", "poster", "data", "action", "formaction", "cite", "background", "longdesc", "xlink:href")
"""Attributes that hold one URL."""
LISTS = ("srcset", "imagesrcset")
"""Attributes that hold several URLs, each with a width or density."""
CARRIERS = ",".join(f"[{name.replace(':', chr(92) + ':')}]:not(base)" for name in (*PLAIN, *LISTS, "style"))
IN_ARTICLE = ",".join(sorted(HEADINGS)) + f",img,{CARRIERS}"
ARTICLES = ("article.md-content__inner", "article", "[role=main]", "main", "body")
"""Where the words of a page are, in Material, in other themes, and anywhere."""
METADATA = frozenset(
    {"og:image", "og:image:url", "og:image:secure_url", "og:url", "og:video", "og:audio", "twitter:image", "image"}
)
BY_THEME = frozenset({"md-content__button", "headerlink", "footnote-backref", "toclink", "md-tag"})
LAZY = re.compile(r"data-.*(?:src|image|bg)|lazy")
TEMPLATE = re.compile(r"\{%-?\s*(?:extends|block|include|import|from|macro|if|for|set|call|endblock)\b|=\s*[\"']\{\{")
"""What only a template holds."""


Link: TypeAlias = tuple[str, str, str]
"""What the theme adds around the words of a page: tag, attribute, URL."""


@dataclass(frozen=True, slots=True)
class Reference:
    """A URL that a page carries in its words: tag and attribute, the words of the link, and the heading above it.

    `words` is None where none are expected, such as on an embedded file.
    """

    tag: str
    attribute: str
    url: str
    words: str | None = None
    heading: str = ""


@dataclass(frozen=True, slots=True)
class BuiltPage:
    """What one HTML file holds. `chrome` is what the theme adds around the words; `menu` is all of its menu, rooted.

    `repeated_ids` holds an id and a number, from 1, for each place beyond the first.
    """

    file: str
    references: tuple[Reference, ...]
    chrome: frozenset[Link]
    ids: frozenset[str]
    repeated_ids: tuple[tuple[str, int], ...]
    headings: tuple[tuple[str, str], ...]
    text: str
    redirect: str | None
    wordless: tuple[str, ...] = ()
    article_ids: frozenset[str] = frozenset()
    menu: frozenset[Link] = frozenset()
    id_order: tuple[str, ...] = ()
    base: str = ""
    """From where the page says that its relative addresses are read, as it says so."""

    @property
    def id_counts(self) -> dict[str, int]:
        """Return how often each repeated id is on the page."""
        return {name: number + 1 for name, number in self.repeated_ids}


def read_page(
    html: str, *, file: str, menu: frozenset[Link] = frozenset(), menu_ids: tuple[str, ...] = ()
) -> BuiltPage:
    """Return what one HTML file holds; anything is accepted, as browsers do. Its menu was taken out before."""
    tree = LexborHTMLParser(html)
    base = _base(tree) if "<base" in html.lower() else ""
    articles = _articles(tree)
    inside = {node.mem_id: node for article in articles for node in article.css(IN_ARTICLE) if not _by_theme(node)}
    ids = [*menu_ids, *(node.id or "" for node in tree.css("[id]"))]
    anchors = [node.attributes.get("name") or "" for node in tree.css("a[name]")]
    chrome, wordless = _chrome(tree, frozenset(inside))
    counts = [(name, count) for name, count in sorted(Counter(ids).items()) if name and count > 1]
    counts = [(name, count) for name, count in counts if name in menu_ids or _is_written_twice(name, html)]
    if counts:
        marks = Counter(node.id or "" for node in tree.css("a[id][href]") if node.first_child is None)
        counts = [(name, count - marks[name]) for name, count in counts]
    repeated = tuple((name, number) for name, count in counts for number in range(1, count))
    references = _references(inside.values())
    return BuiltPage(
        file,
        tuple(replace(each, url=_based(base, each.url)) for each in references) if base else tuple(references),
        frozenset((tag, name, _based(base, url)) for tag, name, url in chrome) if base else chrome,
        frozenset(name for name in (*ids, *anchors) if name),
        repeated,
        tuple((node.id or "", _heading(node)) for node in inside.values() if node.tag in HEADINGS),
        "\n".join(map(text_of, articles)) if has_marks(html) else "",
        _based(base, redirect) if base and (redirect := _redirect(tree)) else _redirect(tree),
        wordless,
        frozenset(node.id or "" for article in articles for node in article.css("[id]")),
        menu,
        tuple(each for each in ids if each),
        base,
    )


def is_template(html: str) -> bool:
    """Tell whether a text is a template from which pages are made, and no page."""
    return TEMPLATE.search(html) is not None


def _base(tree: LexborHTMLParser) -> str:
    node = tree.css_first("base[href]")
    return (node.attributes.get("href") or "").strip() if node is not None else ""


def _based(base: str, url: str) -> str:
    """Return a URL of a page as it would be written without the page's `<base>`."""
    if not url.strip() or re.match(r"[A-Za-z][A-Za-z0-9+.-]*:|//", url):
        return url
    if url.startswith("/") or re.match(r"[A-Za-z][A-Za-z0-9+.-]*:|/", base):
        return urljoin(base, url)
    return base.partition("#")[0] + url if url[0] in "#?" else base[: base.rfind("/") + 1] + url


def _is_written_twice(name: str, html: str) -> bool:
    """Tell whether a repeated id is repeated in the HTML: a browser copies an element that is closed too late."""
    return len(re.findall(rf"""\bid\s*=\s*["']?{re.escape(html_escape(name))}(?=["'\s>/])""", html)) > 1


def _articles(tree: LexborHTMLParser) -> list[LexborNode]:
    """Return the elements that hold the words of a page: one, or each article of a page that shows several."""
    for path in ARTICLES:
        if found := tree.css(path):
            several = path == "article" and len(found) > 1
            return found if several and not any("<article" in (node.html or "")[1:] for node in found) else found[:1]
    return []


def _by_theme(node: LexborNode) -> bool:
    """Tell whether the theme put this link among the words: edit buttons, signs beside headings, ways back to notes."""
    return node.tag == "a" and not BY_THEME.isdisjoint((node.attributes.get("class") or "").split())


def _references(nodes: Any) -> Iterator[Reference]:  # noqa: ANN401 a dictionary's view of nodes
    heading = ""
    for node in nodes:
        tag = node.tag
        attributes = node.attributes
        if tag in HEADINGS:
            heading = _heading(node)
        if tag == "a" and _is_invisible(node, attributes):
            continue
        words = _words(node, attributes) if tag in {"a", "img", "area"} else None
        if words == "" and tag == "a" and attributes.get("id") and node.first_child is None:
            words = HIDDEN_CODE  # a place that a script or another plugin looks for
        for attribute, url in _urls(tag, attributes):
            yield Reference(tag, attribute, url, words if attribute in {"href", "src"} else None, heading)
        if tag == "img":
            sources = [url for _, url in _urls(tag, attributes)]
            if not sources and not any(LAZY.search(name) for name in attributes):
                yield Reference("img", "src", "", words, heading)
            if "alt" not in attributes and not _is_silent(attributes):
                yield Reference("img", "alt", sources[0] if sources else "", None, heading)


def _is_invisible(node: LexborNode, attributes: dict[str, str | None]) -> bool:
    """Tell whether an element is a place to link to and no link: an id without address and words."""
    return (
        not attributes.get("href")
        and bool(attributes.get("id") or attributes.get("name"))
        and not _words(node, attributes)
    )


def _is_silent(attributes: dict[str, str | None]) -> bool:
    return attributes.get("role") in {"presentation", "none"} or attributes.get("aria-hidden") == "true"


def _chrome(tree: LexborHTMLParser, inside: frozenset[int]) -> tuple[frozenset[Link], tuple[str, ...]]:
    found: set[Link] = set()
    wordless = []
    for node in tree.css(CARRIERS):
        if node.mem_id in inside:
            continue
        tag, attributes = node.tag or "", node.attributes
        if attributes.get("class") == "footnote-backref":
            continue
        if tag == "a" and _is_invisible(node, attributes):
            continue
        if len(attributes) == 1 and (href := attributes.get("href")):
            found.add((tag, "href", href))
        else:
            if tag == "link" and attributes.get("rel") in {"preconnect", "dns-prefetch"}:
                continue
            found.update((_role(tag, attributes), attribute, url) for attribute, url in _urls(tag, attributes))
        if tag == "a" and node.first_child is None and not _words(node, attributes):
            wordless.append(attributes.get("href") or "")
    found.update(_in_head(tree))
    return frozenset(found), tuple(wordless)


def _in_head(tree: LexborHTMLParser) -> Iterator[Link]:
    """Yield the addresses for machines: social pictures, style sheets within the page, structured data."""
    for node in tree.css("meta[content]"):
        attributes = node.attributes
        if (attributes.get("property") or attributes.get("name") or attributes.get("itemprop")) in METADATA:
            yield "meta", "content", attributes["content"] or ""
    for node in tree.css("style"):
        yield from (("style", "url", url) for url, _ in addresses_in_style(node.text()))
    for node in tree.css('script[type="application/ld+json"]'):
        yield from (("script", "url", url) for url in addresses_in_json(node.text()))


def _role(tag: str, attributes: dict[str, str | None]) -> str:
    """Return the tag, or for the links of a page's head what they are for: `canonical`, `alternate`."""
    rel = (attributes.get("rel") or "").lower()
    return rel if tag == "link" and rel in {"canonical", "alternate", "prev", "next"} else tag


def _urls(tag: str, attributes: dict[str, str | None]) -> Iterator[tuple[str, str]]:
    for name, value in attributes.items():
        if name in PLAIN:
            if name != "data" or tag == "object":
                yield name, value or ""
        elif name in LISTS:
            yield from ((name, url) for url in addresses_in_set(value or ""))
        elif name == "style":
            yield from ((name, url) for url, _ in addresses_in_style(value or ""))


def _words(node: LexborNode, attributes: dict[str, str | None]) -> str:
    """Return the name that a screen reader gives a link or picture, or nothing."""
    own = attributes.get("aria-label") or attributes.get("title") or attributes.get("alt") or ""
    if own or node.tag != "a":
        return own.strip()
    if attributes.get("aria-hidden") == "true" or attributes.get("aria-labelledby"):
        return HIDDEN_CODE
    if text := node.text(strip=True).strip():
        return text
    pictures = (picture.attributes for picture in node.css("img,svg,[aria-label]"))
    named = (each.get("alt") or each.get("aria-label") or each.get("title") for each in pictures)
    title = node.css_first("svg title")
    return next((name for name in named if name), "") or (title.text(strip=True) if title else "")


def _heading(node: LexborNode) -> str:
    """Return the words of a heading without the sign that links to it."""
    text = "".join(
        child.text()
        for child in node.iter(include_text=True)
        if "headerlink" not in ((child.attributes.get("class") or "") if child.is_element_node else "")
    )
    return " ".join(text.split())


def _redirect(tree: LexborHTMLParser) -> str | None:
    """Return where the page sends its reader on, or None."""
    for node in tree.css("meta[http-equiv]"):
        if (node.attributes.get("http-equiv") or "").lower() == "refresh":
            match = re.search(r"url\s*=\s*['\"]?([^'\"]+)", node.attributes.get("content") or "", re.IGNORECASE)
            return match[1].strip() if match else None
    return None
