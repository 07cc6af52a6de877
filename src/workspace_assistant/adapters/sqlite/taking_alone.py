"""Takes the database for this program alone, to take it away."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from workspace_assistant.adapters.sqlite.database import Database
from workspace_assistant.adapters.sqlite.failures import explained, primary_code
from workspace_assistant.core.data_keeping import texts
from workspace_assistant.core.errors import RefusedError

_PATIENCE_S = 1.0
_NO_LOCKS = (sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT)


@contextmanager
def taken_alone(path: Path) -> Iterator[None]:
    """Nobody else has it open, and nobody else can open it, until the block ends.

    A program that uses the write-ahead log holds a lock for as long as it has the file open; the
    exclusive mode wants none of them there. Raises `RefusedError` where there is one.
    """
    with explained(path), closing(_connected(path)) as connection:
        try:
            connection.execute("PRAGMA locking_mode = EXCLUSIVE")
            connection.execute("BEGIN EXCLUSIVE")
            connection.execute("COMMIT")  # the lock stays: that is what the mode is for
        except sqlite3.DatabaseError as error:
            if primary_code(error) == sqlite3.SQLITE_BUSY:
                raise RefusedError(texts.IN_USE) from error
            if primary_code(error) not in _NO_LOCKS:
                raise
        if os.name != "posix":  # there a file that is open cannot be taken away, not even by us
            connection.close()
        yield


def subscriptions(database: Database) -> tuple[str, ...]:
    """Of every subscribed calendar its id, whatever else its row says: a secret is kept by it."""
    query = "SELECT id FROM shift_source WHERE kind = 'subscription' ORDER BY id"
    with database.reading() as connection:
        return tuple(one for (one,) in connection.execute(query))


def collectors(database: Database) -> tuple[str, ...]:
    """The addresses that the person agreed to publish to: a token may be kept for them."""
    with database.reading() as connection:
        return tuple(url for (url,) in connection.execute("SELECT url FROM publishing"))


def _connected(path: Path) -> sqlite3.Connection:
    # Made only to take away what is there: a file that is not there is not made.
    uri = f"{path.absolute().as_uri()}?mode=rw"
    return sqlite3.connect(uri, uri=True, timeout=_PATIENCE_S, isolation_level=None)
