"""Days of calls: how long they were, and how loud the own voice was in them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import median

from workspace_assistant.core.breaks.model import ActivityKind
from workspace_assistant.core.days import day_span
from workspace_assistant.core.facts.presence import SEEN, clipped, seconds
from workspace_assistant.core.facts.sources import Sources
from workspace_assistant.core.facts.windows import Windows
from workspace_assistant.core.loudness.model import CallLevel, Microphone
from workspace_assistant.core.spans import Span

SHOWN_DAYS = 14
_CALL = frozenset({ActivityKind.CALL})


@dataclass(frozen=True, slots=True, kw_only=True)
class DayLevel:
    """The median of a day's levels with one microphone at one volume.

    Attributes:
        count: how many levels it is of; one or two say little.
    """

    microphone: Microphone
    level_dbov: float
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CallDay:
    """A day, which begins at 04:00.

    Attributes:
        call_s: in calls; None where nobody watched, or calls may not be seen at all.
        levels: the microphone with most levels first.
    """

    on: date
    call_s: float | None
    levels: tuple[DayLevel, ...]


def call_days(sources: Sources, windows: Windows) -> tuple[CallDay, ...]:
    """The last two weeks, today first."""
    is_seeing = any(one.kind is ActivityKind.CALL for one in sources.activity)
    days = (windows.on - timedelta(days=number) for number in range(SHOWN_DAYS))
    return tuple(_day(sources, on, day_span(on, windows.zone), is_seeing) for on in days)


def _day(sources: Sources, on: date, span: Span, is_seeing: bool) -> CallDay:  # noqa: FBT001 - one caller
    is_seen = is_seeing and bool(clipped(sources.activity, span, SEEN))
    levels = [one for one in sources.call_levels if span.holds(one.at)]
    return CallDay(
        on=on,
        call_s=seconds(clipped(sources.activity, span, _CALL)) if is_seen else None,
        levels=tuple(sorted(_day_levels(levels), key=lambda one: -one.count)),
    )


def _day_levels(levels: list[CallLevel]) -> Iterator[DayLevel]:
    """Also those whose volume is not known: they stand for themselves."""
    found: dict[tuple[object, ...], list[CallLevel]] = {}
    for one in levels:
        key = (one.microphone.source_id, one.microphone.port, one.microphone.volume_db)
        found.setdefault(key, []).append(one)
    for of_setting in found.values():
        yield DayLevel(
            microphone=of_setting[-1].microphone,
            level_dbov=median(one.level_dbov for one in of_setting),
            count=len(of_setting),
        )
