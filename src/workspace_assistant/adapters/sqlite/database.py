"""Opens the one database file: safe settings, a connection per thread, migrations with backup."""

from __future__ import annotations

import logging
import os
import sqlite3
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path

from workspace_assistant.adapters.sqlite.migrations import MIGRATIONS, Migration
from workspace_assistant.core.errors import StoreUnavailableError

log = logging.getLogger(__name__)

_BUSY_TIMEOUT_MS = 10_000
_TRY_AGAIN_S = 0.02


class Database:
    """The database at *path*, opened when it is first needed.

    Connections belong to the thread that asked for them. Every write goes through `transaction`,
    which takes the write lock at once: with plain BEGIN, two programs writing at the same time
    lose half of their transactions to "database is locked".
    """

    def __init__(self, path: Path, migrations: Sequence[Migration] = MIGRATIONS) -> None:
        self._path = path
        self._migrations = migrations
        self._local = threading.local()
        self._opened: list[sqlite3.Connection] = []
        self._lock = threading.Lock()
        self._is_migrated = False

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        with _explained(self._path):
            yield self._connection()

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """Commits when the block ends well, rolls back when it does not."""
        with _explained(self._path):
            connection = self._connection()
            with _immediate(connection):
                yield connection

    def close(self) -> None:
        """Closes every connection. No other thread may use the database any more."""
        with self._lock:
            for connection in self._opened:
                connection.close()
            self._opened.clear()
        self._local = threading.local()

    def _connection(self) -> sqlite3.Connection:
        connection: sqlite3.Connection | None = getattr(self._local, "connection", None)
        if connection is None:
            _make_private(self._path)
            connection = _connect(self._path, newest=_newest(self._migrations))
            with self._lock:
                self._opened.append(connection)
                if not self._is_migrated:
                    migrate(connection, self._path, self._migrations)
                    self._is_migrated = True
            self._local.connection = connection
        return connection


def migrate(connection: sqlite3.Connection, path: Path, migrations: Sequence[Migration]) -> None:
    """Brings the file to the newest version, after copying it aside."""
    newest = _newest(migrations)
    if 0 < _version(connection) < newest:
        _back_up(connection, path.with_name(f"{path.name}.before-{newest}.bak"))
    for migration in migrations:
        _apply(connection, migration)


def _apply(connection: sqlite3.Connection, migration: Migration) -> None:
    with _immediate(connection):
        # Read again under the lock: another process may have migrated while we waited for it.
        if _version(connection) < migration.number:
            for statement in migration.statements:
                connection.execute(statement)
            connection.execute(f"PRAGMA user_version = {migration.number:d}")


@contextmanager
def _immediate(connection: sqlite3.Connection) -> Iterator[None]:
    """A transaction that holds the write lock from its start; undone whole when anything fails."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:  # else SQLite has rolled back by itself (full disk)
            connection.execute("ROLLBACK")
        raise


def _connect(path: Path, newest: int) -> sqlite3.Connection:
    # isolation_level None: transactions are ours, not guessed by the driver. Each connection is
    # used by one thread; only close() may come from another.
    connection = sqlite3.connect(
        path, timeout=_BUSY_TIMEOUT_MS / 1000, isolation_level=None, check_same_thread=False
    )
    try:
        connection.execute(f"PRAGMA busy_timeout = {_BUSY_TIMEOUT_MS}")
        _refuse_newer(connection, path, newest)
        _use_write_ahead_log(connection)
        # FULL: what the user was told is saved survives a power cut, not only a crash.
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA foreign_keys = ON")
    except (sqlite3.Error, StoreUnavailableError):
        connection.close()
        raise
    return connection


def _use_write_ahead_log(connection: sqlite3.Connection) -> None:
    """Turns WAL on, trying again until the busy timeout is over.

    While another program opens or closes the same new file, this one statement fails at once,
    whatever the busy timeout says.
    """
    deadline_s = time.monotonic() + _BUSY_TIMEOUT_MS / 1000
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError:
            if time.monotonic() > deadline_s:
                raise
            time.sleep(_TRY_AGAIN_S)
        else:
            return


def _refuse_newer(connection: sqlite3.Connection, path: Path, newest: int) -> None:
    """Before anything is set: even the journal mode is written into the file."""
    version = _version(connection)
    if version > newest:
        raise StoreUnavailableError(
            f"{path} was written by a newer Workspace Assistant (format {version}, this one knows "
            f"{newest}). Update this program; the file was left as it is."
        )


def _newest(migrations: Sequence[Migration]) -> int:
    return migrations[-1].number if migrations else 0


def _version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def _back_up(connection: sqlite3.Connection, target: Path) -> None:
    unfinished = target.with_name(f"{target.name}.part")
    _make_private(unfinished)
    with closing(sqlite3.connect(unfinished)) as copy:
        connection.backup(copy)
    unfinished.replace(target)
    log.info("copied the database to %s before changing its format", target.name)


def _make_private(path: Path) -> None:
    """Directory 0700, file 0600: what an agent logs is nobody else's business.

    A file that exists is never opened here: on POSIX systems closing any descriptor of a file drops
    all locks that this process holds on it, also those of open SQLite connections; another program
    then takes itself for the last user and deletes the write-ahead log with what was just saved.
    """
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    try:
        os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    except FileExistsError:
        if os.name == "posix" and path.stat().st_uid == os.getuid():
            path.chmod(0o600)  # an older file may be more open


@contextmanager
def _explained(path: Path) -> Iterator[None]:
    try:
        yield
    except (sqlite3.Error, OSError) as error:
        raise StoreUnavailableError(f"{path}: {error}. Nothing was changed there.") from error
