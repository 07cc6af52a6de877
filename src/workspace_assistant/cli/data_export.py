"""`data export`: everything in formats that other programs read."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from workspace_assistant.cli.focus_arguments import add_json
from workspace_assistant.cli.language import worded
from workspace_assistant.cli.output import say_json, tell

if TYPE_CHECKING:
    from workspace_assistant.cli.data_tools import DataTools
    from workspace_assistant.cli.focus_arguments import Actions

EXPORT_SCHEMA = "workspace-assistant/data-export/1"


def register(actions: Actions) -> list[argparse.ArgumentParser]:
    parser = actions.add_parser(
        "export",
        description=worded(
            "Writes all that is kept as JSON documents and CSV tables, with a README that "
            "tells what is what. To move to another computer, make a backup instead."
        ),
    )
    parser.add_argument(
        "target",
        type=Path,
        metavar=worded("FILE.zip|FOLDER"),
        help=worded("a new archive or a new folder"),
    )
    add_json(parser)
    parser.set_defaults(run=_run)
    return [parser]


def _run(arguments: argparse.Namespace, tools: DataTools) -> int:
    names = tools.export(arguments.target)
    target = str(arguments.target.absolute())
    if getattr(arguments, "json", False):
        say_json({"schema": EXPORT_SCHEMA, "path": target, "files": list(names)})
    else:
        tell(worded("Wrote {count} files to {target}", count=f"{len(names)}", target=target))
    return 0
