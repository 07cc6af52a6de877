"""What one run saw of the voice path, and the box its judgement is gathered in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from workspace_assistant.core.readiness.findings import broken, finding
from workspace_assistant.core.readiness.limits import Judgement
from workspace_assistant.core.readiness.model import (
    Finding,
    Measurement,
    NotMeasured,
    Severity,
    Value,
)
from workspace_assistant.core.readiness.profile.model import VoicePathRequirement
from workspace_assistant.core.readiness.timeline import Phase
from workspace_assistant.core.readiness.voice_path.model import (
    PathSurvey,
    PathTrace,
    Place,
    Reason,
    Transport,
    Trouble,
)
from workspace_assistant.core.readiness.voice_path.pointer_texts import UNPLACED
from workspace_assistant.core.readiness.voice_path.stretches import LEAST_PACKETS, Stretches
from workspace_assistant.core.readiness.voice_path.texts import FINDINGS, sentence
from workspace_assistant.core.voice.model import SPACING_S, PacketTrace
from workspace_assistant.core.voice.statistics import StreamStatistics, describe, sent_fraction

# A sender later than this makes jitter of its own (half of the profile's usual limit).
BUSY_FROM_MS = 10.0
# A sender that leaves out more of its packets was too busy to watch what happened meanwhile.
LEAST_SENT_FRACTION = 0.95
_LOADS = (Phase.DOWNLOAD, Phase.UPLOAD)
_OVER_TCP = (Transport.TURN_TCP, Transport.TURN_TLS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Watched:
    """The stream during one phase, and what it says."""

    phase: Phase
    trace: PacketTrace
    statistics: StreamStatistics
    sent_fraction: float

    @property
    def is_late(self) -> bool:
        return self.statistics.lateness_p99_ms > BUSY_FROM_MS

    @property
    def is_busy(self) -> bool:
        """Whether this computer was too late with its packets to blame the line for anything."""
        return self.is_late or self.sent_fraction < LEAST_SENT_FRACTION


@dataclass(frozen=True, slots=True, kw_only=True)
class VoiceRun:
    """One run over one path, against what the profile asks for; `is_long`: it was the long test."""

    survey: PathSurvey
    traced: PathTrace
    stretches: Stretches
    needs: VoicePathRequirement
    idle: Watched
    loads: tuple[Watched, ...]
    is_long: bool = False

    @classmethod
    def of(
        cls,
        survey: PathSurvey,
        traced: PathTrace,
        stretches: Stretches,
        needs: VoicePathRequirement,
        *,
        is_long: bool = False,
    ) -> VoiceRun:
        """`loads` keeps those that lasted long enough to say something."""
        loads = {phase: stretches.load(phase, traced.stream) for phase in _LOADS}
        return cls(
            survey=survey,
            traced=traced,
            stretches=stretches,
            needs=needs,
            idle=_watched(Phase.IDLE, stretches.idle.of(traced.stream)),
            loads=tuple(
                _watched(phase, trace)
                for phase, trace in loads.items()
                if len(trace.sent_s) >= LEAST_PACKETS
            ),
            is_long=is_long,
        )

    @property
    def whole(self) -> PacketTrace:
        return self.stretches.whole(self.traced.stream)

    def places(self, phase: Phase | None = Phase.IDLE) -> dict[Place, PacketTrace]:
        """Probes of the places during *phase*, or with None since idle began; none left empty."""
        cut = {one.place: self._during(phase, one.trace) for one in self.traced.places}
        return {place: trace for place, trace in cut.items() if trace.sent_s}

    def _during(self, phase: Phase | None, trace: PacketTrace) -> PacketTrace:
        if phase is None:
            return self.stretches.whole(trace)
        if phase is Phase.IDLE:
            return self.stretches.idle.of(trace)
        return self.stretches.load(phase, trace)

    def conditions(self, watched: Watched) -> dict[str, Value]:
        """What holds of every number taken from *watched*."""
        conditions: dict[str, Value] = {
            "phase": watched.phase.value,
            "server": self.survey.server,
            "transport": self.survey.transport.value,
            "packets": watched.statistics.sent,
        }
        if self.is_over_tcp:
            conditions["late_instead_of_lost"] = True
        if watched.is_busy:
            conditions["computer_was_busy"] = True
        return conditions | self.scope

    @property
    def scope(self) -> dict[str, Value]:
        return {"scope": "this-computer"} if self.survey.is_this_computer else {}

    @property
    def is_over_tcp(self) -> bool:
        return self.survey.transport in _OVER_TCP


def _watched(phase: Phase, trace: PacketTrace) -> Watched:
    return Watched(
        phase=phase,
        trace=trace,
        statistics=describe(trace),
        sent_fraction=sent_fraction(trace, SPACING_S),
    )


@dataclass(slots=True)
class Gathered:
    """Measurements, findings and gaps of one outcome, in the making.

    `excused` holds the phases in which a limit was broken while this computer was too busy to tell,
    and what was measured then.
    """

    measurements: list[Measurement] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    missing: list[NotMeasured] = field(default_factory=list)
    excused: dict[Phase, list[str]] = field(default_factory=dict)

    def add(
        self, measurement: str, value: Value, unit: str, conditions: Mapping[str, Value]
    ) -> None:
        self.measurements.append(
            Measurement(id=measurement, value=value, unit=unit, conditions=conditions)
        )

    def miss(self, measurement: str, reason: Reason, server: str = "") -> None:
        self.missing.append(not_measured(measurement, Trouble(reason=reason, server=server)))

    def excuse(self, measurement: str, watched: Watched) -> None:
        self.excused.setdefault(watched.phase, []).append(measurement)
        self.miss(measurement, Reason.COMPUTER_TOO_BUSY)

    def has(self, code: str) -> bool:
        return any(one.code == code for one in self.findings)

    def remark(self, code: str, measurement: str, **parameters: str) -> None:
        """A note that changes no verdict."""
        parameters = _pointed(code, parameters)
        self.findings.append(
            finding(FINDINGS, code, Severity.INFO, measurement, parameters=parameters)
        )

    def judge(
        self,
        code: str,
        judgement: Judgement,
        measurement: str,
        *,
        value: float,
        **parameters: str,
    ) -> None:
        """The finding of a broken limit; nothing when it was kept."""
        self.findings += broken(
            FINDINGS,
            code,
            judgement,
            measurement,
            value=value,
            parameters=_pointed(code, parameters),
        )


def _pointed(code: str, parameters: dict[str, str]) -> dict[str, str]:
    """With what to do as long as nobody knows what else was found (`pointers`)."""
    return {"act": UNPLACED[code], **parameters} if code in UNPLACED else parameters


def not_measured(measurement: str, trouble: Trouble) -> NotMeasured:
    return NotMeasured(id=measurement, reason=trouble.reason.value, detail=sentence(trouble))
