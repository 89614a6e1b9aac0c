"""Typesetting: data put into a Typst template gives a tagged PDF, or a picture of it."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import PurePosixPath
from typing import Any

import typst

TEMPLATES = PurePosixPath(__file__).parent / "sheets"
"""The folder of the templates, with nothing else in it: Typst can read no file outside."""
PDF_STANDARD = "ua-1"
TIMESTAMP = 1_700_000_000
"""A fixed moment, so that the same data gives the same bytes."""
VERSION = version("typst")


class SettingError(Exception):
    """What Typst said when it could not or would not set a document."""


@dataclass(frozen=True)
class Press:
    """A Typst compiler for each template, with one folder of fonts; one thread may use it."""

    compilers: Mapping[str, typst.Compiler]

    def pdf(self, template: str, data: Mapping[str, Any]) -> bytes:
        """Return the document as PDF/UA-1; raise SettingError with what Typst said, its warnings included."""
        return self._made(template, data, format="pdf", pdf_standards=[PDF_STANDARD], timestamp=TIMESTAMP)

    def picture(self, template: str, data: Mapping[str, Any], *, pixels_per_inch: float) -> bytes:
        """Return the one page that the data makes as PNG; raise SettingError as `pdf` does."""
        return self._made(template, data, format="png", ppi=pixels_per_inch)

    def _made(self, template: str, data: Mapping[str, Any], **options: Any) -> bytes:  # noqa: ANN401 passed on to Typst
        inputs = {"document": json.dumps(data, ensure_ascii=False, sort_keys=True)}
        try:
            made, warnings = self.compilers[template].compile_with_warnings(sys_inputs=inputs, **options)
        except typst.TypstError as error:
            raise SettingError(error.message.removeprefix("assertion failed: ")) from error
        if warnings:
            raise SettingError("; ".join(warning.message for warning in warnings))
        if not isinstance(made, bytes):
            raise SettingError("the data makes more than one page, expected one.")
        return made


def press(*templates: str, fonts: str) -> Press:
    """Return a press for these templates that finds its fonts in a folder, and no others."""
    found = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[fonts])
    return Press(
        {name: typst.Compiler(str(TEMPLATES / name), root=str(TEMPLATES), font_paths=found) for name in templates}
    )
