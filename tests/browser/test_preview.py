"""A preview in a real browser: what a contributor saves shows by itself, under the policy that a preview has."""

from pathlib import Path

from building import ROOT
from playwright.sync_api import Browser, expect
from previews import served

RECIPE = f"""site_name: Notes
site_url: https://notes.example/
theme: {{name: material, custom_dir: {ROOT}/overrides, font: false}}
plugins: []
hooks: [{ROOT}/hooks/ready_templates.py, {ROOT}/hooks/dress_pages.py]
"""


def test_a_page_of_a_preview_shows_what_was_saved_by_itself(browser: Browser, tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "mkdocs.yml").write_text(RECIPE, encoding="utf-8")
    page = tmp_path / "docs/index.md"
    page.write_text("# Notes\n\nThe first words.\n", encoding="utf-8")
    with served(tmp_path) as (address, _, _):
        tab = browser.new_page()
        tab.goto(address)
        expect(tab.get_by_text("The first words.")).to_be_visible()
        page.write_text("# Notes\n\nOther words.\n", encoding="utf-8")
        expect(tab.get_by_text("Other words.")).to_be_visible(timeout=20_000)
        tab.close()
