"""Which packets a listener misses, out of the stream that a report keeps."""

from __future__ import annotations

from datetime import UTC, datetime

from tests.fakes.readiness_reports import report
from workspace_assistant.core.readiness.call_path import latest_call_path
from workspace_assistant.core.readiness.model import CheckResult, ReadinessReport, Series, Verdict

AT = datetime(2026, 11, 22, 8, 0, tzinfo=UTC)


def streamed(*values: float | None) -> ReadinessReport:
    return checked(Series(id="voice.stream", unit="ms", step_s=0.02, values=values))


def checked(*series: Series) -> ReadinessReport:
    check = CheckResult(
        id="voice-path", required=True, verdict=Verdict.READY, duration_s=20.0, series=series
    )
    return report(Verdict.READY, check, finished_at=AT)


def test_lost_and_late_packets_are_missing() -> None:
    path = latest_call_path((streamed(40.0, None, 159.9, 160.0, 160.1, 40.0),))
    assert path is not None
    assert path.lost == (False, True, False, False, True, False)  # later than 20 + 60 ms one way
    assert path.loss_fraction == 2 / 6
    assert path.measured_at == AT


def test_the_latest_report_with_a_stream_counts() -> None:
    path = latest_call_path((checked(), streamed(), streamed(40.0), streamed(None)))
    assert path is not None
    assert path.lost == (False,)


def test_without_a_stream_there_is_no_path() -> None:
    assert latest_call_path(()) is None
    assert latest_call_path((checked(),)) is None


def test_a_line_that_carried_nothing_misses_everything() -> None:
    path = latest_call_path((streamed(None, None),))
    assert path is not None
    assert path.loss_fraction == 1
