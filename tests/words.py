"""The gate of words for tests: our own rules, and our pages as it reads them.

`python tests/words.py docs/why-walk.md` tells of one page or more how hard they read; no page named means all.
"""

import sys
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
if __name__ == "__main__":
    sys.path.insert(0, str(ROOT / "hooks"))  # the tests have it from pyproject.toml

from kit.problem import Problem  # noqa: E402
from kit.prose.gate import check_words, count_words, grade  # noqa: E402
from kit.prose.rules import Lists, read_lists  # noqa: E402
from kit.prose.sentence import Page, read_data, read_page, reader_of  # noqa: E402
from kit.prose.spelling import Spelling, read_spelling  # noqa: E402
from markdown import Markdown  # noqa: E402
from mkdocs.config import load_config  # noqa: E402

RULES, SPELLING = "prose/rules.yml", "prose/spelling.txt"


@cache
def our_markdown() -> Markdown:
    """Return the Markdown of our recipe."""
    config = load_config(str(ROOT / "mkdocs.yml"))
    return reader_of(config.markdown_extensions, config.mdx_configs)


@cache
def our_prose() -> dict[str, list[str]]:
    """Return what our recipe says about prose."""
    found: dict[str, list[str]] = load_config(str(ROOT / "mkdocs.yml")).extra["prose"]
    return found


def our_lists() -> Lists:
    """Return our rules."""
    lists, problems = read_lists((ROOT / RULES).read_text(encoding="utf-8"), file=RULES)
    assert lists, problems
    return lists


def our_spelling() -> Spelling:
    """Return our own words."""
    return read_spelling((ROOT / SPELLING).read_text(encoding="utf-8"), file=SPELLING)


def read_pages(paths: Iterable[Path], *, root: Path = ROOT) -> tuple[list[Page], list[Problem]]:
    """Return the prose of these files, with a problem for each that cannot be read."""
    pages: list[Page] = []
    problems: list[Problem] = []
    for path in sorted(paths):
        full = path.resolve()
        file = (full.relative_to(root) if full.is_relative_to(root) else path).as_posix()
        read = read_data if path.suffix == ".yml" else read_page
        page, found = read(path.read_bytes(), file=file, markdown=our_markdown())
        pages += [page] if page else []
        problems += found
    return pages, problems


def reader_pages(root: Path = ROOT) -> list[Path]:
    """Return every file whose words the build judges: all pages but a few, and the data that pages show."""
    docs, prose = root / "docs", our_prose()
    paths = [*docs.rglob("*.md"), *(docs / name for name in prose["data"] if (docs / name).exists())]
    return sorted(path for path in paths if path.relative_to(docs).as_posix() not in prose["leave_out"])


def main(names: Sequence[str]) -> int:
    """Print each problem of these pages, or of all, and how hard they read; return 1 if there is a problem."""
    pages, problems = read_pages([Path(name) for name in names] or reader_pages())
    problems += check_words(pages, lists=our_lists(), spelling=our_spelling())
    grades = [
        f"{page.file}: reading grade {grade([one.text for one in page.scored]):.1f}{_mean(page)}" for page in pages
    ]
    sys.stdout.write("".join(f"{line}\n" for line in [*problems, *grades]))
    return 1 if problems else 0


def _mean(page: Page) -> str:
    lengths = [count_words(sentence.text) for sentence in page.running]
    return f", {sum(lengths) / len(lengths):.1f} words a sentence in running prose" if lengths else ""


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
