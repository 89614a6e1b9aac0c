"""Keep the addresses of pages that moved: `extra.moved` names each old path with the new one."""

import posixpath
from urllib.parse import urljoin

from kit.cards.card_index import SHORT
from kit.guide import EXERCISES
from kit.problem import Problem, did_you_mean, problem
from kit.redirect import redirect_page
from kit.views.page_view import said_of
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files
from site_guide import add, guide_of
from site_log import tell
from site_sources import sources_of
from site_unmade import lacks


@event_priority(-50)
def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add a page at each old address that sends people on, once all pages that other hooks make are there."""
    guide = guide_of(config, files)
    pages = {file.src_uri: file for file in files.documentation_pages()}
    said = guide.words.questions.moved if guide.words and guide.words.questions else ""
    made, problems = {}, list[Problem]()
    taken = {file.dest_uri.casefold(): file for file in files}
    for old, new in guide.settings.moved.items():
        if (
            new not in pages
            and posixpath.dirname(new) == SHORT
            and lacks(config, "print_cards", f"{old} leads nowhere")
        ):
            continue
        at = File(old, config.docs_dir, config.site_dir, config.use_directory_urls)
        there = taken.setdefault(at.dest_uri.casefold(), at)
        if there is not at or new not in pages:
            settings = sources_of(files, config).settings
            text = _taken(at, there) if there is not at else _no_page(new, list(pages))
            problems.append(problem(settings.file, settings.line("moved", old), f"extra.moved.{old}", text))
            continue
        address, site = pages[new].url, guide.site.address
        target = posixpath.relpath(address or ".", posixpath.dirname(at.dest_uri) or ".")
        made[at.dest_uri] = redirect_page(
            title=said_of(guide, new)[0]
            or said_of(guide, f"{EXERCISES}/{posixpath.basename(new)}")[0]
            or guide.site.name,
            target=target + ("/" if address.endswith("/") else ""),
            canonical=urljoin(site, address) if site else "",
            said=said,
            language=guide.site.language,
        )
    tell(sorted(problems))
    add(files, config, made)
    return files


def _taken(at: File, there: File) -> str:
    """Return what is wrong with an old address at which something else is."""
    what = f'"{there.src_uri}"' if there.generated_by is None else f'"{there.src_uri}", which the build makes,'
    alike = "" if there.dest_uri == at.dest_uri else " (to many systems, capitals and small letters are the same)"
    wrong = (
        f'there is a page "{at.src_uri}" again' if there.src_uri == at.src_uri else f"{what} has this address{alike}"
    )
    return f"{wrong}. Take this line out, or name the page otherwise."


def _no_page(new: str, pages: list[str]) -> str:
    return f'"{new}" is no page, expected a path as in the navigation.{did_you_mean(new, pages)}'
