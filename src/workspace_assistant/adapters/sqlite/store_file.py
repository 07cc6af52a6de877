"""A database file and the key it is encrypted with, and how either kind of it is opened.

SQLCipher is a second SQLite in the same process, which knows nothing of the locks of the first.
So no file is ever opened by both: what is not encrypted belongs to Python's own, what is encrypted
to SQLCipher, and the two have different names.
"""

from __future__ import annotations

import re
import sqlite3
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import cast

from workspace_assistant.core.data_keeping import encryption_texts as texts
from workspace_assistant.core.errors import StoreUnavailableError

_PACKAGE = "sqlcipher3"
_DRIVER = f"{_PACKAGE}.dbapi2"
_KEY = re.compile(r"[0-9a-f]{64}")  # 256 bits: the key itself, no word to derive one from


@dataclass(frozen=True, slots=True)
class StoreFile:
    """`key` is 64 hexadecimal digits; empty for a file that is not encrypted."""

    path: Path
    key: str = field(default="", repr=False)

    @property
    def is_encrypted(self) -> bool:
        return bool(self.key)

    def connect(
        self, *, timeout_s: float = 5.0, uri: str = "", by_cipher: bool = False
    ) -> sqlite3.Connection:
        """*uri* are SQLite's own parameters, such as ``mode=ro``. Transactions are the caller's.

        Where it is encrypted the connection is of SQLCipher's driver, which behaves the same; its
        errors are those of `driver_errors`. *by_cipher*: so is one to a plain file that nobody
        else has open.
        """
        target = f"{self.path.absolute().as_uri()}?{uri}" if uri else str(self.path)
        is_by_cipher = by_cipher or self.is_encrypted
        make = encrypting_connect(self.path) if is_by_cipher else sqlite3.connect
        connection = make(
            target,
            timeout=timeout_s,
            isolation_level=None,
            check_same_thread=False,
            uri=bool(uri),
        )
        if is_by_cipher:
            # What fails is told by us; SQLCipher would write to the terminal as well.
            connection.execute("PRAGMA cipher_log_level = NONE")
        if self.key:
            connection.execute(f"PRAGMA key = {key_literal(self.key)}")
            connection.execute("PRAGMA temp_store = MEMORY")  # nothing of it in plain on a disk
        return connection


def key_literal(key: str) -> str:
    """As SQL wants a raw key; it cannot be a parameter there. Empty for none."""
    if not key:
        return "''"
    if not _KEY.fullmatch(key):
        raise ValueError("a key has 64 hexadecimal digits")
    return f"\"x'{key}'\""


def attach(connection: sqlite3.Connection, file: StoreFile, name: str) -> None:
    """Opens *file* as well, in the same connection. One that is encrypted needs SQLCipher's."""
    key = f" KEY {key_literal(file.key)}" if is_of_cipher(connection) else ""
    connection.execute(f"ATTACH DATABASE ? AS {name}{key}", (str(file.path),))


def is_of_cipher(connection: sqlite3.Connection) -> bool:
    return not isinstance(connection, sqlite3.Connection)


def encrypting_connect(path: Path) -> Callable[..., sqlite3.Connection]:
    """Raises `StoreUnavailableError` where SQLCipher is not installed; *path* is what it is for."""
    try:
        driver = import_module(_DRIVER)
    except ImportError as error:
        raise StoreUnavailableError(texts.NO_CIPHER, path=str(path)) from error
    return cast("Callable[..., sqlite3.Connection]", driver.connect)


def can_open(file: StoreFile) -> bool:
    """Whether its key is the right one. Raises what the driver does for other trouble."""
    connection = file.connect(uri="mode=rw")
    try:
        connection.execute("PRAGMA schema_version").fetchone()
    except driver_errors() as error:
        if getattr(error, "sqlite_errorcode", 0) == sqlite3.SQLITE_NOTADB:
            return False
        raise
    finally:
        connection.close()
    return True


def can_encrypt() -> bool:
    """Whether SQLCipher is installed; nothing is loaded."""
    return find_spec(_PACKAGE) is not None


def driver_errors() -> tuple[type[sqlite3.Error], ...]:
    """What either driver raises; SQLCipher's only where it was loaded."""
    driver = sys.modules.get(_DRIVER)
    return (sqlite3.Error,) if driver is None else (sqlite3.Error, driver.Error)
