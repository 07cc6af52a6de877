"""`focus idle`: after how long without a key an absence is asked about."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from workspace_assistant.cli.focus_arguments import seconds
from workspace_assistant.cli.language import worded
from workspace_assistant.cli.output import say
from workspace_assistant.core.lengths import length_text

if TYPE_CHECKING:
    from workspace_assistant.cli.focus_arguments import Actions
    from workspace_assistant.cli.focus_services import FocusTools


def register(actions: Actions) -> list[argparse.ArgumentParser]:
    parser = actions.add_parser(
        "idle",
        description=worded(
            "Shows or sets after how long without a key or a mouse the time is no work "
            "until you say what it was; 5m unless it was set. A call is never idle."
        ),
        epilog=worded("Example: {command}", command="workspace-assistant focus idle 10m"),
    )
    parser.add_argument(
        "length",
        nargs="?",
        type=seconds,
        metavar=worded("LENGTH"),
        help=worded("such as {example}", example="10m"),
    )
    parser.set_defaults(run=run)
    return [parser]


def run(arguments: argparse.Namespace, tools: FocusTools) -> int:
    if arguments.length is not None:
        tools.set_idle_s(arguments.length)
    length = length_text(tools.idle_s())
    say(worded("Time without a key is asked about after {length}.", length=length))
    return 0
