"""`make late`: the pages that are late for their check."""

import datetime as dt

import pytest
from building import SITES, SMALL
from list_late import main


def test_a_page_is_late_on_the_day_after_it_was_due_and_not_before(capsys: pytest.CaptureFixture[str]) -> None:
    root = SITES / SMALL  # its pages are due ten years after March 2026, the page on when to stop after the 2nd
    assert main(root, dt.date(2036, 3, 1)) == 0
    assert "help.md" not in capsys.readouterr().out
    assert main(root, dt.date(2036, 3, 3)) == 0
    said = capsys.readouterr().out.splitlines()
    assert "docs/help.md: checked on 2026-03-02, the next check was due by 2036-03-02." in said
