"""One script out of modules: a classic one also runs in a page that was opened from a disk, where no module loads."""

import json
import posixpath
import re
from collections.abc import Callable, Iterable, Mapping

SCRIPTS = "assets/javascripts"
"""The folder of the scripts of a guide."""
IMPORT = re.compile(
    r'^import (?:\* as (?P<all>\w+)|(?P<main>\w+)|\{(?P<some>[^}]*)\}) from "(?P<path>\.{1,2}/[^"]+)";$', re.MULTILINE
)
EXPORT = re.compile(r"^export (?=(?:async )?(?:function|const|class) (\w+))", re.MULTILINE)
CALL = re.compile(r"\bimport\((?=\S)")
"""A module that is fetched when it is wanted."""
WAITS = re.compile(r"^(?:const [^=]+ = )?await ", re.MULTILINE)
"""A module that is done only when something else is."""
AT_END = re.compile(r"\bexport ?\{([^}]+)\};?(?=\s*(?://[^\n]*)?\s*\Z)")
NAMED = re.compile(r"(\w+)(?: as (\w+))?")
REMARK = re.compile(r"^[ \t]*(?:/\*\*.*?\*/|//[^\n]*)\n", re.MULTILINE | re.DOTALL)
"""Comments that have lines of their own."""


def needed(first: str, modules: Mapping[str, str]) -> list[str]:
    """Return the names of a module and of all that it imports, each after those that it needs itself."""
    found: list[str] = []

    def visit(name: str) -> None:
        if name in modules and name not in found:
            for match in IMPORT.finditer(modules[name]):
                visit(_target(name, match["path"]))
            found.append(name)

    visit(first)
    return found


def only_for(firsts: Iterable[str], modules: Mapping[str, str]) -> frozenset[str]:
    """Return the names of some modules and of those that they import and that none of the others needs."""
    own = {each for first in firsts for each in needed(first, modules)}
    others = {each for name in modules.keys() - own for each in needed(name, modules)}
    return frozenset(own) - others


def joined(first: str, modules: Mapping[str, str]) -> str:
    """Return a classic script that does what a module does, with all that it imports; what it exports is not seen."""
    return '(() => {\n"use strict";\n' + "".join(_functions(first, modules)) + "})();\n"


def whole(first: str, modules: Mapping[str, str]) -> str:
    """Return a module that does what a module does, with all that it imports: one file to fetch instead of many."""
    parts = _functions(first, modules)
    given = ", ".join(match[1] for match in EXPORT.finditer(modules[first]))
    return "".join(parts) + f"const {{ {given} }} = m{len(parts) - 1};\nexport {{ {given} }};\n"


def on_demand(first: str, modules: Mapping[str, str]) -> str:
    """Return a classic script that does what a module does; each of the others in it runs once it is wanted."""
    made = ""
    for name, source in sorted(modules.items()):
        body = _body(name, CALL.sub(f"$later({json.dumps(name)}, ", source), lambda each: f"$take({json.dumps(each)})")
        made += f"{json.dumps(name)}: {'async ' if WAITS.search(source) else ''}() => {{\n{body}}},\n"
    return (
        '(() => {\n"use strict";\nconst $done = {};\nconst $take = (name) => ($done[name] ??= $all[name]());\n'
        "const $later = async (from, path) => $take(new URL(path, `file:///${from}`).pathname.slice(1));\n"
        f"const $all = {{\n{made}}};\n$take({json.dumps(first)});\n}})();\n"
    )


def _functions(first: str, modules: Mapping[str, str]) -> list[str]:
    """Return a module, last, and all that it imports as functions, each of which gives what it exports."""
    names = needed(first, modules)
    return [_function(name, modules[name], {each: number for number, each in enumerate(names)}) for name in names]


def _function(name: str, source: str, numbers: Mapping[str, int]) -> str:
    """Return a module as a function that gives what it exports."""
    return f"const m{numbers[name]} = (() => {{\n{_body(name, source, lambda each: f'm{numbers[each]}')}}})();\n"


def _body(name: str, source: str, given_by: Callable[[str], str]) -> str:
    """Return what a function does that gives what a module exports; what it imports is given by other expressions."""
    code = REMARK.sub("", source)
    given = [match[1] for match in EXPORT.finditer(code)]
    given += [f"{each[2] or each[1]}: {each[1]}" for found in AT_END.findall(code) for each in NAMED.finditer(found)]
    code = AT_END.sub("", EXPORT.sub("", code))

    def taken(match: re.Match[str]) -> str:
        giver = given_by(_target(name, match["path"]))
        if match["all"]:
            return f"const {match['all']} = {giver};"
        inside = f"default: {match['main']}" if match["main"] else match["some"].replace(" as ", ": ")
        return f"const {{ {inside.strip()} }} = {giver};"

    code = IMPORT.sub(taken, code).strip()
    return f"{code}\nreturn {{ {', '.join(given)} }};\n"


def _target(name: str, path: str) -> str:
    return posixpath.normpath(posixpath.join(posixpath.dirname(name), path))
