"""Show exercises: check each file of exercises/, and give its page, the gallery and the navigation what they need."""

from pathlib import PurePosixPath

from kit.exercises.catalogue import navigation
from kit.guide import EXERCISES
from kit.navigation import with_children
from kit.views.exercise_view import exercise_view, gallery_view
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext
from site_guide import guide_of, menu_titles, offer
from site_log import tell

GALLERY = f"{EXERCISES}/index.md"


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Report what is wrong with the exercises and list them in the navigation."""
    guide = guide_of(config, files)
    tell(guide.problems.get("exercises", ()))
    for uri in guide.addresses:
        if _is_exercise(uri) and _slug(uri) not in guide.catalogue.exercises and (file := files.src_uris.get(uri)):
            file.inclusion = InclusionLevel.NOT_IN_NAV  # one mistake, one message
    if config.nav is not None and guide.catalogue.exercises:
        config.nav = with_children(config.nav, GALLERY, navigation(guide.catalogue, folder=EXERCISES))
    return files


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, **_: object) -> str:
    """Choose the template of the page."""
    uri, catalogue = page.file.src_uri, guide_of(config).catalogue
    if _is_exercise(uri):
        page.meta = {"template": "exercise.html", "hide": ["toc"]}
        if exercise := catalogue.exercises.get(_slug(uri)):
            page.meta.update(title=exercise.title, description=exercise.description)
    elif uri == GALLERY and catalogue.exercises:
        page.meta.update(template="gallery.html", hide=["toc"])
    return markdown


def on_page_context(context: TemplateContext, page: Page, config: MkDocsConfig, nav: Navigation) -> TemplateContext:
    """Give the page its exercise, or the gallery all of them."""
    guide, uri = guide_of(config), page.file.src_uri
    if _is_exercise(uri):
        offer(context, config, exercise=exercise_view(guide, _slug(uri), menu_titles(nav)))
    elif uri == GALLERY:
        offer(context, config, gallery=gallery_view(guide))
    return context


def _is_exercise(uri: str) -> bool:
    path = PurePosixPath(uri)
    return str(path.parent) == EXERCISES and uri != GALLERY


def _slug(uri: str) -> str:
    return PurePosixPath(uri).stem
