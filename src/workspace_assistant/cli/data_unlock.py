"""`data recovery-key, unlock`: the key out of the keyring, and into that of another computer."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from workspace_assistant.cli.language import worded
from workspace_assistant.cli.output import say, tell
from workspace_assistant.cli.passwords import ask_line
from workspace_assistant.cli.recovery_key import key_lines, write_key
from workspace_assistant.cli.running import run_job

if TYPE_CHECKING:
    from workspace_assistant.cli.data_tools import DataTools
    from workspace_assistant.cli.focus_arguments import Actions


def register(actions: Actions) -> list[argparse.ArgumentParser]:
    show = actions.add_parser(
        "recovery-key",
        description=worded(
            "Shows the recovery key of encrypted data again, or writes it into a new file."
        ),
    )
    show.add_argument(
        "--recovery-file",
        type=Path,
        metavar=worded("FILE"),
        help=worded("write the recovery key into this new file, for you alone"),
    )
    show.set_defaults(run=_run_show)
    unlock = actions.add_parser(
        "unlock",
        description=worded(
            "Reads a recovery key, from the keyboard or from standard input, and puts it into the "
            "keyring of this computer: for data or backups that were encrypted elsewhere."
        ),
    )
    unlock.set_defaults(run=_run_unlock)
    return [show, unlock]


def _run_show(arguments: argparse.Namespace, tools: DataTools) -> int:
    key = run_job(lambda _: tools.encryption().recovery_key())
    if arguments.recovery_file is not None:
        write_key(arguments.recovery_file, key)
        tell(worded("The recovery key is in {path}", path=str(arguments.recovery_file)))
        return 0
    for line in key_lines(key):
        say(line)
    return 0


def _run_unlock(arguments: argparse.Namespace, tools: DataTools) -> int:
    del arguments
    key = ask_line(worded("The recovery key, in one line: "), "recovery key")
    if run_job(lambda ctx: tools.encryption().unlock(key, ctx.checkpoint)):
        tell(worded("The key is in the keyring, and opens the data."))
    else:
        tell(
            worded(
                "The key is in the keyring. It is not the one of the data here; a backup that was "
                "made with it can be restored now."
            )
        )
    return 0
