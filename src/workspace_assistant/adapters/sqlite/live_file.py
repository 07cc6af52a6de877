"""Which of two files the data is in: the plain one, or the encrypted one beside it.

A switch copies everything into the other file and then marks the present one as moved, in one
transaction of it. That mark decides: whoever takes a lock on a file looks for it first, and goes
over to the other one. So programs that are open meanwhile lose nothing and need no new start, and
a switch that is killed at any instant has happened or has not.
"""

from __future__ import annotations

import os
import sqlite3
from contextlib import suppress
from pathlib import Path

from workspace_assistant.adapters.sqlite.database_keys import found_key
from workspace_assistant.adapters.sqlite.migrations import format_of
from workspace_assistant.adapters.sqlite.store_file import StoreFile
from workspace_assistant.core.data_keeping import encryption_texts as texts
from workspace_assistant.core.errors import LockedStoreError, StoreUnavailableError

ENCRYPTED_ENDING, _NEW = ".encrypted", ".new"
# As the number of a file's format: no version knows it, and each refuses a file that it is on.
MOVED = 2**31 - 1


def encrypted_path(path: Path) -> Path:
    return path.with_name(f"{path.name}{ENCRYPTED_ENDING}")


def new_path(path: Path) -> Path:
    """Where a switch makes what takes the name *path* once it is whole."""
    return path.with_name(f"{path.name}{_NEW}")


def first_file(path: Path) -> Path:
    """The one to open first; of both, what the plain one says counts."""
    sealed = encrypted_path(path)
    return sealed if not path.exists() and sealed.exists() else path


def store_file(path: Path, file: Path) -> StoreFile:
    """*file*, which is *path* or the encrypted one beside it, with its key.

    Raises `LockedStoreError` where that is not known.
    """
    if file == path:
        return StoreFile(file)
    key = found_key(path)
    if not key:
        raise LockedStoreError(texts.NO_KEY, path=str(file))
    return StoreFile(file, key)


def has_moved(connection: sqlite3.Connection, path: Path, file: Path) -> bool:
    """Whether the data is in the other file.

    An empty plain file beside an encrypted one was made by a program that looked for it in the
    very moment in which it was taken away.
    """
    version = format_of(connection)
    return version == MOVED or (version == 0 and file == path and encrypted_path(path).exists())


def follow(path: Path, file: Path) -> Path:
    """The other one, given its name where the switch was killed right before that."""
    other = encrypted_path(path) if file == path else path
    if not other.exists():
        with suppress(FileNotFoundError):  # another program was first
            new_path(other).replace(other)
            keep_names(other.parent)
    if not other.exists():
        raise StoreUnavailableError(texts.MOVED_AWAY, path=str(file), other=other.name)
    return other


def mark_moved(connection: sqlite3.Connection) -> None:
    """Within a transaction of the caller's; with its commit the data is in the other file."""
    connection.execute(f"PRAGMA user_version = {MOVED:d}")


def keep_names(folder: Path) -> None:
    """Brings names to the disk before anything relies on them."""
    if os.name != "posix":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
