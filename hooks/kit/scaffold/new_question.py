"""A new question: its file, written from answers, with what is not answered yet filled in from the guide itself."""

import datetime as dt
import posixpath
import re
from collections.abc import Mapping

from kit.entry import slug_of
from kit.guide import QUESTIONS, Guide, Sources
from kit.questions.faq import THEMES, Settings
from kit.record import check, read_yaml
from kit.scaffold.draft import Draft
from kit.scaffold.yaml_edit import folded, listed, scalar, sentences

HEADING = re.compile(r"^## .+$", re.MULTILINE)


def draft(guide: Guide, sources: Sources, answers: Mapping[str, str], today: dt.date) -> Draft:
    """Return the file of a question as far as it is answered."""
    settings, name = settings_of(sources), answers.get("id", "new-question")
    related = words_in(answers.get("related", "")) or [next(iter(guide.pages), "index.md")]
    aliases = [slug_of(each) for each in answers.get("aliases", "").split(",")]
    lines = [
        f"id: {name}",
        f"question: {scalar(answers.get('question', name))}",
        f"aliases: {listed(filter(None, aliases))}" if any(aliases) else "",
        f"theme: {answers.get('theme') or (settings.themes[0].id if settings else 'none')}",
        f"short_answer: {folded(answers.get('short_answer', '') or 'An answer.')}",
        f"urgency: {answers.get('urgency') or 'none'}",
        "related:\n" + "\n".join(f"  - {page}" for page in related),
        f"claims: {listed(words_in(answers['claims']))}" if answers.get("claims") else "",
        f"reviewed: {today}",
    ]
    matter = "\n".join(filter(None, lines))
    body = [*_heading(guide, sources), *sentences(answers.get("answer", "") or "An answer.")]
    if answers.get("urgency") == "emergency" and settings and settings.emergency_page:
        page = settings.emergency_page
        title = guide.pages[page].title if page in guide.pages else page
        body += ["", f"[{title}]({posixpath.relpath(page, QUESTIONS)})"]
    file = f"{QUESTIONS}/{name}.md"
    return Draft(file, {file: f"---\n{matter}\n---\n\n" + "\n".join(body) + "\n"})


def taken(guide: Guide) -> dict[str, str]:
    """Return the ids that a question cannot have, and what has each."""
    found = {posixpath.basename(uri)[:-3]: uri for uri in guide.addresses if posixpath.dirname(uri) == QUESTIONS}
    for asked in guide.faq.questions if guide.faq else ():
        found |= dict.fromkeys((asked.id, *asked.aliases), f"{QUESTIONS}/{asked.id}.md")
    return found


def settings_of(sources: Sources) -> Settings | None:
    """Return the themes of the questions, and the page for emergencies."""
    record, _ = read_yaml(sources.texts.get(f"{QUESTIONS}/{THEMES}", b""), file=THEMES)
    return check(record, Settings)[0] if record else None


def words_in(text: str) -> list[str]:
    """Return the names in an answer that lists some, with commas or blanks between them."""
    return [each for each in re.split(r"[,\s]+", text) if each]


def _heading(guide: Guide, sources: Sources) -> list[str]:
    """Return the heading with which answers of this guide begin, where they have one."""
    for asked in guide.faq.questions if guide.faq else ():
        if found := HEADING.search(sources.texts[f"{QUESTIONS}/{asked.id}.md"].decode()):
            return [found[0], ""]
    return []
