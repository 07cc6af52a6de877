"""Weeks as a person writes them: shifts and blocks by the wall clock in Madrid."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from zoneinfo import ZoneInfo

from tests.fakes.shifts import MADRID, a_shift, local
from workspace_assistant.core.balance.model import Indicator, Records, Week
from workspace_assistant.core.balance.targets import Region, targets_of
from workspace_assistant.core.balance.week import week_of
from workspace_assistant.core.focus.model import Block, Cause, Gap, GapReason, Interruption, Origin

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
    shifts: Iterable[tuple[str, str]] = (),
    lunch: Iterable[tuple[str, str]] = (),
    blocks: Iterable[Block] = (),
) -> Records:
    """*lunch* are the breaks, each put into the shift that it lies in."""
    breaks = list(lunch)
    return Records(
        now=local(now),
        proven_at=local(proven or now),
        zone=ZONE,
        shifts=tuple(
            a_shift(start, end, breaks=[one for one in breaks if start <= one[0] < end])
            for start, end in shifts
        ),
        blocks=tuple(blocks),
    )


def told(known: Records, around: str, region: Region = Region.EU) -> Week:
    return week_of(known, date.fromisoformat(around), targets_of(region))


def indicator(week: Week, name: str) -> Indicator:
    return next(one for one in week.indicators if one.id == name)


def hours(value: float) -> float:
    return value * 3600


def at(text: str) -> datetime:
    return local(text)
