"""A redirect: the small page at an old address that sends people on to the new one."""

import html
import re

GOES_TO = re.compile(r'<meta http-equiv="refresh" content="0; url=([^"]*)">')


def redirect_page(*, title: str, target: str, canonical: str, said: str, language: str) -> str:
    """Return the HTML of a page that goes to `target` at once, without JavaScript, and stays out of search engines."""
    title, target, canonical, said, language = map(html.escape, (title, target, canonical, said, language))
    link = f'<link rel="canonical" href="{canonical}">\n' if canonical else ""
    return f"""\
<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<title>{title}</title>
{link}<meta name="robots" content="noindex">
<meta http-equiv="refresh" content="0; url={target}">
<meta name="viewport" content="width=device-width,initial-scale=1">
</head>
<body>
<p>{said} <a href="{target}">{title}</a></p>
</body>
</html>
"""


def target_of(page: str) -> str | None:
    """Return where a page that begins like this sends people on to, or None for one that does not."""
    found = GOES_TO.search(page)
    return html.unescape(found[1]) if found else None
