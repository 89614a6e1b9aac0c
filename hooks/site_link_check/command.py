"""What the command `site_link_check` does: it checks a folder of built HTML and says what is wrong with its links."""

import argparse
import datetime as dt
import re
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import yaml

from site_link_check.build import Facts, build_of, relative
from site_link_check.check import check_links
from site_link_check.disk import files_of, renames_of, text_of
from site_link_check.finding import Outcome
from site_link_check.problem import counted
from site_link_check.read.pdf import PdfMemory
from site_link_check.read.recipe import Disk, MadeFile, Recipe
from site_link_check.say.baseline import baseline
from site_link_check.say.mend import difference, mended
from site_link_check.say.report import closing_line, json_lines, line_of, sarif

DATE = re.compile(r"^\d{4}-\d{2}-\d{2}-")


def main(arguments: Sequence[str] | None = None) -> int:
    """Check as the arguments say; return 1 when something is wrong, 2 when nothing can be checked."""
    options = _options().parse_args(arguments)
    start = time.perf_counter()
    site = Path(options.site)
    names = frozenset(Path(path).relative_to(site).as_posix() for path in files_of(str(site)))
    if not any(name.endswith((".html", ".htm")) for name in names):
        sys.stderr.write(f"{options.site}: there are no HTML pages here. Build the site first.\n")
        return 2
    settings, said = _settings(options)
    if said:
        sys.stderr.write(said + "\n")
        return 2
    docs = Path(options.markdown) if options.markdown else site
    here = Path.cwd().as_posix()
    recipe = Recipe(
        file=Path(options.settings).absolute().as_posix() if options.settings else "",
        root=here,
        repository="",
        docs=docs.absolute().as_posix(),
        site_url=options.site_url,
        directory_urls=False,
        edit_address="",
        links=settings,
        site=site.absolute().as_posix(),
        versions=True,
        is_mkdocs=False,
    )
    disk = Disk(text_of, files_of, lambda path: Path(path).exists(), lambda: renames_of(str(docs)))
    facts = Facts(_made(names, Path(options.markdown) if options.markdown else None), names)
    build, problems = build_of(recipe, facts, disk=disk, today=dt.datetime.now(dt.UTC).date())
    outcome = check_links(build, lambda name: (site / name).read_bytes(), PdfMemory())
    shown = [line_of(finding, text_of if sys.stdout.isatty() else None) for finding in outcome.findings]
    sys.stdout.write("".join(f"{line}\n" for line in [*map(str, problems), *shown]))
    sys.stdout.write(closing_line(outcome, time.perf_counter() - start) + "\n")
    _write(options, outcome)
    if options.fix:
        _fix(outcome, is_sure=options.yes)
    return int(bool(problems) or any(level in {"error", "warning"} for level in outcome.levels))


def _options() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser("site_link_check", description="Check every link of a built site.")
    parser.add_argument("site", nargs="?", default="site", help="the folder of the built HTML")
    parser.add_argument("--markdown", metavar="FOLDER", help="the Markdown that it came from, for lines in it")
    parser.add_argument("--site-url", default="", metavar="URL", help="where the site is published")
    parser.add_argument("--settings", metavar="FILE", help="a YAML file with settings, as under the plugin")
    parser.add_argument("--preset", choices=("all", "links"), help="links: only what is broken")
    parser.add_argument("--baseline", metavar="FILE", help="findings that are known")
    parser.add_argument("--write-baseline", action="store_true", help="take all of today's findings for known")
    parser.add_argument("--fix", action="store_true", help="show as a diff what has exactly one sure mend")
    parser.add_argument("--yes", action="store_true", help="with --fix: write it without a question")
    parser.add_argument("--sarif", metavar="FILE", help="write the findings as SARIF")
    parser.add_argument("--json-lines", metavar="FILE", help="write the findings as JSON, one a line")
    return parser


def _settings(options: argparse.Namespace) -> tuple[dict[str, Any], str]:
    """Return the settings of the file and the arguments together, or what keeps them from being read."""
    settings: Any = {}
    if options.settings:
        text = text_of(options.settings)
        if text is None:
            return {}, f"{options.settings}: there is no such file."
        try:
            settings = yaml.safe_load(text) or {}
        except (yaml.YAMLError, ValueError) as error:
            return {}, f"{options.settings}: this is not valid YAML ({' '.join(str(error).split())})."
        if not isinstance(settings, dict):
            return {}, f"{options.settings}: expected keys and values."
    if options.preset:
        settings["preset"] = options.preset
    if options.baseline:
        beside = Path(options.settings).parent if options.settings else Path.cwd()
        settings["baseline"] = relative(Path(options.baseline).absolute().as_posix(), beside.absolute().as_posix())
    return settings, ""


def _made(names: frozenset[str], markdown: Path | None) -> list[MadeFile]:
    """Return the pages of the site, each with the Markdown that it came from where its name tells."""
    pages = sorted(name for name in names if name.endswith((".html", ".htm")))
    sources = _sources(pages, markdown) if markdown else {}
    made = []
    for name in pages:
        if (source := sources.get(name)) is not None and markdown is not None:
            made.append(MadeFile(name, source, text_of(str(markdown / source))))
        elif markdown is None:
            made.append(MadeFile(name, name, None, is_output=True))
    return made


def _sources(pages: Sequence[str], markdown: Path) -> dict[str, str]:
    """Return for each page the Markdown file of the same place, as the usual builders name their pages."""
    keys: dict[str, list[str]] = {}
    for path in sorted(each for ending in ("*.md", "*.markdown") for each in markdown.rglob(ending)):
        source = path.relative_to(markdown).as_posix()
        keys.setdefault(_place(source.rpartition(".")[0]), []).append(source)
    found = {}
    for page in pages:
        listed = keys.get(_place(page.rpartition(".")[0]), [])
        if len(listed) == 1:
            found[page] = listed[0]
    return found


def _place(stem: str) -> str:
    """Return what the names of a page and of its source have in common."""
    folder, _, name = stem.lower().rpartition("/")
    name = DATE.sub("", name)
    if name in {"index", "_index", "readme"}:
        return folder
    return f"{folder}/{name}".strip("/").replace(" ", "-")


def _write(options: argparse.Namespace, outcome: Outcome) -> None:
    if options.sarif:
        Path(options.sarif).write_text(sarif(outcome.findings), encoding="utf-8")
    if options.json_lines:
        Path(options.json_lines).write_text(json_lines(outcome.findings), encoding="utf-8")
    if options.baseline and options.write_baseline:
        Path(options.baseline).write_text(baseline([*outcome.findings, *outcome.known]), encoding="utf-8")
        number = len(outcome.findings) + len(outcome.known)
        sys.stdout.write(f"{options.baseline}: {counted(number, 'finding is known now', 'findings are known now')}.\n")


def _fix(outcome: Outcome, *, is_sure: bool) -> None:
    """Show what is surely mended, and write it when that is wished."""
    texts = mended(outcome.findings, text_of)
    if not texts:
        sys.stdout.write("Nothing here has exactly one sure mend.\n")
        return
    sys.stdout.write(difference(texts))
    if not is_sure:
        if not sys.stdin.isatty():
            sys.stdout.write("Nothing is written: add --yes to write it.\n")
            return
        is_sure = input("Write this? [y/N] ").strip().lower() in {"y", "yes"}
    if is_sure:
        for file, (_, after) in texts.items():
            Path(file).write_text(after, encoding="utf-8")
