"""What leaves the computer: the chosen fields of the list, and nothing else."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain

import pytest

from tests.fakes.publishing import a_wifi_report
from tests.fakes.readiness_reports import measured, muted, not_tested, own_loop, ready
from tests.fakes.summaries import empty, off, rich
from workspace_assistant.core.publishing import fields, otlp
from workspace_assistant.core.publishing.model import Draft, Group, Signal
from workspace_assistant.core.publishing.payload import Sender, report_drafts, week_drafts
from workspace_assistant.core.readiness.model import Finding, NotMeasured, Severity

SENDER = Sender(app_version="0.1.0", instance_id="instance", groups=frozenset(Group))
PREFIX = "workspace_assistant."


def only(*groups: Group) -> Sender:
    return replace(SENDER, groups=frozenset(groups))


def record_of(drafts: tuple[Draft, ...]) -> dict[str, object]:
    document = json.loads(json.dumps(drafts[0].document))
    record = document["resourceLogs"][0]["scopeLogs"][0]["logRecords"][0]
    return dict(record)


def attributes_of(drafts: tuple[Draft, ...]) -> dict[str, object]:
    entries = record_of(drafts)["attributes"]
    return {one["key"]: next(iter(one["value"].values())) for one in entries}


def metrics_of(drafts: tuple[Draft, ...]) -> dict[str, dict[str, object]]:
    found = [one for one in drafts if one.signal is Signal.METRICS]
    if not found:
        return {}
    document = json.loads(json.dumps(found[0].document))
    return {
        one["name"]: one for one in document["resourceMetrics"][0]["scopeMetrics"][0]["metrics"]
    }


def points_of(metric: dict[str, object]) -> dict[str, float]:
    """By the value of their one attribute."""
    return {
        "".join(each["value"]["stringValue"] for each in one["attributes"]): one["asDouble"]
        for one in metric["gauge"]["dataPoints"]
    }


def texts_in(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from chain.from_iterable(map(texts_in, value.values()))
    elif isinstance(value, list):
        yield from chain.from_iterable(map(texts_in, value))


def test_a_report_is_an_event_with_its_verdicts_and_codes() -> None:
    report = a_wifi_report()
    drafts = report_drafts(report, SENDER)
    record, found = record_of(drafts), attributes_of(drafts)
    assert record["eventName"] == "workspace_assistant.readiness.report"
    assert record["timeUnixNano"] == str(int(report.finished_at.timestamp()) * 10**9)
    assert record["severityNumber"] == otlp.ERROR
    assert found[f"{PREFIX}report.id"] == report.id
    assert found[f"{PREFIX}verdict.overall"] == "not-ready"
    assert found[f"{PREFIX}verdict.voice-path"] == "not-ready"
    assert found[f"{PREFIX}connection.interface"] == "wifi"
    codes = {one["stringValue"] for one in found[f"{PREFIX}finding.codes"]["values"]}
    assert codes == {one.code for check in report.checks for one in check.findings}


def test_a_demo_tells_an_employer_nothing() -> None:
    assert report_drafts(own_loop(), SENDER) == ()
    assert report_drafts(ready(), SENDER) != ()


def test_its_numbers_are_gauges_at_the_instant_of_the_report() -> None:
    report = a_wifi_report()
    metrics = metrics_of(report_drafts(report, SENDER))
    known = {one.id: one for check in report.checks for one in check.measurements}
    loss = metrics[f"{PREFIX}voice.loss"]
    assert points_of(loss) == {"": known["voice.loss"].value}
    assert loss["unit"] == "1"
    assert metrics[f"{PREFIX}bandwidth.upload"]["unit"] == "bit/s"
    verdicts = points_of(metrics[f"{PREFIX}readiness.verdict"])
    assert verdicts["overall"] == 2.0
    assert verdicts["computer"] == 0.0
    assert set(metrics) <= fields.metric_names()


def test_no_text_of_a_person_or_a_network_is_in_it() -> None:
    report = a_wifi_report()
    sent = " ".join(
        texts_in([json.loads(json.dumps(one.document)) for one in report_drafts(report, SENDER)])
    )
    private = {report.profile_name, report.time_zone}
    for check in report.checks:
        private |= {one.message for one in check.findings} | {one.action for one in check.findings}
        private |= {one.detail for one in check.not_measured}
        for one in check.measurements:
            private |= {str(each) for each in one.conditions.values() if isinstance(each, str)}
    words = {"wifi", "wired", "home", "internet", "employer", "provider"}
    for text in private - words - {""}:
        assert len(text) < 4 or text not in sent


@pytest.mark.parametrize(
    ("group", "keys"),
    [
        (Group.VERDICTS, {"verdict"}),
        (Group.NUMBERS, {"connection", "path"}),
        (Group.FINDINGS, {"finding", "not_measured"}),
    ],
)
def test_only_what_was_chosen_is_in_it(group: Group, keys: set[str]) -> None:
    drafts = report_drafts(a_wifi_report(), only(group))
    found = {key.removeprefix(PREFIX).partition(".")[0] for key in attributes_of(drafts)}
    assert found == {"report", "profile"} | keys
    metrics = metrics_of(drafts)
    assert (f"{PREFIX}readiness.verdict" in metrics) is (group is Group.VERDICTS)
    assert (f"{PREFIX}voice.loss" in metrics) is (group is Group.NUMBERS)
    is_told = record_of(drafts)["severityNumber"] == otlp.ERROR
    assert is_told is (group is Group.VERDICTS)


def test_weeks_alone_send_no_report_and_reports_alone_no_week() -> None:
    assert report_drafts(a_wifi_report(), only(Group.WEEK)) == ()
    assert week_drafts(rich().week, "id", only(Group.VERDICTS, Group.NUMBERS)) == ()


def test_a_number_that_was_not_measured_is_no_metric_but_a_reason() -> None:
    drafts = report_drafts(muted(), SENDER)
    missing = attributes_of(drafts)[f"{PREFIX}not_measured"]
    reasons = {one["stringValue"].partition(":")[0] for one in missing.get("values", ())}
    assert not {f"{PREFIX}{one}" for one in reasons} & set(metrics_of(drafts))


def test_what_is_no_code_no_number_and_no_known_check_stays_here() -> None:
    report = ready()
    forged = Finding(
        code="My Private Note",
        severity=Severity.INFO,
        measurement="",
        value=None,
        limit=None,
        message="",
        action="",
    )
    odd = replace(
        report.checks[0],
        id="diary",
        findings=(forged, replace(forged, code="a-" * 40 + "b")),
        measurements=(
            measured("voice.rtt", float("nan"), "ms"),
            measured("voice.jitter", "fast", "ms"),
            measured("voice.mos", 4.0, "furlong"),
            measured("diary.page", 7.0, ""),
            measured("connection.interface", "Anna's phone", "text"),
        ),
        not_measured=(
            NotMeasured(id="voice.loss", reason="Because I said so", detail=""),
            NotMeasured(id="diary.page", reason="no-answer", detail=""),
        ),
    )
    drafts = report_drafts(replace(report, checks=(odd,)), SENDER)
    assert set(metrics_of(drafts)) == {f"{PREFIX}readiness.verdict"}
    found = attributes_of(drafts)
    assert found[f"{PREFIX}finding.codes"] == {"values": []}
    assert found[f"{PREFIX}not_measured"] == {"values": []}
    assert f"{PREFIX}connection.interface" not in found
    assert f"{PREFIX}verdict.diary" not in found


def test_a_measurement_told_twice_has_one_value() -> None:
    report = ready()
    twice = replace(report, checks=(report.checks[0], report.checks[0]))
    metrics = metrics_of(report_drafts(twice, only(Group.NUMBERS)))
    assert all(len(one["gauge"]["dataPoints"]) == 1 for one in metrics.values())


def test_a_report_that_was_not_tested_is_not_a_bad_one() -> None:
    drafts = report_drafts(not_tested(), SENDER)
    assert record_of(drafts)["severityNumber"] == otlp.INFO
    assert points_of(metrics_of(drafts)[f"{PREFIX}readiness.verdict"])["overall"] == 3.0


def test_a_report_without_numbers_is_an_event_alone() -> None:
    nothing = replace(ready(), checks=())
    drafts = report_drafts(nothing, only(Group.NUMBERS))
    assert [one.signal for one in drafts] == [Signal.LOGS]


def test_a_week_is_its_indicators_without_days_terms_and_own_matters() -> None:
    week = rich().week
    drafts = week_drafts(week, "week-id", SENDER)
    found, metrics = attributes_of(drafts), metrics_of(drafts)
    assert found[f"{PREFIX}report.id"] == "week-id"
    assert found[f"{PREFIX}week.name"] == week.name
    known = {one.id: one for one in week.indicators if one.value is not None}
    assert found[f"{PREFIX}week.hours"] == known["hours"].value
    assert points_of(metrics[f"{PREFIX}week.hours"]) == {"": known["hours"].value}
    assert set(metrics) <= fields.metric_names()
    private = {
        "adherence", "conformance", "switching-off", "contact-with-colleagues", "hard-contacts",
        "learning", "commute-time-saved", "commute-distance-saved", "commute-money-saved",
    }  # fmt: skip
    assert not private & set(fields.INDICATORS)
    assert not {fields.week_metric(one) for one in private} & set(found)
    met = points_of(metrics[f"{PREFIX}week.target_met"])
    assert set(met.values()) <= {0.0, 1.0}
    assert met


def test_a_week_of_information_alone_has_no_targets() -> None:
    week = rich().week
    plain = tuple(replace(one, target=None) for one in week.indicators)
    metrics = metrics_of(week_drafts(replace(week, indicators=plain), "id", SENDER))
    assert f"{PREFIX}week.target_met" not in metrics


def test_of_a_week_off_or_without_a_log_nothing_is_sent() -> None:
    assert week_drafts(off().week, "id", SENDER) == ()
    assert week_drafts(replace(rich().week, is_off=True), "id", SENDER) == ()
    nothing = tuple(replace(one, value=None) for one in empty().week.indicators)
    assert week_drafts(replace(empty().week, indicators=nothing), "id", SENDER) == ()


def test_every_kind_of_value_has_its_place_in_otlp() -> None:
    found = otlp.attributes({"a": True, "b": 3, "c": 0.5, "d": "x", "e": ("y", "z")})
    assert [one["value"] for one in found] == [
        {"boolValue": True},
        {"intValue": "3"},
        {"doubleValue": 0.5},
        {"stringValue": "x"},
        {"arrayValue": {"values": [{"stringValue": "y"}, {"stringValue": "z"}]}},
    ]
