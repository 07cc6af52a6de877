"""Reads a file beside which SQLite can put nothing: a disk that is full, or may only be read."""

from __future__ import annotations

import logging
import sqlite3
from pathlib import Path

from workspace_assistant.adapters.sqlite.store_file import StoreFile

log = logging.getLogger(__name__)


def read_alone(file: StoreFile) -> sqlite3.Connection | None:
    """A connection that reads the file as it lies there; None where that would not be all of it.

    In the mode of the write-ahead log SQLite keeps two files beside the database, also to read.
    Told that the file never changes (``immutable``) it does without, and takes no locks. The risk:
    a program that begins to write in this very moment may make one answer fail, or mix two states
    in it. Nothing can be written on such a disk, but space may just have become free. So each
    reading gets a connection of its own, which is closed right after it. What is in the
    write-ahead log would be passed over: where there is anything in it, nothing is read.
    """
    path = file.path
    if _size(path) == 0 or _size(path.with_name(f"{path.name}-wal")) > 0:
        return None
    log.warning("%s is read without the files beside it, which cannot be made", path.name)
    return file.connect(uri="mode=ro&immutable=1")


def _size(path: Path) -> int:
    """Asked of its folder: the file itself is never opened beside SQLite."""
    try:
        return path.stat().st_size
    except OSError:
        return 0
