"""How long chair, screen, telephone, mouse and keyboard are used on a usual day, from the logs.

A usual day is the median of the days of four weeks that were watched long enough, at the workplace
where shifts say which one it was. What the logs cannot tell apart is said in the basis: somebody
at the computer is taken to sit and to look at the screen, and input is that of mouse and keyboard
together, so that neither is longer than it says.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from statistics import median

from workspace_assistant.core.breaks.model import ActivityKind
from workspace_assistant.core.days import day_span
from workspace_assistant.core.ergonomics.durations import band_of
from workspace_assistant.core.ergonomics.model import Duration, Durations, Origin, Timed
from workspace_assistant.core.ergonomics.workplaces import HOME, OFFICE, is_same
from workspace_assistant.core.facts import duration_texts as texts
from workspace_assistant.core.facts.presence import AT_COMPUTER, clipped, joined, seconds
from workspace_assistant.core.facts.sources import Sources
from workspace_assistant.core.facts.windows import USUAL_DAYS, Windows
from workspace_assistant.core.shifts.model import Place
from workspace_assistant.core.shifts.schedule import each_once
from workspace_assistant.core.spans import Span

LEAST_DAYS = 3
# A day with less at the computer is no working day.
_LEAST_S = 3600.0
# In one go: what interrupts it for less does not end it. Calls have an end of their own.
_BRIDGED_S, _BETWEEN_CALLS_S = 300.0, 15.0
_MINUTE_S = 60

_ACTIVE = frozenset({ActivityKind.ACTIVE})
_CALL = frozenset({ActivityKind.CALL})
_PLACES = {Place.HOME: HOME, Place.OFFICE: OFFICE}


@dataclass(frozen=True, slots=True)
class _Use:
    """Of what a duration is made, and the sentence of its basis."""

    kinds: frozenset[ActivityKind]
    bridged_s: float
    basis: str


_USES = {
    Timed.CHAIR: _Use(AT_COMPUTER, _BRIDGED_S, texts.SITTING),
    Timed.MONITOR: _Use(AT_COMPUTER, _BRIDGED_S, texts.SCREEN),
    Timed.PHONE: _Use(_CALL, _BETWEEN_CALLS_S, texts.CALLS),
    Timed.MOUSE: _Use(_ACTIVE, _BRIDGED_S, texts.INPUT),
    Timed.KEYBOARD: _Use(_ACTIVE, _BRIDGED_S, texts.INPUT),
}


def durations_of(sources: Sources, workplace: str) -> Durations:
    """Each with its band, or without one and with the reason."""
    windows = Windows(now=sources.now, zone=sources.zone)
    days = _days(sources, windows, workplace)
    return {timed: _duration(use, sources, days) for timed, use in _USES.items()}


def _duration(use: _Use, sources: Sources, days: Sequence[Span]) -> Duration:
    if len(days) < LEAST_DAYS:
        return _unknown(texts.TOO_FEW_DAYS, least=str(LEAST_DAYS))
    if use.kinds == _CALL and all(one.kind is not ActivityKind.CALL for one in sources.activity):
        return _unknown(texts.NO_CALL_SEEN)
    used = [clipped(sources.activity, day, use.kinds) for day in days]
    per_day_s = median(seconds(spans) for spans in used)
    in_one_go_s = median(_longest_s(joined(spans, use.bridged_s)) for spans in used)
    parts = {
        "total": str(round(per_day_s / _MINUTE_S)),
        "longest": str(round(in_one_go_s / _MINUTE_S)),
        "days": str(len(days)),
    }
    band = band_of(in_one_go_s, per_day_s)
    return Duration(band=band, origin=Origin.LOGGED, basis=use.basis, parts=parts)


def _days(sources: Sources, windows: Windows, workplace: str) -> list[Span]:
    """Days before today that were watched for an hour and more, at that workplace."""
    on = (windows.on - timedelta(days=number) for number in range(1, USUAL_DAYS + 1))
    spans = [day_span(day, windows.zone) for day in on]
    return [
        span
        for span in spans
        if _is_at(sources, span, workplace)
        and seconds(clipped(sources.activity, span, AT_COMPUTER)) >= _LEAST_S
    ]


def _is_at(sources: Sources, day: Span, workplace: str) -> bool:
    """Whether the day may have been one there: no shift of it says that it was elsewhere."""
    if not any(is_same(workplace, name) for name in (HOME, OFFICE)):
        return True
    shifts = [one for one in each_once(sources.shifts) if day.holds(one.starts_at)]
    return all(is_same(_PLACES.get(one.place, ""), workplace) for one in shifts)


def _longest_s(spans: Sequence[Span]) -> float:
    return max((one.length_s for one in spans), default=0.0)


def _unknown(basis: str, **parts: str) -> Duration:
    return Duration(band=None, origin=Origin.LOGGED, basis=basis, parts=parts)
