"""`focus`: blocks of concentrated work, what broke them, and every correction of the log."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from workspace_assistant.cli import (
    focus_acts,
    focus_corrections,
    focus_exchange,
    focus_idle,
    focus_interruptions,
    focus_list,
    focus_questions,
    focus_status,
    focus_watch,
)
from workspace_assistant.cli.focus_arguments import add_json
from workspace_assistant.cli.focus_help import overview
from workspace_assistant.cli.focus_next_steps import with_next_step
from workspace_assistant.cli.language import worded

if TYPE_CHECKING:
    from workspace_assistant.cli.focus_arguments import Actions

_PARTS = (
    focus_acts,
    focus_questions,
    focus_list,
    focus_corrections,
    focus_interruptions,
    focus_exchange,
    focus_idle,
    focus_watch,
)


def register(commands: Actions) -> list[argparse.ArgumentParser]:
    parser = commands.add_parser(
        "focus",
        help=worded("focus blocks: where the shift's time goes"),
        description=worded(
            "Focus blocks: planned stretches of concentrated work, and what broke them."
        ),
        epilog=overview(),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.usage = worded("{program} [--json] [--data-dir DIR] ACTION ...", program=parser.prog)
    add_json(parser)
    parser.set_defaults(run=focus_status.run_status)
    # The overview lists them by what they are for.
    actions = parser.add_subparsers(
        dest="action", metavar=worded("ACTION"), prog=parser.prog, help=argparse.SUPPRESS
    )
    made = [parser, *(one for part in _PARTS for one in part.register(actions))]
    for one in made:
        if run := one.get_default("run"):
            one.set_defaults(run=with_next_step(run))
    return made
