"""Ask other sites whether our links to them still lead somewhere: `make links`, never during a build."""

import asyncio
import datetime as dt
import sys
from collections import defaultdict
from pathlib import Path
from urllib.parse import urlsplit

import httpx
from kit.address import Home
from kit.links import read_built
from kit.site import Site
from kit.source import Text
from kit.visit import FOR_GOOD, Visit, answer, due, kept, outward, read_visits, visit_problems

AGENT = {"User-Agent": "check-links/1 (asks each page of a documentation site's links once in two weeks)"}
ATTEMPTS, AT_ONCE, PATIENCE_S = 3, 16, 20
FAILING = {"gone", "moved", "insecure"}


async def visits(
    urls: list[str], *, today: dt.date, pause_s: float, transport: httpx.AsyncBaseTransport
) -> list[Visit]:
    """Return one visit for each address: hosts in parallel, each host one request at a time with a pause between."""
    by_host: dict[str, list[str]] = defaultdict(list)
    for url in urls:
        by_host[urlsplit(url).netloc].append(url)
    free = asyncio.Semaphore(AT_ONCE)
    async with httpx.AsyncClient(headers=AGENT, timeout=PATIENCE_S, transport=transport) as client:
        hosts = [_host(client, listed, free, today, pause_s) for listed in by_host.values()]
        return [visit for listed in await asyncio.gather(*hosts) for visit in listed]


async def _host(
    client: httpx.AsyncClient, urls: list[str], free: asyncio.Semaphore, today: dt.date, pause_s: float
) -> list[Visit]:
    found = []
    for url in urls:
        async with free:
            found.append(await _visit(client, url, today, pause_s))
        await asyncio.sleep(pause_s)
    return found


async def _visit(client: httpx.AsyncClient, url: str, today: dt.date, pause_s: float) -> Visit:
    """Ask by HEAD, then by GET where that is refused; try again when a host is busy, as late as it wishes."""
    status, reason, onward, method = 0, "", "", "HEAD"
    for attempt in range(ATTEMPTS):
        try:
            async with client.stream(method, url, follow_redirects=True) as response:
                status, reason = response.status_code, ""
                steps = [*response.history, response]
                for_good = all(step.status_code in FOR_GOOD for step in response.history)
                onward = str(steps[-1].url) if response.history and for_good else ""
                wait = min(float(response.headers.get("Retry-After", "0").strip() or 0), 60) if status == 429 else 0  # noqa: PLR2004
        except (httpx.HTTPError, httpx.InvalidURL, ValueError) as error:
            unknown = "Name or service" in str(error) or "getaddrinfo" in str(error)
            status, reason, wait = 0, "no such host" if unknown else type(error).__name__, 0
        if method == "HEAD" and (status >= 400 or status == 0):  # noqa: PLR2004 the first status that is an error
            method = "GET"
        elif 0 < status < 500 and status != 429:  # noqa: PLR2004 neither failed nor busy
            break
        await asyncio.sleep(max(wait, pause_s * 2**attempt))
    return Visit(url=url, status=status, onward=onward, reason=reason, day=today)


def main(site: Path, docs: Path, memory: Path) -> int:
    """Ask what is due, say what is wrong, keep the answers; return 1 when a link must be mended."""
    names = frozenset(path.relative_to(site).as_posix() for path in site.rglob("*.html"))
    home = Home("", "/")
    urls = outward(read_built(((name, (site / name).read_bytes()) for name in sorted(names)), Site(home, names)), home)
    known = read_visits(memory.read_text("utf-8") if memory.exists() else "[]")
    today = dt.datetime.now(dt.UTC).date()
    asked = asyncio.run(visits(due(urls, known, today), today=today, pause_s=1, transport=httpx.AsyncHTTPTransport()))
    answers = {url: visit for url, visit in (known | {visit.url: visit for visit in asked}).items() if url in set(urls)}
    memory.parent.mkdir(parents=True, exist_ok=True)
    memory.write_text(kept(answers.values()), "utf-8")
    files = sorted(path for path in docs.rglob("*") if path.suffix in {".md", ".yml", ".bib"})
    problems = visit_problems(answers.values(), [Text(str(path), path.read_text("utf-8")) for path in files])
    for problem in problems:
        sys.stdout.write(f"{problem}\n")
    sys.stdout.write(f"{len(urls)} addresses on other sites, {len(asked)} asked today, {len(problems)} to look at.\n")
    return int(any(answer(visit) in FAILING for visit in answers.values()))


if __name__ == "__main__":
    sys.exit(main(Path("site"), Path("docs"), Path(".cache/links.json")))
