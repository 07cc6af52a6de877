"""Finds what a damaged database can be restored from."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

BACKUP_FOLDER = "backups"


def newest_good_backup(path: Path) -> str:
    """The name of the newest whole backup of the database at *path*; empty where there is none.

    Names begin with the time, so that their order is that of time. Copies that were made before
    the format changed come last: they are older, and without the choices.
    """
    return next(_good(path), "")


def _good(path: Path) -> Iterator[str]:
    folder = path.parent / BACKUP_FOLDER
    yield from (one.name for one in sorted(folder.glob("*.zip"), reverse=True) if _is_whole(one))
    name = path.name.removesuffix(".encrypted")
    copies = path.parent.glob(f"{name}*.before-*.bak")
    yield from (one.name for one in sorted(copies, key=_made, reverse=True))


def _is_whole(archive: Path) -> bool:
    """Reads it through: that is what its checksums are for."""
    import zipfile
    import zlib

    try:
        with zipfile.ZipFile(archive) as opened:
            return opened.testzip() is None
    except (OSError, zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError):
        return False


def _made(copy: Path) -> tuple[float, str]:
    return copy.stat().st_mtime, copy.name
