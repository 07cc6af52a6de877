"""A voice path that behaves as told, on a clock that moves only when somebody waits."""

from __future__ import annotations

import random
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace

from workspace_assistant.core.jobs import JobContext, Progress
from workspace_assistant.core.readiness.timeline import LoadWindow, Phase, Timeline
from workspace_assistant.core.readiness.voice_path.model import (
    PathSurvey,
    PathTrace,
    Place,
    PlaceTrace,
    ServerAnswer,
    StreamReading,
    Transport,
    Trouble,
    VoicePathTroubleError,
    VoiceTarget,
)
from workspace_assistant.core.voice.model import SPACING_S, PacketTrace

SERVER = "stun.example.test:3478"


@dataclass(frozen=True, slots=True, kw_only=True)
class Behavior:
    """How packets fare: round trip, its Gaussian spread, loss, and how many go in a row.

    `in_a_row` is a mean; with 1 no loss follows another.
    """

    rtt_ms: float = 30.0
    sigma_ms: float = 0.0
    loss: float = 0.0
    in_a_row: float = 1.0
    lateness_ms: float = 0.1

    def packets(self, dice: random.Random) -> Iterator[float | None]:
        """Delays in ms without end; None for a lost packet (a two-state Gilbert model)."""
        recover = 1 / self.in_a_row
        fail = recover * self.loss / (1 - self.loss) if self.loss < 1 else 1.0
        is_lost = False
        while True:
            is_lost = dice.random() < ((1 - recover) if is_lost else fail) or self.loss == 1
            yield None if is_lost else max(0.1, dice.gauss(self.rtt_ms, self.sigma_ms))


def trace_of(
    delays_ms: list[float | None],
    *,
    began_s: float = 0.0,
    spacing_s: float = SPACING_S,
    lateness_ms: float = 0.1,
) -> PacketTrace:
    sent = tuple(began_s + number * spacing_s for number in range(len(delays_ms)))
    return PacketTrace(
        sent_s=sent,
        received_s=tuple(
            None if delay is None else left + delay / 1000
            for left, delay in zip(sent, delays_ms, strict=True)
        ),
        lateness_s=(lateness_ms / 1000,) * len(sent),
    )


Behaviors = Mapping[Phase, Behavior]


def simulated(
    behaviors: Behaviors, timeline: Timeline, ended_s: float, spacing_s: float, seed: int
) -> PacketTrace:
    """Packets from 0 to *ended_s*, each by the behavior of the load that runs when it leaves."""
    dice = random.Random(seed)
    sources = {phase: behavior.packets(dice) for phase, behavior in behaviors.items()}
    sent, received, late = [], [], []
    for number in range(int(ended_s / spacing_s)):
        at_s = number * spacing_s
        loads = [one.phase for one in timeline.windows if one.began_s <= at_s < one.ended_s]
        phase = loads[0] if loads and loads[0] in behaviors else Phase.IDLE
        delay = next(sources[phase])
        sent.append(at_s)
        received.append(None if delay is None else at_s + delay / 1000)
        late.append(behaviors[phase].lateness_ms / 1000)
    return PacketTrace(sent_s=tuple(sent), received_s=tuple(received), lateness_s=tuple(late))


class ScriptedClock(threading.Event):
    """Stands in for the job's stop event: waiting moves the script's time."""

    def __init__(self, tick: Callable[[float], None]) -> None:
        super().__init__()
        self.now_s = 0.0
        self._tick = tick

    def wait(self, timeout: float | None = None) -> bool:
        self.now_s += timeout or 0.0
        self._tick(self.now_s)
        return self.is_set()


@dataclass(kw_only=True)
class ScriptedRun:
    """The other checks of the run: quiet after a while, then the loads once idle was seen."""

    timeline: Timeline
    quiet_at_s: float = 1.0
    loads: tuple[tuple[Phase, float], ...] = ((Phase.DOWNLOAD, 6.0), (Phase.UPLOAD, 6.0))
    ends_at_s: float = 20.0  # when no load follows
    _load_begins_s: float | None = None

    def tick(self, now_s: float) -> None:
        timeline = self.timeline
        timeline.is_quiet = now_s >= self.quiet_at_s
        if not timeline.is_idle_seen:
            return
        if not self.loads:
            timeline.is_line_done = now_s >= self.ends_at_s
            return
        begins_s = self._load_begins_s = self._load_begins_s or now_s
        for phase, length_s in self.loads:
            window = LoadWindow(phase=phase, began_s=begins_s, ended_s=begins_s + length_s)
            if now_s >= window.ended_s and window not in timeline.windows:
                timeline.windows.append(window)
            begins_s = window.ended_s
        timeline.is_line_done = len(timeline.windows) == len(self.loads)


def survey_of(**changes: object) -> PathSurvey:
    """A plain way over Wi-Fi, but for *changes*."""
    plain = PathSurvey(
        server=SERVER,
        address="203.0.113.5",
        transport=Transport.STUN,
        answers=(ServerAnswer(server=f"stun:{SERVER}", rtt_ms=30.0),),
        interface="wlan0",
        interface_kind="wifi",
        mapped_address="198.51.100.7:40000",
    )
    return replace(plain, **changes)  # type: ignore[arg-type]  # checked by the dataclass itself


@dataclass(kw_only=True)
class ScriptedVoicePath:
    """`VoicePath` and the stream of it; `places` are probed every `place_spacing_s`."""

    run: ScriptedRun
    stream: Behaviors
    places: Mapping[Place, Behaviors] = field(default_factory=dict)
    place_spacing_s: float = 0.02
    survey: PathSurvey = field(default_factory=survey_of)
    fails: VoicePathTroubleError | None = None
    trouble: Trouble | None = None
    place_trouble: Trouble | None = None
    silent: bool = False
    seed: int = 1
    targets: list[VoiceTarget] = field(default_factory=list)
    closed: int = 0
    clock: ScriptedClock = field(init=False)

    def __post_init__(self) -> None:
        self.clock = ScriptedClock(self.run.tick)

    def context(self, seen: list[Progress]) -> JobContext:
        return JobContext(on_progress=seen.append, _stop=self.clock)

    @contextmanager
    def open(self, target: VoiceTarget, ctx: JobContext) -> Iterator[ScriptedVoicePath]:
        ctx.checkpoint()
        self.targets.append(target)
        if self.fails is not None:
            raise self.fails
        try:
            yield self
        finally:
            self.closed += 1

    def now_s(self) -> float:
        return self.clock.now_s

    def reading(self) -> StreamReading | None:
        return StreamReading(at_s=self.clock.now_s, rtt_ms=30.0, sent=25, lost=0)

    def finish(self, ctx: JobContext) -> PathTrace:
        ctx.checkpoint()
        timeline, ended_s = self.run.timeline, self.clock.now_s
        stream = simulated(self.stream, timeline, ended_s, SPACING_S, self.seed)
        return PathTrace(
            stream=PacketTrace() if self.silent else stream,
            places=tuple(
                self._place(number, place, ended_s)
                for number, place in enumerate(self.places, start=1)
            ),
            bytes_used=123_456,
            trouble=self.trouble,
        )

    def _place(self, number: int, place: Place, ended_s: float) -> PlaceTrace:
        if self.place_trouble is not None:
            return PlaceTrace(place=place, trouble=self.place_trouble)
        trace = simulated(
            self.places[place],
            self.run.timeline,
            ended_s,
            self.place_spacing_s,
            self.seed + number,
        )
        return PlaceTrace(place=place, address=f"192.0.2.{number}", method="icmp-echo", trace=trace)
