"""Tells the programs that work on one data directory whether a check runs in any of them."""

from __future__ import annotations

import logging
import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from workspace_assistant.core.jobs import JobContext

log = logging.getLogger(__name__)

_NAME = "check.lock"
_ALONE_NAME = "preshift.lock"
# A check looks every 100 ms whether it is to stop; some wait for the system a little longer.
_PATIENCE_S = 3.0
_LOOK_EVERY_S = 0.02


class CheckTurn:
    """A lock of the system, which ends with the program that holds it, however that ends.

    Checks that a person starts may run beside each other; each holds a share of the lock. One that
    runs by itself gives way to them, in the same program.
    """

    def __init__(self, directory: Path) -> None:
        self._path = directory / _NAME
        self._silent: list[JobContext] = []

    @contextmanager
    def held(self) -> Iterator[None]:
        """By a check that a person starts. Where nothing can be written it runs all the same."""
        self._end_silent()
        with self._share():
            yield

    @contextmanager
    def held_silently(self, ctx: JobContext) -> Iterator[JobContext]:
        """By a check that runs by itself, in the context given: a person's check cancels that."""
        inner = JobContext(ctx.on_progress, ctx.source)
        self._silent.append(inner)
        try:
            with ctx.woken(inner.cancel), self._share():
                yield inner
        finally:
            self._silent.remove(inner)

    def _end_silent(self) -> None:
        deadline_s = time.monotonic() + _PATIENCE_S
        for one in tuple(self._silent):
            one.cancel()
        while self._silent and time.monotonic() < deadline_s:
            time.sleep(_LOOK_EVERY_S)

    @contextmanager
    def _share(self) -> Iterator[None]:
        descriptor = _opened(self._path)
        try:
            if descriptor is not None:
                _lock(descriptor, is_shared=True)
            yield
        finally:
            if descriptor is not None:
                os.close(descriptor)

    @contextmanager
    def alone(self) -> Iterator[bool]:
        """Whether this is the one program, or thread, that runs checks by itself now.

        Where nothing can be written nothing can be claimed either: that is met there, and told.
        """
        descriptor = _opened(self._path.with_name(_ALONE_NAME))
        try:
            yield descriptor is None or _lock(descriptor, is_shared=False)
        finally:
            if descriptor is not None:
                os.close(descriptor)

    def is_held(self) -> bool:
        if not self._path.exists():
            return False
        descriptor = _opened(self._path)
        if descriptor is None:
            return False
        try:
            return not _lock(descriptor, is_shared=False)
        finally:
            os.close(descriptor)


def _opened(path: Path) -> int | None:
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        return os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    except OSError as error:
        log.warning("whether a check runs cannot be told: %s", error)
        return None


if sys.platform == "win32":
    import msvcrt

    def _lock(descriptor: int, *, is_shared: bool) -> bool:
        """Whether it was free; a second check beside the first goes on without it."""
        del is_shared
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _lock(descriptor: int, *, is_shared: bool) -> bool:
        """Whether it is ours. A share of it is waited for: others look for an instant alone."""
        try:
            fcntl.flock(descriptor, fcntl.LOCK_SH if is_shared else fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True
