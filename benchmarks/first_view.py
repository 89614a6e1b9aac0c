"""What a first visit to a page costs: requests and bytes as they travel, by kind, and the elements around the article.

`python benchmarks/first_view.py SITE` serves a built site on this machine as a web server with gzip would, opens one
page of each kind in a fresh Chromium on a phone's screen, and prints one row a page. `--base` is the path that the site
was built for. Nothing is kept between pages. A page is done when nothing was asked for half a second.
"""

import argparse
import functools
import gzip
import http.server
import os
import shutil
import sys
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, sync_playwright

KINDS = {
    "home": "",
    "reading page": "why-walk/",
    "exercise": "exercises/bridge/",
    "question": "faq/shoes/",
    "get help": "get-help/",
    "gallery": "exercises/",
    "anatomy of a step": "walk-better/anatomy-of-a-step/",
    "questions": "faq/",
    "ledger": "evidence/",
    "print": "cards/",
    "studio": "cards/studio/",
    "my exercises": "cards/mine/#v=1&cards=sit-to-stand,calf-stretch,bridge",
}
"""One address of each kind of page."""
PACKED = (".html", ".css", ".js", ".mjs", ".json", ".svg", ".xml", ".txt")
"""What a web server packs: pictures and fonts are packed already."""
COLUMNS = ("document", "stylesheet", "script", "font", "image", "other")
PHONE = {"width": 390, "height": 844}
CHROMIUM = ("chromium", "chromium-headless-shell", "chromium-browser", "google-chrome")
AROUND = """() => {
  const inside = document.querySelectorAll("article, article *").length;
  return [document.querySelectorAll("body *").length - inside, inside];
}"""


class Handler(http.server.BaseHTTPRequestHandler):
    """Serves a folder under a base path, packed as a usual web server packs it."""

    protocol_version = "HTTP/1.1"

    def __init__(self, folder: Path, base: str, *args: Any) -> None:  # noqa: ANN401 the server passes on what it has
        """Take what to serve before the request is handled."""
        self.folder, self.base = folder, base
        super().__init__(*args)

    def do_GET(self) -> None:
        """Answer with a file, or say that it is not there."""
        path = self.path.partition("?")[0].removeprefix(self.base)
        file = self.folder / (f"{path}index.html" if not path or path.endswith("/") else path)
        if not file.is_file():
            self.send_error(http.HTTPStatus.NOT_FOUND)
            return
        body = file.read_bytes()
        self.send_response(http.HTTPStatus.OK)
        if file.suffix in PACKED:
            body = gzip.compress(body, 6, mtime=0)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Type", self.type_of(file))
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    @staticmethod
    def type_of(file: Path) -> str:
        """Return the media type of a file by its ending."""
        return http.server.SimpleHTTPRequestHandler.extensions_map.get(file.suffix) or {
            ".html": "text/html; charset=utf-8",
            ".css": "text/css",
            ".js": "text/javascript",
            ".mjs": "text/javascript",
            ".json": "application/json",
            ".svg": "image/svg+xml",
            ".woff2": "font/woff2",
            ".png": "image/png",
            ".webp": "image/webp",
            ".avif": "image/avif",
        }.get(file.suffix, "application/octet-stream")

    def log_message(self, *_: object) -> None:
        """Say nothing: the table is all that is printed."""


class Server(http.server.ThreadingHTTPServer):
    """A server that says nothing when a browser leaves a page before all of it is there."""

    def handle_error(self, request: object, client_address: object) -> None:
        """Say what went wrong, unless it is that."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type] # passed on as it came


@contextmanager
def served(folder: Path, base: str) -> Iterator[str]:
    """Serve a folder for as long as the block lasts, and yield the address of its home page."""
    server = Server(("127.0.0.1", 0), functools.partial(Handler, folder, base))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}{base}"
    server.shutdown()
    server.server_close()


def first_view(browser: Browser, url: str) -> tuple[Counter[str], int, list[int]]:
    """Return the bytes of a first visit by kind, the number of requests, and the elements around and in the article."""
    context = browser.new_context(viewport=PHONE, device_scale_factor=2)  # type: ignore[arg-type] # a plain dictionary
    tab = context.new_page()
    weights: Counter[str] = Counter()
    finished: list[Any] = []
    tab.on("requestfinished", lambda request: finished.append(request))  # noqa: PLW0108 Playwright marks what it is given
    tab.goto(url, wait_until="networkidle")
    for request in finished:
        kind = request.resource_type if request.resource_type in COLUMNS else "other"
        weights[kind] += int(request.response().headers["content-length"])  # the browser knows no size of what it keeps
    found: list[int] = tab.evaluate(AROUND)
    context.close()
    return weights, len(finished), found


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("site", type=Path, nargs="?", default=Path(__file__).parent.parent / "site")
    parser.add_argument("--base", default="/backstride/")
    given = parser.parse_args()
    executable = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, CHROMIUM)), None)
    print(f"| page | requests | kB | {' | '.join(COLUMNS)} | elements around | in the article |")
    print("|---" * (len(COLUMNS) + 5) + "|")
    with served(given.site, given.base) as home, sync_playwright() as playwright:
        flags = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
        browser = playwright.chromium.launch(executable_path=executable, args=flags)
        for name, address in KINDS.items():
            weights, requests, (around, inside) = first_view(browser, home + address)
            cells = " | ".join(f"{weights[kind] / 1000:.1f}" for kind in COLUMNS)
            total = sum(weights.values()) / 1000
            print(f"| {name} | {requests} | {total:.1f} | {cells} | {around} | {inside} |", flush=True)
        browser.close()


if __name__ == "__main__":
    main()
