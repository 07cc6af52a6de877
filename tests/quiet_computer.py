"""Whether a computer was left alone while a test measured time: told by a witness of its own.

A test that asserts a time, a rate or a share of a processor is wrong on a computer that is busy
with other things, however right the product is. Such a test is `timed`, and says by `on_time` or
`by_own_effort` which of its assertions these are. Where one does not hold, what was seen *beside*
the measurement decides: on a quiet computer the test fails; on a disturbed one it runs again, and
when no try was left in peace it is skipped with what disturbed it. All else fails at once, always.

The evidence is independent of what is asserted: how late a process wakes up that does nothing else,
and which processors other programs than this test run used. `CONTRIBUTING.md` says what
both are on a quiet and on a busy computer.
"""

from __future__ import annotations

import functools
import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import ParamSpec, Self

import psutil
import pytest

TRIES = 2
# Measured with `python -m tests.quiet_computer`: 0.4 ms on a quiet computer, 2.6 ms where its host
# has other guests, whose delays medians of 1 ms do feel. A laboratory of six streams makes the
# witness late by 2.7 ms itself.
MOST_LATENESS_P99_MS = 3.0
MOST_LATENESS_MS = 25.0
MOST_OTHERS_PROCESSORS = 0.15
# The process that stands for the whole test run, where several share it.
RUN_PID = "WORKSPACE_ASSISTANT_TEST_RUN_PID"
# Processor time is counted in ticks of 10 ms: in less than this they say nothing.
SHORTEST_SHARE_S = 0.5
_WITNESS = str(Path(__file__).with_name("lateness_witness.py"))

Arguments = ParamSpec("Arguments")


class MistimedError(AssertionError):
    """What was asserted about time does not hold; a disturbed computer would explain it."""


class OverworkedError(MistimedError):
    """What was asserted about processor time does not hold; only other programs explain it.

    Attributes:
        most_others: as many processors as others may use without touching what was asserted.
    """

    def __init__(self, message: str, most_others: float) -> None:
        super().__init__(message)
        self.most_others = most_others


@contextmanager
def on_time() -> Iterator[None]:
    """Assertions inside hold on a computer that wakes programs up when they asked for it."""
    try:
        yield
    except AssertionError as error:
        raise MistimedError(str(error)) from error


@contextmanager
def by_own_effort(most_others: float = MOST_OTHERS_PROCESSORS) -> Iterator[None]:
    """Assertions inside hold where no other program takes processors and their caches away."""
    try:
        yield
    except AssertionError as error:
        raise OverworkedError(str(error), most_others) from error


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What was seen beside a measurement.

    Attributes:
        lateness_p99_ms: one wake-up in a hundred came later than this.
        others_processors: how many processors other programs kept busy on average, with those that
            the host took away; 0 where the time was too short to tell.
    """

    window_s: float
    lateness_p99_ms: float
    lateness_max_ms: float
    others_processors: float

    def explains(self, error: MistimedError) -> bool:
        """Late timers do not excuse processor time: the product itself may be what delays them."""
        if isinstance(error, OverworkedError):
            return self.others_processors > error.most_others
        return (
            self.others_processors > MOST_OTHERS_PROCESSORS
            or self.lateness_p99_ms > MOST_LATENESS_P99_MS
            or self.lateness_max_ms > MOST_LATENESS_MS
        )

    def in_words(self) -> str:
        return (
            f"timers late by {self.lateness_p99_ms:.1f} ms (1 in 100) and up to "
            f"{self.lateness_max_ms:.1f} ms, other programs busy on "
            f"{self.others_processors:.2f} processors, in {self.window_s:.1f} s"
        )


class Watch:
    """Watches the computer as long as it is open; a context manager."""

    def __enter__(self) -> Self:
        self._witness = subprocess.Popen(
            [sys.executable, "-I", "-S", _WITNESS],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert self._witness.stdout is not None
        self._witness.stdout.readline()
        self._began_s, self._used_s, self._ours_s = time.monotonic(), used_s(), ours_s()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._witness.kill()
        self._witness.communicate()

    def evidence(self) -> Evidence:
        """What was seen since the beginning. To be asked once."""
        others_s = (used_s() - self._used_s) - (ours_s() - self._ours_s)
        window_s = time.monotonic() - self._began_s
        told, _ = self._witness.communicate("\n")
        late_ms: list[float] = sorted(json.loads(told)) or [0.0]
        return Evidence(
            window_s=window_s,
            lateness_p99_ms=late_ms[int(0.99 * (len(late_ms) - 1))],
            lateness_max_ms=late_ms[-1],
            others_processors=(
                max(0.0, others_s / window_s) if window_s >= SHORTEST_SHARE_S else 0.0
            ),
        )


def used_s() -> float:
    """Processor time that programs used since the start, and that a host took from this computer.

    Without that of interrupts: a laboratory's own packets cause them.
    """
    times = psutil.cpu_times()
    return float(times.user + times.system + sum(getattr(times, x, 0.0) for x in ("nice", "steal")))


def ours_s() -> float:
    """Processor time of this test run: of all that it started, with what has ended since."""
    first = psutil.Process(int(os.environ.get(RUN_PID, os.getpid())))
    total_s = 0.0
    for process in (first, *first.children(recursive=True)):
        with suppress(psutil.Error):
            times = process.cpu_times()
            total_s += times.user + times.system
            total_s += getattr(times, "children_user", 0.0) + getattr(times, "children_system", 0.0)
    return total_s


def timed(test: Callable[Arguments, None]) -> Callable[Arguments, None]:
    """A test with assertions `on_time`: decided on a quiet computer, or not at all."""

    @functools.wraps(test)
    def judged(*args: Arguments.args, **kwargs: Arguments.kwargs) -> None:
        seen: list[Evidence] = []
        for _ in range(TRIES):
            with Watch() as watch:
                try:
                    return test(*args, **kwargs)
                except MistimedError as error:
                    seen.append(watch.evidence())
                    if not seen[-1].explains(error):
                        error.add_note(f"on a quiet computer: {seen[-1].in_words()}")
                        raise
        pytest.skip(f"computer too busy to tell: {seen[-1].in_words()}")

    return judged


def main(seconds: float) -> None:
    """Print what a witness sees now: for setting the limits above."""
    with Watch() as watch:
        time.sleep(seconds)
        sys.stdout.write(f"{watch.evidence().in_words()}\n")


if __name__ == "__main__":
    main(float(sys.argv[1]) if len(sys.argv) > 1 else 5.0)
