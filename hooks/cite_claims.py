"""Cite claims: link each citation to the ledger, fill the ledger's pages, and give each page its notes and sources."""

import logging
from pathlib import PurePosixPath
from typing import Any

from kit.embed import EmbedExtension, place, places
from kit.evidence.bibliography import bibtex, csl_json
from kit.evidence.chart import draw
from kit.evidence.citation import CitationExtension, cited, definitions
from kit.evidence.ledger import read_ledger, totals
from kit.evidence.treatment import foot, review, survey, unused, uses
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.utils import get_build_datetime, get_relative_url
from mkdocs.utils.templates import TemplateContext

log = logging.getLogger("mkdocs.hooks")

FOLDER = "evidence"
DATA = ("claims", "facts", "references", "charts")
PAGES = {f"{FOLDER}/index.md": "evidence/ledger.html", f"{FOLDER}/references.md": "evidence/references.html"}
CHARTS = "assets/charts"


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Read the ledger, report what is wrong with it, and add the references in the formats of other tools."""
    texts = {name: file.content_bytes for name in DATA if (file := files.get_file_from_path(f"{FOLDER}/{name}.yml"))}
    ledger, problems = read_ledger(texts, folder=f"{PurePosixPath(config.docs_dir).name}/{FOLDER}")
    for problem in problems:
        log.warning(str(problem))
    config.extra["ledger"] = ledger
    references = [entry.value for entry in ledger.references.values()]
    files.append(File.generated(config, f"{FOLDER}/references.json", content=csl_json(references)))
    files.append(File.generated(config, f"{FOLDER}/references.bib", content=bibtex(references)))
    config.markdown_extensions.extend(  # Markdown takes objects too
        [CitationExtension(ledger.anchors(FOLDER)), EmbedExtension(CHARTS, ledger.charts)]  # type: ignore[list-item]
    )
    return files


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, **_: object) -> str:
    """Append the definitions of the ids that the page cites."""
    return definitions(markdown, config.extra["ledger"].anchors(FOLDER), up="../" * page.file.src_uri.count("/"))


def on_env(env: Any, config: MkDocsConfig, files: Files) -> Any:  # noqa: ANN401 only MkDocs may import Jinja
    """Check every page against the ledger, and draw the charts, the ledger and the references into their pages."""
    ledger = config.extra["ledger"]
    pages = {file.src_uri: file.page for file in files.documentation_pages() if file.page is not None}
    texts = {uri: (page.file.content_bytes, page.content or "") for uri, page in pages.items()}
    treatments, problems = survey(ledger, texts, folder=PurePosixPath(config.docs_dir).name)
    for problem in sorted({*problems, *unused(ledger, treatments.values())}):
        log.warning(str(problem))
    config.extra["treatments"] = treatments
    shared = {"config": config, "ledger": ledger, "pages": pages, "draw": draw}
    shared |= {"totals": totals(ledger), "uses": uses(treatments.values())}
    for uri, page in pages.items():
        names = shared | {"page": page, "base_url": get_relative_url(".", page.url)}
        for name in places(page.content or ""):
            drawn = env.get_template("evidence/chart.html").render(names, chart=ledger.charts[name].value)
            page.content = (page.content or "").replace(place(name), drawn)
        if uri in PAGES:
            page.content = (page.content or "") + env.get_template(PAGES[uri]).render(names)
            page.present_anchor_ids = (page.present_anchor_ids or set()) | ledger.labels
    return env


def on_page_context(context: TemplateContext, page: Page, config: MkDocsConfig, **_: object) -> TemplateContext:
    """Give the page its notes, its sources, the claims it treats and the day of its next check."""
    extra, uri = config.extra, page.file.src_uri
    months = extra.get("checked", {}).get("months", {})
    checked = review(page.meta.get("reviewed"), uri=uri, months=months, today=get_build_datetime().date())
    if checked and checked.overdue:  # not a warning, or a strict build would fail on a day when nothing changed
        log.info("%s: its next check was due on %s.", uri, checked.due)
    ending = foot(extra["ledger"], extra["treatments"].get(uri), cited(page.content or ""), checked)
    context["evidence"] = ending  # type: ignore[typeddict-unknown-key] # our templates read it
    return context
