"""Index the questions in `faq/`: navigation, redirects, open data, and lists on the pages they relate to."""

import logging
import posixpath
from pathlib import PurePosixPath
from urllib.parse import urljoin

from kit.navigation import with_children
from kit.problem import Problem
from kit.questions.faq import INDEX, Faq, read_faq
from kit.questions.faq_index import moved, navigation, related, to_json, view
from kit.questions.question import article, words
from kit.redirect import redirect_page
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

FOLDER = "faq"
HOME = f"{FOLDER}/{INDEX}"
log = logging.getLogger("mkdocs.hooks")


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Report every problem, put the questions into the navigation, and add the old addresses and the open data."""
    found, problems = _read(files, config)
    for each in problems:
        log.warning(str(each))
    if found is None:
        return files
    if config.nav:
        config.nav = with_children(config.nav, HOME, navigation(found))
    site = config.site_url or ""
    for alias, asked in moved(found).items():
        old = File(f"{FOLDER}/{alias}.md", config.docs_dir, config.site_dir, config.use_directory_urls)
        new = files.src_uris[found.uri(asked)].url
        target = posixpath.relpath(new, posixpath.dirname(old.dest_uri)) + ("/" if new.endswith("/") else "")
        content = redirect_page(title=asked.question, target=target, canonical=urljoin(site, new))
        files.append(File.generated(config, old.dest_uri, content=content))
    addresses = {file.src_uri: urljoin(site, file.url) for file in files.documentation_pages()}
    data = to_json(found, addresses=addresses, licence=config.copyright)
    files.append(File.generated(config, f"{FOLDER}/faq.json", content=data))
    return files


def on_env(env: object, config: MkDocsConfig, files: Files) -> None:  # noqa: ARG001 MkDocs passes it by name
    """Hand each page what its template shows: the index, an answer, or the questions that relate to it."""
    found, _ = _read(files, config)
    if found is None:
        return
    pages = {file.src_uri: file.page for file in files.documentation_pages() if file.page}
    links = {uri: {"title": page.title, "uri": page.url} for uri, page in pages.items()}
    addresses = {uri: page.url for uri, page in pages.items()}
    asked_about = related(found)
    for uri, page in pages.items():
        page.meta["questions"] = [links[found.uri(asked)] for asked in asked_about.get(uri, ())]
    shown = {"template": "faq.html", "hide": ["toc"], "search": {"exclude": True}}
    pages[HOME].meta.update(shown, themes=view(found, addresses=addresses))
    for asked in found.questions:
        page = pages[found.uri(asked)]
        page.content = article(asked, page.content or "")
        leads_to = [links[uri] for uri in asked.related if uri in links]
        shown = {"template": "question.html", "hide": ["toc"], "tags": words(asked)}  # search finds a page by its tags
        page.meta.update(shown, description=asked.short_answer, leads_to=leads_to)


def _read(files: Files, config: MkDocsConfig) -> tuple[Faq | None, list[Problem]]:
    if HOME not in files.src_uris:
        return None, []
    paths = [PurePosixPath(file.src_uri) for file in files]
    names = [path.name for path in paths if str(path.parent) == FOLDER and path.suffix in {".md", ".yml"}]
    sources = {name: files.src_uris[f"{FOLDER}/{name}"].content_bytes for name in names if name != INDEX}
    pages = {file.src_uri for file in files.documentation_pages()}
    return read_faq(sources, folder=FOLDER, place=f"{PurePosixPath(config.docs_dir).name}/{FOLDER}", pages=pages)
