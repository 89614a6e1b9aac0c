"""A real Chromium on the built site, served on this machine under the base path that the site is published at.

A request to any other host fails the test, and so does an error in the page's console.
"""

import contextlib
import functools
import http.server
import os
import shutil
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

BASE_PATH = "/backstride/"
NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
"""The first is Debian's Chromium without the windows around pages: it does the same with half the work."""
expect.set_options(timeout=30_000)  # milliseconds: a machine that does much else is slow, and no page is wrong for it


class _Handler(http.server.SimpleHTTPRequestHandler):
    """Serves the site under its base path; an address that is not there gets the site's own 404 page."""

    protocol_version = "HTTP/1.1"  # connections stay open, as on a real server

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


class _Server(http.server.ThreadingHTTPServer):
    """A server that says nothing when a browser leaves a page before all of it is there."""

    def handle_error(self, request: object, client_address: object) -> None:
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type] # passed on as it came


@pytest.fixture(scope="session")
def serve() -> Iterator[Callable[[Path], str]]:
    """Return what serves the folder of a site and tells the address of its home page."""
    with contextlib.ExitStack() as stack:
        yield lambda folder: stack.enter_context(_served(folder))


@contextlib.contextmanager
def _served(folder: Path) -> Iterator[str]:
    server = _Server(("127.0.0.1", 0), functools.partial(_Handler, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}{BASE_PATH}"
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture(scope="session")
def base_url(site: Path, serve: Callable[[Path], str]) -> str:
    """Return the address of the site's home page."""
    return serve(site)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Return a running Chromium; a machine without one fails these tests, it does not skip them."""
    executable = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
    assert executable, "no Chromium found: install Debian's chromium, or set CHROMIUM to its path"
    flags = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
    flags.append("--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1")  # no other host can be reached
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=executable, args=flags)
        quiet = functools.partial(
            running.new_context, service_workers="block"
        )  # else each context keeps the whole site
        running.new_context = quiet  # type: ignore[method-assign]
        yield running
        running.close()


@pytest.fixture
def context(browser: Browser, base_url: str) -> Iterator[BrowserContext]:
    """Return a fresh browser profile that asks the site for what it needs, and nobody else."""
    asked: list[str] = []
    fresh = browser.new_context(base_url=base_url, reduced_motion="reduce", viewport={"width": 1280, "height": 900})
    fresh.on("request", lambda request: asked.append(request.url))
    yield fresh
    fresh.close()
    strangers = [url for url in asked if not url.startswith((base_url, "data:", "blob:"))]
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
