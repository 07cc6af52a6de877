"""Times of day as people write them, and as the window itself fills them into a field."""

from __future__ import annotations

from datetime import time

import pytest

from workspace_assistant.ui.shifts.form_state import written_spans
from workspace_assistant.ui.wording.written_times import written_time


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("9:00 ص", time(9)),
        ("5:30\u00a0م", time(17, 30)),
        ("\u20689:00 م\u2069", time(21)),
        ("\u200f12:15 صباحًا", time(0, 15)),
        ("12 م", time(12)),
        ("13 م", None),
        ("9:00 س", None),
        ("9:00 a.\u00a0m.", time(9)),
        ("5 pm", time(17)),
        ("17:45:10", time(17, 45, 10)),
        ("nine", None),
    ],
)
def test_what_a_field_says_is_understood(text: str, expected: time | None) -> None:
    assert written_time(text) == expected


def test_breaks_are_parted_by_the_commas_of_both_sides() -> None:
    midday, tea = (time(12), time(12, 30)), (time(15), time(15, 15))
    assert written_spans("12:00 م-12:30 م، 3:00 م-3:15 م") == (midday, tea)
    assert written_spans("12:00-12:30, 15:00-15:15؛") == (midday, tea)
