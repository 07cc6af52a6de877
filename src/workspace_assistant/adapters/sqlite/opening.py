"""Opens a connection to a database file with safe settings, and makes the file private."""

from __future__ import annotations

import logging
import os
import sqlite3
import stat
import time
from contextlib import suppress
from pathlib import Path

from workspace_assistant.adapters.sqlite.failures import primary_code
from workspace_assistant.adapters.sqlite.live_file import MOVED
from workspace_assistant.adapters.sqlite.migrations import format_of
from workspace_assistant.adapters.sqlite.store_file import StoreFile, driver_errors
from workspace_assistant.core.data_keeping import texts
from workspace_assistant.core.errors import StoreUnavailableError

log = logging.getLogger(__name__)

_BUSY_TIMEOUT_MS = 10_000
_TRY_AGAIN_S = 0.02


def connected(file: StoreFile, newest: int) -> sqlite3.Connection:
    """To read and to write, for one thread; only its closing may come from another."""
    # What is encrypted is made by a switch alone: where it is not there, none is made.
    uri = "mode=rw" if file.is_encrypted else ""
    connection = file.connect(timeout_s=_BUSY_TIMEOUT_MS / 1000, uri=uri)
    connection.text_factory = lenient_text
    refusals: tuple[type[Exception], ...] = (*driver_errors(), StoreUnavailableError)
    try:
        connection.execute(f"PRAGMA busy_timeout = {_BUSY_TIMEOUT_MS}")
        _refuse_newer(connection, file.path, newest)
        _use_write_ahead_log(connection)
        # FULL: what the user was told is saved survives a power cut, not only a crash.
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA foreign_keys = ON")
        # What is taken out is overwritten; some builds of SQLite do so by themselves, not all.
        connection.execute("PRAGMA secure_delete = ON")
    except refusals:
        connection.close()
        raise
    return connection


def lenient_text(stored: bytes) -> str:
    """A single damaged letter would else make a whole answer fail, with all rows in it."""
    return stored.decode(errors="replace")


def _use_write_ahead_log(connection: sqlite3.Connection) -> None:
    """Turns WAL on, trying again until the busy timeout is over.

    While another program opens or closes the same new file, this one statement fails at once,
    whatever the busy timeout says.
    """
    deadline_s = time.monotonic() + _BUSY_TIMEOUT_MS / 1000
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except driver_errors() as error:
            if primary_code(error) == sqlite3.SQLITE_READONLY:
                return  # it can still be read as it is; writing will tell
            no_waiting_helps = primary_code(error) in {
                sqlite3.SQLITE_FULL,
                sqlite3.SQLITE_NOTADB,
                sqlite3.SQLITE_CORRUPT,
            }
            if no_waiting_helps or time.monotonic() > deadline_s:
                raise
            time.sleep(_TRY_AGAIN_S)
        else:
            return


def _refuse_newer(connection: sqlite3.Connection, path: Path, newest: int) -> None:
    """Before anything is set: even the journal mode is written into the file."""
    version = format_of(connection)
    if newest < version < MOVED:
        formats = {"format": str(version), "known": str(newest)}
        raise StoreUnavailableError(texts.NEWER_DATA, path=str(path), **formats)


def make_private(path: Path) -> None:
    """Directory 0700, file 0600: what an agent logs is nobody else's business.

    A file that exists is never opened here: on POSIX systems closing any descriptor of a file drops
    all locks that this process holds on it, also those of open SQLite connections; another program
    then takes itself for the last user and deletes the write-ahead log with what was just saved.
    """
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    try:
        os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    except FileExistsError:
        if os.name == "posix":
            _close_to_others(path)


def _close_to_others(path: Path) -> None:
    """An older file may be more open. One that may only be read stays so.

    SQLite gives its two files beside it the mode that the file had when they were made; what was
    read-only then must not stay so for ever.
    """
    mode = stat.S_IMODE(path.stat().st_mode) & 0o600
    for one in (path, path.with_name(f"{path.name}-wal"), path.with_name(f"{path.name}-shm")):
        with suppress(FileNotFoundError):  # another program may just have removed it
            _set_mode(one, mode)


def _set_mode(path: Path, mode: int) -> None:
    now = path.stat()
    if now.st_uid != os.getuid() or stat.S_IMODE(now.st_mode) == mode:
        return
    try:
        path.chmod(mode)
    except FileNotFoundError:
        raise
    except OSError as error:  # a disk that may only be read: no reason not to read it
        log.warning("%s stays open to others: %s", path.name, error)
