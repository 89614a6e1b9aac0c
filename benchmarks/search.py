"""What each engine of search finds of what people type, and what that costs, today and at 1,000 pages.

`python benchmarks/search.py SITE --peers FOLDER` reads the index of a built site, puts what tests/search.yml holds to
this search, MiniSearch alone and Lunr alone (from FOLDER/node_modules), and prints the table. Plain engines get the
same words: every part of every page with its names, title and heading. A first answer is all that has to come for it.
The 1,000 pages are those of the site again and again, a fifth of their words changed to others that are on few pages.
"""

import argparse
import gzip
import json
import random
import re
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import yaml
from playwright._impl._driver import compute_driver_executable

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "hooks"))

from kit.search.article import Part  # noqa: E402 the kit is no package
from kit.search.index import Entry, index  # noqa: E402 same

MANY = 1000
ENGINES = {"ours": "this search", "minisearch": "MiniSearch 7.2.0 alone", "lunr": "Lunr 2.3.9 alone"}
CHANGED = 0.2
"""The share of words that are others there."""
RARE = 15000
"""Words that the larger site has besides, as the vocabulary of a site grows with it."""


def main() -> None:
    """Print a row for each engine."""
    reader = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    reader.add_argument("site", type=Path)
    reader.add_argument("--peers", type=Path)
    given = reader.parse_args()
    asked = yaml.safe_load((ROOT / "tests/search.yml").read_text("utf-8"))
    print("| engine | handed | ours | signs on top | engine, kB | first answer, kB | ms | 1,000 pages: kB | ms |")
    print("| --- | --- | --- | --- | --- | --- | --- | --- | --- |")
    with tempfile.TemporaryDirectory() as folder:
        grow(given.site / "search", Path(folder))
        for engine, title in ENGINES.items():
            if engine == "lunr" and given.peers is None:
                continue
            today = answers(engine, given.site / "search", asked, given.peers)
            larger = answers(engine, Path(folder), asked, given.peers)
            cells = [
                *(f"{today['found'][part]} of {len(asked[part])}" for part in ("handed", "ours")),
                f"{today['signs']} of {sum(map(len, asked['signs'].values()))}",
                kilobytes(today["engine"]),
                *(
                    f"{kilobytes(each['middle'])} to {kilobytes(each['most'])} | {each['ms']:.1f}"
                    for each in (today, larger)
                ),
            ]
            print(f"| {title} | {' | '.join(cells)} |", flush=True)


def answers(engine: str, folder: Path, asked: dict[str, Any], peers: Path | None) -> dict[str, Any]:
    """Return what an engine finds and what it costs: bytes packed, the middle and the most of all queries."""
    queries = [each["type"] for part in ("handed", "ours") for each in asked[part]]
    signs = [(sign, query) for sign, texts in asked["signs"].items() for query in texts]
    program, _ = compute_driver_executable()
    done = subprocess.run(  # noqa: S603 the command is ours
        [program, "--disable-warning=MODULE_TYPELESS_PACKAGE_JSON", str(ROOT / "benchmarks/search.mjs")],
        input=json.dumps(
            {
                "engine": engine,
                "folder": str(folder.resolve()),
                "peers": str(peers.resolve()) if peers else "",
                "queries": [*queries, *(query for _, query in signs)],
            }
        ),
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    told = json.loads(done.stdout)
    found = iter(told["answers"])
    right = {part: sum(in_place(next(found)["places"], each) for each in asked[part]) for part in ("handed", "ours")}
    on_top = sum(each["places"][:1] == [f"get-help/#{sign}"] for (sign, _), each in zip(signs, found, strict=True))
    script = {
        "ours": folder / "search.js",
        "minisearch": ROOT / "docs/assets/javascripts/vendor/minisearch.js",
        "lunr": (peers or Path()) / "node_modules/lunr/lunr.min.js",
    }[engine]
    base = packed(script.read_bytes()) + packed(told["whole"].encode())
    costs = [
        base + sum(packed((folder / f"{name}.js").read_bytes()) for name in set(each.get("read", ())))
        for each in told["answers"]
        if engine != "ours" or "read" in each
    ]
    return {
        "found": right,
        "signs": on_top,
        "engine": packed(script.read_bytes()),
        "middle": statistics.median(costs),
        "most": max(costs),
        "ms": statistics.median(each["ms"] for each in told["answers"]),
    }


def in_place(places: Sequence[str], question: dict[str, Any]) -> bool:
    """Return whether one of the pages that answer is high enough."""
    return any(piece in place for place in places[: question["top"]] for piece in question["find"].split("|"))


def grow(folder: Path, larger: Path) -> None:
    """Write the index of a site of 1,000 pages, made of the texts of another one."""
    chance = random.Random(20261127)  # noqa: S311 nothing secret
    heads, entries = data(folder / "head.js"), [data(each) for each in sorted((folder / "texts").glob("*.js"))]

    def changed(text: str) -> str:
        return re.sub(r"[^\W\d_]{4,}", lambda word: word[0] if chance.random() > CHANGED else rare(chance), text)

    made = []
    for number in range(MANY):
        old, first = entries[number % len(entries)], number < len(entries)
        change = (lambda text: text) if first else changed
        parts = tuple(Part(anchor, change(heading), change(text)) for anchor, heading, text in old["parts"])
        address = old["address"] if first else f"{number}/{old['address']}"
        kind = heads["kinds"][heads["pages"][number % len(entries)][1]]
        names = tuple(map(change, old["names"]))
        made.append(Entry(address, change(old["title"]), kind, names, parts))
    more = {name: heads[name] for name in ("say", "small", "same", "harmless", "signs")}
    for name, text in {
        **index(made, small=heads["small"], more=more),
        "search.js": (folder / "search.js").read_text("utf-8"),
    }.items():
        (larger / name).parent.mkdir(exist_ok=True)
        (larger / name).write_text(text, encoding="utf-8")


def rare(chance: random.Random) -> str:
    """Return a made-up word, those of low numbers more often, as words are in a language."""
    number = int(RARE ** chance.random())
    word = ""
    while number or not word:
        number, digit = divmod(number, 80)
        word += "bcdfghjklmnprstvwz"[digit % 16] + "aeiou"[digit // 16]
    return f"{word}x"


def data(file: Path) -> Any:  # noqa: ANN401 plain JSON
    """Return what a file of an index hands over."""
    return json.loads(file.read_text("utf-8").partition(",")[2].rstrip().removesuffix(");"))


def packed(content: bytes) -> int:
    """Return the bytes as they travel."""
    return len(gzip.compress(content, 9, mtime=0)) if content else 0


def kilobytes(size: float) -> str:
    """Return a size in thousands of bytes."""
    return f"{size / 1000:.0f}"


if __name__ == "__main__":
    main()
