"""What the FAQ promises: questions checked against each other, and everything made from the files alone."""

import json
import shutil
from pathlib import Path

import pytest
import yaml
from building import ROOT, Build, build
from kit.problem import Problem
from kit.questions.faq import Faq, likeness, read_faq
from kit.questions.faq_index import moved, navigation, related, to_json
from selectolax.lexbor import LexborHTMLParser as HTMLParser

THEMES = """\
emergency_page: fire.md
themes:
  - id: baking
    title: In the oven
  - id: dough
    title: The dough
"""
QUESTION = """\
---
id: {id}
question: {question}
aliases: [{aliases}]
theme: {theme}
short_answer: Yes.
urgency: {urgency}
related: [{related}]
reviewed: 2026-11-23
---

{body}
"""
PAGES = {"oven.md", "fire.md", "tools/scales.md"}


def asked(  # noqa: PLR0913, PLR0917 one argument for each key of the file
    id: str,  # noqa: A002 the key's own name
    question: str,
    theme: str = "baking",
    aliases: str = "",
    urgency: str = "none",
    related: str = "oven.md",
    body: str = "Because.",
) -> dict[str, bytes]:
    text = QUESTION.format(
        id=id,
        question=question,
        theme=theme,
        aliases=aliases,
        urgency=urgency,
        related=related,
        body=body,
    )
    return {f"{id}.md": text.encode()}


GOOD = (
    {"themes.yml": THEMES.encode()}
    | asked("steam", "Why put steam in the oven?", aliases="water-tray")
    | asked("smoke", "My oven is on fire. What now?", urgency="emergency", body="[Read this](../fire.md) now.")
    | asked("salt", "May the salt stay out?", theme="dough", related="tools/scales.md, oven.md")
    | asked("sticky", "Sticky dough: a mistake?".replace(":", ","), theme="dough", aliases="wet-dough")
)


def read(sources: dict[str, bytes]) -> tuple[Faq | None, list[Problem]]:
    return read_faq(sources, folder="faq", place="docs/faq", pages=PAGES)


def good() -> Faq:
    faq, problems = read(GOOD)
    assert problems == []
    assert faq is not None
    return faq


def test_questions_stand_under_their_theme_in_alphabetical_order() -> None:
    found = [(section.theme.id, [entry.question.id for entry in section.entries]) for section in good().sections]
    assert found == [("baking", ["smoke", "steam"]), ("dough", ["salt", "sticky"])]


def test_a_question_with_a_low_order_stands_first() -> None:
    faq, problems = read(GOOD | {"steam.md": GOOD["steam.md"].replace(b"urgency:", b"order: 1\nurgency:")})
    assert problems == []
    assert faq is not None
    assert [entry.question.id for entry in faq.sections[0].entries] == ["steam", "smoke"]


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (
            asked("steam", "Why put steam in?", theme="bakin"),
            'docs/faq/steam.md:5: theme: "bakin" is no theme, expected one of: baking, dough. Did you mean "baking"?',
        ),
        (
            asked("steam", "Why put steam in?", related="oven.md, tools/scale.md"),
            (
                'docs/faq/steam.md:8: related.2: "tools/scale.md" is no page, expected a path as in the navigation. '
                'Did you mean "tools/scales.md"?'
            ),
        ),
        (
            asked("smoke", "My oven is on fire. What now?", urgency="emergency"),
            (
                "docs/faq/smoke.md:7: urgency: the answer to an emergency has no link to the emergency page. "
                "Add [When to get help](../fire.md)."
            ),
        ),
        (
            {"smoke.md": GOOD["steam.md"].replace(b"water-tray", b"tray")},
            'docs/faq/smoke.md:2: id: the id is "steam" but the file is "smoke.md". Name the file "steam.md".',
        ),
        (
            {"copy.md": GOOD["steam.md"].replace(b"water-tray", b"tray")},
            'docs/faq/steam.md:2: id: "steam" is already an id or alias in docs/faq/copy.md. Choose another.',
        ),
        (
            asked("salt", "May the salt stay out?", theme="dough", aliases="sea-salt, water-tray"),
            (
                'docs/faq/steam.md:4: aliases.1: "water-tray" is already an id or alias in docs/faq/salt.md. '
                "Choose another."
            ),
        ),
        (
            asked("salt", "May the salt stay out?", theme="dough", aliases="sticky"),
            'docs/faq/sticky.md:2: id: "sticky" is already an id or alias in docs/faq/salt.md. Choose another.',
        ),
        (
            asked("vapour", "Why do I put the steam in an oven?"),
            (
                'docs/faq/vapour.md:3: question: nearly the same as "Why put steam in the oven?" (docs/faq/steam.md). '
                "Join the two and keep the other id as an alias, or word the question so that the difference shows."
            ),
        ),
        (
            asked("salt", "May the salt stay out?"),
            (
                'docs/faq/themes.yml:5: themes.2: the theme "dough" has one question, expected 2 or more. '
                "Add one, or join two themes."
            ),
        ),
        (
            {"themes.yml": (THEMES + "  - id: flour\n    title: Flour\n").encode()},
            (
                'docs/faq/themes.yml:7: themes.3: the theme "flour" has no question, expected 2 or more. '
                "Add one, or join two themes."
            ),
        ),
        (
            {"themes.yml": (THEMES + "  - id: dough\n    title: Dough\n").encode()},
            'docs/faq/themes.yml:7: themes.3: the theme "dough" is here twice. Keep one of them.',
        ),
        (
            {"themes.yml": THEMES.replace("title: The", "titel: The").encode()},
            'docs/faq/themes.yml:6: themes.2.titel: unknown key, expected one of: id, title. Did you mean "title"?',
        ),
        (
            {"themes.yml": THEMES.replace("emergency_page: fire.md\n", "").encode()},
            (
                "docs/faq/smoke.md:7: urgency: an emergency needs a page to send people to: "
                'set "emergency_page" in themes.yml.'
            ),
        ),
        (
            {"themes.yml": THEMES.replace("fire.md", "fires.md").encode()},
            (
                'docs/faq/themes.yml:1: emergency_page: "fires.md" is no page, expected a path as in the navigation. '
                'Did you mean "fire.md"?'
            ),
        ),
    ],
)
def test_each_fault_between_questions_is_named_with_file_and_line(change: dict[str, bytes], message: str) -> None:
    _, problems = read(GOOD | change)
    assert message in [str(each) for each in problems]


def test_a_folder_without_themes_says_what_is_missing() -> None:
    faq, problems = read({name: raw for name, raw in GOOD.items() if name != "themes.yml"})
    assert faq is None
    assert [str(each) for each in problems] == [
        (
            "docs/faq/themes.yml: themes: this file is missing. "
            "Add it with a list `themes` of ids and titles, in the order of the index."
        )
    ]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Can I walk with sciatica?", "Is it OK to walk when I have sciatica?"),
        ("Are walking poles worth it?", "Is it worth using walking poles?"),
        ("Which shoes are best for my back?", "What are the best shoes for my back?"),
        ("Is yoga or Pilates good for my back?", "Are Pilates and yoga good for the back?"),
        ("How soon can I walk after a flare-up?", "How soon after a flare-up can I walk?"),
    ],
)
def test_the_same_question_in_other_words_is_taken_for_the_same(first: str, second: str) -> None:
    _, problems = read(GOOD | asked("a", first) | asked("b", second))
    assert [(each.file, each.rule) for each in problems] == [("docs/faq/b.md", "question")]


def test_questions_that_only_share_their_opening_words_are_different() -> None:
    assert likeness("Can I walk and exercise with osteoporosis?", "Can I walk and exercise in pregnancy?") < 80
    assert likeness("Do I need a scan?", "Do I need a strong core to walk well?") < 80


def test_every_alias_leads_to_its_question() -> None:
    assert {alias: asked.id for alias, asked in moved(good()).items()} == {"water-tray": "steam", "wet-dough": "sticky"}


def test_a_page_lists_the_questions_that_relate_to_it_in_the_order_of_the_index() -> None:
    found = {page: [asked.id for asked in questions] for page, questions in related(good()).items()}
    assert found == {"oven.md": ["smoke", "steam", "salt", "sticky"], "tools/scales.md": ["salt"]}


def test_the_navigation_has_a_section_for_each_theme() -> None:
    assert navigation(good())[1] == {
        "The dough": [{"May the salt stay out?": "faq/salt.md"}, {"Sticky dough, a mistake?": "faq/sticky.md"}]
    }


def test_the_open_data_is_the_same_whatever_the_order_of_the_files() -> None:
    addresses = {page: f"https://bread.example/{page}" for page in (*PAGES, *(f"faq/{name}" for name in GOOD))}
    backwards, _ = read(dict(reversed(GOOD.items())))
    assert backwards is not None
    text = to_json(good(), addresses=addresses, licence="CC BY 4.0")
    assert to_json(backwards, addresses=addresses, licence="CC BY 4.0") == text
    assert json.loads(text)["themes"][1]["questions"][0]["url"] == "https://bread.example/faq/salt.md"


# ---- The hook, on a small site about something else ----


def bread(folder: Path) -> Path:
    """Return a copy of the bread site that uses this project's hooks."""
    project = folder / "tests" / "sites" / "bread"
    shutil.copytree(ROOT / "tests" / "sites" / "bread", project)
    shutil.copytree(ROOT / "hooks", folder / "hooks")
    return project


@pytest.fixture(scope="module")
def baked(tmp_path_factory: pytest.TempPathFactory) -> Build:
    folder = tmp_path_factory.mktemp("bread")
    done = build(bread(folder), folder / "site")
    assert done.code == 0, done.said
    return done


def links(page: Path, selector: str) -> dict[str, str]:
    tree = HTMLParser(page.read_text(encoding="utf-8"))
    return {link.text(): link.attributes["href"] or "" for link in tree.css(selector)}


def test_the_same_hook_makes_an_index_about_bread(baked: Build) -> None:
    assert links(baked.site / "faq/index.html", "h3 a") == {
        "There is smoke & fire in my oven. What now?": "smoke/",
        "Why do bakers put steam in the oven?": "steam/",
        "Can I leave the salt out?": "salt/",
        "Is sticky dough a mistake?": "sticky/",
    }


def test_a_page_ends_with_the_questions_about_it(baked: Build) -> None:
    assert links(baked.site / "oven/index.html", "a.about") == {
        "There is smoke & fire in my oven. What now?": "../faq/smoke/",
        "Why do bakers put steam in the oven?": "../faq/steam/",
    }


def test_a_question_leads_on_to_its_pages(baked: Build) -> None:
    assert links(baked.site / "faq/smoke/index.html", "a.next") == {"Oven": "../../oven/", "Fire": "../../fire/"}


def test_an_old_id_sends_people_on_without_javascript_and_stays_out_of_search_engines(baked: Build) -> None:
    tree = HTMLParser((baked.site / "faq/water-tray/index.html").read_text(encoding="utf-8"))
    attributes = [node.attributes for node in tree.css("meta, link, a")]
    assert {"http-equiv": "refresh", "content": "0; url=../steam/"} in attributes
    assert {"name": "robots", "content": "noindex"} in attributes
    assert {"rel": "canonical", "href": "https://bread.example/faq/steam/"} in attributes
    assert {"href": "../steam/"} in attributes
    assert "water-tray" not in (baked.site / "sitemap.xml").read_text(encoding="utf-8")


def test_the_words_of_every_alias_are_in_the_search_index_of_any_theme(baked: Build) -> None:
    documents = json.loads((baked.site / "search/search_index.json").read_text(encoding="utf-8"))["docs"]
    texts = {entry["location"]: entry["text"] for entry in documents}
    assert "wet dough, dough sticks" in texts["faq/sticky/"]


def test_old_ids_work_where_addresses_end_in_html(tmp_path: Path) -> None:
    project = bread(tmp_path)
    with (project / "mkdocs.yml").open("a", encoding="utf-8") as recipe:
        recipe.write("use_directory_urls: false\n")
    done = build(project, tmp_path / "site")
    assert done.code == 0, done.said
    assert 'url=steam.html"' in (done.site / "faq/water-tray.html").read_text(encoding="utf-8")


def test_a_deleted_question_goes_from_index_lists_and_open_data(tmp_path: Path) -> None:
    project = bread(tmp_path)
    shutil.copy(project / "docs/faq/salt.md", project / "docs/faq/yeast.md")
    (project / "docs/faq/yeast.md").write_text(
        (project / "docs/faq/salt.md")
        .read_text(encoding="utf-8")
        .replace("id: salt", "id: yeast")
        .replace("Can I leave the salt out?", "Which yeast is best?"),
        encoding="utf-8",
    )
    assert build(project, tmp_path / "with").code == 0
    (project / "docs/faq/yeast.md").unlink()
    assert build(project, tmp_path / "without").code == 0
    assert [path for path in (tmp_path / "with").rglob("*") if "Which yeast" in said(path)]
    assert not [path for path in (tmp_path / "without").rglob("*") if "yeast is best" in said(path)]


def test_the_form_for_a_missing_question_has_what_the_form_reader_asks_for() -> None:
    form = yaml.safe_load((ROOT / ".github/ISSUE_TEMPLATE/missing-question.yml").read_text(encoding="utf-8"))
    assert {"name", "description", "body"} <= set(form)
    fields = [part for part in form["body"] if part["type"] != "markdown"]
    assert len({field["id"] for field in fields}) == len(fields)
    assert all(field["attributes"]["label"] for field in fields)
    assert "missing-question.yml" in (ROOT / "overrides/faq.html").read_text(encoding="utf-8")


def said(path: Path) -> str:
    return path.read_text(encoding="utf-8") if path.suffix in {".html", ".json", ".xml"} else ""


def test_a_mistake_fails_the_build_with_file_and_line_and_no_traceback(tmp_path: Path) -> None:
    project = bread(tmp_path)
    file = project / "docs/faq/steam.md"
    file.write_text(file.read_text(encoding="utf-8").replace("theme: baking", "theme: bakery"), encoding="utf-8")
    done = build(project, tmp_path / "site")
    assert done.code == 1
    assert 'docs/faq/steam.md:5: theme: "bakery" is no theme' in done.said
    assert done.said.count("is no theme") == 1
    assert "Traceback" not in done.said
