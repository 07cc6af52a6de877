"""The readiness report as a JSON document, ``workspace-assistant/readiness-report/1``, and back."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import fields
from datetime import UTC, datetime
from typing import Any

from workspace_assistant.core.errors import SaidError
from workspace_assistant.core.readiness.integrity import document_digest, sealed
from workspace_assistant.core.readiness.model import (
    AppliedLimit,
    Better,
    Bound,
    CheckResult,
    Finding,
    Measurement,
    NotMeasured,
    Outcome,
    ReadinessReport,
    Series,
    Severity,
    Span,
    Verdict,
)
from workspace_assistant.core.text import QT_TRANSLATE_NOOP

SCHEMA = "workspace-assistant/readiness-report/1"
RECORDING_SCHEMA = "workspace-assistant/recording/1"

# A series is drawn, not calculated with: 0.1 ms is finer than any picture, and keeps files small.
_SERIES_DECIMALS = 1


_MISSING = QT_TRANSLATE_NOOP("verification", "not a readiness report: {name} is missing")
_ODD = QT_TRANSLATE_NOOP("verification", "not a readiness report: {reason}")
_NO_OBJECT = QT_TRANSLATE_NOOP("verification", "the JSON in it is no report")
_NO_SCHEMA = QT_TRANSLATE_NOOP("verification", "it names no schema")
_OTHER_SCHEMA = QT_TRANSLATE_NOOP("verification", "its schema is {schema}, not {known}")


class ReportFormatError(SaidError):
    """A document that is not a readiness report of a schema we know."""


def report_document(report: ReadinessReport) -> dict[str, object]:
    """The whole report, with the digest of it."""
    return sealed(_content(report))


def report_digest(report: ReadinessReport) -> str:
    """The digest that stands in the JSON of *report*, to match other forms of it with that."""
    return document_digest(_content(report))


def _content(report: ReadinessReport) -> dict[str, object]:
    return {
        "schema": SCHEMA,
        "id": report.id,
        "app_version": report.app_version,
        "started_at": instant(report.started_at),
        "finished_at": instant(report.finished_at),
        "time_zone": report.time_zone,
        "profile": {"name": report.profile_name, "digest": report.profile_digest},
        "verdict": report.verdict.value,
        "bytes_used": report.bytes_used,
        "deselected": list(report.deselected),
        "checks": [_check_document(check) for check in report.checks],
        **_limits_document(report.limits),
    }


def _limits_document(limits: Sequence[AppliedLimit]) -> dict[str, object]:
    """Nothing for a report without limits, so that one from before them keeps its digest."""
    return {"limits": [_limit_document(limit) for limit in limits]} if limits else {}


def recording_document(outcome: Outcome) -> dict[str, object]:
    """What ``mic --json`` prints: the measures of one recording, without a profile's verdict."""
    return {
        "schema": RECORDING_SCHEMA,
        "measurements": [_measurement_document(entry) for entry in outcome.measurements],
        "findings": [_finding_document(entry) for entry in outcome.findings],
        "not_measured": [_not_measured_document(entry) for entry in outcome.not_measured],
    }


def report_from_json(text: str) -> ReadinessReport:
    """The report in *text*. Raises `ReportFormatError` for anything else."""
    try:
        return _report(_checked(json.loads(text)))
    except KeyError as error:
        raise ReportFormatError(_MISSING, name=str(error)) from error
    except (TypeError, ValueError, AttributeError) as error:
        raise ReportFormatError(_ODD, reason=repr(error)) from error


def _checked(document: object) -> Mapping[str, Any]:
    """*document* when it says that it is a report of this version's kind."""
    if not isinstance(document, dict):
        raise ReportFormatError(_NO_OBJECT)
    if "schema" not in document:
        raise ReportFormatError(_NO_SCHEMA)
    if document["schema"] != SCHEMA:
        raise ReportFormatError(_OTHER_SCHEMA, schema=repr(document["schema"]), known=repr(SCHEMA))
    return document


def _check_document(check: CheckResult) -> dict[str, object]:
    return {
        "id": check.id,
        "required": check.required,
        "verdict": check.verdict.value,
        "duration_s": check.duration_s,
        "measurements": [_measurement_document(entry) for entry in check.measurements],
        "findings": [_finding_document(entry) for entry in check.findings],
        "not_measured": [_not_measured_document(entry) for entry in check.not_measured],
        "series": [_series_document(entry) for entry in check.series],
    }


def _measurement_document(measurement: Measurement) -> dict[str, object]:
    return {
        "id": measurement.id,
        "value": measurement.value,
        "unit": measurement.unit,
        "conditions": dict(measurement.conditions),
    }


def _finding_document(finding: Finding) -> dict[str, object]:
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "measurement": finding.measurement,
        "value": finding.value,
        "limit": finding.limit,
        "message": finding.message,
        "action": finding.action,
        "parameters": dict(finding.parameters),
    }


def _not_measured_document(entry: NotMeasured) -> dict[str, object]:
    return {"id": entry.id, "reason": entry.reason, "detail": entry.detail}


def _series_document(series: Series) -> dict[str, object]:
    return {
        "id": series.id,
        "unit": series.unit,
        "step_s": series.step_s,
        "values": [
            None if each is None else round(each, _SERIES_DECIMALS) for each in series.values
        ],
        "spans": [
            {"name": span.name, "start_s": span.start_s, "end_s": span.end_s}
            for span in series.spans
        ],
    }


def _limit_document(limit: AppliedLimit) -> dict[str, object]:
    return {
        "measurement": limit.measurement,
        "ready": limit.ready,
        "caution": limit.caution,
        "better": limit.better.value,
        "unit": limit.unit,
        "judged_by": limit.judged_by,
    }


def _report(document: Mapping[str, Any]) -> ReadinessReport:
    return ReadinessReport(
        id=document["id"],
        app_version=document["app_version"],
        started_at=_read_instant(document["started_at"]),
        finished_at=_read_instant(document["finished_at"]),
        time_zone=document["time_zone"],
        profile_name=document["profile"]["name"],
        profile_digest=document["profile"]["digest"],
        verdict=Verdict(document["verdict"]),
        bytes_used=document["bytes_used"],
        checks=tuple(_check(entry) for entry in document["checks"]),
        deselected=tuple(document.get("deselected", ())),
        limits=tuple(_limit(entry) for entry in document.get("limits", ())),
    )


def _limit(entry: Mapping[str, Any]) -> AppliedLimit:
    better = Better(entry["better"])
    bounds = {name: _bound(entry, name, better) for name in ("ready", "caution")}
    return AppliedLimit(**{**_known(AppliedLimit, entry), **bounds, "better": better})


def _bound(entry: Mapping[str, Any], name: str, better: Better) -> Bound:
    if better is not Better.MIDDLE:
        return float(entry[name])
    low, high = entry[name]
    return float(low), float(high)


def _check(entry: Mapping[str, Any]) -> CheckResult:
    measured, missing = entry["measurements"], entry["not_measured"]
    return CheckResult(
        id=entry["id"],
        required=entry["required"],
        verdict=Verdict(entry["verdict"]),
        duration_s=entry["duration_s"],
        measurements=tuple(Measurement(**_known(Measurement, each)) for each in measured),
        findings=tuple(_finding(each) for each in entry["findings"]),
        not_measured=tuple(NotMeasured(**_known(NotMeasured, each)) for each in missing),
        series=tuple(_series(each) for each in entry.get("series", ())),
    )


def _finding(entry: Mapping[str, Any]) -> Finding:
    return Finding(**{**_known(Finding, entry), "severity": Severity(entry["severity"])})


def _series(entry: Mapping[str, Any]) -> Series:
    spans = tuple(Span(**_known(Span, each)) for each in entry["spans"])
    return Series(**{**_known(Series, entry), "values": tuple(entry["values"]), "spans": spans})


def _known(part: type[Any], entry: Mapping[str, Any]) -> dict[str, Any]:
    """What this version knows of *entry*: a later one may have written more."""
    names = {field.name for field in fields(part)}
    return {name: value for name, value in entry.items() if name in names}


def instant(at: datetime) -> str:
    """ISO 8601 in UTC with milliseconds, the way all our documents write a time."""
    return at.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _read_instant(text: str) -> datetime:
    at = datetime.fromisoformat(text)
    if at.tzinfo is None:
        raise ValueError(f"{text!r} has no UTC offset")
    return at.astimezone(UTC)
