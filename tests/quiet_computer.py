"""Whether a computer was left alone while a test measured time: told by a witness of its own.

A test that asserts a time, a rate or a share of a processor is wrong on a computer that is busy
with other things, however right the product is. Such a test is `timed`, and says by `on_time` or
`by_own_effort` which of its assertions these are. Where one does not hold, what was seen *beside*
the measurement decides: on a quiet computer the test fails; on a disturbed one it runs again, and
when no try was left in peace it is skipped with what disturbed it. Where other tests of the same
run are beside it, it is put off until they are done. All else fails at once, always.

The evidence is independent of what is asserted: how late a process wakes up that does nothing else;
how late those do that the computer itself puts before all its programs, the tested one included;
and which processors other programs than this test run used. Where that explains nothing, the
computer is watched for a moment longer, at rest. `CONTRIBUTING.md` says what all of them are on a
quiet and on a busy computer.
"""

from __future__ import annotations

import functools
import json
import os
import struct
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import ParamSpec, Self

import psutil
import pytest

TRIES = 2
# CONTRIBUTING.md has what was measured. A program like others is late by 0.4 ms where nothing
# disturbs it; a laboratory of six streams makes it late by 2.7 ms itself.
MOST_LATENESS_P99_MS = 3.0
MOST_LATENESS_MS = 25.0
# One that stands before all others: 0.2 ms whatever else this computer does; 1 to 4 ms, and stalls
# of 5 to 30 ms, where the host has other guests.
MOST_HOST_P99_MS = 0.8
MOST_HOST_STALL_MS = 5.0
MOST_OTHERS_PROCESSORS = 0.15
# How long an idle computer is watched after an assertion that did not hold, and why it did not is
# not known yet.
AFTERMATH_S = 2.0
# The process that stands for the whole test run, where several share it.
RUN_PID = "WORKSPACE_ASSISTANT_TEST_RUN_PID"
# A file that lists the tests that were too late beside other tests, and are asked again later.
PUT_OFF = "WORKSPACE_ASSISTANT_PUT_OFF"
# Processor time is counted in ticks of 10 ms: in less than this they say nothing.
SHORTEST_SHARE_S = 0.5
_WITNESS = str(Path(__file__).with_name("lateness_witness.py"))
# Linux, for administrators: as long as this is open and holds a zero, idle processors stay awake.
_SLEEP_DELAYS = Path("/dev/cpu_dma_latency")

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
    """What was seen beside a measurement, or after it.

    Attributes:
        lateness_p99_ms: one wake-up in a hundred came later than this.
        host_p99_ms: the same of witnesses that stand before all programs of this computer, each on
            a processor of its own, of the latest one; 0 where that is not permitted.
        others_processors: how many processors other programs kept busy on average, with those that
            the host took away; 0 where the time was too short to tell.
    """

    window_s: float
    lateness_p99_ms: float
    lateness_max_ms: float
    host_p99_ms: float
    host_max_ms: float
    others_processors: float

    def explains(self, error: MistimedError) -> bool:
        """Late timers do not excuse processor time: the product itself may be what delays them."""
        if isinstance(error, OverworkedError):
            return self.others_processors > error.most_others
        return (
            self.others_processors > MOST_OTHERS_PROCESSORS
            or self.lateness_p99_ms > MOST_LATENESS_P99_MS
            or self.lateness_max_ms > MOST_LATENESS_MS
            or self.tells_of_a_disturbed_host()
        )

    def tells_of_a_disturbed_host(self) -> bool:
        return self.host_p99_ms > MOST_HOST_P99_MS or self.host_max_ms > MOST_HOST_STALL_MS

    def explains_at_rest(self, error: MistimedError) -> bool:
        """Seen when nothing of this test run works: then the product is not what delays timers.

        Guests that do so all the time take caches too; a single stall costs no processor time.
        """
        if isinstance(error, OverworkedError):
            return self.explains(error) or self.host_p99_ms > MOST_HOST_P99_MS
        return self.explains(error)

    def in_words(self) -> str:
        return (
            f"timers late by {self.lateness_p99_ms:.1f} ms (1 in 100) and up to "
            f"{self.lateness_max_ms:.1f} ms, by {self.host_p99_ms:.1f} ms and up to "
            f"{self.host_max_ms:.1f} ms before all programs, other programs busy on "
            f"{self.others_processors:.2f} processors, in {self.window_s:.1f} s"
        )


class Watch:
    """Watches the computer as long as it is open, and keeps its processors awake meanwhile.

    A processor that sleeps between two packets has to be woken up by the host, which takes a
    disturbed host milliseconds; one that waits awake does not.
    """

    def __enter__(self) -> Self:
        self._until = ExitStack()
        self._until.enter_context(awake_processors())
        self._ordinary = self._until.enter_context(_Witness())
        self._first = [self._until.enter_context(_Witness(x)) for x in processors()]
        self._began_s, self._used_s, self._ours_s = time.monotonic(), used_s(), ours_s()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._until.close()

    def evidence(self) -> Evidence:
        """What was seen since the beginning. To be asked once."""
        others_s = (used_s() - self._used_s) - (ours_s() - self._ours_s)
        window_s = time.monotonic() - self._began_s
        lateness_p99_ms, lateness_max_ms = self._ordinary.late_ms()
        first = [one.late_ms() for one in self._first]
        return Evidence(
            window_s=window_s,
            lateness_p99_ms=lateness_p99_ms,
            lateness_max_ms=lateness_max_ms,
            host_p99_ms=max((p99_ms for p99_ms, _ in first), default=0.0),
            host_max_ms=max((max_ms for _, max_ms in first), default=0.0),
            others_processors=(
                max(0.0, others_s / window_s) if window_s >= SHORTEST_SHARE_S else 0.0
            ),
        )


class _Witness:
    """A process of its own: one among others, or the first one on a processor."""

    def __init__(self, processor: int | None = None) -> None:
        place = [] if processor is None else [str(processor)]
        self._command = [sys.executable, "-I", "-S", _WITNESS, *place]

    def __enter__(self) -> Self:
        pipe = subprocess.PIPE
        self._process = subprocess.Popen(self._command, stdin=pipe, stdout=pipe, text=True)
        assert self._process.stdout is not None
        self._process.stdout.readline()
        return self

    def __exit__(self, *_: object) -> None:
        self._process.kill()
        self._process.communicate()

    def late_ms(self) -> tuple[float, float]:
        """One wake-up in a hundred came later than the first; the second is the latest."""
        told, _ = self._process.communicate("\n")
        late_ms: list[float] = sorted(json.loads(told)) or [0.0]
        return late_ms[int(0.99 * (len(late_ms) - 1))], late_ms[-1]


@contextmanager
def awake_processors() -> Iterator[None]:
    """Idle processors wait for the next packet instead of sleeping, where that may be asked for."""
    with ExitStack() as until:
        with suppress(OSError):
            wish = until.enter_context(_SLEEP_DELAYS.open("wb", buffering=0))
            wish.write(struct.pack("i", 0))
        yield


def processors() -> list[int]:
    return sorted(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else []


def aftermath() -> Evidence:
    """What the computer does to a test run that does nothing."""
    with Watch() as watch:
        time.sleep(AFTERMATH_S)
        return watch.evidence()


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


def excuse(error: MistimedError, beside: Evidence) -> str:
    """The words of what explains *error*; raises it where nothing does."""
    if beside.explains(error):
        return beside.in_words()
    after = aftermath()
    if after.explains_at_rest(error):
        return f"{after.in_words()}, of rest afterwards"
    error.add_note(f"on a quiet computer: {beside.in_words()}; at rest: {after.in_words()}")
    raise error


def timed(test: Callable[Arguments, None]) -> Callable[Arguments, None]:
    """A test with assertions `on_time`: decided on a quiet computer, or not at all."""

    @functools.wraps(test)
    def judged(*args: Arguments.args, **kwargs: Arguments.kwargs) -> None:
        if put_off := os.environ.get(PUT_OFF):
            try:
                return test(*args, **kwargs)
            except MistimedError as error:
                put_off_to(Path(put_off))
                pytest.skip(f"to be asked again with no other test beside it: {error}")
        said = ""
        for _ in range(TRIES):
            with Watch() as watch:
                try:
                    return test(*args, **kwargs)
                except MistimedError as error:
                    said = excuse(error, watch.evidence())
        pytest.skip(f"computer too busy to tell: {said}")

    return judged


def put_off_to(list_of_tests: Path) -> None:
    test, _, _ = os.environ["PYTEST_CURRENT_TEST"].rpartition(" (")
    with list_of_tests.open("a", encoding="utf-8") as file:
        file.write(f"{test}\n")


def main(seconds: float) -> None:
    """Print what a witness sees now: for setting the limits above."""
    with Watch() as watch:
        time.sleep(seconds)
        sys.stdout.write(f"{watch.evidence().in_words()}\n")


if __name__ == "__main__":
    main(float(sys.argv[1]) if len(sys.argv) > 1 else 5.0)
