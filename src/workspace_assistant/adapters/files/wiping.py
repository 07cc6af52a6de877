"""Takes files away so that their content is overwritten first.

On a magnetic disk nothing is left then. Solid state disks, and file systems that write elsewhere
what is overwritten (copy on write, snapshots), may keep the old blocks for a while: only an
encrypted disk is safe against who takes it apart.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

_ZEROS = bytes(1024 * 1024)


def wipe(path: Path) -> None:
    """*path*, with everything in it where it is a folder. What is not there is no error.

    A link is taken away, not followed.
    """
    if path.is_symlink() or not path.exists():
        path.unlink(missing_ok=True)
        return
    for file in tuple(_files(path)):
        overwrite(file)
        file.unlink()
    if path.is_dir():
        shutil.rmtree(path)


def _files(path: Path) -> Iterator[Path]:
    if not path.is_dir():
        yield path
        return
    for folder, _, names in os.walk(path):
        files = (Path(folder) / name for name in names)
        yield from (one for one in files if one.is_file() and not one.is_symlink())


def overwrite(file: Path) -> None:
    if file.stat().st_size == 0:
        return
    file.chmod(0o600)
    with file.open("r+b") as opened:
        overwrite_opened(opened)


def overwrite_opened(opened: BinaryIO) -> None:
    """*opened* to be written at its start; it may have no name any more."""
    left = os.fstat(opened.fileno()).st_size
    while left > 0:
        left -= opened.write(_ZEROS[:left])
    opened.flush()
    os.fsync(opened.fileno())
