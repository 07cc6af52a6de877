"""`shifts list, next, sources`: what is planned, and where it comes from."""

from __future__ import annotations

import argparse
from contextlib import suppress
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from workspace_assistant.cli.language import worded
from workspace_assistant.cli.output import say, say_json
from workspace_assistant.cli.shifts_arguments import add_json, day_said, wants_json
from workspace_assistant.cli.shifts_remarks import (
    tell_of_crossing,
    tell_of_horizon,
    tell_stale,
)
from workspace_assistant.cli.shifts_words import (
    day_lines,
    names_of,
    outlook_lines,
    source_lines,
    total_line,
)
from workspace_assistant.core.days import day_span, week_span
from workspace_assistant.core.errors import RefusedError, StoreUnavailableError
from workspace_assistant.core.shifts.document import (
    outlook_document,
    shifts_document,
    sources_document,
)
from workspace_assistant.core.spans import Span
from workspace_assistant.core.text import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from workspace_assistant.cli.focus_arguments import Actions
    from workspace_assistant.cli.shifts_tools import ShiftTools
    from workspace_assistant.core.shifts.model import Shift

_USUAL_DAYS = 14
_MIDNIGHT = time(0)
NO_SHIFTS = QT_TRANSLATE_NOOP(
    "cli",
    "No shift is planned then. Add some: workspace-assistant shifts pattern, subscribe, import "
    "or add",
)
_NO_FROM = QT_TRANSLATE_NOOP("cli", "--to goes with --from, not with --day or --week")
_REVERSED = QT_TRANSLATE_NOOP("cli", "--to {last} lies before {first}")


def register(actions: Actions) -> list[argparse.ArgumentParser]:
    listing = actions.add_parser(
        "list",
        description=worded("Shifts by the day on which they start; the next 14 days by default."),
        epilog=worded(
            "Example: {command}", command="workspace-assistant shifts list --week 2026-W48"
        ),
    )
    add_when(listing)
    listing.set_defaults(run=run_list)
    following = actions.add_parser(
        "next", description=worded("The shift that runs, its next break, and the next shift.")
    )
    following.set_defaults(run=run_next)
    sources = actions.add_parser(
        "sources",
        description=worded("Where shifts come from, and how well each of these stands."),
    )
    sources.set_defaults(run=run_sources)
    for parser in (listing, following, sources):
        add_json(parser)
    return [listing, following, sources]


def add_when(parser: argparse.ArgumentParser) -> None:
    which = parser.add_mutually_exclusive_group()
    which.add_argument(
        "--day", metavar=worded("DAY"), help=worded("today, tomorrow, Mon or YYYY-MM-DD")
    )
    which.add_argument(
        "--week",
        nargs="?",
        const="",
        metavar=worded("YYYY-Www"),
        help=worded("this, next or 2026-W48"),
    )
    which.add_argument(
        "--from", dest="first_on", metavar=worded("DAY"), help=worded("the first day")
    )
    parser.add_argument("--to", dest="last_on", metavar=worded("DAY"), help=worded("the last day"))
    parser.add_argument(
        "--hidden",
        action="store_true",
        help=worded("only those that were taken off (restore ID)"),
    )


def run_list(arguments: argparse.Namespace, tools: ShiftTools) -> int:
    _extend(tools)
    span = asked_span(arguments, tools)
    shifts = _asked(arguments, tools, span)
    views = tools.shifts.sources.views()
    if wants_json(arguments):
        say_json(shifts_document(shifts, [view.source for view in views]))
        return 0
    for line in day_lines(shifts, tools.zone(), names_of(views)):
        say(line)
    say(_last_line(shifts, arguments))
    tell_of_horizon(tools, span)
    tell_of_crossing(tools)
    tell_stale(tools)
    return 0


def run_next(arguments: argparse.Namespace, tools: ShiftTools) -> int:
    _extend(tools)
    outlook, views = tools.shifts.outlook(), tools.shifts.sources.views()
    if wants_json(arguments):
        say_json(outlook_document(outlook, [view.source for view in views]))
        return 0
    lines = outlook_lines(outlook, tools.zone(), names_of(views))
    for line in lines:
        say(line)
    if outlook.following is None:
        say(worded("No shift is planned for the next 60 days."))
    tell_stale(tools)
    return 0


def run_sources(arguments: argparse.Namespace, tools: ShiftTools) -> int:
    _extend(tools)
    views = tools.shifts.sources.views()
    if wants_json(arguments):
        say_json(sources_document(views))
        return 0
    for view in views:
        for line in source_lines(view, tools.shifts.now(), tools.zone()):
            say(line)
    if not views:
        say(worded("There is no source of shifts yet."))
    return 0


def asked_span(arguments: argparse.Namespace, tools: ShiftTools) -> Span:
    """Days begin at midnight here: a shift that starts at 00:30 is one of that day."""
    zone, now = tools.zone(), tools.shifts.now()
    today = now.astimezone(zone).date()
    if arguments.last_on and (arguments.day or arguments.week is not None):
        raise RefusedError(_NO_FROM)
    if arguments.week is not None:
        return week_span(_week(arguments.week, today), zone, _MIDNIGHT)
    day, first_on, last_on = (
        None if text is None else day_said(text, today)
        for text in (arguments.day, arguments.first_on, arguments.last_on)
    )
    first = day or first_on or today
    last = day or last_on or first + timedelta(days=_USUAL_DAYS - 1)
    if last < first:
        raise RefusedError(_REVERSED, last=f"{last}", first=f"{first}")
    return Span(_start(first, tools), day_span(last, zone, _MIDNIGHT).end)


def _week(text: str, today: date) -> str | date:
    """Near weeks have names."""
    near = {"": 0, "this": 0, "next": 1, "last": -1}.get(text.strip().lower())
    return text if near is None else today + timedelta(weeks=near)


def _start(first: date, tools: ShiftTools) -> datetime:
    return day_span(first, tools.zone(), _MIDNIGHT).start


def _asked(arguments: argparse.Namespace, tools: ShiftTools, span: Span) -> tuple[Shift, ...]:
    """A shift belongs to the day on which it starts; one that runs now is told all the same."""
    find = tools.shifts.hidden if arguments.hidden else tools.shifts.between
    asked = (arguments.day, arguments.week, arguments.first_on, arguments.last_on)
    now, is_usual = tools.shifts.now(), asked == (None,) * len(asked)
    return tuple(
        one
        for one in find(span)
        if one.starts_at >= span.start or (is_usual and one.span.holds(now))
    )


def _last_line(shifts: tuple[Shift, ...], arguments: argparse.Namespace) -> str:
    if arguments.hidden:
        if len(shifts) == 1:
            return worded("1 shift taken off")
        return worded("{count} shifts taken off", count=str(len(shifts)))
    return total_line(shifts) if shifts else worded(NO_SHIFTS)


def _extend(tools: ShiftTools) -> None:
    """A disk that may only be read is no reason not to read it."""
    with suppress(StoreUnavailableError):
        tools.shifts.sources.extend()
