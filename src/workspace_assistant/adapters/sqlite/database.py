"""Opens the one database file: safe settings, a connection per thread, migrations with backup."""

from __future__ import annotations

import logging
import os
import sqlite3
import stat
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, closing, contextmanager, suppress
from pathlib import Path
from weakref import WeakSet

from workspace_assistant.adapters.sqlite.failures import (
    explained,
    explained_by_system,
    primary_code,
)
from workspace_assistant.adapters.sqlite.migrations import (
    MIGRATIONS,
    Migration,
    apply,
    format_of,
    newest_format,
)
from workspace_assistant.adapters.sqlite.reading_alone import read_alone
from workspace_assistant.adapters.sqlite.replacing import replace_content
from workspace_assistant.core.errors import StoreUnavailableError

log = logging.getLogger(__name__)

_BUSY_TIMEOUT_MS = 10_000
_TRY_AGAIN_S = 0.02
# What SQLite says where it cannot make its files beside the database.
_NO_ROOM = frozenset(
    {
        sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_FULL,
        sqlite3.SQLITE_IOERR,
        sqlite3.SQLITE_READONLY,
    }
)


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
        self._opened: list[tuple[threading.Thread, sqlite3.Connection]] = []
        self._lock = threading.Lock()
        with _making:
            _made.add(self)

    @property
    def path(self) -> Path:
        return self._path

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """One consistent view of the file, whatever others write meanwhile."""
        with explained(self._path), self._readable() as connection:
            if connection.in_transaction:  # asked for while this thread writes
                yield connection
                return
            with _begun(connection, "BEGIN"):
                yield connection

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """Commits when the block ends well, rolls back when it does not."""
        with explained(self._path):
            connection = self._connection()
            with _immediate(connection):
                yield connection

    @contextmanager
    def bulk_transaction(self) -> Iterator[sqlite3.Connection]:
        """The same for ten thousands of rows: whoever writes sees to references between them.

        Looking each of them up takes most of the time in which all others wait.
        """
        with explained(self._path):
            connection = self._connection()
            connection.execute("PRAGMA foreign_keys = OFF")
            try:
                with _immediate(connection):
                    yield connection
            finally:
                connection.execute("PRAGMA foreign_keys = ON")

    def replace_content(self, source: sqlite3.Connection, meanwhile: Callable[[], None]) -> None:
        """All that is in the file by what is in *source*: one commit, or nothing.

        Other programs may have the file open: who reads goes on with what was, who writes waits.
        *meanwhile* runs while nobody can write any more and everything is still as it was; what it
        raises ends the replacing.
        """
        with explained(self._path):
            replace_content(self._connection(), source, meanwhile)

    def empty_log(self) -> None:
        """Brings what waits in the write-ahead log into the file, and leaves nothing in the log.

        Where another program reads just now, the log stays until the last of them ends.
        """
        with explained(self._path):
            self._connection().execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()

    def close(self) -> None:
        """Closes every connection. No other thread may use the database any more."""
        with self._lock:
            for _, connection in self._opened:
                connection.close()
            self._opened.clear()
        self._local = threading.local()

    @contextmanager
    def _readable(self) -> Iterator[sqlite3.Connection]:
        """The thread's connection; where none can be opened to write as well, one only to read."""
        try:
            connection = self._connection()
        except sqlite3.OperationalError as error:
            alone = read_alone(self._path) if primary_code(error) in _NO_ROOM else None
            if alone is None:
                raise
            with closing(alone):
                alone.text_factory = _text
                if format_of(alone) != newest_format(self._migrations):
                    raise
                yield alone
        else:
            yield connection

    def _connection(self) -> sqlite3.Connection:
        connection: sqlite3.Connection | None = getattr(self._local, "connection", None)
        if connection is None:
            with explained_by_system(self._path):
                _make_private(self._path)
            connection = _connect(self._path, newest=newest_format(self._migrations))
            with self._lock:
                self._close_left_behind()
                self._opened.append((threading.current_thread(), connection))
                migrate(connection, self._path, self._migrations)
            self._local.connection = connection
        return connection

    def _close_left_behind(self) -> None:
        """Closes the connections of threads that have ended: nobody else can use them."""
        for thread, connection in self._opened:
            if not thread.is_alive():
                connection.close()
        self._opened = [one for one in self._opened if one[0].is_alive()]


_made: WeakSet[Database] = WeakSet()
_making = threading.Lock()


def let_go(path: Path) -> None:
    """Closes every connection of this program to the database at *path*, whoever opened it.

    Only where nothing of the program uses it any more: before it is taken away.
    """
    with _making:
        made = tuple(_made)
    for one in made:
        if one.path == path:
            one.close()


def migrate(connection: sqlite3.Connection, path: Path, migrations: Sequence[Migration]) -> None:
    """Brings the file to the newest version, after copying it aside: all of it or nothing.

    The copy is made under the write lock. Else a second program that starts at the same time
    could write over it with what the first one has migrated already.
    """
    newest = newest_format(migrations)
    if format_of(connection) >= newest:
        return
    with _immediate(connection):
        version = format_of(connection)  # under the lock: another program may have done it
        if 0 < version < newest:
            with explained_by_system(path):
                _back_up(path, path.with_name(f"{path.name}.before-{newest}.bak"))
        for migration in migrations:
            if migration.number > version:
                apply(connection, migration)


def _immediate(connection: sqlite3.Connection) -> AbstractContextManager[None]:
    """A transaction that holds the write lock from its start."""
    return _begun(connection, "BEGIN IMMEDIATE")


@contextmanager
def _begun(connection: sqlite3.Connection, begin: str) -> Iterator[None]:
    """A transaction; undone whole when anything fails."""
    connection.execute(begin)
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
    connection.text_factory = _text
    try:
        connection.execute(f"PRAGMA busy_timeout = {_BUSY_TIMEOUT_MS}")
        _refuse_newer(connection, path, newest)
        _use_write_ahead_log(connection)
        # FULL: what the user was told is saved survives a power cut, not only a crash.
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA foreign_keys = ON")
        # What is taken out is overwritten; some builds of SQLite do so by themselves, not all.
        connection.execute("PRAGMA secure_delete = ON")
    except (sqlite3.Error, StoreUnavailableError):
        connection.close()
        raise
    return connection


def _text(stored: bytes) -> str:
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
        except sqlite3.OperationalError as error:
            if primary_code(error) == sqlite3.SQLITE_READONLY:
                return  # it can still be read as it is; writing will tell
            is_full = primary_code(error) == sqlite3.SQLITE_FULL  # no waiting helps
            if is_full or time.monotonic() > deadline_s:
                raise
            time.sleep(_TRY_AGAIN_S)
        else:
            return


def _refuse_newer(connection: sqlite3.Connection, path: Path, newest: int) -> None:
    """Before anything is set: even the journal mode is written into the file."""
    version = format_of(connection)
    if version > newest:
        raise StoreUnavailableError(
            f"{path} was written by a newer Workspace Assistant (format {version}, this one knows "
            f"{newest}). Update this program; the file was left as it is."
        )


def _back_up(path: Path, target: Path) -> None:
    unfinished = target.with_name(f"{target.name}.part")
    unfinished.unlink(missing_ok=True)  # a program that was killed while it copied
    target.with_name(f"{unfinished.name}-journal").unlink(missing_ok=True)
    _make_private(unfinished)
    # A connection that is in a write transaction cannot be the source: SQLite waits for its end.
    with closing(sqlite3.connect(path)) as source, closing(sqlite3.connect(unfinished)) as copy:
        source.backup(copy)
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
