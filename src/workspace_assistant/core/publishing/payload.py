"""What is sent of a readiness report and of a week: the chosen groups of `fields`, nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import isfinite

from workspace_assistant.core.balance.model import Indicator, State, Week
from workspace_assistant.core.publishing import fields, otlp
from workspace_assistant.core.publishing.model import (
    OF_REPORTS,
    Attribute,
    Attributes,
    Document,
    Draft,
    Group,
    Signal,
)
from workspace_assistant.core.readiness.model import Measurement, ReadinessReport, Verdict
from workspace_assistant.core.readiness.verdict import looped_checks

_SEVERITIES = {Verdict.CAUTION: otlp.WARN, Verdict.NOT_READY: otlp.ERROR}
_Values = dict[str, Attribute]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sender:
    """Who it says it is from."""

    app_version: str
    instance_id: str
    groups: frozenset[Group]


def report_drafts(report: ReadinessReport, sender: Sender) -> tuple[Draft, ...]:
    """Nothing where no group of reports was chosen, nor of a demo.

    What was measured against a server on the same computer tells an employer of no line.
    """
    if not sender.groups & OF_REPORTS or looped_checks(report):
        return ()
    about = otlp.resource(sender.app_version, sender.instance_id)
    record = otlp.log_record(
        fields.REPORT_EVENT,
        report.finished_at,
        _severity(report, sender.groups),
        _report_attributes(report, sender.groups),
    )
    return _drafts(about, record, list(_report_metrics(report, sender.groups)))


def week_drafts(week: Week, report_id: str, sender: Sender) -> tuple[Draft, ...]:
    """Nothing where weeks were not chosen, or nothing of the week is known."""
    shown = [one for one in week.indicators if one.id in fields.INDICATORS and _known(one)]
    if Group.WEEK not in sender.groups or not shown or week.is_off:
        return ()
    about = otlp.resource(sender.app_version, sender.instance_id)
    values: Attributes = {
        f"{fields.PREFIX}report.id": report_id,
        f"{fields.PREFIX}week.name": week.name,
        **{fields.week_metric(one.id): float(one.value or 0) for one in shown},
    }
    record = otlp.log_record(fields.WEEK_EVENT, week.span.end, otlp.INFO, values)
    return _drafts(about, record, list(_week_metrics(week, shown)))


def _drafts(about: Document, record: Document, metrics: list[Document]) -> tuple[Draft, ...]:
    logs = Draft(signal=Signal.LOGS, document=otlp.log_request(about, record))
    if not metrics:
        return (logs,)
    return (logs, Draft(signal=Signal.METRICS, document=otlp.metric_request(about, metrics)))


def _severity(report: ReadinessReport, groups: frozenset[Group]) -> int:
    """It would tell the verdict to who was not to know it."""
    return _SEVERITIES.get(report.verdict, otlp.INFO) if Group.VERDICTS in groups else otlp.INFO


def _report_attributes(report: ReadinessReport, groups: frozenset[Group]) -> Attributes:
    values: _Values = {
        f"{fields.PREFIX}report.id": report.id,
        f"{fields.PREFIX}report.duration_s": (
            report.finished_at - report.started_at
        ).total_seconds(),
        f"{fields.PREFIX}profile.digest": report.profile_digest,
    }
    if Group.VERDICTS in groups:
        values |= {
            f"{fields.PREFIX}verdict.{check}": verdict.value for check, verdict in _verdicts(report)
        }
    if Group.NUMBERS in groups:
        values |= {
            fields.metric_of(one.id): str(one.value)
            for one in _measurements(report)
            if str(one.value) in fields.WORDS.get(one.id, ())
        }
    if Group.FINDINGS in groups:
        values |= _findings(report)
    return values


def _findings(report: ReadinessReport) -> _Values:
    codes = [one.code for check in report.checks for one in check.findings]
    missing = [
        f"{one.id}:{one.reason}"
        for check in report.checks
        for one in check.not_measured
        if one.id in fields.NUMBERS and fields.is_code(one.reason)
    ]
    return {
        f"{fields.PREFIX}finding.codes": tuple(one for one in codes if fields.is_code(one)),
        f"{fields.PREFIX}not_measured": tuple(missing),
    }


def _verdicts(report: ReadinessReport) -> Iterator[tuple[str, Verdict]]:
    yield fields.OVERALL, report.verdict
    for check in report.checks:
        if check.id in fields.CHECKS:
            yield check.id, check.verdict


def _report_metrics(report: ReadinessReport, groups: frozenset[Group]) -> Iterator[Document]:
    at = report.finished_at
    if Group.VERDICTS in groups:
        points = [
            otlp.point(at, fields.VERDICT_NUMBERS[verdict], {"check": check})
            for check, verdict in _verdicts(report)
        ]
        yield otlp.gauge(fields.VERDICT_METRIC, "1", points)
    if Group.NUMBERS in groups:
        for one in _measurements(report):
            if _is_number(one):
                metric, unit = fields.metric_of(one.id), fields.UNITS[one.unit]
                yield otlp.gauge(metric, unit, [otlp.point(at, float(one.value))])


def _measurements(report: ReadinessReport) -> Iterator[Measurement]:
    """Each id once: a series of one instant has one value."""
    seen: set[str] = set()
    for check in report.checks:
        for one in check.measurements:
            if one.id not in seen:
                seen.add(one.id)
                yield one


def _is_number(one: Measurement) -> bool:
    return (
        one.id in fields.NUMBERS
        and one.unit in fields.UNITS
        and isinstance(one.value, int | float)
        and isfinite(one.value)
    )


def _known(one: Indicator) -> bool:
    return one.value is not None and isfinite(one.value) and one.unit.value in fields.UNITS


def _week_metrics(week: Week, shown: list[Indicator]) -> Iterator[Document]:
    at = week.span.end
    for one in shown:
        unit = fields.UNITS[one.unit.value]
        yield otlp.gauge(fields.week_metric(one.id), unit, [otlp.point(at, one.value or 0.0)])
    judged = [one for one in shown if one.state in {State.MET, State.NOT_MET}]
    if judged:
        points = [otlp.point(at, one.state is State.MET, {"indicator": one.id}) for one in judged]
        yield otlp.gauge(fields.TARGET_METRIC, "1", points)
