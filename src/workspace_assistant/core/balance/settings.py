"""The choices about the weekly summary as they are kept: words by name."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import time
from types import MappingProxyType

from workspace_assistant.core.balance.own_targets import CHOOSABLE
from workspace_assistant.core.balance.settings_limits import (
    checked,
    fare_fault,
    goal_fault,
    target_fault,
    way_fault,
)
from workspace_assistant.core.balance.settings_model import (
    AS_DELIVERED,
    Commute,
    Goal,
    GoalKind,
    WeekSettings,
    WeekStart,
)
from workspace_assistant.core.balance.targets import Region

REGION = "week.region"
START = "week.start"
TARGET = "week.target."
GOAL = "week.goal."
ONE_WAY_S = "week.commute.one_way_seconds"
ONE_WAY_KM = "week.commute.one_way_km"
DAY_FARE = "week.commute.day_fare"
CURRENCY = "week.commute.currency"
ADHERENCE = "week.adherence"
HEADLINE = "week.headline"

# Held against nothing, which is not the same as nothing chosen.
_NOTHING = "none"
_ON, _OFF = "on", "off"

Recall = Callable[[str], str]


def settings_of(recall: Recall) -> WeekSettings:
    """What *recall* knows by name; what was never chosen, or is damaged, is as it is delivered."""
    region, start = recall(REGION), recall(START)
    return WeekSettings(
        region=Region(region) if region in {*Region} else AS_DELIVERED.region,
        week_start=WeekStart(start) if start in {*WeekStart} else AS_DELIVERED.week_start,
        own_targets=MappingProxyType(dict(_targets(recall))),
        goals=tuple(_goals(recall)),
        commute=_commute(recall),
        shows_adherence=recall(ADHERENCE) == _ON,
        tells_headline=recall(HEADLINE) == _ON,
    )


def choices_of(settings: WeekSettings) -> Mapping[str, str]:
    """What to keep, by name. Raises `RefusedError` for what makes no sense."""
    checked(settings)
    own, goals = settings.own_targets, {one.kind: one for one in settings.goals}
    way = settings.commute
    return {
        REGION: settings.region.value,
        START: settings.week_start.value,
        **{
            TARGET + one: (_written(own[one]) or _NOTHING if one in own else "")
            for one in CHOOSABLE
        },
        **{GOAL + kind: _kept_goal(goals.get(kind)) for kind in GoalKind},
        ONE_WAY_S: _written(way.one_way_s),
        ONE_WAY_KM: _written(way.one_way_km),
        DAY_FARE: _written(way.day_fare),
        CURRENCY: way.currency if way.day_fare is not None else "",
        ADHERENCE: _ON if settings.shows_adherence else _OFF,
        HEADLINE: _ON if settings.tells_headline else _OFF,
    }


def _targets(recall: Recall) -> Iterator[tuple[str, float | None]]:
    for name in CHOOSABLE:
        kept = recall(TARGET + name)
        value = _read(kept)
        is_chosen = kept == _NOTHING or value is not None
        if is_chosen and target_fault(name, value) is None:
            yield name, value


def _goals(recall: Recall) -> Iterator[Goal]:
    for kind in GoalKind:
        kept = recall(GOAL + kind)
        is_time = kind is GoalKind.END_OF_DAY
        goal = (
            Goal(kind=kind, ends_by=_time(kept)) if is_time else Goal(kind=kind, least=_read(kept))
        )
        if goal_fault(goal) is None:
            yield goal


def _kept_goal(goal: Goal | None) -> str:
    if goal is None:
        return ""
    return _written(goal.least) if goal.ends_by is None else f"{goal.ends_by:%H:%M}"


def _commute(recall: Recall) -> Commute:
    """Each part alone: one that was damaged does no harm to the others."""
    way = Commute(one_way_s=_read(recall(ONE_WAY_S)))
    way = Commute() if way_fault(way) else way
    longer = replace(way, one_way_km=_read(recall(ONE_WAY_KM)))
    way = way if way_fault(longer) else longer
    paid = replace(way, day_fare=_read(recall(DAY_FARE)), currency=recall(CURRENCY))
    return way if fare_fault(paid) or paid.day_fare is None else paid


def _read(text: str) -> float | None:
    try:
        number = float(text)
    except ValueError:
        return None
    return number if abs(number) < float("inf") else None


def _written(number: float | None) -> str:
    return "" if number is None else repr(float(number))


def _time(text: str) -> time | None:
    try:
        read = time.fromisoformat(text)
    except ValueError:
        return None
    return read.replace(second=0, microsecond=0, tzinfo=None)
