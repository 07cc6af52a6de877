"""`shifts pattern`: shifts that repeat every week."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from workspace_assistant.cli.choices import NO_WEEKS, understood
from workspace_assistant.cli.language import worded
from workspace_assistant.cli.output import say, say_json, tell
from workspace_assistant.cli.shifts_arguments import (
    add_breaks,
    add_json,
    add_place,
    day_said,
    split_break,
    wants_json,
)
from workspace_assistant.cli.shifts_remarks import tell_of_crossing
from workspace_assistant.cli.shifts_words import day_lines
from workspace_assistant.core.errors import RefusedError
from workspace_assistant.core.shifts.document import refresh_document
from workspace_assistant.core.shifts.drafts import PatternDraft
from workspace_assistant.core.shifts.model import Place, WeeklyBreak
from workspace_assistant.core.shifts.pattern_words import parse_lines, parse_times
from workspace_assistant.core.text import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from workspace_assistant.cli.focus_arguments import Actions
    from workspace_assistant.cli.shifts_tools import ShiftTools

_SHOWN = 7
_GIVE_ZONE = QT_TRANSLATE_NOOP("cli", "{remark}. Or give --time-zone")
_ADDED_ONE = QT_TRANSLATE_NOOP("cli", "Added “{name}”: 1 shift in the next 60 days")
_ADDED = QT_TRANSLATE_NOOP("cli", "Added “{name}”: {count} shifts in the next 60 days")


def register(actions: Actions) -> list[argparse.ArgumentParser]:
    parser = _pattern(actions)
    add_json(parser)
    return [parser]


def _pattern(actions: Actions) -> argparse.ArgumentParser:
    parser = actions.add_parser(
        "pattern",
        description=worded("Shifts that repeat every week, by the clock on the wall."),
        epilog=worded(
            "Example: {command}",
            command="workspace-assistant shifts pattern Mon-Fri 08:00-16:00 Sat 10:00-14:00 "
            '--break "12:00-12:30 Lunch"',
        ),
    )
    parser.add_argument("lines", nargs="+", metavar=worded("LINE"), help=worded("days and times"))
    parser.add_argument(
        "--name", default="", metavar=worded("TEXT"), help=worded("its lines unless given")
    )
    parser.add_argument(
        "--every",
        type=understood(int, NO_WEEKS, ("1", "2", "...")),
        default=1,
        metavar=worded("WEEKS"),
        help=worded("2 for every other week, counted from the week of --from"),
    )
    parser.add_argument(
        "--from",
        dest="from_on",
        metavar=worded("DAY"),
        help=worded("the first day; else today"),
    )
    parser.add_argument(
        "--until", dest="until_on", metavar=worded("DAY"), help=worded("the last day")
    )
    parser.add_argument(
        "--time-zone", default="", metavar=worded("ZONE"), help=worded("of the times; else yours")
    )
    add_place(parser)
    add_breaks(parser)
    parser.set_defaults(run=_run_pattern)
    return parser


def _run_pattern(arguments: argparse.Namespace, tools: ShiftTools) -> int:
    zone_remark = tools.zone_remark()
    if zone_remark and not arguments.time_zone:
        raise RefusedError(_GIVE_ZONE, remark=zone_remark)
    refreshed = tools.shifts.sources.add_pattern(_pattern_draft(arguments, tools))
    if wants_json(arguments):
        say_json(refresh_document([refreshed]))
        return 0
    shifts = [change.after for change in refreshed.changes if change.after is not None]
    for line in day_lines(shifts[:_SHOWN], tools.zone(), lambda _: ""):
        say(line)
    sentence = _ADDED_ONE if len(shifts) == 1 else _ADDED
    say(worded(sentence, name=refreshed.source.name, count=str(len(shifts))))
    if not shifts:
        tell(worded("Its shifts come into sight 60 days before"))
    tell_of_crossing(tools)
    return 0


def _pattern_draft(arguments: argparse.Namespace, tools: ShiftTools) -> PatternDraft:
    today = tools.shifts.now().astimezone(tools.zone()).date()
    place: Place = arguments.place
    breaks = [_weekly_break(text) for text in arguments.breaks or ()]
    return PatternDraft(
        lines=parse_lines(" ".join(arguments.lines), place, breaks),
        name=arguments.name,
        place=place,
        time_zone=arguments.time_zone,
        from_on=None if arguments.from_on is None else day_said(arguments.from_on, today),
        until_on=None if arguments.until_on is None else day_said(arguments.until_on, today),
        every_weeks=arguments.every,
    )


def _weekly_break(text: str) -> WeeklyBreak:
    first, last, name = split_break(text)
    starts, ends = parse_times(f"{first}-{last}")
    return WeeklyBreak(starts=starts, ends=ends, name=name)
