"""Proofread pages: Markdown that silently became something else is told, such as a broken table or a day to come."""

import logging
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from kit.slips.linter import arguments
from kit.slips.proof import needless, proof
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.utils import get_build_datetime
from site_disk import code_of, dialect_of, memory_of
from site_guide import guide_of, tell_settings
from site_log import tell

log = logging.getLogger("mkdocs.hooks")

LINTER = "rumdl"
PLACES = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Report every slip in the pages and the data of the guide."""
    guide = guide_of(config, files)
    own = {each.src_uri: each for each in files if each.generated_by is None and each.src_dir == config.docs_dir}
    names = {uri: uri for uri in sorted(guide.matters.keys() & own.keys())}
    data = {uri: each.content_bytes for uri, each in own.items() if uri.endswith(".yml")}
    today = get_build_datetime().date()
    tell_settings(config, needless(guide, data))
    rules, linted = guide.settings.markdown.model_dump_json(), _linted(names, config.docs_dir)
    memory = memory_of(config, "proof", code_of(".", "safety", "slips"), rules)
    tell(proof(guide, data, dialect_of(config), memory, today=today, linted=(linted, names)))
    memory.keep()
    return files


def _linted(names: Mapping[str, str], docs: str) -> str:
    """Return what the linter says of some pages, named as seen from docs/; nothing where it is not installed."""
    program = shutil.which(LINTER, path=PLACES)
    if program is None:
        log.info("tables, lists and headings are not proofread: the program %s is not installed.", LINTER)
    if program is None or not names:
        return ""
    command = [program, *arguments(list(names))]
    done = subprocess.run(command, cwd=docs, capture_output=True, encoding="utf-8", check=False)  # noqa: S603 ours
    return done.stdout
