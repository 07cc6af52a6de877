"""Judges a measured line: measurements with their conditions, findings, and what is missing."""

from __future__ import annotations

from collections.abc import Sequence

from workspace_assistant.core.readiness.bandwidth.goodput_rules import judge_goodput
from workspace_assistant.core.readiness.bandwidth.latency_rules import (
    IDLE_LATENCY,
    INCREASE,
    LOADED_LATENCY,
    judge_latency,
)
from workspace_assistant.core.readiness.bandwidth.model import CrossCheck, Direction, Trouble
from workspace_assistant.core.readiness.bandwidth.result import Gathered, LineResult, not_measured
from workspace_assistant.core.readiness.bandwidth.texts import FINDINGS
from workspace_assistant.core.readiness.findings import finding
from workspace_assistant.core.readiness.limits import Ceiling, Floor
from workspace_assistant.core.readiness.model import Measurement, NotMeasured, Outcome, Severity

DOWNLOAD = "bandwidth.download"
UPLOAD = "bandwidth.upload"
ESSENTIAL = frozenset({DOWNLOAD, UPLOAD})


def judge_line(
    result: LineResult,
    download_bps: Floor,
    upload_bps: Floor,
    increase_ms: Ceiling,
    remarks: Sequence[NotMeasured] = (),
) -> Outcome:
    """The outcome of a line that was measured, wholly or in part."""
    gathered = Gathered(missing=list(remarks))
    for load in result.loads:
        limit = download_bps if load.trace.direction is Direction.DOWNLOAD else upload_bps
        judge_goodput(gathered, result, load, limit)
    judge_latency(gathered, result, increase_ms)
    _add_cross_check(gathered, result)
    if result.is_this_computer:
        gathered.findings.append(
            finding(FINDINGS, "measured-this-computer", Severity.INFO, DOWNLOAD)
        )
    return Outcome(
        measurements=tuple(gathered.measurements),
        findings=tuple(gathered.findings),
        not_measured=tuple(gathered.missing),
        essential=ESSENTIAL,
        bytes_used=_bytes_used(result),
    )


def nothing_measured(trouble: Trouble, remarks: Sequence[NotMeasured] = ()) -> Outcome:
    """The outcome when no server could be measured against."""
    ids = (DOWNLOAD, UPLOAD, IDLE_LATENCY, LOADED_LATENCY, INCREASE)
    missing = tuple(not_measured(measurement, trouble) for measurement in ids)
    return Outcome(not_measured=(*remarks, *missing), essential=ESSENTIAL)


def _add_cross_check(gathered: Gathered, result: LineResult) -> None:
    check = result.cross_check
    for direction in Direction:
        measurement = f"bandwidth.cross_check_{direction}"
        if isinstance(check, Trouble):
            gathered.missing.append(not_measured(measurement, check))
        elif check is not None:
            value = check.download_bps if direction is Direction.DOWNLOAD else check.upload_bps
            conditions = result.base_conditions | {"measured_by": "speedtest-cli"}
            gathered.measurements.append(
                Measurement(id=measurement, value=value, unit="bit/s", conditions=conditions)
            )


def _bytes_used(result: LineResult) -> int:
    extra = result.cross_check.payload_bytes if isinstance(result.cross_check, CrossCheck) else 0
    return sum(load.trace.payload_bytes for load in result.loads) + extra
