"""`week leave`: days on which nobody expects you to work."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from workspace_assistant.cli.focus_arguments import add_json
from workspace_assistant.cli.output import say, say_json, tell
from workspace_assistant.cli.shifts_arguments import day_said
from workspace_assistant.core.days import day_of
from workspace_assistant.core.leave.document import leave_document
from workspace_assistant.core.leave.model import LeaveDay, LeaveKind

if TYPE_CHECKING:
    from workspace_assistant.cli.focus_arguments import Actions
    from workspace_assistant.cli.week_tools import WeekTools

_DAY = "YYYY-MM-DD"
_EXAMPLE = "Example: workspace-assistant week leave add 2026-12-24 2026-12-31 --kind leave"


def register(actions: Actions) -> list[argparse.ArgumentParser]:
    parser = actions.add_parser(
        "leave",
        help="days off",
        description="Days off: leave, sickness, holidays. A shift on such a day counts as not "
        "planned; what you work all the same counts.",
        epilog=_EXAMPLE,
    )
    add_json(parser)
    parser.set_defaults(run=_run_list, first=None, last=None)
    acts = parser.add_subparsers(dest="act", metavar="ACTION")
    add = _act(acts, "add", "a day, or all from one to another, is off", _run_add)
    add.add_argument(
        "--kind",
        choices=[one.value for one in LeaveKind],
        default=LeaveKind.LEAVE.value,
        help="why; leave by default",
    )
    remove = _act(acts, "remove", "they are days like any other again", _run_remove)
    listing = acts.add_parser(
        "list", help="days off of this year and the next, or from a day on, or between two"
    )
    listing.add_argument("first", nargs="?", metavar=_DAY)
    listing.add_argument("last", nargs="?", metavar=_DAY)
    add_json(listing)
    listing.set_defaults(run=_run_list)
    return [parser, add, remove, listing]


def _act(
    acts: Actions, name: str, words: str, act: Callable[[argparse.Namespace, WeekTools], int]
) -> argparse.ArgumentParser:
    parser = acts.add_parser(name, help=words)
    parser.add_argument("first", metavar=_DAY, help="also today, tomorrow or Mon")
    parser.add_argument("last", nargs="?", metavar=_DAY, help="the last one; both count")
    add_json(parser)
    parser.set_defaults(run=act)
    return parser


def _run_add(arguments: argparse.Namespace, tools: WeekTools) -> int:
    first, last = _range(arguments, tools)
    days = tools.leave.add(first, last, LeaveKind(arguments.kind))
    return _said(arguments, days, f"Days off from now on: {len(days)}.")


def _run_remove(arguments: argparse.Namespace, tools: WeekTools) -> int:
    days = tools.leave.remove(*_range(arguments, tools))
    return _said(arguments, days, f"No days off any more: {len(days)}.")


def _run_list(arguments: argparse.Namespace, tools: WeekTools) -> int:
    today = _today(tools)
    first, last = date(today.year, 1, 1), date(today.year + 1, 12, 31)
    if arguments.first is not None:
        first = day_said(arguments.first, today)
    if arguments.last is not None:
        last = day_said(arguments.last, today)
    days = tools.leave.between(first, last)
    return _said(arguments, days, "" if days else f"No day off from {first} to {last}.")


def _range(arguments: argparse.Namespace, tools: WeekTools) -> tuple[date, date]:
    today = _today(tools)
    first = day_said(arguments.first, today)
    return first, first if arguments.last is None else day_said(arguments.last, today)


def _today(tools: WeekTools) -> date:
    return day_of(tools.now(), tools.zone())


def _said(arguments: argparse.Namespace, days: Sequence[LeaveDay], remark: str) -> int:
    if arguments.json:
        say_json(leave_document(days))
        return 0
    for one in days:
        say(f"{one.on:%a %Y-%m-%d}  {one.kind.value}")
    if remark:
        tell(remark)
    return 0
