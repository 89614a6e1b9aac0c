"""Index the questions in `faq/`: navigation, redirects, open data, and lists on the pages they relate to."""

import logging
import posixpath
from pathlib import Path
from urllib.parse import urljoin

from jinja2 import Environment
from kit import faq, faq_index, question, redirect
from kit.navigation import with_children
from kit.problem import Problem
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

FOLDER = "faq"
INDEX = f"{FOLDER}/{faq.INDEX}"
LOG = logging.getLogger("mkdocs.hooks")


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Report every problem, put the questions into the navigation, and add the old addresses and the open data."""
    found, problems = _read(files, config)
    for each in problems:
        LOG.warning(str(each))
    if found is None:
        return files
    if config.nav:
        config.nav = with_children(config.nav, INDEX, faq_index.navigation(found))
    site = config.site_url or ""
    for alias, asked in faq_index.moved(found).items():
        old = File(f"{FOLDER}/{alias}.md", config.docs_dir, config.site_dir, config.use_directory_urls)
        new = files.src_uris[found.uri(asked)].url
        target = posixpath.relpath(new, posixpath.dirname(old.dest_uri)) + ("/" if new.endswith("/") else "")
        content = redirect.page(title=asked.question, target=target, canonical=urljoin(site, new))
        files.append(File.generated(config, old.dest_uri, content=content))
    addresses = {file.src_uri: urljoin(site, file.url) for file in files.documentation_pages()}
    data = faq_index.to_json(found, addresses=addresses)
    files.append(File.generated(config, f"{FOLDER}/faq.json", content=data))
    return files


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Hand each page what its template shows: the index, an answer, or the questions that relate to it."""
    found, _ = _read(files, config)
    if found is None:
        return env
    pages = {file.src_uri: file.page for file in files.documentation_pages() if file.page}
    links = {uri: {"title": page.title, "uri": page.url} for uri, page in pages.items()}
    related = faq_index.related(found)
    for uri, page in pages.items():
        page.meta["questions"] = [links[found.uri(asked)] for asked in related.get(uri, ())]
    pages[INDEX].meta.update(template="faq.html", search={"exclude": True}, themes=faq_index.view(found))
    for asked in found.questions:
        page = pages[found.uri(asked)]
        page.content = question.article(asked, page.content or "")
        leads_to = [links[uri] for uri in asked.related if uri in links]
        page.meta.update(template="question.html", description=asked.short_answer, leads_to=leads_to)
    return env


def _read(files: Files, config: MkDocsConfig) -> tuple[faq.Faq | None, list[Problem]]:
    sources = {
        posixpath.basename(file.src_uri): file.content_bytes
        for file in files.documentation_pages()
        if posixpath.dirname(file.src_uri) == FOLDER
    }
    if faq.INDEX not in sources:
        return None, []
    root = Path(config.config_file_path).parent
    place = Path(config.docs_dir, FOLDER).relative_to(root).as_posix()
    pages = {file.src_uri for file in files.documentation_pages()}
    return faq.read(sources, folder=FOLDER, place=place, pages=pages)
