"""`make links`, the whole program, against a real web server on this machine."""

import datetime as dt
import json
import socket
import subprocess
import sys
import threading
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from building import ROOT
from visit_links import main

REDIRECTS = {"/moved": (301, "/new"), "/detour": (302, "/fine"), "/ring": (302, "/ring"), "/half": (301, "/detour")}
STATUSES = {"/missing": 404, "/retired": 410, "/private": 403, "/broken": 500}


class Web(BaseHTTPRequestHandler):
    """Answers each path in a way of its own, and keeps what it was asked."""

    asked: Counter[tuple[str, str]]
    released: threading.Event

    def do_HEAD(self) -> None:
        self.asked[self.command, self.path] += 1
        self.reply()

    do_GET = do_HEAD  # noqa: N815 same

    def reply(self) -> None:
        first = sum(count for (_, path), count in self.asked.items() if path == self.path) == 1
        match self.path:
            case "/slow":
                self.released.wait(60)
            case "/no-head" if self.command == "HEAD":
                self.send(405)
            case "/busy" if first:
                self.send(429, "Retry-After", "1")
            case "/busy-until" if first:
                self.send(503, "Retry-After", "Wed, 21 Oct 2015 07:28:00 GMT")
            case "/always-busy":
                self.send(429, "Retry-After", "soon")
            case path if path in REDIRECTS:
                self.send(REDIRECTS[path][0], "Location", REDIRECTS[path][1])
            case path:
                self.send(STATUSES.get(path, 200))

    def send(self, status: int, name: str = "Content-Length", value: str = "0") -> None:
        self.send_response(status)
        self.send_header(name, value)
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def web() -> Iterator[tuple[str, type[Web]]]:
    """Serve on a free port of this machine; the address, and the handler that keeps what was asked."""
    state = {"asked": Counter(), "released": threading.Event()}
    handler: type[Web] = type("Own", (Web,), state)
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}", handler
        handler.released.set()
        server.shutdown()
        thread.join()


def project(folder: Path, *urls: str) -> Path:
    """Make a project with a page that links to addresses, one a line from line 3, and the site built from it."""
    for name in ("docs", "site", "overrides"):
        (folder / name).mkdir()
    (folder / "docs/index.md").write_text("# Home\n\n" + "".join(f"[x]({url})\n" for url in urls))
    links = "".join(f'<a href="{url}">x</a>' for url in urls)
    (folder / "site/index.html").write_text(f"<article>{links}</article>")
    (folder / "mkdocs.yml").write_text("site_name: x\n")
    return folder


def run(folder: Path) -> int:
    """Run the program without its pauses, in a thread of its own: a loop may run in this one."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(main, folder, pause_s=0, patience_s=0.3).result()


def closed_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
        return port


def test_each_answer_of_a_real_server_is_told_at_its_line_and_kept(
    web: tuple[str, type[Web]], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    base, handler = web
    paths = "fine#part no-head busy busy-until detour half moved missing retired private always-busy broken slow ring"
    urls = [f"{base}/{path}" for path in paths.split()]
    closed = f"http://127.0.0.1:{closed_port()}/"
    folder = project(tmp_path, *urls, closed)
    assert run(folder) == 1
    *said, last = capsys.readouterr().out.splitlines()
    assert said == [
        f'docs/index.md:9:5: link-moved: "{base}/moved": it has moved for good. Did you mean "{base}/new"?',
        *(
            f'docs/index.md:{line}:5: link-gone: "{base}/{path}": there is no such page any more ({status}). '
            "Find where it went, or drop the link."
            for line, path, status in ((10, "missing", 404), (11, "retired", 410))
        ),
        *(
            f'docs/index.md:{line}:5: link-refuses: "{base}/{path}": its host refuses programs ({status}): '
            "look at it yourself."
            for line, path, status in ((12, "private", 403), (13, "always-busy", 429))
        ),
        *(
            f'docs/index.md:{line}:5: link-silent: "{url}": no answer ({reason}). Try again another day.'
            for line, url, reason in (
                (14, f"{base}/broken", "500"),
                (15, f"{base}/slow", "ReadTimeout"),
                (16, f"{base}/ring", "TooManyRedirects"),
                (17, closed, "ConnectError"),
            )
        ),
    ]
    assert last == "15 addresses on other sites, 15 asked today, 9 to look at."
    assert handler.asked["GET", "/no-head"] == handler.asked["GET", "/busy"] == 1
    assert handler.asked["GET", "/fine"] == handler.asked["GET", "/moved"] == 0
    statuses = {visit["url"].rpartition("/")[2]: visit["status"] for visit in memory(folder)}
    assert {name: statuses[name] for name in ("fine", "no-head", "busy", "busy-until", "half", "missing")} == {
        "fine": 200, "no-head": 200, "busy": 200, "busy-until": 200, "half": 200, "missing": 404
    }  # fmt: skip


def test_a_second_run_asks_only_what_is_due_and_forgets_what_is_no_longer_linked(
    web: tuple[str, type[Web]], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    base, handler = web
    folder = project(tmp_path, f"{base}/fine", f"{base}/missing", f"{base}/dropped")
    assert run(folder) == 1
    before = handler.asked.total()
    assert run(folder) == 1, "a fault that is known already still fails"
    assert handler.asked.total() == before
    yesterday = (dt.datetime.now(dt.UTC).date() - dt.timedelta(1)).isoformat()
    aged = [{**visit, "day": yesterday} for visit in memory(folder)]
    (folder / ".cache/links.json").write_text(json.dumps(aged))
    page = (folder / "site/index.html").read_text()
    (folder / "site/index.html").write_text(page.replace(f'<a href="{base}/dropped">x</a>', ""))
    handler.asked.clear()
    run(folder)
    assert {path for _, path in handler.asked} == {"/missing"}
    assert [visit["url"] for visit in memory(folder)] == [f"{base}/fine", f"{base}/missing"]
    assert "2 addresses on other sites, 1 asked today, 1 to look at." in capsys.readouterr().out


def test_the_script_runs_by_itself_and_finds_links_of_the_theme(web: tuple[str, type[Web]], tmp_path: Path) -> None:
    base, _ = web
    folder = project(tmp_path, f"{base}/fine")
    assert script(folder) == (0, "1 address on another site, 1 asked today, 0 to look at.\n")
    (folder / "overrides/main.html").write_text(f'<footer>\n<a href="{base}/retired">old</a>\n')
    page = folder / "site/index.html"
    page.write_text(f'<footer><a href="{base}/retired">old</a></footer>')
    code, said = script(folder)
    assert (code, said.partition(" there is")[0]) == (1, f'overrides/main.html:2:10: link-gone: "{base}/retired":')


def script(folder: Path) -> tuple[int, str]:
    command = [sys.executable, str(ROOT / "hooks/visit_links.py")]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)  # noqa: S603 our own
    assert not done.stderr
    return done.returncode, done.stdout


def memory(folder: Path) -> list[dict[str, Any]]:
    visits: list[dict[str, Any]] = json.loads((folder / ".cache/links.json").read_text())
    return visits
