"""An SVG file from anyone: whether it only draws."""

import re
from xml.parsers import expat

from kit.problem import Problem, problem
from kit.safety.characters import reason, shown, unseen

SVG = "http://www.w3.org/2000/svg"
XLINK = "http://www.w3.org/1999/xlink"
DRAWING = (
    "svg g defs symbol use switch view title desc metadata style "
    "path rect circle ellipse line polyline polygon image text tspan textPath "
    "linearGradient radialGradient stop pattern clipPath mask marker filter "
    "feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap "
    "feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feMerge feMergeNode "
    "feMorphology feOffset fePointLight feSpecularLighting feSpotLight feTile feTurbulence"
)
DRAWS = frozenset(DRAWING.split())
"""The elements of SVG that draw or say something, and do nothing else."""
WITHIN = re.compile(r"#[\w.:-]*|data:image/(?:png|jpeg|webp|gif);base64,[A-Za-z0-9+/=\s]*")
"""Where a drawing may lead: to a part of itself, or to pixels that it holds."""
OUTSIDE = re.compile(r"""@import|\\|url\((?!\s*["']?#)|image-set\(|expression\(""", re.IGNORECASE)
"""What loads something in a style: a backslash can spell any of it."""
DEEPEST = 200
"""Elements within each other: drawings have some 20, and what sets cards gives up at 1,000."""
TOO_DEEP = f"more than {DEEPEST} elements lie within each other. Ungroup them in a drawing program."
NO_DRAWING = "this is no"
SPACES = ("", "http://www.w3.org/XML/1998/namespace", XLINK)


class _StopError(Exception):
    """The rest of a file need not be read."""


def drawing_problems(content: bytes, *, file: str) -> list[Problem]:
    """Return all that keeps an SVG file from being a mere drawing."""
    judge = _Judge(file)
    try:
        judge.parser.Parse(content, True)  # noqa: FBT003 that is how it is called
    except _StopError:
        pass
    except expat.ExpatError as error:
        judge.tell(f"{NO_DRAWING} whole SVG ({expat.ErrorString(error.code)}). Save it anew from a drawing program.")
    except (ValueError, LookupError):  # of its encoding
        judge.tell(f"{NO_DRAWING} SVG in UTF-8. Save it anew from a drawing program.")
    return sorted(judge.found)


def unread_problems(content: bytes, *, file: str) -> list[Problem]:
    """Return the one problem of a file that cannot be read as a drawing, or lies too deep within itself to be set."""
    return [each for each in drawing_problems(content, file=file) if each.text.startswith((NO_DRAWING, TOO_DEEP))]


class _Judge:
    """Reads a file as XML, and keeps what is wrong in it."""

    def __init__(self, file: str) -> None:
        self.file, self.found = file, set[Problem]()
        self.depth = 0
        self.refused = 0  # how deep in an element that may not be there
        self.styled = False  # in a style, whose words browsers read as one, whatever stands between them
        self.words, self.line = "", 0
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.StartDoctypeDeclHandler = self._doctype
        self.parser.ProcessingInstructionHandler = self._order
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._text

    def tell(self, text: str, *, rule: str = "svg", line: int = 0) -> None:
        self.found.add(problem(self.file, line or self.parser.CurrentLineNumber, rule, text))

    def _doctype(self, *_: object) -> None:
        self.tell("a DOCTYPE can stand for anything, and is not read. Take it out.")
        raise _StopError

    def _order(self, target: str, _: str) -> None:
        self.tell(f'"<?{shown(target)}" is an order to whoever opens the file. Take it out.')

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._said()
        self.depth += 1
        if self.depth > DEEPEST:
            self.tell(TOO_DEEP)
            raise _StopError
        space, _, local = name.rpartition(" ")
        if self.refused or self.styled or space != SVG or local not in DRAWS:
            self.refused += 1
            if self.refused == 1:
                where = "a style" if self.styled else "a drawing"
                self.tell(f'<{shown(local)}> may not stand in {where}: it can do more than draw. Save a "plain SVG".')
            return
        self.styled = local == "style"
        for full, value in attributes.items():
            space, _, key = full.rpartition(" ")
            self._attribute(local, space, key, value)

    def _attribute(self, local: str, space: str, key: str, value: str) -> None:
        folded = key.casefold()
        if space not in SPACES or folded.startswith("on") or folded in {"src", "base"}:
            self.tell(f'"{shown(key)}" may not stand on <{local}>: it does more than draw. Take it out.')
        elif folded == "href" and not WITHIN.fullmatch(value.strip()):
            self.tell(f'"{shown(value)}" leads out of the drawing, expected a part of it such as "#leg".')
        elif folded != "href" and OUTSIDE.search(value):
            self.tell(f'"{shown(value)}" loads something from outside the drawing. Take it out.')
        for _, each in unseen(value)[:1]:
            self.tell(reason(each), rule="character")

    def _end(self, _: str) -> None:
        self._said()
        self.depth -= 1
        self.styled = self.styled and self.refused > 0
        self.refused = max(0, self.refused - 1)

    def _text(self, text: str) -> None:
        self.line = self.line if self.words else self.parser.CurrentLineNumber
        self.words += text

    def _said(self) -> None:
        """Judge the words since the last tag, which come in pieces."""
        words, self.words = self.words, ""
        before = words.partition(words.strip())[0] if words.strip() else ""
        line = self.line + before.count("\n")
        if not self.refused and OUTSIDE.search(words):
            self.tell(f'"{shown(words.strip())}" loads something from outside the drawing. Take it out.', line=line)
        for place, each in unseen(words)[:1]:
            self.tell(reason(each), rule="character", line=self.line + words.count("\n", 0, place))
