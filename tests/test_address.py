"""An address is resolved as a browser resolves it."""

from urllib.parse import urljoin

import hypothesis.strategies as st
import pytest
from hypothesis import given
from site_link_check.read.address import Address, Home, Kind, home, resolve, rooted

HOME = Home("https://example.org", "/river/")
PARTS = st.lists(st.sampled_from(["..", ".", "a", "b", "c.html", ""]), min_size=1, max_size=6)


@given(PARTS, st.lists(st.sampled_from("xyz"), max_size=3))
def test_a_relative_path_leads_where_a_browser_goes(parts: list[str], folders: list[str]) -> None:
    url, page = "/".join(parts), "/".join([*folders, "index.html"])
    if not url or url.startswith("/") or "//" in url:
        return
    found = resolve(url, page=page, home=HOME)
    base = "/" + "/".join(["up"] * 9) + "/"
    expected = urljoin(f"https://example.org{base}{page}", url).removeprefix(f"https://example.org{base}")
    if found.kind is Kind.INSIDE:
        assert found.path == expected
    else:
        assert found.kind is Kind.ABOVE
        assert expected.startswith("https://")


@given(PARTS, st.lists(st.sampled_from(["x", "ö", "a b"]), max_size=3), st.sampled_from(["", "#x", "?y"]))
def test_a_rooted_url_leads_from_the_root_where_it_led_before(parts: list[str], folders: list[str], end: str) -> None:
    url, page = "/".join(parts) + end, "/".join([*folders, "index.html"])
    if not url or url[0] in "#?":
        return
    moved = rooted(url, folder="/".join(folders))
    there, here = resolve(moved, page="index.html", home=HOME), resolve(url, page=page, home=HOME)
    assert there.kind is here.kind
    assert there == here or here.kind is Kind.ABOVE, "only the text of a path that climbs out may differ"
    assert rooted(moved, folder="") == moved


@pytest.mark.parametrize(
    ("url", "address"),
    [
        ("#x", Address(Kind.INSIDE, "guide/water/", "x")),
        ("?q=1#x", Address(Kind.INSIDE, "guide/water/", "x")),
        ("../%C3%B6l/#%C3%B6", Address(Kind.INSIDE, "guide/öl/", "ö")),
        ("/river/guide/", Address(Kind.INSIDE, "guide/")),
        ("/guide/", Address(Kind.BASELESS, "guide/")),
        ("https://example.org/river/guide/#x", Address(Kind.INSIDE, "guide/", "x", full=True)),
        ("https://example.org/sea/", Address(Kind.OUTSIDE, scheme="https", full=True)),
        ("https://example.organ/", Address(Kind.OUTSIDE, scheme="https")),
        ("//example.com/", Address(Kind.OUTSIDE, scheme="//")),
        ("../../../", Address(Kind.ABOVE, "../../../")),
    ],
)
def test_each_sort_of_address_is_told_apart(url: str, address: Address) -> None:
    assert resolve(url, page="guide/water/index.html", home=HOME) == address


@pytest.mark.parametrize("url", ["a\\b", "a b", "50%.pdf", "http://[x", "https://a:b/", "https:///a", "http://%5Bx"])
def test_what_no_browser_can_read_is_malformed(url: str) -> None:
    assert resolve(url, page="index.html", home=HOME).kind is Kind.MALFORMED


def test_a_site_without_an_address_lives_at_the_root() -> None:
    assert home("") == Home("", "/")
    assert home("https://example.org/river") == HOME
