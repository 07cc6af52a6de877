"""Background jobs: what a job may do while it runs. No Qt: the command line runs the same jobs."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, field, replace
from typing import Protocol, TypeVar

# A wait for two events at once looks for the second one so often.
_LOOK_OUTSIDE_S = 0.05

ResultT_co = TypeVar("ResultT_co", covariant=True)


class JobCancelledError(Exception):
    """The job was asked to stop and did."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """One sign of life from a job.

    Attributes:
        source: which part speaks: a check id, or empty for the whole job.
        stage: what happens now, an English sentence marked for translation.
        fraction: how far this part has come, 0 to 1, or None when that cannot be known.
        reading: a live value to draw (a level, a rate, a finished result), or None.
    """

    source: str = ""
    stage: str = ""
    fraction: float | None = None
    reading: object | None = None


@dataclass(frozen=True, slots=True)
class JobContext:
    """Handed to a running job: how it reports, and how it learns that it must stop.

    A job calls `checkpoint` or `wait` at least every 100 ms; both raise `JobCancelledError`.
    """

    on_progress: Callable[[Progress], None]
    source: str = ""
    _stop: threading.Event = field(default_factory=threading.Event)
    _outer: JobContext | None = None
    _wakers: list[Callable[[], None]] = field(default_factory=list, compare=False)

    def report(
        self, stage: str = "", fraction: float | None = None, reading: object | None = None
    ) -> None:
        self.checkpoint()
        progress = Progress(source=self.source, stage=stage, fraction=fraction, reading=reading)
        self.on_progress(progress)

    def checkpoint(self) -> None:
        if self.is_cancelled:
            raise JobCancelledError

    def wait(self, seconds: float) -> None:
        """Sleep that ends early, with `JobCancelledError`, when the job is cancelled."""
        if self._outer is None:
            self._stop.wait(seconds)
        else:
            self._wait_within(self._outer, seconds)
        self.checkpoint()

    @property
    def is_cancelled(self) -> bool:
        return self._stop.is_set() or (self._outer is not None and self._outer.is_cancelled)

    def cancel(self) -> None:
        self._stop.set()
        for wake in tuple(self._wakers):
            wake()

    @contextmanager
    def woken(self, wake: Callable[[], None]) -> Iterator[None]:
        """Calls *wake* from the thread that cancels: for what waits in the system, not in `wait`.

        Once more than once, or shortly after the block, does no harm: *wake* must allow for both.
        """
        self._wakers.append(wake)
        outside = nullcontext() if self._outer is None else self._outer.woken(wake)
        try:
            with outside:
                self.checkpoint()
                yield
        finally:
            self._wakers.remove(wake)

    def inner(self, on_progress: Callable[[Progress], None]) -> JobContext:
        """A job inside this one: it can be cancelled alone, and is cancelled with this one."""
        return JobContext(on_progress, self.source, _outer=self)

    def _wait_within(self, outer: JobContext, seconds: float) -> None:
        left_s = seconds
        while left_s > 0 and not outer.is_cancelled:
            step_s = min(left_s, _LOOK_OUTSIDE_S)
            if self._stop.wait(step_s):
                return
            left_s -= step_s

    def part(self, source: str) -> JobContext:
        """The same job seen from one of its parts: progress carries *source*, cancel is shared."""
        return replace(self, source=source)


class Job(Protocol[ResultT_co]):
    def __call__(self, ctx: JobContext, /) -> ResultT_co: ...
