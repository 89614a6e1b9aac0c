"""Cite claims: link each citation to the ledger, fill the ledger's pages, and give each page its notes and sources."""

import logging
from pathlib import PurePosixPath
from typing import Any

from kit.citation import CitationExtension, cited, definitions
from kit.front_matter import read
from kit.ledger import Ledger, Treatment, check_treatments, read_ledger, read_treatment, uses
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url
from mkdocs.utils.templates import TemplateContext

log = logging.getLogger("mkdocs.hooks")

FOLDER = "evidence"
LEDGER = f"{FOLDER}/index.md"
REFERENCES = f"{FOLDER}/references.md"


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Read the data files of the ledger and report what is wrong with them."""
    texts = {name: files.get_file_from_path(f"{FOLDER}/{name}.yml") for name in ("claims", "facts", "references")}
    contents = [file.content_string if file else "" for file in texts.values()]
    ledger, problems = read_ledger(*contents, folder=f"{PurePosixPath(config.docs_dir).name}/{FOLDER}")
    for problem in problems:
        log.warning(str(problem))
    config.extra["ledger"] = ledger
    config.markdown_extensions.append(CitationExtension(_anchors(ledger)))  # type: ignore[arg-type] # Markdown takes objects too
    return files


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, **_: object) -> str:
    """Append the definitions of the ids that the page cites."""
    up = "../" * page.file.src_uri.count("/")
    return definitions(markdown, {label: up + anchor for label, anchor in _anchors(config.extra["ledger"]).items()})


def on_env(env: Any, config: MkDocsConfig, files: Files) -> Any:  # noqa: ANN401 only MkDocs may import Jinja
    """Check every page against the ledger, and fill the pages that show it."""
    ledger: Ledger = config.extra["ledger"]
    treatments = []
    for file in files.documentation_pages():
        front_matter, _problems = read(file.content_bytes, file=f"{PurePosixPath(config.docs_dir).name}/{file.src_uri}")
        if front_matter is not None:
            treatments.append(read_treatment(front_matter, uri=file.src_uri))
    for problem in check_treatments(ledger, treatments):
        log.warning(str(problem))
    config.extra["treatments"] = {each.uri: each for each in treatments}
    pages = {file.src_uri: file.page for file in files.documentation_pages()}
    for uri, template in ((LEDGER, "evidence/ledger.html"), (REFERENCES, "evidence/references.html")):
        page = pages.get(uri)
        if page is not None:
            names: dict[str, Any] = {"ledger": ledger, "uses": uses(treatments), "pages": pages, "page": page}
            names |= {"config": config, "base_url": get_relative_url(".", page.url)}
            page.content = (page.content or "") + env.get_template(template).render(names)
            page.present_anchor_ids = (page.present_anchor_ids or set()) | ledger.labels
    return env


def on_page_context(context: TemplateContext, page: Page, config: MkDocsConfig, **_: object) -> TemplateContext:
    """Give the page its notes and sources."""
    ledger: Ledger = config.extra["ledger"]
    treatment: Treatment | None = config.extra["treatments"].get(page.file.src_uri)
    notes = cited(page.content or "")
    labels = (*notes, *(treatment.labels if treatment else ()))
    context["evidence"] = {"notes": notes, "sources": ledger.sources(labels), "ledger": ledger}  # type: ignore[typeddict-unknown-key] # templates read it
    return context


def _anchors(ledger: Ledger) -> dict[str, str]:
    return {label: f"{REFERENCES if label in ledger.references else LEDGER}#{label}" for label in ledger.labels}
