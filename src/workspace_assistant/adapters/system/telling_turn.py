"""Lets one program at a time tell what is news, so that two of them do not tell it both."""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

log = logging.getLogger(__name__)

_NAME = "telling.lock"


class TellingTurn:
    """A lock of the system, which ends with the program that holds it, however that ends."""

    def __init__(self, directory: Path, name: str = _NAME) -> None:
        """*name* of the file that is locked: whatever else one program at a time may do."""
        self._path = directory / name

    @contextmanager
    def taken(self) -> Iterator[bool]:
        """Whether it is ours; nobody waits. Where nothing can be written it is: better twice."""
        try:
            descriptor = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
        except OSError as error:
            log.warning("whether another program tells the same cannot be known: %s", error)
            yield True
            return
        try:
            yield _lock(descriptor)
        finally:
            os.close(descriptor)


if sys.platform == "win32":
    import msvcrt

    def _lock(descriptor: int) -> bool:
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _lock(descriptor: int) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
