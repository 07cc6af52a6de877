"""Weeks as a person writes them: shifts and blocks by the wall clock in Madrid."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from tests.fakes.shifts import MADRID, a_shift, local
from workspace_assistant.core.balance.model import Indicator, Records, Week
from workspace_assistant.core.balance.settings_model import WeekSettings
from workspace_assistant.core.balance.targets import Region
from workspace_assistant.core.balance.week import week_of
from workspace_assistant.core.breaks.model import (
    ActivityKind,
    ActivityStretch,
    BreakKind,
    BreakRecord,
    Outcome,
)
from workspace_assistant.core.check_in.model import Answers, CheckIn, HardContact
from workspace_assistant.core.facts.sources import Sources
from workspace_assistant.core.focus.model import Block, Cause, Gap, GapReason, Interruption, Origin
from workspace_assistant.core.leave.model import LeaveDay, LeaveKind

ZONE = ZoneInfo(MADRID)


def a_block(
    starts: str,
    ends: str | None,
    *,
    planned_min: float | None = None,
    interrupted: Sequence[tuple[str, Cause]] = (),
    paused: Sequence[tuple[str, str]] = (),
) -> Block:
    """A block by the wall clock: ``2026-11-23 08:00``."""
    return Block(
        id=starts,
        name="Mail",
        planned_s=None if planned_min is None else planned_min * 60,
        started_at=local(starts),
        ended_at=None if ends is None else local(ends),
        time_zone=MADRID,
        utc_offset_s=3600,
        gaps=tuple(
            Gap(id=start, started_at=local(start), ended_at=local(end), reason=GapReason.PAUSE)
            for start, end in paused
        ),
        interruptions=tuple(
            Interruption(id=at, cause=cause, origin=Origin.EXTERNAL, at=local(at))
            for at, cause in interrupted
        ),
    )


def records(
    *,
    now: str = "2026-12-31 12:00",
    proven: str = "",
    until: str = "",
    shifts: Iterable[tuple[str, str]] = (),
    lunch: Iterable[tuple[str, str]] = (),
    blocks: Iterable[Block] = (),
    there: Iterable[tuple[str, str]] = (),
    breaks: Iterable[BreakRecord] = (),
    check_ins: Iterable[CheckIn] = (),
    hard: Iterable[str] = (),
    off: Iterable[str] = (),
) -> Records:
    """*lunch* are the planned breaks, each put into the shift that it lies in.

    *there* are the times at the computer; between two of one day somebody was away. *off* are days.
    """
    planned = list(lunch)
    return Records(
        proven_at=local(proven or now),
        known_until=local(until or now),
        leave=tuple(LeaveDay(on=date.fromisoformat(x), kind=LeaveKind.LEAVE) for x in off),
        sources=Sources(
            now=local(now),
            zone=ZONE,
            shifts=tuple(
                a_shift(start, end, breaks=[one for one in planned if start <= one[0] < end])
                for start, end in shifts
            ),
            blocks=tuple(blocks),
            activity=tuple(_activity(list(there))),
            breaks=tuple(breaks),
            check_ins=tuple(check_ins),
            hard_contacts=tuple(HardContact(id=one, at=local(one)) for one in hard),
        ),
    )


def _activity(there: Sequence[tuple[str, str]]) -> Iterator[ActivityStretch]:
    for index, (start, end) in enumerate(there):
        if index and there[index - 1][1][:10] == start[:10]:
            yield _stretch(ActivityKind.AWAY, there[index - 1][1], start)
        yield _stretch(ActivityKind.ACTIVE, start, end)


def _stretch(kind: ActivityKind, start: str, end: str) -> ActivityStretch:
    return ActivityStretch(id=start, kind=kind, started_at=local(start), ended_at=local(end))


def a_break(
    due: str, outcome: Outcome | None, *, reason: str = "", kind: str = "rest"
) -> BreakRecord:
    return BreakRecord(
        id=due,
        kind=BreakKind(kind),
        due_at=local(due),
        ended_at=None if outcome is None else local(due) + timedelta(minutes=5),
        outcome=outcome,
        reason=reason,
    )


def a_check_in(since: str, until: str, answers: Answers) -> CheckIn:
    return CheckIn(
        id=since,
        at=local(until),
        since=local(since),
        until=local(until),
        answers=answers,
    )


def told(known: Records, around: str, region: Region = Region.EU) -> Week:
    return told_as(known, around, WeekSettings(region=region))


def told_as(known: Records, around: str, settings: WeekSettings) -> Week:
    return week_of(known, date.fromisoformat(around), settings)


def indicator(week: Week, name: str) -> Indicator:
    return next(one for one in week.indicators if one.id == name)


def hours(value: float) -> float:
    return value * 3600


def at(text: str) -> datetime:
    return local(text)
