"""Figures are the same bytes on every Python and machine: rounding noise decides nothing.

Python 3.12 made sum() exact, and sine and cosine differ by their last digit between C libraries. Here that noise is put
in by hand.
"""

import random
import sys
from collections.abc import Callable
from math import fsum
from types import ModuleType
from typing import Any

import pytest
from guides import figure_words, guide_in
from kit.exercises.exercise import walks
from kit.figures import album, diagram

pytestmark = pytest.mark.xdist_group("same-bytes")  # its builds are made once, by one worker

LAST_DIGIT = 2.3e-16
NUMBERS = ("sin", "cos", "tan", "acos", "atan2", "sqrt", "hypot", "radians", "degrees", "fsum", "dot", "length")
VECTORS = ("add", "mix", "minus", "between", "along", "unit")


def everything() -> dict[str, str]:
    guide, words = guide_in(), figure_words()
    catalogue, read = guide.catalogue, guide.diagrams
    assert read is not None
    subjects = [
        album.Subject(slug, each, catalogue.records[slug], walks=walks(each, catalogue.vocabulary))
        for slug, each in sorted(catalogue.exercises.items())[::2]  # drawing is slow, and all are drawn alike
    ]
    pictures, unmet = album.pictures(subjects, cycle=read[0].cycle, words=words)
    drawn, undrawn = diagram.draw(*read, words=words)
    assert not [*unmet, *undrawn]
    return {
        **{f"screen {name}": svg for name, svg in pictures.screen.items()},
        **{f"print {name}": svg for name, svg in pictures.printed.items()},
        **{f"motion {name}": html for name, html in pictures.motions.items()},
        **{f"diagram {name}": figure.html + figure.printed for name, figure in drawn.items()},
    }


@pytest.fixture(scope="module")
def steady() -> dict[str, str]:
    return everything()


def drawing_modules() -> list[ModuleType]:
    return [module for name, module in sorted(sys.modules.items()) if name.startswith(("kit.bodies.", "kit.figures."))]


def noisy(function: Callable[..., Any], chance: random.Random) -> Callable[..., Any]:
    """Return the function with its results a last digit too high or too low, or as they are."""

    def shaken(*arguments: Any) -> Any:  # noqa: ANN401 stands in for functions of every kind
        found = function(*arguments)
        if isinstance(found, tuple):
            return tuple(value * (1 + chance.choice((-1, 0, 1)) * LAST_DIGIT) for value in found)
        return found * (1 + chance.choice((-1, 0, 1)) * LAST_DIGIT)

    return shaken


@pytest.mark.thorough
def test_an_exact_sum_changes_no_figure(steady: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    for module in drawing_modules():
        monkeypatch.setattr(module, "sum", fsum, raising=False)
    assert_same(everything(), steady)


@pytest.mark.thorough
def test_noise_in_the_last_digit_changes_no_figure(steady: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    chance, shaken = random.Random(1), 0  # noqa: S311 noise, no secret
    for module in drawing_modules():
        for name in (*NUMBERS, *VECTORS):
            if hasattr(module, name):
                monkeypatch.setattr(module, name, noisy(getattr(module, name), chance))
                shaken += 1
    assert shaken > 50
    assert_same(everything(), steady)


def assert_same(found: dict[str, str], expected: dict[str, str]) -> None:
    assert found.keys() == expected.keys()
    assert [name for name, text in found.items() if text != expected[name]] == []
