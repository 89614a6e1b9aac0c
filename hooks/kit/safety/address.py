"""Addresses: where a link leads once a browser has read it, and whether its words say so."""

import re
import unicodedata
from collections.abc import Collection
from dataclasses import dataclass

from kit.problem import did_you_mean
from kit.safety.characters import shown

SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
AROUND = "".join(map(chr, range(0x21)))
"""What browsers take away before and after an address."""
WITHIN = re.compile(r"[\t\n\r]")
"""What browsers take away inside an address."""
WEB = ("http", "https")
ENDINGS = "com|org|net|edu|gov|int|info|biz|io|dev|app|health|example|eu|uk|ie|de|fr|es|it|nl|ch|at|be|pl|ca|au|nz|us"
IN_WORDS = re.compile(
    rf"(?<![\w@.-])(?:(?P<scheme>https?)\s*:\s*//(?:[^\s/@]*@)?)?(?P<host>(?:[\w-]+\.)+(?:{ENDINGS}))(?![\w-]|\.\w)"
    r"|(?<![\w@.-])(?:https?://(?:[^\s/@]*@)?|www\.)(?P<other>[\w.-]+)",
    re.IGNORECASE,
)
MAIL_IN_WORDS = re.compile(r"[^\s@<>()]+@[\w-]+(?:\.[\w-]+)+")
PUNYCODE = re.compile(r"(?:^|\.)xn--", re.IGNORECASE)
"""How a name begins that browsers may show in other letters."""
NUMBER = re.compile(r"\+?[0-9][0-9 ()-]*")
SHORTEST_NUMBER = 3


@dataclass(frozen=True)
class Fault:
    """What is wrong with an address: the rule that it breaks, and why."""

    rule: str
    text: str


def fault_of(address: str, schemes: Collection[str], *, own: bool = False) -> Fault | None:
    """Return why an address may not stand in a page, or None. `own` says that it must not leave the site."""
    read = as_browsers_read(address)
    said = f'"{shown(address)}"'
    scheme = scheme_of(read)
    if scheme and scheme not in schemes:
        near = did_you_mean(scheme, schemes)
        return Fault("address-scheme", f'{said} is read as "{scheme}:", expected "https:", "mailto:" or "tel:".{near}')
    if own and (scheme or leaves(read)):
        return Fault("media", f"{said} is loaded from another site. Put the file into docs/assets, and name that.")
    if any(ord(each) < ord(" ") for each in address.strip(AROUND)):
        return Fault("address-hidden", f"{said} has a character in it that browsers leave out. Take it out.")
    if (scheme in WEB or leaves(read)) and "\\" in re.split(r"[?#]", read)[0]:
        return Fault("address-backslash", f'{said} has a backslash, which browsers read as "/". Write "/".')
    if scheme in WEB and not re.match(r"https?://[^/]", read, re.IGNORECASE):
        return Fault("address-form", f'{said} is no whole address, expected "{scheme}://" and then the site.')
    if scheme in WEB or leaves(read):
        return _fault_of_site(read, said)
    return None


def fault_of_words(words: str, address: str) -> Fault | None:
    """Return why the words of a link promise another place than its address leads to, or None."""
    read, words = as_browsers_read(address), unicodedata.normalize("NFKC", words)
    scheme = scheme_of(read)
    promised = [_bare(match["host"] or match["other"]) for match in IN_WORDS.finditer(words)]
    if scheme == "mailto":
        mails = [each.rstrip(".").casefold() for each in MAIL_IN_WORDS.findall(words)]
        leads = read.partition(":")[2].partition("?")[0].casefold()
        return _elsewhere(mails[0], leads) if mails and leads not in mails else None
    if scheme in {"tel", "sms"}:
        numbers = [_digits(each) for each in NUMBER.findall(words)]
        numbers = [each for each in numbers if len(each) >= SHORTEST_NUMBER]
        leads = _digits(read)
        return _elsewhere(numbers[0], leads) if numbers and leads not in numbers else None
    if scheme in WEB or leaves(read):
        host = _bare(host_of(read))
        wrong = [each for each in promised if host != each and not host.endswith(f".{each}")]
        return _elsewhere(wrong[0], host) if wrong else None
    whole = IN_WORDS.match(words.strip())
    if whole and words.strip()[whole.end() :][:1] in {"", "/"}:
        return _elsewhere(promised[0], read)
    return None


def as_browsers_read(address: str) -> str:
    """Return an address without what browsers take away before they read it."""
    return WITHIN.sub("", address.strip(AROUND))


def scheme_of(read: str) -> str:
    """Return the scheme of an address, in lower case, or nothing."""
    found = SCHEME.match(read)
    return found[1].lower() if found else ""


def leaves(read: str) -> bool:
    r"""Return whether an address without a scheme leads out of the site: `//…`, and `/\…` too, as browsers have it."""
    return re.match(r"[/\\]{2}", read) is not None


def host_of(read: str) -> str:
    """Return the host of an address, in lower case."""
    rest = read.partition(":")[2] if scheme_of(read) else read
    authority = re.split(r"[/\\?#]", rest.lstrip("/\\"), maxsplit=1)[0]
    return authority.rpartition("@")[2].partition(":")[0].casefold()


def _fault_of_site(read: str, said: str) -> Fault | None:
    authority = re.split(r"[/\\?#]", (read.partition(":")[2] if scheme_of(read) else read).lstrip("/\\"), maxsplit=1)[0]
    if "@" in authority:
        before, _, after = authority.rpartition("@")
        text = f'{said} leads to "{shown(after)}": "{shown(before)}@" is a name to sign in with. Take it out.'
        return Fault("address-name", text)
    if not authority.isascii() or "%" in authority or PUNYCODE.search(authority):
        text = f"{said} has letters in the name of the site that can look like others. Write the name in a to z."
        return Fault("address-letters", text)
    return None


def _elsewhere(promised: str, leads: str) -> Fault:
    text = f'the words say "{shown(promised)}", but the link leads to "{shown(leads)}". Make them the same.'
    return Fault("link-words", text)


def _bare(host: str) -> str:
    return host.casefold().rstrip(".").removeprefix("www.")


def _digits(text: str) -> str:
    digits = re.sub(r"\D", "", text)
    return f"0{digits.removeprefix('44').removeprefix('0')}" if "+44" in text else digits
