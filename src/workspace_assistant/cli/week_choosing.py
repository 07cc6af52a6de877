"""What `week set` is told, and how it tells what is chosen."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator

from workspace_assistant.cli.language import worded
from workspace_assistant.cli.week_set import SWITCH
from workspace_assistant.cli.week_values import (
    DEFAULT,
    goal_of,
    goal_text,
    named_value,
    target_text,
    target_value,
    with_distance,
    with_fare,
    with_way,
)
from workspace_assistant.core.balance.own_targets import CHOOSABLE
from workspace_assistant.core.balance.settings_model import (
    Commute,
    Goal,
    GoalKind,
    WeekSettings,
    WeekStart,
)
from workspace_assistant.core.balance.targets import Region
from workspace_assistant.core.lengths import length_text
from workspace_assistant.core.text import QT_TRANSLATE_NOOP

_SWITCHED = {True: QT_TRANSLATE_NOOP("cli", "on"), False: QT_TRANSLATE_NOOP("cli", "off")}


def settings_lines(settings: WeekSettings) -> Iterator[str]:
    yield worded(
        "Targets by law and guidance: {region}", region=_word("week.region", settings.region)
    )
    for name, value in settings.own_targets.items():
        yield f"  {name}: {_own(name, value)}"
    yield worded("Weeks start on: {day}", day=_word("week.start", settings.week_start))
    goals = ", ".join(f"{one.kind.value} {goal_text(one)}" for one in settings.goals)
    yield worded("Goals: {goals}", goals=goals or worded("none"))
    way = ", ".join(_way(settings.commute))
    yield worded("Way to work: {way}", way=way or worded("not told"))
    yield worded("Adherence: {switched}", switched=worded(_SWITCHED[settings.shows_adherence]))
    switched = worded(_SWITCHED[settings.tells_headline])
    yield worded("Headline as a notification: {switched}", switched=switched)


def _word(setting: str, value: str) -> str:
    """As the settings name it; all of them are read in only where one is told."""
    from workspace_assistant.core.settings.catalog import SETTINGS

    words = {one.value: one.title for one in SETTINGS[setting].choices}
    return worded(words[value])


def _own(name: str, value: float | None) -> str:
    if value is None:
        return worded("no target")
    choosable = CHOOSABLE[name]
    written = target_text(value, choosable.unit)
    if choosable.is_least:
        return worded("{value} or more, your own", value=written)
    return worded("{value} at most, your own", value=written)


def _way(way: Commute) -> Iterator[str]:
    if way.one_way_s is not None:
        yield worded("{length} one way", length=length_text(way.one_way_s))
    if way.one_way_km is not None:
        yield worded("{distance} one way", distance=f"{way.one_way_km:g} km")
    if way.day_fare is not None:
        yield worded("{fare} for both ways", fare=f"{way.day_fare:.2f} {way.currency}")


def chosen(arguments: argparse.Namespace, before: WeekSettings) -> WeekSettings:
    """*before* with what the arguments choose. Raises `UserInputError`."""
    region, start = arguments.region, arguments.start
    return WeekSettings(
        region=before.region if region is None else Region(region),
        week_start=before.week_start if start is None else WeekStart(start),
        own_targets=_targets(arguments.target, before),
        goals=_goals(arguments.goal, before),
        commute=_commute(arguments, before.commute),
        shows_adherence=SWITCH.get(arguments.adherence, before.shows_adherence),
        tells_headline=SWITCH.get(arguments.headline, before.tells_headline),
    )


def _targets(given: Iterable[str], before: WeekSettings) -> dict[str, float | None]:
    chosen = dict(before.own_targets)
    for text in given:
        name, value = named_value(text)
        if value == DEFAULT:
            chosen.pop(name, None)
        else:
            chosen[name] = target_value(name, value)
    return {name: chosen[name] for name in CHOOSABLE if name in chosen}


def _goals(given: Iterable[str], before: WeekSettings) -> tuple[Goal, ...]:
    chosen = {one.kind: one for one in before.goals}
    for text in given:
        goal = goal_of(*named_value(text))
        if isinstance(goal, GoalKind):
            chosen.pop(goal, None)
        else:
            chosen[goal.kind] = goal
    return tuple(chosen[kind] for kind in GoalKind if kind in chosen)


def _commute(arguments: argparse.Namespace, before: Commute) -> Commute:
    way = before
    if arguments.commute is not None:
        way = with_way(way, arguments.commute.strip().lower())
    if arguments.distance is not None:
        way = with_distance(way, arguments.distance.strip().lower())
    if arguments.fare is not None:
        way = with_fare(way, arguments.fare.strip().lower())
    return way
