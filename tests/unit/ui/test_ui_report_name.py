from __future__ import annotations

from tests.fakes import readiness_reports as reports
from tests.fakes.wording import EnglishWording
from workspace_assistant.ui.readiness.report_name import report_file_name


def test_file_names_sort_by_time() -> None:
    assert report_file_name(reports.ready(), EnglishWording()) == "readiness-2026-11-21-0836.html"
