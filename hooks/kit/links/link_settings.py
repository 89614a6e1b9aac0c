"""Link settings: how severe each rule is, which faults are let through and until when, and what a site promises."""

import datetime as dt
from collections.abc import Iterable
from fnmatch import fnmatchcase
from typing import Literal

from kit.problem import did_you_mean
from pydantic import BaseModel, ConfigDict, Field, model_validator

Severity = Literal["error", "warning", "info", "off"]

ERRORS = (
    "target-missing target-case target-excluded target-markdown target-outside base-path url-malformed "
    "anchor-missing anchor-case id-duplicate "
    "reference-undefined footnote-undefined markup-reversed markup-space markup-unclosed markup-wiki snippet-missing "
    "redirect-missing redirect-loop metadata-missing sitemap-missing data-missing address-gone id-unknown not-shown "
    "scheme-local scheme-file scheme-script scheme-unknown mail-malformed mail-without-scheme phone-malformed "
    "link-empty target-empty target-hash exception-unused exception-ended "
)
WARNINGS = (
    "target-courtesy url-own repository-missing edit-uri anchor-ambiguous "
    "definition-unused definition-repeated definition-shadowed footnote-unused "
    "nav-omitted nav-repeated page-unreached page-far asset-unused "
    "scheme-insecure scheme-relative scheme-data image-alt link-vague link-self "
)
RULES: dict[str, Severity] = {
    **dict.fromkeys(ERRORS.split(), "error"),
    **dict.fromkeys(WARNINGS.split(), "warning"),
}
"""Every rule with its severity unless a site sets another."""


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
    sarif: str = ""
    json_lines: str = ""

    @model_validator(mode="after")
    def _rules_exist(self) -> "LinkSettings":
        for rule in (*self.severity, *(each.rule for each in self.exceptions)):
            if rule not in RULES:
                raise ValueError(f'"{rule}" is no rule.{did_you_mean(rule, RULES)}')
        return self

    def severity_of(self, rule: str) -> Severity:
        """Return how severe a rule is on this site."""
        return self.severity.get(rule, RULES[rule])


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
