"""Whatever a file of a guide holds, its build ends with a message at its line, or does without: no traceback."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from building import SMALL, Build, build_here, copy_of, spoil

pytestmark = pytest.mark.xdist_group("any-file")  # its builds are made once, by one worker

Change = Callable[[Path], object]
GAP = "\n\n"
COMMENTS = "<!--" * 4000
PAGE = """\
---
title: When to stop
description: When to put the balls down for today, and who can help you when a throw does not come.
reviewed: 2026-03-02
covers: []
{keys}
---

# When to stop

{body}
"""


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the small guide, built once: its PDFs are kept for all that follow."""
    project = copy_of(SMALL, tmp_path_factory.mktemp("any"))
    done = build_here(project, project.parent / "site")
    assert done.code == 0, done.said
    return project


@pytest.fixture
def guide(kept: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(kept, tmp_path / "guide"))


def built(guide: Path) -> Build:
    return build_here(guide, guide.parent / "site")


def writes(name: str, content: str | bytes) -> Change:
    """Return the change that gives a file of the guide this content."""
    raw = content.encode() if isinstance(content, str) else content
    return lambda guide: (guide / "docs" / name).write_bytes(raw)


def empties(name: str, content: str) -> Change:
    """Return the change that leaves nothing in a file, and takes away the questions that rest on it."""

    def change(guide: Path) -> None:
        (guide / "docs/today.yml").unlink()
        writes(name, content)(guide)

    return change


def adds(name: str, content: bytes) -> Change:
    """Return the change that puts a file of this content in the place of one that the guide borrows."""

    def change(guide: Path) -> None:
        (guide / "docs" / name).parent.mkdir(parents=True, exist_ok=True)
        writes(name, content)(guide)

    return change


def has(keys: str, body: str = "Now.") -> Change:
    """Return the change that gives the page about stopping other keys, from line 6 on."""
    return writes("help.md", PAGE.format(keys=keys, body=body))


def replaces(name: str, before: str, after: str) -> Change:
    return lambda guide: spoil(guide, f"docs/{name}", before, after)


def folder(name: str) -> Change:
    return lambda guide: (guide / "docs" / name).mkdir()


def dead_link(guide: Path) -> None:
    """Link to a page that is not there."""
    (guide / "docs/gone.md").symlink_to(guide / "nothing.md")


def linked_folder(guide: Path) -> None:
    """Link to a folder beside the guide."""
    (guide.parent / "away").mkdir()
    (guide / "docs/linked").symlink_to(guide.parent / "away")


MISTAKES: list[tuple[str, Change, str]] = [
    ("a-link-as-key", has("[see this]: ../a.md"), r"docs/help\.md:6: "),
    ("braces-as-value", has("lead: {{ x }}"), r"docs/help\.md:6: "),
    ("bool-of-a-word", has("lead: !!bool abc"), r"docs/help\.md:6: "),
    ("time-of-a-letter", has("lead: !!timestamp x"), r"docs/help\.md:6: "),
    ("deep", has(f"lead: {'[' * 5000}{']' * 5000}"), r"docs/help\.md:6: "),
    ("deep-data", writes("signs.yml", f"{'[' * 5000}{']' * 5000}"), r"docs/signs\.yml:1: "),
    ("deep-and-open", writes("evidence/facts.yml", "[" * 5000), r"docs/evidence/facts\.yml:1: "),
    ("bytes", writes("help.md", b"---\ntitle: \xff\xfe\n---\n"), r"docs/help\.md:2: encoding: "),
    ("bytes-in-words", writes("words.yml", b"language: en\npublisher: \xe9\n"), r"docs/words\.yml:2: encoding: "),
    ("bytes-in-question", writes("faq/lamp.md", b"---\nid: \xe9\n---\n"), r"docs/faq/lamp\.md:2: encoding: "),
    ("bytes-in-exercise", writes("exercises/toss.md", b"\x00\x01"), r"docs/exercises/toss\.md:1: "),
    ("dead-link", dead_link, r"docs/gone\.md: file: there is no such file"),
    ("linked-folder", linked_folder, r"docs/linked: file-link: this is a link to another place on a disk"),
    ("no-such-day", replaces("help.md", "reviewed: 2026-03-02", "reviewed: 2026-11-31"), r"docs/help\.md:4: "),
    ("last-day", replaces("help.md", "reviewed: 2026-03-02", "reviewed: 9999-12-31"), r"docs/help\.md:4: reviewed: "),
    ("old-day", replaces("faq/lamp.md", "2026-03-11", "1900-01-01"), r"docs/faq/lamp\.md:10: reviewed: "),
    ("brace-in-plan", replaces("cards/walking-plan.yml", "{days} {minutes}", "{days} {minute}"),
     r'walking-plan\.yml:\d+: walk: expected \{days\} and \{minutes\}, found \{minute\}\. Did you mean "minutes"'),
    ("brace-in-credit", replaces("words.yml", "{version}, {date}", "{minute}, {date}"), r"words\.yml:\d+: credit: "),
    ("template", has("template: nonsense.html"), r'docs/help\.md:6: template: there is no template "nonsense\.html"'),
    ("template-of-another-kind", has("template: faq.htm"), r'Did you mean "faq\.html"\?'),
    ("hide", has("hide: 5"), r"docs/help\.md:6: hide: expected a list, found 5\."),
    ("title-is-a-list", replaces("help.md", "title: When to stop", "title: [When]"), r"docs/help\.md:2: title: "),
    ("title-is-nothing", replaces("help.md", "title: When to stop", "title:"), r"docs/help\.md:2: title: "),
    ("title-is-a-number", replaces("help.md", "title: When to stop", "title: 5"), r"docs/help\.md:2: title: "),
    ("keys-are-a-list", writes("help.md", "---\n- a\n- b\n---\n"), r"docs/help\.md:2: front-matter: "),
    ("keys-are-a-word", writes("help.md", "---\nhello\n---\n"), r"docs/help\.md:2: front-matter: "),
    ("empty-page", writes("help.md", ""), r"docs/help\.md:1: empty: this file is empty"),
    ("empty-exercise", writes("exercises/toss.md", ""), r"docs/exercises/toss\.md:1: "),
    ("empty-question", writes("faq/lamp.md", ""), r"docs/faq/lamp\.md:1: "),
    ("empty-words", writes("words.yml", ""), r"docs/words\.yml:1: empty: this file is empty"),
    ("empty-vocabulary", writes("exercises/vocabulary.yml", ""), r"docs/exercises/vocabulary\.yml:1: empty: "),
    ("empty-signs", writes("signs.yml", ""), r"docs/signs\.yml:1: empty: "),
    ("empty-themes", writes("faq/themes.yml", ""), r"docs/faq/themes\.yml:1: themes: this key is missing"),
    ("empty-log", writes("cards/log.yml", ""), r"docs/cards/log\.yml:1: "),
    ("empty-figures", writes("assets/figures.yml", ""), r"docs/assets/figures\.yml:1: "),
    ("list-for-keys", writes("words.yml", "- a\n"), r"docs/words\.yml:1: "),
    ("keys-for-list", writes("signs.yml", "a: 1\n"), r"docs/signs\.yml:1: data: expected a list"),
    ("number", writes("exercises/vocabulary.yml", "5\n"), r"docs/exercises/vocabulary\.yml:1: "),
    ("picture-is-a-word", writes("assets/images/across.svg", "nothing"), r"across\.svg:1: svg: this is no whole SVG"),
    ("two-documents", writes("signs.yml", "- {id: a}\n---\n- {id: b}\n"), r"docs/signs\.yml:2: "),
    ("alias", writes("signs.yml", "- &a {id: a}\n- *a\n"), r"docs/signs\.yml:1: yaml: "),
    ("bytes-in-mark", adds("assets/images/favicon.svg", b"\xff\xfe<\x00"), r"images/favicon\.svg:1: svg: this is no "),
    ("mark-is-a-word", adds("assets/images/favicon.svg", b"nothing"), r"favicon\.svg:1: svg: this is no whole SVG"),
    ("bytes-in-script", adds("assets/javascripts/frame.js", b"\n// \xe9"), r"javascripts/frame\.js:2: encoding: "),
    ("bytes-in-first-script", adds("assets/javascripts/colours.js", b"// \xe9"), r"scripts/colours\.js:1: encoding: "),
    ("bytes-in-sheet", adds("assets/stylesheets/frame/3-words.css", b"/* \xe9 */"), r"3-words\.css:1: encoding: "),
    ("braces-in-sheet", adds("assets/stylesheets/parts/cards.css", b".bs-a { } } } {{"), r"cards\.css: file-kind: "),
    ("font-is-none", adds("assets/fonts/a.woff2", b"wOF2none"), r"fonts/a\.woff2: font: this font cannot be read"),
    ("empty-font", adds("assets/fonts/a.woff2", b""), r'fonts/a\.woff2: file-kind: this is no "\.woff2" file'),
    ("language-is-no-text", replaces("../mkdocs.yml", "language: en", "language: no"),
     r"mkdocs\.yml:14: theme\.language: expected text such as \"en\", found false\. Put it in quotation marks"),
    ("comments-that-never-end", has("lead: Wait.", "<!--" * 10_000), r"docs/help\.md:11: heavy: more than 20000 "),
    ("lists-in-lists", has("lead: Wait.", "\n".join("    " * depth + "- a" for depth in range(90))),
     r"docs/help\.md:41: heavy: more than 30 lists, boxes or quotes"),
]  # fmt: skip

HARMLESS: list[tuple[str, Change]] = [
    ("no-signs", empties("signs.yml", "# none\n")),
    ("no-sets", writes("cards/sets.yml", "# none\n")),
    ("no-cautions", empties("exercises/cautions.yml", "# none\n")),
    ("empty-list", empties("signs.yml", "[]\n")),
    ("folder-like-a-page", folder("about.md")),
    ("folder-like-data", folder("exercises/more.yml")),
    ("folder-like-an-exercise", folder("exercises/catch.md")),
    ("byte-order-mark", lambda guide: (guide / "docs/help.md").write_bytes(
        b"\xef\xbb\xbf" + (guide / "docs/help.md").read_bytes())),
    ("windows-lines", lambda guide: (guide / "docs/help.md").write_bytes(
        (guide / "docs/help.md").read_bytes().replace(b"\n", b"\r\n"))),
    ("comments", replaces("glossary.md", "# Words of jugglers", f"# Words\n\n{('<!-- a --> ' * 1000 + GAP) * 4}")),
    ("open-comments", replaces("glossary.md", "# Words of jugglers", f"# Words\n\n{f'`{COMMENTS}`{GAP}' * 3}")),
    ("elements-in-elements", replaces("glossary.md", "# Words of jugglers", f"# Words\n\n{'<div>' * 3900}")),
]  # fmt: skip


@pytest.mark.parametrize(("change", "message"), [each[1:] for each in MISTAKES], ids=[each[0] for each in MISTAKES])
def test_a_mistake_ends_in_a_message_at_its_line(guide: Path, change: Change, message: str) -> None:
    change(guide)
    done = built(guide)
    assert "Traceback" not in done.said, done.said
    assert re.search(message, done.said), done.said
    assert done.code == 1


@pytest.mark.parametrize("change", [each[1] for each in HARMLESS], ids=[each[0] for each in HARMLESS])
def test_what_does_no_harm_builds(guide: Path, change: Change) -> None:
    change(guide)
    done = built(guide)
    assert done.code == 0, done.said
    assert not re.search("WARNING|ERROR|Traceback", done.said), done.said
