"""A report is made in the window: what is ticked goes in, and its pages are those of the paper."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from tests.fakes import summaries
from tests.fakes.week_page import WeekWorld
from tests.gui.week_visit import Visit
from workspace_assistant.core.balance.report.choice import DEFAULT_PARTS, ReportPart
from workspace_assistant.core.balance.report_pages.paper import Paper
from workspace_assistant.core.errors import StoreUnavailableError
from workspace_assistant.ui.job_runner import JobRunner
from workspace_assistant.ui.week.report_panel import ReportPanel


@pytest.fixture
def visit(qtbot: QtBot, runner: JobRunner) -> Visit:
    return Visit(qtbot, runner, WeekWorld(summaries.rich()))


@pytest.fixture
def panel(visit: Visit) -> ReportPanel:
    return visit.page.report


def test_what_is_ticked_goes_into_the_file(
    visit: Visit, panel: ReportPanel, tmp_path: Path
) -> None:
    panel.ticks[ReportPart.NAMES].click()
    panel.ticks[ReportPart.GOALS].click()
    panel.paper.chips[1].click()
    panel.save_as(str(tmp_path / "week.pdf"))
    visit.settle()
    subject, choice, path, paper, language = visit.world.written[0]
    assert choice.parts == DEFAULT_PARTS - {ReportPart.GOALS} | {ReportPart.NAMES}
    assert [one.name for one in subject.names] == ["Refunds"]
    assert set(subject.tips) == {"eleven-hours-of-rest", "evening-without-work", "quick-return"}
    assert (path.name, paper, language) == ("week.pdf", Paper.LETTER, "en")
    assert panel.notice.text() == "Saved as week.pdf."


def test_names_are_not_even_read_where_they_stay_out(
    visit: Visit, panel: ReportPanel, tmp_path: Path
) -> None:
    panel.save_as(str(tmp_path / "week.html"))
    visit.settle()
    assert visit.world.written[0][0].names == ()


def test_why_it_was_not_saved_is_told(visit: Visit, panel: ReportPanel, tmp_path: Path) -> None:
    panel.save_as(str(tmp_path / "gone" / "week.pdf"))
    visit.settle()
    assert panel.notice.text().startswith("The report was not saved: ")
    panel.ticks[ReportPart.NAMES].click()
    visit.world.fault = StoreUnavailableError("locked")
    panel.save_as(str(tmp_path / "week.pdf"))
    visit.settle()
    assert panel.notice.text() == "The names of blocks cannot be read now."


def test_the_pages_are_shown_and_follow_the_choice(visit: Visit, panel: ReportPanel) -> None:
    assert not panel.previews.isVisible()
    visit.click(panel.show_pages)
    first, second = panel.previews.pages
    assert first.accessibleName() == "Page 1 of 2 as it will be printed"
    assert not second.pixmap().isNull()
    assert second.isVisible()
    for part in (ReportPart.INDICATORS, ReportPart.HEAT_MAP):
        panel.ticks[part].click()
    visit.settle()
    assert not second.isVisible()
    visit.click(panel.show_pages)
    assert panel.show_pages.text() == "Show the pages"


def test_asking_where_and_which_printer_stops_nothing(visit: Visit, panel: ReportPanel) -> None:
    visit.click(panel.save)
    file = panel.findChild(QFileDialog)
    assert file is not None
    assert not file.isModal() or file.isVisible()
    file.reject()
    visit.click(panel.print)
    printer = panel.findChild(QPrintDialog)
    assert printer is not None
    printer.reject()
    assert not panel.notice.isVisible()
