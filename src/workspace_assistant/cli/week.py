"""`week`: was this a healthy week, in plain indicators.

What only one of its answers needs is imported there: scripts ask for the document of a week.
"""

from __future__ import annotations

import argparse
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from workspace_assistant.cli import week_leave, week_set
from workspace_assistant.cli.json_option import add_json
from workspace_assistant.cli.language import worded
from workspace_assistant.cli.output import say, say_json
from workspace_assistant.cli.week_files import add_files, files_asked, write_files
from workspace_assistant.core.balance.summary_document import alone_document, summary_document
from workspace_assistant.core.balance.targets import Region
from workspace_assistant.core.days import day_of, week_span
from workspace_assistant.core.errors import RefusedError
from workspace_assistant.core.text import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from workspace_assistant.cli.json_option import Actions
    from workspace_assistant.cli.week_tools import WeekTools
    from workspace_assistant.core.balance.periods import Period
    from workspace_assistant.core.balance.settings_model import WeekSettings
    from workspace_assistant.core.balance.summary_model import RollUp, Summary

_TO_THURSDAY = timedelta(days=3)
_NO_TRENDS = QT_TRANSLATE_NOOP(
    "cli", "Trends belong to one week: leave out --trends, or --month and --quarter."
)


def register(commands: Actions) -> list[argparse.ArgumentParser]:
    parser = commands.add_parser(
        "week",
        help=worded("rests, hours, focus and interruptions of a week"),
        description=worded(
            "Shows a week in plain indicators: each with its value, its target and where "
            "the target comes from. Nothing is sent anywhere."
        ),
        epilog=worded(
            "Example: {command}", command="workspace-assistant week --week 2026-W47 --trends"
        ),
    )
    _add_times(parser)
    add_files(parser)
    parser.add_argument(
        "--trends",
        action="store_true",
        help=worded("beside the weeks before it, with what stands out"),
    )
    parser.add_argument(
        "--region",
        choices=[one.value for one in Region],
        help=worded("whose law the targets follow; by default as it was set"),
    )
    add_json(parser)
    parser.set_defaults(run=run, json=False)
    parser.usage = worded("{program} [OPTIONS] | ACTION ...", program=parser.prog)
    actions = parser.add_subparsers(dest="action", metavar=worded("ACTION"), prog=parser.prog)
    return [parser, week_set.register(actions), *week_leave.register(actions)]


def _add_times(parser: argparse.ArgumentParser) -> None:
    times = parser.add_mutually_exclusive_group()
    times.add_argument(
        "--week",
        metavar=worded("YYYY-Www"),
        help=worded("such as 2026-W47; this week by default"),
    )
    times.add_argument(
        "--month",
        metavar=worded("YYYY-MM"),
        help=worded("all weeks of a month, such as 2026-11"),
    )
    times.add_argument(
        "--quarter", metavar=worded("YYYY-Qn"), help=worded("of a quarter, such as 2026-Q4")
    )


def run(arguments: argparse.Namespace, tools: WeekTools) -> int:
    settings = tools.settings()
    if arguments.region is not None:
        settings = replace(settings, region=Region(arguments.region))
    period = asked_period(arguments)
    if files_asked(arguments, tools):
        write_files(arguments, _whole(arguments, period, settings, tools), settings, tools)
        if not arguments.json:
            return 0
    if period is not None:
        _tell_period(arguments, period, settings, tools)
    elif arguments.json and not arguments.trends:
        alone = tools.week(asked_day(arguments.week, tools), settings, ())
        say_json(alone_document(alone, tools.zone()))
    else:
        _tell_week(arguments, settings, tools)
    return 0


def asked_day(text: str | None, tools: WeekTools) -> date:
    """A day of the week that is asked for. Raises `RefusedError`."""
    if text is None:
        return day_of(tools.now(), tools.zone())
    # The Thursday is in it on whichever day weeks start.
    return day_of(week_span(text, tools.zone()).start, tools.zone()) + _TO_THURSDAY


def asked_period(arguments: argparse.Namespace) -> Period | None:
    """None where a week is asked for. Raises `RefusedError`."""
    if arguments.month is None and arguments.quarter is None:
        return None
    if arguments.trends:
        raise RefusedError(_NO_TRENDS)
    from workspace_assistant.core.balance.periods import month_named, quarter_named

    if arguments.month is not None:
        return month_named(arguments.month)
    return quarter_named(arguments.quarter)


def _whole(
    arguments: argparse.Namespace, period: Period | None, settings: WeekSettings, tools: WeekTools
) -> Summary | RollUp:
    """What a file is written of."""
    if period is not None:
        return tools.roll_up(period, settings)
    away = [one.tip.id for one in tools.tips() if one.is_put_away]
    return tools.summary(asked_day(arguments.week, tools), settings, away)


def _tell_period(
    arguments: argparse.Namespace, period: Period, settings: WeekSettings, tools: WeekTools
) -> None:
    told, zone = tools.roll_up(period, settings), tools.zone()
    if arguments.json:
        from workspace_assistant.core.balance.roll_up_document import roll_up_document

        say_json(roll_up_document(told, str(zone), settings))
        return
    from workspace_assistant.cli.week_words import roll_up_lines

    for line in roll_up_lines(told, zone, settings.commute.currency):
        say(line)


def _tell_week(arguments: argparse.Namespace, settings: WeekSettings, tools: WeekTools) -> None:
    tips = tools.tips()
    away = [one.tip.id for one in tips if one.is_put_away]
    tell = tools.summary if arguments.trends else tools.week
    summary: Summary = tell(asked_day(arguments.week, tools), settings, away)
    if arguments.json:
        say_json(summary_document(summary, tools.zone()))
        return
    from workspace_assistant.cli.week_words import Shown, summary_lines

    shown = Shown(zone=tools.zone(), tips={one.tip.id: one.tip.text for one in tips})
    for line in summary_lines(summary, shown, with_past=arguments.trends):
        say(line)
