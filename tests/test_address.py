"""An address is resolved as a browser resolves it."""

from dataclasses import FrozenInstanceError
from urllib.parse import urljoin

import hypothesis.strategies as st
import pytest
from hypothesis import given
from site_link_check.read.address import Address, Home, Kind, home, relative, resolve, rooted

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


@pytest.mark.parametrize(
    ("page", "path"),
    [
        ("index.html", ""),
        ("guide/index.html", "guide/"),
        ("guide/water/index.html", "guide/water/"),
        ("reindex.html", "reindex.html"),
        ("guide/reindex.html", "guide/reindex.html"),
        ("guide/old.html", "guide/old.html"),
    ],
)
def test_a_place_on_the_page_itself_leads_to_the_address_at_which_it_is_read(page: str, path: str) -> None:
    for url in ("#x", "?q#x"):
        assert resolve(url, page=page, home=HOME) == Address(Kind.INSIDE, path, "x")


def test_only_what_names_the_host_is_a_full_address() -> None:
    found = {
        url: resolve(url, page="index.html", home=HOME).full for url in ("a", "/river/", "https://example.org/river/")
    }
    assert found == {"a": False, "/river/": False, "https://example.org/river/": True}


@pytest.mark.parametrize(
    "url", ["a\\b", "a b", "50%.pdf", "http://[x", "https://a:b/", "https:///a", "http://%5Bx", "a b?q", "a b#x"]
)
def test_what_no_browser_can_read_is_malformed(url: str) -> None:
    assert resolve(url, page="index.html", home=HOME).kind is Kind.MALFORMED


@pytest.mark.parametrize("url", ["a#x y", "a#x\\y", "a#50%", "a?x y", "a?50%#x", "a#x#y z", "a?x?y z"])
def test_what_a_browser_mends_after_the_path_is_sound(url: str) -> None:
    assert resolve(url, page="index.html", home=HOME).kind is Kind.INSIDE


FILES = st.lists(st.sampled_from("xyz"), max_size=3).map("/".join)


@given(FILES, st.sampled_from(["", "/", "/a.html"]), FILES)
def test_the_path_from_one_file_to_another_leads_there(folder: str, end: str, other: str) -> None:
    target, page = (folder + end).lstrip("/"), f"{other}/index.html".lstrip("/")
    path = relative(target, page=page)
    assert urljoin(f"https://example.org/{page}", path).removesuffix(
        "/"
    ) == f"https://example.org/{target}".removesuffix("/")
    assert path.endswith("/") == target.endswith("/")


def test_what_was_read_does_not_change() -> None:
    for value, name in ((HOME, "base"), (Address(Kind.INSIDE), "path")):
        with pytest.raises(FrozenInstanceError):
            setattr(value, name, "x")


def test_the_home_page_has_an_address_where_the_host_is_known() -> None:
    assert [home(url).url for url in ("https://example.org/river", "https://example.org", "/river/", "")] == [
        "https://example.org/river/",
        "https://example.org/",
        "",
        "",
    ]


def test_a_site_without_an_address_lives_at_the_root() -> None:
    assert home("") == Home("", "/")
    assert home("https://example.org/river") == HOME
