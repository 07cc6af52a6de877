"""A copy of the live database in a file of its own, verified by opening it."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from workspace_assistant.adapters.sqlite.database import Database
from workspace_assistant.adapters.sqlite.failures import damaged, explained, explained_by_system
from workspace_assistant.adapters.sqlite.kind_tables import contents
from workspace_assistant.adapters.sqlite.store_file import StoreFile, driver_errors
from workspace_assistant.core.data_keeping.model import Contents
from workspace_assistant.core.errors import StoreUnavailableError

_WHOLE = "ok"
_PAGES_AT_ONCE = 2000


def snapshot(
    database: Database, target: Path, checkpoint: Callable[[], None] = lambda: None
) -> Contents:
    """Copies everything that is committed to the new file *target*; others may write meanwhile.

    The copy is encrypted as the original is, with the same key.

    The copy needs no file beside it, and is as whole as it is told: its pages, its format and the
    number of rows of each table are those of the original. Raises `StoreUnavailableError`; a
    damaged database is told as such. What is not on the disk yet when it returns may be lost by a
    power cut: whoever keeps the copy sees to that. *checkpoint* is called now and then; what it
    raises ends the copying.
    """
    with explained_by_system(target):
        os.close(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    with database.reading() as original:
        held = contents(original)  # reads first: from now on it is one state, whoever writes
        key = database.file().key
        with explained(target), closing(_quick(StoreFile(target, key))) as copy:
            original.backup(copy, pages=_PAGES_AT_ONCE, progress=lambda *_: checkpoint())
            copy.execute("PRAGMA journal_mode = DELETE")
    checkpoint()
    with explained(target):
        if fault := fault_in(StoreFile(target, key), held):
            raise damaged(database.path, fault)
    return held


def page_copy(file: StoreFile, target: Path) -> None:
    """A copy of a damaged database, page by page, with the damage in it.

    Raises `StoreUnavailableError`; then there is no copy.
    """
    with explained_by_system(target):
        os.close(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    try:
        with (
            explained(file.path),
            closing(file.connect()) as original,
            closing(StoreFile(target, file.key).connect()) as copy,
        ):
            original.backup(copy)
    except StoreUnavailableError:
        target.unlink()
        raise


def fault_in(file: StoreFile, expected: Contents | None = None) -> str:
    """What is wrong with a database that no program has open; empty for nothing."""
    with closing(opened_alone(file)) as connection:
        try:
            (found,) = connection.execute("PRAGMA integrity_check(1)").fetchone()
            if found != _WHOLE:
                return str(found).strip().splitlines()[-1]
            if expected is not None and contents(connection) != expected:
                return "the copy does not hold what the original does"
        except driver_errors() as error:
            return str(error)
    return ""


def check_whole(database: Database) -> None:
    """Looks through the live database. Raises `StoreUnavailableError` where it is damaged."""
    with database.reading() as connection:
        (found,) = connection.execute("PRAGMA quick_check(1)").fetchone()
    if found != _WHOLE:
        raise damaged(database.path, str(found).strip().splitlines()[-1])


def opened_alone(file: StoreFile) -> sqlite3.Connection:
    """To read a file that nobody changes: nothing is put beside it."""
    return file.connect(uri="mode=ro&immutable=1")


def _quick(file: StoreFile) -> sqlite3.Connection:
    connection = file.connect()
    connection.execute("PRAGMA synchronous = OFF")
    return connection
