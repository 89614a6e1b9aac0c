"""The policy of the site: nothing from elsewhere, and of scripts written into a page the known one alone."""

from kit.pages.policy import headers, policy

HASH_OF_HELLO = "sha256-LPJNul+wow4m6DsqxbninhsWHlwfp0JecwQzYpOLmCQ="
"""Of `hello`, by `printf hello | openssl dgst -sha256 -binary | base64`."""


def test_a_page_loads_nothing_from_elsewhere_and_lets_no_frame_or_plugin_in() -> None:
    said = dict(part.split(" ", 1) for part in policy().split("; "))
    assert said["default-src"] == "'none'"
    assert {where for what, where in said.items() if what.endswith("-src")} == {"'none'", "'self'"}


def test_a_script_in_a_page_runs_only_if_it_is_the_known_one() -> None:
    said = dict(part.split(" ", 1) for part in policy("hello").split("; "))
    assert said["script-src"] == f"'self' '{HASH_OF_HELLO}'"
    assert said["style-src"] == "'self'"


def test_a_server_says_the_policy_once_for_every_page() -> None:
    lines = headers(policy()).splitlines()
    assert lines[0] == "/*"
    assert [line for line in lines if "default-src" in line] == [
        f"  Content-Security-Policy: {policy()}; frame-ancestors 'none'"
    ]
