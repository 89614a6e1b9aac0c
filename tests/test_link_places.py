"""Whom the link check reaches and what it reads: reach, a build, and its doors."""

import datetime as dt
import importlib
import sys
from collections.abc import Mapping
from typing import Any

import pytest
from mkdocs.exceptions import ConfigurationError
from site_link_check import __main__ as command
from site_link_check import plugin as plugin_module
from site_link_check.build import Facts, build_of
from site_link_check.judge.fault import Place
from site_link_check.judge.links import Built
from site_link_check.judge.reach import broken_promises, gone_addresses, reach_faults, redirect_faults, unused_assets
from site_link_check.judge.suggestion import Suggestions
from site_link_check.judge.target import Judge
from site_link_check.plugin import LinkCheck
from site_link_check.read.address import Home
from site_link_check.read.built_page import BuiltPage, read_page
from site_link_check.read.recipe import Disk, MadeFile, Nav, Recipe
from site_link_check.read.site import Site
from site_link_check.read.source import Text
from site_link_check.settings import LinkSettings, Promise

FILE = "docs/a.md"
HOME = Home("https://example.org", "/")


def page(html: str, file: str = "a.html") -> BuiltPage:
    return read_page(f"<html><body><article>{html}</article></body></html>", file=file)


# ---- Reach ----


def site_of(pages: Mapping[str, str], **more: str) -> tuple[Built, Site, Judge]:
    """Return a site of pages, each made from its Markdown, and of more files made from files of the same name."""
    read = {file: page(html, file) for file, html in pages.items()}
    made = {file: file.replace(".html", ".md") for file in pages} | more
    site = Site(HOME, frozenset(made), made)
    return Built(read, {}), site, Judge(site, read, Suggestions(site, read))


def rules(faults: Any) -> list[tuple[str, str]]:  # noqa: ANN401 an iterable of faults
    return [(fault.rule, fault.file) for fault in faults]


def test_a_page_is_in_the_menu_once_and_few_clicks_away() -> None:
    built, site, judge = site_of(
        {
            "index.html": '<a href="a.html">a</a>',
            "a.html": '<a href="b.html">b</a>',
            "b.html": '<a href="a.html">a</a>',
            "lost.html": "",
        }
    )
    nav = Nav(("index.html", "a.html", "a.html"), frozenset({"lost.html"}))
    settings = LinkSettings.model_validate({"clicks": 1})
    assert rules(reach_faults(built, site, judge, nav, settings)) == [
        ("nav-omitted", "b.html"),
        ("page-far", "b.html"),
        ("page-unreached", "lost.html"),
        ("nav-repeated", "a.html"),
    ]
    near = LinkSettings.model_validate({"clicks": 2})
    assert rules(reach_faults(built, site, judge, Nav(), near, {"lost.html"})) == []


def test_a_page_that_sends_its_readers_on_must_not_send_them_round_or_nowhere() -> None:
    onward = '<meta http-equiv="refresh" content="0; url={}">'
    texts = {"a.html": "b.html", "b.html": "a.html", "c.html": "gone.html", "d.html": "e.html"}
    read = {file: read_page(f"<html><head>{onward.format(to)}</head></html>", file=file) for file, to in texts.items()}
    read["e.html"] = page("x", "e.html")
    site = Site(HOME, frozenset(read))
    found = redirect_faults(Built(read, {}), site, Judge(site, read, Suggestions(site, read)))
    assert rules(found) == [
        ("redirect-loop", "a.html"),
        ("redirect-loop", "b.html"),
        ("redirect-missing", "c.html"),
    ]


def test_a_file_that_nothing_uses_is_told_but_for_those_that_machines_ask_for() -> None:
    built, site, judge = site_of(
        {"index.html": '<img src="used.png" alt="x">'},
        **{name: name for name in ("used.png", "unused.png", "robots.txt", "word.js", "kept.csv", "part.txt")},
    )
    built = Built(built.pages, {}, words=frozenset({"word.js"}))
    settings = LinkSettings.model_validate({"unused": ["*.csv"]})
    assert rules(unused_assets(built, site, judge, settings, frozenset({"docs/part.txt"}))) == [
        ("asset-unused", "unused.png")
    ]


def test_an_address_that_was_published_still_answers() -> None:
    _, _, judge = site_of({"index.html": "", "a.html": '<p id="x">x</p>'})
    inventory = "# Old\n\n/\n/a.html # a note\n/a.html#x\n/gone.html\n/a.html#y\n"
    found = list(gone_addresses(inventory, file="published.txt", judge=judge))
    assert [fault.place for fault in found] == [Place("published.txt", 6, 1, 10), Place("published.txt", 7, 1, 9)]
    assert found[0].text.startswith('"/gone.html" was published and is gone, expected a page or a redirect.')


def test_what_front_matter_names_is_a_page_that_links_back() -> None:
    built, site, judge = site_of({"a.html": "", "b.html": '<a href="a.html">a</a>', "c.html": ""})
    data = {"see": ["b", "c", "d", 7]}
    records = {"a.md": (FILE, data, lambda: {("see",): 2, ("see", 1): 3, ("see", 2): 4})}
    promise = Promise(pages="*.md", key="see", target=["{}.md"])
    assert [(fault.rule, fault.place) for fault in broken_promises([promise], records, built, site, judge)] == [
        ("not-shown", Place(FILE, 3)),
        ("id-unknown", Place(FILE, 4)),
    ]
    quiet = promise.model_copy(update={"shown": False})
    assert [fault.rule for fault in broken_promises([quiet], records, built, site, judge)] == ["id-unknown"]
    anchored = promise.model_copy(update={"target": ["{}.md#x"]})
    named = {"a.md": (FILE, {"see": "b"}, dict)}
    assert [fault.rule for fault in broken_promises([anchored], named, built, site, judge)] == ["id-unknown"]
    marked, site_, judge_ = site_of({"a.html": "", "b.html": '<p id="x"><a href="a.html">a</a></p>'})
    assert list(broken_promises([anchored], named, marked, site_, judge_)) == []
    other = promise.model_copy(update={"pages": "faq/*"})
    assert list(broken_promises([other], records, built, site, judge)) == []
    assert list(broken_promises([], records, built, site, judge)) == []


# ---- A build ----

TREE = {
    "/p/mkdocs.yml": "site_name: x\nextra:\n  links:\n    inventory: published.txt\n",
    "/p/published.txt": "/\n",
    "/p/docs/inc/s.md": "words",
}


def read(
    links: object,
    *made: MadeFile,
    tree: Mapping[str, str] = TREE,
    without: Mapping[str, Any] | None = None,
    **recipe: object,
) -> tuple[Any, list[Any]]:
    """Return a build and what is wrong with its settings; `without` are the facts of what it did not make."""
    fields: dict[str, Any] = {
        "file": "/p/mkdocs.yml", "root": "/p", "repository": "/p", "docs": "/p/docs", "site_url": "https://a.b/c/",
        "directory_urls": True, "edit_address": "https://code.example/me/it/edit/main/docs/", "site": "/p/site",
    }  # fmt: skip
    disk = Disk(tree.get, lambda folder: [each for each in tree if each.startswith(folder)], tree.__contains__)
    facts = Facts(made, frozenset(file.name for file in made), **(without or {}))
    day = dt.date(2026, 3, 1)
    return build_of(Recipe(**{**fields, "links": links, **recipe}), facts, disk=disk, today=day)


def test_a_build_knows_its_files_where_they_came_from_and_what_was_published() -> None:
    build, problems = read(
        {"inventory": "published.txt"},
        MadeFile("index.html", "index.md", "# A"),
        MadeFile("draft.html", "draft.md", "x", withheld=True),
        MadeFile("made.html", "made.md", "x", made_by="hook"),
        MadeFile("a.png", "a.png", None),
    )
    assert problems == []
    assert build.inventory == "/\n"
    assert build.sources.pages == {"index.html": Text("docs/index.md", "# A")}
    assert build.sources.made_by == {"made.html": "hook"}
    assert build.site.made_from == {"index.html": "index.md", "made.html": "made.md", "a.png": "a.png"}
    assert build.site.withheld == {"draft.html": "draft.md"}
    assert build.site.home == Home("https://a.b", "/c/")
    assert build.site.repository == "https://code.example/me/it/blob/main/docs/"
    assert build.settings_path == ("extra", "links")
    assert build.line_of(("extra", "links", "inventory")) == 4


def test_builds_within_a_build_keep_to_their_own_pages() -> None:
    made = (MadeFile("a.html", "a.md", "x"), MadeFile("de/a.html", "a.md", "x", family=1))
    assert read({}, *made)[0].site.families == {"a.html": {"a.md": "a.html"}, "de/a.html": {"a.md": "de/a.html"}}
    assert read({}, *made[:1])[0].site.families == {}


def test_front_matter_is_read_where_it_has_a_key_of_a_promise() -> None:
    made = (MadeFile("a.html", "a.md", "---\nsee: b\n---\n"), MadeFile("b.html", "b.md", "---\nother: a\n---\n"))
    records = read({"promises": [{"pages": "*", "key": "see.also"}]}, *made)[0].records
    assert {source: record[:2] for source, record in records.items()} == {"a.md": (FILE, {"see": "b"})}


def test_settings_that_are_wrong_are_told_with_their_line() -> None:
    _, problems = read({"inventory": "gone.txt"})
    assert [(each.file, each.line, each.rule, each.text) for each in problems] == [
        ("mkdocs.yml", 4, "inventory", 'there is no file "gone.txt".')
    ]
    tree = {**TREE, "/p/mkdocs.yml": "extra:\n  links:\n    clicks: many\n"}
    assert [(each.line, each.rule.split(".")[-1]) for each in read({"clicks": "many"}, tree=tree)[1]] == [(3, "clicks")]


def needless(links: object, **without: object) -> list[tuple[int, str, str]]:
    """Return what is told of settings for a site with a page that names another, a page without data, and a picture."""
    recipe = "extra:\n  links:\n    unused:\n      - 1\n      - 2\n    promises:\n      - pages: a\n        key: a\n"
    tree = {"/p/mkdocs.yml": recipe}
    made = (
        MadeFile("a.html", "a.md", "---\nsee: {also: b}\n---\n"),
        MadeFile("b.html", "b.md", "---\n- see\n---\nWords"),
        MadeFile("img/a.png", "img/a.png", None),
        MadeFile("OWNER", "OWNER", None),
    )
    return [(each.line, each.rule, each.text) for each in read(links, *made, tree=tree, without=without)[1]]


def test_a_pattern_of_files_that_no_file_fits_is_told_unless_the_build_leaves_them_out() -> None:
    assert needless({"unused": ["*.png", "img/*"]}) == []
    assert needless({"unused": ["*.md"]}) == [(4, "unused.1", 'no file fits "*.md".')]
    assert needless({"unused": ["*q"]}) == [(4, "unused.1", 'no file fits "*q".')]
    told = [(5, "unused.2", 'no file fits "imgs/*". Did you mean "img/*"?')]
    assert needless({"unused": ["*.png", "imgs/*"]}) == told
    assert needless({"unused": ["*.png", "imgs/*"]}, left_out=("img/*",)) == told
    for left_out in ("imgs/*", "*", "imgs/a.png"):
        assert needless({"unused": ["*.png", "imgs/*"]}, left_out=(left_out,)) == []
    assert needless({"unused": ["*.png", "imgs/*"]}, unmade=("a.md",)) == []


def test_a_key_that_no_page_has_is_told_unless_a_page_could_not_be_made() -> None:
    for key in ("see", "see.also"):
        assert needless({"promises": [{"pages": "*.md", "key": key}]}) == []
    wrong = {"promises": [{"pages": "*.md", "key": "sea"}]}
    assert needless(wrong) == [(8, "promises.1.key", 'no page that fits "*.md" has "sea". Did you mean "see"?')]
    assert needless(wrong, unmade=("a.md",)) == []
    assert needless({"promises": [{"pages": "b.md", "key": "see"}]}) == [
        (8, "promises.1.key", 'no page that fits "b.md" has "see".')
    ]
    assert [rule for _, rule, _ in needless({"promises": [{"pages": "c.md", "key": "see"}]})] == ["promises.1.pages"]


def test_a_plugin_has_its_settings_under_its_own_name() -> None:
    for text in ("plugins:\n  - search\n  - site_link_check:\n      clicks: 3\n", "plugins:\n  site_link_check: {}\n"):
        build, _ = read({}, tree={"/p/mkdocs.yml": text})
        assert build.settings_path[0] == "plugins"
        assert build.settings_path[-1] == "site_link_check"


def test_snippets_are_read_once_also_through_others() -> None:
    tree = {**TREE, "/p/docs/inc/t.md": '--8<-- "s.md"\n--8<-- "t.md"\n'}
    build, _ = read({}, MadeFile("a.html", "a.md", '--8<-- "t.md"\n'), tree=tree, snippets={"base_path": ["docs/inc"]})
    assert build.sources.snippets.keys() == {"t.md", "s.md"}
    assert build.sources.snippets["s.md"] == Text("docs/inc/s.md", "words")
    assert read({}, MadeFile("a.html", "a.md", '--8<-- "t.md"\n'), tree=tree)[0].sources.snippets == {}


# ---- The doors ----


def test_the_plugin_hands_its_options_to_the_door_and_refuses_others() -> None:
    plugin = LinkCheck()
    assert plugin.load_config({"clicks": 3, "preset": "links"}) == ([], [])
    assert (plugin.config.clicks, plugin.config.preset, plugin.config.unused) == (3, "links", [])
    refused: tuple[dict[str, Any], ...] = (
        {"clicks": "three"},
        {"preset": "some"},
        {"unused": [1]},
        {"elsewhere": [1]},
        {"search": [1]},
        {"severity": []},
        {"states": []},
        {"exceptions": {}},
        {"promises": {}},
        {"inventory": 1},
        {"baseline": 1},
        {"sarif": 1},
        {"json_lines": 1},
    )
    for wrong in refused:
        errors, _ = LinkCheck().load_config(wrong)
        assert [key for key, _ in errors] == list(wrong)


def test_the_plugin_hands_each_event_to_the_door_after_all_other_plugins(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[tuple[str, tuple[object, ...], dict[str, object]]] = []

    class Noted:
        settings: object = None

        def __getattr__(self, name: str) -> Any:  # noqa: ANN401 any event
            return lambda *arguments, **named: seen.append((name, arguments, named))

    one: Any = LinkCheck()
    one.load_config({"clicks": 3})
    door = Noted()
    monkeypatch.setattr(one, "_door", door)
    one.on_startup(command="serve", dirty=True)
    one.on_config("config")
    one.on_pre_build(config="config")
    one.on_nav("nav", config="config", files="files")
    one.on_page_markdown("words", page="page", config="config", files="files")
    one.on_post_build(config="config")
    one.on_shutdown()
    assert seen == [
        ("on_startup", (), {"command": "serve", "dirty": True}),
        ("on_config", ("config",), {}),
        ("on_pre_build", (), {"config": "config"}),
        ("on_nav", ("nav",), {"config": "config", "files": "files"}),
        ("on_page_markdown", ("words",), {"page": "page"}),
        ("on_post_build", (), {"config": "config"}),
        ("on_shutdown", (), {}),
    ]
    assert door.settings == {**dict(one.config), "clicks": 3}
    last = [getattr(getattr(LinkCheck, name), "mkdocs_priority", 0) for name in ("on_page_markdown", "on_post_build")]
    assert last == [-1000, -1000]


def test_the_plugin_says_what_is_not_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "site_link_check.door", None)
    with pytest.raises(
        ConfigurationError, match=r"needs site_link_check\.door, which is not installed: run pip install"
    ):
        importlib.reload(plugin_module)


def test_the_command_says_what_is_not_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "site_link_check.command", None)
    with pytest.raises(SystemExit, match=r"needs site_link_check\.command, which is not installed: run pip install"):
        importlib.reload(command)
