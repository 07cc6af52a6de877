"""What one run saw of a line, and the box its judgement is gathered in."""

from __future__ import annotations

from dataclasses import dataclass, field

from workspace_assistant.core.readiness.bandwidth.model import (
    CrossCheck,
    LatencySample,
    LoadTrace,
    Reason,
    ServerIdentity,
    Trouble,
)
from workspace_assistant.core.readiness.bandwidth.texts import sentence
from workspace_assistant.core.readiness.bandwidth.watch import EndedBy
from workspace_assistant.core.readiness.model import Finding, Measurement, NotMeasured, Value


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadResult:
    """One load and what ended it."""

    trace: LoadTrace
    ended_by: EndedBy

    @property
    def trouble(self) -> Trouble | None:
        return self.trace.trouble


@dataclass(frozen=True, slots=True, kw_only=True)
class LineResult:
    """All that was seen of one line against one server; loads are download, then upload.

    `has_voice_stream`: voice packets travel beside the loads, in a check that the profile requires:
    R tells what a call suffers.
    """

    identity: ServerIdentity
    idle: tuple[LatencySample, ...]
    loads: tuple[LoadResult, ...]
    cross_check: CrossCheck | Trouble | None = None
    is_this_computer: bool = False
    has_voice_stream: bool = False

    @property
    def base_conditions(self) -> dict[str, Value]:
        conditions: dict[str, Value] = {
            "provider": self.identity.provider,
            "server": self.identity.server,
        }
        return conditions | ({"scope": "this-computer"} if self.is_this_computer else {})


@dataclass(slots=True)
class Gathered:
    """Measurements, findings and gaps of one outcome, in the making."""

    measurements: list[Measurement] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    missing: list[NotMeasured] = field(default_factory=list)

    def miss(self, measurement: str, reason: Reason, server: str) -> None:
        self.missing.append(not_measured(measurement, Trouble(reason=reason, server=server)))


def not_measured(measurement: str, trouble: Trouble) -> NotMeasured:
    return NotMeasured(id=measurement, reason=trouble.reason.value, detail=sentence(trouble))
