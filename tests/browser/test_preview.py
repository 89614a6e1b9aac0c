"""A preview in a real browser: what a contributor saves shows by itself, under the policy that a preview has."""

import itertools
import os
import socket
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import Browser, expect

ROOT = Path(__file__).parent.parent.parent
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
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    command = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", address]
    quiet = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    with subprocess.Popen(command, cwd=tmp_path, stderr=subprocess.PIPE, text=True, env=quiet) as preview:  # noqa: S603 ours
        assert preview.stderr
        try:
            said = list(itertools.takewhile(lambda line: "Serving on" not in line, preview.stderr))
            assert preview.poll() is None, "".join(said)
            tab = browser.new_page()
            tab.goto(f"http://{address}/")
            expect(tab.get_by_text("The first words.")).to_be_visible()
            page.write_text("# Notes\n\nOther words.\n", encoding="utf-8")
            expect(tab.get_by_text("Other words.")).to_be_visible(timeout=20_000)
            tab.close()
        finally:
            preview.terminate()
