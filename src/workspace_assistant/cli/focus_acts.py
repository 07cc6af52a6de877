"""`focus start, pause, resume, extend, interrupt, back, stop, undo`: the day's acts."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from typing import TYPE_CHECKING

from workspace_assistant.cli.focus_arguments import (
    add_cause,
    add_json,
    add_kind,
    add_length,
    add_origin,
    seconds,
)
from workspace_assistant.cli.focus_done import tell_of_zone, told
from workspace_assistant.cli.language import worded
from workspace_assistant.core.focus.acts import Plan
from workspace_assistant.core.focus.model import Channel, GapReason

if TYPE_CHECKING:
    from workspace_assistant.cli.focus_arguments import Actions
    from workspace_assistant.cli.focus_services import FocusTools
    from workspace_assistant.core.focus.changes import Change

_RESUME = "focus resume"


def register(actions: Actions) -> list[argparse.ArgumentParser]:
    made = [
        _start(actions),
        _pause(actions),
        _simple(actions, "resume", worded("Goes on after a pause."), _resume),
        _extend(actions),
        _interrupt(actions),
        _simple(actions, "back", worded("The interruption is over."), _back),
        _simple(actions, "stop", worded("Ends the block."), _stop),
        _undo(actions),
    ]
    for parser in made:
        add_json(parser)
    return made


def _start(actions: Actions) -> argparse.ArgumentParser:
    parser = actions.add_parser(
        "start",
        description=worded("Begins a block. Without a length it runs until stopped."),
        epilog=worded(
            "Example: {command}",
            command='workspace-assistant focus start "Refund queue" --channel chat --for 50m',
        ),
    )
    parser.add_argument("name", metavar=worded("NAME"), help=worded("what you work on"))
    add_kind(parser)
    add_length(parser)
    parser.add_argument(
        "--no-watch",
        action="store_true",
        help=worded(
            "do not start the background watcher with it; the next act on the block does, unless "
            "{variable} is set",
            variable="WORKSPACE_ASSISTANT_NO_KEEPER",
        ),
    )
    parser.set_defaults(run=_run_start)
    return parser


def _run_start(arguments: argparse.Namespace, tools: FocusTools) -> int:
    plan = Plan(
        name=arguments.name,
        channel=arguments.channel or Channel.OTHER,
        tags=tuple(arguments.tags or ()),
        planned_s=arguments.planned_s,
    )
    change = tools.acts.start(plan)
    tell_of_zone(tools)
    return told(arguments, tools, change, may_keep=not arguments.no_watch)


def _pause(actions: Actions) -> argparse.ArgumentParser:
    parser = actions.add_parser(
        "pause", description=worded("Stops the block's clock until: {command}", command=_RESUME)
    )
    parser.add_argument(
        "--break", dest="is_break", action="store_true", help=worded("it is a break")
    )

    def run(arguments: argparse.Namespace, tools: FocusTools) -> int:
        reason = GapReason.BREAK if arguments.is_break else GapReason.PAUSE
        return told(arguments, tools, tools.acts.pause(reason))

    parser.set_defaults(run=run)
    return parser


def _extend(actions: Actions) -> argparse.ArgumentParser:
    parser = actions.add_parser(
        "extend", description=worded("Plans more time for the block that runs, or less.")
    )
    amount = parser.add_mutually_exclusive_group(required=True)
    amount.add_argument(
        "more_s",
        nargs="?",
        type=seconds,
        metavar=worded("LENGTH"),
        help=worded("such as {example}", example="10m"),
    )
    amount.add_argument(
        "--less",
        dest="less_s",
        type=seconds,
        metavar=worded("LENGTH"),
        help=worded("so much less"),
    )

    def run(arguments: argparse.Namespace, tools: FocusTools) -> int:
        by_s = -arguments.less_s if arguments.more_s is None else arguments.more_s
        return told(arguments, tools, tools.acts.extend(by_s))

    parser.set_defaults(run=run)
    return parser


def _interrupt(actions: Actions) -> argparse.ArgumentParser:
    parser = actions.add_parser(
        "interrupt",
        description=worded(
            "Logs an interruption. The block's clock goes on; say when you are: {command}",
            command="focus back",
        ),
        epilog=worded(
            "Example: {command}",
            command='workspace-assistant focus interrupt family --next "case 4711"',
        ),
    )
    add_cause(parser)
    add_origin(parser)
    parser.add_argument("--note", default="", metavar=worded("TEXT"), help=worded("what it was"))
    parser.add_argument(
        "--next", default="", metavar=worded("TEXT"), help=worded("what to do next in the block")
    )

    def run(arguments: argparse.Namespace, tools: FocusTools) -> int:
        change = tools.acts.interrupt(
            arguments.cause, arguments.origin, arguments.note, arguments.next
        )
        return told(arguments, tools, change)

    parser.set_defaults(run=run)
    return parser


def _undo(actions: Actions) -> argparse.ArgumentParser:
    parser = actions.add_parser(
        "undo", description=worded("Takes back a change, the last one by default.")
    )
    parser.add_argument(
        "change",
        nargs="?",
        type=int,
        metavar=worded("NUMBER"),
        help=worded("see: {command}", command="focus changes"),
    )

    def run(arguments: argparse.Namespace, tools: FocusTools) -> int:
        change = (
            tools.acts.undo_last()
            if arguments.change is None
            else tools.acts.undo(arguments.change)
        )
        return told(arguments, tools, change)

    parser.set_defaults(run=run)
    return parser


def _resume(tools: FocusTools) -> Change:
    return tools.acts.resume()


def _back(tools: FocusTools) -> Change:
    return tools.acts.back()


def _stop(tools: FocusTools) -> Change:
    return tools.acts.stop()


def _simple(
    actions: Actions, name: str, about: str, act: Callable[[FocusTools], Change]
) -> argparse.ArgumentParser:
    parser = actions.add_parser(name, description=about)

    def run(arguments: argparse.Namespace, tools: FocusTools) -> int:
        return told(arguments, tools, act(tools))

    parser.set_defaults(run=run)
    return parser
