"""Days of breaks, told to the second."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.days.break_days import FOLDER, BreakDay

DAYS = sorted(FOLDER.glob("*.txt"))


@pytest.mark.parametrize("file", DAYS, ids=lambda file: file.stem)
def test_the_log_says_what_became_of_each_break(file: Path) -> None:
    script, _, expected = file.read_text("utf-8").partition("---\n")
    day = BreakDay()

    day.play(script)

    assert day.told() == expected.splitlines()


def test_all_days_are_there() -> None:
    assert len(DAYS) >= 12
