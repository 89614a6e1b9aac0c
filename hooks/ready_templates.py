"""Ready the templates: escape all that they show, and hand every page the words and the link to help."""

import html
from collections.abc import Callable
from typing import Any

from jinja2 import BaseLoader, Environment, TemplateNotFound
from jinja2.bccache import Bucket, BytecodeCache
from kit.views.page_view import help_view
from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink
from mkdocs.utils.templates import TemplateContext
from page_templates import lost_template, tell_templates
from site_disk import Folder, kept
from site_guide import guide_of, offer


class MissingError(TemplateNotFound, PluginError):  # type: ignore[misc] # both have a message: it is one
    """A template that is not there, which ends a build with a line that says so unless a template can do without."""

    def __str__(self) -> str:
        """Return that line."""
        return str(self.message)


class Shelves(BaseLoader):
    """The templates of a theme."""

    def __init__(self, inner: BaseLoader, config: MkDocsConfig) -> None:
        """Take what finds templates, and the recipe that names their folders."""
        self.inner, self.config = inner, config

    def get_source(self, environment: Environment, template: str) -> tuple[str, str | None, Callable[[], bool] | None]:
        """Return the source of a template; raise MissingError where there is none."""
        try:
            return self.inner.get_source(environment, template)
        except TemplateNotFound as error:
            raise MissingError(template, str(lost_template(self.config, template))) from error

    def list_templates(self) -> list[str]:
        """Return the names of all templates."""
        return self.inner.list_templates()


class Compiled(BytecodeCache):
    """Templates that were compiled in an earlier build."""

    def __init__(self, folder: Folder) -> None:
        """Take the folder in which they are kept."""
        self.folder = folder

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill the bucket of a template with what was kept of the same."""
        if (found := self.folder.get(f"{bucket.key}.cache")) is not None:
            bucket.bytecode_from_string(found)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the bucket of a template."""
        self.folder.put(f"{bucket.key}.cache", bucket.bytecode_to_string())


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Read the guide."""
    guide_of(config, files)
    return files


def on_env(env: Any, config: MkDocsConfig, files: Files) -> Any:  # noqa: ANN401 as MkDocs has it
    """Turn on autoescape: what the code did not mark as HTML is text; and tell of templates that are not there."""
    env.autoescape = True
    env.loader = Shelves(env.loader, config)
    tell_templates(env, config, files)
    env.bytecode_cache = Compiled(kept(config, "templates"))  # compiling templates is a tenth of a build
    return env


def on_template_context(context: TemplateContext, config: MkDocsConfig, **_: object) -> TemplateContext:
    """Give templates without a page what stands on every page."""
    offer(context, config, help=help_view(guide_of(config)))
    return context


@event_priority(-100)
def on_page_context(context: TemplateContext, page: Page, config: MkDocsConfig, nav: Navigation) -> TemplateContext:  # noqa: ARG001 MkDocs passes it by name
    """Mark as HTML what Markdown has made of the page, last of all."""
    offer(context, config, help=help_view(guide_of(config)))
    page.content = Markup(page.content or "")  # noqa: S704 Markdown made it
    for item in page.toc:
        _mark(item)
    if "title" not in vars(page) and "title" not in page.meta:
        page.title = html.unescape(page.title or "")  # taken from a heading it is HTML
    return context


def _mark(item: AnchorLink) -> None:
    item.title = Markup(item.title)  # noqa: S704 Markdown made it
    for child in item.children:
        _mark(child)
