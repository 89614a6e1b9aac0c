"""Ask what to do today: make a page of each question and each answer in `today.yml`, behind the first one."""

from kit.guide import TODAY
from kit.views.today_view import HOME, is_answer, sources, today_view
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext
from site_guide import add, guide_of, menu_titles, offer
from site_log import tell


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Report every problem, and add the pages; the menu lists the first alone."""
    guide = guide_of(config, files)
    tell(guide.problems.get("today", ()))
    add(files, config, sources(guide))
    return files


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, **_: object) -> str:
    """Choose the template of the page; search finds answers, and of the questions the first."""
    guide, uri = guide_of(config), page.file.src_uri
    made = uri in guide.pages and uri in sources(guide)
    if made:
        own = guide.pages[uri]
        page.meta = {"title": own.title, "description": own.description}
        if not is_answer(guide, uri):
            page.meta["search"] = {"exclude": True}
    if made or (uri == HOME and guide.today is not None):
        page.meta.update(template="today.html", hide=["toc"])
    return markdown


def on_page_context(context: TemplateContext, page: Page, config: MkDocsConfig, nav: Navigation) -> TemplateContext:
    """Give the page its question or its answer, and the way to it: no page comes before it but by an answer."""
    guide, uri = guide_of(config), page.file.src_uri
    if not uri.startswith(f"{TODAY}/"):
        return context
    offer(context, config, today=today_view(guide, uri, menu_titles(nav)))
    page.previous_page = page.next_page = None
    first = next((each for each in nav.pages if each.file.src_uri == HOME), None)
    if page.parent is None and first is not None and first is not page:
        page.parent = Section(str(first.title), [first])
    return context
