"""What a page says of itself to machines."""

from urllib.parse import urljoin

from kit.guide import EXERCISES, Guide
from kit.pages.structured_data import (
    Facts,
    Site,
    describe,
    describe_exercise,
    describe_question,
    to_script,
)
from kit.views.page_view import reviewed_on, said_of


def description(guide: Guide, uri: str, url: str, *, title: str) -> str:
    """Return the JSON-LD of a page by its path; `url` is its address from the root, `title` what the menu calls it."""
    options, root = guide.settings.structured_data, guide.site.address or "/"
    site = Site(guide.site.name, root, guide.site.language, options.licence)
    asked = guide.faq.by_uri if guide.faq else {}
    slug = uri.removeprefix(f"{EXERCISES}/").removesuffix(".md")
    exercise = guide.catalogue.exercises.get(slug) if uri.startswith(f"{EXERCISES}/") else None
    facts = Facts(
        title=title,
        description=said_of(guide, uri)[1],
        address=urljoin(root, url),
        checked=reviewed_on(guide, uri),
        type="WebPage" if uri.startswith(options.plain) else options.pages,
    )
    if uri in asked:
        node = describe(facts, site, about=describe_question(asked[uri]))
    elif exercise is not None:
        node = describe(facts, site, about=describe_exercise(exercise, guide.catalogue.vocabulary, guide.words))
    else:
        node = describe(facts, site)
    return to_script(node)
