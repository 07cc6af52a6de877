"""`focus`: blocks of concentrated work, what broke them, and every correction of the log."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from workspace_assistant.cli import (
    focus_acts,
    focus_corrections,
    focus_exchange,
    focus_interruptions,
    focus_list,
    focus_questions,
    focus_watch,
)
from workspace_assistant.cli.focus_arguments import add_json

if TYPE_CHECKING:
    from workspace_assistant.cli.focus_arguments import Actions

_PARTS = (
    focus_acts,
    focus_questions,
    focus_list,
    focus_corrections,
    focus_interruptions,
    focus_exchange,
    focus_watch,
)


def register(commands: Actions) -> list[argparse.ArgumentParser]:
    parser = commands.add_parser("focus", help="focus blocks: where the shift's time goes")
    add_json(parser)
    parser.set_defaults(run=focus_list.run_status)
    actions = parser.add_subparsers(dest="action", metavar="ACTION")
    return [parser, *(made for part in _PARTS for made in part.register(actions))]
