"""Describe pages to machines: JSON-LD in the head of each page, from what the page shows anyway."""

from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import urljoin

from kit.exercises.exercise import Exercise
from kit.pages.structured_data import (
    Facts,
    Site,
    describe,
    describe_exercise,
    describe_faq,
    describe_question,
    to_script,
)
from kit.questions.faq import INDEX
from kit.questions.question import Question, read_question
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

QUESTIONS = "faq"
EXERCISES = "exercises"


def on_env(env: object, config: MkDocsConfig, files: Files) -> None:  # noqa: ARG001 MkDocs passes it by name
    """Hand each page its description; `extra.structured_data` of mkdocs.yml says what kind of pages they are."""
    options = config.extra.get("structured_data", {})
    root = config.site_url or "/"
    site = Site(config.site_name, root, config.theme.get("language", "en"), options.get("licence"))
    asked = {file.src_uri: question for file in files.documentation_pages() if (question := _question(file))}
    for file in files.documentation_pages():
        facts = _facts(file, root, options)
        if file.page is None or facts is None:
            continue
        if file.src_uri == f"{QUESTIONS}/{INDEX}":
            answers = [(asked[uri], urljoin(root, files.src_uris[uri].url)) for uri in sorted(asked)]
            node = describe_faq(facts, site, answers)
        elif file.src_uri in asked:
            node = describe(facts, site, about=describe_question(asked[file.src_uri]))
        elif exercise := _exercise(file, config):
            node = describe(facts, site, about=describe_exercise(exercise))
        else:
            node = describe(facts, site)
        file.page.meta["structured_data"] = to_script(node)


def _facts(file: File, root: str, options: Mapping[str, Any]) -> Facts | None:
    if (page := file.page) is None:
        return None
    plain = file.src_uri.startswith(tuple(options.get("plain", ())))
    return Facts(
        title=str(page.title),
        description=page.meta.get("description"),
        address=urljoin(root, file.url),
        checked=page.meta.get("reviewed"),
        type="WebPage" if plain else options.get("pages", "WebPage"),
    )


def _question(file: File) -> Question | None:
    path = PurePosixPath(file.src_uri)
    if str(path.parent) != QUESTIONS or path.name == INDEX:
        return None
    entry, _ = read_question(file.content_bytes, file=file.src_uri)
    return entry.question if entry else None


def _exercise(file: File, config: MkDocsConfig) -> Exercise | None:
    path = PurePosixPath(file.src_uri)
    found = config.extra.get("exercises", {}).get(path.stem) if str(path.parent) == EXERCISES else None
    return found if isinstance(found, Exercise) else None
