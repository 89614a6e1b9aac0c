"""The hook that indexes questions, on a small site about bread in words and templates of its own."""

import json
import shutil
from pathlib import Path

import pytest
import yaml
from building import ROOT, Build, build_here, copy_of, spoil
from selectolax.lexbor import LexborHTMLParser as HTMLParser


@pytest.fixture(scope="module")
def baked(tmp_path_factory: pytest.TempPathFactory) -> Build:
    folder = tmp_path_factory.mktemp("bread")
    done = build_here(copy_of("bread", folder), folder / "site")
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


def test_labels_are_the_words_of_the_site(baked: Build) -> None:
    assert links(baked.site / "faq/index.html", "p.more a") == {"All questions as data": "faq.json"}
    assert "<h2>Bakers also ask</h2>" in baked.text("oven/index.html")
    assert "<p>It has moved to: <a" in baked.text("faq/water-tray/index.html")


def test_a_page_ends_with_the_questions_about_it(baked: Build) -> None:
    assert links(baked.site / "oven/index.html", "a.about") == {
        "There is smoke & fire in my oven. What now?": "../faq/smoke/",
        "Why do bakers put steam in the oven?": "../faq/steam/",
    }


def test_a_question_leads_on_to_its_pages(baked: Build) -> None:
    assert links(baked.site / "faq/smoke/index.html", "a.next") == {"Oven": "../../oven/", "Fire": "../../fire/"}


def test_an_old_id_sends_people_on_without_javascript_and_stays_out_of_search_engines(baked: Build) -> None:
    tree = HTMLParser(baked.text("faq/water-tray/index.html"))
    attributes = [node.attributes for node in tree.css("meta, link, a")]
    assert {"http-equiv": "refresh", "content": "0; url=../steam/"} in attributes
    assert {"name": "robots", "content": "noindex"} in attributes
    assert {"rel": "canonical", "href": "https://bread.example/faq/steam/"} in attributes
    assert {"href": "../steam/"} in attributes
    assert "water-tray" not in baked.text("sitemap.xml")


def test_short_answers_and_the_words_of_every_alias_are_in_the_search_index_of_any_theme(baked: Build) -> None:
    documents = json.loads(baked.text("search/search_index.json"))["docs"]
    texts = {entry["location"]: entry["text"] for entry in documents}
    assert texts["faq/sticky/"].startswith("No. Wet dough makes an open crumb.")
    assert "wet dough, dough sticks" in texts["faq/sticky/"]


def test_old_ids_work_where_addresses_end_in_html(tmp_path: Path) -> None:
    project = copy_of("bread", tmp_path)
    with (project / "mkdocs.yml").open("a", encoding="utf-8") as recipe:
        recipe.write("use_directory_urls: false\n")
    done = build_here(project, tmp_path / "site")
    assert done.code == 0, done.said
    assert 'url=steam.html"' in done.text("faq/water-tray.html")


def test_a_deleted_question_goes_from_index_lists_and_open_data(tmp_path: Path) -> None:
    project = copy_of("bread", tmp_path)
    shutil.copy(project / "docs/faq/salt.md", project / "docs/faq/yeast.md")
    spoil(project, "docs/faq/yeast.md", "id: salt", "id: yeast")
    spoil(project, "docs/faq/yeast.md", "Can I leave the salt out?", "Which yeast is best?")
    assert build_here(project, tmp_path / "with").code == 0
    (project / "docs/faq/yeast.md").unlink()
    assert build_here(project, tmp_path / "without").code == 0
    assert [path for path in (tmp_path / "with").rglob("*") if "Which yeast" in said(path)]
    assert not [path for path in (tmp_path / "without").rglob("*") if "yeast is best" in said(path)]


def test_the_form_for_a_missing_question_has_what_the_form_reader_asks_for() -> None:
    form = yaml.safe_load((ROOT / ".github/ISSUE_TEMPLATE/missing-question.yml").read_text(encoding="utf-8"))
    assert {"name", "description", "body"} <= set(form)
    fields = [part for part in form["body"] if part["type"] != "markdown"]
    assert len({field["id"] for field in fields}) == len(fields)
    assert all(field["attributes"]["label"] for field in fields)
    assert "missing-question.yml" in (ROOT / "overrides/faq.html").read_text(encoding="utf-8")


def test_a_mistake_fails_the_build_with_file_and_line_and_no_traceback(tmp_path: Path) -> None:
    project = copy_of("bread", tmp_path)
    spoil(project, "docs/faq/steam.md", "theme: baking", "theme: bakery")
    done = build_here(project, tmp_path / "site")
    assert done.code == 1
    assert 'docs/faq/steam.md:5: theme: "bakery" is no theme' in done.said
    assert done.said.count("is no theme") == 1
    assert "Traceback" not in done.said


def said(path: Path) -> str:
    return path.read_text(encoding="utf-8") if path.suffix in {".html", ".json", ".xml"} else ""
