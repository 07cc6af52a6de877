"""A report of a week becomes a file: of the kind its name asks for, whole or not at all."""

from __future__ import annotations

import json
from functools import partial
from pathlib import Path

import pytest

from tests.fakes import summaries
from tests.fakes.summary_days import ZONE
from workspace_assistant.bootstrap import report_place
from workspace_assistant.bootstrap.week_report import (
    check_week_report_path,
    week_report_services,
    write_week_report,
)
from workspace_assistant.core.balance.paper_writing import PaperWriting
from workspace_assistant.core.balance.report.choice import ReportChoice
from workspace_assistant.core.balance.report.subject import ReportSubject
from workspace_assistant.core.balance.report_pages.paper import Paper
from workspace_assistant.core.balance.summary_model import RollUp, Summary
from workspace_assistant.core.errors import UserInputError


def written(path: Path, told: Summary | RollUp | None = None) -> bytes:
    subject = ReportSubject(told=told or summaries.rich(), zone=ZONE)
    write_week_report(subject, ReportChoice(), path, Paper.A4, PaperWriting(ZONE))
    return path.read_bytes()


def test_the_name_says_the_kind(tmp_path: Path) -> None:
    assert written(tmp_path / "week.html").startswith(b"<!DOCTYPE html>")
    assert written(tmp_path / "week.CSV").startswith(b"\xef\xbb\xbfweek,kind")
    document = json.loads(written(tmp_path / "week.json"))
    assert document["schema"] == "workspace-assistant/week/1"
    assert "switching-off" not in {one["id"] for one in document["indicators"]}
    assert document["suggestions"] == []
    month = json.loads(written(tmp_path / "month.json", summaries.month()))
    assert month["schema"] == "workspace-assistant/weeks/1"


@pytest.mark.parametrize("name", ["week.docx", "gone/week.pdf", "folder.pdf"])
def test_a_file_that_cannot_be_is_refused_before(tmp_path: Path, name: str) -> None:
    (tmp_path / "folder.pdf").mkdir()
    with pytest.raises(UserInputError):
        check_week_report_path(tmp_path / name)


def test_an_option_wants_its_own_kind(tmp_path: Path) -> None:
    check_week_report_path(tmp_path / "week.pdf", ".pdf")
    with pytest.raises(UserInputError, match=r"ends in \.csv"):
        check_week_report_path(tmp_path / "week.pdf", ".csv")


def test_a_folder_that_cannot_be_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(report_place.os, "access", lambda _path, _mode: False)
    with pytest.raises(UserInputError, match="cannot be written"):
        check_week_report_path(tmp_path / "week.pdf")


def test_the_old_file_stays_where_the_new_one_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "week.csv"
    file.write_text("old")

    def full(_path: Path, _content: bytes) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(report_place, "write_whole", full)
    with pytest.raises(UserInputError, match="No space left"):
        written(file)
    assert file.read_text() == "old"


def test_the_window_writes_the_same_and_an_empty_log_has_no_names(tmp_path: Path) -> None:
    services = week_report_services(tmp_path)
    assert isinstance(services.names, partial)
    assert services.names(summaries.rich().week.span) == ()
    assert services.write is write_week_report
