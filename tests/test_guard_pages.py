"""Guarding pages: what could harm readers is told with its file and line, and no site comes of it."""

import os
import re
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

import pytest
from building import SMALL, Build, build, build_here, changed, copy_of, spoil
from hostile import DATA, FILES, INNOCENT, PAGES
from mkdocs.commands.build import build as build_site
from mkdocs.config import load_config
from site_link_check.check import check_links
from site_link_check.finding import Outcome
from test_hooks import PLAIN

FOLDER = "docs/hostile"
MATTER = """---
title: Words
description: Words about words that were chosen for how they look to those who read them.
reviewed: 2026-03-01
covers: []
---

"""
ABOVE = MATTER.count("\n")
RULES = "address-|character|file-kind|file-link|file-name|html|link-words|media|svg"


def small(folder: Path) -> Path:
    """Return a copy of the small guide that prints nothing, in the Markdown of our own."""
    project = copy_of(SMALL, folder)
    for change in PLAIN:
        spoil(project, *change)
    spoil(
        project, "mkdocs.yml", "  - def_list\n", "  - def_list\n  - footnotes\n  - md_in_html\n  - pymdownx.details\n"
    )
    return project


@pytest.fixture(scope="module")
def planted(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, str], Build]:
    """Return what has to be told of the small guide with all that is hostile in it, and how its build ended."""
    project = small(tmp_path_factory.mktemp("guard"))
    place = project / FOLDER
    spoil(project, "mkdocs.yml", "site_name: Juggling", "site_name: Jugg\u200bling")
    expected = {"the recipe": "mkdocs.yml:2: character: "}
    for number, (_, each) in enumerate(PAGES.items()):
        name = f"page-{number}.md"
        write(place / name, MATTER + each.text + "\n")
        expected[name] = f"{FOLDER}/{name}:{ABOVE + each.line}: {each.rule}: "
    for name, (rule, line, content) in (FILES | DATA).items():
        write(place / name, content)
        shown = name.replace("\u202e", "\\u202e")
        expected[name] = f"{FOLDER}/{shown}:{line}: {rule}: ".replace(":0:", ":")
    for name in ("passwd", "linked.md", "linked.png"):
        (place / name).symlink_to("/etc/passwd")
        expected[name] = f"{FOLDER}/{name}: file-link: "
    return expected, build_here(project, project.parent / "site")


def write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def told(done: Build) -> list[str]:
    return [line.partition(" - ")[2].strip() for line in done.said.splitlines() if line.startswith("WARNING")]


def test_the_tables_hold_more_than_was_ever_tried() -> None:
    assert len(PAGES) + len(FILES) + len(DATA) > 60


def test_everything_hostile_is_told_once_with_its_file_and_line(planted: tuple[dict[str, str], Build]) -> None:
    expected, done = planted
    found = told(done)
    missed = [each for each in expected.values() if sum(line.startswith(each) for line in found) != 1]
    assert missed == []
    assert "Traceback" not in done.said


def test_nothing_is_told_of_what_is_not_hostile(planted: tuple[dict[str, str], Build]) -> None:
    expected, done = planted
    found = [each for each in told(done) if re.search(rf"^\S+ ({RULES})[a-z-]*: ", each)]
    assert [each for each in found if not each.startswith(tuple(expected.values()))] == []


def test_no_site_comes_of_anything_hostile(planted: tuple[dict[str, str], Build]) -> None:
    _, done = planted
    assert done.code == 1
    assert list(done.site.rglob("*")) == []


def test_what_looks_hostile_and_is_not_stays_as_it_is(tmp_path: Path) -> None:
    project = small(tmp_path)
    write(project / FOLDER / "page.md", MATTER + "\n\n".join(INNOCENT.values()) + "\n")
    changed(project, {"not_in_nav": "hostile/"})
    guarded = build_here(project, tmp_path / "guarded")
    assert [each for each in told(guarded) if re.search(rf"^\S+ ({RULES})[a-z-]*: ", each)] == []
    spoil(project, "mkdocs.yml", "guard_pages.py", "check_pages.py")
    plain = build_here(project, tmp_path / "plain")
    files = {path.relative_to(plain.site): path for path in plain.site.rglob("*") if path.is_file()}
    assert files.keys() == {path.relative_to(guarded.site) for path in guarded.site.rglob("*") if path.is_file()}
    assert [name for name in files if files[name].read_bytes() != (guarded.site / name).read_bytes()] == []


def test_a_preview_goes_on_without_the_page_that_could_harm(tmp_path: Path) -> None:
    write(tmp_path / "docs/index.md", "# Words\n")
    write(tmp_path / "docs/other.md", "# Words\n\n<script>alert(1)</script>\n")
    hook = Path(__file__).parents[1] / "hooks/guard_pages.py"
    write(tmp_path / "mkdocs.yml", f"site_name: A\ntheme: mkdocs\nhooks: [{hook}]\n")
    config = load_config(str(tmp_path / "mkdocs.yml"), site_dir=str(tmp_path / "site"))
    config.plugins.on_startup(command="serve", dirty=False)
    build_site(config, serve_url="http://127.0.0.1:8000/")
    assert (tmp_path / "site/index.html").exists()
    assert not (tmp_path / "site/other/index.html").exists()


@pytest.mark.parametrize("name", ["docs/around", "theme/around"])
def test_a_link_to_a_folder_stops_the_build_before_it_is_followed(tmp_path: Path, name: str) -> None:
    write(tmp_path / "docs/index.md", "# Words\n")
    hook = Path(__file__).parents[1] / "hooks/guard_pages.py"
    write(tmp_path / "theme/main.html", "")
    write(tmp_path / "mkdocs.yml", f"site_name: A\ntheme: {{name: mkdocs, custom_dir: theme}}\nhooks: [{hook}]\n")
    (tmp_path / name).symlink_to("/etc")
    done = build(tmp_path, tmp_path / "site")
    assert done.code == 1
    assert f"{name}: file-link: this is a link to another place on a disk. Put the file itself here." in done.said
    assert "Traceback" not in done.said
    assert not (tmp_path / "site").exists()


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere names are text")
def test_a_name_that_is_no_text_stops_the_build_with_its_bytes(tmp_path: Path) -> None:
    write(tmp_path / "docs/index.md", "# Words\n")
    hook = Path(__file__).parents[1] / "hooks/guard_pages.py"
    write(tmp_path / "mkdocs.yml", f"site_name: A\ntheme: mkdocs\nhooks: [{hook}]\n")
    folder = os.fsencode(tmp_path / "docs/") + b"/caf\xe9"
    Path(os.fsdecode(folder)).mkdir()
    for name in (b"\xff\xfe.md", b"notes.md"):
        Path(os.fsdecode(folder + b"/" + name)).write_bytes(b"# Words\n")
    done = build(tmp_path, tmp_path / "site")
    assert done.code == 1
    text = "file-name: the name of this file is no text in UTF-8. Rename it in small letters of the alphabet."
    assert [line.removeprefix("ERROR   -  ") for line in done.said.splitlines() if "file-name" in line] == [
        f"docs/caf\\xe9: {text}",
        f"docs/caf\\xe9/\\xff\\xfe.md: {text}",
    ]
    assert "Traceback" not in done.said


def test_what_was_found_before_is_told_again_and_what_changes_is_read_again(tmp_path: Path) -> None:
    page, hook = tmp_path / "docs/index.md", Path(__file__).parents[1] / "hooks/guard_pages.py"
    recipe = f"site_name: A\ntheme: mkdocs\nhooks: [{hook}]\n"
    bad, good, allowed = (
        '# Words\n\n<video src="a.mp4"></video>\n',
        "# Words\n",
        "extra: {safe: {html: {video: [src]}}}\n",
    )
    steps = [(bad, "", 1), (bad, "", 1), (good, "", 0), (bad, "", 1), (bad, allowed, 0), (bad, "", 1)]
    write(tmp_path / "docs/a.mp4", "")
    for number, (text, more, count) in enumerate(steps):
        write(page, text)
        write(tmp_path / "mkdocs.yml", recipe + more)
        done = build_here(tmp_path, tmp_path / "site")
        told_of = [line for line in told(done) if line.startswith("docs/index.md:3: html")]
        assert (number, len(told_of)) == (number, count)


def test_what_builds_keep_is_not_believed_when_it_comes_with_the_repository(tmp_path: Path) -> None:
    write(tmp_path / "docs/index.md", "# Words\n")
    write(tmp_path / ".gitignore", ".cache/\n")
    write(tmp_path / ".cache/guard/pages.json", "{}")
    hook = Path(__file__).parents[1] / "hooks/guard_pages.py"
    write(tmp_path / "mkdocs.yml", f"site_name: A\ntheme: mkdocs\nhooks: [{hook}]\n")
    git(tmp_path, "init", "--quiet")
    git(tmp_path, "add", ".")
    assert build(tmp_path, tmp_path / "site").code == 0
    git(tmp_path, "add", "--force", ".cache")
    done = build(tmp_path, tmp_path / "site")
    assert done.code == 1
    assert ".cache: file-kept: a build believes what it finds here" in done.said
    assert "Traceback" not in done.said
    git(tmp_path, "rm", "-r", "--quiet", "--cached", ".cache")
    assert build(tmp_path, tmp_path / "site").code == 0


def git(folder: Path, *words: str) -> None:
    subprocess.run(["git", *words], cwd=folder, check=True)  # noqa: S603, S607 ours


def test_the_texts_of_data_that_become_pages_are_judged_as_pages(tmp_path: Path) -> None:
    project = small(tmp_path)
    spoil(project, "docs/today.yml", "    later: Come back tomorrow.\n", "    later: Rest <b onclick='x'>now</b>.\n")
    block = (
        "    help: |\n      See somebody.\n\n      <script>alert(1)</script>\n\n      [a.example](https://b.example/)\n"
    )
    spoil(project, "docs/today.yml", "    help: See somebody if they stay tired.\n", block)
    spoil(project, "docs/today.yml", "so_far: All is well.", "so_far: <script>alert(1)</script>")  # shown as words
    lines = (project / "docs/today.yml").read_text(encoding="utf-8").splitlines()
    where = [max(n for n, line in enumerate(lines, 1) if word in line) for word in ("onclick", "<script", "b.example")]
    done = build_here(project, tmp_path / "site")
    found = [line.split(": ")[:2] for line in told(done) if line.startswith("docs/today.yml")]
    rules = ("html-attribute", "html", "link-words")
    assert found == [[f"docs/today.yml:{line}", rule] for line, rule in zip(where, rules, strict=True)]
    assert done.code == 1
    assert list(done.site.rglob("*")) == []


def test_a_page_whose_front_matter_cannot_be_read_is_judged_all_the_same(tmp_path: Path) -> None:
    project = small(tmp_path)
    page = project / "docs/help.md"
    lines = page.read_text(encoding="utf-8").rstrip("\n").splitlines()
    lines[lines.index("reviewed: 2026-03-02")] = "reviewed: 2026-02-30"
    page.write_text("\n".join([*lines, "", "<script>alert(1)</script>", ""]), encoding="utf-8")
    found = {tuple(line.split(": ")[:2]) for line in told(build_here(project, tmp_path / "site"))}
    assert (f"docs/help.md:{len(lines) + 2}", "html") in found
    assert (f"docs/help.md:{lines.index('reviewed: 2026-02-30') + 1}", "reviewed") in found


def test_a_preview_shows_no_page_that_unsafe_data_make_and_its_links_are_checked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    begin = threading.Event()

    def late(*arguments: Any) -> Outcome:  # noqa: ANN401 passed on as they came
        begin.wait(60)
        return check_links(*arguments)

    monkeypatch.setattr("site_link_check.door.check_links", late)
    project = small(tmp_path)
    spoil(project, "docs/today.yml", "    later: Come back tomorrow.\n", "    later: <script>alert(1)</script>\n")
    config = load_config(str(project / "mkdocs.yml"), site_dir=str(tmp_path / "site"), strict=False)
    config.plugins.on_startup(command="serve", dirty=False)
    with caplog.at_level("INFO", logger="mkdocs"):
        build_site(config, serve_url="http://127.0.0.1:8000/")
        checks = [thread for thread in threading.enumerate() if "_quietly" in thread.name]
        begin.set()
        for thread in checks:
            thread.join(60)
    assert [each for each in caplog.messages if each.startswith("links: ") and " checked in " in each]
    assert (tmp_path / "site/help/index.html").exists()
    assert [file for file in (tmp_path / "site").rglob("*.html") if "alert(1)" in file.read_text("utf-8")] == []


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("site_name: Juggling", 'site_name: "Jugg\\u202Eling"', "site_name: "),
        (
            "edit_uri: edit/main/docs/",
            'edit_uri: "javascript:alert(1)//"',
            'edit_uri: "javascript:alert(1)//" is read as',
        ),
        (
            "https://code.example/guide",
            "https://nhs.uk@evil.example/",
            'repo_url: "https://nhs.uk@evil.example/" leads to',
        ),
    ],
)
def test_what_the_recipe_says_is_judged_as_data_are(tmp_path: Path, old: str, new: str, message: str) -> None:
    project = small(tmp_path)
    spoil(project, "mkdocs.yml", old, new)
    text = (project / "mkdocs.yml").read_text(encoding="utf-8")
    line = text[: text.index(new)].count("\n") + 1
    done = build_here(project, tmp_path / "site")
    found = [each for each in told(done) if each.startswith("mkdocs.yml")]
    assert [each.startswith(f"mkdocs.yml:{line}: {message}") for each in found] == [True]
    assert done.code == 1


def test_a_recipe_can_allow_more(tmp_path: Path) -> None:
    write(tmp_path / "docs/index.md", '# Words\n\n<video src="a.mp4" poster="https://a.example/b.png"></video>\n')
    write(tmp_path / "docs/CNAME", "a.example\n")
    write(tmp_path / "docs/a.mp4", "")
    hook = Path(__file__).parents[1] / "hooks/guard_pages.py"
    safe = "extra: {safe: {html: {video: [src, poster]}, files: ['*.mp4'], names: [CNAME]}}\n"
    write(tmp_path / "mkdocs.yml", f"site_name: A\ntheme: mkdocs\nhooks: [{hook}]\n{safe}")
    message = 'docs/index.md:3: media: "https://a.example/b.png" is loaded from another site. Put the file into '
    assert [each.startswith(message) for each in told(build_here(tmp_path, tmp_path / "site"))] == [True]
