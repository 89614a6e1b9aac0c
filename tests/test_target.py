"""Each address on a page gets the one right verdict: sound, or broken for a reason that is told."""

# ruff: noqa: E501 one case a line

from collections.abc import Mapping, Sequence
from dataclasses import FrozenInstanceError
from typing import Any

import pytest
from site_link_check.judge.fault import Hint
from site_link_check.judge.links import read_built
from site_link_check.judge.suggestion import Suggestions
from site_link_check.judge.target import Judge, Verdict
from site_link_check.read.address import Home, home
from site_link_check.read.built_page import BuiltPage, read_page
from site_link_check.read.pdf import Pdf
from site_link_check.read.site import Site

HOME = Home("https://example.org", "/x/")
SOURCES = {
    "index.html": "index.md",
    "two/index.html": "two.md",
    "guide/deep/index.html": "guide/deep.md",
    "guide/index.html": "guide/index.md",
    "old.html": "old.html",
    "plan.pdf": "plan.pdf",
    "sheet.pdf": "sheet.pdf",
    "img/map.svg": "img/map.svg",
}
PAGES = {
    "index.html": '<p id="here">x</p>',
    "two/index.html": '<h2 id="part">Part</h2><p id="öl">x</p><p id="Mixed">x</p><p id="a%20b">x</p>',
    "guide/deep/index.html": '<h2 id="low-water">Low</h2>',
    "guide/index.html": "<p>x</p>",
    "old.html": '<meta http-equiv="refresh" content="0; url=two/">',
    "bare/index.html": "<p>x</p>",
}


def pages(more: Mapping[str, str] | None = None) -> dict[str, BuiltPage]:
    texts = {**PAGES, **(more or {})}
    return {name: read_page(f"<article>{html}</article>", file=name) for name, html in texts.items()}


def judge(*, states: Mapping[str, Sequence[str]] | None = None, **site: Any) -> Judge:  # noqa: ANN401 the fields of a site
    """Return a judge of a small site."""
    names = frozenset({*SOURCES, *PAGES, "empty/data.json", "notes.html"})
    values = {
        "home": HOME,
        "names": names,
        "made_from": SOURCES,
        "withheld": {"secret/index.html": "secret.md"},
        **site,
    }
    whole, read = Site(**values), pages()
    return Judge(
        whole, read, Suggestions(whole, read), pdfs={"plan.pdf": Pdf((), 8), "sheet.pdf": Pdf((), 1)}, states=states
    )


def rule(url: str, page: str = "guide/deep/index.html", **site: Any) -> str:  # noqa: ANN401 the fields of a site
    return judge(**site).verdict(url, page=page).rule


@pytest.mark.parametrize(
    "url",
    [
        "../../two/",
        "../../two/#part",
        "../../two/#%C3%B6l",
        "../../two/#öl",
        "../../two/#a%20b",
        "../../two/?q=1#part",
        "../../two/#part:~:text=Words",
        "../../two/#:~:text=Words",
        "../../two/#top",
        "../../two/#Top",
        "../../two/#!/route",
        "../../old.html",
        "../../old.html#part",
        "../../plan.pdf",
        "../../plan.pdf#page=1",
        "../../plan.pdf#page=8",
        "../../plan.pdf#zoom=50&page=8&view=x",
        "../../plan.pdf#nameddest=x",
        "../../img/map.svg#layer",
        "#low-water",
        "",
        "/x/two/#part",
        "https://example.org/x/two/#part",
        "https://example.org/elsewhere/",
        "https://example.com/",
        "mailto:a@example.org",
    ],
)
def test_what_leads_somewhere_is_sound(url: str) -> None:
    assert rule(url) == ""


@pytest.mark.parametrize(
    ("url", "expected", "text"),
    [
        ("../../tow/", "target-missing", '"../../tow/" is no page.'),
        ("../../two.txt", "target-missing", '"../../two.txt" is no file.'),
        ("../../nothing", "target-missing", '"../../nothing" is no page.'),
        ("/x/tow/", "target-missing", '"/x/tow/" is no page.'),
        ("https://example.org/x/tow/", "target-missing", '"https://example.org/x/tow/" is not in this site.'),
        ("../Two.md", "target-case", '"../Two.md" differs by letter case.'),
        ("../../Two/", "target-case", '"../../Two/" differs by letter case.'),
        ("../two.md", "target-markdown", '"../two.md" is right in Markdown, but here nothing rewrites it. Did you mean "../../two/"?'),
        ("../img/map.svg", "target-missing", '"../img/map.svg" is right in Markdown, but here nothing rewrites it. Did you mean "../../img/map.svg"?'),
        ("../../secret/", "target-excluded", "secret.md is not built: it is excluded or a draft."),
        ("../secret.md", "target-excluded", "secret.md is not built: it is excluded or a draft."),
        ("../../../../out/", "target-outside", '"../../../../out/" climbs out of the site.'),
        ("/two/", "base-path", '"/two/" leaves out the folder of the site, expected "/x/two/" or a relative path.'),
        ("/none/", "base-path", '"/none/" is outside the folder of the site ("/x/"), expected a relative path.'),
        ("../../two/#prt", "anchor-missing", 'no "#prt" on two.md. Did you mean "#part"?'),
        ("../../two/#low-water", "anchor-missing", 'no "#low-water" on two.md. It is on guide/deep.md.'),
        ("../../two/#v2", "anchor-missing", 'no "#v2" on two.md.'),
        ("../../two/#a=b", "anchor-missing", 'no "#a=b" on two.md.'),
        ("../../two/#!x", "anchor-missing", 'no "#!x" on two.md.'),
        ("../../two/#mixed", "anchor-case", '"#mixed" on two.md differs by letter case. Did you mean "#Mixed"?'),
        ("#high", "anchor-missing", 'no "#high" on this page.'),
        ("#Low-Water", "anchor-case", '"#Low-Water" on this page differs by letter case. Did you mean "#low-water"?'),
        ("../../old.html#gone", "anchor-missing", 'no "#gone" on two.md.'),
        ("../../plan.pdf#page=9", "anchor-missing", "plan.pdf has 8 pages, there is no page 9."),
        ("../../sheet.pdf#page=2", "anchor-missing", "sheet.pdf has 1 page, there is no page 2."),
        ("../../#no", "anchor-missing", 'no "#no" on index.md.'),
        ("../../plan.pdf#page=0", "anchor-missing", "plan.pdf has 8 pages, there is no page 0."),
        ("../../two", "target-courtesy", '"../../two" works only where the server helps: a "/" is missing at the end.'),
        ("../../two/index.html", "target-courtesy", '"../../two/index.html" works only where the server helps: the page\'s own address is "two/".'),
        ("../../empty/", "target-courtesy", '"../../empty/" works only where the server helps: the folder has no page of its own.'),
        ("../../notes", "target-courtesy", '"../../notes" works only where the server helps: the ending ".html" is missing.'),
        ("a b", "url-malformed", '"a b" is no address: it has a space, expected "%20" or a name without spaces.'),
        ("http://localhost/", "scheme-local", '"http://localhost/" is only there on your own network.'),
        (" http://localhost/", "scheme-local", '"http://localhost/" is only there on your own network.'),
        ("www.example.com", "scheme-missing", '"www.example.com" has no scheme, expected "https://www.example.com".'),
        ("a%40example.org", "mail-without-scheme", '"a@example.org" is a mail address, expected "mailto:a@example.org".'),
    ],
)  # fmt: skip
def test_what_leads_nowhere_is_told_with_its_reason(url: str, expected: str, text: str) -> None:
    verdict = judge().verdict(url, page="guide/deep/index.html")
    assert (verdict.rule, verdict.text) == (expected, text)


@pytest.mark.parametrize(
    ("url", "verdict"),
    [
        ("../../two/", Verdict("", "", "two/", "two/index.html")),
        ("../../two/#part", Verdict("", "", "two/#part", "two/index.html", "part")),
        ("#low-water", Verdict("", "", "guide/deep/#low-water", "guide/deep/index.html", "low-water")),
        ("https://example.com/", Verdict("", "", "https://example.com/")),
    ],
)
def test_a_sound_verdict_names_its_target_in_one_form(url: str, verdict: Verdict) -> None:
    assert judge().verdict(url, page="guide/deep/index.html") == verdict


@pytest.mark.parametrize(
    ("url", "target", "file"),
    [
        ("../tow.md", "tow.md", ""),
        ("../../tow/", "../tow", ""),
        ("/x/tow/", "x/tow/", ""),
        ("https://example.org/x/tow/", "tow/", ""),
        ("../Two.md#a", "Two.md", ""),
        ("../secret.md#a", "secret/#a", ""),
        ("../secret.md", "secret/", ""),
        ("../two.md?a", "two.md", ""),
        ("../../two/#no", "two/#no", "two/index.html"),
        ("../../two", "two/", "two/index.html"),
        ("a b", "a b", ""),
        ("/two/", "/two/", ""),
        ("../../../../out/", "../../../out", ""),
        ("www.example.com", "guide/www.example.com", ""),
    ],
)
def test_a_broken_verdict_names_its_target_in_one_form(url: str, target: str, file: str) -> None:
    verdict = judge().verdict(url, page="guide/deep/index.html")
    assert (verdict.target, verdict.file) == (target, file)


@pytest.mark.parametrize(
    ("url", "mend"),
    [
        ("../two.md", "../../two/"),
        ("../img/map.svg", ""),
        ("../../two/#mixed", "Mixed"),
        ("../../guide/deep/#Low_Water", "low-water"),
        ("../../two/#prt", ""),
        ("../../tow/", ""),
    ],
)
def test_a_mend_is_given_only_where_it_is_sure(url: str, mend: str) -> None:
    assert judge().verdict(url, page="guide/deep/index.html").mend == mend


def test_a_state_is_allowed_for_the_page_that_the_settings_name() -> None:
    allowed = {"two.md": ["v=*", "w"], "g*": ["none"]}
    found = judge(states=allowed)
    rules = [found.verdict(url, page="index.html").rule for url in ("two/#v=1", "two/#w", "two/#ww", "guide/#v=1")]
    assert rules == ["", "", "anchor-missing", "anchor-missing"]


@pytest.mark.parametrize(
    ("url", "page", "expected"),
    [
        ("#part", "two/index.html", ""),
        ("apart", "two/index.html", "target-missing"),  # no sign, then an id of the page
        ("!part", "two/index.html", "target-missing"),
        ("#xpart", "two/index.html", "anchor-missing"),
        ("#part", "notes.html", ""),  # nobody read that page
        ("../old.html#part", "two/index.html", ""),  # it sends readers on to where the place is
        ("old.html#part", "old.html", "anchor-missing"),
        ("#part", "old.html", "anchor-missing"),  # and has no such place itself
    ],
)
def test_a_place_on_the_page_itself_is_one_of_its_ids(url: str, page: str, expected: str) -> None:
    assert rule(url, page) == expected


def test_an_id_with_a_sign_that_looks_like_an_escape_is_taken_as_it_stands() -> None:
    verdict = judge().verdict("#a%20b", page="two/index.html")
    assert verdict == Verdict("", "", "two/#a%20b", "two/index.html", "a%20b")


def test_a_page_is_known_by_its_name_wherever_that_was_read() -> None:
    assert judge().verdict("#high", page=b"guide/deep/index.html".decode()).text == 'no "#high" on this page.'
    assert judge().verdict("../guide/#no", page="two/index.html").text == 'no "#no" on guide/index.md.'
    assert rule("#part", b"old.html".decode()) == "anchor-missing"


def test_names_in_capitals_are_meant_by_small_letters_too() -> None:
    made = {**SOURCES, "Big/index.html": "Big.md"}
    found = judge(made_from=made, names=frozenset({*SOURCES, "Big/index.html"}))
    verdict = found.verdict("../../big/", page="guide/deep/index.html")
    assert (verdict.rule, verdict.hint) == ("target-case", Hint("Big.md"))


def test_a_source_that_only_another_language_has_does_not_differ_by_letter_case() -> None:
    made = {**SOURCES, "de/index.html": "index.md"}
    site = {"made_from": made, "names": frozenset(made), "families": {"de/index.html": {"index.md": "de/index.html"}}}
    assert rule("two.md", "de/index.html", **site) == "target-missing"


@pytest.mark.parametrize(
    ("url", "page", "held", "target"),
    [
        ("/x/secret.pdf", "two/index.html", {"secret.pdf": "secret.pdf"}, "secret.pdf"),
        ("/x/secret/", "two/index.html", {"secret/index.html": "secret.md"}, "secret/"),
        ("/x/", "two/index.html", {"index.html": "index.md"}, ""),
    ],
)
def test_what_is_held_back_is_known_by_its_address(url: str, page: str, held: dict[str, str], target: str) -> None:
    names = frozenset(SOURCES) - {"index.html"}
    verdict = judge(withheld=held, names=names).verdict(url, page=page)
    assert (verdict.rule, verdict.target) == ("target-excluded", target)


@pytest.mark.parametrize(
    ("url", "meant"),
    [
        ("watr.md", "guide/water.md"),
        ("../b/watr.md", "b/water.md"),
        ("/a-long-folder/guide/watr.md", "guide/water.md"),
    ],
)
def test_a_page_of_the_same_folder_is_meant_rather_than_one_elsewhere(url: str, meant: str) -> None:
    """A relative path counts from the folder of the source, one from the root of the host from there."""
    made = {
        "guide/a-long-name-of-a-page/index.html": "guide/a-long-name-of-a-page.md",
        "guide/water/index.html": "guide/water.md",
        "a/water/index.html": "a/water.md",
        "b/water/index.html": "b/water.md",
    }
    found = judge(home=Home("https://example.org", "/a-long-folder/"), made_from=made, names=frozenset(made))
    assert found.verdict(url, page="guide/a-long-name-of-a-page/index.html").hint == Hint(meant)


def test_one_address_leads_to_each_page_s_own_folder() -> None:
    found = judge()
    assert found.verdict("./", page="guide/index.html").target == "guide/"
    assert found.verdict("./", page="two/index.html").target == "two/"
    full = ["https://example.org/x/two/", "https://example.org/x/guide/", "/x/guide/deep/"]
    assert [found.verdict(url, page="index.html").target for url in full] == ["two/", "guide/", "guide/deep/"]


def test_a_missing_page_is_told_as_each_page_writes_it() -> None:
    found = judge()
    texts = [found.verdict(url, page=page).text for url, page in (("no/", "index.html"), ("../no/", "two/index.html"))]
    assert texts == ['"no/" is no page.', '"../no/" is no page.']


def test_verdicts_do_not_change() -> None:
    menu, _, _ = judge().around(read_page("<article></article>", file="index.html"))
    for value, name in ((Verdict(), "rule"), (menu, "faulty")):
        with pytest.raises(FrozenInstanceError):
            setattr(value, name, "x")


def test_equal_questions_from_other_folders_are_told_apart() -> None:
    found = judge()
    assert found.verdict("two/", page="index.html").rule == ""
    assert found.verdict("two/", page="guide/deep/index.html").rule == "target-missing"
    assert found.verdict("#part", page="two/index.html").rule == ""
    assert found.verdict("#part", page="index.html").rule == "anchor-missing"
    assert found.verdict("nothing/", page="index.html") is found.verdict("nothing/", page="index.html")


@pytest.mark.parametrize(
    ("url", "page", "base", "versions", "expected"),
    [
        ("../latest/", "index.html", "/x/", True, ""),
        ("../latest/", "index.html", "/x/", False, "target-outside"),
        ("../latest/", "index.html", "/x/1.0/", False, ""),
        ("../../dev/two/", "two/index.html", "/x/", True, ""),
        ("../../../dev/", "two/index.html", "/x/", True, "target-outside"),
        ("../other/", "index.html", "/x/", True, "target-outside"),
        ("/x/v2.1/two/", "index.html", "/x/", True, ""),
        ("/x/v2.1/two/", "index.html", "/x/", False, "target-missing"),
        ("/en/stable/", "index.html", "/en/latest/", False, ""),
        ("/en/stable/#part", "index.html", "/en/latest/", False, ""),
        ("/de/stable/", "index.html", "/en/latest/", False, "base-path"),
        ("/en/words/", "index.html", "/en/latest/", False, "base-path"),
        ("/stable/", "index.html", "/latest/", False, ""),
        ("/stable/", "index.html", "/x/", False, "base-path"),
        ("https://example.org/x/1.x/", "index.html", "/x/", True, ""),
        ("./../dev/", "index.html", "/x/", True, ""),
        ("two/", "index.html", "/x/", True, ""),
        ("gone/", "index.html", "/x/", True, "target-missing"),
    ],
)
def test_other_versions_of_the_site_are_not_judged(
    url: str, page: str, base: str, versions: bool, expected: str  # noqa: FBT001 a case
) -> None:  # fmt: skip
    assert rule(url, page, home=Home("https://example.org", base), versions=versions) == expected


def test_an_absolute_path_in_markdown_may_start_at_the_docs_folder() -> None:
    written = {"index.html": frozenset({"/tow.md"})}
    verdict = judge(roots_docs=True, written=written).verdict("/tow.md", page="index.html")
    assert (verdict.rule, verdict.text, verdict.target) == ("target-missing", '"/tow.md" is no page.', "tow.md")
    assert rule("/other.md", "index.html", roots_docs=True, written=written) == "base-path"
    assert rule("/tow.md", "index.html", written=written) == "base-path"


def test_a_page_kept_from_an_earlier_build_may_name_a_source_that_is_new() -> None:
    kept = frozenset({"index.html"})
    assert rule("two.md", "index.html", kept=kept) == ""
    assert rule("two.md", "guide/index.html", kept=kept) == "target-missing"
    assert rule("../two.md", "guide/index.html", kept=kept) == "target-markdown"
    assert rule("none.md", "index.html", kept=kept) == "target-missing"


def test_links_around_the_words_are_told_by_where_they_lead() -> None:
    html = '<nav><a href="two/">a</a><a href="gone/">b</a><a href="">c</a><img src="img/map.svg" alt=""></nav><article>'
    page = read_page(html + '<a href="guide/">x</a></article>', file="index.html")
    found = judge()
    menu, chrome, words = found.around(page)
    assert (menu.linked, menu.loaded) == (frozenset(), frozenset())
    assert (chrome.linked, chrome.loaded) == (frozenset({"two/index.html", ""}), frozenset({"img/map.svg"}))
    assert words.linked == frozenset({"guide/index.html"})
    assert sorted(found.faulty_around(page)) == [("a", "href", ""), ("a", "href", "gone/")]
    assert found.around(page) is found.around(page)


def test_links_of_a_menu_are_shown_as_they_stand_on_a_page() -> None:
    menu = frozenset({("a", "href", "./gone/"), ("a", "href", "./two/"), ("a", "href", "/none/")})
    page = read_page("<article></article>", file="guide/deep/index.html", menu=menu)
    assert sorted(judge().faulty_around(page)) == [("a", "href", "../../gone/"), ("a", "href", "/none/")]


def test_a_verdict_says_what_was_meant() -> None:
    found = judge()
    verdict = found.verdict("../../tow/", page="guide/deep/index.html")
    assert verdict.hint is None or "two" in verdict.hint.name
    near = found.verdict("depe/", page="guide/index.html")
    assert found.phrase(near, "depe/", "guide/index.html") == ' Did you mean "deep/"?'
    assert found.phrase(near, "guide/depe/") == ' Did you mean "guide/deep/"?'
    full = found.verdict("https://example.org/x/guide/depe/", page="index.html")
    assert (
        found.phrase(full, "https://example.org/x/guide/depe/") == ' Did you mean "https://example.org/x/guide/deep/"?'
    )
    rooted = found.verdict("/x/guide/depe/", page="index.html")
    assert found.phrase(rooted, "/x/guide/depe/") == ' Did you mean "/x/guide/deep/"?'


def test_what_an_element_names_for_scripts_is_no_file_without_a_use() -> None:
    page = b'<div data-rivers="../data/rivers.json" data-of="the.river flows" title="ferry.json"></div>'
    site = Site(home("https://example.org/"), frozenset({"index.html"}))
    assert read_built([("index.html", page)], site).words == {"rivers.json"}


@pytest.mark.parametrize(
    ("path", "meant"),
    [
        ("img/mpa.svg", "img/map.svg"),
        ("pictures/map.svg", "img/map.svg"),
        ("img/map.png", "img/map.svg"),
        ("plans.pdf", "plan.pdf"),
        ("img/sea.svg", None),
        ("img/leg.svg", None),
        ("plan.svg", "plan.pdf"),
        ("leg/small.svg", "img/leg/small.svg"),
    ],
)
def test_a_missing_file_means_the_one_of_its_name_or_one_with_a_name_much_like_it(path: str, meant: str | None) -> None:
    files = ["plan.pdf", "sheet.pdf", "img/map.svg", "img/leg/big.svg", "img/leg/small.svg", "img/arm/small.svg"]
    site = Site(home=HOME, names=frozenset(files), made_from={name: name for name in files})
    hint = Suggestions(site, {}).of_path(path, url=path)
    assert (hint.name if hint else None) == meant
