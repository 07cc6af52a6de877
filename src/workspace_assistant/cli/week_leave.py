"""`week leave`: days on which nobody expects you to work."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from workspace_assistant.cli.day_names import short_weekday
from workspace_assistant.cli.json_option import add_json
from workspace_assistant.cli.language import worded
from workspace_assistant.cli.output import say, say_json, tell
from workspace_assistant.core.days import day_of
from workspace_assistant.core.leave.document import leave_document
from workspace_assistant.core.leave.model import LeaveDay, LeaveKind
from workspace_assistant.core.leave.texts import KINDS
from workspace_assistant.core.text import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from workspace_assistant.cli.json_option import Actions
    from workspace_assistant.cli.week_tools import WeekTools

_DAY = QT_TRANSLATE_NOOP("cli", "YYYY-MM-DD")
_EXAMPLE = "workspace-assistant week leave add 2026-12-24 2026-12-31 --kind leave"


def register(actions: Actions) -> list[argparse.ArgumentParser]:
    parser = actions.add_parser(
        "leave",
        help=worded("days off"),
        description=worded(
            "Days off: leave, sickness, holidays. A shift on such a day counts as not "
            "planned; what you work all the same counts."
        ),
        epilog=worded("Example: {command}", command=_EXAMPLE),
    )
    add_json(parser)
    parser.set_defaults(run=_run_list, first=None, last=None)
    acts = parser.add_subparsers(dest="act", metavar=worded("ACTION"))
    add = _act(acts, "add", worded("a day, or all from one to another, is off"), _run_add)
    add.add_argument(
        "--kind",
        choices=[one.value for one in LeaveKind],
        default=LeaveKind.LEAVE.value,
        help=worded("why; leave by default"),
    )
    remove = _act(acts, "remove", worded("they are days like any other again"), _run_remove)
    listing = acts.add_parser(
        "list",
        help=worded("days off of this year and the next, or from a day on, or between two"),
    )
    listing.add_argument("first", nargs="?", metavar=worded(_DAY))
    listing.add_argument("last", nargs="?", metavar=worded(_DAY))
    add_json(listing)
    listing.set_defaults(run=_run_list)
    return [parser, add, remove, listing]


def _act(
    acts: Actions, name: str, words: str, act: Callable[[argparse.Namespace, WeekTools], int]
) -> argparse.ArgumentParser:
    parser = acts.add_parser(name, help=words)
    parser.add_argument("first", metavar=worded(_DAY), help=worded("also today, tomorrow or Mon"))
    parser.add_argument(
        "last", nargs="?", metavar=worded(_DAY), help=worded("the last one; both count")
    )
    add_json(parser)
    parser.set_defaults(run=act)
    return parser


def _run_add(arguments: argparse.Namespace, tools: WeekTools) -> int:
    first, last = _range(arguments, tools)
    days = tools.leave.add(first, last, LeaveKind(arguments.kind))
    return _said(arguments, days, worded("Days off from now on: {number}.", number=str(len(days))))


def _run_remove(arguments: argparse.Namespace, tools: WeekTools) -> int:
    days = tools.leave.remove(*_range(arguments, tools))
    return _said(arguments, days, worded("No days off any more: {number}.", number=str(len(days))))


def _run_list(arguments: argparse.Namespace, tools: WeekTools) -> int:
    today = _today(tools)
    first, last = date(today.year, 1, 1), date(today.year + 1, 12, 31)
    if arguments.first is not None:
        first = _day_said(arguments.first, today)
    if arguments.last is not None:
        last = _day_said(arguments.last, today)
    days = tools.leave.between(first, last)
    none = worded("No day off from {first} to {last}.", first=str(first), last=str(last))
    return _said(arguments, days, "" if days else none)


def _range(arguments: argparse.Namespace, tools: WeekTools) -> tuple[date, date]:
    today = _today(tools)
    first = _day_said(arguments.first, today)
    return first, first if arguments.last is None else _day_said(arguments.last, today)


def _day_said(text: str, today: date) -> date:
    # Shifts, for which it understands more, are needed by no other act of `week`.
    from workspace_assistant.cli.shifts_arguments import day_said

    return day_said(text, today)


def _today(tools: WeekTools) -> date:
    return day_of(tools.now(), tools.zone())


def _said(arguments: argparse.Namespace, days: Sequence[LeaveDay], remark: str) -> int:
    if arguments.json:
        say_json(leave_document(days))
        return 0
    for one in days:
        say(f"{short_weekday(one.on)} {one.on:%Y-%m-%d}  {worded(KINDS[one.kind])}")
    if remark:
        tell(remark)
    return 0
