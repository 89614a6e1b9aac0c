"""Marking every plain text of a guide with characters that HTML gives a meaning, and finding them in what is built."""

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from fnmatch import fnmatch
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pypdfium2 as pdfium
import yaml
from selectolax.lexbor import LexborHTMLParser

PAYLOAD = "<b>&\"'"
TOKEN = re.compile(r"Zq(\d+)z")
SPAN = re.compile(r"\d+-\d+")
TEMPLATE = re.compile(r"<(/?)template\b")
"""What lies in such an element is no part of the page until a script takes it out."""
KEPT_FROM_READERS = ("script", "style")

NO_TEXT = {
    "mkdocs.yml": (
        "site_url repo_url edit_uri theme* plugins* markdown_extensions* hooks* extra_* docs_dir "
        "extra.help.page extra.checked.page extra.contact.page extra.contact.address extra.links* "
        "extra.structured_data* extra.offline* nav*.md"
    ),
    "docs/words.yml": "language evidence.phrases* questions.small_words* studio.event.file mine.ticks.file",
    "docs/signs.yml": "*.id *.level",
    "docs/today.yml": "*.level *.to *.bears* answers.*.for* *.do *.later *.help *.pages*",
    "docs/exercises/vocabulary.yml": "must* kinds.*.category kinds.*.way_down *.place",
    "docs/exercises/cautions.yml": "*.id *.when.kinds* *.when.positions* *.when.surfaces*",
    "docs/exercises/*.md": (
        "kind position surface counted_in side evidence* related* person frames.*.image frames.*.pose* dose.*.basis "
        "template covers* hide*"
    ),
    "docs/faq/themes.yml": "emergency_page themes.*.id",
    "docs/faq/*.md": "id theme urgency aliases* related* claims* template covers* hide*",
    "docs/evidence/claims.yml": "*.id *.section *.verdict *.certainty *.sources* *.exercise *.conflicts_with*",
    "docs/evidence/facts.yml": "*.id *.sources*",
    "docs/evidence/references.yml": "*.key *.doi *.isbn *.url *.kind",
    "docs/evidence/charts.yml": "*.id *.kind *.cites* *.tone",
    "docs/assets/figures.yml": "cycle.sources* *.id *.percent *.shows *.person *.pose* *.walk*",
    "docs/cards/sets.yml": "*.id *.cards* *.choose*",
    "docs/cards/log.yml": "page",
    "docs/cards/walking-plan.yml": "page",
    "docs/*.md": "template hide* covers* figure start.to doors.*.to",
    "docs/*/*.md": "template hide* covers*",
}
"""For each kind of file the paths of keys that hold ids, addresses or words of a closed list; all else is text."""


@dataclass
class Marks:
    """The number that each text got: the same text has the same number wherever it stands."""

    payload: str = PAYLOAD
    numbers: dict[str, int] = field(default_factory=dict)
    places: dict[int, str] = field(default_factory=dict)

    def mark(self, text: str, where: str) -> str:
        """Return a text with its number and the payload behind it."""
        number = self.numbers.setdefault(text, len(self.numbers) + 1)
        self.places.setdefault(number, where)
        return f"{text}Zq{number}z{self.payload}"


def mark_guide(guide: Path, marks: Marks, only: Callable[[str], bool] = lambda _: True) -> None:
    """Mark every plain text in the files of a guide."""
    slugs = {file.stem for file in (guide / "docs/exercises").glob("*.md")}
    for file in sorted([guide / "mkdocs.yml", *guide.rglob("docs/**/*.yml"), *guide.rglob("docs/**/*.md")]):
        name = file.relative_to(guide).as_posix()
        text = file.read_text("utf-8")
        matter, body = (text, "") if file.suffix == ".yml" else text.removeprefix("---\n").split("---\n", 1)
        data = _marked(yaml.safe_load(matter), name, "", marks, slugs, only)
        dumped = yaml.safe_dump(data, sort_keys=False, allow_unicode=True, width=10_000)
        file.write_text(dumped if file.suffix == ".yml" else f"---\n{dumped}---\n{body}", encoding="utf-8")


def _marked(  # noqa: PLR0913, PLR0917 what a text is, and where it stands
    value: Any,  # noqa: ANN401 YAML
    file: str,
    path: str,
    marks: Marks,
    slugs: set[str],
    only: Callable[[str], bool],
) -> Any:  # noqa: ANN401 YAML
    if isinstance(value, dict):
        if file == "mkdocs.yml" and re.fullmatch(r"nav(\.\d+)+", path):
            ((title, target),) = value.items()
            inner = _marked(target, file, f"{path}.{title}", marks, slugs, only)
            return {_marked(title, file, f"{path}.title", marks, slugs, only): inner}
        return {
            key: _marked(each, file, f"{path}.{key}".lstrip("."), marks, slugs, only) for key, each in value.items()
        }
    if isinstance(value, list):
        return [_marked(each, file, f"{path}.{at}".lstrip("."), marks, slugs, only) for at, each in enumerate(value)]
    plain = isinstance(value, str) and not SPAN.fullmatch(value) and value not in slugs and not value.endswith(".md")
    if not plain or any(fnmatch(path, pattern) for pattern in _rules(file)) or not only(f"{file}: {path}"):
        return value
    return marks.mark(value, f"{file}: {path}")


def _rules(file: str) -> list[str]:
    """Return the paths that hold no text in a file: those of the first kind of file that it is of."""
    kinds = [kind for kind in NO_TEXT if fnmatch(file, kind) and kind.count("/") == file.count("/")]
    return NO_TEXT[kinds[0]].split()


def texts_of(site: Path) -> Iterator[tuple[str, str]]:
    """Yield every text of a site, as a reader or a program gets it once its file is decoded, with the file's name."""
    for file in sorted(site.rglob("*")):
        name, suffix = file.relative_to(site).as_posix(), file.suffix
        if suffix == ".html":
            yield from ((name, text) for text in _html(file.read_text("utf-8")))
        elif name == "search/addresses.js":
            yield from ((name, text) for text in _json(file.read_text("utf-8").removeprefix("export default ")[:-2]))
        elif name.startswith("search/") and suffix == ".js" and name != "search/search.js":
            yield from ((name, text) for text in _json(file.read_text("utf-8").partition(",")[2].rstrip(";\n")[:-1]))
        elif suffix == ".json":
            yield from ((name, text) for text in _json(file.read_text("utf-8")))
        elif suffix in {".svg", ".xml"}:
            yield from ((name, text) for text in _xml(file.read_bytes()))
        elif suffix == ".pdf":
            yield from ((name, text) for text in _pdf(file.read_bytes()))


def _html(text: str) -> Iterator[str]:
    """Yield the words between the tags as one text, each value of an attribute, and each text of data in the page."""
    tree = LexborHTMLParser(TEMPLATE.sub(r"<\1div", text))
    for script in tree.css("script"):
        data = "json" in (script.attributes.get("type") or "") or script.attributes.get("id") == "__config"
        yield from _json(script.text()) if data else (script.text(),)
    for node in tree.css("*"):
        yield from (value for value in node.attributes.values() if value)
    tree.strip_tags(list(KEPT_FROM_READERS))
    yield tree.root.text(deep=True) if tree.root else ""


def _json(text: str) -> Iterator[str]:
    yield from _leaves(json.loads(text))


def _leaves(value: Any) -> Iterator[str]:  # noqa: ANN401 JSON
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for each in value.values() if isinstance(value, dict) else value:
            yield from _leaves(each)


def _xml(content: bytes) -> Iterator[str]:
    for element in ET.fromstring(content).iter():  # noqa: S314 made by the build that is tested
        yield from (element.text or "", element.tail or "", *element.attrib.values())


def _pdf(content: bytes) -> Iterator[str]:
    """Yield the words of each page, blanks taken out since lines end anywhere, and what the file says of itself."""
    with pdfium.PdfDocument(content) as document:
        for sheet in document:
            yield "".join(sheet.get_textpage().get_text_range().split())
        yield from document.get_metadata_dict().values()


def wrong(site: Path, payload: str = PAYLOAD) -> list[str]:
    """Return each place where a marked text is not followed by the whole payload."""
    return [
        f"{name}: {text[max(0, match.start() - 30) : match.end() + 20]!r}"
        for name, text in texts_of(site)
        for match in TOKEN.finditer(text)
        if not text.startswith(payload, match.end())
    ]


def shown(site: Path) -> set[int]:
    """Return the numbers of the texts that are somewhere in a site."""
    return {int(match[1]) for _name, text in texts_of(site) for match in TOKEN.finditer(text)}
