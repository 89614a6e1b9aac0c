"""Ask other sites whether our links to them still lead somewhere: `make links`, never during a build."""

import asyncio
import datetime as dt
import sys
from collections import defaultdict
from pathlib import Path
from urllib.parse import urlsplit

import httpx
from site_link_check.judge.links import read_built
from site_link_check.judge.visit import FOR_GOOD, Visit, answer, due, kept, outward, read_visits, visit_problems, wait_s
from site_link_check.problem import counted
from site_link_check.read.address import Home
from site_link_check.read.site import Site
from site_link_check.read.source import Text

AGENT = {"User-Agent": "check-links/1 (asks each page of a documentation site's links once in two weeks)"}
ATTEMPTS, AT_ONCE = 3, 16
BUSY = frozenset({429, 503})
"""Answers that may say when to ask again."""
FAILING = {"gone", "moved", "insecure"}


async def visits(
    urls: list[str], *, today: dt.date, pause_s: float, transport: httpx.AsyncBaseTransport, patience_s: float = 20
) -> list[Visit]:
    """Return one visit for each address: hosts in parallel, each host one request at a time with a pause between."""
    by_host: dict[str, list[str]] = defaultdict(list)
    for url in urls:
        by_host[urlsplit(url).netloc].append(url)
    free = asyncio.Semaphore(AT_ONCE)
    async with httpx.AsyncClient(headers=AGENT, timeout=patience_s, transport=transport) as client:
        hosts = [_host(client, listed, free, today, pause_s) for listed in by_host.values()]
        return [visit for listed in await asyncio.gather(*hosts) for visit in listed]


async def _host(
    client: httpx.AsyncClient, urls: list[str], free: asyncio.Semaphore, today: dt.date, pause_s: float
) -> list[Visit]:
    found: list[Visit] = []
    for url in urls:
        if found:
            await asyncio.sleep(pause_s)
        async with free:
            found.append(await _visit(client, url, today, pause_s))
    return found


async def _visit(client: httpx.AsyncClient, url: str, today: dt.date, pause_s: float) -> Visit:
    """Ask by HEAD, then by GET where that is refused; try again when a host is busy, as late as it wishes."""
    method, pauses = "HEAD", [pause_s * 2**attempt for attempt in range(ATTEMPTS - 1)]
    while True:
        visit, wished_s = await _ask(client, method, url, today)
        refused = method == "HEAD" and (visit.status == 0 or visit.status >= 400)  # noqa: PLR2004 the first error
        failed = visit.status == 0 or visit.status >= 500 or visit.status in BUSY  # noqa: PLR2004 the server's own
        if not pauses or not (refused or failed):
            return visit
        method = "GET" if refused else method
        await asyncio.sleep(max(wished_s, pauses.pop(0)))


async def _ask(client: httpx.AsyncClient, method: str, url: str, today: dt.date) -> tuple[Visit, float]:
    """Return what one request gives, and the seconds after which a busy host wishes to be asked again."""
    try:
        async with client.stream(method, url, follow_redirects=True) as response:
            for_good = bool(response.history) and all(step.status_code in FOR_GOOD for step in response.history)
            onward = str(response.url) if for_good else ""
            pause_s = (
                wait_s(response.headers.get("Retry-After", ""), dt.datetime.now(dt.UTC))
                if response.status_code in BUSY
                else 0
            )
            reason = str(response.status_code) if response.is_server_error else ""
            return Visit(url=url, status=response.status_code, onward=onward, reason=reason, day=today), pause_s
    except (httpx.HTTPError, httpx.InvalidURL, ValueError) as error:
        unknown = "Name or service" in str(error) or "getaddrinfo" in str(error)
        return Visit(url=url, status=0, reason="no such host" if unknown else type(error).__name__, day=today), 0


def main(root: Path, *, pause_s: float = 1, patience_s: float = 20) -> int:
    """Ask what is due, say what is wrong, keep the answers; return 1 when a link must be mended."""
    site, memory = root / "site", root / ".cache" / "links.json"
    names = frozenset(path.relative_to(site).as_posix() for path in site.rglob("*.html"))
    home = Home("", "/")
    urls = outward(read_built(((name, (site / name).read_bytes()) for name in sorted(names)), Site(home, names)), home)
    known = read_visits(memory.read_text("utf-8") if memory.exists() else "[]")
    today = dt.datetime.now(dt.UTC).date()
    listed = due(urls, known, today)
    transport = httpx.AsyncHTTPTransport()
    asked = asyncio.run(visits(listed, today=today, pause_s=pause_s, transport=transport, patience_s=patience_s))
    answers = {url: visit for url, visit in (known | {visit.url: visit for visit in asked}).items() if url in set(urls)}
    memory.parent.mkdir(parents=True, exist_ok=True)
    memory.write_text(kept(answers.values()), "utf-8")
    folders = (path for folder in ("docs", "overrides") for path in (root / folder).rglob("*"))
    files = sorted(path for path in folders if path.suffix in {".md", ".yml", ".bib", ".html"})
    texts = [Text(path.relative_to(root).as_posix(), path.read_text("utf-8")) for path in (root / "mkdocs.yml", *files)]
    problems = visit_problems(answers.values(), texts)
    for problem in problems:
        sys.stdout.write(f"{problem}\n")
    addresses = counted(len(urls), "address on another site", "addresses on other sites")
    sys.stdout.write(f"{addresses}, {len(asked)} asked today, {len(problems)} to look at.\n")
    return int(any(answer(visit) in FAILING for visit in answers.values()))


if __name__ == "__main__":
    sys.exit(main(Path()))
