"""The command `site_link_check`: check any folder of built HTML, with or without the Markdown that it came from."""

import sys

try:
    from site_link_check.command import main
except ModuleNotFoundError as missing:
    sys.exit(f"site_link_check needs {missing.name}, which is not installed: run pip install {missing.name}.")

if __name__ == "__main__":
    sys.exit(main())
