"""A preview for tests: builds of one configuration, as a change of a file would start them, without a server."""

import io
import logging
import threading
from pathlib import Path
from typing import Any

from mkdocs.commands.build import build
from mkdocs.config import load_config


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
