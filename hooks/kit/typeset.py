"""Typesetting: data put into a Typst template gives a tagged PDF, or a picture of its first page."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any

import typst

PDF_STANDARD = "ua-1"
TIMESTAMP = 1_700_000_000
"""A fixed moment, so that the same data gives the same bytes."""


class NotSet(Exception):
    """What Typst said when it could not or would not set a document."""


@dataclass(frozen=True)
class Press:
    """One template and one folder of fonts; used by one thread at a time."""

    compiler: typst.Compiler

    def pdf(self, data: Mapping[str, Any]) -> bytes:
        """Return the document as PDF/UA-1; raise NotSet with Typst's message, warnings included."""
        return self._made(data, format="pdf", pdf_standards=[PDF_STANDARD], timestamp=TIMESTAMP)

    def picture(self, data: Mapping[str, Any], *, pixels_per_inch: float) -> bytes:
        """Return the one page that the data makes as PNG; raise NotSet as `pdf` does."""
        return self._made(data, format="png", ppi=pixels_per_inch)

    def _made(self, data: Mapping[str, Any], **options: Any) -> bytes:  # noqa: ANN401 passed on to Typst
        inputs = {"document": json.dumps(data, ensure_ascii=False, sort_keys=True)}
        try:
            made, warnings = self.compiler.compile_with_warnings(sys_inputs=inputs, **options)
        except typst.TypstError as error:
            raise NotSet(error.message) from error
        if warnings:
            raise NotSet("; ".join(warning.message for warning in warnings))
        if not isinstance(made, bytes):
            raise NotSet("expected one page or one file")
        return made


def press(template: PurePath, *, fonts: str) -> Press:
    """Return a press for one template that finds its fonts in a folder, and no others."""
    found = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[fonts])
    return Press(typst.Compiler(str(template), root=str(template.parent), font_paths=found))
