"""Index the questions in `faq/`: navigation, redirects, open data, and lists on the pages they relate to."""

import posixpath
from urllib.parse import urljoin

from kit.guide import QUESTIONS
from kit.navigation import with_children
from kit.questions.faq import INDEX
from kit.questions.faq_index import moved, navigation, to_json
from kit.questions.question import article, words
from kit.redirect import redirect_page
from kit.views.question_view import about_view, index_view, question_view
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext
from site_guide import add, guide_of, menu_titles, offer
from site_log import tell

HOME = f"{QUESTIONS}/{INDEX}"


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Report every problem, put the questions into the navigation, and add the old addresses and the open data."""
    guide = guide_of(config, files)
    tell(guide.problems.get("questions", ()))
    found = guide.faq.by_uri if guide.faq else {}
    for uri in guide.data - found.keys():
        if posixpath.dirname(uri) == QUESTIONS and (file := files.get_file_from_path(uri)):
            file.inclusion = InclusionLevel.NOT_IN_NAV  # one mistake, one message
    if guide.faq is None:
        return files
    if config.nav:
        config.nav = with_children(config.nav, HOME, navigation(guide.faq))
    site, made = guide.site.address, {}
    said = guide.words.questions.moved if guide.words and guide.words.questions else ""
    for alias, asked in moved(guide.faq).items():
        old = File(f"{QUESTIONS}/{alias}.md", config.docs_dir, config.site_dir, config.use_directory_urls)
        new = guide.addresses[guide.faq.uri(asked)]
        target = posixpath.relpath(new, posixpath.dirname(old.dest_uri)) + ("/" if new.endswith("/") else "")
        page = redirect_page(
            title=asked.question,
            target=target,
            canonical=urljoin(site, new) if site else "",
            said=said,
            language=guide.site.language,
        )
        made[old.dest_uri] = page
    addresses = {uri: urljoin(site, address) for uri, address in guide.addresses.items()}
    made[f"{QUESTIONS}/faq.json"] = to_json(guide.faq, addresses=addresses, licence=guide.site.rights or None)
    add(files, config, made)
    return files


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, **_: object) -> str:
    """Choose the template of the page; search finds a question by its tags."""
    faq, uri = guide_of(config).faq, page.file.src_uri
    if faq is not None and uri == HOME:
        page.meta.update(template="faq.html", hide=["toc"], search={"exclude": True})
    elif faq is not None and (asked := faq.by_uri.get(uri)):
        page.meta = {"template": "question.html", "hide": ["toc"], "tags": words(asked)}
        page.meta.update(title=asked.question, description=asked.short_answer)
    return markdown


def on_page_content(html: str, page: Page, config: MkDocsConfig, **_: object) -> str:
    """Open an answer with the short one, and close it with the words that it is found by."""
    guide = guide_of(config)
    asked = guide.faq.by_uri.get(page.file.src_uri) if guide.faq else None
    said = guide.words.questions if guide.words else None
    return html if asked is None or said is None else article(asked, html, also=said.also)


def on_page_context(context: TemplateContext, page: Page, config: MkDocsConfig, nav: Navigation) -> TemplateContext:
    """Give the page what its template shows: the index, an answer, or the questions that relate to it."""
    guide, uri = guide_of(config), page.file.src_uri
    offer(context, config, questions=about_view(guide).get(uri), question=question_view(guide, uri, menu_titles(nav)))
    if uri == HOME:
        offer(context, config, faq=index_view(guide))
    return context
