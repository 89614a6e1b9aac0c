"""Nothing is lost: every claim of the ledger is treated on a page, and every page stands in the navigation."""

from collections.abc import Mapping
from pathlib import Path
from urllib.parse import urljoin

from building import ROOT
from kit.evidence.ledger import read_ledger
from kit.evidence.treatment import Treatment, read_treatment, unused
from kit.front_matter import read
from kit.problem import Problem
from selectolax.lexbor import LexborHTMLParser

DOCS = ROOT / "docs"


def treatments(docs: Path) -> list[Treatment]:
    """Return what each Markdown file treats and cites."""
    found = []
    for path in sorted(docs.rglob("*.md")):
        uri = path.relative_to(docs).as_posix()
        front_matter, problems = read(path.read_bytes(), file=f"docs/{uri}")
        assert front_matter, problems
        found.append(read_treatment(front_matter, uri=uri))
    return found


def uncovered(pages: list[Treatment]) -> list[Problem]:
    """Return a problem for each claim of the ledger that these pages leave out."""
    texts = {file.stem: file.read_text(encoding="utf-8") for file in (DOCS / "evidence").glob("*.yml")}
    ledger, problems = read_ledger(texts, folder="docs/evidence")
    assert not problems
    assert ledger.claims
    return [one for one in unused(ledger, pages) if one.rule == "claim-unused"]


def address(uri: str) -> str:
    """Return where a Markdown file of docs/ is found on the site, without the leading slash."""
    folder = uri.removesuffix(".md").removesuffix("index").rstrip("/")
    return f"{folder}/" if folder else ""


def navigation(pages: Mapping[str, str]) -> set[str]:
    """Return the addresses in the menus of pages (address to HTML): each page shows its own section."""
    found = set()
    for here, html in pages.items():
        links = LexborHTMLParser(html).css(".bs-side a[href]")
        found |= {
            urljoin(f"https://a/{here}", link.attributes["href"] or "").removeprefix("https://a/") for link in links
        }
    return found


def outside(uris: list[str], pages: Mapping[str, str]) -> list[str]:
    """Return each page that no menu lists."""
    listed = navigation(pages)
    return [uri for uri in uris if address(uri) not in listed]


def test_every_claim_of_the_ledger_is_treated_on_a_page() -> None:
    problems = uncovered(treatments(DOCS))
    assert not problems, "\n" + "\n".join(str(one) for one in problems)


def test_a_claim_that_its_only_page_drops_is_named_with_its_line() -> None:
    pages = [page for page in treatments(DOCS) if "back-health-matters" not in page.labels]
    (found,) = [one for one in uncovered(pages) if '"back-health-matters"' in one.text]
    assert (found.file, found.rule) == ("docs/evidence/claims.yml", "claim-unused")
    assert found.line > 1


def test_every_page_stands_in_the_navigation(site: Path) -> None:
    uris = sorted(path.relative_to(DOCS).as_posix() for path in DOCS.rglob("*.md"))
    menus = {address(uri): (site / address(uri) / "index.html").read_text(encoding="utf-8") for uri in uris}
    assert not outside(uris, menus)


def test_a_page_that_the_navigation_leaves_out_is_named() -> None:
    listed = '<nav class="bs-side"><a href=".">Home</a><a href="faq/shoes/">Shoes</a></nav>'
    html = f'{listed}<a href="hills/">Hills</a>'
    assert outside(["index.md", "faq/shoes.md", "hills.md", "shoes/index.md"], {"": html}) == [
        "hills.md",
        "shoes/index.md",
    ]
