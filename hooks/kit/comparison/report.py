"""A report: what changed between two builds of a site, on a page with pictures and in a few lines."""

import base64
import difflib
import hashlib
import html
from collections.abc import Callable, Iterator, Mapping

from kit.comparison.changes import Changes
from kit.comparison.page import Page
from kit.problem import counted
from kit.text import unmarked

PAGE = "what-changed.html"
MOST_LINES, MOST_NAMED = 12, 60
STYLE = """\
:root { color-scheme: light dark; font: 1.125rem/1.5 system-ui, sans-serif; }
body { margin: 0 auto; max-width: 60rem; padding: 1rem; }
h2 { margin-top: 2.5rem; }
a { display: inline-block; padding: 0.25rem 0; }
ins, del { text-decoration: none; display: block; border-left: 0.25rem solid; padding-left: 0.5rem; margin: 0.25rem 0; }
ins { border-color: #0f7a4f; }
del { border-color: #b3413a; }
.pair { display: grid; gap: 1rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 20rem), 1fr)); }
figure { margin: 0; }
img { background: #fff; border: 1px solid; max-width: 100%; height: auto; }
"""


def page_of(changes: Changes, preview: str) -> str:
    """Return a page for people that says what changed, with pictures; it loads nothing and runs nothing.

    `preview` is the folder beside it that holds the site with the changes.
    """
    digest = base64.b64encode(hashlib.sha256(STYLE.encode()).digest()).decode()
    policy = f"default-src 'none'; img-src data:; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    parts = [
        *_listed("New pages", changes.added, lambda name: _link(preview, name, changes.added[name].title)),
        *_listed("Changed pages", changes.changed, lambda name: _differences(preview, name, *changes.changed[name])),
        *_listed("Pages that are gone", changes.removed, lambda name: html.escape(changes.removed[name].title)),
        *_pictures(changes, preview),
    ]
    body = "\n".join(parts) or "<p>Nothing that a reader sees has changed.</p>"
    return f"""\
<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>What this change does</title>
<style>{STYLE}</style>
</head>
<body>
<main>
<h1>What this change does</h1>
<p>{html.escape(told(changes))}</p>
<p><a href="{preview}/index.html">Look at the whole site with the change</a></p>
{body}
</main>
</body>
</html>
"""


def told(changes: Changes) -> str:
    """Return in one line how much changed."""
    if changes.nothing:
        return "Nothing that a reader sees has changed."
    counts = [
        (len(changes.added), "new page", "new pages"),
        (len(changes.changed), "changed page", "changed pages"),
        (len(changes.removed), "page gone", "pages gone"),
        (len(changes.printed), "changed PDF", "changed PDFs"),
    ]
    return ", ".join(counted(count, one, many) for count, one, many in counts if count) + "."


def summary(changes: Changes) -> str:
    """Return the same for the page of the check, in Markdown in which no word of a page is anything but a word."""
    lines = ["### What this change does", "", told(changes), ""]
    named = [f"- New: {unmarked(page.title)}" for page in changes.added.values()]
    named += [f"- Changed: {unmarked(page.title)}" for _, page in changes.changed.values()]
    named += [f"- Gone: {unmarked(page.title)}" for page in changes.removed.values()]
    named += [f"- Card or sheet: {unmarked(name)}" for name in changes.printed]
    lines += named[:MOST_NAMED]
    lines += [f"- and {len(named) - MOST_NAMED} more"] if len(named) > MOST_NAMED else []
    lines += [
        "",
        "**To look at it:** download **site-preview** under **Artifacts** on this page, and unpack it.",
        f"Then open **{PAGE}** by double click. It shows the changed words, and the cards before and after.",
        "",
    ]
    return "\n".join(lines)


def _listed(title: str, found: Mapping[str, object], item: Callable[[str], str]) -> Iterator[str]:
    if found:
        yield f"<h2>{title}</h2>\n<ul>"
        yield from (f"<li>{item(name)}</li>" for name in found)
        yield "</ul>"


def _link(preview: str, name: str, title: str) -> str:
    return f'<a href="{html.escape(f"{preview}/{name}")}">{html.escape(title)}</a>'


def _differences(preview: str, name: str, old: Page, new: Page) -> str:
    """Return a link to a page with the words that went and came."""
    lines = [(line[:2], line[2:]) for line in difflib.ndiff(old.words, new.words) if line.startswith(("- ", "+ "))]
    shown = [
        f"<del><strong>Before:</strong> {html.escape(words)}</del>"
        if sign == "- "
        else f"<ins><strong>Now:</strong> {html.escape(words)}</ins>"
        for sign, words in lines[:MOST_LINES]
    ]
    if len(lines) > MOST_LINES:
        shown.append(f"<p>And {len(lines) - MOST_LINES} more.</p>")
    if not lines:
        shown.append("<p>The words are the same: a picture, a link or the order of things changed.</p>")
    return "\n".join([_link(preview, name, new.title), *shown])


def _pictures(changes: Changes, preview: str) -> Iterator[str]:
    if not changes.printed:
        return
    yield "<h2>Cards and sheets, before and after</h2>"
    for sheet in changes.sheets:
        title = html.escape(f"{sheet.file}, page {sheet.number}")
        yield f'<h3>{title}</h3>\n<div class="pair">'
        yield _figure("Before", sheet.before, title)
        yield _figure("Now", sheet.after, title)
        yield "</div>"
    unseen = [name for name in changes.printed if name not in {sheet.file for sheet in changes.sheets}]
    if unseen:
        yield "<h3>Changed too, without a picture here</h3>\n<ul>"
        yield from (f"<li>{_link(preview, name, name)}</li>" for name in unseen)
        yield "</ul>"


def _figure(when: str, picture: bytes, title: str) -> str:
    if not picture:
        return f"<figure><figcaption>{when}: it is not there.</figcaption></figure>"
    source = f"data:image/png;base64,{base64.b64encode(picture).decode()}"
    return f'<figure><figcaption>{when}</figcaption><img alt="{when}: {title}" src="{source}"></figure>'
