from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.fakes.reports import a_report
from workspace_assistant.core.json_text import to_json
from workspace_assistant.core.readiness.integrity import document_digest
from workspace_assistant.core.readiness.model import (
    AppliedLimit,
    Better,
    Measurement,
    Outcome,
    Series,
    Span,
)
from workspace_assistant.core.readiness.report import (
    ReportFormatError,
    recording_document,
    report_digest,
    report_document,
    report_from_json,
)


def test_a_report_survives_the_way_to_json_and_back() -> None:
    report = a_report()
    assert report_from_json(to_json(report_document(report))) == report


def test_the_document_follows_the_published_grammar() -> None:
    document = json.loads(to_json(report_document(a_report())))
    assert document["schema"] == "workspace-assistant/readiness-report/1"
    assert document["started_at"] == "2026-11-21T08:45:00.000Z"
    assert document["profile"] == {"name": "Default remote voice agent", "digest": "sha256:00"}
    check = document["checks"][0]
    assert set(check) == {
        "id",
        "required",
        "verdict",
        "duration_s",
        "measurements",
        "findings",
        "not_measured",
        "series",
    }
    assert check["findings"][0]["limit"] == 3_000_000.0


def test_a_curve_is_kept_to_a_tenth_and_comes_back() -> None:
    stream = Series(
        id="voice.stream",
        unit="ms",
        step_s=0.02,
        values=(21.1234, None, 19.98),
        spans=(Span(name="idle", start_s=0.0, end_s=0.06),),
    )
    check = replace(a_report().checks[0], series=(stream,))
    text = to_json(report_document(replace(a_report(), checks=(check,))))
    kept = report_from_json(text).checks[0].series
    assert kept == (replace(stream, values=(21.1, None, 20.0)),)


def test_a_report_from_before_curves_still_loads() -> None:
    document = json.loads(to_json(report_document(a_report())))
    del document["checks"][0]["series"]
    del document["integrity"]
    assert report_from_json(json.dumps(document)) == a_report()


def test_limits_come_back_and_are_part_of_the_digest() -> None:
    loss = AppliedLimit(
        measurement="voice.loss",
        ready=0.01,
        caution=0.025,
        better=Better.LOWER,
        unit="fraction",
        judged_by="by its 95 % interval",
    )
    level = AppliedLimit(
        measurement="microphone.active_speech_level",
        ready=(-34.0, -12.0),
        caution=(-42.0, -6.0),
        better=Better.MIDDLE,
        unit="dBov",
    )
    report = replace(a_report(), limits=(loss, level))
    text = to_json(report_document(report))
    assert json.loads(text)["limits"][1] == {
        "measurement": "microphone.active_speech_level",
        "ready": [-34.0, -12.0],
        "caution": [-42.0, -6.0],
        "better": "middle",
        "unit": "dBov",
        "judged_by": "",
    }
    assert report_from_json(text) == report
    assert document_digest(json.loads(text)) == report_digest(report)
    laxer = replace(report, limits=(replace(loss, ready=0.02), level))
    assert len({report_digest(one) for one in (a_report(), report, laxer)}) == 3


@pytest.mark.parametrize("change", [{"better": "more"}, {"ready": [1, 2]}, {"better": "middle"}])
def test_a_limit_that_is_none_is_refused(change: dict[str, object]) -> None:
    limit = {"measurement": "x", "ready": 1, "caution": 2, "better": "lower", "unit": "ms"}
    document = {**report_document(a_report()), "limits": [{**limit, **change}]}
    with pytest.raises(ReportFormatError):
        report_from_json(to_json(document))


def test_a_report_from_before_limits_still_loads_and_keeps_its_digest() -> None:
    document = report_document(a_report())
    assert "limits" not in document
    assert report_from_json(to_json(document)) == a_report()


def test_a_later_version_may_have_written_more() -> None:
    limit = AppliedLimit(measurement="x", ready=1, caution=2, better=Better.LOWER, unit="ms")
    report = replace(a_report(), limits=(limit,))
    document = json.loads(to_json(report_document(report)))
    check = document["checks"][0]
    check["series"] = [
        {
            "id": "voice.stream",
            "unit": "ms",
            "step_s": 0.02,
            "values": [1.0],
            "more": 1,
            "spans": [{"name": "idle", "start_s": 0.0, "end_s": 0.02, "more": 1}],
        }
    ]
    for entries in (check["measurements"], check["findings"], check["not_measured"]):
        assert entries
        for entry in entries:
            entry["more"] = {"new": 1}
    document["limits"][0]["more"] = 1
    check["more"] = document["more"] = 1
    read = report_from_json(json.dumps(document))
    assert read.limits == report.limits
    assert read.checks[0].measurements == report.checks[0].measurements
    assert read.checks[0].findings == report.checks[0].findings
    assert read.checks[0].not_measured == report.checks[0].not_measured
    assert read.checks[0].series[0].spans == (Span(name="idle", start_s=0.0, end_s=0.02),)


def test_every_report_carries_its_digest() -> None:
    document = report_document(a_report())
    assert document["integrity"] == {
        "method": "sha256 of the canonical JSON of everything else",
        "digest": report_digest(a_report()),
    }


def test_a_number_that_json_does_not_know_is_our_fault_and_never_written() -> None:
    endless = Measurement(id="x", value=float("inf"), unit="ms")
    with pytest.raises(ValueError, match="JSON compliant"):
        to_json(recording_document(Outcome(measurements=(endless,))))


@given(st.datetimes(min_value=datetime(2000, 1, 1), timezones=st.timezones()))
def test_times_keep_their_instant_in_any_zone(at: datetime) -> None:
    at = at.replace(microsecond=0).astimezone(UTC)
    report = replace(a_report(), started_at=at)
    assert report_from_json(to_json(report_document(report))).started_at == at


@pytest.mark.parametrize(
    "text", ["", "{}", "[]", "null", '{"schema": "other"}', "NaN", '{"schema": 1, "id": 2}']
)
def test_anything_else_is_refused(text: str) -> None:
    with pytest.raises(ReportFormatError):
        report_from_json(text)


def test_a_time_without_an_offset_is_refused() -> None:
    text = to_json(report_document(a_report())).replace(".000Z", ".000")
    with pytest.raises(ReportFormatError, match="no UTC offset"):
        report_from_json(text)
