"""Writes files whole or not at all."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

_MOST_OF_NAME = 20


def write_whole(path: Path, content: bytes) -> None:
    """Replaces *path* by *content*; a reader or a crash sees the old file or the new one.

    Raises OSError, and leaves nothing behind, when the place cannot be written.
    """
    descriptor, name = tempfile.mkstemp(prefix=f".{beginning(path.name)}.", dir=path.parent)
    unfinished = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        unfinished.replace(path)
    except BaseException:
        unfinished.unlink(missing_ok=True)
        raise


def beginning(name: str) -> str:
    """Of the name that a file has while it is written, between dots; a crash may leave it behind.

    A name that just fits would not with more around it.
    """
    return name[:_MOST_OF_NAME]
