"""Ends work inside a library that cannot be asked to stop, after so much of the processor's time.

The processor's time and not the clock's: on a busy computer nothing is given up that would have
been done. For a process of its own only: it takes over the signal of Ctrl-C.
"""

from __future__ import annotations

import _thread
import signal
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType, TracebackType

_LOOK_EVERY_S = 0.02


class OutOfTimeError(BaseException):
    """Not an `Exception`: no library may take it for one of its own."""


class TimeBudget:
    """So many seconds in all; `share` gives a piece of work its part of them.

    Use as a context manager, in the main thread.
    """

    def __init__(self, total_s: float) -> None:
        self._ends_s = time.process_time() + total_s
        self._share_ends_s: float | None = None
        self._is_over = threading.Event()
        self._watcher = threading.Thread(target=self._watch, name="time-budget", daemon=True)

    def __enter__(self) -> TimeBudget:
        self._before = signal.signal(signal.SIGINT, self._interrupt)
        self._watcher.start()
        return self

    def __exit__(
        self,
        _type: type[BaseException] | None,
        _error: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        self._is_over.set()
        self._watcher.join()
        signal.signal(signal.SIGINT, self._before)

    @property
    def is_spent(self) -> bool:
        return time.process_time() >= self._ends_s

    @contextmanager
    def share(self, most_s: float) -> Iterator[None]:
        """Raises `OutOfTimeError` inside when it takes longer, or at once when none is left."""
        if self.is_spent:
            raise OutOfTimeError
        self._share_ends_s = min(time.process_time() + most_s, self._ends_s)
        try:
            yield
        finally:
            self._share_ends_s = None

    def _watch(self) -> None:
        while not self._is_over.wait(_LOOK_EVERY_S):
            ends_s = self._share_ends_s
            if ends_s is not None and time.process_time() > ends_s:
                _thread.interrupt_main()

    def _interrupt(self, _signal: int, _frame: FrameType | None) -> None:
        """In the main thread: what was over meanwhile is not interrupted any more."""
        ends_s = self._share_ends_s
        if ends_s is not None and time.process_time() > ends_s:
            self._share_ends_s = None
            raise OutOfTimeError
