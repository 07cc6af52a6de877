"""Puts a whole database where one is that SQLite takes for none, and keeps that one."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from workspace_assistant.adapters.sqlite.failures import explained_by_system

_BESIDE = ("-wal", "-shm", "-journal")


def put_in_place(new: Path, path: Path, aside: Path) -> None:
    """*aside* holds everything of the old one before anything of it goes.

    Cut short at any instant the old one is still there, at *path* or at *aside*, or the new one
    is. Never opens what lies at *path*. Raises `StoreUnavailableError`.
    """
    with explained_by_system(path):
        _keep(path, aside)
        for ending in _BESIDE:
            beside = path.with_name(f"{path.name}{ending}")
            if beside.exists():
                _keep(beside, aside.with_name(f"{aside.name}{ending}"))
                beside.unlink()
        _to_disk(new)
        new.replace(path)


def _keep(path: Path, aside: Path) -> None:
    """A second name for the same file; where the disk knows none, a copy."""
    try:
        os.link(path, aside)
    except OSError:
        shutil.copy2(path, aside)


def _to_disk(path: Path) -> None:
    with path.open("r+b") as file:
        os.fsync(file.fileno())
