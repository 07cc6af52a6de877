"""Reports made to measure for tests of everything behind the checks."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from workspace_assistant.core.readiness.model import (
    CheckResult,
    Finding,
    Measurement,
    NotMeasured,
    ReadinessReport,
    Severity,
    Verdict,
)

STARTED_AT = datetime(2026, 11, 21, 8, 45, tzinfo=UTC)


def a_report(number: int = 1, verdict: Verdict = Verdict.CAUTION) -> ReadinessReport:
    """One report; *number* sets its id and how many hours after the first it started."""
    line = CheckResult(
        id="bandwidth",
        required=True,
        verdict=verdict,
        duration_s=8.1,
        measurements=(
            Measurement(
                id="bandwidth.upload",
                value=2_100_000.0,
                unit="bit/s",
                conditions={"provider": "librespeed", "connections": 8},
            ),
        ),
        findings=(
            Finding(
                code="upload-below-requirement",
                severity=Severity.CAUTION,
                measurement="bandwidth.upload",
                value=2_100_000.0,
                limit=3_000_000.0,
                message="Upload carries 2.1 Mbit/s, this job needs 3.",
                action="Pause cloud backup.",
                parameters={"value": "2.1 Mbit/s"},
            ),
        ),
        not_measured=(
            NotMeasured(id="bandwidth.download", reason="server-refused", detail="It said 500."),
        ),
    )
    report = ReadinessReport(
        id=f"report-{number}",
        app_version="0.1.0",
        started_at=STARTED_AT,
        finished_at=STARTED_AT + timedelta(seconds=23),
        time_zone="Europe/Madrid",
        profile_name="Default remote voice agent",
        profile_digest="sha256:00",
        verdict=verdict,
        bytes_used=18_000_000,
        checks=(line,),
        deselected=("microphone",),
    )
    later = timedelta(hours=number - 1)
    return replace(
        report, started_at=report.started_at + later, finished_at=report.finished_at + later
    )
