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
from workspace_assistant.cli.focus_list import show_status, wants_json
from workspace_assistant.cli.focus_times import zone_of
from workspace_assistant.cli.focus_words import block_line
from workspace_assistant.cli.output import say, tell
from workspace_assistant.core.focus.acts import Plan
from workspace_assistant.core.focus.model import Channel, GapReason

if TYPE_CHECKING:
    from workspace_assistant.cli.focus_arguments import Actions
    from workspace_assistant.cli.focus_services import FocusTools
    from workspace_assistant.core.focus.changes import Change

_MOST_TOLD = 10
_NOBODY_WATCHES = (
    "Nobody watches this block: time away from the computer counts as work. "
    "The window watches, and so does: workspace-assistant focus watch"
)


def register(actions: Actions) -> list[argparse.ArgumentParser]:
    made = [
        _start(actions),
        _pause(actions),
        _simple(actions, "resume", "go on after a pause", lambda tools: tools.acts.resume()),
        _extend(actions),
        _interrupt(actions),
        _simple(actions, "back", "the interruption is over", lambda tools: tools.acts.back()),
        _simple(actions, "stop", "end the block", lambda tools: tools.acts.stop()),
        _undo(actions),
    ]
    for parser in made:
        add_json(parser)
    return made


def _start(actions: Actions) -> argparse.ArgumentParser:
    parser = actions.add_parser(
        "start", help="begin a block", description="Without a length the block runs until stopped."
    )
    parser.add_argument("name", metavar="NAME")
    add_kind(parser)
    add_length(parser)
    parser.add_argument(
        "--no-watch", action="store_true", help="do not start the background watcher"
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
    if arguments.no_watch or not tools.start_keeper():
        tell(_NOBODY_WATCHES)
    return told(arguments, tools, change)


def _pause(actions: Actions) -> argparse.ArgumentParser:
    parser = actions.add_parser("pause", help="stop the block's clock for a while")
    parser.add_argument("--break", dest="is_break", action="store_true", help="it is a break")

    def run(arguments: argparse.Namespace, tools: FocusTools) -> int:
        reason = GapReason.BREAK if arguments.is_break else GapReason.PAUSE
        return told(arguments, tools, tools.acts.pause(reason))

    parser.set_defaults(run=run)
    return parser


def _extend(actions: Actions) -> argparse.ArgumentParser:
    parser = actions.add_parser("extend", help="plan more time, or less with a minus sign")
    parser.add_argument("by_s", type=seconds, metavar="LENGTH", help="such as 10m")

    def run(arguments: argparse.Namespace, tools: FocusTools) -> int:
        return told(arguments, tools, tools.acts.extend(arguments.by_s))

    parser.set_defaults(run=run)
    return parser


def _interrupt(actions: Actions) -> argparse.ArgumentParser:
    parser = actions.add_parser("interrupt", help="log an interruption; the block's clock goes on")
    add_cause(parser)
    add_origin(parser)
    parser.add_argument("--note", default="", metavar="TEXT", help="what it was")
    parser.add_argument("--next", default="", metavar="TEXT", help="what to do next in the block")

    def run(arguments: argparse.Namespace, tools: FocusTools) -> int:
        change = tools.acts.interrupt(
            arguments.cause, arguments.origin, arguments.note, arguments.next
        )
        return told(arguments, tools, change)

    parser.set_defaults(run=run)
    return parser


def _undo(actions: Actions) -> argparse.ArgumentParser:
    parser = actions.add_parser("undo", help="take back a change, the last one by default")
    parser.add_argument("change", nargs="?", type=int, metavar="NUMBER", help="see: focus changes")

    def run(arguments: argparse.Namespace, tools: FocusTools) -> int:
        change = (
            tools.acts.undo_last()
            if arguments.change is None
            else tools.acts.undo(arguments.change)
        )
        return told(arguments, tools, change)

    parser.set_defaults(run=run)
    return parser


def _simple(
    actions: Actions, name: str, about: str, act: Callable[[FocusTools], Change]
) -> argparse.ArgumentParser:
    parser = actions.add_parser(name, help=about)

    def run(arguments: argparse.Namespace, tools: FocusTools) -> int:
        return told(arguments, tools, act(tools))

    parser.set_defaults(run=run)
    return parser


def told(arguments: argparse.Namespace, tools: FocusTools, change: Change) -> int:
    """What is so now, and how to take the change back."""
    if not wants_json(arguments):
        for line in _blocks_over(tools, change):
            say(line)
        say(f"Done (undo with: workspace-assistant focus undo {change.id})")
    return show_status(arguments, tools)


def _blocks_over(tools: FocusTools, change: Change) -> list[str]:
    """The blocks that were changed, if they are over: the status tells of the open one."""
    ids = [one.block_id for one in change.differences if not one.is_removal]
    with tools.log.reading() as log:
        blocks = [block for block_id in ids[:_MOST_TOLD] for block in log.find(block_id)]
    now, zone = tools.acts.now().at, zone_of(tools.clock.time_zone())
    return [block_line(block, now, zone) for block in blocks if not block.is_open]
