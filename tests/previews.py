"""Previews for tests: a real one that serves, and one without a server, whose builds are started by the test."""

import io
import itertools
import logging
import os
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

from mkdocs.commands.build import build
from mkdocs.config import load_config


@contextmanager
def served(project: Path, *options: str) -> Iterator[tuple[str, list[str], IO[str]]]:
    """Serve a project with `mkdocs serve`; give the address of its root, what was said until then, and what comes."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    command = [sys.executable, "-m", "mkdocs", "serve", *options, "--dev-addr", address]
    quiet = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    with subprocess.Popen(command, cwd=project, stderr=subprocess.PIPE, text=True, env=quiet) as preview:  # noqa: S603 ours
        assert preview.stderr
        try:
            said = list(itertools.takewhile(lambda line: "Serving on" not in line, preview.stderr))
            assert preview.poll() is None, "".join(said)
            yield f"http://{address}/", said, preview.stderr
        finally:
            preview.terminate()


class Preview:
    """`mkdocs serve` without its server; `said` is what it tells."""

    def __init__(self, guide: Path) -> None:
        self.site = guide.parent / "site"
        self.guide = guide
        self.said = io.StringIO()
        self.listener = logging.StreamHandler(self.said)
        self.log = logging.getLogger("mkdocs")
        self.before, self.level = list(self.log.handlers), self.log.level
        self.log.addHandler(self.listener)
        self.config: Any = load_config(str(guide / "mkdocs.yml"), strict=False, site_dir=str(self.site))
        self.config.plugins.on_startup(command="serve", dirty=False)
        self.late: set[threading.Thread] = set()

    def build(self) -> None:
        """Build, with all that comes late."""
        self.show()
        self.settle()

    def show(self) -> None:
        """Build until the pages are there; what comes late may be there or not."""
        config = load_config(str(self.guide / "mkdocs.yml"), strict=False, site_dir=str(self.site))
        config.plugins = self.config.plugins
        others = set(threading.enumerate())  # such as servers of other tests
        build(config)
        self.late |= set(threading.enumerate()) - others

    def settle(self) -> None:
        """Wait for all that comes late."""
        while self.late:
            self.late.pop().join(60)

    def end(self) -> None:
        """Close the preview, and leave the log as it was."""
        self.config.plugins.on_shutdown()
        self.log.handlers[:] = self.before
        self.log.setLevel(self.level)
