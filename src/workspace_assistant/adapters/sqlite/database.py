"""Opens the one database file: safe settings, a connection per thread, migrations with backup."""

from __future__ import annotations

import logging
import sqlite3
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from weakref import WeakSet

from workspace_assistant.adapters.sqlite.failures import (
    explained,
    explained_by_system,
    primary_code,
)
from workspace_assistant.adapters.sqlite.live_file import (
    encrypted_path,
    first_file,
    follow,
    has_moved,
    store_file,
)
from workspace_assistant.adapters.sqlite.migrations import (
    MIGRATIONS,
    Migration,
    apply,
    format_of,
    newest_format,
)
from workspace_assistant.adapters.sqlite.opening import connected, lenient_text, make_private
from workspace_assistant.adapters.sqlite.reading_alone import read_alone
from workspace_assistant.adapters.sqlite.replacing import replace_content
from workspace_assistant.adapters.sqlite.store_file import StoreFile, driver_errors
from workspace_assistant.core.data_keeping import encryption_texts as texts
from workspace_assistant.core.errors import StoreUnavailableError

log = logging.getLogger(__name__)

# What SQLite says where it cannot make its files beside the database.
_NO_ROOM = frozenset(
    {
        sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_FULL,
        sqlite3.SQLITE_IOERR,
        sqlite3.SQLITE_READONLY,
    }
)
# Followed so often from one file to the other: a switch takes longer than a look.
_MOST_MOVES = 4


class Database:
    """The database at *path*, opened when it is first needed.

    Connections belong to the thread that asked for them. Every write goes through `transaction`,
    which takes the write lock at once: with plain BEGIN, two programs writing at the same time
    lose half of their transactions to "database is locked".

    Where the data is encrypted it lies in another file beside *path* (`live_file`), which is
    followed there, also when it is switched while this is open.
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
            with self._begun(connection, "BEGIN") as begun:
                yield begun

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """Commits when the block ends well, rolls back when it does not."""
        with explained(self._path), self._begun(self._connection(), _IMMEDIATE) as connection:
            yield connection

    @contextmanager
    def bulk_transaction(self) -> Iterator[sqlite3.Connection]:
        """The same for ten thousands of rows: whoever writes sees to references between them.

        Looking each of them up takes most of the time in which all others wait.
        """
        with self.reading():  # goes over to where the data is
            pass
        with explained(self._path):
            connection = self._connection()
            connection.execute("PRAGMA foreign_keys = OFF")
            try:
                with self._begun(connection, _IMMEDIATE) as begun:
                    yield begun
            finally:
                self._connection().execute("PRAGMA foreign_keys = ON")

    def replace_content(self, source: sqlite3.Connection, meanwhile: Callable[[], None]) -> None:
        """All that is in the file by what is in *source*: one commit, or nothing.

        Other programs may have the file open: who reads goes on with what was, who writes waits.
        *meanwhile* runs while nobody can write any more and everything is still as it was; what it
        raises ends the replacing.
        """
        with explained(self._path):
            replace_content(self._connection(), source, meanwhile)

    def file(self) -> StoreFile:
        """Where the data is, with the key; raises as a reading does."""
        with self.reading():
            opened: StoreFile | None = getattr(self._local, "file", None)
        return opened or store_file(self._path, first_file(self._path))

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
    def _begun(self, connection: sqlite3.Connection, begin: str) -> Iterator[sqlite3.Connection]:
        """A transaction on the file that the data is in: it may have moved since it was opened."""
        for _ in range(_MOST_MOVES):
            with _transaction(connection, begin):
                if not self._has_moved(connection):
                    yield connection
                    return
            self._forget(connection)
            connection = self._connection()
        raise StoreUnavailableError(texts.BUSY_SWITCHING, path=str(self._path))

    @contextmanager
    def _readable(self) -> Iterator[sqlite3.Connection]:
        """The thread's connection; where none can be opened to write as well, one only to read."""
        try:
            connection = self._connection()
        except driver_errors() as error:
            if primary_code(error) not in _NO_ROOM:
                raise
            alone = read_alone(store_file(self._path, first_file(self._path)))
            if alone is None:
                raise
            with closing(alone):
                alone.text_factory = lenient_text
                if format_of(alone) != newest_format(self._migrations):
                    raise
                yield alone
        else:
            yield connection

    def _connection(self) -> sqlite3.Connection:
        connection: sqlite3.Connection | None = getattr(self._local, "connection", None)
        return self._opened_anew() if connection is None else connection

    def _opened_anew(self) -> sqlite3.Connection:
        path = first_file(self._path)
        for moves_left in reversed(range(_MOST_MOVES)):
            try:
                connection = self._opened_at(path)
            except driver_errors():
                # It may be just being wiped, after a switch; else it is as bad the next time.
                if not moves_left or not encrypted_path(self._path).exists():
                    raise
                was_plain = path == self._path
                path = encrypted_path(path) if was_plain else first_file(self._path)
            else:
                if connection is not None:
                    return connection
                path = follow(self._path, path)
        raise StoreUnavailableError(texts.BUSY_SWITCHING, path=str(self._path))

    def _opened_at(self, path: Path) -> sqlite3.Connection | None:
        """The thread's connection from now on; None where the data is in the other file."""
        if path == self._path:
            with explained_by_system(path):
                make_private(path)
        file = store_file(self._path, path)
        connection = connected(file, newest=newest_format(self._migrations))
        with self._lock:
            self._close_left_behind()
            self._opened.append((threading.current_thread(), connection))
        self._local.file = file
        if self._has_moved(connection):
            self._forget(connection)
            return None
        with self._lock:
            migrate(connection, file, self._migrations, self._has_moved)
        self._local.connection = connection
        return connection

    def _has_moved(self, connection: sqlite3.Connection) -> bool:
        opened: StoreFile | None = getattr(self._local, "file", None)
        return opened is not None and has_moved(connection, self._path, opened.path)

    def _forget(self, connection: sqlite3.Connection) -> None:
        """Closes a connection of this thread."""
        with self._lock:
            self._opened = [one for one in self._opened if one[1] is not connection]
        connection.close()
        self._local.connection = None

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


def migrate(
    connection: sqlite3.Connection,
    file: StoreFile,
    migrations: Sequence[Migration],
    has_moved: Callable[[sqlite3.Connection], bool],
) -> None:
    """Brings the file to the newest version, after copying it aside: all of it or nothing.

    The copy is made under the write lock. Else a second program that starts at the same time
    could write over it with what the first one has migrated already.
    """
    newest = newest_format(migrations)
    if format_of(connection) >= newest:
        return
    with _transaction(connection, _IMMEDIATE):
        if has_moved(connection):
            return
        version = format_of(connection)  # under the lock: another program may have done it
        if 0 < version < newest:
            with explained_by_system(file.path):
                _back_up(file, file.path.with_name(f"{file.path.name}.before-{newest}.bak"))
        for migration in migrations:
            if migration.number > version:
                apply(connection, migration)


_IMMEDIATE = "BEGIN IMMEDIATE"  # holds the write lock from its start


@contextmanager
def _transaction(connection: sqlite3.Connection, begin: str) -> Iterator[None]:
    """Undone whole when anything fails."""
    connection.execute(begin)
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:  # else SQLite has rolled back by itself (full disk)
            connection.execute("ROLLBACK")
        raise


def _back_up(file: StoreFile, target: Path) -> None:
    unfinished = target.with_name(f"{target.name}.part")
    unfinished.unlink(missing_ok=True)  # a program that was killed while it copied
    target.with_name(f"{unfinished.name}-journal").unlink(missing_ok=True)
    make_private(unfinished)
    # A connection that is in a write transaction cannot be the source: SQLite waits for its end.
    with (
        closing(file.connect()) as source,
        closing(StoreFile(unfinished, file.key).connect()) as copy,
    ):
        source.backup(copy)
    unfinished.replace(target)
    log.info("copied the database to %s before changing its format", target.name)
