"""What has time in common with a span is found without looking at everything."""

from __future__ import annotations

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from tests.fakes.focus import MONDAY
from workspace_assistant.core.shifts.model import ShiftBreak
from workspace_assistant.core.shifts.nearby import ByStart

LONGEST_MIN = 30
STRETCHES = st.tuples(st.integers(0, 200), st.integers(1, LONGEST_MIN))


def stretch(start: int, length: int) -> ShiftBreak:
    starts_at = MONDAY + timedelta(minutes=start)
    return ShiftBreak(starts_at=starts_at, ends_at=starts_at + timedelta(minutes=length))


@given(st.lists(STRETCHES, max_size=20), STRETCHES)
def test_nothing_that_meets_a_span_is_missed(
    stretches: list[tuple[int, int]], asked: tuple[int, int]
) -> None:
    every = [stretch(*one) for one in stretches]
    span = stretch(*asked).span
    found = ByStart(every, timedelta(minutes=LONGEST_MIN)).touching(span)
    met = [one for one in every if one.starts_at <= span.end and span.start <= one.ends_at]
    assert all(one in found for one in met)
    assert [one.starts_at for one in found] == sorted(one.starts_at for one in found)


def test_few_of_many_are_looked_at() -> None:
    every = [stretch(20 * number, 10) for number in range(10_000)]
    found = ByStart(every, timedelta(minutes=LONGEST_MIN)).touching(every[5_000].span)
    assert [one.starts_at for one in found] == [one.starts_at for one in every[4_999:5_001]]
