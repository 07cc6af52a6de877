"""A whole year by the wall clock in Madrid: mostly office weeks, and one of each kind in between.

An office week: Monday to Friday 9:00 to 17:00 with a break from 12:00 to 12:30, a block of fifty
minutes at 9:30 that the noise interrupts once, and half an hour of work on Wednesday evening. The
clock is set forward on 29 March and back on 25 October.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from tests.fakes.shifts import a_shift
from tests.fakes.weeks import a_block, a_break, a_check_in, at, records
from workspace_assistant.core.balance.model import Checked, Records
from workspace_assistant.core.breaks.model import BreakRecord, Outcome
from workspace_assistant.core.check_in.model import Answers, CheckIn
from workspace_assistant.core.focus.model import Block, Cause
from workspace_assistant.core.leave.model import LeaveDay, LeaveKind
from workspace_assistant.core.line_watch.model import EventKind, LineEvent
from workspace_assistant.core.readiness.model import Verdict
from workspace_assistant.core.shifts.model import Place, Shift

NIGHTS_SPRING, NIGHTS_AUTUMN, SPLIT, TRAVEL = "W13", "W43", "W20", "W25"
SUMMER, EMPTY, SICK, WATCHED = ("W30", "W31"), "W34", "W38", "W46"
# After nights until Monday morning the next office week begins later.
_LATE_STARTS = {"W14": 1, "W44": 2}
_OF_ITS_OWN = {NIGHTS_SPRING, NIGHTS_AUTUMN, SPLIT, TRAVEL, EMPTY}
_AT_HOME = {0, 2, 4}

NOW = "2027-01-11 12:00"
NEW_YORK = "America/New_York"


def golden_year() -> Records:
    known = records(
        now=NOW,
        blocks=[*_blocks()],
        there=[
            ("2026-11-09 09:00", "2026-11-09 10:30"),
            ("2026-11-09 10:35", "2026-11-09 12:00"),
            ("2026-11-09 12:30", "2026-11-09 17:00"),
        ],
        breaks=[*_breaks()],
        check_ins=[*_check_ins()],
        hard=["2026-11-10 11:00"],
    )
    event = LineEvent(
        id="1",
        kind=EventKind.LOSS,
        started_at=at("2026-11-09 13:00"),
        ended_at=at("2026-11-09 13:00") + timedelta(seconds=59),
    )
    sources = replace(
        known.sources,
        shifts=tuple(_shifts()),
        line_events=(event,),
        line_watched=(at("2026-11-09 09:00"),),
    )
    return replace(known, sources=sources, leave=tuple(_leave()), checked=tuple(_checks()))


def _mondays() -> Iterator[tuple[str, date]]:
    for number in range(1, 54):
        yield f"W{number:02}", date.fromisocalendar(2026, number, 1)


def _office_days(week: str, monday: date) -> Iterator[date]:
    if week not in _OF_ITS_OWN:
        for index in range(_LATE_STARTS.get(week, 0), 5):
            yield monday + timedelta(days=index)


def _shifts() -> Iterator[Shift]:
    for week, monday in _mondays():
        for day in _office_days(week, monday):
            yield _office(day)
    for of_march in (26, 27, 28, 29):
        yield _night(date(2026, 3, of_march))
    for of_october in (23, 24, 25):
        yield _night(date(2026, 10, of_october))
    for of_may in range(11, 15):
        yield a_shift(f"2026-05-{of_may} 08:00", f"2026-05-{of_may} 12:00")
        yield a_shift(f"2026-05-{of_may} 18:00", f"2026-05-{of_may} 22:00")
    yield _office(date(2026, 6, 15))
    yield _office(date(2026, 6, 16))
    for of_june in (18, 19):
        yield a_shift(f"2026-06-{of_june} 09:00", f"2026-06-{of_june} 17:00", zone=NEW_YORK)


def _office(day: date) -> Shift:
    return a_shift(
        f"{day} 09:00",
        f"{day} 17:00",
        place=Place.HOME if day.weekday() in _AT_HOME else Place.OFFICE,
        breaks=[(f"{day} 12:00", f"{day} 12:30")],
    )


def _night(day: date) -> Shift:
    after = day + timedelta(days=1)
    rest = (f"{after} 01:00", f"{after} 01:30")
    return a_shift(f"{day} 22:00", f"{after} 06:00", breaks=[rest])


def _blocks() -> Iterator[Block]:
    off = {one.on for one in _leave()}
    for week, monday in _mondays():
        for day in _office_days(week, monday):
            if day not in off:
                yield from _of_office_day(day)
    yield a_block("2026-09-17 10:00", "2026-09-17 11:00", planned_min=60)  # a holiday


def _of_office_day(day: date) -> Iterator[Block]:
    noise = [(f"{day} 09:45", Cause.NOISE)]
    yield a_block(f"{day} 09:30", f"{day} 10:20", planned_min=50, interrupted=noise)
    if day.weekday() == 2:
        yield a_block(f"{day} 19:00", f"{day} 19:30")


def _leave() -> Iterator[LeaveDay]:
    for week, monday in _mondays():
        if week in SUMMER:
            for index in range(5):
                yield LeaveDay(on=monday + timedelta(days=index), kind=LeaveKind.LEAVE)
    yield LeaveDay(on=date(2026, 9, 15), kind=LeaveKind.SICK)
    yield LeaveDay(on=date(2026, 9, 17), kind=LeaveKind.HOLIDAY)


def _watched_days() -> list[date]:
    return [date.fromisocalendar(2026, 46, number) for number in range(1, 6)]


def _breaks() -> Iterator[BreakRecord]:
    """At half past ten one is had, at three one is skipped."""
    for day in _watched_days():
        taken = a_break(f"{day} 10:30", Outcome.TAKEN)
        yield replace(taken, began_at=taken.due_at)
        yield a_break(f"{day} 15:00", Outcome.SKIPPED)


def _check_ins() -> Iterator[CheckIn]:
    for number, day in enumerate(_watched_days(), start=1):
        answers = Answers(switch_off=number, contact=number)
        yield a_check_in(f"{day} 09:00", f"{day} 17:00", answers)


def _checks() -> Iterator[Checked]:
    for day, verdict in zip(_watched_days(), (Verdict.READY, Verdict.CAUTION), strict=False):
        yield Checked(at=at(f"{day} 08:45"), check="voice-path", verdict=verdict)
