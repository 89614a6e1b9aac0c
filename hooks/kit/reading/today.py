"""The questions for today in the sources, and the pages that are made of them."""

from collections.abc import Mapping
from dataclasses import replace

from kit.evidence.citation import Citation, citations
from kit.evidence.treatment import Treatment
from kit.exercises.catalogue import Catalogue
from kit.guide import (
    CAUTIONS,
    SIGNS,
    TODAY,
    TODAY_DATA,
    VOCABULARY,
    Guide,
)
from kit.pages.page import Page
from kit.problem import problem
from kit.questions.faq import INDEX
from kit.reading.reader import Reader
from kit.sign import Sign
from kit.today.checks import TEXTS, read_today
from kit.today.tree import Today


def today_in(
    reader: Reader, signs: tuple[Sign, ...], catalogue: Catalogue
) -> tuple[Today | None, tuple[Treatment, ...]]:
    """Return the questions for today and what their answers cite; None where there are none, or with a mistake."""
    index = f"{TODAY}/{INDEX}"
    if TODAY_DATA not in reader.sources.texts:
        return None, ()
    if index not in reader.sources.addresses:
        text = "this file is missing. Add it: its words stand above the first question."
        return reader.keep("today", ((None, ()), [problem(reader.named(index), 0, "today", text)]))
    if reader.faulty & {SIGNS, VOCABULARY, CAUTIONS}:
        return None, ()  # one mistake, one message
    pages = reader.sources.addresses.keys()
    found = reader.data("today", TODAY_DATA, read_today, signs, catalogue, pages)
    if found is None:
        return None, ()
    today, record = found
    cites = {
        f"{TODAY}/{name}.md": [
            Citation(each.label, each.text, record.line("answers", name, key))
            for key in TEXTS
            for each in citations(getattr(answer, key))
        ]
        for name, answer in today.tree.answers.items()
    }
    return today, tuple(Treatment(uri, record.file, (), tuple(each)) for uri, each in cites.items())


def made_of(today: Today | None, addresses: Mapping[str, str]) -> Mapping[str, str]:
    """Return the addresses of the pages that are made of the questions for today: they lie beside the first one."""
    if today is None:
        return {}
    first = addresses[f"{TODAY}/{INDEX}"]
    end = "/" if first.endswith("/") else ".html"
    folder = first.removesuffix("index.html")
    return {f"{TODAY}/{name}.md": f"{folder}{name}{end}" for name in (*today.tree.questions, *today.tree.answers)}


def pages_of(today: Today | None) -> Mapping[str, Page]:
    """Return what the front matter of those pages would say."""
    if today is None:
        return {}
    tree = today.tree
    return {
        f"{TODAY}/{name}.md": Page(title=each.full_title, description=each.description, reviewed=tree.reviewed)
        for name, each in (*tree.questions.items(), *tree.answers.items())
    }


def without_today(guide: Guide) -> Guide:
    """Return a guide that asks nothing for today, and so makes no pages of it; its problems stay."""
    made = made_of(guide.today, guide.addresses)
    return replace(
        guide,
        today=None,
        addresses={uri: each for uri, each in guide.addresses.items() if uri not in made},
        pages={uri: each for uri, each in guide.pages.items() if uri not in made},
        treatments={uri: each for uri, each in guide.treatments.items() if uri not in made},
    )
