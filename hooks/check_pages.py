"""Check the front matter of every page, and show what it says: when it was checked, the doors of the home page."""

import datetime as dt
import logging
from typing import Any

from kit.guide import Guide
from kit.views.page_view import checked_view, contact_view, home_view, review_of, reviewed_on
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import get_build_datetime
from mkdocs.utils.templates import TemplateContext
from page_templates import tell_templates
from site_guide import guide_of, offer
from site_log import tell

log = logging.getLogger("mkdocs.hooks")


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Report every page whose front matter is missing, unreadable or wrong."""
    guide = guide_of(config, files)
    tell(guide.problems.get("pages", ()))
    return files


@event_priority(50)
def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, **_: object) -> str:
    """Take from the front matter what was found right, before others add to it, and date the page by its check."""
    guide, uri = guide_of(config), page.file.src_uri
    if uri in guide.pages:
        page.meta = guide.pages[uri].model_dump(include={"title", "description", "template", "hide"}, exclude_none=True)
    elif uri in guide.matters and uri not in guide.data:
        page.meta = {}
    if day := _checked_on(guide, page):  # so that the sitemap says when it last changed, and two builds are the same
        page.update_date = day.isoformat()
    return markdown


def on_env(env: Any, config: MkDocsConfig, files: Files) -> Any:  # noqa: ANN401 only MkDocs may import Jinja
    """Report a page whose template is not there, or is not for the words of a page."""
    tell_templates(env, config, files)
    return env


def on_page_context(context: TemplateContext, page: Page, config: MkDocsConfig, nav: Navigation) -> TemplateContext:  # noqa: ARG001 MkDocs passes it by name
    """Give the page what stands at its foot, the home page its doors, and one page the way to write to us."""
    guide, uri = guide_of(config), page.file.src_uri
    day = _checked_on(guide, page)
    due = review_of(guide, uri, day, get_build_datetime().date())
    if due and due.overdue:  # not a warning, or a strict build would fail on a day when nothing changed
        log.info("%s: its next check was due on %s.", uri, due.due)
    own = guide.pages.get(uri)
    offer(
        context,
        config,
        checked=checked_view(guide, day, due),
        contact=contact_view(guide, uri),
        home=home_view(own) if own else None,
    )
    return context


def _checked_on(guide: Guide, page: Page) -> dt.date | None:
    """Return the day on which a page was checked; what the build made says so itself."""
    made = page.meta.get("reviewed") if page.file.src_uri not in guide.addresses else None
    return made if isinstance(made, dt.date) else reviewed_on(guide, page.file.src_uri)
