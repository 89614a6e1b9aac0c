"""Without a network, in a real browser: the site is kept whole, of one version, and never stands before a newer one."""

import functools
import http.server
import json
import os
import re
import shutil
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
import yaml
from building import SMALL, build_here, changed, copy_of
from kinds import KINDS
from kit.offline.archive import archive
from playwright.sync_api import Browser, BrowserContext, Page, expect
from selectolax.lexbor import LexborHTMLParser

pytestmark = pytest.mark.xdist_group("offline")  # its builds are made once, by one worker

BASE = "/backstride/"
OFFER = "help/"
KEPT = "This guide is kept on your device"
SAVE_DATA = "Object.defineProperty(navigator, 'connection', { value: { saveData: true } })"
CACHES = "caches.keys().then(names => names.sort())"


@dataclass
class Host:
    """A web server whose site can be replaced, that can fail for some files, and that tells what it was asked for."""

    folder: Path
    asked: list[str] = field(default_factory=list)
    fails: dict[str, int] = field(default_factory=dict)
    stale: dict[str, bytes] = field(default_factory=dict)
    waits: threading.Event | None = None
    headers: dict[str, str] = field(default_factory=dict)
    address: str = ""

    def count(self, name: str) -> int:
        return sum(each.partition("?")[0] == name for each in self.asked)


class _Answers(http.server.SimpleHTTPRequestHandler):
    def __init__(self, *arguments: Any, host: Host) -> None:  # noqa: ANN401 as the library has it
        self.host = host
        super().__init__(*arguments, directory=str(host.folder))

    def do_GET(self) -> None:
        name = self.path.removeprefix(BASE)
        self.host.asked.append(name)
        if self.host.waits:
            self.host.waits.wait(60)
        if self.path.removesuffix("/") != BASE.removesuffix("/") and not self.path.startswith(BASE):
            self.send_error(404)
        elif name in self.host.fails:
            self.send_error(self.host.fails[name])
        elif name in self.host.stale:
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(self.host.stale[name])))
            self.end_headers()
            self.wfile.write(self.host.stale[name])
        else:
            super().do_GET()

    def translate_path(self, path: str) -> str:
        return super().translate_path("/" + path.removeprefix(BASE))

    def end_headers(self) -> None:
        for name, value in self.host.headers.items():
            self.send_header(name, value)
        super().end_headers()

    def log_message(self, *_: object) -> None:
        pass


class _Server(http.server.ThreadingHTTPServer):
    request_queue_size = 64

    def handle_error(self, *_: object) -> None:
        """Say nothing of browsers that hang up."""


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    small = copy_of(SMALL, tmp_path_factory.mktemp("offline"))
    return changed(small, {"site_url": f"https://juggling.example{BASE}", "extra": _without(small, "safe")})


@pytest.fixture(scope="module")
def builds(project: Path) -> tuple[Path, Path, Path]:
    """Return a site, the next version of it, and one that keeps nothing any more."""
    first = _built(project, "first", day=1)
    page = project / "docs/help.md"
    page.write_text(f"{page.read_text('utf-8')}\nLook up.\n", encoding="utf-8")
    sheet = project / "docs/assets/stylesheets/frame/8-new.css"
    sheet.parent.mkdir(parents=True)
    sheet.write_text(".bs-new { color: red; }\n", encoding="utf-8")
    changed(project, {"extra": {**_without(project, "safe"), "safe": {"files": ["assets/stylesheets/frame/*.css"]}}})
    second = _built(project, "second", day=2)
    changed(project, {"extra": _without(project, "offline")})
    return first, second, _built(project, "third", day=3)


def _built(project: Path, name: str, *, day: int) -> Path:
    """Build a version, of a day of its own: the host tells files of one second apart by nothing."""
    done = build_here(project, project.parent / name)
    assert done.code == 0, done.said
    for file in done.site.rglob("*"):
        os.utime(file, (86_400 * day, 86_400 * day))
    return done.site


def _without(project: Path, key: str) -> dict[str, Any]:
    extra: dict[str, Any] = yaml.safe_load((project / "mkdocs.yml").read_text("utf-8"))["extra"]
    return {name: value for name, value in extra.items() if name != key}


@pytest.fixture
def host(builds: tuple[Path, Path, Path], tmp_path: Path) -> Iterator[Host]:
    """Return a host of the first version."""
    found = Host(tmp_path / "live")
    found.folder.symlink_to(builds[0])
    server = _Server(("127.0.0.1", 0), functools.partial(_Answers, host=found))
    found.address = f"http://127.0.0.1:{server.server_address[1]}{BASE}"
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield found
    if found.waits:
        found.waits.set()
    server.shutdown()
    server.server_close()
    thread.join()


def deploy(host: Host, site: Path) -> None:
    host.folder.unlink()
    host.folder.symlink_to(site)


@pytest.fixture
def reader(browser: Browser, host: Host) -> Iterator[BrowserContext]:
    context = browser.new_context(base_url=host.address, service_workers="allow", reduced_motion="reduce")
    yield context
    context.close()


def visit(context: BrowserContext, address: str = OFFER) -> Page:
    page = context.new_page()
    page.goto(address)
    return page


def keep(context: BrowserContext) -> Page:
    """Visit the page that makes the offer until the site is kept."""
    page = visit(context)
    expect(page.get_by_text(KEPT)).to_be_visible(timeout=45_000)
    return page


def state(page: Page) -> Any:  # noqa: ANN401 plain JSON
    return page.evaluate(
        f"caches.match('{BASE}', {{ cacheName: 'offline:{BASE}:noted' }}).then(found => found?.json() ?? null)"
    )


def until(page: Page, promise: str) -> None:
    """Wait until a promise is kept: Playwright takes the promise itself for a yes."""
    if not comes(page, promise, seconds=45):
        pytest.fail(f"never came: {promise}")


def comes(page: Page, promise: str, *, seconds: int) -> bool:
    """Return whether a promise is kept in so many seconds."""
    for _ in range(10 * seconds):
        if page.evaluate(promise):
            return True
        page.wait_for_timeout(100)
    return False


def gone(site: Path) -> str:
    return f"caches.has('offline:{BASE}:{version(site)}').then(there => !there)"


def version(site: Path) -> str:
    (found,) = (site / "offline").glob("*.json")
    return found.stem


# ---------- One visit ----------


def test_after_one_visit_all_kinds_of_pages_the_search_the_studio_and_the_list_of_prints_are_there(
    browser: Browser, site: Path, serve: Callable[[Path], str]
) -> None:
    context = browser.new_context(base_url=serve(site), service_workers="allow", reduced_motion="reduce")
    page = visit(context, "about/")
    expect(page.get_by_text(KEPT)).to_be_visible(timeout=60_000)
    context.set_offline(True)
    errors: list[str] = []
    page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    for kind in KINDS:
        if kind != "404.html":
            answer = page.goto(kind)
            assert answer is not None
            assert (answer.status, answer.from_service_worker) == (200, True), kind
            page.wait_for_load_state()
    page.goto("get-help/#emergency")
    page.keyboard.press("/")
    page.keyboard.type("swollen calf")
    expect(page.locator(".bs-finds__sign")).to_have_text(re.compile("Get help today"))
    expect(page.locator(".bs-finds li").first).to_be_visible()
    page.goto("cards/studio/")
    page.get_by_text("Begin with a ready set").click()
    page.get_by_role("button", name=re.compile("^First steps")).click()
    expect(page.locator("[data-bs-sheets] svg").first).to_be_visible()
    page.goto("cards/mine/#v=1&cards=seated-march")
    expect(page.locator(".bs-mine__figure svg")).to_be_visible()
    page.goto("cards/")
    missing = page.evaluate("[...document.images].filter(each => each.complete && !each.naturalWidth).length")
    assert missing == 0
    assert errors == []
    context.close()


def test_nothing_is_fetched_for_later_before_the_page_has_all_that_it_needs(reader: BrowserContext, host: Host) -> None:
    host.fails = {"assets/javascripts/offline/keep.js": 404}
    reader.add_init_script("""new MutationObserver(() => {
      if (document.querySelector("head > link[rel=manifest]")) { window.manifest ??= performance.now(); }
    }).observe(document, { childList: true, subtree: true });""")
    page = visit(reader)
    page.wait_for_load_state()
    until(page, "window.manifest")
    until(page, "performance.getEntriesByName(new URL('../assets/javascripts/offline/keep.js', location)).length")
    keeper, manifest, loaded, painted = page.evaluate(
        """[performance.getEntriesByName(new URL("../assets/javascripts/offline/keep.js", location))[0].startTime,
            window.manifest,
            performance.getEntriesByType("navigation")[0].loadEventStart,
            performance.getEntriesByName("first-contentful-paint")[0].startTime]"""
    )
    assert keeper >= loaded
    assert min(keeper, manifest) >= painted
    assert not [each for each in host.asked if each.startswith(("worker.js", "offline/"))]


def test_an_address_is_answered_in_all_its_forms_and_an_old_one_leads_to_the_new(reader: BrowserContext) -> None:
    page = keep(reader)
    reader.set_offline(True)
    for asked, shown in (
        ("exercises/toss", "exercises/toss/"),
        ("exercises/toss/index.html", "exercises/toss/index.html"),
        ("exercises/toss/?from=mail#dose", "exercises/toss/?from=mail#dose"),
        ("c/toss/", "c/toss/"),
    ):
        answer = page.goto(asked)
        assert answer is not None
        assert answer.status == 200
        assert page.url.endswith(f"{BASE}{shown}")


def test_without_a_network_what_is_not_kept_gets_help_first_and_the_doors(reader: BrowserContext) -> None:
    page = keep(reader)
    reader.set_offline(True)
    answer = page.goto("no/such/page/")
    assert answer is not None
    assert answer.status == 503
    expect(page.get_by_role("heading", level=1)).to_have_text("This page is not kept on your device")
    expect(page.locator("article").get_by_text("Call 999 (112, 911, 000, NZ 111):")).to_be_visible()
    page.locator("article").get_by_role("link", name="Questions", exact=True).click()
    page.wait_for_url(f"**{BASE}faq/")


def test_a_pdf_stays_once_it_was_opened_and_a_part_of_it_can_be_asked_for(reader: BrowserContext, builds: Any) -> None:  # noqa: ANN401 folders
    page = keep(reader)
    opened, other = "cards/pdf/toss-a4.pdf", "cards/pdf/toss-letter.pdf"
    page.evaluate("name => fetch(name).then(answer => answer.blob())", f"{BASE}{opened}")
    until(page, f"caches.match('{BASE}{opened}').then(Boolean)")
    reader.set_offline(True)
    whole = (builds[0] / opened).read_bytes()
    ask = """([name, headers]) => fetch(name, { headers }).then(async answer => [
        answer.status, answer.headers.get("content-range"), [...new Uint8Array(await answer.arrayBuffer())].slice(0, 9)
    ])"""
    assert page.evaluate(ask, [f"{BASE}{opened}", {}]) == [200, None, list(whole[:9])]
    part = page.evaluate(ask, [f"{BASE}{opened}", {"Range": "bytes=10-13"}])
    assert part == [206, f"bytes 10-13/{len(whole)}", list(whole[10:14])]
    assert page.evaluate("name => fetch(name).then(() => true, () => false)", f"{BASE}{other}") is False


# ---------- The next version ----------


def test_who_is_online_never_sees_an_old_page_and_the_new_version_is_kept_whole_in_its_turn(
    reader: BrowserContext, host: Host, builds: tuple[Path, Path, Path]
) -> None:
    page = keep(reader)
    assert state(page) == {"version": version(builds[0])}
    deploy(host, builds[1])
    host.asked.clear()
    page.goto(OFFER)
    expect(page.locator("article")).to_contain_text("Look up.")  # at once, though the old version is what is kept
    until(page, gone(builds[0]))
    assert state(page) == {"version": version(builds[1])}
    assert page.evaluate(CACHES) == sorted([f"offline:{BASE}:{version(builds[1])}", f"offline:{BASE}:noted"])
    same = [each.name for each in (builds[1] / "cards/figures").glob("*.svg")]
    assert same
    assert not [
        each for each in same if host.count(f"cards/figures/{each}")
    ]  # what did not change is not fetched again
    reader.set_offline(True)
    page.goto(OFFER)
    expect(page.locator("article")).to_contain_text("Look up.")
    assert page.evaluate("getComputedStyle(document.body).fontFamily").startswith('"Atkinson')


def test_without_a_network_right_after_a_new_version_the_old_one_is_there_whole(
    reader: BrowserContext, host: Host, builds: tuple[Path, Path, Path]
) -> None:
    page = keep(reader)
    deploy(host, builds[1])
    reader.set_offline(True)
    page.goto(OFFER)
    expect(page.locator("article")).not_to_contain_text("Look up.")
    assert page.evaluate("document.styleSheets.length && [...document.styleSheets].every(each => each.cssRules.length)")


def test_a_page_of_an_old_version_still_gets_its_own_stylesheet(
    reader: BrowserContext, host: Host, builds: tuple[Path, Path, Path]
) -> None:
    page = keep(reader)
    sheet = page.locator("link[rel=stylesheet]").evaluate("each => each.href")
    assert not (builds[1] / sheet.split(BASE)[1]).exists()
    host.fails = {"worker.js": 500}  # the next version is not kept yet
    deploy(host, builds[1])
    assert page.evaluate("sheet => fetch(sheet).then(answer => answer.status)", sheet) == 200


def test_a_page_that_is_gone_from_the_site_is_gone_for_who_is_online(reader: BrowserContext, host: Host) -> None:
    page = keep(reader)
    host.fails = {"exercises/toss/": 404}
    answer = page.goto("exercises/toss/")
    assert answer is not None
    assert answer.status == 404


def test_a_host_in_trouble_or_one_that_does_not_answer_gets_the_kept_page_shown(
    reader: BrowserContext, host: Host
) -> None:
    page = keep(reader)
    host.fails = {"exercises/toss/": 502}
    answer = page.goto("exercises/toss/")
    assert answer is not None
    assert answer.status == 200
    host.waits = threading.Event()
    page.goto("exercises/toss/")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert page.evaluate("document.styleSheets.length") == 1


# ---------- What goes wrong ----------


def test_what_is_half_kept_goes_on_at_the_next_visit_and_asks_only_for_what_is_missing(
    reader: BrowserContext, host: Host, builds: tuple[Path, Path, Path]
) -> None:
    host.fails = {"exercises/toss/": 503}
    page = visit(reader)
    page.get_by_role("button", name="Keep this guide").click()
    expect(page.get_by_role("status").filter(has_text="That did not work this time.")).to_be_visible(timeout=45_000)
    assert state(page) is None
    host.fails = {}
    host.asked.clear()
    page = keep(reader)
    assert state(page) == {"version": version(builds[0])}
    assert host.count("exercises/toss/") == 1
    assert host.count(f"offline/{version(builds[0])}.json") == 0


@pytest.mark.parametrize("headers", [{"Cache-Control": "public, max-age=31536000, immutable"}, {"Vary": "*"}])
def test_wrong_headers_of_a_host_keep_nobody_on_an_old_version(
    reader: BrowserContext, host: Host, builds: tuple[Path, Path, Path], headers: dict[str, str]
) -> None:
    host.headers = headers
    page = keep(reader)
    deploy(host, builds[1])
    for _ in range(4):  # the browser lets a new worker wait while the old one has work, until one of the next visits
        page.reload()
        if comes(page, gone(builds[0]), seconds=15):
            break
    reader.set_offline(True)
    page.goto(OFFER)
    expect(page.locator("article")).to_contain_text("Look up.")


def test_a_file_of_another_version_is_not_kept_as_one_of_this(reader: BrowserContext, host: Host) -> None:
    host.stale = {"exercises/toss/": b"<!doctype html><title>Old</title>"}
    page = visit(reader)
    page.get_by_role("button", name="Keep this guide").click()
    expect(page.get_by_role("status").filter(has_text="That did not work this time.")).to_be_visible(timeout=45_000)
    assert state(page) is None


def test_where_there_is_no_room_it_says_so_and_takes_none(
    reader: BrowserContext, host: Host, builds: tuple[Path, Path, Path]
) -> None:
    page = reader.new_page()
    session = reader.new_cdp_session(page)
    origin = host.address.removesuffix(BASE)
    session.send("Storage.overrideQuotaForOrigin", {"origin": origin, "quotaSize": 50_000})
    page.goto(OFFER)
    page.get_by_role("button", name="Keep this guide").click()
    expect(page.get_by_role("status").filter(has_text="There is no room")).to_be_visible(timeout=45_000)
    until(page, f"{CACHES}.then(names => names.every(name => name.endsWith(':noted')))")
    assert state(page) == {"refused": version(builds[0])}


def test_two_tabs_keep_one_copy(reader: BrowserContext, host: Host) -> None:
    one, other = visit(reader), visit(reader)
    for page in (one, other):
        expect(page.get_by_text(KEPT)).to_be_visible(timeout=45_000)
    assert host.count("exercises/toss/") == 1


# ---------- The reader decides, and the site ----------


def test_a_device_that_saves_data_is_asked_for_nothing_before_the_reader_presses_the_button(
    reader: BrowserContext, host: Host
) -> None:
    reader.add_init_script(SAVE_DATA)
    page = visit(reader)
    button = page.get_by_role("button", name="Keep this guide")
    expect(button).to_be_visible()
    page.wait_for_timeout(500)
    assert page.evaluate("navigator.serviceWorker.getRegistrations().then(all => all.length)") == 0
    assert not [each for each in host.asked if each.startswith(("worker.js", "offline/"))]
    button.focus()
    page.keyboard.press("Enter")
    said = page.get_by_role("status").filter(has_text=re.compile("kept|Keeping"))
    expect(said).to_have_text("This guide is kept on your device. It works without the internet.", timeout=45_000)
    expect(page.get_by_role("button", name="Look for a newer copy")).to_be_focused()


def test_a_device_that_is_never_idle_keeps_the_site_all_the_same(reader: BrowserContext) -> None:
    reader.add_init_script("requestIdleCallback = (job, { timeout } = {}) => timeout && setTimeout(job, timeout)")
    keep(reader)


def test_a_browser_that_cannot_keep_a_site_is_offered_nothing(reader: BrowserContext) -> None:
    reader.add_init_script("delete Navigator.prototype.serviceWorker")
    page = visit(reader)
    expect(page.locator("footer a[data-bs-worker]")).to_be_hidden()
    expect(page.get_by_role("heading", name="Keep this guide")).to_be_hidden()


def test_nothing_is_announced_that_nobody_asked_for(reader: BrowserContext) -> None:
    page = keep(reader)
    assert page.locator("[data-bs-keep-said]").inner_text() == ""
    assert page.locator("[data-bs-keep-shown]").get_attribute("role") is None


def test_a_site_that_keeps_nothing_any_more_clears_its_own_caches_and_no_other(
    reader: BrowserContext, host: Host, builds: tuple[Path, Path, Path]
) -> None:
    page = keep(reader)
    page.evaluate("Promise.all([caches.open('of another'), caches.open('offline:/another/:1')])")
    deploy(host, builds[2])
    page.goto(OFFER)
    page.evaluate("navigator.serviceWorker.getRegistration().then(each => each?.update())")
    until(page, "navigator.serviceWorker.getRegistrations().then(all => !all.length)")
    assert page.evaluate(CACHES) == ["of another", "offline:/another/:1"]
    page.reload()
    assert page.locator(".bs-keep").count() == 0
    assert page.evaluate("navigator.serviceWorker.controller") is None


def test_a_browser_finds_all_that_it_needs_to_install_the_site(reader: BrowserContext) -> None:
    page = keep(reader)
    session = reader.new_cdp_session(page)
    found = session.send("Page.getAppManifest")
    assert found["errors"] == []
    assert json.loads(found["data"])["name"] == "Juggling"
    assert session.send("Page.getInstallabilityErrors")["installabilityErrors"] in (
        [],
        [{"errorId": "in-incognito", "errorArguments": []}],
    )


# ---------- From a disk ----------


@pytest.fixture(scope="module")
def unpacked(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Return the folder that the archive of the site unpacks to."""
    files = {each.relative_to(site).as_posix(): each.read_bytes() for each in site.rglob("*") if each.is_file()}
    packed = tmp_path_factory.mktemp("disk") / "site.zip"
    left_out = ["*.yml", "503.html", "manifest.webmanifest", "assets/icons/*"]
    packed.write_bytes(archive(files, left_out, folder="guide", frame="assets/javascripts/frame.js"))
    with ZipFile(packed) as opened:
        opened.extractall(packed.parent)
    packed.unlink()
    yield packed.parent / "guide"
    shutil.rmtree(packed.parent)


def test_on_a_disk_every_link_of_every_page_leads_to_a_file(unpacked: Path) -> None:
    lost = []
    for file in sorted(unpacked.rglob("*.html")):
        page = LexborHTMLParser(file.read_text("utf-8"))
        for each in page.css("[href], [src]"):
            link = (each.attributes.get("href") or each.attributes.get("src") or "").partition("#")[0].partition("?")[0]
            if link and ":" not in link and not (file.parent / link).is_file():
                lost.append(f"{file.relative_to(unpacked)}: {link}")
    assert not lost, "\n".join(lost[:20])
    assert (unpacked / "index.html").is_file()


def test_on_a_disk_pages_search_and_studio_work_without_an_error(browser: Browser, unpacked: Path) -> None:
    context = browser.new_context(reduced_motion="reduce")
    page = context.new_page()
    errors: list[str] = []
    page.on("console", lambda message: errors.append(message.text) if message.type in {"error", "warning"} else None)
    page.on("pageerror", lambda error: errors.append(str(error)))
    asked: list[str] = []
    context.on("request", lambda request: asked.append(request.url))
    for kind in KINDS:
        if kind != "404.html":
            page.goto((unpacked / kind / "index.html").as_uri(), wait_until="load")
            assert page.evaluate("document.fonts.ready.then(all => [...all].every(each => each.status == 'loaded'))")
    page.goto((unpacked / "exercises/index.html").as_uri())
    page.get_by_label("Equipment").first.select_option(index=1)
    page.goto((unpacked / "why-walk/index.html").as_uri())
    page.keyboard.press("/")
    page.keyboard.type("swollen calf")
    expect(page.locator(".bs-finds__sign")).to_have_text(re.compile("Get help today"))
    page.locator(".bs-finds a").first.click()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    page.goto((unpacked / "cards/studio/index.html").as_uri())
    page.get_by_text("Begin with a ready set").click()
    page.get_by_role("button", name=re.compile("^First steps")).click()
    expect(page.locator("[data-bs-sheets] svg").first).to_be_visible()
    assert page.locator("[data-bs-link]").evaluate("each => each.href ?? each.value").startswith("https://example.org/")
    page.goto((unpacked / "cards/mine/index.html").as_uri() + "#v=1&cards=seated-march")
    expect(page.locator(".bs-mine__figure > img")).to_have_count(2)
    page.get_by_role("button", name="Back to the list").click()
    page.get_by_role("link", name="Change this plan").click()
    expect(page.locator("[data-bs-list] h3")).to_contain_text("Seated march")
    context.close()
    assert errors == []
    assert not [each for each in asked if not each.startswith(("file:", "data:", "blob:"))]
