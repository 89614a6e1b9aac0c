"""No text of a guide is taken for HTML: every plain text of every file arrives as it was written, everywhere."""

import re
from fnmatch import fnmatch
from pathlib import Path

import pytest
from building import SMALL, Build, build_here, copy_of
from marked import TOKEN, Marks, mark_guide, shown, texts_of, wrong
from selectolax.lexbor import LexborHTMLParser

pytestmark = pytest.mark.xdist_group("escaping")  # its builds are made once, by one worker

SCRIPT = "</script><script>a()</script>"
ROOMY = re.compile(
    r"docs/([a-z]+|faq/[a-z-]+|evidence/[a-z]+)\.md: "
    r"(title|description|lead|question|short_answer|.*\.(title|text|term))$"
    r"|mkdocs\.yml: .*|docs/evidence/(claims|facts|references)\.yml: .*|docs/assets/figures\.yml: .*"
    r"|docs/words\.yml: (questions|page|frame|not_found|gallery|figures)\..*"
)
"""Texts that have room for a script: those on cards and in charts are limited to a few words."""

NOT_SHOWN = {
    "docs/assets/figures.yml: diagrams.thrower.title": "the one picture of a diagram has its alt alone",
    "docs/exercises/cautions.yml: *.movements.*": "a word that rules compare",
    "docs/glossary.md: *.also.*": "another spelling is looked for, not shown",
    "docs/words.yml: dates.months.*": "no page is dated in the other months",
    "docs/words.yml: questions.more.*": "few questions",
    "docs/words.yml: evidence.kinds.*": "few sources",
    "docs/words.yml: evidence.verdicts.*": "few claims",
    "docs/words.yml: evidence.certainty.*": "few claims",
    "docs/words.yml: evidence.more_sources.*": "few sources",
    "docs/words.yml: evidence.treated.many": "few claims",
    "docs/words.yml: evidence.totals.one": "more than one claim",
    "docs/words.yml: evidence.where_from": "no fact is cited",
    "docs/words.yml: evidence.no_source": "every claim has one",
    "docs/words.yml: evidence.second_hand": "every source was seen",
    "docs/words.yml: evidence.no_date": "every source has one",
    "docs/words.yml: evidence.none": "every verdict is there or left out",
    "docs/words.yml: evidence.found_none": "every claim has a source",
    "docs/words.yml: evidence.authors_unknown": "every source has one",
    "docs/words.yml: offline.archive*": "the archive is made when somebody asks for it",
    "docs/words.yml: frame.on_this_page": "no page has headings enough",
    "docs/words.yml: today.exercises.many": "one exercise in each answer",
    "docs/words.yml: page.overdue": "nothing is late",
    "mkdocs.yml: repo_name": "the words of the guide say it",
}
"""Texts that the small guide has no occasion to show, and why."""


@pytest.fixture(scope="module")
def marks() -> Marks:
    return Marks()


@pytest.fixture(scope="module")
def guide(tmp_path_factory: pytest.TempPathFactory, marks: Marks) -> Path:
    project = copy_of(SMALL, tmp_path_factory.mktemp("marked"))
    mark_guide(project, marks)
    return project


@pytest.fixture(scope="module")
def marked(guide: Path) -> Build:
    done = build_here(guide, guide.parent / "site")
    assert done.code == 0, done.said
    return done


def test_every_text_arrives_as_it_was_written(marked: Build) -> None:
    assert wrong(marked.site) == []


def test_every_text_is_shown_somewhere_but_those_that_have_a_reason(marked: Build, marks: Marks) -> None:
    found = shown(marked.site)
    absent = [place for number, place in marks.places.items() if number not in found]
    assert [place for place in absent if not any(fnmatch(place, pattern) for pattern in NOT_SHOWN)] == []
    assert [pattern for pattern in NOT_SHOWN if not any(fnmatch(place, pattern) for place in absent)] == []


@pytest.mark.parametrize(
    "pattern",
    [
        "index.html", "help/index.html", "exercises/index.html", "exercises/toss/index.html", "cards/index.html",
        "faq/index.html", "faq/lamp/index.html", "faq/broken-glass/index.html", "evidence/index.html",
        "evidence/references/index.html", "glossary/index.html", "c/toss/index.html", "404.html", "faq/faq.json",
        "cards/cards.json", "cards/studio.json", "evidence/references.json", "search/head.js", "search/texts/0.js",
        "cards/figures/toss-1.svg", "cards/pdf/toss-a4.pdf", "cards/pdf/all-standard-duplex-letter.pdf",
        "cards/pdf/plan-a4.pdf", "cards/pdf/log-a4.pdf",
    ],
)  # fmt: skip
def test_texts_are_looked_for_in_every_kind_of_file(marked: Build, pattern: str) -> None:
    assert any(TOKEN.search(text) for name, text in texts_of(marked.site) if name == pattern)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.html", "<p>Zq1z<b>&\"'</b></p>"),
        ("a.html", "<p>Zq1z&amp;lt;b&amp;gt;&amp;amp;\"'</p>"),
        ("a.html", '<a title="Zq1z<b>&"\'">x</a>'),
        ("a.html", '<script type="application/ld+json">{"name": "Zq1z&lt;b&gt;&amp;\'"}</script>'),
        ("a.html", '<script>say("Zq1z<b>")</script>'),
        ("a.html", "<template><p>Zq1z<b>&\"'</b></p></template>"),
        ("a.json", '["Zq1z&lt;b&gt;&amp;&quot;\'"]'),
        ("a.svg", "<svg><title>Zq1z<b/>&amp;\"'</title></svg>"),
        ("search/head.js", 'siteSearch.take("head",["Zq1z&lt;b&gt;"]);\n'),
    ],
)
def test_what_is_not_escaped_or_twice_is_found(tmp_path: Path, name: str, content: str) -> None:
    (tmp_path / name).parent.mkdir(exist_ok=True)
    (tmp_path / name).write_text(content, encoding="utf-8")
    assert len(wrong(tmp_path)) == 1


def test_a_script_in_a_text_never_becomes_one(tmp_path: Path) -> None:
    project = copy_of(SMALL, tmp_path)
    sound = build_here(project, tmp_path / "sound")
    marks = Marks(SCRIPT)
    mark_guide(project, marks, only=lambda place: bool(ROOMY.match(place)))
    done = build_here(project, tmp_path / "site")
    assert (sound.code, done.code) == (0, 0), done.said
    assert len(marks.places) > 100
    for file in sorted(done.site.rglob("*.html")):
        name = file.relative_to(done.site).as_posix()
        assert scripts(done.text(name)) == scripts(sound.text(name)), name
    assert wrong(done.site, SCRIPT) == []


def scripts(html: str) -> int:
    tree = LexborHTMLParser(html)
    assert not [each for each in tree.css("script") if each.text().strip() == "a()"]
    return len(tree.css("script"))
