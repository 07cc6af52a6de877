"""The report in a terminal: verdict, then who is to blame, then everything else."""

from __future__ import annotations

from tests.fakes import readiness_reports
from workspace_assistant.cli.report_text import report_lines
from workspace_assistant.core.readiness.report import report_digest


def test_the_culprit_follows_the_verdict() -> None:
    lines = list(report_lines(readiness_reports.bad_wifi()))
    assert lines[0] == "Not ready: Default remote voice agent"
    assert lines[1].startswith("Voice packets are lost between you and your router (Wi-Fi)")
    assert lines[2] == ""


def test_without_a_culprit_there_is_no_such_line() -> None:
    lines = list(report_lines(readiness_reports.good_calls()))
    assert lines[1] == ""


def test_the_digest_ends_it() -> None:
    report = readiness_reports.good_calls()
    assert list(report_lines(report))[-1] == f"Report report-1, {report_digest(report)}"


def test_a_number_stands_beside_its_limit() -> None:
    lines = [" ".join(line.split()) for line in report_lines(readiness_reports.good_calls())]
    assert any(line.startswith("Processor in use 18 % up to 50 % ") for line in lines)
    assert "Runs on battery no" in lines
