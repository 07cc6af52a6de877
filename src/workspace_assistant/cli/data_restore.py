"""`data restore`: a look at a backup, then all of it or nothing."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from workspace_assistant.cli.data_words import DECLINED, is_agreed, preview_lines
from workspace_assistant.cli.focus_arguments import add_json
from workspace_assistant.cli.language import worded
from workspace_assistant.cli.output import say, say_json, tell
from workspace_assistant.core.data_keeping.document import restore_document

if TYPE_CHECKING:
    from workspace_assistant.cli.data_tools import DataTools, Restored
    from workspace_assistant.cli.focus_arguments import Actions


def register(actions: Actions) -> list[argparse.ArgumentParser]:
    parser = actions.add_parser(
        "restore",
        description=worded(
            "Shows what is in a backup and what would be lost, then puts it in place of "
            "what is there now, of which it makes a backup first. Other programs may go on "
            "meanwhile."
        ),
    )
    parser.add_argument(
        "file",
        type=Path,
        metavar=worded("FILE"),
        help=worded("a backup, or the name of one beside the data"),
    )
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--yes", action="store_true", help=worded("do not ask"))
    what.add_argument(
        "--preview", action="store_true", help=worded("show what it would do, and end")
    )
    add_json(parser)
    parser.set_defaults(run=_run)
    return [parser]


def _run(arguments: argparse.Namespace, tools: DataTools) -> int:
    is_json = getattr(arguments, "json", False)
    with tools.restoring(arguments.file) as opened:
        if not is_json:
            for line in preview_lines(opened.preview, tools.zone()):
                say(line)
        if arguments.preview:
            if is_json:
                say_json(restore_document(opened.preview, None, is_restored=False))
            return 0
        if not arguments.yes and not is_agreed(tools.ask, worded("Restore it?")):
            tell(worded(DECLINED))
            return 0
        done = opened.restore()
        if is_json:
            say_json(restore_document(opened.preview, done.safety, is_restored=True))
    _tell(done)
    return 0


def _tell(done: Restored) -> None:
    tell(worded("Restored."))
    if done.safety is not None:
        tell(worded("What was there before is in {path}", path=str(done.safety.path)))
    if done.damaged is not None:
        tell(worded("The damaged database is kept as {path}", path=str(done.damaged)))
