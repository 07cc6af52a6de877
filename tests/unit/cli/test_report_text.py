"""The report in a terminal: verdict, then who is to blame, then everything else."""

from __future__ import annotations

from dataclasses import replace

from tests.fakes import readiness_reports
from workspace_assistant.cli.report_text import report_lines
from workspace_assistant.core.readiness.model import Measurement, NotMeasured
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


def test_a_long_name_moves_the_columns_of_its_check_together() -> None:
    name = "a-very-long-name-of-a-system-of-the-shop"
    found = tuple(
        Measurement(id=f"endpoint.{one}.tls", value=30.0, unit="ms") for one in (name, "crm")
    )
    check = replace(readiness_reports.voice_path("none"), id="endpoints", measurements=found)
    lines = report_lines(replace(readiness_reports.good_calls(), checks=(check,)))
    rows = [line for line in lines if "Secure connection" in line]
    assert len({line.index("30") for line in rows}) == 1
    assert len(rows) == 2


def test_pings_are_counted_and_the_weak_link_is_spelled_out() -> None:
    found = (
        Measurement(
            id="path.gateway_loss",
            value=0.0,
            unit="fraction",
            conditions={"pings": 160, "watched_s": 8.0},
        ),
        Measurement(id="path.weak_link", value="provider", unit="text"),
    )
    check = replace(readiness_reports.voice_path("none"), measurements=found)
    report = replace(readiness_reports.good_calls(), checks=(check,))
    lines = [" ".join(line.split()) for line in report_lines(report)]
    assert "Loss up to your router 0 % 160 pings in 8 s" in lines
    assert "Weak link the line between your router and your provider" in lines


def test_a_server_that_did_not_serve_has_a_name() -> None:
    gap = NotMeasured(id="voice.server_2", reason="no-answer", detail="Nothing came back.")
    check = replace(readiness_reports.voice_path("none"), not_measured=(gap,))
    lines = report_lines(replace(readiness_reports.good_calls(), checks=(check,)))
    assert any("voice server 2 (no-answer)" in line for line in lines)


def test_a_number_stands_beside_its_limit() -> None:
    lines = [" ".join(line.split()) for line in report_lines(readiness_reports.good_calls())]
    assert any(line.startswith("Processor in use 18 % up to 50 % ") for line in lines)
    assert "Runs on battery no" in lines
