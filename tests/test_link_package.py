"""The package serves strangers: as a plugin, as a command for any folder, with a preset, a baseline and mends."""

import io
import subprocess
import sys
import threading
from importlib.metadata import EntryPoint
from pathlib import Path

import pytest
from building import ROOT
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from river import CHECK, Case, messages, prepare
from site_link_check.check import check_links
from site_link_check.command import main
from site_link_check.door import Door

FAULTS = "\nSee [a](watre.md), [b](water.md#Drinking), [c](water.html) and [click here](water.md).\n"
BROKEN = (
    'docs/guide/boats.md:12:9: target-missing: "watre.md" is no page. Did you mean "water.md"?',
    'docs/guide/boats.md:12:24: anchor-case: "#Drinking" on guide/water.md differs by letter case. Did you mean "#drinking"?',  # noqa: E501
    'docs/guide/boats.md:12:48: target-missing: "water.html" is no page. Did you mean "water.md"?',
)
PAGES = {
    "index.html": '<html><body><a href="guide/">G</a><main><h1 id="a">A</h1>\n<a href="gone.html">x</a></main>',
    "guide/index.html": '<html><body><main><p>\n<a href="../index.html#A">a</a> <a href="../">home</a></p></main>',
}


def lay(folder: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def said(folder: Path, capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, list[str]]:
    """Return how the command ends, and what it says but for its last line."""
    code = main([str(folder), *arguments])
    return code, [line for line in capsys.readouterr().out.splitlines() if not line.startswith("links: ")]


def river(folder: Path, settings: str = "", *, as_plugin: bool = True) -> Path:
    """Return the river with faults in it, checked by the plugin with settings or by the hook."""
    project = prepare(Case("faults", append={"docs/guide/boats.md": FAULTS}), folder)
    recipe = project / "mkdocs.yml"
    text = recipe.read_text(encoding="utf-8")
    if as_plugin:
        text = text.replace(f"  - {CHECK}\n", "").replace(
            "  - search\n", f"  - search\n  - site_link_check: {{{settings}}}\n"
        )
    recipe.write_text(text, encoding="utf-8")
    return project


@pytest.fixture
def plugin(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let MkDocs find the plugin, as it does when the wheel is installed."""
    entry = EntryPoint("site_link_check", "site_link_check.plugin:LinkCheck", "mkdocs.plugins")
    known = dict(MkDocsConfig._schema)["plugins"].installed_plugins  # type: ignore[attr-defined]  # noqa: SLF001
    monkeypatch.setitem(known, entry.name, entry)


@pytest.mark.usefixtures("plugin")
def test_the_plugin_finds_what_the_hook_finds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    by_hook = messages(river(tmp_path / "hook", as_plugin=False), monkeypatch)
    by_plugin = messages(river(tmp_path / "plugin", "inventory: published.txt"), monkeypatch)
    assert by_hook == by_plugin
    assert set(BROKEN) < set(by_plugin)


@pytest.mark.usefixtures("plugin")
def test_the_preset_for_links_tells_only_what_is_broken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert sorted(messages(river(tmp_path / "river", "preset: links"), monkeypatch)) == sorted(BROKEN)


@pytest.mark.usefixtures("plugin")
def test_a_wrong_option_of_the_plugin_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(Abort):
        messages(river(tmp_path / "one", "preset: most"), monkeypatch)
    said_of_rule = messages(river(tmp_path / "two", "preset: links, severity: {link-vage: off}"), monkeypatch)
    assert 'mkdocs.yml:18: severity: "link-vage" is no rule. Did you mean "link-vague"?' in said_of_rule


@pytest.mark.usefixtures("plugin")
@pytest.mark.parametrize(
    ("option", "message"),
    [
        (
            "states: {idnex.md: ['v=*'], index.md: ['v=*']}",
            'states.idnex.md: no page fits "idnex.md". Did you mean "index.md"?',
        ),
        (
            "promises: [{pages: '*.md', key: a}, {pages: 'fog/*.md', key: a}]",
            'promises.2.pages: no page fits "fog/*.md".',
        ),
    ],
)
def test_a_setting_for_pages_that_no_page_fits_is_told_with_its_line(
    option: str, message: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = messages(river(tmp_path / "river", f"preset: links, {option}"), monkeypatch)
    assert [each for each in said if "no page fits" in each] == [f"mkdocs.yml:18: {message}"]


@pytest.mark.usefixtures("plugin")
def test_a_baseline_lets_through_what_is_known_and_nothing_new(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    project = river(tmp_path / "river", "preset: links, baseline: known.txt")
    monkeypatch.setenv("LINKS_BASELINE", "write")
    assert set(BROKEN) < set(messages(project, monkeypatch))
    monkeypatch.delenv("LINKS_BASELINE")
    assert messages(project, monkeypatch) == []
    page = project / "docs/guide/boats.md"
    page.write_text(page.read_text().replace("See", "\nSee [z](new.md) and [again](watre.md) and", 1))
    new = messages(project, monkeypatch)
    assert [line.split(": ")[1:3] for line in new] == [
        ["target-missing", '"new.md" is no page.'],
        ["target-missing", '"watre.md" is no page. Did you mean "water.md"?'],
    ]


def test_what_has_one_sure_mend_is_shown_and_then_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    project = river(tmp_path / "river", as_plugin=False)
    page = project / "docs/guide/boats.md"
    before = page.read_text()
    monkeypatch.setenv("LINKS_FIX", "show")
    shown = messages(project, monkeypatch)
    after = "+See [a](watre.md), [b](water.md#drinking), [c](water.md) and [click here](water.md)."
    assert after in shown
    assert page.read_text() == before
    monkeypatch.setenv("LINKS_FIX", "write")
    messages(project, monkeypatch)
    assert page.read_text() == before.replace(FAULTS[1:], after[1:] + "\n")


def test_any_folder_of_html_is_checked_with_lines_in_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(lay(tmp_path, PAGES))
    code, lines = said(Path(), capsys)
    assert code == 1
    assert lines == [
        'guide/index.html:2:10: anchor-case: "#A" on index.html differs by letter case. Did you mean "#a"?',
        'index.html:2:10: target-missing: "gone.html" is no page.',
    ]


def test_with_its_markdown_the_lines_are_in_that(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    files = {f"public/{name}": text for name, text in PAGES.items()}
    files |= {"content/index.md": "# A\n\n[x](gone.html)\n", "content/guide.md": "[a](../index.html#A) [home](../)\n"}
    monkeypatch.chdir(lay(tmp_path, files))
    code, lines = said(Path("public"), capsys, "--markdown", "content")
    assert code == 1
    assert [line.partition(": ")[0] for line in lines] == ["content/guide.md:1:5", "content/index.md:3:5"]


def test_a_folder_without_pages_or_settings_that_are_none_get_a_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([str(tmp_path)]) == 2
    lay(tmp_path, {**PAGES, "bad.yml": "a: [", "list.yml": "- a"})
    for name in ("none.yml", "bad.yml", "list.yml"):
        assert main([str(tmp_path), "--settings", str(tmp_path / name)]) == 2
    assert len(capsys.readouterr().err.splitlines()) == 4


def test_the_command_keeps_a_baseline_and_mends(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(lay(tmp_path, PAGES))
    monkeypatch.setattr(sys, "stdin", io.StringIO())
    assert '+<a href="../index.html#a">' in "\n".join(said(Path(), capsys, "--fix")[1])
    assert (tmp_path / "guide/index.html").read_text() == PAGES["guide/index.html"]
    said(Path(), capsys, "--fix", "--yes")
    assert said(Path(), capsys)[1] == ['index.html:2:10: target-missing: "gone.html" is no page.']
    said(Path(), capsys, "--baseline", "known.txt", "--write-baseline")
    assert said(Path(), capsys, "--baseline", "known.txt") == (0, [])


@pytest.mark.parametrize("name", ["selectolax", "markdown"])
def test_a_library_that_is_missing_gives_a_sentence(name: str, tmp_path: Path) -> None:
    (tmp_path / f"{name}.py").write_text(f"raise ModuleNotFoundError('x', name='{name}')\n")
    program = (
        f"import sys; sys.path[:0] = [{str(tmp_path)!r}, {str(ROOT / 'hooks')!r}]; import site_link_check.__main__"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)  # noqa: S603 ours
    sentence = f"site_link_check needs {name}, which is not installed: run pip install {name}.\n"
    assert (done.returncode, done.stderr) == (1, sentence)


def test_the_command_ends_with_a_number_that_says_whether_something_is_wrong(tmp_path: Path) -> None:
    for name, link, code in (("good", "index.html", 0), ("bad", "gone.html", 1)):
        lay(tmp_path / name, {"index.html": f'<html><body><h1>A</h1><a href="{link}#">words</a></body></html>'})
        command = [sys.executable, "-m", "site_link_check", str(tmp_path / name), "--preset", "links"]
        done = subprocess.run(command, cwd=ROOT / "hooks", capture_output=True, text=True, check=False)  # noqa: S603 ours
        assert done.returncode == code, done.stdout + done.stderr


def test_a_preview_does_not_wait_for_the_check_and_the_newest_build_wins(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = prepare(Case("preview", append={"docs/guide/boats.md": FAULTS}), tmp_path / "river")
    monkeypatch.chdir(project)
    may_check, whole = threading.Event(), check_links

    def late(*arguments: object) -> object:
        may_check.wait(60)
        return whole(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr("site_link_check.door.check_links", late)
    with caplog.at_level("INFO", logger="mkdocs"):
        for _ in range(2):
            config = load_config(str(project / "mkdocs.yml"), site_dir=str(project / "site"))
            config.plugins.on_startup(command="serve", dirty=False)
            build(config)
        assert not [record for record in caplog.records if "target-missing" in record.getMessage()]
        checks = [thread for thread in threading.enumerate() if "_quietly" in thread.name]
        may_check.set()
        for thread in checks:
            thread.join(60)
    config.plugins.on_startup(command="build", dirty=False)
    said_once = [record.getMessage() for record in caplog.records if "watre.md" in record.getMessage()]
    assert said_once == [BROKEN[0]]
    assert len([record for record in caplog.records if record.getMessage().startswith("links: ")]) == 1


def test_a_check_that_breaks_down_does_not_end_the_preview(caplog: pytest.LogCaptureFixture) -> None:
    def broken() -> None:
        raise RuntimeError("no luck")

    Door()._quietly(broken, 0)  # noqa: SLF001 what the thread runs
    assert [record.getMessage() for record in caplog.records] == [
        "links: this build could not be checked (RuntimeError: no luck)."
    ]


def test_a_build_of_some_pages_tells_nothing_that_is_not_wrong(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    project = prepare(Case("dirty", append={"docs/guide/boats.md": "\nSee [new](new.md).\n"}), tmp_path / "river")
    first = messages(project, monkeypatch)
    assert ['"new.md" is no page.' in line for line in first] == [True]
    (project / "docs/guide/new.md").write_text("# New\n\nBack to [boats](boats.md).\n")
    assert [
        line for line in messages(project, monkeypatch, dirty=True) if ": nav-" not in line and "dirty" not in line
    ] == []
