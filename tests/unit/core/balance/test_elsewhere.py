"""Of the months around a week no more is read than is needed: no number is another one for it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.fakes.shifts import a_shift
from tests.fakes.weeks import a_block, records, told
from workspace_assistant.core.balance.elsewhere import with_work_elsewhere
from workspace_assistant.core.balance.model import Records
from workspace_assistant.core.days import week_span
from workspace_assistant.core.facts.worked_time import BlockTimes
from workspace_assistant.core.focus.model import Block
from workspace_assistant.core.leave.model import LeaveDay, LeaveKind
from workspace_assistant.core.spans import Span

AROUND = "2026-11-18"
FIRST = date(2026, 10, 26)
MINUTES = 7 * 7 * 1440

starts_and_lengths = st.tuples(st.integers(0, MINUTES), st.integers(1, 900))


@st.composite
def seven_weeks(draw: st.DrawFn) -> Records:
    """With a day off here and there, and breaks anywhere in shifts."""
    planned = draw(st.lists(starts_and_lengths, max_size=14, unique=True))
    lunch = [(wall(start + 60), wall(start + 100)) for start, length in planned if length > 120]
    shifts = tuple(
        a_shift(wall(start), wall(start + length), breaks=[x for x in lunch if x[0] > wall(start)])
        for start, length in planned
    )
    off = draw(st.lists(st.integers(0, 48), max_size=3, unique=True))
    leave = (LeaveDay(on=FIRST + timedelta(days=day), kind=LeaveKind.LEAVE) for day in off)
    known = records(now="2026-12-10 12:00", blocks=logged(draw(st.lists(starts_and_lengths))))
    return replace(known, leave=tuple(leave), sources=replace(known.sources, shifts=shifts))


def wall(minute: int) -> str:
    day = FIRST + timedelta(days=minute // 1440)
    return f"{day} {minute // 60 % 24:02}:{minute % 60:02}"


def logged(drawn: Sequence[tuple[int, int]]) -> Iterator[Block]:
    """None over another one, each with a pause in it if it is long enough."""
    until = 0
    for start, length in sorted(drawn):
        if start >= until:
            until = start + length
            pause = [(wall(start + 5), wall(start + 9))] if length > 9 else []
            yield a_block(wall(start), wall(until), planned_min=30, paused=pause)


def lean(known: Records) -> Records:
    """As it is read for the week: blocks of the week and of two days after it."""
    week = week_span(date.fromisoformat(AROUND), known.zone)
    shown = Span(week.start, week.end + timedelta(days=2))
    near = tuple(one for one in known.blocks if shown.holds(one.started_at))
    far = (one for one in known.blocks if not shown.holds(one.started_at))
    fewer = replace(known, sources=replace(known.sources, blocks=near))
    return with_work_elsewhere(fewer, (row for one in far for row in times(one)))


def times(block: Block) -> Iterator[BlockTimes]:
    assert block.ended_at is not None
    whole = (micros(block.started_at), micros(block.ended_at))
    for gap in block.gaps:
        assert gap.ended_at is not None
        yield (*whole, micros(gap.started_at), micros(gap.ended_at))
    if not block.gaps:
        yield (*whole, None, None)


def micros(at: datetime) -> int:
    return round(1_000_000 * at.timestamp())


@settings(max_examples=60)
@given(seven_weeks())
def test_a_week_needs_no_more_of_far_blocks_than_when_they_were_worked(known: Records) -> None:
    assert told(lean(known), AROUND) == told(known, AROUND)


def test_what_was_worked_on_a_day_off_is_told_by_its_block_alone() -> None:
    """The weekend began on Friday at eleven: the shift of that day was off."""
    known = records(
        shifts=[
            ("2026-11-12 09:00", "2026-11-12 17:00"),
            ("2026-11-13 09:00", "2026-11-13 17:00"),
            ("2026-11-16 09:00", "2026-11-16 17:00"),
        ],
        blocks=[a_block("2026-11-13 10:00", "2026-11-13 11:00")],
        off=["2026-11-13"],
    )
    week = told(lean(known), AROUND)
    assert week == told(known, AROUND)
    assert [one.length_s / 3600 for one in week.rests] == [70]
