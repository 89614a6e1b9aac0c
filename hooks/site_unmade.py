"""What a build does not make of a guide, for want of a hook, an address or a source, and what is said of it."""

import logging
import posixpath
from collections.abc import Callable, Mapping
from fnmatch import fnmatchcase
from itertools import chain
from typing import Any
from urllib.parse import unquote, urlsplit

from kit.cards.card_index import SHORT
from kit.guide import CARDS, CHARTS, DIAGRAMS, DRAWN, EVIDENCE, EXERCISES, GLOSSARY, QUESTIONS, TODAY, Guide
from kit.pages.script import SCRIPTS
from kit.views.keep_view import ANCHOR, keep_view
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from site_sources import is_left_out

log = logging.getLogger("mkdocs.hooks")
UNMADE = "_unmade"
"""The key of `config.extra` at which the link check finds what could not be made."""
LEFT_OUT = "_left_out"
"""The key of `config.extra` at which the link check finds patterns of what hooks make that are left out."""
MADE = {
    "dress_pages": ("assets/stylesheets/*", f"{SCRIPTS}/colours.js", f"{SCRIPTS}/frame.js"),
    "explain_terms": (GLOSSARY,),
    "index_search": ("search/*", f"{SCRIPTS}/search/*"),
    "keep_offline": (ANCHOR, "assets/icons/*", f"{SCRIPTS}/offline/*"),
    "print_cards": ("*.pdf",),
    "share_pages": ("assets/social/*",),
    "supply_studio": (f"{CARDS}/*",),
}
"""What hooks make, or use, on whose work no other rests, as patterns of files and ids."""
FOR_READERS = ("keep_offline", "print_cards", "share_pages")
"""The hooks that make nothing, or less, without an address at which readers find the site, as in a preview."""


def works(guide: Guide) -> Mapping[str, tuple[str, frozenset[str]]]:
    """Return the hooks on whose work others rest: what is said without it, and patterns of what is then not there."""
    exercises, folders = guide.catalogue.exercises.values(), {posixpath.dirname(uri) for uri in guide.data}
    drawn = guide.diagrams is not None or any(frame.pose for each in exercises for frame in each.frames)
    printed = bool(exercises) and f"{CARDS}/index.md" in guide.addresses
    plain = "the pages of {}/ are plain pages, and no menu lists them"
    claims = (f"{EVIDENCE}/*", f"{CHARTS}/*", *guide.ledger.labels)
    works = {
        "cite_claims": (bool(guide.ledger.claims), "claims are neither cited nor listed", claims),
        "show_exercises": (EXERCISES in folders, plain.format(EXERCISES), (f"{EXERCISES}/*",)),
        "draw_figures": (drawn, "no figures are drawn", DRAWN[DIAGRAMS]),
        "print_cards": (printed, "no cards are printed", (f"{CARDS}/*", f"{SHORT}/*")),
        "index_faq": (QUESTIONS in folders, plain.format(QUESTIONS), (f"{QUESTIONS}/*",)),
        "ask_today": (guide.today is not None, f"the questions of {TODAY}/ are not asked", (f"{TODAY}/*",)),
    }
    return {hook: (what, frozenset(patterns)) for hook, (has, what, patterns) in works.items() if has}


def parts(guide: Guide) -> Mapping[str, str]:
    """Return the hooks that add a part to pages, where this guide has one for them: what is said without it."""
    words, glossary = guide.words, guide.pages.get(GLOSSARY)
    found = {
        "explain_terms": (glossary and glossary.terms, "the terms of the glossary are neither explained nor listed"),
        "index_search": (words and words.search, "the pages have no search"),
        "dress_pages": (words and words.frame, "the pages have no stylesheet"),
        "keep_offline": (keep_view(guide), "readers can keep nothing for times without a network"),
    }
    return {hook: what for hook, (has, what) in found.items() if has}


def lacks(config: MkDocsConfig, hook: str, what: str) -> bool:
    """Return whether a hook is left out, and say in one plain line what is not shown for want of it; nothing fails."""
    if not is_left_out(config, hook):
        return False
    log.info("%s: %s.py is not among the hooks.", what, hook)
    return True


def not_made(config: MkDocsConfig, guide: Guide) -> tuple[str, ...]:
    """Return patterns of the files that this build does not make, for want of a hook, an address or a source."""
    idle = () if guide.site.address.startswith("https://") else FOR_READERS
    left_out = (made for hook, made in MADE.items() if hook in idle or is_left_out(config, hook))
    return (*config.extra[UNMADE], *chain.from_iterable(left_out))


def unmade_test(config: MkDocsConfig, files: Files) -> Callable[[Any, str], bool]:
    """Return what tells whether an address on a page leads to what no hook of this build makes."""
    patterns: tuple[str, ...] = config.extra[UNMADE]

    def is_unmade(md: Any, address: str) -> bool:  # noqa: ANN401 only the kit imports Markdown
        page = md.treeprocessors["relpath"].file  # MkDocs' own, which knows the page
        url = urlsplit(address)
        path = posixpath.normpath(posixpath.join(posixpath.dirname(page.src_uri), unquote(url.path)))
        here = files.src_uris.keys() | {file.dest_uri for file in files}
        return (
            not url.scheme and not url.netloc and path not in here and any(fnmatchcase(path, each) for each in patterns)
        )

    return is_unmade
