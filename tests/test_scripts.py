"""The scripts: their units tested without a page, the same doses as the build, and no words of their own."""

import json
import os
import random
import re
import subprocess
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
import zxingcpp
from building import ROOT
from kit.exercises.code import code_of
from kit.exercises.dose import MUCH, OFTEN, WEEK, Amount, beyond, how_much, how_often, seconds
from kit.exercises.vocabulary import Count, Limits
from kit.pages.script import EXPORT, IMPORT
from kit.phrase import Counted
from kit.words.exercise import DoseWords
from PIL import Image, ImageDraw
from playwright._impl._driver import compute_driver_executable  # Node comes with the browser tests' driver
from pygments.lexers.javascript import JavascriptLexer  # type: ignore[import-untyped] # ships no types
from pygments.token import Comment, Name, String, Whitespace  # type: ignore[import-untyped] # ships no types

UNITS = ROOT / "tests/js"
SCRIPTS = ROOT / "docs/assets/javascripts"
OURS = sorted(file for file in SCRIPTS.rglob("*.js") if file.parent.name != "vendor")
SPANS = ("sets", "reps", "minutes", "hold_s", "rest_s", "days_a_week", "times_a_day")


def node(*arguments: str, given: str = "") -> "subprocess.CompletedProcess[str]":
    """Run Node on a script; our scripts are modules by what they hold, and Node says so unless told not to."""
    program, _ = compute_driver_executable()
    return subprocess.run(  # noqa: S603 the command is ours
        [program, "--disable-warning=MODULE_TYPELESS_PACKAGE_JSON", *arguments],
        input=given,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        env={**os.environ, "TZ": "UTC"},
    )


def answer(script: str, *arguments: str, given: object = None) -> Any:  # noqa: ANN401 plain JSON
    done = node(str(UNITS / script), *arguments, given=json.dumps(given))
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@pytest.mark.parametrize("file", sorted(UNITS.glob("*.test.mjs")), ids=lambda file: file.name)
def test_units_do_what_they_promise(file: Path) -> None:
    done = node("--test-reporter=spec", str(file))
    assert done.returncode == 0, done.stdout + done.stderr
    assert "pass 0" not in done.stdout


# ---------- Modules ----------

PAGE = {
    *("window", "document", "self", "navigator", "location", "history", "localStorage", "sessionStorage", "caches"),
    *("fetch", "matchMedia", "addEventListener", "dispatchEvent", "scrollTo", "requestAnimationFrame"),
    *("customElements", "FormData", "HTMLElement"),
}


def imports(file: Path) -> Iterator[tuple[Path, str]]:
    """Yield which names a script takes from which module; of one that it takes whole, those that it uses."""
    source = file.read_text(encoding="utf-8")
    for found in IMPORT.finditer(source):
        named = re.findall(r"(\w+)(?: as \w+)?", found["some"] or "")
        used = re.findall(rf"\b{found['all']}\.(\w+)", source) if found["all"] else []
        for name in {*named, *used, ""}:
            yield (file.parent / found["path"]).resolve(), name


def of_a_page(source: str) -> set[str]:
    """Return the names in a script that only a page has; what stands after a point is a name of something else."""
    tokens = [
        each for each in JavascriptLexer().get_tokens(source) if each[0] not in Comment and each[0] not in Whitespace
    ]
    pairs = zip([("", ""), *tokens], tokens, strict=False)
    return {
        value for (_, before), (kind, value) in pairs if kind in Name and value in PAGE and before not in {".", "?."}
    }


def test_each_module_that_needs_no_page_has_a_test_that_imports_it() -> None:
    tested = {module for file in UNITS.glob("*.mjs") for module, _ in imports(file)}
    pure = [file for file in OURS if not of_a_page(file.read_text(encoding="utf-8"))]
    assert [file.relative_to(SCRIPTS).as_posix() for file in pure if file not in tested] == []
    assert len(pure) > len(OURS) / 2


@pytest.mark.parametrize(
    ("source", "names"),
    [
        ("export const a = document.title;", {"document"}),
        ("const b = () => fetch(matchMedia);", {"fetch", "matchMedia"}),
        ("const c = plan.history?.location;", set()),
        ('// the document\nconst d = "window";', set()),
    ],
)
def test_what_needs_a_page_is_known_by_its_names(source: str, names: set[str]) -> None:
    assert of_a_page(source) == names


def test_each_name_that_a_module_gives_is_taken() -> None:
    taken = {each for file in [*OURS, *UNITS.glob("*.mjs")] for each in imports(file)}
    shared = [file for file in OURS if (file, "") in taken]  # a page asks for the others
    given = [(file, match[1]) for file in shared for match in EXPORT.finditer(file.read_text(encoding="utf-8"))]
    assert [
        f"{file.relative_to(SCRIPTS).as_posix()}: {name}" for file, name in given if (file, name) not in taken
    ] == []
    assert len(given) > 100


def unused(source: str) -> list[str]:
    """Return the names that a script takes from a module and does not use."""
    taken = [(found.end(), found["some"] or found["all"] or found["main"]) for found in IMPORT.finditer(source)]
    rest = source[max((end for end, _ in taken), default=0) :]
    names = [each.split(" as ")[-1].strip() for _, some in taken for each in some.split(",") if each.strip()]
    return [name for name in names if not re.search(rf"\b{name}\b", rest)]


@pytest.mark.parametrize("file", OURS, ids=lambda file: file.relative_to(SCRIPTS).as_posix())
def test_each_name_that_a_script_takes_is_used(file: Path) -> None:
    assert unused(file.read_text(encoding="utf-8")) == []


def test_a_name_that_is_not_used_is_found() -> None:
    source = 'import { a, b as c,\n  d } from "./x.js";\nimport * as e from "./y.js";\n\ncall(a, e.b);\n'
    assert unused(source) == ["c", "d"]


# ---------- The same rules as the build ----------

WORDS = DoseWords.model_validate(
    {
        "range": "{low}..{high}",
        "sets": "{sets}x({much})",
        "each_side": "{much}/side",
        "left": "{much}/left",
        "right": "{much}/right",
        "hold": "[{time}] {much}",
        "hold_only": {"one": "hold {number}", "many": "hold {number}"},
        "once": "just once",
        "times": "{number}-fold",
        "second": {"one": "a second ({number})", "many": "{number} seconds"},
        "minute": {"one": "a minute ({number})", "many": "{number} minutes"},
        "day": {"one": "a day ({number})", "many": "{number} days"},
        "at_least": "from {number} days",
        "every_day": "always",
        "on_days": "each {days}",
        "weekdays": ["M", "T", "W", "Th", "F", "S", "Su"],
        "and": " plus ",
        "times_a_day": {"one": "one time ({number})", "many": "{number} times"},
        "days_and_times": "{days}; {times}",
        "with_load": "{much} + {load}",
        "loads": {"k1": "a pound", "red": "a red band"},
        "amounts": {stage: {"name": stage, "when": stage} for stage in ("start", "build", "flare")},
        "sources": {basis: basis for basis in ("trial", "guideline", "usual practice", "editorial")},
    }
)
COUNTS = {
    "repeats": Count(seconds=4),
    "rows": Count(seconds=90, name=Counted(one="a row ({number})", many="{number} rows")),
}


def some_amount(chance: random.Random) -> Amount:
    def some(least: int, most: int) -> str:
        low = chance.choice((least, least, chance.randint(least, most)))
        return f"{low}-{chance.choice((low, chance.randint(low, most)))}"

    often = {"days_a_week": some(1, 7)}
    days = [day for day in WEEK if chance.random() < 0.5] or WEEK
    return Amount.model_validate(
        {
            "sets": some(1, 5),
            chance.choice(("reps", "minutes")): some(1, 60),
            **({"hold_s": some(1, 120)} if chance.random() < 0.5 else {}),
            **({"rest_s": some(0, 300)} if chance.random() < 0.5 else {}),
            **chance.choice((often, often, {"when": "now and then"}, {"weekdays": days})),
            **({"times_a_day": some(1, 6)} if chance.random() < 0.5 else {}),
            **({"side": chance.choice(("left", "right"))} if chance.random() < 0.3 else {}),
            **({"load": chance.choice(("k1", "red"))} if chance.random() < 0.3 else {}),
            "basis": "editorial",
        }
    )


def plain(amount: Amount) -> dict[str, Any]:
    spans = {name: getattr(amount, name) for name in SPANS}
    return {name: span and {"low": span.low, "high": span.high} for name, span in spans.items()} | {
        "on": list(amount.weekdays) or None,
        "side": amount.side,
        "load": amount.load,
        "when": amount.when,
    }


def test_a_thousand_doses_are_said_and_timed_as_the_build_does() -> None:
    chance = random.Random(20261123)  # noqa: S311 nothing secret
    cases = [(some_amount(chance), chance.random() < 0.5, chance.choice(sorted(COUNTS))) for _ in range(1000)]
    expected = [
        [
            how_much(amount, WORDS, COUNTS[unit], each_side=sides),
            how_often(amount, WORDS),
            seconds(amount, COUNTS[unit], each_side=sides),
        ]
        for amount, sides, unit in cases
    ]
    found = answer(
        "say_doses.mjs",
        given={
            "catalogue": {
                "words": {"dose": WORDS.model_dump(by_alias=True)},
                "counts": {name: count.model_dump() for name, count in COUNTS.items()},
                "limits": Limits().model_dump(),
            },
            "doses": [[plain(amount), {"each_side": sides, "counted_in": unit}] for amount, sides, unit in cases],
        },
    )
    assert found["said"] == expected
    assert len({much for much, _, _ in expected}) > 800


def test_the_doses_of_the_site_are_said_and_timed_as_the_build_does(site: Path) -> None:
    data = json.loads((site / "cards/studio.json").read_text(encoding="utf-8"))
    doses = [
        (dose, exercise)
        for exercise in data["exercises"]
        for dose in (exercise["dose"] or {}).values()
        if dose is not None
    ]
    found = answer("say_doses.mjs", given={"catalogue": data, "doses": doses})
    assert found["said"] == [[dose["much"], dose["often"], dose["seconds"]] for dose, _ in doses]
    assert found["beyond"] == [[] for _ in doses]
    assert len(doses) > len(data["exercises"])
    assert [said for said in found["said"] for part in said[:2] if re.search(r"(^|\b)1 [a-z]+s\b", part)] == []


def test_python_and_the_page_refuse_the_same_numbers() -> None:
    chance = random.Random(20261127)  # noqa: S311 nothing secret
    limits = Limits.model_validate(
        {
            "repeats": {"sets": 4, "reps": 40},
            "holds": {"sets": 3, "reps": 30, "hold_s": 60},
            "minutes": {"sets": 2, "minutes": 45},
            "days_a_week": 6,
            "times_a_day": 4,
            "session_minutes": 50,
        }
    )
    cases = [(some_amount(chance), chance.random() < 0.5, chance.choice(sorted(COUNTS))) for _ in range(1000)]
    expected = [
        [key for key, _ in beyond(amount, limits, COUNTS[unit], each_side=sides)] for amount, sides, unit in cases
    ]
    found = answer(
        "say_doses.mjs",
        given={
            "catalogue": {
                "words": {"dose": WORDS.model_dump(by_alias=True)},
                "counts": {name: count.model_dump() for name, count in COUNTS.items()},
                "limits": limits.model_dump(),
            },
            "doses": [[plain(amount), {"each_side": sides, "counted_in": unit}] for amount, sides, unit in cases],
        },
    )
    assert found["beyond"] == expected
    assert {key for keys in expected for key in keys} == {*MUCH, *OFTEN, "session"}
    assert sum(not keys for keys in expected) > 100


# ---------- Links ----------

MOST_LETTERS = 210  # so that a code on paper stays at 26 mm


def data_of(site: Path) -> Any:  # noqa: ANN401 plain JSON
    return json.loads((site / "cards/studio.json").read_text(encoding="utf-8"))


def test_python_and_the_page_make_the_same_codes(site: Path) -> None:
    slugs = [each["id"] for each in data_of(site)["exercises"]]
    assert answer("tell_codes.mjs", given=slugs) == [code_of(slug) for slug in slugs]
    # of the sums that the authors of FNV-1a publish: bf9cf968 and 811c9dc5
    assert answer("tell_codes.mjs", given=["foobar", ""]) == ["but", "h96"]


def test_links_of_the_first_version_load_for_good(site: Path) -> None:
    lines = (ROOT / "tests/old_links.txt").read_text(encoding="utf-8").splitlines()
    links, plans = zip(*(line.split(" -> ") for line in lines if not line.startswith("#")), strict=True)
    found = answer("read_links.mjs", given={"catalogue": data_of(site), "links": links})
    assert [(read["plan"], read["dropped"]) for read in found] == [(plan, []) for plan in plans]


def test_ten_thousand_strange_links_do_no_harm(site: Path) -> None:
    found = answer("fuzz_links.mjs", given={"catalogue": data_of(site), "number": 10_000})
    assert found["wrong"] == []
    assert found["plansRead"] > 5000
    assert found["sentences"] > 5000


def test_a_link_to_ten_exercises_with_every_number_changed_fits_a_small_code(site: Path) -> None:
    (link,) = answer("long_link.mjs", given={"catalogue": data_of(site), "number": 10})
    assert len("https://example.org/backstride/cards/mine/#" + link) <= MOST_LETTERS


@pytest.mark.parametrize(
    "text",
    ["https://example.org/c/plank/#v2", "https://example.org/#v=1&cards=plank.2x8h5d3,lunge&days=mo.we", "x" * 400],
)
def test_a_code_reads_back_as_its_text(text: str) -> None:
    code = answer("draw_code.mjs", text)
    scale = 6
    picture = Image.new("L", (code["whole"] * scale, code["whole"] * scale), 255)
    draw = ImageDraw.Draw(picture)
    for x, y, width in re.findall(r"M(\d+) (\d+)h(\d+)", code["path"]):
        left, top = int(x) * scale, int(y) * scale
        draw.rectangle((left, top, left + int(width) * scale - 1, top + scale - 1), fill=0)
    assert [found.text for found in zxingcpp.read_barcodes(picture)] == [text]


# ---------- Words are data ----------

ASKS_THE_PAGE = re.compile(r"(querySelector|querySelectorAll|closest|matches|matchMedia)\($")
CLASSES = re.compile(r"^ ?bs-[\w\0-]+( bs-[\w\0-]+)*\0?$")
WORD = r"(?:[^\W\d_]{2,}|\0)"
SAYS_SOMETHING = re.compile(rf"(?<![\w\0]){WORD}[\u2019',.;:!?]* +{WORD}(?!\w)")
A_LABEL = re.compile(r"^[A-Z][a-z]+$")
KEYS = {"Enter", "Escape"}


def literals(source: str) -> Iterator[tuple[str, str]]:
    """Yield each string of a script with the code right before it; what a template fills in is a NUL."""
    code, text, depth = "", None, 0
    before = ""
    for kind, value in JavascriptLexer().get_tokens(source):
        if kind in Comment or kind in Whitespace:
            continue
        if kind is String.Backtick and value == "`" and depth == 0:
            if text is None:
                text, before = "", code
            else:
                yield before, text
                text = None
        elif kind is String.Interpol:
            depth += 1 if value == "${" else -1
            text = f"{text}\0" if value == "${" and depth == 1 else text
        elif text is not None and depth == 0:
            text += value
        elif kind in (String.Double, String.Single) or (kind is String.Backtick and value != "`"):
            yield code, value.strip("\"'")
        code = (code + value)[-40:]


def spoken(source: str) -> list[str]:
    """Return the strings of a script that are for people: two words or more with a blank between, or a label."""
    found = []
    for before, text in literals(source):
        if ASKS_THE_PAGE.search(before) or CLASSES.match(text):
            continue
        letters = text.replace("\0", "")
        says = SAYS_SOMETHING.search(text) and re.search(r"[^\W\d_]{2,}", letters)
        if says or (A_LABEL.match(text) and text not in KEYS):
            found.append(text)
    return found


def test_no_script_has_words_of_its_own() -> None:
    said = {file.relative_to(SCRIPTS).as_posix(): spoken(file.read_text(encoding="utf-8")) for file in OURS}
    assert said == {name: [] for name in said}
    assert len(said) == len(OURS)


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ('say("Link copied.");', ["Link copied."]),
        ("say('Two words');", ["Two words"]),
        ("say(`${title} taken out.`);", ["\0 taken out."]),
        ("say(`${shown} of ${all}`);", ["\0 of \0"]),
        ("say(`${all ? `one and two` : counted(all)}`);", ["one and two"]),
        ('button.textContent = "Copied";', ["Copied"]),
        ('const one = /["]/; say("Not here");', ["Not here"]),
        ('// "A comment" is no string\nsay("");', []),
        ('root.querySelector(".a-class b")', []),
        ('element("i", { class: `bs-cut bs-cut--${side}` })', []),
        ("path.setAttribute('d', `M${x} ${y}h${width} v1`)", []),
        ('if (event.key === "Escape") close("dialog");', []),
    ],
)
def test_words_in_a_script_are_found(source: str, words: list[str]) -> None:
    assert spoken(source) == words


class _Said(HTMLParser):
    """Gathers what a page says: its texts, and the attributes that are read out."""

    def __init__(self) -> None:
        super().__init__()
        self.said: list[str] = []

    def handle_data(self, data: str) -> None:
        self.said.append(data)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 the base class calls it
        self.said += [value or "" for name, value in attrs if name in {"aria-label", "alt", "title", "placeholder"}]


def test_the_page_of_the_studio_has_no_words_of_its_own() -> None:
    template = (ROOT / "overrides/studio.html").read_text(encoding="utf-8")
    page = _Said()
    page.feed(re.sub(r"\{%.*?%\}|\{\{.*?\}\}|\{#.*?#\}", "", template, flags=re.DOTALL))
    assert [text for text in page.said if re.search(r"[^\W\d_]", text)] == []


NEWER = re.compile(
    r"\(\?<[=!]"  # a look behind in a pattern: Safari 16.4, and older ones drop the whole script
    r"|\.(toSorted|toReversed|toSpliced|isWellFormed)\("
    r"|\b(Object|Map)\.groupBy\(|\bArray\.fromAsync\(|\bPromise\.(withResolvers|try)\(|\bURL\.(canParse|parse)\("
    r"|\bAbortSignal\.(any|timeout)\(|\bscheduler\.|\bnew CSSStyleSheet\("
    r"|/[dgimsuy]*v[dgimsuy]*\.(test|exec)\("
    r"|\bimport\b[^;\n]*\bwith \{"
)
"""What Safari 15.4, Chrome 109 or Firefox 125 lack, by MDN's tables of browsers."""


def test_what_is_newer_than_our_oldest_browsers_is_found() -> None:
    newer = ("/(?<=a)b/", "all.toSorted()", 'import a from "a" with { type: "json" }', "/a/v.test(b)")
    old = ("/(?<name>a)/", "all.sort()", 'import a from "a";', "/a/u.test(b)")
    assert [each for each in newer + old if NEWER.search(each)] == list(newer)


@pytest.mark.parametrize(
    "script", sorted(SCRIPTS.rglob("*.js")), ids=lambda script: script.relative_to(SCRIPTS).as_posix()
)
def test_scripts_use_nothing_newer_than_our_oldest_browsers(script: Path) -> None:
    assert [match[0] for match in NEWER.finditer(script.read_text("utf-8"))] == []
