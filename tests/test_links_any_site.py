"""Whatever pages and links a site has, exactly the broken links are reported, each at its place."""

import datetime as dt
import posixpath

import hypothesis.strategies as st
from hypothesis import given, settings
from site_link_check.check import Build, check_links
from site_link_check.read.address import Home
from site_link_check.read.site import Site, address_of
from site_link_check.read.source import Sources, Text
from site_link_check.settings import LinkSettings

NAMES = st.sampled_from(["river", "boat", "water", "reed", "weir", "quay", "Oar", "über", "a b"])
FOLDERS = st.sampled_from(["", "guide/", "guide/deep/", "start/"])
PAGES = st.lists(st.tuples(FOLDERS, NAMES), min_size=1, max_size=8, unique=True)
ANCHORS = st.sampled_from(["", "#bank", "#far-side", "#Bank", "#öl", "#none"])
IDS = frozenset({"bank", "far-side", "öl"})


@st.composite
def sites(draw: st.DrawFn) -> tuple[dict[str, str], list[tuple[str, str, str]], str]:
    """Return sources by file of the site, links as (file, target source, anchor), and the folder of the site."""
    pages = {f"{folder}{name}/index.html": f"{folder}{name}.md" for folder, name in draw(PAGES)}
    absent = f"{draw(FOLDERS)}absent.md"
    files, targets = st.sampled_from(sorted(pages)), st.sampled_from([*sorted(pages.values()), absent])
    links = draw(st.lists(st.tuples(files, targets, ANCHORS), max_size=12))
    return pages, links, draw(st.sampled_from(["/", "/river/"]))


def built_as_mkdocs_does(target: str, anchor: str, file: str, pages: dict[str, str]) -> str:
    """Return the address that MkDocs puts into a page: rewritten when the source is there, else as written."""
    source = pages[file]
    names = {source: name for name, source in pages.items()}
    if target not in names:
        return posixpath.relpath(target, posixpath.dirname(source) or ".") + anchor
    path = posixpath.relpath(address_of(names[target]), posixpath.dirname(file))
    return path.replace(" ", "%20") + "/" + anchor


@settings(max_examples=150)
@given(sites())
def test_exactly_the_broken_links_are_reported_each_at_its_line(
    site: tuple[dict[str, str], list[tuple[str, str, str]], str],
) -> None:
    pages, links, base = site
    html = dict.fromkeys(pages, '<h1>Page</h1><p id="bank">1</p><p id="far-side">2</p><p id="öl">3</p>')
    sources = dict.fromkeys(pages, "# Page\n")
    broken = set()
    for number, (file, target, anchor) in enumerate(links):
        written = posixpath.relpath(target, posixpath.dirname(pages[file]) or ".") + anchor
        html[file] += f'<p><a href="{built_as_mkdocs_does(target, anchor, file, pages)}">link {number}</a></p>'
        sources[file] += f"\nSee [link {number}](<{written}>).\n"
        line = sources[file].count("\n")
        if target not in pages.values():
            broken.add((f"docs/{pages[file]}", line, "target-missing"))
        elif anchor and anchor[1:] not in IDS:
            rule = "anchor-case" if anchor == "#Bank" else "anchor-missing"
            broken.add((f"docs/{pages[file]}", line, rule))
    texts = {file: Text(f"docs/{pages[file]}", text) for file, text in sources.items()}
    everything = LinkSettings.model_validate({"severity": {"page-unreached": "off", "link-self": "off"}})
    build = Build(
        Site(Home("https://example.org", base), frozenset(pages), pages),
        Sources(texts, others=[[]]),
        everything,
        dt.date(2026, 11, 23),
    )
    outcome = check_links(build, lambda name: f"<html><body><article>{html[name]}</article></body></html>".encode())
    found = {(each.problem.file, each.problem.line, each.problem.rule) for each in outcome.findings}
    assert found == broken
