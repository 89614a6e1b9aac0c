"""Links to other sites are asked politely, and each answer is understood."""

import asyncio
import datetime as dt
from collections.abc import Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor

import httpx
import pytest
from site_link_check.judge.links import read_built
from site_link_check.judge.visit import Visit, answer, due, kept, outward, read_visits, visit_problems, wait_s
from site_link_check.read.address import home
from site_link_check.read.site import Site
from site_link_check.read.source import Text
from visit_links import visits

TODAY = dt.date(2026, 11, 23)


def ask(handler: Callable[[httpx.Request], httpx.Response], *urls: str) -> list[Visit]:
    """Return what visits to a made-up web give."""
    return run(visits(list(urls), today=TODAY, pause_s=0, transport=httpx.MockTransport(handler)))


def run(asking: Coroutine[None, None, list[Visit]]) -> list[Visit]:
    """Await it in a thread of its own: the browser tests of this process may keep a loop running in this one."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, asking).result()


def always(status: int, **headers: str) -> Callable[[httpx.Request], httpx.Response]:
    return lambda _: httpx.Response(status, headers=headers)


@pytest.mark.parametrize(
    ("status", "meaning"),
    [
        (200, "fine"),
        (404, "gone"),
        (410, "gone"),
        (403, "refuses"),
        (429, "refuses"),
        (999, "refuses"),
        (500, "silent"),
    ],
)
def test_each_status_has_a_meaning(status: int, meaning: str) -> None:
    (visit,) = ask(always(status), "https://example.com/a")
    assert answer(visit) == meaning


def test_a_host_that_refuses_head_is_asked_by_get() -> None:
    methods = []

    def handler(request: httpx.Request) -> httpx.Response:
        methods.append(request.method)
        return httpx.Response(405 if request.method == "HEAD" else 200)

    assert [answer(visit) for visit in ask(handler, "https://example.com/a")] == ["fine"]
    assert methods == ["HEAD", "GET"]


def test_a_page_that_moved_for_good_is_named_and_a_detour_is_not() -> None:
    def handler(request: httpx.Request) -> httpx.Response:
        match request.url.path:
            case "/old":
                return httpx.Response(301, headers={"Location": "https://example.com/new"})
            case "/detour":
                return httpx.Response(302, headers={"Location": "https://example.com/today"})
        return httpx.Response(200)

    old, detour = ask(handler, "https://example.com/old", "https://example.com/detour")
    assert (answer(old), old.onward) == ("moved", "https://example.com/new")
    assert answer(detour) == "fine"


def test_an_address_that_also_answers_encrypted_is_insecure() -> None:
    def handler(request: httpx.Request) -> httpx.Response:
        if request.url.scheme == "http":
            return httpx.Response(301, headers={"Location": "https://example.com/a"})
        return httpx.Response(200)

    assert [answer(visit) for visit in ask(handler, "http://example.com/a")] == ["insecure"]


def test_a_busy_host_is_asked_again() -> None:
    answers = iter([503, 503, 200])
    (visit,) = ask(lambda _: httpx.Response(next(answers)), "https://example.com/a")
    assert answer(visit) == "fine"


def test_a_host_that_is_not_there_is_gone_and_a_slow_one_silent() -> None:
    def handler(request: httpx.Request) -> httpx.Response:
        if request.url.host == "slow.example":
            raise httpx.ReadTimeout("too slow")
        raise httpx.ConnectError("[Errno -2] Name or service not known")

    slow, none = ask(handler, "https://slow.example/", "https://none.example/")
    assert (answer(slow), answer(none)) == ("silent", "gone")


def test_one_host_never_gets_two_requests_at_once() -> None:
    open_now, most = 0, 0

    async def handler(_: httpx.Request) -> httpx.Response:
        nonlocal open_now, most
        open_now += 1
        most = max(most, open_now)
        await asyncio.sleep(0)
        open_now -= 1
        return httpx.Response(200)

    run(
        visits(
            [f"https://example.com/{number}" for number in range(5)],
            today=TODAY,
            pause_s=0,
            transport=httpx.MockTransport(handler),
        )
    )
    assert most == 1


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        ("", 0),
        ("soon", 0),
        ("-5", 0),
        ("7", 7),
        ("3600", 60),
        ("Mon, 23 Nov 2026 12:00:30 GMT", 30),
        ("Sun, 22 Nov 2026 12:00:00 GMT", 0),
        ("Mon, 23 Nov 2026 12:00:30", 0),
    ],
)
def test_a_busy_host_says_by_number_or_date_when_to_come_back(header: str, seconds: float) -> None:
    assert wait_s(header, dt.datetime(2026, 11, 23, 12, tzinfo=dt.UTC)) == seconds


def test_good_answers_are_believed_for_two_weeks_and_bad_ones_for_a_day() -> None:
    fine = Visit(url="https://example.com/a", status=200, day=TODAY)
    gone = Visit(url="https://example.com/b", status=404, day=TODAY)
    known = read_visits(kept([fine, gone]))
    urls = [fine.url, gone.url, "https://example.com/new"]
    assert due(urls, known, TODAY) == ["https://example.com/new"]
    assert due(urls, known, TODAY + dt.timedelta(1)) == [gone.url, "https://example.com/new"]
    assert due(urls, known, TODAY + dt.timedelta(14)) == urls
    assert read_visits("no JSON") == {}


def test_a_bad_answer_is_reported_at_each_place_and_a_longer_address_is_not_taken_for_it() -> None:
    gone = Visit(url="https://example.com/a", status=404, day=TODAY)
    text = Text("docs/x.md", "One\n[a](https://example.com/a#b) https://example.com/a/b\n")
    (problem,) = visit_problems([gone], [text])
    assert str(problem).startswith('docs/x.md:2:5: link-gone: "https://example.com/a": there is no such page any more')


def test_only_addresses_on_other_hosts_are_asked() -> None:
    site = Site(home("https://example.org/river/"), frozenset({"index.html"}))
    page = (
        b'<a href="https://example.com/a#b">a</a><a href="https://example.org/river/">b</a><a href="mailto:a@b.c">c</a>'
    )
    assert outward(read_built([("index.html", page)], site), site.home) == ["https://example.com/a"]
