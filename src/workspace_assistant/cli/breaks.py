"""`breaks`: when the next one comes, what became of the others, and for how long there are none."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from workspace_assistant.cli import breaks_set, breaks_voice
from workspace_assistant.cli.breaks_words import (
    DONE_WORDS,
    list_lines,
    quiet_line,
    reading_line,
    status_lines,
)
from workspace_assistant.cli.focus_arguments import add_json, seconds
from workspace_assistant.cli.language import worded
from workspace_assistant.cli.output import say, say_json
from workspace_assistant.core.breaks.documents import list_document, status_document
from workspace_assistant.core.breaks.model import Act
from workspace_assistant.core.breaks.modes import LONGEST_MODE_S, SHORTEST_MODE_S
from workspace_assistant.core.days import day_of, week_span
from workspace_assistant.core.lengths import length_text
from workspace_assistant.core.text import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from workspace_assistant.cli.breaks_services import BreakTools
    from workspace_assistant.cli.focus_arguments import Actions

_ACTS = {
    "now": (
        Act.BEGIN,
        QT_TRANSLATE_NOOP("cli", "begin the break that is due, or one of your own"),
    ),
    "postpone": (Act.POSTPONE, QT_TRANSLATE_NOOP("cli", "let the break that is due come later")),
    "skip": (Act.SKIP, QT_TRANSLATE_NOOP("cli", "leave out the break that is due")),
    "done": (Act.DONE, QT_TRANSLATE_NOOP("cli", "end the break that runs")),
}
_OFF = "off"
_QUIET_S, _READING_S = 3600.0, 1800.0


def register(commands: Actions) -> list[argparse.ArgumentParser]:
    parser = commands.add_parser(
        "breaks",
        help=worded("breaks: the next one, and what became of the others"),
        description=worded(
            "Breaks are watched during shifts and focus blocks while the window or its "
            "tray icon is open. They are never offered in a call. Alone it tells how they stand."
        ),
    )
    add_json(parser)
    parser.set_defaults(run=run_status, json=False)
    actions = parser.add_subparsers(dest="action", metavar=worded("ACTION"))
    status = actions.add_parser("status", help=worded("what is due when, and why it waits"))
    add_json(status)
    status.set_defaults(run=run_status)
    return [
        parser,
        status,
        _register_list(actions),
        breaks_set.register(actions),
        *breaks_voice.register(actions),
        *_register_modes(actions),
        *_register_acts(actions),
    ]


def run_status(arguments: argparse.Namespace, tools: BreakTools) -> int:
    service = tools.service()
    standing, settings, today = service.status(), service.settings(), service.today()
    records, activity = service.records(today), service.activity(today)
    if arguments.json:
        say_json(status_document(standing, settings, records, activity))
        return 0
    for line in status_lines(standing, settings, records, tools.zone()):
        say(line)
    return 0


def _register_list(actions: Actions) -> argparse.ArgumentParser:
    parser = actions.add_parser(
        "list",
        help=worded("what became of each"),
        description=worded("What became of today's breaks."),
    )
    parser.add_argument(
        "--week", action="store_true", help=worded("of this week, from Monday 04:00")
    )
    add_json(parser)
    parser.set_defaults(run=_run_list)
    return parser


def _run_list(arguments: argparse.Namespace, tools: BreakTools) -> int:
    service, zone = tools.service(), tools.zone()
    span = service.today()
    if arguments.week:
        span = week_span(day_of(service.now(), zone), zone)
    records, activity = service.records(span), service.activity(span)
    if arguments.json:
        say_json(list_document(records, activity))
        return 0
    for line in list_lines(records, activity, zone):
        say(line)
    return 0


def _register_modes(actions: Actions) -> list[argparse.ArgumentParser]:
    quiet = actions.add_parser(
        "quiet",
        help=worded("no breaks for a while"),
        description=worded("No break is offered for so long; then they come again by themselves."),
        epilog=worded("Example: workspace-assistant breaks quiet 90m"),
    )
    _add_length(quiet, _QUIET_S)
    quiet.set_defaults(run=_run_quiet)
    reading = actions.add_parser(
        "reading",
        help=worded("you are there though you type nothing"),
        description=worded("For so long quiet keys count as reading, not as being away."),
        epilog=worded("Example: workspace-assistant breaks reading 45m"),
    )
    _add_length(reading, _READING_S)
    reading.set_defaults(run=_run_reading)
    return [quiet, reading]


def _add_length(parser: argparse.ArgumentParser, usual_s: float) -> None:
    parser.add_argument(
        "length",
        nargs="?",
        type=_length,
        default=usual_s,
        metavar=worded("LENGTH|off"),
        help=worded(
            "{least} to {most}, such as 45m or 1h30m; {usual} if left out; off ends it",
            least=length_text(SHORTEST_MODE_S),
            most=length_text(LONGEST_MODE_S),
            usual=length_text(usual_s),
        ),
    )


def _length(text: str) -> float | None:
    return None if text.lower() == _OFF else seconds(text)


def _run_quiet(arguments: argparse.Namespace, tools: BreakTools) -> int:
    modes = tools.service().quiet(arguments.length)
    say(quiet_line(modes.quiet_until, tools.zone()))
    return 0


def _run_reading(arguments: argparse.Namespace, tools: BreakTools) -> int:
    modes = tools.service().reading(arguments.length)
    say(reading_line(modes.reading_until, tools.zone()))
    return 0


def _register_acts(actions: Actions) -> list[argparse.ArgumentParser]:
    parsers = []
    for word, (act, meaning) in _ACTS.items():
        parser = actions.add_parser(word, help=worded(meaning))
        parser.set_defaults(run=_run_act, act=act)
        parsers.append(parser)
    return parsers


def _run_act(arguments: argparse.Namespace, tools: BreakTools) -> int:
    tools.service().act(arguments.act)
    say(worded(DONE_WORDS[arguments.act]))
    return 0
