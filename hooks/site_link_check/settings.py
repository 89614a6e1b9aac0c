"""Link settings: how severe each rule is, which faults are let through and until when, and what a site promises."""

import copy
import datetime as dt
from collections.abc import Iterable, Mapping
from fnmatch import fnmatchcase
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator
from pydantic_core import ErrorDetails

from site_link_check.problem import Problem, did_you_mean, problem
from site_link_check.read.lines import Path, nearest

Severity = Literal["error", "warning", "info", "off"]

ERRORS = (
    "target-missing target-case target-excluded target-markdown target-outside base-path url-malformed "
    "anchor-missing anchor-case id-duplicate "
    "reference-undefined footnote-undefined "
    "markup-reversed markup-space markup-unclosed markup-html markup-wiki snippet-missing "
    "redirect-missing redirect-loop metadata-missing sitemap-missing data-missing address-gone id-unknown not-shown "
    "scheme-local scheme-file scheme-script scheme-unknown scheme-missing "
    "mail-malformed mail-without-scheme phone-malformed "
    "link-empty target-empty target-hash exception-unused exception-ended "
)
WARNINGS = (
    "target-courtesy target-accident html-unclosed url-own repository-missing edit-uri anchor-ambiguous "
    "definition-unused definition-repeated definition-shadowed footnote-unused "
    "nav-omitted nav-repeated page-unreached page-far asset-unused "
    "scheme-insecure scheme-relative scheme-data image-alt link-vague link-self "
)
RULES: dict[str, Severity] = {
    **dict.fromkeys(ERRORS.split(), "error"),
    **dict.fromkeys(WARNINGS.split(), "warning"),
    "target-built": "info",
}
"""Every rule with its severity unless a site sets another."""
STYLE = frozenset(
    {
        *(
            "nav-omitted",
            "nav-repeated",
            "page-unreached",
            "page-far",
            "asset-unused",
            "edit-uri",
            "repository-missing",
        ),
        *("link-vague", "link-self", "link-empty", "image-alt", "url-own", "anchor-ambiguous", "id-duplicate"),
        *("definition-unused", "definition-repeated", "definition-shadowed", "footnote-unused"),
        *("target-courtesy", "target-built", "target-hash", "scheme-insecure", "scheme-relative", "scheme-data"),
    }
)
"""Rules about more than whether a link leads somewhere: off under `preset: links`."""

EXPECTED = {"dict_type": "keys and values", "list_type": "a list", "string_type": "text"}
"""What values of another kind should have been, by the name of the error."""
LONGEST_SHOWN = 60
"""Letters of a wrong value that a message repeats."""


class Strict(BaseModel):
    """A frozen model that refuses unknown keys."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Exemption(Strict):
    """A fault that is let through: its rule, where it is and what it names (patterns with `*`), why, and until when."""

    rule: str
    page: str = "*"
    match: str = "*"
    reason: str = Field(min_length=8)
    until: dt.date

    def covers(self, rule: str, file: str, text: str) -> bool:
        """Tell whether a fault of a rule in a file is let through; `match` is compared with the message."""
        return rule == self.rule and fnmatchcase(file, self.page) and fnmatchcase(text, f"*{self.match}*")


class Promise(Strict):
    """What front matter names must answer: pages that match name others under a key, and are linked from them.

    `target` makes a source out of the name: `exercises/{}.md`. With `shown: false` the target need not link back.
    """

    pages: str
    key: str
    target: list[str] = Field(default=["{}"], min_length=1)
    shown: bool = True


class LinkSettings(Strict):
    """The settings under `extra.links` of mkdocs.yml; every one may be left out."""

    preset: Literal["all", "links"] = "all"
    """Which rules are on to begin with: `links` leaves out all that is no broken link."""
    severity: dict[str, Severity] = {}
    exceptions: list[Exemption] = []
    promises: list[Promise] = []
    clicks: int = Field(default=0, ge=0)
    """The most clicks from home to any page; 0 sets no limit."""
    inventory: str = ""
    """A text file, beside mkdocs.yml, with each address once published."""
    elsewhere: list[str] = []
    """Addresses of the same host that another build publishes, as patterns."""
    unused: list[str] = []
    """Files, as patterns from the docs folder, that nothing needs to link to."""
    search: list[str] = []
    """More files to look into for the source of a link, as patterns from the folder of mkdocs.yml."""
    states: dict[str, list[str]] = {}
    """For pages, as patterns of sources, the patterns of fragments that are the state of a script there."""
    baseline: str = ""
    """A file, beside mkdocs.yml, with findings that are known: only others are reported."""
    sarif: str = ""
    json_lines: str = ""

    @field_validator("severity", mode="before")
    @classmethod
    def _off_is_no_switch(cls, value: Any) -> Any:  # noqa: ANN401 YAML can be anything
        """Take the `false` that YAML makes of a plain `off` for the word."""
        return (
            {key: "off" if each is False else each for key, each in value.items()} if isinstance(value, dict) else value
        )

    def severity_of(self, rule: str) -> Severity:
        """Return how severe a rule is on this site."""
        return self.severity.get(rule, "off" if self.preset == "links" and rule in STYLE else RULES[rule])


def stale(exceptions: Iterable[tuple[int, Exemption]], used: set[int], today: dt.date) -> list[tuple[int, str, str]]:
    """Return number, rule and text for each exception that has ended or lets nothing through."""
    found = []
    for number, each in exceptions:
        if each.until < today:
            text = f"this exception for {each.rule} ended on {each.until}. Mend the fault, or say why it stays."
            found.append((number, "exception-ended", text))
        elif number not in used:
            text = f"nothing needs this exception for {each.rule} any more. Delete it."
            found.append((number, "exception-unused", text))
    return found


def read_settings(data: Any, lines: Mapping[Path, int], *, file: str) -> tuple[LinkSettings, list[Problem]]:  # noqa: ANN401 YAML can be anything
    """Return the settings in plain data, and a problem for each that is wrong: those are left out, the others count.

    `lines` gives the line of each key in `file`.
    """
    problems: list[Problem] = []
    if not isinstance(data, dict):
        if data is not None:
            problems.append(problem(file, nearest(lines, ()), "settings", "expected keys and values."))
        return LinkSettings(), problems
    data = copy.deepcopy(data)
    for path, rule in _unknown_rules(data):
        text = f'"{rule}" is no rule.{did_you_mean(str(rule), RULES)}'
        problems.append(problem(file, nearest(lines, path), ".".join(map(str, path[:-1])), text))
        _drop(data, path if path[0] == "severity" else path[:-1])
    while True:
        try:
            return LinkSettings.model_validate(data), sorted(set(problems))
        except ValidationError as error:
            details = error.errors(include_url=False)
            problems += [_explained(detail, lines, file) for detail in details]
            for path in sorted({_top(detail["loc"]) for detail in details}, key=str, reverse=True):
                _drop(data, path)


def _unknown_rules(data: dict[str, Any]) -> list[tuple[Path, Any]]:
    severity, exceptions = data.get("severity"), data.get("exceptions")
    found: list[tuple[Path, Any]] = []
    if isinstance(severity, dict):
        found += [(("severity", rule), rule) for rule in severity if rule not in RULES]
    if isinstance(exceptions, list):
        rules = [(number, each.get("rule")) for number, each in enumerate(exceptions) if isinstance(each, dict)]
        found += [
            (("exceptions", number, "rule"), rule) for number, rule in reversed(rules) if rule and rule not in RULES
        ]
    return found


def _top(path: tuple[Any, ...]) -> Path:
    """Return the part of a setting that is left out when something in it is wrong: one rule, one exception."""
    return (
        tuple(path[:2])
        if len(path) > 1 and path[0] in {"severity", "exceptions", "promises", "states"}
        else tuple(path[:1])
    )


def _drop(data: Any, path: Path) -> None:  # noqa: ANN401 YAML can be anything
    for part in path[:-1]:
        data = data[part]
    if isinstance(data, list):
        del data[int(path[-1])]
    else:
        data.pop(path[-1], None)


def _explained(detail: ErrorDetails, lines: Mapping[Path, int], file: str) -> Problem:
    path = tuple(detail["loc"])
    rule = ".".join(str(part + 1) if isinstance(part, int) else str(part) for part in path)
    models: dict[str, type[BaseModel]] = {"exceptions": Exemption, "promises": Promise}
    names = models.get(str(path[0]), LinkSettings) if len(path) > 1 else LinkSettings
    if detail["type"] == "extra_forbidden":
        known = list(names.model_fields)
        text = f"unknown key, expected one of: {', '.join(sorted(known))}.{did_you_mean(str(path[-1]), known)}"
    elif detail["type"] == "missing":
        text = "this key is missing. Add it."
    elif detail["type"] == "literal_error":
        expected = str(detail["ctx"]["expected"]).replace("'", "")
        near = did_you_mean(str(detail["input"]), expected.replace(" or ", ", ").split(", "))
        text = f'expected {expected}, found "{_shown(detail["input"])}".{near}'
    elif detail["type"] in EXPECTED:
        text = f'expected {EXPECTED[detail["type"]]}, found "{_shown(detail["input"])}".'
    else:
        text = f'{detail["msg"][:1].lower()}{detail["msg"][1:]}, found "{_shown(detail["input"])}".'
    return problem(file, nearest(lines, path), rule, text)


def _shown(value: object) -> str:
    """Return a value as YAML has it, if it is short."""
    text = "null" if value is None else str(value).lower() if isinstance(value, bool) else str(value)
    return text if len(text) <= LONGEST_SHOWN else text[: LONGEST_SHOWN - 3] + "..."
