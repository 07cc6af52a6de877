"""What SQLite or the file system refuses, in the user's words."""

from __future__ import annotations

import errno
import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from workspace_assistant.adapters.sqlite.live_file import ENCRYPTED_ENDING, first_file
from workspace_assistant.adapters.sqlite.newest_backup import newest_good_backup
from workspace_assistant.adapters.sqlite.store_file import driver_errors
from workspace_assistant.core.errors import DamagedStoreError, StoreUnavailableError
from workspace_assistant.core.phrases import Phrase
from workspace_assistant.core.text import QT_TRANSLATE_NOOP

_FULL = (
    QT_TRANSLATE_NOOP("data", "the disk is full"),
    QT_TRANSLATE_NOOP("data", "Free some space, then try again."),
)
_READ_ONLY = (
    QT_TRANSLATE_NOOP("data", "the file may only be read"),
    QT_TRANSLATE_NOOP("data", "Allow writing to it and its folder, then try again."),
)
_RESTORE = QT_TRANSLATE_NOOP(
    "data", "Restore the newest good backup: workspace-assistant data restore {name}"
)
_NO_BACKUP = QT_TRANSLATE_NOOP(
    "data",
    "No backup lies beside it. To restore one from elsewhere: workspace-assistant data restore "
    "FILE",
)
_UNKNOWN = QT_TRANSLATE_NOOP("data", "{path}: {reason}. Nothing was changed there.")
_REFUSED = QT_TRANSLATE_NOOP("data", "{path}: {reason}. Nothing was changed there. {advice}")
_DAMAGED = QT_TRANSLATE_NOOP(
    "data", "{path}: the file is damaged ({fault}). Nothing was changed there. {advice}"
)
# By SQLite's primary result codes: what is the matter, and what to do.
_OF_SQLITE = {
    sqlite3.SQLITE_FULL: _FULL,
    sqlite3.SQLITE_READONLY: _READ_ONLY,
    sqlite3.SQLITE_BUSY: (
        QT_TRANSLATE_NOOP("data", "another program keeps it busy"),
        QT_TRANSLATE_NOOP("data", "Try again in a moment."),
    ),
    sqlite3.SQLITE_CORRUPT: (QT_TRANSLATE_NOOP("data", "the file is damaged"), _RESTORE),
    sqlite3.SQLITE_NOTADB: (
        QT_TRANSLATE_NOOP("data", "the file is not a database, or no longer one"),
        _RESTORE,
    ),
    sqlite3.SQLITE_CANTOPEN: (
        QT_TRANSLATE_NOOP("data", "the file cannot be opened"),
        QT_TRANSLATE_NOOP(
            "data", "See that its folder is there and yours, and that the disk is not full."
        ),
    ),
    sqlite3.SQLITE_IOERR: (
        QT_TRANSLATE_NOOP("data", "the disk failed to read or write"),
        QT_TRANSLATE_NOOP("data", "See that it is there and whole."),
    ),
}
# With a key that is not its own an encrypted file looks as one that is damaged at its beginning.
_NOT_DECRYPTED = (
    QT_TRANSLATE_NOOP(
        "data",
        "the file cannot be decrypted: it is damaged, or was encrypted with another key, which "
        "can be given by workspace-assistant data unlock",
    ),
    _RESTORE,
)
_DAMAGE = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB})
_OF_SYSTEM = {
    errno.ENOSPC: _FULL,
    errno.EDQUOT: _FULL,
    errno.EROFS: _READ_ONLY,
    errno.EACCES: _READ_ONLY,
    errno.EPERM: _READ_ONLY,
}


_SMALLEST_GROWTH_BYTES = 32 * 1024  # of the file that SQLite's programs share


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turns what goes wrong with the database at *path* into `StoreUnavailableError`."""
    try:
        yield
    except driver_errors() as error:
        path = first_file(path)
        raise _said(_kind_of(error), path, _known(path, error), error) from error


@contextmanager
def explained_by_system(path: Path) -> Iterator[None]:
    """The same for the file beside SQLite: only where the file itself is made."""
    try:
        yield
    except OSError as error:
        known = _OF_SYSTEM.get(error.errno or 0)
        raise _said(StoreUnavailableError, path, known, error) from error


def _kind_of(error: sqlite3.Error) -> type[StoreUnavailableError]:
    return DamagedStoreError if primary_code(error) in _DAMAGE else StoreUnavailableError


def primary_code(error: sqlite3.Error) -> int:
    """Without the detail in its upper bits; 0 for errors of the driver itself."""
    code = getattr(error, "sqlite_errorcode", None)
    return int(code) & 0xFF if code is not None else 0


def _known(path: Path, error: sqlite3.Error) -> tuple[str, str] | None:
    """SQLite needs two files beside it, also to read; what it says of these is not the cause."""
    code = primary_code(error)
    if code == sqlite3.SQLITE_CANTOPEN and not os.access(path.parent, os.W_OK):
        return _READ_ONLY
    # A file that cannot grow to be shared between programs is a failing disk to SQLite.
    if code in (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_IOERR) and _is_full(path.parent):
        return _FULL
    if code == sqlite3.SQLITE_NOTADB and path.name.endswith(ENCRYPTED_ENDING):
        return _NOT_DECRYPTED
    return _OF_SQLITE.get(code)


def _is_full(folder: Path) -> bool:
    try:
        return shutil.disk_usage(folder).free < _SMALLEST_GROWTH_BYTES
    except OSError:
        return False


def _said(
    kind: type[StoreUnavailableError], path: Path, known: tuple[str, str] | None, error: Exception
) -> StoreUnavailableError:
    if known is None:
        return kind(_UNKNOWN, path=str(path), reason=str(error))
    what, advice = known
    then = _restoring(path) if advice is _RESTORE else Phrase(advice)
    return kind(_REFUSED, path=str(path), reason=Phrase(what), advice=then)


def _restoring(path: Path) -> Phrase:
    name = newest_good_backup(path)
    return Phrase(_RESTORE, name=name) if name else Phrase(_NO_BACKUP)


def damaged(path: Path, fault: str) -> DamagedStoreError:
    """For damage that was looked for and found; *fault* says it as SQLite does."""
    return DamagedStoreError(_DAMAGED, path=str(path), fault=fault, advice=_restoring(path))
