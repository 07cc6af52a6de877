"""`data backup, backups`: copies of everything, verified."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from workspace_assistant.cli.data_words import backup_line, count_line, size
from workspace_assistant.cli.focus_arguments import add_json
from workspace_assistant.cli.language import worded
from workspace_assistant.cli.output import say, say_json, tell
from workspace_assistant.core.data_keeping.document import backup_document, backups_document

if TYPE_CHECKING:
    from workspace_assistant.cli.data_tools import DataTools
    from workspace_assistant.cli.focus_arguments import Actions

BACKUP_SCHEMA = "workspace-assistant/data-backup/1"


def register(actions: Actions) -> list[argparse.ArgumentParser]:
    backup = actions.add_parser(
        "backup",
        description=worded(
            "Makes a backup of all data, choices and profile, and opens it to verify it. "
            "Other programs may go on meanwhile. Passwords and addresses in the keyring stay there."
        ),
    )
    backup.add_argument(
        "file",
        nargs="?",
        type=Path,
        metavar=worded("FILE"),
        help=worded("a new file, or a folder; else beside"),
    )
    backup.set_defaults(run=_run_backup)
    backups = actions.add_parser(
        "backups", description=worded("Lists the backups beside the data, newest first.")
    )
    backups.set_defaults(run=_run_backups)
    for one in (backup, backups):
        add_json(one)
    return [backup, backups]


def _run_backup(arguments: argparse.Namespace, tools: DataTools) -> int:
    made = tools.back_up(arguments.file)
    if getattr(arguments, "json", False):
        say_json({"schema": BACKUP_SCHEMA, **backup_document(made)})
        return 0
    say(f"{made.path}  {size(made.size_bytes)}")
    counts = () if made.manifest is None else made.manifest.contents.kinds
    for count in counts:
        if count.rows:
            say(f"  {count_line(count, tools.zone())}")
    tell(worded("Verified. To restore it: workspace-assistant data restore FILE"))
    return 0


def _run_backups(arguments: argparse.Namespace, tools: DataTools) -> int:
    found = tools.backups()
    if getattr(arguments, "json", False):
        say_json(backups_document(found))
        return 0
    for one in found:
        say(backup_line(one, tools.zone()))
    if not found:
        say(worded("There is no backup yet. To make one: workspace-assistant data backup"))
    return 0
