"""`data encrypt, decrypt`: whether who takes the disk can read the data."""

from __future__ import annotations

import argparse
import secrets
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from workspace_assistant.cli.data_words import DECLINED, NO_ANSWER, is_agreed
from workspace_assistant.cli.focus_arguments import add_json
from workspace_assistant.cli.language import worded
from workspace_assistant.cli.output import say, say_json, tell
from workspace_assistant.cli.recovery_key import key_lines, write_key
from workspace_assistant.cli.running import run_job
from workspace_assistant.core.data_keeping import encryption_texts as texts
from workspace_assistant.core.data_keeping.encryption import Encryption, encryption_document
from workspace_assistant.core.data_keeping.recovery_key import GROUPS, is_group, read_recovery_key
from workspace_assistant.core.errors import RefusedError
from workspace_assistant.core.text import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from workspace_assistant.cli.data_tools import DataTools
    from workspace_assistant.cli.focus_arguments import Actions

_WANTS_FILE = QT_TRANSLATE_NOOP(
    "cli",
    "Without the recovery key nothing can be read where the keyring is lost: with --yes, name a "
    "new file for it by --recovery-file. Nothing was changed.",
)


def register(actions: Actions) -> list[argparse.ArgumentParser]:
    encrypt = actions.add_parser(
        "encrypt",
        description=worded(
            "Encrypts the database and the backups beside it. The key is kept in the keyring; the "
            "recovery key is shown, to be printed or written down. Programs that are open go on."
        ),
    )
    encrypt.add_argument(
        "--recovery-file",
        type=Path,
        metavar=worded("FILE"),
        help=worded("write the recovery key into this new file, for you alone"),
    )
    encrypt.set_defaults(run=_run_encrypt)
    decrypt = actions.add_parser(
        "decrypt",
        description=worded(
            "Decrypts the database. Backups stay as they were made, and the key in the keyring."
        ),
    )
    decrypt.set_defaults(run=_run_decrypt)
    for one in (encrypt, decrypt):
        what = one.add_mutually_exclusive_group()
        what.add_argument("--yes", action="store_true", help=worded("do not ask"))
        what.add_argument(
            "--preview", action="store_true", help=worded("show how it is now, and end")
        )
        add_json(one)
    return [encrypt, decrypt]


def _run_encrypt(arguments: argparse.Namespace, tools: DataTools) -> int:
    encryption = tools.encryption()
    found = encryption.look()
    if arguments.preview:
        return _show(arguments, found)
    key = encryption.recovery_key_to_be()
    if arguments.yes and arguments.recovery_file is None:
        raise RefusedError(_WANTS_FILE)
    for line in encrypting_lines(found):
        tell(line)
    if arguments.recovery_file is not None:
        write_key(arguments.recovery_file, key)
        tell(worded("The recovery key is in {path}", path=str(arguments.recovery_file)))
    if not arguments.yes and not _is_meant(tools, key, is_written=bool(arguments.recovery_file)):
        tell(worded(DECLINED))
        return 0
    done = run_job(lambda ctx: encryption.encrypt(key, ctx.checkpoint))
    tell(worded("The data is encrypted. Its key is in the keyring."))
    return _tell_left(arguments, done)


def _run_decrypt(arguments: argparse.Namespace, tools: DataTools) -> int:
    encryption = tools.encryption()
    if arguments.preview:
        return _show(arguments, encryption.look())
    if not encryption.look().is_encrypted:
        raise RefusedError(texts.IS_PLAIN)
    question = worded("Whoever has the disk can read the data then. Decrypt it?")
    if not arguments.yes and not is_agreed(tools.ask, question):
        tell(worded(DECLINED))
        return 0
    done = run_job(lambda ctx: encryption.decrypt(ctx.checkpoint))
    tell(worded("The data is not encrypted any more."))
    return _tell_left(arguments, done)


def _is_meant(tools: DataTools, key: str, *, is_written: bool) -> bool:
    if tools.ask is None:
        raise RefusedError(NO_ANSWER)
    if is_written:
        return is_agreed(tools.ask, worded("Encrypt the data?"))
    tell(worded("The recovery key. Print it or write it down; it is not kept in any file:"))
    for line in key_lines(key):
        tell(line)
    number = secrets.randbelow(GROUPS) + 1
    question = worded(
        "Whoever loses it and the keyring loses the data. "
        "To show that you have it, type group {number} of it: ",
        number=str(number),
    )
    if not is_group(read_recovery_key(key), number - 1, tools.ask(question)):
        raise RefusedError(texts.NOT_CONFIRMED, number=str(number))
    return True


def encrypting_lines(found: Encryption) -> Iterator[str]:
    """What happens to what lies beside the data."""
    if found.plain_backups:
        yield worded("These backups are encrypted too:")
        yield from (f"  {name}" for name in found.plain_backups)
    if found.plain_copies:
        yield worded("These copies of the database are erased:")
        yield from (f"  {name}" for name in found.plain_copies)
    if found.elsewhere:
        yield worded("You made these backups elsewhere; they stay as they are:")
        yield from (f"  {name}" for name in found.elsewhere)


def _tell_left(arguments: argparse.Namespace, done: Encryption) -> int:
    if done.old_file_is_there:
        tell(
            worded(
                "A program still has the file of before open, such as the window. Everything "
                "that it saves goes to the new one; the old one is erased at the next start after "
                "it has ended."
            )
        )
    if done.is_encrypted and done.plain_backups:
        tell(worded("These backups are damaged and stay as they are:"))
        for name in done.plain_backups:
            tell(f"  {name}")
    if getattr(arguments, "json", False):
        say_json(encryption_document(done))
    return 0


def _show(arguments: argparse.Namespace, found: Encryption) -> int:
    if getattr(arguments, "json", False):
        say_json(encryption_document(found))
        return 0
    say(worded("The data is encrypted.") if found.is_encrypted else worded(texts.IS_PLAIN))
    if not found.is_encrypted:
        for line in encrypting_lines(found):
            say(line)
    return 0
