"""A real Chromium on the built site, served on this machine under the base path that the site is published at.

A request to any other host fails the test, and so does an error in the page's console.
"""

import functools
import http.server
import os
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, sync_playwright

BASE_PATH = "/backstride/"
NAMES = ("chromium", "chromium-browser", "google-chrome")


class _Handler(http.server.SimpleHTTPRequestHandler):
    """Serves the site under its base path; an address that is not there gets the site's own 404 page."""

    def translate_path(self, path: str) -> str:
        if not path.startswith(BASE_PATH):
            return str(Path(self.directory) / "no-such-file")
        return super().translate_path("/" + path.removeprefix(BASE_PATH))

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        page = Path(self.directory) / "404.html"
        if code != http.HTTPStatus.NOT_FOUND or not page.exists():
            super().send_error(code, message, explain)
            return
        body = page.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Keep the test output quiet."""


@pytest.fixture(scope="session")
def base_url(site: Path) -> Iterator[str]:
    """Return the address of the site's home page."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Handler, directory=str(site)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}{BASE_PATH}"
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Return a running Chromium; a machine without one fails these tests, it does not skip them."""
    executable = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
    assert executable, "no Chromium found: install Debian's chromium, or set CHROMIUM to its path"
    flags = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=executable, args=flags)
        yield running
        running.close()


@pytest.fixture
def context(browser: Browser, base_url: str) -> Iterator[BrowserContext]:
    """Return a fresh browser profile that may talk to the site and to nothing else."""
    strangers: list[str] = []
    fresh = browser.new_context(base_url=base_url, reduced_motion="reduce", viewport={"width": 1280, "height": 900})

    def guard(route: Route) -> None:
        url = route.request.url
        if url.startswith((base_url, "data:", "blob:")):
            route.continue_()
        else:
            strangers.append(url)
            route.abort()

    fresh.route("**/*", guard)
    yield fresh
    fresh.close()
    assert not strangers, f"the page asked other hosts: {strangers}"


@pytest.fixture
def page(context: BrowserContext) -> Iterator[Page]:
    """Return an empty tab; its console must stay free of errors."""
    errors: list[str] = []
    tab = context.new_page()
    tab.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    tab.on("pageerror", lambda error: errors.append(str(error)))
    yield tab
    assert not errors, f"the page's console shows errors: {errors}"
