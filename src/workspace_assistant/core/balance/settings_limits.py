"""Which choices make sense; what does not is told as an error that nobody has to raise."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import time

from workspace_assistant.core.balance import settings_texts as texts
from workspace_assistant.core.balance.model import Unit
from workspace_assistant.core.balance.own_targets import CHOOSABLE
from workspace_assistant.core.balance.settings_model import Commute, Goal, GoalKind, WeekSettings
from workspace_assistant.core.days import DAY_BOUNDARY
from workspace_assistant.core.errors import RefusedError
from workspace_assistant.core.lengths import length_text

SHORTEST_GOAL_S, LONGEST_GOAL_S = 300.0, 168 * 3600.0
MOST_BREAKS = 500
SHORTEST_WAY_S, LONGEST_WAY_S = 60.0, 12 * 3600.0
LONGEST_WAY_KM = 2000.0
HIGHEST_FARE = 100_000.0

_CURRENCY = re.compile(r"[A-Z]{3}")  # ISO 4217


def checked(settings: WeekSettings) -> WeekSettings:
    """*settings*; raises `RefusedError` for what makes no sense."""
    for fault in _faults(settings):
        if fault is not None:
            raise fault
    return settings


def _faults(settings: WeekSettings) -> Iterator[RefusedError | None]:
    for name, value in settings.own_targets.items():
        yield target_fault(name, value)
    kinds = [one.kind for one in settings.goals]
    for one in settings.goals:
        yield goal_fault(one)
        if kinds.count(one.kind) > 1:
            yield RefusedError(texts.TWO_GOALS, kind=one.kind.value)
    yield way_fault(settings.commute)
    yield fare_fault(settings.commute)


def target_fault(name: str, value: float | None) -> RefusedError | None:
    """Why an own target is refused; None means that the indicator is held against nothing."""
    choosable = CHOOSABLE.get(name)
    if choosable is None:
        return RefusedError(texts.NO_OWN_TARGET, id=name)
    is_whole = choosable.unit is not Unit.COUNT or value is None or value % 1 == 0
    if value is None or (is_whole and choosable.lowest <= value <= choosable.highest):
        return None
    least, most, text = (
        _written(one, choosable.unit) for one in (choosable.lowest, choosable.highest, value)
    )
    return RefusedError(texts.NO_TARGET, id=name, least=least, most=most, text=text)


def goal_fault(goal: Goal) -> RefusedError | None:
    if goal.kind is GoalKind.END_OF_DAY:
        return _end_fault(goal.ends_by)
    is_count = goal.kind is GoalKind.BREAKS
    lowest, highest = (1.0, float(MOST_BREAKS)) if is_count else (SHORTEST_GOAL_S, LONGEST_GOAL_S)
    wanted = 0.0 if goal.least is None else goal.least
    if lowest <= wanted <= highest and not (is_count and wanted % 1):
        return None
    unit = Unit.COUNT if is_count else Unit.SECOND
    least, most, text = (_written(one, unit) for one in (lowest, highest, wanted))
    return RefusedError(texts.NO_GOAL, kind=goal.kind.value, least=least, most=most, text=text)


def _end_fault(ends_by: time | None) -> RefusedError | None:
    if ends_by is None:
        return RefusedError(texts.NO_END_OF_DAY)
    if ends_by == DAY_BOUNDARY:
        return RefusedError(texts.END_AT_START, time=f"{DAY_BOUNDARY:%H:%M}")
    return None


def way_fault(way: Commute) -> RefusedError | None:
    """What is wrong with its length; a part that was not told is right."""
    if way.one_way_s is not None and not SHORTEST_WAY_S <= way.one_way_s <= LONGEST_WAY_S:
        shortest, longest, text = (
            length_text(one) for one in (SHORTEST_WAY_S, LONGEST_WAY_S, way.one_way_s)
        )
        return RefusedError(texts.NO_WAY, least=shortest, most=longest, text=text)
    if way.one_way_km is not None and not 0 < way.one_way_km <= LONGEST_WAY_KM:
        return RefusedError(
            texts.NO_DISTANCE, most=f"{LONGEST_WAY_KM:g}", text=f"{way.one_way_km:g}"
        )
    return None


def fare_fault(way: Commute) -> RefusedError | None:
    """A fare has a currency; a currency without a fare does no harm."""
    if way.day_fare is None:
        return None
    if not 0 < way.day_fare <= HIGHEST_FARE:
        return RefusedError(texts.NO_FARE, most=f"{HIGHEST_FARE:.0f}", text=f"{way.day_fare:g}")
    if not _CURRENCY.fullmatch(way.currency):
        return RefusedError(texts.NO_CURRENCY, text=way.currency)
    return None


def _written(value: float, unit: Unit) -> str:
    if unit is Unit.SECOND:
        return length_text(value)
    return f"{100 * value:g} %" if unit is Unit.FRACTION else f"{value:g}"
