"""Check the front matter of every page, and date each page by the day it was checked."""

import datetime as dt
import logging
from pathlib import PurePosixPath

from kit.front_matter import read
from kit.pages.page import read_page
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

log = logging.getLogger("mkdocs.hooks")

DATA_FOLDERS = {"exercises", "faq"}
"""Folders in which each file but the index is data with a model of its own, checked by the hook that owns it."""


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Report every page whose front matter is missing, unreadable or wrong."""
    for file in files.documentation_pages():
        path = PurePosixPath(file.src_uri)
        if file.abs_src_path is None or (path.parts[0] in DATA_FOLDERS and path.name != "index.md"):
            continue
        front_matter, problems = read(file.content_bytes, file=f"{PurePosixPath(config.docs_dir).name}/{file.src_uri}")
        if front_matter is not None:
            problems += read_page(front_matter)[1]
        for problem in problems:
            log.warning(str(problem))
    return files


def on_page_markdown(markdown: str, page: Page, **_: object) -> str:
    """Date the page by its check, so that the sitemap says when it last changed and two builds are the same."""
    reviewed = page.meta.pop("reviewed", None)
    if isinstance(reviewed, dt.date):  # anything else is reported above, and no template has to bear it
        page.meta["reviewed"] = reviewed
        page.update_date = reviewed.isoformat()
    return markdown
