"""An alarm by the kernel's timers (Linux): no wake-up before the instant, however far it is."""

from __future__ import annotations

import errno
import os
import select
import weakref
from contextlib import suppress
from datetime import UTC, datetime, timedelta

from workspace_assistant.core.jobs import JobContext

# timerfd_create(2). The clock is the wall clock, which goes on while the computer sleeps.
_CLOCK_REALTIME = 0
_ABSOLUTE, _CANCEL_ON_SET = 1, 2
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)
_EARLIEST_NS = 1  # nothing would stop the timer
_COUNT_BYTES = 8


class TimerAlarm:
    """Implements the port `Alarm`. One thread waits; any may ring. Raises OSError without timers.

    A clock that is set, also at the end of a sleep, ends a wait at once. Its descriptors are closed
    with it.
    """

    def __init__(self) -> None:
        self._rung = os.eventfd(0, os.EFD_CLOEXEC | os.EFD_NONBLOCK)
        try:
            self._timer = _made_timer()
        except OSError:
            os.close(self._rung)
            raise
        self._closing = weakref.finalize(self, _close, self._timer, self._rung)
        self._closing.atexit = False  # a thread may still wait, and the system closes them then
        self._poll = select.poll()
        for descriptor in (self._rung, self._timer):
            self._poll.register(descriptor, select.POLLIN)

    def wait(self, until: datetime, ctx: JobContext) -> None:
        with ctx.woken(self.ring):
            _set(self._timer, until)
            self._poll.poll()
        for descriptor in (self._rung, self._timer):
            _drain(descriptor)
        ctx.checkpoint()

    def ring(self) -> None:
        with suppress(BlockingIOError):  # it has been rung often enough
            os.eventfd_write(self._rung, 1)

    def close(self) -> None:
        """Nobody may wait or ring any more. Done by itself where nobody holds it."""
        self._closing()


def _close(*descriptors: int) -> None:
    for descriptor in descriptors:
        os.close(descriptor)


def _drain(descriptor: int) -> None:
    try:
        os.read(descriptor, _COUNT_BYTES)
    except BlockingIOError:
        pass  # it was the other one
    except OSError as error:
        if error.errno != errno.ECANCELED:  # the clock was set
            raise


def _made_timer() -> int:
    import ctypes  # late: the window paints first

    libc = ctypes.CDLL(None, use_errno=True)
    made = int(libc.timerfd_create(_CLOCK_REALTIME, os.O_CLOEXEC | os.O_NONBLOCK))
    if made < 0:
        raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))
    return made


def _set(timer: int, until: datetime) -> None:
    """At once where *until* is over."""
    import ctypes

    at_ns = max(_EARLIEST_NS, (until - _EPOCH) // _MICROSECOND * 1000)
    # struct itimerspec: an interval of nothing, then the instant; both seconds and nanoseconds.
    wanted = (ctypes.c_long * 4)(0, 0, at_ns // 10**9, at_ns % 10**9)
    libc = ctypes.CDLL(None, use_errno=True)
    failed = libc.timerfd_settime(timer, _ABSOLUTE | _CANCEL_ON_SET, ctypes.byref(wanted), None)
    if failed and ctypes.get_errno() != errno.ECANCELED:
        raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))
