"""The plugin for MkDocs: `plugins: [site_link_check]`, with options that MkDocs checks."""

from typing import Any

from mkdocs.config import config_options as option
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import ConfigurationError
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

try:
    from site_link_check.door import LAST, Door
except ModuleNotFoundError as missing:
    message = f"site_link_check needs {missing.name}, which is not installed: run pip install {missing.name}."
    raise ConfigurationError(message) from None


class Options(Config):  # type: ignore[no-untyped-call]
    """The settings of the check; each may be left out."""

    preset = option.Choice(("all", "links"), default="all")
    severity = option.Type(dict, default={})
    exceptions = option.Type(list, default=[])
    promises = option.Type(list, default=[])
    clicks = option.Type(int, default=0)
    inventory = option.Type(str, default="")
    elsewhere = option.ListOfItems(option.Type(str), default=[])
    unused = option.ListOfItems(option.Type(str), default=[])
    search = option.ListOfItems(option.Type(str), default=[])
    states = option.Type(dict, default={})
    baseline = option.Type(str, default="")
    sarif = option.Type(str, default="")
    json_lines = option.Type(str, default="")


class LinkCheck(BasePlugin[Options]):  # type: ignore[no-untyped-call]
    """Hands each event of a build on to the door."""

    def __init__(self) -> None:
        """Begin with nothing noted."""
        self._door = Door()

    def on_startup(self, *, command: str, dirty: bool) -> None:
        """Note whether the site is built or served."""
        self._door.on_startup(command=command, dirty=dirty)

    def on_shutdown(self) -> None:
        """Drop a check that still runs."""
        self._door.on_shutdown()

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Begin to listen."""
        self._door.settings = dict(self.config)
        return self._door.on_config(config)

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Note that a build begins."""
        self._door.on_pre_build(config=config)

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> None:
        """Note the navigation and the files."""
        self._door.on_nav(nav, config=config, files=files)

    @event_priority(LAST)
    def on_page_markdown(self, markdown: str, *, page: Page, **_: Any) -> None:  # noqa: ANN401 what else MkDocs gives
        """Note the Markdown of a page."""
        self._door.on_page_markdown(markdown, page=page)

    @event_priority(LAST)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Check the finished site."""
        self._door.on_post_build(config=config)
