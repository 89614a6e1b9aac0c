"""The printer: what is printed at once, what waits behind the pages, and which of two that wait counts."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import Any

import pytest
from kit.cards import printer as printer_module
from kit.cards.printer import Job, Printer
from shelves import Pile


@dataclass(frozen=True)
class Sheet:
    """As much of a document as a printer looks at."""

    id: str
    key: str


@dataclass(frozen=True)
class Tools:
    fonts: tuple[bytes, ...] = (b"font",)
    templates: Mapping[str, bytes] = field(default_factory=dict)
    threads: int = 2
    code: str = ""


@contextmanager
def desk() -> Iterator[Any]:
    yield None


def job(*keys: str) -> Job:
    documents: Any = tuple(Sheet(key[0], key) for key in keys)
    tools: Any = Tools()
    return Job(documents, tools, Pile(), desk)


@pytest.fixture
def runs(monkeypatch: pytest.MonkeyPatch) -> list[tuple[list[str], int]]:
    """Return the runs so far: the keys that were printed, and with how many threads; what begins with X is refused."""
    found: list[tuple[list[str], int]] = []

    def run(documents: Iterable[Sheet], _shelf: object, _desk: object, tools: Tools) -> tuple[Any, Any]:
        sheets = list(documents)
        found.append(([each.key for each in sheets], tools.threads))
        fine = {each.id: each.key for each in sheets if "X" not in each.key}
        return fine, {each.id: "too full" for each in sheets if each.id not in fine}

    monkeypatch.setattr(printer_module, "print_run", run)
    return found


def test_a_build_prints_at_once_every_time(runs: list[tuple[list[str], int]]) -> None:
    printer = Printer()
    assert printer.print(job("a1", "b1"), late=False)
    assert printer.print(job("a1", "b2"), late=False)
    assert runs == [(["a1", "b1"], 2), (["a1", "b2"], 2)]
    assert printer.put_off() is None


def test_a_preview_prints_the_first_time_at_once_and_a_change_later_with_one_thread(
    runs: list[tuple[list[str], int]],
) -> None:
    printer = Printer()
    assert printer.print(job("a1", "b1"), late=True)
    assert printer.print(job("a1", "b1"), late=True)
    assert len(runs) == 1
    assert not printer.print(job("a1", "b2"), late=True)
    assert dict[str, object](printer.prints) == {"a": "a1", "b": "b1"}
    late = printer.put_off()
    assert late is not None
    assert late()
    assert dict[str, object](printer.prints) == {"a": "a1", "b": "b2"}
    assert runs[1:] == [(["a1", "b2"], 1)]


def test_a_document_that_was_never_printed_does_not_wait_and_a_refused_one_does(
    runs: list[tuple[list[str], int]],
) -> None:
    printer = Printer()
    printer.print(job("a1"), late=True)
    assert printer.print(job("a1", "bX"), late=True)
    assert printer.said == {"b": "too full"}
    assert not printer.print(job("a1", "b2"), late=True)
    assert len(runs) == 2


def test_of_two_changes_that_wait_only_the_newer_is_printed(runs: list[tuple[list[str], int]]) -> None:
    printer = Printer()
    printer.print(job("a1"), late=True)
    printer.print(job("a2"), late=True)
    older = printer.put_off()
    printer.print(job("a3"), late=True)
    newer = printer.put_off()
    assert older is not None
    assert newer is not None
    assert not older()
    assert newer()
    assert [keys for keys, _ in runs] == [["a1"], ["a3"]]


def test_other_fonts_templates_or_code_are_another_state() -> None:
    one = job("a1")
    tools: Any = Tools()
    others = [replace(tools, fonts=(b"other",)), replace(tools, templates={"a": b"x"}), replace(tools, code="new")]
    assert len({one.state, job("a2").state, *(replace(one, tools=each).state for each in others)}) == 5
    assert one.state == job("a1").state
