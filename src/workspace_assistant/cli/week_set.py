"""`week set`: whose law the targets follow, own targets, goals and the way to work."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from workspace_assistant.cli.focus_arguments import add_json
from workspace_assistant.cli.output import say, say_json
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
from workspace_assistant.core.balance.settings_document import settings_document
from workspace_assistant.core.balance.settings_model import (
    Commute,
    Goal,
    GoalKind,
    WeekSettings,
    WeekStart,
)
from workspace_assistant.core.balance.targets import Region
from workspace_assistant.core.lengths import length_text

if TYPE_CHECKING:
    from workspace_assistant.cli.focus_arguments import Actions
    from workspace_assistant.cli.week_tools import WeekTools

_SWITCH = {"on": True, "off": False}
_SWITCHED = {True: "on", False: "off"}
_CHOICES = "such as hours=38h30m, breaks-had=80%%, hours=none, hours=default"


def register(actions: Actions) -> argparse.ArgumentParser:
    parser = actions.add_parser(
        "set",
        help="choose targets, goals and the way to work",
        description="Chooses what a week is held against. Without options it tells what is chosen.",
        epilog="Example: workspace-assistant week set --region de --target hours=38h30m "
        "--goal end-of-day=18:00",
    )
    parser.add_argument("--region", choices=[one.value for one in Region], help="whose law")
    parser.add_argument(
        "--start", choices=[one.value for one in WeekStart], help="first day of a week"
    )
    parser.add_argument(
        "--target", action="append", default=[], metavar="ID=VALUE|none|default", help=_CHOICES
    )
    parser.add_argument(
        "--goal",
        action="append",
        default=[],
        metavar="KIND=VALUE|none",
        help="focus=10h, breaks=20, learning=1h, end-of-day=18:00",
    )
    parser.add_argument("--commute", metavar="LENGTH|none", help="one way to work, such as 45m")
    parser.add_argument("--distance", metavar="KM|none", help="of one way, such as 18km")
    parser.add_argument("--fare", metavar="MONEY|none", help="of both ways, such as 6.40EUR")
    parser.add_argument("--adherence", choices=[*_SWITCH], help="tell how the plan was kept to")
    parser.add_argument(
        "--headline", choices=[*_SWITCH], help="notify of the headline after a week's last shift"
    )
    add_json(parser)
    parser.set_defaults(run=run)
    return parser


def run(arguments: argparse.Namespace, tools: WeekTools) -> int:
    before = tools.settings()
    wanted = _chosen(arguments, before)
    if wanted != before:
        tools.change(wanted)
    if arguments.json:
        say_json(settings_document(wanted))
        return 0
    for line in settings_lines(wanted):
        say(line)
    return 0


def settings_lines(settings: WeekSettings) -> Iterator[str]:
    yield f"Targets by law and guidance: {settings.region.value}"
    for name, value in settings.own_targets.items():
        yield f"  {name}: {_own(name, value)}"
    yield f"Weeks start on: {settings.week_start.value}"
    goals = ", ".join(f"{one.kind.value} {goal_text(one)}" for one in settings.goals)
    yield f"Goals: {goals or 'none'}"
    yield f"Way to work: {', '.join(_way(settings.commute)) or 'not told'}"
    yield f"Adherence: {_SWITCHED[settings.shows_adherence]}"
    yield f"Headline as a notification: {_SWITCHED[settings.tells_headline]}"


def _own(name: str, value: float | None) -> str:
    if value is None:
        return "no target"
    choosable = CHOOSABLE[name]
    bound = "or more" if choosable.is_least else "at most"
    return f"{target_text(value, choosable.unit)} {bound}, your own"


def _way(way: Commute) -> Iterator[str]:
    if way.one_way_s is not None:
        yield f"{length_text(way.one_way_s)} one way"
    if way.one_way_km is not None:
        yield f"{way.one_way_km:g} km one way"
    if way.day_fare is not None:
        yield f"{way.day_fare:.2f} {way.currency} for both ways"


def _chosen(arguments: argparse.Namespace, before: WeekSettings) -> WeekSettings:
    region, start = arguments.region, arguments.start
    return WeekSettings(
        region=before.region if region is None else Region(region),
        week_start=before.week_start if start is None else WeekStart(start),
        own_targets=_targets(arguments.target, before),
        goals=_goals(arguments.goal, before),
        commute=_commute(arguments, before.commute),
        shows_adherence=_SWITCH.get(arguments.adherence, before.shows_adherence),
        tells_headline=_SWITCH.get(arguments.headline, before.tells_headline),
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
