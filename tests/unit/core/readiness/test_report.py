from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.fakes.reports import a_report
from workspace_assistant.core.readiness.model import Measurement, Outcome, Series, Span
from workspace_assistant.core.readiness.report import (
    ReportFormatError,
    recording_document,
    report_digest,
    report_document,
    report_from_json,
    to_json,
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
