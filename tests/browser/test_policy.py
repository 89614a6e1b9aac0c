"""The policy of the site: nothing written into a page runs or styles it, and every page works so without an error."""

import re
from base64 import b64encode
from hashlib import sha256
from pathlib import Path

import pytest
from kinds import addresses
from playwright.sync_api import Browser
from selectolax.lexbor import LexborHTMLParser

DATA = {"application/json", "application/ld+json"}
"""Types of elements called script that hold data: a browser runs none of them."""


def test_no_page_has_a_style_written_into_it_or_a_script_but_the_one_that_the_policy_knows(site: Path) -> None:
    found = []
    headers = (site / "_headers").read_text("utf-8")
    for file in sorted(site.rglob("*.html")):
        page = LexborHTMLParser(file.read_text("utf-8"))
        name = file.relative_to(site).as_posix()
        found += [f"{name}: style" for _ in page.css("style, [style]")]
        found += [
            f"{name}: script"
            for each in page.css("script")
            if not each.attributes.get("src")
            and each.attributes.get("type") not in DATA
            and b64encode(sha256(each.text().encode()).digest()).decode() not in headers
        ]
        found += [f"{name}: {key}" for each in page.css("*") for key in each.attributes if key.startswith("on")]
    assert not found


def test_every_page_says_the_policy_and_it_lets_nothing_in_from_a_page_or_another_site(site: Path) -> None:
    headers = (site / "_headers").read_text("utf-8")
    for file in sorted(site.rglob("*.html")):
        text = file.read_text("utf-8")
        if 'http-equiv="refresh"' in text:
            continue
        said = re.search(r'http-equiv="Content-Security-Policy" content="([^"]+)"', text)
        assert said, file
        policy = said[1].replace("&#39;", "'")
        assert "default-src 'none'" in policy
        assert not re.search(r"unsafe|\*|https?:|data:", policy)
        assert policy in headers
    for name in ("Referrer-Policy", "Permissions-Policy", "X-Content-Type-Options", "Cross-Origin-Opener-Policy"):
        assert f"  {name}: " in headers
    permissions = re.search(r"Permissions-Policy: (.+)", headers)
    assert permissions
    assert [each for each in permissions[1].split(", ") if not each.endswith("=()")] == ["screen-wake-lock=(self)"]


@pytest.mark.parametrize("part", [0, pytest.param(1, marks=pytest.mark.thorough)])
def test_every_page_works_under_the_policy_and_asks_no_other_site(
    browser: Browser, base_url: str, site: Path, part: int
) -> None:
    context = browser.new_context(base_url=base_url, reduced_motion="reduce")
    asked: list[str] = []
    errors: list[str] = []
    context.on("request", lambda request: asked.append(request.url))
    context.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    context.on("weberror", lambda error: errors.append(str(error.error)))
    tab = context.new_page()
    for address in addresses(site)[part::2]:
        tab.goto(address, wait_until="load")
        tab.evaluate("new Promise(done => setTimeout(done))")
    context.close()
    assert not errors
    assert not [url for url in asked if not url.startswith(base_url)]
