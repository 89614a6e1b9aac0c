"""Measure the link check beside its peers: faults found, false alarms and time, all in one run.

Run `python benchmarks/links.py faults` or `python benchmarks/links.py speed [pages]` from the project's folder.
Peers are measured where they are installed: MkDocs itself, mkdocs-htmlproofer-plugin (in the same environment),
linkinator and hyperlink (npm; on the PATH). None of them is needed by the project.
"""

import importlib.util
import json
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

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
AWAY = r"^(?!http://localhost)"
LINE = re.compile(r"\.(?:md|yml|html|css|json|xml|txt|py):\d+")


@dataclass(frozen=True)
class Tool:
    """A checker: what it says about a project that it may build into a folder."""

    name: str
    says: Callable[[Path, Path], list[str]]
    builds: bool = True


def main() -> None:
    """Print the table that was asked for."""
    if sys.argv[1:2] == ["speed"]:
        speed(int(sys.argv[2]) if sys.argv[2:] else 1000)
    else:
        faults()


def tools() -> Iterator[Tool]:
    """Yield each tool that is there."""
    yield Tool("this checker", with_hook)
    yield Tool("MkDocs, strictest", alone)
    if importlib.util.find_spec("htmlproofer"):
        yield Tool("mkdocs-htmlproofer-plugin", with_proofer)
    if shutil.which("hyperlink"):
        yield Tool("hyperlink (Munter)", hyperlink, builds=False)
    if shutil.which("linkinator"):
        yield Tool("linkinator", linkinator, builds=False)


def faults() -> None:
    """Print how many cases each tool tells from the sound site, and in how many it names the right line."""
    cases = {file: read_case(file) for file in sorted((LINKS / "cases").rglob("*.yml"))}
    kinds = {kind: [file for file in cases if file.parent.name == kind] for kind in ("faults", "style", "sound")}
    chosen = sys.argv[2:]
    print("| tool |", " | ".join(f"{kind} ({len(files)})" for kind, files in kinds.items()), "| right line |")
    print("| --- | --- | --- | --- | --- |")
    for tool in tools():
        if chosen and not any(name in tool.name for name in chosen):
            continue
        known = {plain(line) for line in said_about(Case("sound"), tool)}
        new = {
            file: [line for line in said_about(case, tool) if plain(line) not in known] for file, case in cases.items()
        }
        found = [str(sum(bool(new[file]) for file in files)) for files in kinds.values()]
        lined = [file for file in kinds["faults"] + kinds["style"] if right_line(cases[file], new[file])]
        print(f"| {tool.name} |", " | ".join(found), f"| {len(lined)} |", flush=True)


def right_line(case: Case, said: list[str]) -> bool:
    """Tell whether a tool names the file and line of each message that the case expects one for."""
    places = {match[0] for message in case.messages if (match := re.match(r"[^:]+:\d+", message))}
    return bool(places) and all(any(place + ":" in line for line in said) for place in places)


def said_about(case: Case, tool: Tool) -> list[str]:
    """Return what a tool says about a case."""
    with tempfile.TemporaryDirectory() as folder:
        project = prepare(case, Path(folder) / "project")
        return tool.says(project, Path(folder) / "root" / "river")


def plain(line: str) -> str:
    """Return a line without what differs between two runs."""
    return re.sub(r"/tmp/\S+?/(?=project|root)|localhost:\d+|\d+(?:\.\d+)? ?m?s\b", "", line)


def with_hook(project: Path, site: Path) -> list[str]:
    """Build with the link check."""
    return build(project, site)


def alone(project: Path, site: Path) -> list[str]:
    """Build with MkDocs' own checks."""
    without_hook(project, STRICTEST)
    return build(project, site)


def with_proofer(project: Path, site: Path) -> list[str]:
    """Build with the plugin that checks the HTML of each page."""
    without_hook(project, "")
    recipe = project / "mkdocs.yml"
    recipe.write_text(recipe.read_text().replace("  - search\n", "  - search\n" + PROOFER, 1))
    return build(project, site)


def hyperlink(project: Path, site: Path) -> list[str]:
    """Check the built site, links within it only."""
    without_hook(project, "")
    build(project, site)
    root = site.parent
    return run(["hyperlink", "--root", str(root), "--recursive", "--internal", f"{root}/river/index.html"], "not ok")


def linkinator(project: Path, site: Path) -> list[str]:
    """Check the built site through a server of the tool's own on this machine."""
    without_hook(project, "")
    build(project, site)
    command = [
        "linkinator",
        "river/",
        "--server-root",
        str(site.parent),
        "--recurse",
        "--check-css",
        "--check-fragments",
    ]
    done = subprocess.run(  # noqa: S603 a tool of the bench
        [*command, "--skip", AWAY, "--format", "json"], capture_output=True, text=True, check=False, cwd=site.parent
    )
    try:
        links = json.loads(done.stdout)["links"]
    except (ValueError, KeyError):
        return [f"crash: {done.stderr[-200:]}"]
    return sorted({f"{each['url']} on {each['parent']}" for each in links if each["state"] == "BROKEN"})


def without_hook(project: Path, more: str) -> None:
    """Take the link check out of a project's recipe, and its settings, which another tool does not read."""
    recipe = project / "mkdocs.yml"
    recipe.write_text(recipe.read_text().replace(f"  - {CHECK}\n", "") + more)


def build(project: Path, site: Path) -> list[str]:
    """Return the warnings and errors of one build in this process; a build that breaks down says so."""
    with pytest.MonkeyPatch.context() as patch:
        try:
            said = messages(project, patch)
        except Exception as error:  # noqa: BLE001 a peer may break down in any way
            said = [f"crash: {error!r}"]
    if not site.exists() and (project / "site").exists():
        site.parent.mkdir(exist_ok=True)
        site.symlink_to(project / "site")
    return said


def run(command: list[str], mark: str) -> list[str]:
    """Return the lines that a command says which begin with a mark."""
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 a tool of the bench
    return [line for line in (done.stdout + done.stderr).splitlines() if line.lstrip().startswith(mark)]


def speed(pages: int) -> None:
    """Print the time of a build of many pages, alone and with each checker on top of it.

    Seconds of the processor, which another program on the same machine does not change, and by the clock.
    """
    with tempfile.TemporaryDirectory() as folder:
        project = prepare(Case("many"), Path(folder) / "project")
        grow(project, pages)
        alone_s = 0.0
        print("| tool | processor | clock | on top of the build | messages |\n| --- | --- | --- | --- | --- |")
        for tool in (Tool("the build alone", bare), *tools()):
            if sys.argv[3:] and not any(name in tool.name for name in ("alone", *sys.argv[3:])):
                continue
            copy = Path(folder) / tool.name.replace(" ", "-")
            shutil.copytree(project, copy)
            start, clock = spent(), time.perf_counter()
            said = tool.says(copy, Path(folder) / f"root-{copy.name}" / "river")
            used = spent() - start
            alone_s = alone_s or used
            on_top = f"{used - alone_s:+.1f} s, {(used - alone_s) / alone_s:.0%}"
            print(
                f"| {tool.name} | {used:.1f} s | {time.perf_counter() - clock:.1f} s | {on_top} | {len(said)} |",
                flush=True,
            )


def spent() -> float:
    """Return the seconds that this process and those it started have used of the processor."""
    return sum(sum(resource.getrusage(who)[:2]) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))


def bare(project: Path, site: Path) -> list[str]:
    """Build without any check of links."""
    without_hook(project, STRICTEST.replace("warn", "ignore"))
    return build(project, site)


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
