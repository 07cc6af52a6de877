"""Takes the database for this program alone, to take it away."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager

from workspace_assistant.adapters.sqlite.database import Database
from workspace_assistant.adapters.sqlite.failures import explained, primary_code
from workspace_assistant.adapters.sqlite.store_file import StoreFile, driver_errors
from workspace_assistant.core.data_keeping import texts
from workspace_assistant.core.errors import RefusedError

_NO_LOCKS = (sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT)


@contextmanager
def taken_alone(file: StoreFile, patience_s: float = 1.0) -> Iterator[None]:
    """Nobody else has it open, and nobody else can open it, until the block ends.

    A program that uses the write-ahead log holds a lock for as long as it has the file open; the
    exclusive mode wants none of them there. Raises `RefusedError` where there is one.
    """
    with explained(file.path), closing(_connected(file, patience_s)) as connection:
        try:
            connection.execute("PRAGMA locking_mode = EXCLUSIVE")
            connection.execute("BEGIN EXCLUSIVE")
            connection.execute("COMMIT")  # the lock stays: that is what the mode is for
        except driver_errors() as error:
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


def _connected(file: StoreFile, patience_s: float) -> sqlite3.Connection:
    # Made only to take away what is there: a file that is not there is not made.
    return file.connect(timeout_s=patience_s, uri="mode=rw")
