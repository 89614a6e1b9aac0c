"""A new claim: an entry after the last one of its section, and its id in the front matter of its page."""

import datetime as dt
import posixpath
from collections.abc import Mapping

from kit import front_matter
from kit.guide import EVIDENCE, EXERCISES, QUESTIONS, Guide, Sources
from kit.record import read_yaml
from kit.scaffold.draft import Draft
from kit.scaffold.new_question import words_in
from kit.scaffold.yaml_edit import EditError, listed, scalar, with_item

FILE = f"{EVIDENCE}/claims.yml"
KEYS = {QUESTIONS: "claims", EXERCISES: "evidence"}
"""The key under which a page of a folder names claims; other pages have `covers`."""


def draft(guide: Guide, sources: Sources, answers: Mapping[str, str], today: dt.date) -> Draft:  # noqa: ARG001 all drafts are asked for in one way
    """Return the claims with one more, as far as it is answered, and the page that treats it."""
    section = answers.get("section") or next(iter(guide.settings.evidence.sections), "none")
    lines = [
        f"- id: {answers.get('id', 'new-claim')}",
        f"  section: {section}",
        f"  gist: {scalar(answers.get('gist') or 'A claim.')}",
        f"  verdict: {answers.get('verdict') or 'unsupported'}",
        f"  certainty: {answers.get('certainty') or 'low'}",
        f"  evidence: {scalar(answers.get('evidence') or 'A reason.')}",
        f"  say: {scalar(answers.get('say') or 'What we say.')}",
        f"  sources: {listed(words_in(answers.get('sources', '')))}",
    ]
    texts = {FILE: _with_entry(sources.texts.get(FILE, b""), section, lines)}
    page = answers.get("page", "")
    if page:
        if page not in sources.addresses or page not in sources.texts:
            raise EditError(f'page: "{page}" is no page, expected a path as in the navigation.')
        matter, problems = front_matter.read(sources.texts[page], file=page)
        if matter is None:
            raise EditError(str(problems[0]))
        key = KEYS.get(posixpath.dirname(page), "covers")
        texts[page] = with_item(sources.texts[page].decode(), matter, key, answers.get("id", "new-claim"))
    return Draft(FILE, texts)


def taken(guide: Guide) -> dict[str, str]:
    """Return the ids that a claim cannot have, and what has each."""
    ledger = guide.ledger
    return dict.fromkeys(ledger.claims, FILE) | dict.fromkeys(ledger.facts, f"{EVIDENCE}/facts.yml")


def _with_entry(content: bytes, section: str, entry: list[str]) -> str:
    """Return a list of claims with one more after the last of its section, or at the end."""
    record, problems = read_yaml(content, file=FILE)
    if record is None:
        raise EditError(str(problems[0]))
    text, entries = content.decode(), record.data if isinstance(record.data, list) else []
    lines = text.rstrip("\n").split("\n") if text.strip() else []
    same = [number for number, each in enumerate(entries) if isinstance(each, dict) and each.get("section") == section]
    end = len(lines)
    if same and same[-1] + 1 < len(entries):
        end = record.line(same[-1] + 1) - 1
        while end and (not lines[end - 1].strip() or lines[end - 1].lstrip().startswith("#")):
            end -= 1
    lines[end:end] = ["", *entry] if any(not line.strip() for line in lines) else entry
    return "\n".join(lines) + "\n"
