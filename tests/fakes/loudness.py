"""Levels of calls in memory, a microphone that hears what a test lets it hear, and their clock."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

import numpy as np
from numpy.typing import NDArray

from tests.fakes.sounds import Samples, speech_like
from workspace_assistant.core.facts.model import Fact, Unknown
from workspace_assistant.core.facts.telling import unknown
from workspace_assistant.core.jobs import JobCancelledError, JobContext
from workspace_assistant.core.loudness.model import CallLevel, Microphone, Taken
from workspace_assistant.core.loudness.ports import CallSound, NoTakeError
from workspace_assistant.core.spans import Span
from workspace_assistant.ui.feature_services import LoudnessServices

AT = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
RATE_HZ = 16_000
HEADSET = Microphone(source_id="usb.headset", name="Headset", port="mic", volume_db=-6.0)


def level(at: datetime = AT, dbov: float = -26.0, **of_microphone: object) -> CallLevel:
    return CallLevel(
        at=at,
        level_dbov=dbov,
        noise_dbov=-60.0,
        speech_s=2.5,
        microphone=replace(HEADSET, **of_microphone),  # type: ignore[arg-type] # by their names
    )


def sound(samples: Samples) -> CallSound:
    return CallSound(samples=samples.reshape(-1, 1), sample_rate_hz=RATE_HZ, microphone=HEADSET)


def talk(dbov: float = -26.0, noise_dbov: float = -70.0, pause_s: float = 1.5) -> Samples:
    """A pause, then a voice up to the end of the fourth second."""
    hiss = np.random.default_rng(7).standard_normal(4 * RATE_HZ) * 10 ** (noise_dbov / 20)
    hiss[round(pause_s * RATE_HZ) :] += speech_like(dbov, 4 - pause_s, RATE_HZ)
    return hiss


@dataclass
class HeardFrom:
    """A `Detector` that hears speech from `pause_s` on, whatever there is."""

    pause_s: float
    frame_s: float = 0.016

    def probabilities(self, samples_16k: NDArray[np.floating]) -> NDArray[np.float64]:
        ends_s = self.frame_s * np.arange(samples_16k.size // 256)
        return (ends_s >= self.pause_s).astype(np.float64)


@dataclass
class MemoryLoudnessStore:
    """Implements `LoudnessStore`."""

    kept: list[CallLevel] = field(default_factory=list)

    def put(self, level: CallLevel) -> None:
        self.kept.append(level)

    def levels(self, span: Span) -> tuple[CallLevel, ...]:
        found = [one for one in self.kept if span.holds(one.at)]
        return tuple(sorted(found, key=lambda one: one.at))


@dataclass
class ScriptedMicrophone:
    """Implements `CallMicrophone`: hears `heard`, or what it raises in place of that."""

    heard: CallSound | NoTakeError
    lengths_s: list[float] = field(default_factory=list)

    def record(self, length_s: float, ctx: JobContext) -> CallSound:
        self.lengths_s.append(length_s)
        if isinstance(self.heard, NoTakeError):
            raise self.heard
        return self.heard


@dataclass
class SteppedTime:
    """A clock and an alarm: each wait lets the time go by, and the test's next step happens.

    A step is a number of seconds at most, then what happens; without steps the job is cancelled.
    """

    steps: list[tuple[float, Callable[[], None]]] = field(default_factory=list)
    steady: float = 1000.0
    waits_s: list[float] = field(default_factory=list)
    rings: int = 0

    def now(self) -> datetime:
        return AT + timedelta(seconds=self.steady - 1000)

    def steady_s(self) -> float:
        return self.steady

    def wait(self, until: datetime, ctx: JobContext) -> None:
        left_s = (until - self.now()).total_seconds()
        self.waits_s.append(left_s)
        if not self.steps:
            raise JobCancelledError
        length_s, happens = self.steps[0]
        if left_s < length_s:
            self.steps[0] = (length_s - max(0.0, left_s), happens)
            self.steady += max(0.0, left_s)
            return
        del self.steps[0]
        self.steady += length_s
        happens()

    def ring(self) -> None:
        self.rings += 1


class LoudnessWorld:
    """The loudness of calls for a window; the watch reports what a test wants reported.

    Attributes:
        turned: each choice that was made.
        fault: raised by reading and by choosing while it is set.
        watch_fault: raised by the watch: something unforeseen.
    """

    def __init__(self) -> None:
        self.is_on = False
        self.obstacle = ""
        self.trend: Fact | Unknown = unknown(
            "calls.loudness_change", "loudness-not-measured-in-week"
        )
        self.turned: list[bool] = []
        self.fault: Exception | None = None
        self.watch_fault: Exception | None = None
        self._is_running = threading.Event()
        self._ctx: JobContext | None = None

    @property
    def services(self) -> LoudnessServices:
        return LoudnessServices(
            watch=self._watch,
            is_on=self._is_on,
            turn=self._turn,
            obstacle=lambda: self.obstacle,
            trend=lambda: self.trend,
        )

    def report(self, taken: Taken) -> None:
        """A reading of the watch."""
        assert self._is_running.wait(5)
        assert self._ctx is not None
        self._ctx.report(reading=taken)

    def _watch(self, ctx: JobContext, /) -> None:
        self._ctx = ctx
        self._is_running.set()
        while True:
            if self.watch_fault is not None:
                raise self.watch_fault
            ctx.wait(0.02)

    def _is_on(self) -> bool:
        if self.fault is not None:
            raise self.fault
        return self.is_on

    def _turn(self, is_on: bool) -> None:
        if self.fault is not None:
            raise self.fault
        self.is_on = is_on
        self.turned.append(is_on)
