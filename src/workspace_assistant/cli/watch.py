"""`watch`: evidence of how the line was, second by second, while a shift goes on."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from workspace_assistant.cli.focus_arguments import add_json, seconds
from workspace_assistant.cli.focus_times import day_said
from workspace_assistant.cli.language import worded
from workspace_assistant.cli.output import say, say_json, tell
from workspace_assistant.cli.running import run_job
from workspace_assistant.core.days import day_of, day_span
from workspace_assistant.core.jobs import JobCancelledError, JobContext
from workspace_assistant.core.lengths import length_text
from workspace_assistant.core.line_watch.day import LineDay, line_day
from workspace_assistant.core.line_watch.document import events_document
from workspace_assistant.core.line_watch.wording import event_text, plain_words
from workspace_assistant.core.text import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from workspace_assistant.cli.focus_arguments import Actions
    from workspace_assistant.cli.watch_services import WatchTools
    from workspace_assistant.core.line_watch.model import LineEvent

_SWITCH = {
    True: QT_TRANSLATE_NOOP(
        "cli",
        "The line is watched during shifts: one small packet a second to the voice server and "
        "one to your router, about 10 kB a minute.",
    ),
    False: QT_TRANSLATE_NOOP("cli", "The line is not watched by itself."),
}

_SEVERAL = 2
# By whether any packet went to the voice server, and by how many events there were.
_SUMS = {
    (True, 0): QT_TRANSLATE_NOOP(
        "cli",
        "{day}: watched for {length}, {packets} packets to the voice server, nothing went wrong.",
    ),
    (True, 1): QT_TRANSLATE_NOOP(
        "cli", "{day}: watched for {length}, {packets} packets to the voice server, 1 event."
    ),
    (True, _SEVERAL): QT_TRANSLATE_NOOP(
        "cli",
        "{day}: watched for {length}, {packets} packets to the voice server, {count} events.",
    ),
    (False, 0): QT_TRANSLATE_NOOP(
        "cli",
        "{day}: watched for {length}, no voice server seen, so how the line was is not known.",
    ),
    (False, 1): QT_TRANSLATE_NOOP(
        "cli", "{day}: watched for {length}, no voice server seen, 1 event."
    ),
    (False, _SEVERAL): QT_TRANSLATE_NOOP(
        "cli", "{day}: watched for {length}, no voice server seen, {count} events."
    ),
}


def register(commands: Actions) -> list[argparse.ArgumentParser]:
    parser = commands.add_parser(
        "watch",
        help=worded("watch the line during a shift"),
        description=worded(
            "One small packet a second shows how the line was at any moment of a shift, "
            "so that a dropped call has evidence. Alone it tells how today was."
        ),
    )
    add_json(parser)
    parser.set_defaults(run=run_events, json=False, day=None)
    actions = parser.add_subparsers(dest="action", metavar=worded("ACTION"))
    switches = [
        actions.add_parser(
            "on", description=worded("Watch the line by itself during every shift.")
        ),
        actions.add_parser("off", description=worded("Watch it only when asked.")),
    ]
    for switch, is_on in zip(switches, (True, False), strict=True):
        switch.set_defaults(run=run_switch, turn_on=is_on)
    return [parser, *switches, _register_run(actions), _register_events(actions)]


def _register_run(actions: Actions) -> argparse.ArgumentParser:
    parser = actions.add_parser(
        "run",
        description=worded(
            "Watches the line now, until Ctrl-C, and tells what goes wrong with it."
        ),
        epilog=worded("Example: {command}", command="workspace-assistant watch run --for 1h"),
    )
    parser.add_argument(
        "--for",
        dest="length_s",
        type=seconds,
        metavar=worded("LENGTH"),
        help=worded("such as {example}", example="1h"),
    )
    parser.add_argument(
        "--profile", type=Path, metavar=worded("FILE"), help=worded("instead of the active one")
    )
    parser.set_defaults(run=run_watch)
    return parser


def _register_events(actions: Actions) -> argparse.ArgumentParser:
    parser = actions.add_parser(
        "events",
        description=worded("What went wrong on a day (from 04:00 to 04:00), today by default."),
    )
    parser.add_argument(
        "--day", metavar=worded("DAY"), help=worded("today, yesterday or YYYY-MM-DD")
    )
    add_json(parser)
    parser.set_defaults(run=run_events)
    return parser


def run_switch(arguments: argparse.Namespace, tools: WatchTools) -> int:
    tools.turn(arguments.turn_on)
    say(worded(_SWITCH[arguments.turn_on]))
    return 0


def run_events(arguments: argparse.Namespace, tools: WatchTools) -> int:
    zone = tools.zone()
    today = day_of(tools.now(), zone)
    day = today if arguments.day is None else day_said(arguments.day, today)
    span = day_span(day, zone)
    events, minutes = tools.events(span), tools.minutes(span)
    if arguments.json:
        say_json(events_document(events, minutes))
        return 0
    words, known = plain_words(zone, worded), line_day(events, minutes, is_on=tools.is_on())
    for event in events:
        say(event_text(event, words))
    say(_sum_line(day, known))
    if arguments.action is None:
        say(worded(_SWITCH[known.is_on]))
    return 0


def run_watch(arguments: argparse.Namespace, tools: WatchTools) -> int:
    """Ctrl-C, or the end of the time, is its good end."""
    words = plain_words(tools.zone(), worded)
    if not _names_somebody(arguments, tools):
        tell(
            worded(
                "The workplace profile names no voice server ([voice_path] stun): only the router "
                "and this computer are watched."
            )
        )

    def tell_of(event: LineEvent) -> None:
        mark = "" if event.is_over else "..."
        say(f"{event_text(event, words)}{mark}")

    def job(ctx: JobContext) -> None:
        limited = ctx if arguments.length_s is None else _ending(ctx, arguments.length_s)
        try:
            tools.watch(arguments.profile, tell_of, limited)
        except JobCancelledError:
            if ctx.is_cancelled:
                raise

    tell(worded("Watching the line. Ctrl-C ends it."))
    run_job(job)
    return 0


def _names_somebody(arguments: argparse.Namespace, tools: WatchTools) -> bool:
    target = tools.target(arguments.profile)
    return bool(target.stun or target.turn)


def _ending(ctx: JobContext, length_s: float) -> JobContext:
    """A job inside *ctx* that is cancelled by itself after so many seconds."""
    import threading

    inner = ctx.inner(ctx.on_progress)
    end = threading.Timer(length_s, inner.cancel)
    end.daemon = True
    end.start()
    return inner


def _sum_line(day: date, known: LineDay) -> str:
    """How long it was watched, by how many packets, and what came of it."""
    if not known.seconds:
        return worded("The line was not watched on {day}.", day=f"{day}")
    return worded(
        _SUMS[bool(known.probes), min(len(known.events), _SEVERAL)],
        day=f"{day}",
        length=length_text(known.seconds),
        packets=str(known.probes),
        count=str(len(known.events)),
    )
