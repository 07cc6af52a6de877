"""What a readiness check says: measurements, findings, verdicts and the report that holds them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from workspace_assistant.core.readiness.verdicts import (
    Verdict as Verdict,  # noqa: PLC0414 - a report's own word, read from here as its other parts are
)

Value = float | bool | str


class Severity(StrEnum):
    """How much a finding weighs. `INFO` never changes a verdict."""

    INFO = "info"
    CAUTION = "caution"
    NOT_READY = "not-ready"


@dataclass(frozen=True, slots=True, kw_only=True)
class Measurement:
    """One measured number, truth value or text, with its unit and the conditions of taking it."""

    id: str
    value: Value
    unit: str
    conditions: Mapping[str, Value] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class NotMeasured:
    """A value that could not be measured, and why: a stable kebab-case reason and a sentence."""

    id: str
    reason: str
    detail: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One remark: what was found, the number, the limit it broke, and the next step.

    `code` is stable kebab-case; `parameters` are the texts filled into message and action, kept so
    that the sentence can be shown in another language later.
    """

    code: str
    severity: Severity
    measurement: str
    value: Value | None
    limit: float | None
    message: str
    action: str
    parameters: Mapping[str, str] = field(default_factory=dict)


Bound = float | tuple[float, float]


class Better(StrEnum):
    """Which side of a limit is good: below it, above it, or between two of them."""

    LOWER = "lower"
    HIGHER = "higher"
    MIDDLE = "middle"


@dataclass(frozen=True, slots=True, kw_only=True)
class AppliedLimit:
    """What the profile asked of one measurement, in the unit of that measurement.

    Both bounds are still good for what they are named after; where the middle is good they are
    pairs, the lower first. `judged_by` says what was held against them where that is not the
    value itself.
    """

    measurement: str
    ready: Bound
    caution: Bound
    better: Better
    unit: str
    judged_by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A named stretch of a series, in seconds since its first value."""

    name: str
    start_s: float
    end_s: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """Values over time, to draw: one every `step_s`; None where there was nothing (a lost packet).

    `spans` name what happened when, in order; they may leave gaps.
    """

    id: str
    unit: str
    step_s: float
    values: tuple[float | None, ...]
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What a check found out, before it gets its place in a report.

    `essential` names the measurements without which the check counts as not tested.
    """

    measurements: tuple[Measurement, ...] = ()
    findings: tuple[Finding, ...] = ()
    not_measured: tuple[NotMeasured, ...] = ()
    series: tuple[Series, ...] = ()
    essential: frozenset[str] = frozenset()
    bytes_used: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckResult:
    id: str
    required: bool
    verdict: Verdict
    duration_s: float
    measurements: tuple[Measurement, ...] = ()
    findings: tuple[Finding, ...] = ()
    not_measured: tuple[NotMeasured, ...] = ()
    series: tuple[Series, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadinessReport:
    """All checks of one run. Times are aware UTC; `time_zone` is the IANA name at the user's place.

    `deselected` names checks that the profile requires but the user left out of this run: the
    verdict says nothing about them. `limits` holds the profile's limits of the numbers in it.
    """

    id: str
    app_version: str
    started_at: datetime
    finished_at: datetime
    time_zone: str
    profile_name: str
    profile_digest: str
    verdict: Verdict
    bytes_used: int
    checks: tuple[CheckResult, ...]
    deselected: tuple[str, ...] = ()
    limits: tuple[AppliedLimit, ...] = ()
