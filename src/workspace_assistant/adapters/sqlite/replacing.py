"""Replaces everything in an open database by what is in another file."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable

_PATIENCE_S = 10.0
_TRY_AGAIN_S = 0.02
_MOST_PAGES_AT_ONCE = 1024


def replace_content(
    target: sqlite3.Connection, source: sqlite3.Connection, meanwhile: Callable[[], None]
) -> None:
    """By SQLite's own backup, which writes in one transaction of *target*.

    After its first step that transaction has begun and nothing is committed: the moment for
    *meanwhile*. The first step must therefore not be the last one.
    """
    deadline_s = time.monotonic() + _PATIENCE_S
    has_begun = False

    def step(status: int, left: int, total: int) -> None:
        nonlocal has_begun
        del left, total
        if status == sqlite3.SQLITE_OK:
            if not has_begun:
                has_begun = True
                meanwhile()
        elif not has_begun and time.monotonic() > deadline_s:
            raise _busy()

    source.backup(target, pages=_pages_at_once(source), progress=step, sleep=_TRY_AGAIN_S)
    if not has_begun:  # would mean that a copy of one page was told as a whole
        raise sqlite3.DatabaseError("the backup went through without a copy of what was there")


def _pages_at_once(source: sqlite3.Connection) -> int:
    pages = int(source.execute("PRAGMA page_count").fetchone()[0])
    if pages < 2:
        raise sqlite3.DatabaseError("there is nothing in it")
    return min(pages // 2, _MOST_PAGES_AT_ONCE)


def _busy() -> sqlite3.OperationalError:
    error = sqlite3.OperationalError("database is locked")
    error.sqlite_errorcode = sqlite3.SQLITE_BUSY
    return error
