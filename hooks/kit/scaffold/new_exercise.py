"""A new exercise: a copy of one that is like it with words of its own, and a link to it on each page that it names."""

import datetime as dt
import posixpath
import re
from collections.abc import Mapping

from kit import front_matter
from kit.front_matter import FrontMatter
from kit.guide import EXERCISES, Guide, Sources
from kit.scaffold.draft import Draft
from kit.scaffold.new_question import HEADING, words_in
from kit.scaffold.yaml_edit import EditError, listed, scalar, sentences, with_keys

LINK = re.compile(r"\]\(([^)\s#]+\.md)[)#\s]")
ITEM = re.compile(r"\s*[-*+] ")
FENCE = re.compile(r"\s*(```|~~~)")


def draft(guide: Guide, sources: Sources, answers: Mapping[str, str], today: dt.date) -> Draft:
    """Return the file of an exercise as far as it is answered, and the pages that lead to it."""
    like = answers.get("like") or next(iter(guide.catalogue.exercises))
    uri = f"{EXERCISES}/{like}.md"
    if like not in guide.catalogue.exercises:
        raise EditError(
            f'like: there is no exercise "{like}", expected one of: {", ".join(guide.catalogue.exercises)}.'
        )
    text, matter = _read(sources, uri)
    name, title = answers.get("id", "new-exercise"), answers.get("title")
    related = words_in(answers.get("related", ""))
    keys: dict[str, str | None] = {"version": " 1", "changes": None, "reviewed": f" {today}"}
    keys |= {key: f" {scalar(answers[key])}" for key in ("title", "description", "goal") if answers.get(key)}
    if related:
        keys["related"] = f" {listed(related)}"
    if answers.get("steps"):
        steps = [each.strip() for each in answers["steps"].split("/")]
        keys |= _steps(text, matter, steps, len(guide.catalogue.exercises[like].frames))
    made = with_keys(text, matter, keys)
    if answers.get("why"):
        head = made.split("\n")[: _read_text(made.encode(), uri).body_line - 1]
        heading = HEADING.search(matter.body)
        body = [*([heading[0], ""] if heading else []), *sentences(answers["why"])]
        made = "\n".join([*head, "", *body, ""])
    file = f"{EXERCISES}/{name}.md"
    pages = {page: _linked(sources, page, file, title or name) for page in related if page in sources.texts}
    return Draft(file, {**pages, file: made})


def taken(guide: Guide) -> dict[str, str]:
    """Return the ids that an exercise cannot have, and what has each."""
    return {posixpath.basename(uri)[:-3]: uri for uri in guide.addresses if posixpath.dirname(uri) == EXERCISES}


def _steps(text: str, matter: FrontMatter, steps: list[str], frames: int) -> dict[str, str | None]:
    """Return the text after the keys of steps and frames: each step has the next picture, as far as there are any."""
    told = [f"\n  - do: {scalar(step)}\n    frame: {min(number, frames)}" for number, step in enumerate(steps, 1)]
    keys: dict[str, str | None] = {"steps": "".join(told)}
    if len(steps) < frames:
        first, end = (matter.record.line("frames", number) - 1 for number in (0, len(steps)))
        keys["frames"] = "".join(f"\n{line}" for line in text.split("\n")[first:end])
    return keys


def _linked(sources: Sources, page: str, file: str, title: str) -> str:
    """Return a page with a link to an exercise, beside the last link to another one, or at its end."""
    text, matter = _read(sources, page)
    link = f"[{title}]({posixpath.relpath(file, posixpath.dirname(page) or '.')})"
    lines, last, fenced = text.split("\n"), None, False
    for number, line in enumerate(lines):
        fenced ^= FENCE.match(line) is not None
        if number >= matter.body_line - 1 and not fenced and "|" not in line and _leads_to(line, page, file):
            last = number
    if last is None:
        return text.rstrip("\n") + f"\n\nTry {link} too.\n"
    if dash := ITEM.match(lines[last]):
        after = last + 1
        while after < len(lines) and lines[after].startswith(" " * len(dash[0])) and not ITEM.match(lines[after]):
            after += 1
        lines.insert(after, f"{dash[0]}{link}")
    else:
        lines.insert(last + 1, f"Try {link} too.")
    return "\n".join(lines)


def _leads_to(line: str, page: str, file: str) -> bool:
    """Return whether a line has a link to a page of the folder in which a file lies."""
    found = (posixpath.normpath(posixpath.join(posixpath.dirname(page), each)) for each in LINK.findall(line))
    return any(posixpath.dirname(each) == posixpath.dirname(file) for each in found)


def _read(sources: Sources, uri: str) -> tuple[str, FrontMatter]:
    matter = _read_text(sources.texts[uri], uri)
    return sources.texts[uri].decode(), matter


def _read_text(content: bytes, uri: str) -> FrontMatter:
    matter, problems = front_matter.read(content, file=uri)
    if matter is None:
        raise EditError(str(problems[0]))
    return matter
