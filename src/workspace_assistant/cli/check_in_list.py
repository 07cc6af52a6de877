"""`check-in list, remove, on, off`: what was told, and whether to be asked."""

from __future__ import annotations

import argparse
from datetime import timedelta
from typing import TYPE_CHECKING

from workspace_assistant.cli.check_in_words import check_in_lines, help_lines, mark_line
from workspace_assistant.cli.focus_arguments import add_json
from workspace_assistant.cli.language import worded
from workspace_assistant.cli.output import say, say_json
from workspace_assistant.core.check_in.asking import Standing
from workspace_assistant.core.check_in.document import list_document
from workspace_assistant.core.spans import Span
from workspace_assistant.core.text import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from workspace_assistant.cli.check_in_tools import CheckInTools
    from workspace_assistant.cli.focus_arguments import Actions

_DAYS, _MOST_DAYS = 28, 3660
_INSTANT = timedelta(microseconds=1)
STANDING_WORDS = {
    Standing.DUE: QT_TRANSLATE_NOOP("cli", "The check-in is due: workspace-assistant check-in"),
    Standing.OFF: QT_TRANSLATE_NOOP(
        "cli", "You are not asked by itself. To be: workspace-assistant check-in on"
    ),
    Standing.NO_SHIFT: QT_TRANSLATE_NOOP("cli", "You are asked at the end of the next shift."),
    Standing.NOT_YET: QT_TRANSLATE_NOOP("cli", "You are asked at the end of this shift."),
    Standing.TOLD: QT_TRANSLATE_NOOP("cli", "This shift has its check-in."),
    Standing.IN_CALL: QT_TRANSLATE_NOOP("cli", "You are asked after the call."),
}


def register(actions: Actions) -> list[argparse.ArgumentParser]:
    listing = actions.add_parser("list", description=worded("What was told, oldest first."))
    listing.add_argument(
        "--days",
        type=_days,
        default=_DAYS,
        metavar="N",
        help=worded("of so many days, usually {usual}", usual=str(_DAYS)),
    )
    add_json(listing)
    listing.set_defaults(run=_run_list)
    remove = actions.add_parser(
        "remove",
        description=worded("Takes out a check-in. Backups made before it was taken out have it."),
    )
    remove.add_argument(
        "id", metavar=worded("ID"), help=worded("the beginning of its id: see check-in list")
    )
    remove.set_defaults(run=_run_remove)
    switches = [_switch(actions, "on", is_on=True), _switch(actions, "off", is_on=False)]
    return [listing, remove, *switches]


def _switch(actions: Actions, name: str, *, is_on: bool) -> argparse.ArgumentParser:
    words = worded("Asks at the end of each shift.") if is_on else worded("Asks no more by itself.")
    parser = actions.add_parser(name, description=words)
    parser.set_defaults(run=_run_switch, is_on=is_on)
    return parser


def _run_list(arguments: argparse.Namespace, tools: CheckInTools) -> int:
    service = tools.check_ins
    now = service.now()
    span = Span(now - timedelta(days=arguments.days), now + _INSTANT)
    told, marks, found = service.between(span), service.marks(span), service.help()
    asking = service.asking()
    if getattr(arguments, "json", False):
        say_json(list_document(told, marks, found, asking))
        return 0
    for one in told:
        for line in check_in_lines(one, tools.zone()):
            say(line)
    for mark in marks:
        say(mark_line(mark, tools.zone()))
    if not told and not marks:
        say(worded("Nothing was told yet."))
    for line in help_lines(found):
        say(line)
    say(worded(STANDING_WORDS[asking.standing]))
    return 0


def _run_remove(arguments: argparse.Namespace, tools: CheckInTools) -> int:
    gone = tools.check_ins.remove(arguments.id)
    at = gone.at.astimezone(tools.zone()).strftime("%Y-%m-%d %H:%M")
    say(worded("The check-in of {at} is gone.", at=at))
    return 0


def _run_switch(arguments: argparse.Namespace, tools: CheckInTools) -> int:
    tools.turn(arguments.is_on)
    if arguments.is_on:
        say(worded("You are asked at the end of each shift."))
    else:
        say(worded("You are asked no more."))
    return 0


def _days(text: str) -> int:
    if not text.isascii() or not text.isdigit() or not 0 < int(text) <= _MOST_DAYS:
        raise argparse.ArgumentTypeError(
            worded("“{text}” is no number from 1 to {most}", text=text, most=str(_MOST_DAYS))
        )
    return int(text)
