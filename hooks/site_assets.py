"""The files that hooks work on: scripts, stylesheets, fonts and the logo. One that cannot be read is told."""

from collections.abc import Mapping
from pathlib import Path, PurePosixPath

from kit.cards.font import codes
from kit.cards.typeset import Tools
from kit.pages.script import SCRIPTS
from kit.problem import problem
from kit.safety.drawing import unread_problems
from kit.safety.files import content_problems
from kit.shelf import code_key
from kit.text import read_text
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from site_guide import guide_of
from site_log import tell_once
from site_sources import is_left_out

FONTS = "assets/fonts/*.woff2"
NO_FONT = "this font cannot be read. Save it again as WOFF2."


def scripts_of(files: Files, config: MkDocsConfig) -> Mapping[str, str]:
    """Return the texts of the guide's scripts, by path."""
    found = {uri: each for uri, each in files.src_uris.items() if uri.startswith(SCRIPTS) and uri.endswith(".js")}
    return {uri: text_of(each, config) for uri, each in found.items()}


def text_of(file: File, config: MkDocsConfig) -> str:
    """Return the text of a file; nothing for one that is no text, which is reported once in a build."""
    try:
        return file.content_string
    except UnicodeDecodeError:
        tell_once(config, read_text(file.content_bytes, file=f"{guide_of(config).docs}/{file.src_uri}")[1])
        return ""


def mark_of(files: Files, config: MkDocsConfig) -> str | None:
    """Return the logo of the theme, if it is a drawing; one that cannot be read is reported once in a build."""
    uri = str(config.theme.get("logo") or "")
    if uri not in files.src_uris or not uri.endswith(".svg"):
        return None
    name, content = f"{guide_of(config).docs}/{uri}", files.src_uris[uri].content_bytes
    text, found = read_text(content, file=name)
    found = found or unread_problems(content, file=name)
    tell_once(config, found if is_left_out(config, "guard_pages") else ())
    return None if found else text


def fonts_of(files: Files, config: MkDocsConfig) -> list[bytes]:
    """Return the fonts of the guide; one that cannot be read is reported once in a build."""
    found = {file.src_uri: file.content_bytes for file in files if PurePosixPath(file.src_uri).match(FONTS)}
    odd = {uri: content for uri, content in found.items() if codes(content) is None}
    guarded = not is_left_out(config, "guard_pages")
    untold = [uri for uri, content in odd.items() if not (guarded and content_problems(content, file=uri))]
    tell_once(config, (problem(f"{guide_of(config).docs}/{uri}", 0, "font", NO_FONT) for uri in untold))
    return [content for uri, content in found.items() if uri not in odd]


def tools_of(files: Files, config: MkDocsConfig, templates: Path, *, threads: int = 1) -> Tools:
    """Return what sets documents: the fonts among the files, the templates in a folder, a key of the code above it."""
    fonts = fonts_of(files, config)
    texts = {each.name: each.read_bytes() for each in sorted(templates.iterdir())}
    code = code_key(file.read_bytes() for file in sorted(templates.parent.glob("*.py")))
    return Tools(fonts, texts, threads, code)
