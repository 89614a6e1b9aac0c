"""What a screen reader would say of a page, in order: the accessibility tree of Chromium as lines of text."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Page

TEXT = "StaticText"
WORD = "Abbr"
WITHIN_A_LINE = frozenset({TEXT, WORD, "link"})
UNSAID = frozenset(
    {"generic", "none", "rowgroup", "paragraph", "LineBreak", "ListMarker", "DescriptionList"}
    | {"strong", "emphasis", "code", "time", "superscript"}
)
"""Roles that nothing is said for, though all that is in them is."""
NAMES = frozenset({"LabelText", "Legend", "caption"})
"""What names something else, and is said as its name."""
LEAVES = frozenset(
    {"button", "image", "textbox", "searchbox", "combobox", "slider", "radio", "checkbox", "InputTime"}
    | {"DisclosureTriangle"}
)
"""Roles that are said by their name alone."""
NAMED_BY_THEIR_WORDS = frozenset({"heading", "cell", "columnheader", "rowheader", "term", "definition", "listitem"})
STATES = {
    "heading": ("level",),
    "combobox": ("value", "disabled"),
    "slider": ("value", "disabled"),
}
USUAL_STATES = ("checked", "expanded", "pressed", "disabled", "hasPopup")
BREAK = "the end of a line"
SPACE_BEFORE = re.compile(r" (?=[.,;:!?)](?:\s|$))|(?<=\() ")
CALLED = {"RootWebArea": "page", "DisclosureTriangle": "disclosure", "sectionfooter": "footer", "InputTime": "time"}
FILE_SIZE = re.compile(r"\d+(?= kB)")
"""It changes with each version of the typesetter."""


@dataclass(frozen=True)
class Node:
    """One thing that can be heard: its role, name, description and states, and what is in it."""

    role: str
    name: str
    description: str
    states: Mapping[str, str]
    children: tuple["Node", ...]

    def all(self) -> Iterator["Node"]:
        """Yield this and all that is in it, in the order in which it is heard."""
        yield self
        for child in self.children:
            yield from child.all()

    @property
    def words(self) -> str:
        """Return the text in it."""
        return " ".join(each.name for each in self.all() if each.role == TEXT)


def heard(page: Page) -> Node:
    """Return the tree of all that a page says now; what is hidden from the ear is not in it."""
    session = page.context.new_cdp_session(page)
    found = session.send("Accessibility.getFullAXTree")["nodes"]
    current = dict(_current(session.send("DOM.getDocument", {"depth": -1})["root"]))
    session.detach()
    return next(_nodes(found[0], {each["nodeId"]: each for each in found}, current))


def lines(node: Node, depth: int = 0) -> list[str]:
    """Return what is said of a node and of all in it, a line for each piece, indented by what it is in."""
    said = ["  " * depth + _told(node, "" if node.role in NAMED_BY_THEIR_WORDS and node.children else node.name)]
    line: list[str] = []
    for child in [*_heard_in(node), None]:
        if child is not None and child.role in WITHIN_A_LINE:
            line.append(child.name if child.role == TEXT else f"[{_told(child, child.name)}]")
            continue
        if words := _line(line):
            said.append("  " * (depth + 1) + words)
        line = []
        if child is not None and child.role != BREAK:
            said += lines(child, depth + 1)
    return _folded(said, depth)


def _heard_in(node: Node) -> Iterator[Node]:
    """Yield what is in a node, and in place of what nothing is said for, what is in that."""
    for child in () if node.role in LEAVES else node.children:
        if child.role in UNSAID:
            yield from _heard_in(child)
            if child.role == "paragraph":
                yield Node(BREAK, "", "", {}, ())
        elif child.role in NAMES:
            yield from (each for each in _heard_in(child) if each.role not in WITHIN_A_LINE)
        else:
            yield child


def _told(node: Node, words: str) -> str:
    """Return the role, the states, the name and the description of a node."""
    role, description = CALLED.get(node.role, node.role), node.description
    if node.role == WORD:
        words, description = node.words, node.name
    states = [f"{name} {value}" if value != "true" else name for name, value in node.states.items()]
    if node.role == "list":
        states.append(str(len([child for child in _heard_in(node) if child.role == "listitem"])))
    told = role.lower() + (f" ({', '.join(states)})" if states else "")
    return told + (f": {_line([words])}" if words else "") + (f" + {_line([description])}" if description else "")


def _line(pieces: list[str]) -> str:
    """Return pieces of text as one line, apart where they would run together."""
    text = " ".join(" ".join(pieces).split())
    return FILE_SIZE.sub("…", SPACE_BEFORE.sub("", text))


def _folded(said: list[str], depth: int) -> list[str]:
    """Return a piece without a name that holds one line of words as one line."""
    if len(said) == 2 and ": " not in said[0] and not said[1].startswith("  " * (depth + 2)):
        return [f"{said[0]}: {said[1].strip()}"]
    return said


def _current(element: Mapping[str, Any]) -> Iterator[tuple[int, str]]:
    """Yield each element that says it is the current one of its kind: the tree leaves that out."""
    attributes = element.get("attributes", [])
    for name, value in zip(attributes[::2], attributes[1::2], strict=True):
        if name == "aria-current":
            yield element["backendNodeId"], value
    for child in element.get("children", []):
        yield from _current(child)


def _nodes(
    found: Mapping[str, Any], every: Mapping[str, Mapping[str, Any]], current: Mapping[int, str]
) -> Iterator[Node]:
    """Yield a node with all that is in it, or what is in it if it is left out itself."""
    children = (every[name] for name in found.get("childIds", []) if name in every)
    inside = tuple(node for child in children for node in _nodes(child, every, current))
    role = found["role"]["value"]
    if found["ignored"]:
        yield from inside
    elif role != "InlineTextBox":
        states = _states(found, role) | (
            {"current": place} if (place := current.get(found.get("backendDOMNodeId", 0))) else {}
        )
        name, description = (str(found.get(key, {}).get("value", "")) for key in ("name", "description"))
        yield Node(role, name, description, states, inside)


def _states(found: Mapping[str, Any], role: str) -> dict[str, str]:
    states = {each["name"]: each["value"].get("value") for each in found.get("properties", [])}
    said = {}
    for name in STATES.get(role, USUAL_STATES):
        value = found.get("value", {}).get("value") if name == "value" else states.get(name)
        if value not in {None, "", "false", False} or (name == "expanded" and value is False):
            said[name] = str(value).lower() if isinstance(value, bool) else str(value)
    return said
