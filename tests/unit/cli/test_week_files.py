"""`week --html, --pdf, --csv`: which files are written, with what in them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.fakes import summaries
from tests.fakes.leave import MemoryLeaveStore
from tests.fakes.week_files import NotedFiles
from tests.fakes.weeks import ZONE, at
from workspace_assistant.cli import week
from workspace_assistant.cli.main import parse
from workspace_assistant.cli.week_tools import WeekTools
from workspace_assistant.core.balance.report.choice import DEFAULT_PARTS, ReportPart
from workspace_assistant.core.balance.report.subject import NamedTime
from workspace_assistant.core.balance.report_pages.paper import Paper
from workspace_assistant.core.balance.settings_model import Commute, WeekSettings
from workspace_assistant.core.errors import RefusedError, UserInputError
from workspace_assistant.core.leave.service import LeaveService

NAMED = NamedTime(name="Refunds", count=1, worked_s=60.0, notes=())


def tools(files: NotedFiles) -> WeekTools:
    settings = WeekSettings(commute=Commute(day_fare=6.4, currency="EUR"))
    return WeekTools(
        zone=lambda: ZONE,
        now=lambda: at("2026-11-20 23:00"),
        settings=lambda: settings,
        change=lambda _settings: None,
        leave=LeaveService(MemoryLeaveStore()),
        week=lambda _on, _settings, _away: summaries.empty(),
        summary=lambda _on, _settings, _away: summaries.rich(),
        roll_up=lambda _period, _settings: summaries.month(),
        tips=tuple,
        files=files.tools,
    )


def run(files: NotedFiles, *words: str) -> int:
    return week.run(parse(["week", *words]), tools(files))


def test_each_file_is_written_once_and_named(capsys: pytest.CaptureFixture[str]) -> None:
    files = NotedFiles()
    assert run(files, "--html", "a.html", "--pdf", "a.pdf", "--paper", "letter") == 0
    assert capsys.readouterr().out == "Written: a.html\nWritten: a.pdf\n"
    assert [(path, paper) for _, _, path, paper in files.written] == [
        (Path("a.html"), Paper.LETTER),
        (Path("a.pdf"), Paper.LETTER),
    ]
    subject, choice, _, _ = files.written[0]
    assert subject.told == summaries.rich()  # with the weeks before it, for its trends
    assert (subject.currency, subject.names, subject.tips) == ("EUR", (), {})
    assert choice.parts == DEFAULT_PARTS


def test_parts_come_and_go_by_their_words() -> None:
    files = NotedFiles(named=(NAMED,))
    run(files, "--csv", "a.csv", "--with", "names, check-ins,suggestions", "--without", "goals")
    subject, choice, _, _ = files.written[0]
    added = {ReportPart.NAMES, ReportPart.CHECK_INS, ReportPart.SUGGESTIONS}
    assert choice.parts == (DEFAULT_PARTS | added) - {ReportPart.GOALS}
    assert subject.names == (NAMED,)


def test_a_month_is_written_likewise() -> None:
    files = NotedFiles()
    run(files, "--month", "2026-11", "--pdf", "a.pdf")
    assert files.written[0][0].told == summaries.month()


def test_json_still_tells_and_nothing_else(capsys: pytest.CaptureFixture[str]) -> None:
    run(NotedFiles(), "--json", "--csv", "a.csv")
    assert capsys.readouterr().out.startswith("{")


def test_nothing_is_read_for_a_word_that_is_no_part() -> None:
    files = NotedFiles()
    with pytest.raises(RefusedError, match="leave-kinds"):
        run(files, "--pdf", "a.pdf", "--with", "salary")
    assert files.written == []


def test_each_option_wants_its_own_kind_of_file() -> None:
    files = NotedFiles()

    def refuse(path: Path, suffix: str) -> None:
        raise UserInputError(f"{path} does not end in {suffix}")

    asked = tools(files)
    refusing = replace(asked, files=replace(asked.files, check=refuse))
    with pytest.raises(UserInputError, match=r"\.pdf"):
        week.run(parse(["week", "--pdf", "a.html"]), refusing)
    assert files.written == []
