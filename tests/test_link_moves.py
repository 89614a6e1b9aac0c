"""A link to a page that moved says where it went: by its history, by an old name, or by a redirect."""

import datetime as dt

import pytest
from site_link_check.check import Build, check_links
from site_link_check.judge.move import aliases, renames
from site_link_check.read.address import Home
from site_link_check.read.site import Site
from site_link_check.read.source import Sources, Text
from site_link_check.settings import LinkSettings

LOG = "R100\tguide/pond.md\tguide/lake.md\nR090\tguide/pool.md\tguide/pond.md\n"


def said(*, log: str = "", head: str = "", redirect: str = "") -> list[str]:
    """Return the messages for a page that links to `guide/pool.md`, which is no more."""
    pages = {"index.html": "index.md", "guide/lake/index.html": "guide/lake.md"}
    html = {
        "index.html": '<article><a href="guide/pool.md#deep">pool</a> <a href="guide/lake/">lake</a></article>',
        "guide/lake/index.html": '<article><h2 id="deep">Deep</h2></article>',
    }
    if redirect:
        html["guide/pool/index.html"] = f'<meta http-equiv="refresh" content="0; url={redirect}">'
    texts = {
        "index.html": Text("docs/index.md", "# Home\n\n[pool](guide/pool.md#deep) [lake](guide/lake.md)\n"),
        "guide/lake/index.html": Text("docs/guide/lake.md", head + "## Deep\n"),
    }
    site = Site(Home("", "/"), frozenset(html), pages)
    build = Build(site, Sources(texts), LinkSettings(), dt.date(2026, 11, 23), history=lambda: log)
    outcome = check_links(build, lambda name: html[name].encode())
    return [str(finding.problem) for finding in outcome.findings]


MOVED = (
    'docs/index.md:3:8: target-missing: "guide/pool.md#deep" is no page. It moved. Did you mean "guide/lake.md#deep"?'
)


def test_a_page_renamed_twice_is_found_by_its_history() -> None:
    assert said(log=LOG) == [MOVED]


@pytest.mark.parametrize("head", ["aliases: [pool]", "aliases:\n  - pool", 'redirect_from: ["pool.md"]'])
def test_a_page_is_found_by_an_old_name_in_front_matter(head: str) -> None:
    assert said(head=f"---\n{head}\n---\n") == [MOVED]


def test_a_page_is_found_by_a_redirect_from_its_old_address() -> None:
    assert said(redirect="../lake/") == [MOVED]


def test_renames_are_followed_to_the_last_name() -> None:
    assert renames(LOG) == {"guide/pond.md": "guide/lake.md", "guide/pool.md": "guide/lake.md"}
    assert renames("M\ta.md\n\n") == {}


def test_a_file_without_front_matter_has_no_old_names() -> None:
    assert aliases("# Title\n\naliases: [pool]\n") == []
