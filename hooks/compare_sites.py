"""Say what changed between two builds of a site: `make changes`, which pull requests run, on a page with pictures."""

import base64
import difflib
import hashlib
import html
import io
import os
import re
import shutil
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import pypdfium2 as pdfium
from kit.problem import counted
from kit.redirect import target_of
from selectolax.lexbor import LexborHTMLParser, LexborNode

PAGE = "what-changed.html"
PREVIEW = "backstride-offline"
BLOCKS = "h1, h2, h3, h4, p, li, td, th, dt, dd, summary, figcaption"
UNREAD = "script, style, svg, nav, template"
ERRORS = frozenset({"404.html", "503.html"})
"""Pages that a server shows in place of others: a site on a disk has none."""
SMALL, LARGE = 0.4, 1.3
"""How large a sheet of paper is drawn, in pixels for each point: to compare it, and to look at it."""
MOST_LINES, MOST_PICTURES, MOST_NAMED = 12, 24, 60
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
PUNCTUATION = re.compile(r"([!-/:-@\[-`{-~])")


@dataclass(frozen=True)
class Page:
    """A page of a built site: its title, its words block by block, and all that stands in it."""

    title: str
    words: tuple[str, ...]
    whole: str


@dataclass(frozen=True)
class Sheet:
    """A changed sheet of paper: its file, the number of the page from 1, and both as PNG; nothing where it was not."""

    file: str
    number: int
    before: bytes
    after: bytes


@dataclass(frozen=True)
class Changes:
    """What changed between two sites: pages by file, and sheets; `printed` are all changed PDFs."""

    added: Mapping[str, Page]
    changed: Mapping[str, tuple[Page, Page]]
    removed: Mapping[str, Page]
    printed: tuple[str, ...]
    sheets: tuple[Sheet, ...]

    @property
    def nothing(self) -> bool:
        """Whether readers see no difference."""
        return not (self.added or self.changed or self.removed or self.printed)


def compare(before: Path, after: Path) -> Changes:
    """Return what a reader of the second site sees that is not in the first, and what is gone."""
    old, new = _pages(before), _pages(after)
    both = sorted(old.keys() & new.keys())
    printed = tuple(sorted(_printed(before, after)))
    return Changes(
        added={name: new[name] for name in sorted(new.keys() - old.keys())},
        changed={name: (old[name], new[name]) for name in both if old[name].whole != new[name].whole},
        removed={name: old[name] for name in sorted(old.keys() - new.keys())},
        printed=printed,
        sheets=tuple(_sheets(before, after, printed)),
    )


def page_of(changes: Changes) -> str:
    """Return a page for people that says what changed, with pictures; it loads nothing and runs nothing."""
    digest = base64.b64encode(hashlib.sha256(STYLE.encode()).digest()).decode()
    policy = f"default-src 'none'; img-src data:; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    parts = [
        *_listed("New pages", changes.added, lambda name: _link(name, changes.added[name].title)),
        *_listed("Changed pages", changes.changed, lambda name: _differences(name, *changes.changed[name])),
        *_listed("Pages that are gone", changes.removed, lambda name: html.escape(changes.removed[name].title)),
        *_pictures(changes),
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
<p><a href="{PREVIEW}/index.html">Look at the whole site with the change</a></p>
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
    named = [f"- New: {_plain(page.title)}" for page in changes.added.values()]
    named += [f"- Changed: {_plain(page.title)}" for _, page in changes.changed.values()]
    named += [f"- Gone: {_plain(page.title)}" for page in changes.removed.values()]
    named += [f"- Card or sheet: {_plain(name)}" for name in changes.printed]
    lines += named[:MOST_NAMED]
    lines += [f"- and {len(named) - MOST_NAMED} more"] if len(named) > MOST_NAMED else []
    lines += [
        "",
        "**To look at it:** download **site-preview** under **Artifacts** on this page, and unpack it.",
        f"Then open **{PAGE}** by double click. It shows the changed words, and the cards before and after.",
        "",
    ]
    return "\n".join(lines)


def main(before: Path, after: Path, folder: Path) -> int:
    """Write the page into a folder, which is emptied first, and the summary where GitHub asks for one."""
    for site in (before, after):
        if not (site / "index.html").exists():
            sys.stderr.write(f"{site}: there is no built site here. Say where one is: make changes before=FOLDER\n")
            return 2
    changes = compare(before, after)
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    (folder / PAGE).write_text(page_of(changes), encoding="utf-8")
    if path := os.environ.get("GITHUB_STEP_SUMMARY"):
        with Path(path).open("a", encoding="utf-8") as file:
            file.write(summary(changes))
    sys.stdout.write(f"{told(changes)} Look at {(folder / PAGE).as_posix()}\n")
    return 0


def _pages(site: Path) -> dict[str, Page]:
    """Return the pages that readers read, by file; those that only send people on are none."""
    found = {}
    for file in sorted(site.rglob("*.html")):
        text = file.read_text(encoding="utf-8")
        tree = LexborHTMLParser(text)
        main = tree.css_first("main")
        name = file.relative_to(site).as_posix()
        if main is None or name in ERRORS or target_of(text[:2000]) is not None:
            continue
        title = tree.css_first("h1") or tree.css_first("title")
        whole = str(main.html)
        for node in main.css(UNREAD):
            node.decompose()
        found[name] = Page(_text(title) if title else name, tuple(_blocks(main)), whole)
    return found


def _blocks(main: LexborNode) -> Iterator[str]:
    for node in main.css(BLOCKS):
        inner = any(each.mem_id != node.mem_id for each in node.css(BLOCKS))
        if not inner and (words := _text(node)):
            yield words


def _text(node: LexborNode) -> str:
    return " ".join(node.text(separator=" ").replace("¶", "").split())


def _printed(before: Path, after: Path) -> Iterator[str]:
    """Yield each PDF that looks different, is new, or is gone."""
    names = {file.relative_to(site).as_posix() for site in (before, after) for file in site.rglob("*.pdf")}
    for name in names:
        old, new = _bytes(before / name), _bytes(after / name)
        if old != new and _looks(old) != _looks(new):
            yield name


def _sheets(before: Path, after: Path, printed: Sequence[str]) -> Iterator[Sheet]:
    """Yield pictures of the changed pages of PDFs, those with the fewest pages first."""
    pairs = [(name, _bytes(before / name), _bytes(after / name)) for name in printed]
    left = MOST_PICTURES
    for name, old, new in sorted(pairs, key=lambda pair: (len(pair[2] or pair[1]), pair[0])):
        small, large = (_looks(old), _looks(new)), (_drawn(old), _drawn(new))
        for number in range(max(map(len, small))):
            if left and _at(small[0], number) != _at(small[1], number):
                left -= 1
                yield Sheet(name, number + 1, _at(large[0], number), _at(large[1], number))
        if not left:
            return


def _looks(pdf: bytes) -> list[bytes]:
    """Return the pixels of each page of a PDF, small and grey; none of one that is not there."""
    if not pdf:
        return []
    return [bytes(page.render(scale=SMALL, grayscale=True).buffer) for page in pdfium.PdfDocument(pdf)]


def _drawn(pdf: bytes) -> list[bytes]:
    """Return each page of a PDF as PNG, to look at."""
    pictures = []
    for page in pdfium.PdfDocument(pdf) if pdf else ():
        whole = io.BytesIO()
        page.render(scale=LARGE).to_pil().quantize(64).save(whole, "PNG")
        pictures.append(whole.getvalue())
    return pictures


def _bytes(file: Path) -> bytes:
    return file.read_bytes() if file.exists() else b""


def _at(pictures: Sequence[bytes], number: int) -> bytes:
    return pictures[number] if number < len(pictures) else b""


def _listed(title: str, found: Mapping[str, object], item: Callable[[str], str]) -> Iterator[str]:
    if found:
        yield f"<h2>{title}</h2>\n<ul>"
        yield from (f"<li>{item(name)}</li>" for name in found)
        yield "</ul>"


def _link(name: str, title: str) -> str:
    return f'<a href="{html.escape(f"{PREVIEW}/{name}")}">{html.escape(title)}</a>'


def _differences(name: str, old: Page, new: Page) -> str:
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
    return "\n".join([_link(name, new.title), *shown])


def _pictures(changes: Changes) -> Iterator[str]:
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
        yield from (f"<li>{_link(name, name)}</li>" for name in unseen)
        yield "</ul>"


def _figure(when: str, picture: bytes, title: str) -> str:
    if not picture:
        return f"<figure><figcaption>{when}: it is not there.</figcaption></figure>"
    source = f"data:image/png;base64,{base64.b64encode(picture).decode()}"
    return f'<figure><figcaption>{when}</figcaption><img alt="{when}: {title}" src="{source}"></figure>'


def _plain(text: str) -> str:
    return PUNCTUATION.sub(r"\\\1", " ".join(text.split()))


if __name__ == "__main__":
    sys.exit(main(*map(Path, sys.argv[1:4])))
