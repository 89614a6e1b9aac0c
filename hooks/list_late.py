"""List the pages that are late for their check: `make late`, which the project runs on the first of each month."""

import datetime as dt
import sys
from collections.abc import Iterator
from pathlib import Path

from kit.guide import Guide
from kit.views.page_view import review_of, reviewed_on
from mkdocs.config import load_config
from mkdocs.structure.files import get_files
from site_guide import guide_of


def late(guide: Guide, today: dt.date) -> Iterator[str]:
    """Yield one line for each page that is late, the latest first."""
    days = {uri: reviewed_on(guide, uri) for uri in guide.addresses}
    reviews = {uri: review_of(guide, uri, day, today) for uri, day in days.items()}
    for uri, found in sorted(reviews.items(), key=lambda each: (each[1].due if each[1] else today, each[0])):
        if found is not None and found.overdue:
            yield f"{guide.docs}/{uri}: checked on {found.reviewed}, the next check was due by {found.due}."


def main(root: Path, today: dt.date) -> int:
    """Say which pages are late."""
    config = load_config(str(root / "mkdocs.yml"))
    for line in late(guide_of(config, get_files(config)), today):
        sys.stdout.write(f"{line}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(), dt.datetime.now(dt.UTC).date()))
