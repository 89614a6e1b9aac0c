"""One classic script out of modules: it also runs in a page that was opened from a disk, where no module loads."""

import posixpath
import re
from collections.abc import Mapping

IMPORT = re.compile(r'^import (?:(\w+)|\{([^}]*)\}) from "(\./[^"]+|\.\./[^"]+)";$', re.MULTILINE)
EXPORT = re.compile(r"^export (?=(?:async )?(?:function|const|class) (\w+))", re.MULTILINE)
AT_END = re.compile(r"^export \{ (\w+) as default \};$", re.MULTILINE)
REMARK = re.compile(r"^[ \t]*(?:/\*\*.*?\*/|//[^\n]*)\n", re.MULTILINE | re.DOTALL)
"""Comments that have lines of their own."""


def needed(first: str, modules: Mapping[str, str]) -> list[str]:
    """Return the names of a module and of all that it imports, each after those that it needs itself."""
    found: list[str] = []

    def visit(name: str) -> None:
        if name in modules and name not in found:
            for match in IMPORT.finditer(modules[name]):
                visit(_target(name, match[3]))
            found.append(name)

    visit(first)
    return found


def only_for(first: str, modules: Mapping[str, str]) -> frozenset[str]:
    """Return the names of a module and of those that it imports and that none of the others needs."""
    own = needed(first, modules)
    others = {each for name in modules if name not in own for each in needed(name, modules)}
    return frozenset(own) - others


def joined(first: str, modules: Mapping[str, str]) -> str:
    """Return a classic script that does what a module does, with all that it imports; what it exports is not seen."""
    names = needed(first, modules)
    parts = [_function(name, modules[name], {each: number for number, each in enumerate(names)}) for name in names]
    return '(() => {\n"use strict";\n' + "".join(parts) + "})();\n"


def _function(name: str, source: str, numbers: Mapping[str, int]) -> str:
    """Return a module as a function that gives what it exports."""
    code = REMARK.sub("", source)
    given = [match[1] for match in EXPORT.finditer(code)] + [f"default: {each}" for each in AT_END.findall(code)]
    code = AT_END.sub("", EXPORT.sub("", code))

    def taken(match: re.Match[str]) -> str:
        inside = f"default: {match[1]}" if match[1] else match[2].replace(" as ", ": ")
        return f"const {{ {inside.strip()} }} = m{numbers[_target(name, match[3])]};"

    code = IMPORT.sub(taken, code).strip()
    return f"const m{numbers[name]} = (() => {{\n{code}\nreturn {{ {', '.join(given)} }};\n}})();\n"


def _target(name: str, path: str) -> str:
    return posixpath.normpath(posixpath.join(posixpath.dirname(name), path))
