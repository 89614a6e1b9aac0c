"""Hooks stand alone: any of them may be left out, in any order, and what is not there is not shown."""

import filecmp
import re
import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path
from urllib.parse import unquote

import pytest
import yaml
from building import ROOT, SMALL, Build, build, build_here, changed, copy_of, spoil
from selectolax.lexbor import LexborHTMLParser

pytestmark = pytest.mark.xdist_group("hooks")  # its builds are made once, by one worker

PLAIN = (
    ("docs/index.md", "[helps][practice-daily]", "helps"),
    ("docs/faq/how-long.md", "[helps][practice-daily]", "helps"),
    ("docs/faq/how-long.md", "[does not help][talent-only]", "does not help"),
    ("docs/today.yml", "[helps][practice-daily]", "helps"),
    ("docs/help.md", "![Most drops come from the second throw](assets/charts/drops.svg)", "Look out."),
    ("docs/help.md", "![A juggler walks](assets/figures/stride.svg)", "Stand still."),
    ("docs/help.md", "![A person throws a ball](assets/figures/thrower.svg)", "With one hand."),
    ("docs/cards/index.md", "[all of it as data](cards.json)", "all of it"),
)
"""Links in prose to what only a hook makes, and what stands there where no hook says that it is left out."""

SHOWN = {
    "ready_templates": ("index.html", 'class="bs-help"'),
    "check_pages": ("help/index.html", '<footer class="bs-checked"'),
    "explain_terms": ("index.html", '<abbr title="A pattern of three balls that cross in the air.">'),
    "cite_claims": ("evidence/index.html", '<h3 id="practice-daily">'),
    "show_exercises": ("exercises/toss/index.html", '<ul class="bs-facts"'),
    "draw_figures": ("exercises/toss/index.html", 'aria-label="The person throws it up."'),
    "print_cards": ("cards/index.html", 'href="pdf/toss-a4.pdf"'),
    "supply_studio": ("cards/studio.json", '"id":"toss"'),
    "index_faq": ("faq/index.html", '<div class="bs-question"'),
    "ask_today": ("today/feet/index.html", '<div class="bs-today bs-today--answer">'),
    "keep_addresses": ("drops/index.html", 'content="0; url=../help/"'),
    "index_search": ("index.html", 'data-bs-opens="bs-search"'),
    "dress_pages": ("index.html", 'rel="stylesheet" href="assets/stylesheets/page-'),
    "keep_offline": ("index.html", 'rel="manifest"'),
    "describe_pages": ("index.html", '<script type="application/ld+json">'),
    "share_pages": ("index.html", '<meta property="og:title"'),
    "check_links": ("", "links: "),
}
"""For each hook a page and what only it shows there, or what it says where there is no page."""

TOLD = {
    "explain_terms": {"the terms of the glossary are neither explained nor listed"},
    "cite_claims": {"claims are neither cited nor listed"},
    "show_exercises": {"the pages of exercises/ are plain pages, and no menu lists them"},
    "draw_figures": {"no figures are drawn"},
    "print_cards": {"no cards are printed"},
    "index_faq": {"the pages of faq/ are plain pages, and no menu lists them"},
    "ask_today": {"the questions of today/ are not asked"},
    "index_search": {"the pages have no search"},
    "dress_pages": {"the pages have no stylesheet"},
    "keep_offline": {"readers can keep nothing for times without a network"},
}
"""What any hook that reads the guide says for want of another."""

LINE = re.compile(r"INFO - (.+): (\w+)\.py is not among the hooks\.$", re.MULTILINE)
SILENT = ("refresh_preview", "show_problems", "guard_pages", "proofread_pages", "check_words")
"""The hooks that show nothing: two work in a preview alone, three speak only of what is wrong."""
APART = "check_links"
"""The hook that knows nothing of guides: it works on other sites too."""
NAMES = (*SHOWN, *SILENT)
NOTATION = re.compile(r"\]\[[a-z]|!\[")
"""How a citation or a picture begins that nobody read."""


@pytest.fixture(scope="module")
def guide(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copy_of(SMALL, tmp_path_factory.mktemp("hooks"))


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Path:
    project = copy_of(SMALL, tmp_path_factory.mktemp("plain"))
    for change in PLAIN:
        spoil(project, *change)
    return project


@pytest.fixture(scope="module")
def recipe(guide: Path) -> dict[str, str]:
    """Return the path of each hook that the guide has, by name, in its order."""
    listed = yaml.safe_load((guide / "mkdocs.yml").read_text("utf-8"))["hooks"]
    return {Path(each).stem: each for each in listed}


@pytest.fixture(scope="module")
def whole(guide: Path, recipe: dict[str, str]) -> Build:
    return built(guide, recipe, NAMES, "whole")


def built(guide: Path, recipe: dict[str, str], names: Sequence[str], site: str = "site") -> Build:
    """Build with some of the hooks; the looks are shared in any case."""
    changed(guide, {"hooks": [recipe["share_looks"], *(recipe[name] for name in names)]})
    return build_here(guide, guide.parent / site)


def shows(done: Build, name: str) -> bool:
    page, piece = SHOWN[name]
    return piece in (done.text(page) if page and (done.site / page).exists() else "" if page else done.said)


def raw(done: Build) -> list[str]:
    """Return what readers should not see: notation that stays text, pictures and links of what is not there."""
    found = []
    for file in sorted(done.site.rglob("*.html")):
        page, name = LexborHTMLParser(file.read_text("utf-8")), file.relative_to(done.site).as_posix()
        for each in page.css("code, pre, script"):
            each.decompose()
        found += [f"{name}: {match[0]}" for match in NOTATION.finditer(page.body.text() if page.body else "")]
        for each in page.css("article img[src], article a[href]"):
            address = str(each.attributes.get("src") or each.attributes["href"]).partition("#")[0].partition("?")[0]
            there = (file.parent / unquote(address)).resolve()
            if ":" not in address and address and not address.startswith("/") and not there.exists():
                found.append(f"{name}: {address}")
    return found


def lines(done: Build) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for what, hook in LINE.findall(done.said):
        found.setdefault(hook, set()).add(what)
    return found


def expected(names: Sequence[str]) -> dict[str, set[str]]:
    """Return what is told by the hooks that are there, for want of each that is not."""
    return {hook: said for hook, said in TOLD.items() if hook not in names and {*names} - {APART}}


def quiet(done: Build) -> bool:
    return done.code == 0 and not re.search("WARNING|ERROR|Traceback", done.said)


def test_the_list_here_is_that_of_the_guide_and_of_the_project(recipe: dict[str, str]) -> None:
    assert set(recipe) == {"share_looks", *NAMES}
    ours = yaml.compose((ROOT / "mkdocs.yml").read_text("utf-8"))
    assert isinstance(ours, yaml.MappingNode)
    (listed,) = [value for key, value in ours.value if key.value == "hooks"]
    assert {Path(each.value).stem for each in listed.value} == set(NAMES)


def test_with_all_hooks_all_is_shown_and_nothing_is_lacking(whole: Build) -> None:
    assert quiet(whole), whole.said
    assert [name for name in SHOWN if not shows(whole, name)] == []
    assert lines(whole) == {}


@pytest.mark.parametrize("left_out", NAMES)
def test_without_one_hook_the_others_show_theirs(guide: Path, recipe: dict[str, str], left_out: str) -> None:
    names = [name for name in NAMES if name != left_out]
    done = built(guide, recipe, names)
    assert quiet(done), done.said
    needs_exercises = {"draw_figures"} if left_out == "show_exercises" else set()
    assert {name for name in SHOWN if not shows(done, name)} == ({left_out} - set(SILENT)) | needs_exercises
    assert lines(done) == expected(names)
    assert raw(done) == []


@pytest.mark.parametrize(
    "left_out",
    [name if name == "cite_claims" else pytest.param(name, marks=pytest.mark.thorough) for name in NAMES],
)
def test_our_own_pages_read_well_without_any_one_hook(tmp_path: Path, left_out: str) -> None:
    project = tmp_path / "own"
    for part in ("docs", "overrides", "prose"):
        shutil.copytree(ROOT / part, project / part)
    shutil.copy(ROOT / "published.txt", project)
    shutil.copytree(ROOT / ".cache", project / ".cache")
    recipe, times = re.subn(rf"  - hooks/{left_out}\.py.*\n", "", (ROOT / "mkdocs.yml").read_text("utf-8"))
    assert times == 1
    (project / "mkdocs.yml").write_text(recipe.replace("- hooks/", f"- {ROOT.as_posix()}/hooks/"), encoding="utf-8")
    done = build(project, tmp_path / "site")
    assert done.code == 0, done.said
    assert raw(done) == []


@pytest.mark.thorough
@pytest.mark.parametrize("name", NAMES)
def test_one_hook_alone_builds(guide: Path, plain: Path, recipe: dict[str, str], name: str) -> None:
    if name == APART:
        changed(plain, {"not_in_nav": "/exercises/*\n/faq/*"})  # a guide says so otherwise
    done = built(plain if name == APART else guide, recipe, [name])
    changed(plain, {"not_in_nav": None})
    assert quiet(done), done.said
    alone = {name} - {*SILENT, "draw_figures"}  # figures stand on the pages of exercises
    assert {each for each in SHOWN if shows(done, each)} == alone
    assert lines(done) == expected([name])


def test_without_any_hook_the_pages_are_built(plain: Path, recipe: dict[str, str]) -> None:
    done = built(plain, recipe, [])
    assert quiet(done), done.said
    assert "Every throw is the same throw." in done.text("exercises/toss/index.html")
    assert [name for name in SHOWN if shows(done, name)] == []


def orders() -> Iterator[tuple[str, ...]]:
    for place in range(len(NAMES) - 1):
        yield (*NAMES[:place], NAMES[place + 1], NAMES[place], *NAMES[place + 2 :])
    yield NAMES[::-1]


@pytest.mark.parametrize("order", list(orders()), ids=lambda order: f"{order[0]}...{order[-1]}")
def test_in_any_order_the_same_site_comes_of_it_and_links_are_checked_last(
    guide: Path, recipe: dict[str, str], whole: Build, order: tuple[str, ...]
) -> None:
    done = built(guide, recipe, order)
    assert quiet(done), done.said
    assert done.said.splitlines()[-2].startswith("INFO - links: "), done.said
    names = sorted(file.relative_to(whole.site).as_posix() for file in whole.site.rglob("*") if file.is_file())
    assert sorted(file.relative_to(done.site).as_posix() for file in done.site.rglob("*") if file.is_file()) == names
    _same, different, missing = filecmp.cmpfiles(whole.site, done.site, names, shallow=False)
    assert (different, missing) == ([], [])
