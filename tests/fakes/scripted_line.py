"""A line that behaves as told: rates, latencies and troubles, on the samples' own clock."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field

from workspace_assistant.core.jobs import JobContext
from workspace_assistant.core.readiness.bandwidth.model import (
    ByteSample,
    CrossCheck,
    Direction,
    LatencySample,
    LineTroubleError,
    LoadTrace,
    Reason,
    ServerChoice,
    ServerIdentity,
    Trouble,
)
from workspace_assistant.core.readiness.bandwidth.ports import KeepGoing

SAMPLE_S = 0.02


def steady(rate_bps: float) -> Callable[[float], float]:
    """Bytes delivered by a line that carries *rate_bps* from the first moment."""
    return lambda at_s: rate_bps * at_s / 8


def ramping(rate_bps: float, ramp_s: float) -> Callable[[float], float]:
    """The same after a linear start over *ramp_s*."""

    def total(at_s: float) -> float:
        inside_s = min(at_s, ramp_s)
        return rate_bps / 8 * (inside_s * inside_s / (2 * ramp_s) + max(0.0, at_s - ramp_s))

    return total


def trace_of(total: Callable[[float], float], duration_s: float) -> tuple[ByteSample, ...]:
    count = round(duration_s / SAMPLE_S)
    times = (index * SAMPLE_S for index in range(count + 1))
    return tuple(ByteSample(at_s=at_s, total_bytes=int(total(at_s))) for at_s in times)


@dataclass(kw_only=True)
class ScriptedServer:
    """`LoadServer` whose clock is the script's."""

    identity: ServerIdentity
    totals: dict[Direction, Callable[[float], float]]
    idle_ms: float = 20.0
    idle_answers: int = 100
    loaded_ms: float = 30.0
    troubles: dict[Direction, Trouble] = field(default_factory=dict)
    cross: CrossCheck | Trouble | None = None
    durations_s: dict[Direction, float] = field(default_factory=dict)

    def idle_latency(self, duration_s: float, ctx: JobContext) -> tuple[LatencySample, ...]:
        ctx.checkpoint()
        return _latencies(self.idle_ms, duration_s)[: self.idle_answers]

    def load(
        self, direction: Direction, cap_s: float, keep_going: KeepGoing, ctx: JobContext
    ) -> LoadTrace:
        trouble = self.troubles.get(direction)
        if trouble is not None:
            return LoadTrace(direction=direction, samples=(), trouble=trouble)
        samples = self._samples(direction, cap_s, keep_going, ctx)
        self.durations_s[direction] = samples[-1].at_s
        return LoadTrace(
            direction=direction,
            samples=tuple(samples),
            latencies=_latencies(self.loaded_ms, samples[-1].at_s),
            connections=8,
        )

    def cross_check(self, ctx: JobContext) -> CrossCheck:
        ctx.checkpoint()
        assert self.cross is not None
        if isinstance(self.cross, Trouble):
            raise LineTroubleError(self.cross)
        return self.cross

    def _samples(
        self, direction: Direction, cap_s: float, keep_going: KeepGoing, ctx: JobContext
    ) -> Sequence[ByteSample]:
        samples: list[ByteSample] = []
        for sample in trace_of(self.totals[direction], cap_s):
            ctx.checkpoint()
            samples.append(sample)
            if sample.at_s > 0 and not keep_going(samples):
                break
        return samples


@dataclass(kw_only=True)
class ScriptedLine:
    """`BandwidthLine`: a server for each provider that has one, else the reason there is none."""

    servers: dict[str, ScriptedServer] = field(default_factory=dict)
    reasons: dict[str, Reason] = field(default_factory=dict)
    asked: list[ServerChoice] = field(default_factory=list)
    prepared: list[ServerChoice] = field(default_factory=list)
    takes_s: dict[str, float] = field(default_factory=dict)
    granted_s: list[float] = field(default_factory=list)
    now_s: float = 0.0
    closed: int = 0

    def countdown(self, seconds: float) -> Callable[[], float]:
        until_s = self.now_s + seconds
        return lambda: until_s - self.now_s

    def prepare(self, choice: ServerChoice, ctx: JobContext) -> None:
        ctx.checkpoint()
        self.prepared.append(choice)

    @contextmanager
    def connect(
        self, choice: ServerChoice, within_s: float, ctx: JobContext
    ) -> Iterator[ScriptedServer]:
        ctx.checkpoint()
        self.asked.append(choice)
        self.granted_s.append(within_s)
        self.now_s += min(within_s, self.takes_s.get(choice.provider, 0.0))
        server = self.servers.get(choice.provider)
        if server is None:
            reason = self.reasons.get(choice.provider, Reason.CONNECTION_REFUSED)
            raise LineTroubleError(Trouble(reason=reason, server=choice.provider))
        try:
            yield server
        finally:
            self.closed += 1


def scripted_server(
    download_bps: float, upload_bps: float, *, provider: str = "librespeed"
) -> ScriptedServer:
    return ScriptedServer(
        identity=ServerIdentity(provider=provider, server="speed.test"),
        totals={
            Direction.DOWNLOAD: steady(download_bps),
            Direction.UPLOAD: steady(upload_bps),
        },
    )


def _latencies(latency_ms: float, duration_s: float) -> tuple[LatencySample, ...]:
    return tuple(
        LatencySample(started_s=index * 0.1, latency_ms=latency_ms)
        for index in range(int(duration_s / 0.1))
    )
