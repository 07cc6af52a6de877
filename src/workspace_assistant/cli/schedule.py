"""`schedule`: the check before a shift, and the system's timer that runs it without the window."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from workspace_assistant.cli import schedule_files, schedule_run, schedule_set
from workspace_assistant.cli.language import worded

if TYPE_CHECKING:
    from workspace_assistant.cli.focus_arguments import Actions

_PARTS = (schedule_run, schedule_set, schedule_files)


def register(commands: Actions) -> list[argparse.ArgumentParser]:
    parser = commands.add_parser(
        "schedule",
        help=worded("check by itself before each shift"),
        description=worded(
            "Before a shift the check runs by itself: in the window or its tray icon, or "
            "by a timer of the system."
        ),
    )
    actions = parser.add_subparsers(dest="action", metavar=worded("ACTION"), required=True)
    return [parser, *(one for part in _PARTS for one in part.register(actions))]
