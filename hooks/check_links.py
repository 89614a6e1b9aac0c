"""Check every link of the site as it was built, and trace each fault to the line that made it."""

from mkdocs.exceptions import ConfigurationError

try:
    from site_link_check.door import Door
except ModuleNotFoundError as missing:
    message = f"The link check needs {missing.name}: install it, or take the check out of mkdocs.yml."
    raise ConfigurationError(message) from None

_door = Door()
on_startup = _door.on_startup
on_shutdown = _door.on_shutdown
on_config = _door.on_config
on_pre_build = _door.on_pre_build
on_nav = _door.on_nav
on_page_markdown = _door.on_page_markdown
on_post_build = _door.on_post_build
