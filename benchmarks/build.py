"""How long a build takes beside bare Material for MkDocs on the same Markdown, and how long until a saved change shows.

`python benchmarks/build.py today` measures builds of the site as it is, `pages 1000` with that many plain pages more,
`questions 500` with that many questions in all. `preview` measures the way from saving a file to the page in a real
browser, `preview pages 1000` and `preview questions 500` the same in a larger site, and `all` does everything.
Each figure is the median of three, or of as many as `--runs` says. The work is done on copies of the working tree.
"""

import argparse
import datetime as dt
import json
import os
import random
import re
import resource
import shutil
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).parent.parent
NOT_COPIED = (".git", ".venv", ".*cache", ".hypothesis", "__pycache__", "site", "build")
OURS_ALONE = ("hooks", "watch", "extra", "extra_css", "extra_javascript", "strict", "validation")
"""Settings that bare Material does without."""
ORDINARY = "why-walk/index.html"
"""The page that is weighed."""
SERVE = ["make", "--silent", "--old-file=.venv/.ready", "serve"]
"""`make serve`, with the environment as it is."""
PATIENCE_S = 600
IDLE = 0.25
"""Of one core: what a preview that waits for the next change uses at most."""


@dataclass(frozen=True)
class Size:
    """How large the site is made: so many plain pages more, and so many questions in all."""

    pages: int = 0
    questions: int = 0

    def __str__(self) -> str:
        """Return the size in words."""
        if self.questions:
            return f"{self.questions:,} questions"
        return f"{self.pages:,} pages more" if self.pages else "today"


@dataclass(frozen=True)
class Cost:
    """Seconds of the processor and by the clock."""

    used_s: float
    clock_s: float


@dataclass(frozen=True)
class Change:
    """A kind of edit: the file, the page that shows it, and the text of the file after the edit with a number."""

    name: str
    file: str
    page: str
    edit: Callable[[str, int], str]


MARK = "The stopwatch says {}"
"""What an edit adds, and what is then looked for on the page."""
CHANGES = [
    Change("a sentence", "docs/why-walk.md", "why-walk/", lambda text, number: f"{text}\n{MARK.format(number)}.\n"),
    Change(
        "a claim",
        "docs/evidence/claims.yml",
        "evidence/",
        lambda text, number: re.sub(r"(?m)^(  say: .*)$", rf"\1 {MARK.format(number)}.", text, count=1),
    ),
    Change(
        "a question",
        "docs/faq/shoes.md",
        "faq/shoes/",
        lambda text, number: re.sub(r"(?m)^(question: ).*$", rf"\1{MARK.format(number)}?", text, count=1),
    ),
    Change(
        "a pose",
        "docs/exercises/bridge.md",
        "exercises/bridge/",
        lambda text, number: re.sub(r"(near: \{hip: )\d+", rf"\g<1>{56 + number}", text, count=1),
    ),
]
SHOWN = "mark => document.body.textContent.includes(mark)"
PICTURES = "() => [...document.querySelectorAll('main svg, main img')].map(each => each.outerHTML).join('')"


def main() -> None:
    """Measure what the words of the command line name."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "words", nargs="+", help="today | pages N | questions N | preview [pages N | questions N] | all"
    )
    parser.add_argument("--runs", type=int, default=3)
    options = parser.parse_args()
    larger = [Size(pages=300), Size(pages=1000), Size(questions=500)]
    match options.words:
        case ["inside", folder]:
            inside(Path(folder))
        case ["today"]:
            builds([Size()], options.runs)
        case ["pages" | "questions" as kind, number]:
            builds([Size(), Size(**{kind: int(number)})], options.runs)
        case ["preview"]:
            previews([Size()], options.runs)
        case ["preview", "pages" | "questions" as kind, number]:
            previews([Size(**{kind: int(number)})], options.runs)
        case ["all"]:
            builds([Size(), *larger], options.runs)
            previews([Size(), *larger], options.runs)
        case _:
            parser.error(f"what is {' '.join(options.words)}?")


def builds(sizes: list[Size], runs: int) -> None:
    """Print what builds cost at each size, ours beside bare Material's, and where the time goes."""
    print("| size | pages | kept | cold | bare | kept, cold / it | bare, all in its menu | kept, cold / it |", end="")
    print(" for each page more | an ordinary page |")
    print("| --- " * 10 + "|")
    today: tuple[int, Cost] | None = None
    parts: dict[Size, dict[str, Cost]] = {}
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            project = grown(Path(folder) / "ours", size)
            bare = stripped(project, Path(folder) / "bare")
            whole = stripped(project, Path(folder) / "whole", menu=False)
            cost = compared({"cold": project, "kept": project, "bare": bare, "whole": whole}, runs)
            parts[size] = shares(project)
            pages = sum(1 for _ in (project / "site").rglob("*.html"))
            growth = f"{(cost['kept'].used_s - today[1].used_s) / (pages - today[0]) * 1000:.1f} ms" if today else ""
            today = today or (pages, cost["kept"])
            weights = [f"{(each / 'site' / ORDINARY).stat().st_size / 1000:,.0f} kB" for each in (project, bare)]
        seconds = {name: f"{each.used_s:.1f} s ({each.clock_s:.1f} s)" for name, each in cost.items()}
        ratios = [
            ", ".join(f"{cost[ours].used_s / cost[plain].used_s:.2f}" for ours in ("kept", "cold"))
            for plain in ("bare", "whole")
        ]
        cells = [str(size), f"{pages:,}", seconds["kept"], seconds["cold"], seconds["bare"], ratios[0]]
        cells += [seconds["whole"], ratios[1], growth, " / ".join(weights)]
        print("|", " | ".join(cells), "|", flush=True)
    print("\nSeconds of the processor, in brackets by the clock; an ordinary page is ours / bare Material's.\n")
    print("| part of a kept build |", " | ".join(map(str, parts)), "|\n| --- |", " --- |" * len(parts))
    for name in dict.fromkeys(name for measured in parts.values() for name in measured):
        costs = [measured.get(name, Cost(0, 0)) for measured in parts.values()]
        print(
            f"| {name} |", " | ".join(f"{each.used_s:.2f} s ({each.clock_s:.2f} s)" for each in costs), "|", flush=True
        )


def compared(places: Mapping[str, Path], runs: int) -> dict[str, Cost]:
    """Return the medians of our builds with an empty cache and a full one, and of bare Material's, run by turns."""
    build(places["kept"])  # Python's own caches are warm for all
    measured: dict[str, list[Cost]] = {name: [] for name in places}
    for _ in range(runs):
        shutil.rmtree(places["cold"] / ".cache", ignore_errors=True)
        for name, place in places.items():
            measured[name].append(build(place))
    return {
        name: Cost(*(statistics.median(part) for part in zip(*((c.used_s, c.clock_s) for c in costs), strict=True)))
        for name, costs in measured.items()
    }


def build(project: Path) -> Cost:
    """Return what one build costs; what it warns of is passed on, since warnings cost time."""
    used, clock = spent(), time.perf_counter()
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--no-strict"]
    done = subprocess.run(command, cwd=project, env=environment(), capture_output=True, text=True, check=False)  # noqa: S603 ours
    cost = Cost(spent() - used, time.perf_counter() - clock)
    if done.returncode:
        raise SystemExit(f"The build failed:\n{done.stderr[-2000:]}")
    if (warnings := done.stderr.count("WARNING")) and project.name == "ours":
        print(f"(warnings: {warnings}, the first: {done.stderr.strip().splitlines()[0]})", file=sys.stderr)
    return cost


def spent() -> float:
    """Return the seconds that the processes started here, and theirs, have used of the processor."""
    return sum(resource.getrusage(resource.RUSAGE_CHILDREN)[:2])


def environment() -> dict[str, str]:
    """Return the environment of each build, in which Python keeps what it compiled, as it does by itself."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, "NO_MKDOCS_2_WARNING": "1"}


def grown(folder: Path, size: Size) -> Path:
    """Copy the working tree into a folder and let it grow."""
    shutil.copytree(ROOT, folder, ignore=shutil.ignore_patterns(*NOT_COPIED))
    (folder / ".venv").symlink_to(sys.prefix)
    if size.pages:
        more_pages(folder, size.pages)
    if size.questions:
        more_questions(folder, size.questions)
    return folder


def more_pages(project: Path, count: int) -> None:
    """Add plain pages in sections of twenty, each with a few paragraphs and a link to the next."""
    sections: list[dict[str, Any]] = []
    for number in range(count):
        if number % 20 == 0:
            sections.append({f"Section {number // 20 + 1}": []})
        name, following = f"more/{number // 20}/{number}.md", (number + 1) % count
        head = {
            "title": f"Page {number}",
            "description": f"Page {number} of those that make the site larger, to see how the build bears it.",
            "reviewed": dt.date(2026, 11, 23),
        }
        parts = "\n".join(f"## Part {part}\n\n{'Water flows past the reeds. ' * 20}\n" for part in range(1, 4))
        file = project / "docs" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        onward = f"[Page {following}](../{following // 20}/{following}.md)"
        text = f"---\n{written(head)}---\n\n# Page {number}\n\n{parts}\n{onward}\n"
        file.write_text(text, encoding="utf-8")
        next(iter(sections[-1].values())).append({f"Page {number}": name})
    recipe = recipe_of(project)
    recipe["nav"].append({"More": sections})
    (project / "mkdocs.yml").write_text(written(recipe), encoding="utf-8")


def more_questions(project: Path, count: int) -> None:
    """Add questions like those that are there, each with its own words, until there are so many."""
    folder = project / "docs/faq"
    models = [file.read_text(encoding="utf-8") for file in sorted(folder.glob("*.md")) if file.name != "index.md"]
    words = sorted(set(re.findall(r"\b[a-z]{5,9}\b", " ".join(models))))
    dice = random.Random(1)  # noqa: S311 nothing secret
    for number in range(len(models), count):
        _, head, body = models[number % len(models)].split("---\n", 2)
        meta = yaml.safe_load(head)
        meta["id"] = f"more-{number}"
        meta["question"] = " ".join(["What", *dice.sample(words, 7)]) + "?"
        meta["aliases"] = [f"{alias}-{number}" for alias in meta.get("aliases", ())]
        meta["related"] = [f"faq/more-{number - 1}.md" if number > len(models) else "faq/shoes.md"]
        file = folder / f"more-{number}.md"
        file.write_text(f"---\n{written(meta)}---\n{body}", encoding="utf-8")


def stripped(project: Path, folder: Path, *, menu: bool = True) -> Path:
    """Make bare Material's project of the same Markdown: same search and extensions, none of our code.

    It has the menu of ours, in which questions and exercises are one entry each, or that of all pages, as it makes it
    by itself.
    """
    shutil.copytree(project / "docs", folder / "docs")
    for page in (folder / "docs").rglob("*.md"):
        text = page.read_text(encoding="utf-8")
        page.write_text(re.sub(r"(?m)^template: .*\n", "", text, count=1), encoding="utf-8")
    recipe = {key: value for key, value in recipe_of(project).items() if key not in OURS_ALONE}
    recipe["theme"] = {key: value for key, value in recipe["theme"].items() if key != "custom_dir"}
    recipe["plugins"] = ["search"]  # ours is a hook
    if not menu:
        del recipe["nav"]
    (folder / "mkdocs.yml").write_text(written(recipe), encoding="utf-8")
    return folder


def recipe_of(project: Path) -> dict[str, Any]:
    """Return the settings of a project, those from the environment filled in."""
    from mkdocs.utils.yaml import yaml_load  # noqa: PLC0415 the clockwork inside a build starts without it

    with (project / "mkdocs.yml").open(encoding="utf-8") as file:
        return yaml_load(file)


def written(data: object) -> str:
    """Return data as YAML."""
    return yaml.safe_dump(data, sort_keys=False, allow_unicode=True, width=1000)


def shares(project: Path) -> dict[str, Cost]:
    """Return what each part of a kept build costs, each hook first."""
    command = [sys.executable, __file__, "inside", str(project)]
    done = subprocess.run(command, cwd=project, env=environment(), stdout=subprocess.PIPE, text=True, check=True)  # noqa: S603 ours
    return {name: Cost(*cost) for name, cost in json.loads(done.stdout.splitlines()[-1]).items()}


def inside(project: Path) -> None:
    """Build a project in this process with a stopwatch at each hook, and print what each part took."""
    start, watch = (time.process_time(), time.perf_counter()), Stopwatch({}, [])
    from jinja2 import Template  # noqa: PLC0415 the stopwatch runs already
    from markdown import Markdown  # noqa: PLC0415
    from mkdocs.commands.build import build as mkdocs_build  # noqa: PLC0415
    from mkdocs.config import load_config  # noqa: PLC0415

    config = watch.timed("loading Python and settings", load_config)(str(project / "mkdocs.yml"), strict=False)
    for functions in config.plugins.events.values():
        functions[:] = [watch.timed(getattr(each, "__module__", ""), each) for each in functions]
    Template.render = watch.timed("templates", Template.render)  # type: ignore[method-assign]
    Markdown.convert = watch.timed("Markdown", Markdown.convert)  # type: ignore[method-assign]
    config.plugins.on_startup(command="build", dirty=False)
    mkdocs_build(config)
    config.plugins.on_shutdown()
    seconds = {name: watch.seconds[name] for name in sorted(watch.seconds, key=lambda name: (" " in name, name))}
    whole = time.process_time() - start[0], time.perf_counter() - start[1]
    rest = [total - sum(part) for total, part in zip(whole, zip(*seconds.values(), strict=True), strict=True)]
    print(json.dumps({**seconds, "the rest of MkDocs": rest, "in all": whole}))


@dataclass(frozen=True)
class Stopwatch:
    """What each part took, without what other parts took within it."""

    seconds: dict[str, tuple[float, float]]
    within: list[tuple[float, float]]

    def timed(self, name: str, work: Callable[..., Any]) -> Callable[..., Any]:
        """Return the same work, which now counts its time under a name."""

        def counted(*arguments: Any, **named: Any) -> Any:  # noqa: ANN401 whatever the work takes
            used, clock = time.process_time(), time.perf_counter()
            self.within.append((0.0, 0.0))
            try:
                return work(*arguments, **named)
            finally:
                took = time.process_time() - used, time.perf_counter() - clock
                inner = self.within.pop()
                if self.within:
                    self.within[-1] = added(self.within[-1], took)
                own = took[0] - inner[0], took[1] - inner[1]
                self.seconds[name] = added(self.seconds.get(name, (0.0, 0.0)), own)

        return counted


def added(first: tuple[float, float], second: tuple[float, float]) -> tuple[float, float]:
    """Return the sum of two times."""
    return first[0] + second[0], first[1] + second[1]


def previews(sizes: list[Size], runs: int) -> None:
    """Print how long a saved change takes until a browser shows it, for each kind of change at each size."""
    print("\n| size |", " | ".join(change.name for change in CHANGES), "|\n| --- |", " --- |" * len(CHANGES))
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            project = grown(Path(folder) / "ours", size)
            build(project)  # what is kept between builds is there
            with served(project) as (address, group), browsing() as tab:
                cells = [saved(change, project, address, group, tab, runs) for change in CHANGES]
        print(f"| {size} |", " | ".join(cells), "|", flush=True)
    print("\nSeconds from saving to the page in a browser, in brackets those of the processor until all is quiet.")


def saved(change: Change, project: Path, address: str, group: int, tab: Any, runs: int) -> str:  # noqa: ANN401, PLR0913, PLR0917
    """Return how long an edit takes to show, and what it costs until the preview is quiet again."""
    file, costs = project / change.file, []
    original = file.read_text(encoding="utf-8")
    for number in range(1, runs + 1):
        tab.goto(address + change.page)
        settle(group)
        changed, before = change.edit(original, number), tab.evaluate(PICTURES)
        if changed == original:
            return "nothing to edit"
        mark = MARK.format(number)
        used, clock = used_by(group), time.perf_counter()
        file.write_text(changed, encoding="utf-8")
        while not (seen(tab, SHOWN, mark) if mark in changed else seen(tab, PICTURES) not in (before, None)):
            if time.perf_counter() - clock > PATIENCE_S:
                return f"not in {PATIENCE_S} s"
            time.sleep(0.02)
        shown_s = time.perf_counter() - clock
        settle(group)
        costs.append(Cost(used_by(group) - used, shown_s))
    file.write_text(original, encoding="utf-8")
    settle(group)
    return f"{statistics.median(c.clock_s for c in costs):.1f} s ({statistics.median(c.used_s for c in costs):.1f} s)"


def seen(tab: Any, script: str, *arguments: str) -> Any:  # noqa: ANN401 what a page answers
    """Return what a script finds on the page, or None while the page is loading."""
    from playwright.sync_api import Error  # noqa: PLC0415 only previews need a browser

    try:
        return tab.evaluate(script, *arguments) if tab.evaluate("document.readyState") != "loading" else None
    except Error:
        return None


def settle(group: int) -> None:
    """Wait until the preview does nothing but wait."""
    quiet = 0
    while quiet < 2:  # noqa: PLR2004 a rebuild begins a moment after the save
        used = used_by(group)
        time.sleep(1)
        quiet = quiet + 1 if used_by(group) - used < IDLE else 0


def used_by(group: int) -> float:
    """Return the seconds of the processor that a group of processes has used; this reads Linux' own files."""
    ticks = 0
    for file in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = file.read_text().rpartition(")")[2].split()
        except OSError:  # it has just ended
            continue
        if int(fields[2]) == group:
            ticks += sum(map(int, fields[11:15]))
    return ticks / os.sysconf("SC_CLK_TCK")


@contextmanager
def served(project: Path) -> Iterator[tuple[str, int]]:
    """Run the preview of a project on a free port; yield its address and its group of processes."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        host = f"127.0.0.1:{probe.getsockname()[1]}"
    with (project / "mkdocs.yml").open("a", encoding="utf-8") as recipe:
        recipe.write(f"\ndev_addr: {host}\n")
    with tempfile.TemporaryFile("w+") as said:
        server = subprocess.Popen(SERVE, cwd=project, stdout=said, stderr=said, start_new_session=True)  # noqa: S603 ours
        try:
            deadline, found = time.monotonic() + PATIENCE_S, None
            while not found:
                if server.poll() is not None or time.monotonic() > deadline:
                    said.seek(0)
                    raise SystemExit(f"The preview does not start:\n{said.read()[-2000:]}")
                time.sleep(0.5)
                said.seek(0)
                found = re.search(r"Serving on (\S+)", said.read())
            yield found[1], server.pid
        finally:
            os.killpg(server.pid, signal.SIGTERM)
            server.wait()


@contextmanager
def browsing() -> Iterator[Any]:
    """Yield a tab of the machine's Chromium."""
    from first_view import CHROMIUM  # noqa: PLC0415 only previews need a browser
    from playwright.sync_api import sync_playwright  # noqa: PLC0415

    executable = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, CHROMIUM)), None)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=["--no-sandbox", "--disable-gpu"])
        yield browser.new_page(reduced_motion="reduce")
        browser.close()


if __name__ == "__main__":
    main()
