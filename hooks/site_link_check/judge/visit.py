"""Visits: what other sites answered to our links, what that means, and which links are due to be asked again."""

import datetime as dt
import json
from collections.abc import Iterable, Mapping
from email.utils import parsedate_to_datetime
from typing import Literal

from pydantic import BaseModel, ConfigDict, TypeAdapter, ValidationError

from site_link_check.judge.links import Built
from site_link_check.problem import Problem
from site_link_check.read.address import Home, Kind, resolve
from site_link_check.read.source import Text

Answer = Literal["fine", "moved", "gone", "insecure", "refuses", "silent"]

GONE = frozenset({404, 410})
REFUSED = frozenset({401, 402, 403, 405, 406, 418, 423, 429, 451, 999})
"""Answers of hosts that let people in but no programs: nothing to mend."""
FOR_GOOD = frozenset({301, 308})
LONGEST_WAIT_S = 60
DAYS_FINE = 14
"""Days for which a good answer is believed; a bad one is asked again the next day."""
TEXTS = {
    "moved": 'it has moved for good. Did you mean "{onward}"?',
    "gone": "there is no such page any more ({status}). Find where it went, or drop the link.",
    "insecure": 'it also answers encrypted. Did you mean "{onward}"?',
    "refuses": "its host refuses programs ({status}): look at it yourself.",
    "silent": "no answer ({reason}). Try again another day.",
}


class Visit(BaseModel):
    """One link asked: the last status (0 when there was none), where it led for good, and on which day."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    url: str
    status: int
    onward: str = ""
    reason: str = ""
    day: dt.date


VISITS = TypeAdapter(list[Visit])


def answer(visit: Visit) -> Answer:
    """Return what a visit means for whoever keeps the link."""
    if visit.status in GONE:
        return "gone"
    if visit.status in REFUSED:
        return "refuses"
    if visit.status == 0 or visit.status >= 500:  # noqa: PLR2004 a server's own failure
        return "gone" if visit.reason == "no such host" else "silent"
    if visit.onward and visit.url.startswith("http:") and visit.onward == "https:" + visit.url[5:]:
        return "insecure"
    return "moved" if visit.onward and visit.onward != visit.url else "fine"


def wait_s(retry_after: str, now: dt.datetime) -> float:
    """Return the seconds that a `Retry-After` header asks for, by number or by date: 0 to 60."""
    try:
        seconds = float(retry_after)
    except ValueError:
        try:
            seconds = (parsedate_to_datetime(retry_after) - now).total_seconds()
        except (ValueError, TypeError):
            return 0
    return min(max(seconds, 0), LONGEST_WAIT_S)


def outward(built: Built, home: Home) -> list[str]:
    """Return each address on another host that a reader of the site can follow, sorted, without anchors."""
    links = {
        (url, file)
        for file, page in built.pages.items()
        for url in [each.url for each in page.references]
        + [url for tag, _, url in page.chrome | page.menu if tag == "a"]
    }
    found = set()
    for url, file in links:
        address = resolve(url, page=file, home=home)
        if address.kind is Kind.OUTSIDE and address.scheme in {"http", "https"}:
            found.add(url.partition("#")[0])
    return sorted(found)


def due(urls: Iterable[str], known: Mapping[str, Visit], today: dt.date) -> list[str]:
    """Return the addresses to ask: new ones, those that failed before today, and good answers that have aged."""
    return [url for url in urls if url not in known or _is_old(known[url], today)]


def _is_old(visit: Visit, today: dt.date) -> bool:
    return (today - visit.day).days >= (DAYS_FINE if answer(visit) in {"fine", "refuses"} else 1)


def read_visits(text: str) -> dict[str, Visit]:
    """Return the visits kept from earlier days; a file that cannot be read holds none."""
    try:
        return {visit.url: visit for visit in VISITS.validate_json(text)}
    except ValidationError:
        return {}


def kept(visits: Iterable[Visit]) -> str:
    """Return visits as the text to keep them in."""
    return json.dumps([visit.model_dump(mode="json") for visit in sorted(visits, key=lambda each: each.url)], indent=1)


def visit_problems(visits: Iterable[Visit], texts: Iterable[Text]) -> list[Problem]:
    """Return a problem for each answer that is not fine, at each place where the address is written."""
    bad = {visit.url: visit for visit in visits if answer(visit) != "fine"}
    problems = []
    placed = set()
    for text in texts:
        lines = text.text.split("\n")
        for url, visit in bad.items():
            for number, line in enumerate(lines, 1):
                if (column := _whole(url, line)) >= 0:
                    placed.add(url)
                    problems.append(_problem(visit, text.file, number, column + 1))
    problems += [_problem(visit, "site", 0, 0) for url, visit in bad.items() if url not in placed]
    return sorted(problems)


def _whole(url: str, line: str) -> int:
    """Return where an address stands in a line, not as the beginning of a longer one, or -1."""
    start = line.find(url)
    while start >= 0 and line[start + len(url) : start + len(url) + 1].strip(" \"'<>()[]#,;.|") != "":
        start = line.find(url, start + 1)
    return start


def _problem(visit: Visit, file: str, line: int, column: int) -> Problem:
    rule = answer(visit)
    return Problem(file, line, column, f"link-{rule}", f'"{visit.url}": {TEXTS[rule].format(**visit.model_dump())}')
