"""Minutes in calls, as far as the use of the microphone tells."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta

from workspace_assistant.core.breaks.model import ActivityKind
from workspace_assistant.core.days import day_span
from workspace_assistant.core.facts.model import Fact, Unknown
from workspace_assistant.core.facts.presence import SEEN, clipped, seconds
from workspace_assistant.core.facts.sources import Sources
from workspace_assistant.core.facts.telling import known, unknown
from workspace_assistant.core.facts.windows import USUAL_DAYS, Windows

_MINUTE_S = 60
_CALL = frozenset({ActivityKind.CALL})
# Of fewer days a share says little.
LEAST_DAYS = 10


def call_facts(sources: Sources, windows: Windows) -> Iterator[Fact | Unknown]:
    """Where no call was ever seen, calls may not be seen on this computer at all."""
    names = ("calls.minutes.today", "calls.minutes_percentile")
    is_seeing = any(one.kind is ActivityKind.CALL for one in sources.activity)
    if not is_seeing or not clipped(sources.activity, windows.today, SEEN):
        reason = "no-call-seen" if not is_seeing else "not-watched-today"
        yield from (unknown(name, reason) for name in names)
        return
    today_s = seconds(clipped(sources.activity, windows.today, _CALL))
    yield known("calls.minutes.today", today_s / _MINUTE_S)
    yield _percentile(sources, windows, today_s)


def _percentile(sources: Sources, windows: Windows, today_s: float) -> Fact | Unknown:
    name = "calls.minutes_percentile"
    days = call_seconds(sources, windows)
    if len(days) < LEAST_DAYS:
        return unknown(name, "too-few-days", least=str(LEAST_DAYS))
    fewer = sum(one < today_s for one in days.values())
    return known(name, fewer / len(days), count=len(days))


def call_seconds(sources: Sources, windows: Windows) -> Counter[date]:
    """Of each of the 28 days before today that was watched: seconds in calls, also none."""
    days: Counter[date] = Counter()
    for number in range(1, USUAL_DAYS + 1):
        day = windows.on - timedelta(days=number)
        span = day_span(day, windows.zone)
        if clipped(sources.activity, span, SEEN):
            days[day] = round(seconds(clipped(sources.activity, span, _CALL)))
    return days
