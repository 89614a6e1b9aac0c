"""The search: what people type leads to the right page, and what sounds like a warning sign to that sign."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from building import ROOT, SMALL, build_here, copy_of, spoil
from kit.pages.script import joined, only_for, whole
from kit.search.article import Part, article, without_marks
from kit.search.index import Entry, index
from kit.search.lexicon import read_lexicon
from kit.search.tokens import tokens
from mkdocs.commands.build import build as build_site
from mkdocs.config import load_config
from test_scripts import answer, node

ASKED = yaml.safe_load((ROOT / "tests/search.yml").read_text("utf-8"))
NOTHING = ("zeppelin", "   ", "?", "the", "x" * 3000)
MORE = ("swollen calf", "sciatica", "plank", "sciat", "pl", "<b>sciatica</b>", "SCIATICA", *NOTHING)
SIGNS = [(sign, text) for sign, texts in ASKED["signs"].items() for text in texts]


@pytest.fixture(scope="module")
def found(site: Path) -> dict[str, dict[str, Any]]:
    """Return what the built site finds for all that the tests here ask: one run for all of them."""
    queries = [
        *(each["type"] for part in ("handed", "ours") for each in ASKED[part]),
        *(text for _, text in SIGNS),
        *ASKED["harmless"],
        *MORE,
    ]
    answers = answer("search_site.mjs", given={"site": str(site), "queries": queries})
    return dict(zip(queries, answers, strict=True))


def in_place(question: dict[str, Any], result: dict[str, Any]) -> bool:
    places = [*([result["sign"]] if result["sign"] else []), *(each["address"] for each in result["results"])]
    return any(piece in place for place in places[: question["top"]] for piece in question["find"].split("|"))


@pytest.mark.parametrize("part", ["handed", "ours"])
def test_what_people_type_leads_to_the_page_that_answers(found: dict[str, Any], part: str) -> None:
    wrong = [each["type"] for each in ASKED[part] if not in_place(each, found[each["type"]])]
    assert wrong == []


def test_what_sounds_like_a_sign_leads_to_that_sign_and_to_no_exercise(found: dict[str, Any]) -> None:
    assert [(text, found[text]["sign"]) for sign, text in SIGNS if found[text]["sign"] != f"get-help/#{sign}"] == []
    kinds = {text: {each["kind"] for each in found[text]["results"]} for _, text in SIGNS}
    assert [text for text, shown in kinds.items() if "exercise" in shown] == []


def test_what_is_harmless_shows_no_sign(found: dict[str, Any]) -> None:
    assert [(text, found[text]["sign"]) for text in ASKED["harmless"] if found[text]["sign"]] == []
    assert any(each["kind"] == "exercise" for each in found["calf stretch"]["results"])


def test_every_sign_is_found_by_its_own_words(site: Path) -> None:
    signs = yaml.safe_load((ROOT / "docs/signs.yml").read_text("utf-8"))
    pairs = [(sign["id"], words.replace('"', "")) for sign in signs for words in sign.get("words", ())]
    answers = answer("search_site.mjs", given={"site": str(site), "queries": [words for _, words in pairs]})
    assert [words for (_, words), told in zip(pairs, answers, strict=True) if not told["sign"]] == []
    other = [pair for pair, told in zip(pairs, answers, strict=True) if told["sign"] != f"get-help/#{pair[0]}"]
    assert [words for _, words in other] == NEARER
    page = (site / "get-help/index.html").read_text("utf-8")
    assert [each for each, _ in pairs if f'id="{each}"' not in page] == []


NEARER: list[str] = []
"""Words of a sign that sound as much like a more urgent one."""


def test_every_question_is_found_by_its_own_words_and_by_its_aliases(site: Path) -> None:
    asked = [read_matter(file) for file in sorted((ROOT / "docs/faq").glob("*.md")) if file.name != "index.md"]
    pairs = [(each["id"], each["question"], 3) for each in asked]
    pairs += [(each["id"], alias.replace("-", " "), 5) for each in asked for alias in each.get("aliases", ())]
    answers = answer("search_site.mjs", given={"site": str(site), "queries": [words for _, words, _ in pairs]})
    missed = [
        (name, words)
        for (name, words, most), told in zip(pairs, answers, strict=True)
        if not any(each["address"].startswith(f"faq/{name}/") for each in told["results"][:most])
    ]
    assert missed == []


def read_matter(file: Path) -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load(file.read_text("utf-8").split("---\n")[1])
    return found


def test_each_result_says_where_it_leads_what_it_is_and_the_words_that_matched(found: dict[str, Any]) -> None:
    first = found["swollen calf"]["results"][0]
    assert (first["address"], first["kind"]) == ("get-help/#swollen-calf", "sign")
    assert set(first["marked"]) == {"calf", "swollen"}
    assert first["said"].startswith("One calf or thigh is newly swollen and sore.")
    assert found["sciatica"]["results"][0]["address"] == "faq/sciatica/"
    assert found["sciatica"]["results"][0]["kind"] == "answer"
    assert found["plank"]["results"][0]["kind"] == "exercise"


def test_every_place_that_is_found_is_there(found: dict[str, Any], site: Path) -> None:
    places = {each["address"] for told in found.values() for each in told["results"]}
    assert len(places) > 100
    for place in sorted(places):
        address, _, anchor = place.partition("#")
        page = (site / address / "index.html").read_text("utf-8")
        assert not anchor or f'id="{anchor}"' in page, place


def test_nothing_is_found_where_nothing_is_meant(found: dict[str, Any]) -> None:
    for query in NOTHING:
        assert found[query] == {"sign": None, "results": []}, query


def test_letters_marks_and_markup_change_nothing(found: dict[str, Any]) -> None:
    assert found["SCIATICA"] == found["sciatica"]
    assert found["<b>sciatica</b>"]["results"][0]["address"].startswith("faq/sciatica/")


def test_a_word_is_found_before_its_end_but_no_short_one(found: dict[str, Any]) -> None:
    assert found["sciat"]["results"][0]["address"].startswith("faq/sciatica/")
    assert found["pl"]["results"] == []


def test_a_page_that_asks_to_be_left_out_is_not_found(site: Path) -> None:
    texts = [file.read_text("utf-8") for file in (site / "search/texts").iterdir()]
    addresses = {re.search(r'"address":"([^"]*)"', text)[1] for text in texts}  # type: ignore[index] # each has one
    assert {"faq/sciatica/", "exercises/plank/", ""} <= addresses
    assert not [each for each in addresses if each.startswith("c/") or each == "faq/"]


# ---------- Reading a page ----------

PAGE = """
<nav>Menu</nav>
<article><h1 id="top">Boats<a class="headerlink" href="#top">¶</a></h1>
<p>Row <b>gently</b>, &amp; often.</p><button>Print</button><svg><title>A boat</title></svg>
<h2 id="oars">Oars</h2><ul><li>Two</li><li id="leak"><strong>A leak.</strong> Row ashore.</li><li>Light</li></ul>
<p data-search-exclude>Not this</p><p hidden>Nor this</p><h3>Blades</h3><p>Flat.</p></article>
"""


def test_a_page_is_read_by_heading_in_words_alone() -> None:
    assert article(PAGE) == (
        Part("", "Boats", "Row gently, & often."),
        Part("oars", "Oars", "Two\nA leak. Row ashore.\nLight\nBlades\nFlat."),
    )


def test_what_marks_a_part_as_left_out_is_not_sent_to_readers() -> None:
    page = (
        '<p data-search-exclude class="a">One</p><dt data-search-exclude>Two</dt><p title="b" data-search-exclude="">3'
    )
    assert without_marks(page) == '<p class="a">One</p><dt>Two</dt><p title="b">3'
    told = "<code>&lt;p data-search-exclude&gt;</code> is <p>data-search-exclude</p>"
    assert without_marks(told) == told


def test_a_marked_element_is_a_part_of_its_own() -> None:
    assert article(PAGE, {"leak"})[1:] == (
        Part("oars", "Oars", "Two\n\nLight\nBlades\nFlat.".replace("\n\n", "\n")),
        Part("leak", "A leak", "A leak. Row ashore."),
    )


@pytest.mark.parametrize("html", ["", "plain", "<main><p>Hi</p></main>"])
def test_a_page_without_an_article_is_read_as_well(html: str) -> None:
    assert "".join(part.text for part in article(html)) in {"", "plain", "Hi"}


def test_build_and_page_take_a_text_apart_alike(site: Path) -> None:
    texts = [
        "can t, CAN T, can\u00b4t, can`t, can\u02bct; isn t it? a tent, in town, n tea",
        "Can\u2019t walk 10,000 steps? Über-naïve x-ray: L5/S1 don't!",
        "",
        "1,5 œdème \U0001d4b3",
        *some_texts(site),
    ]
    assert answer("tell_words.mjs", given=texts) == [tokens(text) for text in texts]


def some_texts(site: Path) -> Iterator[str]:
    for file in sorted((site / "search/texts").iterdir())[::10]:
        yield file.read_text("utf-8")


# ---------- The index ----------

ENTRIES = [
    Entry(
        "a/", "Rowing", "page", ("boats",), (Part("", "Rowing", "Row to the weir."), Part("oars", "Oars", "Row, row."))
    ),
    Entry("b/", "Weirs", "answer", (), (Part("", "Weirs", "A weir is no toy."),)),
]


def built(**more: object) -> dict[str, Any]:
    files = index(ENTRIES, small={"to", "the"}, more=more)
    return {name: json.loads(text.partition(",")[2].rstrip().removesuffix(");")) for name, text in files.items()}


def test_the_index_of_the_build_is_what_its_engine_would_make_of_the_pages() -> None:
    (words,) = [value for name, value in built().items() if name.startswith("words/")]
    documents = [
        {
            "id": number,
            "names": " ".join(each.names),
            "title": each.title,
            "headings": " ".join(part.heading for part in each.parts[1:]),
            "text": " ".join(part.text for part in each.parts),
        }
        for number, each in enumerate(ENTRIES)
    ]
    engine = answer("index_of.mjs", given=documents)
    ours = {
        word: {
            str(at): dict(zip(map(str, flat[::2]), flat[1::2], strict=True)) for at, flat in enumerate(fields) if flat
        }
        for word, fields in words.items()
    }
    assert ours == engine["index"]
    assert [lengths[2:] for lengths in built()["head.js"]["pages"]] == engine["lengths"]


def test_the_same_pages_give_the_same_bytes_and_others_another_key() -> None:
    assert index(ENTRIES, small=(), more={}) == index(ENTRIES, small=(), more={})
    assert built(say={})["head.js"]["key"] != built(say={"a": "b"})["head.js"]["key"]


def test_a_long_page_is_several_and_each_has_its_title() -> None:
    parts = tuple(Part(f"p{number}", f"P{number}", "word " * 300) for number in range(10))
    files = index([Entry("a/", "Long", "page", (), parts)], small=(), more={})
    texts = [text for name, text in files.items() if name.startswith("texts/")]
    assert len(texts) > 2
    assert all('"title":"Long"' in text for text in texts)
    files = index([Entry("a/", "Long", "page", (), (Part("", "Long", "a line of words\n" * 1000),))], small=(), more={})
    assert max(len(text) for name, text in files.items() if name.startswith("texts/")) < 6000


# ---------- The lexicon ----------


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "smal_words: [a]",
            (
                "1: smal_words: unknown key, expected one of: harmless, names, same, small_words. "
                'Did you mean "small_words"?'
            ),
        ),
        ("small_words: [A b]", '1: small_words.1: expected one word in small letters, found "A b".'),
        ("same:\n  - [disc]", "2: same.1: expected 2 or more entries, found 1."),
        (
            "same:\n  - [slipped disc, disk]",
            '2: same.1.1: expected a single word first, which stands for the others, found "slipped disc".',
        ),
        (
            "same:\n  - [a, b]\n  - [c, b]",
            '2: same.1.2: "b" is in more than one group, expected each word in one. Join the groups.',
        ),
        ("names:\n  rwo.md: [row]", '2: names.rwo.md: there is no page "rwo.md". Did you mean "row.md"?'),
    ],
)
def test_a_mistake_is_told_with_its_line(text: str, told: str) -> None:
    found, problems = read_lexicon(text, {"row.md"}, file="s.yml")
    assert found is None
    assert f"s.yml:{told}" in [str(each) for each in problems]


def test_a_guide_of_other_things_has_its_own_words_and_signs(tmp_path: Path) -> None:
    project = copy_of(SMALL, tmp_path)
    (project / "docs/search.yml").write_text("same:\n  - [ball, sphere]\nnames:\n  glossary.md: [jargon]\n", "utf-8")
    done = build_here(project, tmp_path / "site")
    assert done.code == 0, done.said
    jargon, spheres = answer("search_site.mjs", given={"site": str(done.site), "queries": ["jargon", "spheres"]})
    assert jargon["results"][0]["address"] == "glossary/"
    assert spheres["results"]
    spoil(project, "docs/search.yml", "glossary.md", "glosary.md")
    broken = build_here(project, tmp_path / "broken")
    assert broken.code == 1
    assert 'search.yml:4: names.glosary.md: there is no page "glosary.md". Did you mean "glossary.md"?' in broken.said


def test_a_preview_that_makes_only_one_page_again_still_finds_all(tmp_path: Path) -> None:
    project = copy_of(SMALL, tmp_path)
    found = []
    for more in ("", "\nMind the zeppelins.\n"):
        (project / "docs/help.md").write_text((project / "docs/help.md").read_text("utf-8") + more, encoding="utf-8")
        config = load_config(str(project / "mkdocs.yml"), site_dir=str(tmp_path / "site"))
        config.plugins.on_startup(command="serve", dirty=True)
        build_site(config, dirty=True)
        config.plugins.on_shutdown()
        given = {"site": str(tmp_path / "site"), "queries": ["zeppelin", "throw"]}
        found.append(
            [
                {each["address"].partition("#")[0] for each in told["results"]}
                for told in answer("search_site.mjs", given=given)
            ]
        )
    assert found[0][0] == set()
    assert found[1][0] == {"help/"}
    assert "exercises/toss/" in found[0][1]
    assert found[1][1] == found[0][1]


# ---------- One script ----------

MODULES = {
    "a/first.js": """// First.
import two from "../b/two.js";
import { one as uno, one } from "./one.js";

out(uno(1) + one(2) + two());
""",
    "a/one.js": "/** One. */\nexport function one(number) {\n  return number;\n}\nexport const other = 3;\n",
    "b/two.js": """import { other } from "../a/one.js";
function two() {
  return other;
}
export { two as default };
""",
    "c/other.js": 'import { other } from "../a/one.js";\n',
}


def test_joined_modules_do_what_they_do_apart() -> None:
    done = node("--input-type=commonjs", "--eval", f"globalThis.out = console.log;\n{joined('a/first.js', MODULES)}")
    assert (done.stdout, done.stderr) == ("6\n", "")


def test_modules_joined_to_one_give_what_the_first_of_them_exports(tmp_path: Path) -> None:
    first = 'import { one } from "./a/one.js";\nexport const two = one(1) + 1;\n'
    (tmp_path / "whole.mjs").write_text(whole("first.js", {"first.js": first, **MODULES}), encoding="utf-8")
    script = f'import * as all from "{(tmp_path / "whole.mjs").as_uri()}"; console.log({{...all}});'
    done = node("--input-type=module", "--eval", script)
    assert (done.stdout, done.stderr) == ("{ two: 2 }\n", "")


def test_what_others_need_as_well_stays() -> None:
    assert only_for(["a/first.js"], MODULES) == {"a/first.js", "b/two.js"}


def test_the_script_of_the_site_is_classic_and_runs(site: Path) -> None:
    script = (site / "search/search.js").read_text("utf-8")
    assert not re.search(r"^\s*(import|export)\b", script, re.MULTILINE)
    done = node("--input-type=commonjs", "--eval", f"{script}\nconsole.log(Object.keys(globalThis.siteSearch).join());")
    assert (done.stdout, done.stderr) == ("begin,take\n", "")
