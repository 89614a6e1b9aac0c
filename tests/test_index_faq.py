"""The hook that indexes questions, on a small site about something else."""

import json
import shutil
from pathlib import Path

import pytest
import yaml
from building import ROOT, Build, build
from selectolax.lexbor import LexborHTMLParser as HTMLParser


def bread(folder: Path) -> Path:
    """Return a copy of the bread site that uses this project's hooks."""
    project = folder / "tests" / "sites" / "bread"
    shutil.copytree(ROOT / "tests" / "sites" / "bread", project)
    shutil.copy(ROOT / "tests/breaks/docs/words.yml", project / "docs/words.yml")
    for name in ("main.html", "faq.html", "question.html"):
        shutil.copy(ROOT / "tests/breaks/theme" / name, project / "theme" / name)
    (folder / "hooks").symlink_to(ROOT / "hooks")
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


def test_the_short_answer_is_in_the_search_index_and_on_the_page_once(baked: Build) -> None:
    documents = json.loads((baked.site / "search/search_index.json").read_text(encoding="utf-8"))["docs"]
    texts = {entry["location"]: entry["text"] for entry in documents}
    answer = "Steam keeps the skin soft for longer, so that the loaf rises more."
    assert answer in texts["faq/steam/"]
    assert (baked.site / "faq/steam/index.html").read_text(encoding="utf-8").count(answer) == 1


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
