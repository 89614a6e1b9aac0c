"""Schemes: what is wrong with an address that leads out of the site."""

import ipaddress
import re
from urllib.parse import unquote, urlsplit

from site_link_check.problem import did_you_mean

SCHEMES = (
    "about apt bitcoin blob callto chrome data dav ed2k facetime feed file ftp ftps geo git git+https git+ssh gopher "
    "http https im imap intent irc irc6 ircs itms jabber javascript ldap magnet mailto maps market matrix mms mumble "
    "news nntp obsidian openpgp4fpr pop rsync rtsp sftp signal sip sips skype slack sms spotify ssh steam svn teams "
    "tel telnet tg udp urn view-source viber vnc vscode vscode-insiders wais webcal whatsapp ws wss xmpp zoommtg"
)
KNOWN = frozenset(SCHEMES.split())
MAIL = re.compile(
    r"[^@\s,;:<>()\[\]\"\\]+@(?:[^@\s.,;:<>()\[\]\"\\]+\.)+[^@\s.,;:<>()\[\]\"\\\d][^@\s.,;:<>()\[\]\"\\]*"
)
PHONE = re.compile(r"\+?[0-9().\-*# /]*[0-9][0-9().\-*# /]*(?:[,pwPW]+[0-9*#,pwPW \-]*)?(?:;[\w-]+(?:=[^;]*)?)*")
"""A number with the pauses (`,`, `p`, `w`) and parameters that telephones know."""
HOST = re.compile(
    r"(?:www\.[\w-]+(?:\.[\w-]+)+|(?:[\w-]+\.)+(?:com|org|net|edu|gov|info|io|dev|app|eu|uk|de|fr|es|it|nl|ch|at|ca|au|us))"
    r"(?::\d+)?(?:[/?#].*)?",
    re.IGNORECASE,
)
LOCAL_NAMES = (".localhost", ".local", ".internal", ".lan")


def fault_of_scheme(url: str, scheme: str) -> tuple[str, str] | None:
    """Return the rule that an address out of the site breaks and what is wrong, or None. `scheme` is lower case."""
    if scheme in {"http", "https", "//", "ws", "wss", "ftp"}:
        return _fault_of_host(url, scheme)
    if scheme == "mailto":
        return _fault_of_mail(url)
    if scheme in {"tel", "sms"}:
        number = unquote(url.split(":", 1)[1].split("?", maxsplit=1)[0])
        return None if PHONE.fullmatch(number) else ("phone-malformed", f'"{url}" is no telephone number.')
    if scheme == "file":
        return "scheme-file", f'"{url}" is on your own computer: readers cannot open it.'
    if scheme in {"javascript", "vbscript"}:
        return "scheme-script", f'"{_short(url)}" runs a script, expected an address.'
    if scheme == "data":
        page = url[5:].lstrip().lower().startswith(("text/html", "application/xhtml", "text/xml"))
        return ("scheme-data", f'"{_short(url)}" hides a page in its address.') if page else None
    if scheme in KNOWN or (("+" in scheme or "-" in scheme) and "." not in scheme):
        return None
    if re.fullmatch(r"[\w.-]+:\d+(?:[/?#].*)?", url):
        return "scheme-unknown", f'"{url}" has no scheme, expected "https://" before it.'
    return "scheme-unknown", f'no browser knows the scheme "{scheme}:".{did_you_mean(scheme, KNOWN)}'


def fault_of_path(path: str) -> tuple[str, str] | None:
    """Return what is wrong with a path that was meant to be something else: a mail address, or a host."""
    if MAIL.fullmatch(path):
        return "mail-without-scheme", f'"{path}" is a mail address, expected "mailto:{path}".'
    if HOST.fullmatch(path):
        return "scheme-missing", f'"{path}" has no scheme, expected "https://{path}".'
    return None


def _fault_of_host(url: str, scheme: str) -> tuple[str, str] | None:
    parts = urlsplit(url)
    host = (parts.hostname or "").rstrip(".")
    if not host:
        return "url-malformed", f'"{url}" names no host.'
    if host == "localhost" or host.endswith(LOCAL_NAMES) or _is_private(host):
        return "scheme-local", f'"{url}" is only there on your own network.'
    if scheme == "http":
        return "scheme-insecure", f'"{url}" is not encrypted, expected "https:".'
    if scheme == "//":
        return "scheme-relative", f'"{url}" has no scheme, expected "https:{url}".'
    return None


def _is_private(host: str) -> bool:
    try:
        number = ipaddress.ip_address(host)
    except ValueError:
        return False
    return number.is_private or number.is_loopback or number.is_link_local or number.is_unspecified


def _fault_of_mail(url: str) -> tuple[str, str] | None:
    people, _, fields = url.split(":", 1)[1].partition("?")
    addresses = [unquote(each).strip() for each in people.split(",")] if people else []
    wrong = [each for each in addresses if not MAIL.fullmatch(each)]
    if wrong:
        return "mail-malformed", f'"{wrong[0]}" is no mail address, expected a form like "name@example.org".'
    if not addresses and not fields:
        return "mail-malformed", '"mailto:" names nobody.'
    return None


def _short(text: str) -> str:
    return text if len(text) <= 60 else text[:57] + "..."  # noqa: PLR2004 the length is used here alone
