"""Cite claims: link each citation to the ledger, fill the ledger's pages, and give each page its notes and sources."""

from collections.abc import Mapping
from typing import Any

from kit.embed import EmbedExtension, place, places
from kit.evidence.bibliography import bibtex, csl_json
from kit.evidence.citation import CitationExtension, cited, definitions
from kit.evidence.treatment import foot
from kit.guide import CHARTS, EVIDENCE, Guide
from kit.views.evidence_view import CLAIMS, REFERENCES, chart_view, foot_view, ledger_view, references_view
from kit.views.place import Place, spelled
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url
from mkdocs.utils.templates import TemplateContext
from site_guide import add, guide_of, offer
from site_log import tell

CSL, BIBTEX = f"{EVIDENCE}/references.json", f"{EVIDENCE}/references.bib"


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Report what is wrong with the ledger, and add the references in the formats of other tools."""
    guide = guide_of(config, files)
    tell(guide.problems.get("evidence", ()))
    references = [entry.value for entry in guide.ledger.references.values()]
    words = guide.words.evidence if guide.words else None
    if references and words:
        add(files, config, {CSL: csl_json(references, words), BIBTEX: bibtex(references, words)})
    said = words.cited if words else ""
    config.markdown_extensions.extend(  # Markdown takes objects too
        [CitationExtension(_anchors(guide), said=said), EmbedExtension(CHARTS, guide.ledger.charts)]  # type: ignore[list-item]
    )
    return files


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, **_: object) -> str:
    """Append the definitions of the ids that the page cites."""
    return definitions(markdown, _anchors(guide_of(config)), up="../" * page.file.src_uri.count("/"))


def on_env(env: Any, config: MkDocsConfig, files: Files) -> Any:  # noqa: ANN401 only MkDocs may import Jinja
    """Draw the charts, the ledger and the references into their pages."""
    guide = guide_of(config)
    if guide.words is None or (words := guide.words.evidence) is None:
        return env
    pages = {file.src_uri: file.page for file in files.documentation_pages() if file.page is not None}
    titles = {uri: str(page.title) for uri, page in pages.items() if page.title}
    for uri, page in pages.items():
        if page.content is None:  # a preview leaves out what did not change
            continue
        names = {"config": config, "page": page, "base_url": get_relative_url(".", page.url), "words": guide.words}
        for name in places(page.content):
            chart = chart_view(guide, guide.ledger.charts[name].value, words)
            text = env.get_template("evidence/chart.html").render(names, chart=chart)
            page.content = page.content.replace(place(name), text)
        if uri == CLAIMS:
            page.content += env.get_template("evidence/ledger.html").render(
                names, ledger=ledger_view(guide, guide.uses, words, titles)
            )
        elif uri == REFERENCES:
            kinds = references_view(guide, guide.uses, words, titles)
            page.content += env.get_template("evidence/references.html").render(names, kinds=kinds, taken=_taken(guide))
        if uri in {CLAIMS, REFERENCES}:
            page.present_anchor_ids = (page.present_anchor_ids or set()) | guide.ledger.labels
    return env


def on_page_context(context: TemplateContext, page: Page, config: MkDocsConfig, nav: Navigation) -> TemplateContext:  # noqa: ARG001 MkDocs passes it by name
    """Give the page its notes, its sources and the claims it treats."""
    guide = guide_of(config)
    if guide.words is not None and (words := guide.words.evidence) is not None:
        ending = foot(guide.ledger, guide.treatments.get(page.file.src_uri), cited(str(page.content or "")))
        offer(context, config, evidence=foot_view(guide, ending, words))
    return context


def _anchors(guide: Guide) -> Mapping[str, str]:
    return guide.ledger.anchors(EVIDENCE) if CLAIMS in guide.addresses else {}


def _taken(guide: Guide) -> list[tuple[str, Place | None]]:
    words = guide.words.evidence if guide.words else None
    return spelled(words.take_told, {"csl": Place(CSL, "CSL-JSON"), "bibtex": Place(BIBTEX, "BibTeX")}) if words else []
