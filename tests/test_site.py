"""The site as a whole: it builds strictly, the same bytes each time, and says where a mistake is."""

import filecmp
import itertools
import re
import shutil
import urllib.request
from pathlib import Path

import pytest
from building import ROOT, build
from previews import served

PARTS = ("docs", "hooks", "overrides", "prose", "mkdocs.yml", "published.txt")

SPOILED = {
    "docs/why-walk.md": "# No front matter\n",
    "docs/walking-plan.md": "---\ntitle: [Why\n---\n",
    "docs/get-stronger/core.md": "---\ntitle: Why\ndecription: x\n---\n",
    "docs/about/privacy.md": "---\ntitle: Privacy\n---\n[Hills](../walk-better/hill.md)\n",
}
"""Four pages, each spoiled in its own way; the test spoils an exercise as well."""

MESSAGES = (
    "docs/why-walk.md:1: front-matter: the page has no front matter",
    "docs/walking-plan.md:2: yaml: a bracket or brace opens here and is never closed. Close it.",
    "docs/get-stronger/core.md:3: decription: unknown key",
    "docs/about/privacy.md:4:9: target-missing: ",
    "docs/exercises/bridge.md:23: dose.build.sets: expected 1 to 5, found 50.",
)
"""What the build says of them, all at once."""


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """Return a copy of the project that a test may spoil."""
    folder = tmp_path / "copy"
    folder.mkdir()
    for part in PARTS:
        source = ROOT / part
        if source.is_dir():
            shutil.copytree(source, folder / part, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, folder / part)
    return folder


def files(folder: Path) -> list[str]:
    return sorted(file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file())


@pytest.mark.thorough  # test_hooks compares builds of a small guide, and the workflow those of each Python
def test_two_builds_in_different_folders_are_the_same_bytes_and_say_no_warning(
    site: Path, copy: Path, tmp_path: Path
) -> None:
    shutil.copytree(ROOT / ".cache/prose", copy / ".cache/prose")  # what is known of words makes no byte of a site
    again = build(copy, tmp_path / "again")
    assert again.code == 0, again.said
    assert not re.search(r"WARNING|ERROR|Traceback|Deprecat", again.said), again.said
    assert files(again.site) == files(site)
    assert filecmp.cmpfiles(site, again.site, files(site), shallow=False)[1:] == ([], [])


@pytest.mark.usefixtures("site")  # which leaves what it drew, so that this build need not draw it too
def test_spoiled_pages_fail_the_build_and_all_are_told_with_file_and_line(copy: Path, tmp_path: Path) -> None:
    shutil.copytree(ROOT / ".cache", copy / ".cache")
    for path, text in SPOILED.items():
        (copy / path).write_text(text, encoding="utf-8")
    bridge = copy / "docs/exercises/bridge.md"
    bridge.write_text(
        bridge.read_text(encoding="utf-8").replace("  build: {sets: 2,", "  build: {sets: 50,"), encoding="utf-8"
    )
    sets = copy / "docs/cards/sets.yml"
    sets.write_text(sets.read_text(encoding="utf-8").partition("- id: strength")[0], encoding="utf-8")  # few new PDFs
    done = build(copy, tmp_path / "site")
    assert done.code != 0
    assert [message for message in MESSAGES if message not in done.said] == [], done.said
    assert "nav-omitted" not in done.said  # what cannot be read is in no navigation, and that is not told as well
    assert "Traceback" not in done.said


def test_a_preview_tells_nothing_wrong_and_its_printed_codes_lead_to_the_published_site(site: Path) -> None:
    with served(ROOT, "--no-livereload") as (address, said, coming):
        with urllib.request.urlopen(f"{address}backstride/cards/pdf/plank-a4.pdf", timeout=60) as answer:  # noqa: S310 ours
            assert answer.read() == (site / "cards/pdf/plank-a4.pdf").read_bytes()
        told = [*said, *itertools.takewhile(lambda line: "anchors checked" not in line, coming)]
        assert not [line for line in told if line.startswith(("ERROR", "WARNING"))]


def test_no_page_names_a_script_style_or_image_of_another_host(site: Path) -> None:
    loading = re.compile(
        r"<(?:script|img|iframe|source|video|audio)[^>]*\ssrc=[\"']?(?:https?:)?//|<link[^>]*stylesheet[^>]*href=[\"']?(?:https?:)?//"
    )
    assert not [file for file in site.rglob("*.html") if loading.search(file.read_text(encoding="utf-8"))]


def test_every_picture_says_how_large_it_is_so_nothing_moves_when_it_comes(site: Path) -> None:
    pictures = [
        (file, each) for file in site.rglob("*.html") for each in re.findall(r"<img\b[^>]*>", file.read_text("utf-8"))
    ]
    assert pictures
    assert not [each for each in pictures if not re.search(r"\swidth=.*\sheight=|\sheight=.*\swidth=", each[1])]


def test_every_reader_page_says_that_no_clinician_has_reviewed_it(site: Path) -> None:
    silent = [
        file.relative_to(site)
        for file in site.rglob("index.html")
        if 'http-equiv="refresh"' not in (text := file.read_text(encoding="utf-8"))
        and "No clinician has reviewed" not in text
    ]
    assert not silent


def test_one_page_says_how_to_write_to_us_and_no_other_does(site: Path) -> None:
    pages = {file.relative_to(site).as_posix(): file.read_text(encoding="utf-8") for file in site.rglob("index.html")}
    assert [name for name, html in pages.items() if 'id="write-to-us"' in html] == ["about/index.html"]
