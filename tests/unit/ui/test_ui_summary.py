from __future__ import annotations

from tests.fakes import readiness_reports as reports
from tests.fakes.wording import EnglishWording
from workspace_assistant.ui.readiness.summary import report_file_name, summary

WORDING = EnglishWording()


def test_holds_verdict_time_profile_numbers_and_findings() -> None:
    lines = summary(reports.caution(), WORDING).splitlines()
    assert lines[0] == "Workspace readiness: Caution"
    assert lines[1] == "Saturday, 21 November 2026 08:36, profile: Default remote voice agent"
    assert lines[2].startswith("Computer: Ready. 18\u202f% processor")
    assert any("answers take 158 ms longer" in line for line in lines)
    assert all(line.strip() for line in lines)


def test_names_the_untested_with_its_reason() -> None:
    assert "Microphone: Not tested. Not tested" not in summary(reports.not_tested(), WORDING)
    assert "There is no microphone." in summary(reports.not_tested(), WORDING)


def test_a_run_in_part_does_not_read_as_ready() -> None:
    assert summary(reports.own_loop(), WORDING).startswith("Workspace readiness: Ready, in part")


def test_file_names_sort_by_time() -> None:
    assert report_file_name(reports.ready(), WORDING) == "readiness-2026-11-21-0836.html"
