"""`week`: was this a healthy week, in plain indicators."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta, tzinfo
from typing import TYPE_CHECKING

from workspace_assistant.cli import week_leave, week_set
from workspace_assistant.cli.focus_arguments import add_json
from workspace_assistant.cli.output import say, say_json
from workspace_assistant.core.balance.document import week_document
from workspace_assistant.core.balance.model import Indicator, State, Told, Week
from workspace_assistant.core.balance.targets import Region
from workspace_assistant.core.days import day_of, week_span
from workspace_assistant.core.lengths import length_text
from workspace_assistant.core.spans import Span

if TYPE_CHECKING:
    from workspace_assistant.cli.focus_arguments import Actions
    from workspace_assistant.cli.week_tools import WeekTools

# Weekdays alone would come twice.
_ONE_WEEK = timedelta(days=6)
_TO_THURSDAY = timedelta(days=3)
_LENGTHS = frozenset({"length", "target"})
_STATES = {
    State.MET: "met",
    State.NOT_MET: "NOT MET",
    State.NOT_ENOUGH_DATA: "not known",
    State.INFORMATION: "",
}
_NO_ASSESSMENT = "Targets are defaults by law and official guidance; this is no legal assessment."


def register(commands: Actions) -> list[argparse.ArgumentParser]:
    parser = commands.add_parser(
        "week",
        help="rests, hours, focus and interruptions of a week",
        description="Shows a week in plain indicators: each with its value, its target and where "
        "the target comes from. Nothing is sent anywhere.",
        epilog="Example: workspace-assistant week --week 2026-W47 --json",
    )
    parser.add_argument("--week", metavar="YYYY-Www", help="such as 2026-W47; this week by default")
    parser.add_argument(
        "--region",
        choices=[one.value for one in Region],
        help="whose law the targets follow; by default as it was set",
    )
    add_json(parser)
    parser.set_defaults(run=run, json=False)
    parser.usage = f"{parser.prog} [OPTIONS] | ACTION ..."
    actions = parser.add_subparsers(dest="action", metavar="ACTION", prog=parser.prog)
    return [parser, week_set.register(actions), *week_leave.register(actions)]


def run(arguments: argparse.Namespace, tools: WeekTools) -> int:
    zone, settings = tools.zone(), tools.settings()
    if arguments.region is not None:
        settings = replace(settings, region=Region(arguments.region))
    week = tools.week(asked_day(arguments.week, tools), settings)
    if arguments.json:
        say_json(week_document(week, str(zone)))
        return 0
    for line in week_lines(week, zone):
        say(line)
    return 0


def asked_day(text: str | None, tools: WeekTools) -> date:
    """A day of the week that is asked for. Raises `RefusedError`."""
    if text is None:
        return day_of(tools.now(), tools.zone())
    # The Thursday is in it on whichever day weeks start.
    return day_of(week_span(text, tools.zone()).start, tools.zone()) + _TO_THURSDAY


def week_lines(week: Week, zone: tzinfo) -> Iterator[str]:
    yield f"{week.name}: {_targets(week)}"
    for one in week.indicators:
        yield indicator_line(one, zone)
    yield _NO_ASSESSMENT


def _targets(week: Week) -> str:
    known = len(week.with_target)
    if not known:
        return "no target can be told" if week.is_over else "no target can be told yet"
    return f"{week.met_count} of {known} targets met" + ("" if week.is_over else ", so far")


def indicator_line(one: Indicator, zone: tzinfo) -> str:
    basis = f" ({one.target.basis})" if one.target and one.state is State.NOT_MET else ""
    return f"  {_STATES[one.state]:<9}  {one.name}: {told(one.told, zone)}{basis}"


def told(one: Told, zone: tzinfo) -> str:
    """The sentence with lengths, times and days as the command line writes them."""
    return one.sentence.format_map({name: _said(name, x, zone) for name, x in one.parts.items()})


def _said(name: str, part: Span | date | float | str, zone: tzinfo) -> str:
    if isinstance(part, Span):
        start, end = part.start.astimezone(zone), part.end.astimezone(zone)
        shown = "%a %H:%M" if end - start < _ONE_WEEK else "%a %Y-%m-%d %H:%M"
        return f"{start.strftime(shown)} to {end.strftime(shown)}"
    if isinstance(part, date):
        return f"{part:%a %Y-%m-%d}"
    if isinstance(part, str):
        return part
    return length_text(part) if name in _LENGTHS else f"{round(part, 1):g}"
