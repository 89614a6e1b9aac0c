"""Measure the link check beside its peers: faults found, false alarms and time, all in one run.

Run `python benchmarks/links.py faults` or `python benchmarks/links.py speed [pages]` from the project's folder; words
after that choose tools by name. Peers are measured where they are installed, and named where they are not: see
README.md. None of them is needed by the project.
"""

import http.server
import importlib.util
import json
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "tests"), str(ROOT / "hooks")]

from river import CHECK, LINKS, Case, messages, prepare, read_case  # noqa: E402 the tests' own site

STRICTEST = """
validation:
  nav: {omitted_files: warn, not_found: warn, absolute_links: warn}
  links: {not_found: warn, anchors: warn, absolute_links: warn, unrecognized_links: warn}
"""
PROOFER = """  - htmlproofer: {validate_external_urls: false, validate_rendered_template: true, skip_downloads: true}
"""
STOPWATCH = """
from pathlib import Path
from time import perf_counter, process_time

from mkdocs.plugins import CombinedEvent, event_priority


@event_priority(-999)
def _start(config):
    config.extra["_stopwatch"] = process_time(), perf_counter()


@event_priority(-1001)
def _stop(config):
    processor, clock = config.extra.pop("_stopwatch")
    Path("stopwatch.txt").write_text(f"{process_time() - processor} {perf_counter() - clock}")


on_post_build = CombinedEvent(_start, _stop)
"""
WATCHED = "  - hooks/stopwatch.py\n"
AWAY = r"^(?!http://localhost)"
LINE = re.compile(r"\.(?:md|yml|html|css|json|xml|txt|py):\d+")
PATIENCE_S = 120


@dataclass(frozen=True)
class Tool:
    """A checker: how it changes the recipe of a project, and, when it reads what is there, what it says about that.

    `look` gets the folder of the project and the folder that holds the built site, as a web server would serve it.
    """

    name: str
    recipe: Callable[[Path], None]
    look: Callable[[Path, Path], list[str]] | None = None


def main() -> None:
    """Print the table that was asked for."""
    if sys.argv[1:2] == ["speed"]:
        speed(int(sys.argv[2]) if sys.argv[2:] else 1000)
    else:
        faults()


def tools(chosen: list[str]) -> Iterator[Tool]:
    """Yield each tool that is there and, where words choose some, whose name has one of them."""
    alone, proofer = partial(without_hook, more=""), bool(importlib.util.find_spec("htmlproofer"))
    all_tools = {
        "this checker": (Tool("this checker", lambda _: None), True),
        "MkDocs, strictest": (Tool("MkDocs, strictest", partial(without_hook, more=STRICTEST)), True),
        "mkdocs-htmlproofer-plugin": (Tool("mkdocs-htmlproofer-plugin", with_proofer), proofer),
    }
    looks = {
        "lychee": ("lychee", lychee),
        "check-html-links": ("check-html-links", check_html_links),
        "rumdl": ("rumdl", rumdl),
        "linkinator": ("linkinator", linkinator),
        "broken-link-checker": ("blc", broken_link_checker),
        "html-proofer": ("htmlproofer", html_proofer),
        "hyperlink (Munter)": ("hyperlink", hyperlink),
        "LinkChecker": ("linkchecker", linkchecker),
    }
    for name, (command, look) in looks.items():
        all_tools[name] = Tool(name, alone, look), bool(shutil.which(command))
    for name, (tool, is_there) in all_tools.items():
        if chosen and not any(word in name for word in chosen):
            continue
        if is_there:
            yield tool
        else:
            print(f"(left out, not installed: {name})", file=sys.stderr)


def faults() -> None:
    """Print how many cases each tool tells from the sound site, and in how many it names the right line."""
    cases = {file: read_case(file) for file in sorted((LINKS / "cases").rglob("*.yml"))}
    kinds = {kind: [file for file in cases if file.parent.name == kind] for kind in ("faults", "style", "sound")}
    for file in sorted((LINKS / "sites").glob("*.yml")):
        cases[file] = moved(read_case(file))
        kinds["faults" if cases[file].messages else "sound"].append(file)
    chosen = list(tools(sys.argv[2:]))
    sound = said_about(Case("sound"), chosen)
    said = {}
    for number, (file, case) in enumerate(cases.items(), 1):
        said[file] = said_about(case, chosen)
        print(f"{number} of {len(cases)} cases", end="\r", file=sys.stderr, flush=True)
    print("| tool |", " | ".join(f"{kind} ({len(files)})" for kind, files in kinds.items()), "| right line |")
    print("| --- | --- | --- | --- | --- |")
    for tool in chosen:
        known = {plain(line) for line in sound[tool.name]}
        new = {file: [line for line in lines[tool.name] if plain(line) not in known] for file, lines in said.items()}
        new = {file: [line for line in lines if not line.startswith("mkdocs_")] for file, lines in new.items()}
        found = [str(sum(bool(new[file]) for file in files)) for files in kinds.values()]
        lined = [file for file in kinds["faults"] + kinds["style"] if right_line(cases[file], new[file])]
        print(f"| {tool.name} |", " | ".join(found), f"| {len(lined)} |", flush=True)


def moved(case: Case) -> Case:
    """Return a whole site as it would be under the folder from which the other tools are shown each site."""
    texts = {name: text.replace("/x/", "/river/") for name, text in case.write.items()}
    return replace(case, write=texts, messages=[message.replace("/x/", "/river/") for message in case.messages])


def right_line(case: Case, said: list[str]) -> bool:
    """Tell whether a tool names the file and line of each message that the case expects one for."""
    places = {match[0] for message in case.messages if (match := re.match(r"[^:]+:\d+", message))}
    return bool(places) and all(any(place + ":" in line for line in said) for place in places)


def said_about(case: Case, chosen: list[Tool]) -> dict[str, list[str]]:
    """Return what each tool says about a case; those that take no part in the build look at one and the same."""
    said = {}
    with tempfile.TemporaryDirectory() as folder:
        for tool in chosen:
            where = Path(folder) / (tool.name.replace(" ", "-") if tool.look is None else "shared")
            if not where.exists():
                tool.recipe(prepare(case, where / "project"))
                built = build(where / "project", where / "root")
            said[tool.name] = built if tool.look is None else patiently(tool.look, where / "project", where / "root")
    return said


def patiently(look: Callable[[Path, Path], list[str]], project: Path, root: Path) -> list[str]:
    """Return what a tool says; one that does not end says nothing."""
    try:
        return look(project, root)
    except TimeoutError:
        return []


def plain(line: str) -> str:
    """Return a line without what differs between two runs."""
    return re.sub(r"/tmp/\S+?/(?=project|root)|localhost:\d+|\d+(?:\.\d+)? ?m?s\b", "", line)


def with_proofer(project: Path) -> None:
    """Let the plugin that checks the HTML of each page take part in the build."""
    without_hook(project, more="")
    recipe = project / "mkdocs.yml"
    recipe.write_text(recipe.read_text().replace("  - search\n", "  - search\n" + PROOFER, 1))


def hyperlink(_: Path, root: Path) -> list[str]:
    """Check the built site, links within it only."""
    said = run(["hyperlink", "--root", str(root), "--recursive", "--internal", f"{root}/river/index.html"], root)
    return [line for line in said.splitlines() if line.startswith("not ok")]


def html_proofer(_: Path, root: Path) -> list[str]:
    """Check each file of the built site, with every check that is about links or pictures."""
    checks = ["--disable-external", "--check-opengraph", "--check-img-http", "--enforce-https"]
    file, said = "", []
    for line in run(["htmlproofer", str(root), *checks], root.parent).splitlines():
        if line.startswith("- "):
            file = line[2:]
        elif line.lstrip().startswith("*"):
            said.append(f"{file}: {line.strip()}")
    return said


def linkinator(_: Path, root: Path) -> list[str]:
    """Check each file of the built site through a server of the tool's own on this machine."""
    command = [
        "linkinator",
        "river/**/*.html",
        "--server-root",
        str(root),
        "--recurse",
        "--check-css",
        "--check-fragments",
    ]
    found, more = read_json(run([*command, "--skip", AWAY, "--format", "json"], root))
    broken = [each for each in found.get("links", []) if each["state"] == "BROKEN"]
    return sorted({*(f"{each['url']} on {each.get('parent', '')}" for each in broken), *more})


def linkchecker(_: Path, root: Path) -> list[str]:
    """Check the built site through a server on this machine, anchors too."""
    settings = root.parent / "linkcheckerrc"
    settings.write_text("[AnchorCheck]\n[checking]\nmaxrequestspersecond=10000\n")
    with served(root) as address:
        options = ["--config", str(settings), "--no-status", "--output", "csv", "--no-robots"]
        said = run(["linkchecker", *options, "--ignore-url", f"^(?!{address})", address + "river/"], root)
    rows = [line for line in said.splitlines() if line.count(";") > 5 and not line.startswith("urlname")]  # noqa: PLR2004
    return [row.replace(address, "").partition(". Available anchors")[0] for row in rows]


def broken_link_checker(_: Path, root: Path) -> list[str]:
    """Check the built site through a server on this machine; this tool knows no anchors."""
    with served(root) as address:
        said = run(["blc", "-r", "-e", "-g", "-o", "--filter-level", "3", address + "river/"], root)
    return [line.replace(address, "") for line in said.splitlines() if "BROKEN" in line]


def check_html_links(_: Path, root: Path) -> list[str]:
    """Check each file of the built site."""
    said = run(["check-html-links", "."], root)
    return [line for line in said.splitlines() if line.lstrip().startswith("from ")]


def lychee(_: Path, root: Path) -> list[str]:
    """Check each file of the built site, anchors too, links within it only."""
    options = ["--offline", "--include-fragments", "--root-dir", str(root), "--index-files", "index.html"]
    found, more = read_json(run(["lychee", *options, "--no-progress", "--format", "json", f"{root}/river/"], root))
    errors = found.get("error_map", {})
    return sorted({*(f"{each['url']} on {file}" for file, listed in errors.items() for each in listed), *more})


def rumdl(project: Path, _: Path) -> list[str]:
    """Check the Markdown by the rules that are about links and pictures."""
    rules = "MD011,MD034,MD042,MD045,MD051,MD052,MD053,MD057,MD059"
    said = run(["rumdl", "check", "--no-cache", "--enable", rules, "docs"], project)
    return [line for line in said.splitlines() if LINE.search(line)]


def without_hook(project: Path, *, more: str) -> None:
    """Take the link check out of a project's recipe, and its settings, which another tool does not read."""
    recipe = project / "mkdocs.yml"
    text = recipe.read_text().replace(f"  - {CHECK}\n", "").replace(WATCHED, "")
    text = text.replace(f"hooks: [{CHECK}]\n", "").replace(f", {CHECK}]", "]")
    recipe.write_text(text + ("" if "\nvalidation:" in text else more))


def build(project: Path, root: Path) -> list[str]:
    """Return the warnings and errors of one build in this process; a build that breaks down says so."""
    with pytest.MonkeyPatch.context() as patch:
        try:
            said = messages(project, patch)
        except Exception as error:  # noqa: BLE001 a peer may break down in any way
            said = [f"crash: {error!r}"]
    root.mkdir()
    if (project / "site").exists():
        (project / "site").rename(root / "river")
    return said


def build_apart(project: Path, root: Path) -> list[str]:
    """Return the warnings and errors of one build in a process of its own."""
    said = run([sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(root / "river")], project)
    return [line for line in said.splitlines() if line.startswith(("WARNING", "ERROR"))]


def run(command: list[str], folder: Path) -> str:
    """Return what a command says; one that does not end in time is stopped, and raises TimeoutError."""
    with tempfile.TemporaryFile("w+") as said:
        try:
            subprocess.run(command, stdout=said, stderr=subprocess.STDOUT, cwd=folder, timeout=PATIENCE_S, check=False)  # noqa: S603 a tool of the bench
        except subprocess.TimeoutExpired:
            raise TimeoutError from None
        said.seek(0)
        return re.sub(r"\x1b\[[0-9;]*m", "", said.read())


def read_json(text: str) -> tuple[dict[str, Any], list[str]]:
    """Return the JSON object in what a command said, and the lines around it."""
    start, end = text.find("{\n"), text.rfind("\n}") + 2
    if not 0 <= start < end:
        return {}, text.splitlines()
    found: dict[str, Any] = json.loads(text[start:end])
    return found, (text[:start] + text[end:]).split("\n")


@contextmanager
def served(root: Path) -> Iterator[str]:
    """Serve a folder on this machine and yield the address."""
    handler = partial(Quiet, directory=str(root))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/"
        finally:
            server.shutdown()
            thread.join()


class Quiet(http.server.SimpleHTTPRequestHandler):
    """Serves files without a word."""

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def speed(pages: int) -> None:
    """Print the time that a build of many pages takes alone, and what each checker takes beside it.

    Seconds of the processor, and by the clock. A checker that takes part in the build is measured by a build with it,
    less the one alone; this one by a stopwatch within its build.
    """
    with tempfile.TemporaryDirectory() as folder:
        project = prepare(Case("many"), Path(folder) / "project")
        grow(project, pages)
        with_stopwatch(project)
        shutil.copytree(project, plain_project := Path(folder) / "alone")
        without_hook(plain_project, more=STRICTEST.replace("warn", "ignore"))
        (alone_s, alone_clock_s), _ = timed(partial(build_apart, plain_project, Path(folder) / "built"))
        print("| tool | processor | clock | of the build | messages |\n| --- | --- | --- | --- | --- |")
        row("the build alone", alone_s, alone_clock_s, alone_s, "")
        for tool in tools(sys.argv[3:]):
            try:
                if tool.look is None:
                    used_s, clock_s, said = in_build(tool, project, Path(folder) / "with", alone_s, alone_clock_s)
                else:
                    (used_s, clock_s), said = timed(partial(tool.look, plain_project, Path(folder) / "built"))
                row(tool.name, used_s, clock_s, alone_s, len(said))
            except TimeoutError:
                print(f"| {tool.name} | | did not end in {PATIENCE_S} s | | |", flush=True)


def in_build(
    tool: Tool, project: Path, copy: Path, alone_s: float, alone_clock_s: float
) -> tuple[float, float, list[str]]:
    """Return the seconds that a checker adds to a build, of the processor and by the clock, and what it says."""
    shutil.copytree(project, copy)
    tool.recipe(copy)
    try:
        (used_s, clock_s), said = timed(partial(build_apart, copy, copy / "root"))
        if (watch := copy / "stopwatch.txt").exists():
            used_s, clock_s = map(float, watch.read_text().split())
            return used_s, clock_s, said
    finally:
        shutil.rmtree(copy)
    return used_s - alone_s, clock_s - alone_clock_s, said


def row(name: str, used_s: float, clock_s: float, alone_s: float, said: int | str) -> None:
    """Print one row of the table of speeds."""
    print(f"| {name} | {used_s:.1f} s | {clock_s:.1f} s | {used_s / alone_s:.1%} | {said} |", flush=True)


def timed(work: Callable[[], list[str]]) -> tuple[tuple[float, float], list[str]]:
    """Return the seconds that some work takes of the processor and by the clock, and what it returns."""
    used, clock = spent(), time.perf_counter()
    said = work()
    return (spent() - used, time.perf_counter() - clock), said


def with_stopwatch(project: Path) -> None:
    """Let a project's build write down how long the link check at its end takes."""
    recipe = project / "mkdocs.yml"
    (project / "hooks" / "stopwatch.py").write_text(STOPWATCH)
    recipe.write_text(recipe.read_text().replace(f"  - {CHECK}\n", f"  - {CHECK}\n{WATCHED}"))


def spent() -> float:
    """Return the seconds that this process and those it started have used of the processor."""
    return sum(sum(resource.getrusage(who)[:2]) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))


def grow(project: Path, pages: int) -> None:
    """Add pages in folders of twenty, each with text, code and links to the others and to their anchors."""
    recipe = project / "mkdocs.yml"
    text = recipe.read_text()
    entries = []
    for number in range(pages):
        name = f"bank/{number // 20}/{number}.md"
        others = [(number + step) % pages for step in range(1, 25)]
        links = "\n".join(f"- [Page {other}](../{other // 20}/{other}.md#part-{other % 4 + 1})" for other in others)
        parts = "\n".join(f"## Part {part}\n\n{'Water flows past the reeds. ' * 40}\n" for part in range(1, 5))
        file = project / "docs" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"# Page {number}\n\n{parts}\n```py\nprint({number})\n```\n\n{links}\n")
        entries.append(
            f"          - {name}\n" if number % 20 else f"      - Bank {number // 20}:\n          - {name}\n"
        )
    recipe.write_text(text + "  - Banks:\n" + "".join(entries))


if __name__ == "__main__":
    main()
