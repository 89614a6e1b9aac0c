"""The tree of a page as a browser reads it, held against the lists."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kit.safety.address import Fault, fault_of, fault_of_words
from kit.safety.characters import reason, shown, unseen
from kit.safety.lists import Lists
from selectolax.lexbor import LexborHTMLParser, LexborNode

LEADING = (
    "action archive background cite classid codebase data formaction href icon longdesc manifest ping poster profile "
    "src usemap xlink:href"
)
ADDRESSES = frozenset(LEADING.split())
"""Attributes that hold an address."""
LOADED = frozenset({"archive", "background", "classid", "codebase", "data", "icon", "manifest", "poster", "src"})
"""Attributes whose addresses a browser fetches by itself."""
SETS = frozenset({"imagesrcset", "srcset"})
ALIGNED = re.compile(r"text-align: (?:left|right|center);")
"""The one style that the reader of Markdown writes by itself: the sides of a table's columns."""
RUNS = "it can run a program in a reader's browser"
FRAMES = "it shows another page inside ours"
FORMS = "it asks readers for what they type"
DRESSES = "it changes how pages look or where their links lead"
LOADS = "it loads something"
REASONS = {
    RUNS: "math noscript script svg template",
    FRAMES: "applet embed fencedframe frame frameset iframe object param portal",
    FORMS: "button datalist fieldset form input keygen label legend option select textarea",
    DRESSES: "base link meta style title",
    LOADS: "audio bgsound canvas image picture source track video",
}
WHY = {tag: reason for reason, tags in REASONS.items() for tag in tags.split()}
SERVER = re.compile(r"^\s*(?:[#?%]|\[CDATA\[)")
"""How a comment begins that some web servers obey."""


@dataclass(frozen=True)
class Finding:
    """What is wrong in a page: the rule, what the source holds where it is (a letter's case apart), and why."""

    rule: str
    clue: str
    text: str


def findings(html: str, lists: Lists) -> list[Finding]:
    """Return all that the HTML of one page may not hold, in its order."""
    tree = LexborHTMLParser(f"<!doctype html><html><head></head><body><article>{html}")
    found = list(_outside(tree))
    gone: set[int] = set()
    for node in tree.css("body")[0].traverse(include_text=True):
        if node.tag == "body":
            continue
        if node.tag == "-text":
            found += _hidden(node.text(deep=False))
        elif node.tag == "-comment" or node.tag is None:
            found += _orders(node)
        else:
            found += _judged(node, lists, gone)
    return found


def words_of(node: LexborNode) -> str:
    """Return the words of a link as a reader has them: the text, and what is said in place of pictures."""
    return " ".join([node.text(), *(str(each.attributes.get("alt") or "") for each in node.css("img"))])


def _outside(tree: LexborHTMLParser) -> Iterator[Finding]:
    """Tell of what browsers took out of the page again: ends of elements that the page never began."""
    body, head = tree.css_first("body"), tree.css_first("head")
    extra = [name for node in tree.css("html, body") for name in node.attributes]
    if extra:
        yield Finding("html", f"{extra[0]}", f"{shown(extra[0])} is given to the whole page. Take it out.")
    if (body and body.child and body.child.next) or (head and head.child):
        text = "a tag ends something that was never begun here, and takes what follows out of the page. Take it out."
        yield Finding("html-end", "</", text)


def _hidden(text: str) -> Iterator[Finding]:
    for _, each in unseen(text):
        yield Finding("character", each, reason(each))


def _orders(node: LexborNode) -> Iterator[Finding]:
    said = str(node.html or "").removeprefix("<!--")
    if node.tag is None or SERVER.match(said):
        text = f'"{shown(said, 30)}" is an order to a web server. Take it out.'
        yield Finding("html", " ".join(said.split()[:1]).rstrip("->"), text)


def _judged(node: LexborNode, lists: Lists, gone: set[int]) -> Iterator[Finding]:
    tag = str(node.tag)
    if node.parent is not None and node.parent.mem_id in gone:
        gone.add(node.mem_id)  # it goes with what it stands in
    elif tag not in lists.elements:
        gone.add(node.mem_id)
        why = f": {WHY[tag]}" if tag in WHY else ", because it is not on the list of safe ones"
        better = "Take it out." if tag in WHY else "Use Markdown, or ask for it to be put on the list in mkdocs.yml."
        yield Finding("html", f"<{tag}", f"<{shown(tag)}> may not stand in a page{why}. {better}")
    else:
        yield from _attributes(node, tag, lists)


def _attributes(node: LexborNode, tag: str, lists: Lists) -> Iterator[Finding]:
    for name, given in node.attributes.items():
        value = given or ""
        if (tag, name) not in lists.attributes and not (name == "style" and ALIGNED.fullmatch(value)):
            yield Finding(
                "html-attribute", name, f'"{shown(name)}" may not stand on <{tag}>: {_why(name)}. Take it out.'
            )
        elif (fault := _fault_of(name, value, lists)) is not None:
            yield Finding(fault.rule, value, fault.text)
        elif tag == "a" and name == "href" and (wrong := fault_of_words(words_of(node), value)) is not None:
            yield Finding(wrong.rule, value, wrong.text)
        else:
            yield from _hidden(value)


def _why(name: str) -> str:
    if name.startswith("on"):
        return RUNS
    if name == "style":
        return "how pages look is for the stylesheets to say"
    return "it is not on the list of safe ones"


def _fault_of(name: str, value: str, lists: Lists) -> Fault | None:
    if name in SETS:
        addresses = [each.split()[0] for each in value.split(",") if each.strip()]
        return next(filter(None, (fault_of(each, lists.schemes, own=True) for each in addresses)), None)
    return fault_of(value, lists.schemes, own=name in LOADED) if name in ADDRESSES else None
