"""`data`: the user's own data, in the user's hands."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from workspace_assistant.cli import (
    data_backup,
    data_encrypt,
    data_erase,
    data_export,
    data_keep,
    data_restore,
    data_unlock,
)
from workspace_assistant.cli.focus_arguments import add_json
from workspace_assistant.cli.language import worded
from workspace_assistant.cli.output import say, say_json
from workspace_assistant.core.text import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from workspace_assistant.cli.data_tools import DataTools
    from workspace_assistant.cli.focus_arguments import Actions

PATH_SCHEMA = "workspace-assistant/data-path/1"
_EXAMPLE = QT_TRANSLATE_NOOP(
    "cli",
    """\
Actions:
  path         where everything is kept
  backup       make a backup, now
  backups      list the backups beside the data
  restore      look at a backup, and restore it
  export       everything in open formats: JSON and CSV
  keep         how long each kind of data is kept
  encrypt      encrypt the data, with a recovery key to print
  decrypt      decrypt it
  recovery-key the recovery key of encrypted data, again
  unlock       give the recovery key on another computer
  erase        erase everything

Example:
  workspace-assistant data backup /media/stick
  workspace-assistant data restore 2026-11-22T081500.000Z-automatic.zip
""",
)


def register(commands: Actions) -> list[argparse.ArgumentParser]:
    parser = commands.add_parser(
        "data",
        help=worded("your data: backup, restore, export, erase"),
        epilog=worded(_EXAMPLE),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.usage = worded("{program} ACTION ... [--data-dir DIR]", program=parser.prog)
    actions = parser.add_subparsers(
        dest="action",
        required=True,
        metavar=worded("ACTION"),
        prog=parser.prog,
        help=argparse.SUPPRESS,
    )
    path = actions.add_parser("path", description=worded("Prints the data directory."))
    add_json(path)
    path.set_defaults(run=_path)
    parts = (
        data_backup,
        data_restore,
        data_export,
        data_keep,
        data_encrypt,
        data_unlock,
        data_erase,
    )
    return [parser, path, *(one for part in parts for one in part.register(actions))]


def _path(arguments: argparse.Namespace, tools: DataTools) -> int:
    if getattr(arguments, "json", False):
        is_encrypted = tools.encryption().look().is_encrypted
        say_json(
            {
                "schema": PATH_SCHEMA,
                "data_dir": str(tools.data_dir),
                "is_encrypted": is_encrypted,
            }
        )
    else:
        say(str(tools.data_dir))
    return 0
