"""Import with its preview, and export, in the window."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from tests.fakes import focus_days as days
from tests.gui.focus_visit import OpenWindow, Visit, visiting
from workspace_assistant.core.errors import StoreUnavailableError
from workspace_assistant.ui.focus.exchange import DAY

TOGGL = (
    "User,Email,Client,Project,Task,Description,Billable,Start date,Start time,End date,"
    "End time,Duration,Tags,Amount\n"
)


def entry(start: str, end: str, length: str, name: str = "Imported", on: str = "2026-11-20") -> str:
    return f"A,a@example.org,,,,{name},No,{on},{start},{on},{end},{length},,\n"


GOOD = TOGGL + entry("09:00:00", "09:30:00", "00:30:00") + entry("10:00:00", "11:00:00", "01:00:00")
OVERLAPPING = TOGGL + entry("08:30:00", "09:00:00", "00:30:00", on="2026-11-23")
FAULTY = GOOD + entry("25:00:00", "26:00:00", "01:00:00")


@pytest.fixture
def visit(qtbot: QtBot, open_window: OpenWindow) -> Visit:
    return visiting(qtbot, open_window, *days.full_day())


def look_into(visit: Visit, tmp_path: Path, text: str, name: str = "toggl.csv") -> Path:
    file = tmp_path / name
    file.write_text(text, encoding="utf-8")
    visit.page._on_file_chosen(str(file))
    until_read(visit)
    return file


def until_read(visit: Visit) -> None:
    def is_read() -> bool:
        asked = visit.session.situation.importing
        return asked is not None and bool(asked.preview or asked.trouble)

    visit.qtbot.waitUntil(is_read)


def test_a_preview_says_what_is_in_it_and_writes_nothing(visit: Visit, tmp_path: Path) -> None:
    look_into(visit, tmp_path, GOOD)
    panel = visit.page.importing
    assert panel._headline.text() == "Import toggl.csv?"
    facts = panel._facts.text()
    assert "2 new blocks, 1\u202fh 30\u202fmin worked, from 20/11/2026 to 20/11/2026." in facts
    assert panel.start.text() == "Import 2 blocks"
    assert len(visit.blocks) == 7


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (GOOD, "start"),
        (FAULTY, "skip"),
        (TOGGL, "kind"),
        ("just words", "kind"),
    ],
)
def test_the_focus_goes_to_what_is_to_be_said(
    text: str, name: str, visit: Visit, tmp_path: Path
) -> None:
    visit.page.day.take_over.setFocus()
    look_into(visit, tmp_path, text)
    assert getattr(visit.page.importing, name).hasFocus()
    visit.page.importing.cancel.setFocus()
    visit.press(Qt.Key.Key_Return)
    assert visit.page.day.take_over.hasFocus()


def test_an_import_is_undone_as_a_whole(visit: Visit, tmp_path: Path) -> None:
    look_into(visit, tmp_path, GOOD)
    visit.click(visit.page.importing.start)
    assert len(visit.blocks) == 9
    assert not visit.page.importing.isVisible()
    assert visit.page.toast.sentence == "toggl.csv imported."
    visit.press(Qt.Key.Key_Z, control=True)
    assert visit.blocks == list(days.full_day())


def test_what_is_there_already_is_left_out(visit: Visit, tmp_path: Path) -> None:
    look_into(visit, tmp_path, GOOD)
    visit.click(visit.page.importing.start)
    look_into(visit, tmp_path, GOOD)
    assert "There is nothing new in it." in visit.page.importing._facts.text()
    assert not visit.page.importing.start.isVisible()
    visit.click(visit.page.importing.cancel)
    assert not visit.page.importing.isVisible()


@pytest.mark.parametrize(("chip", "ends"), [(0, "08:55"), (1, "08:30")])
def test_overlaps_ask_what_gives_way(chip: int, ends: str, visit: Visit, tmp_path: Path) -> None:
    look_into(visit, tmp_path, OVERLAPPING)
    panel = visit.page.importing
    assert "has time in common with “Refund queue”" in panel._overlaps.text()
    visit.click(panel.overlap.chips[chip])
    visit.click(panel.start)
    assert len(visit.blocks) == 8
    assert visit.blocks[0].ended_at == days.at(ends)


def test_faults_hold_it_up_until_they_are_skipped(visit: Visit, tmp_path: Path) -> None:
    look_into(visit, tmp_path, FAULTY)
    panel = visit.page.importing
    assert "line 4" in panel._faults.text()
    assert not panel.start.isEnabled()
    panel.skip.click()
    visit.click(panel.start)
    assert len(visit.blocks) == 9


def test_a_file_that_cannot_be_read_says_why(visit: Visit, tmp_path: Path) -> None:
    look_into(visit, tmp_path, "just words")
    panel = visit.page.importing
    assert panel._headline.text() == "toggl.csv cannot be read"
    assert "cannot be told apart" in panel._trouble.text()
    panel._menu.actions()[1].trigger()
    until_read(visit)
    assert visit.session.situation.importing is not None
    assert visit.session.situation.importing.kind == "toggl"
    visit.click(panel.dates.chips[1])
    until_read(visit)
    assert visit.session.situation.importing.date_order == "dmy"


def test_import_asks_for_a_file(visit: Visit, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(GOOD, encoding="utf-8")
    visit.click(visit.page.day.take_over)
    (dialog,) = visit.page.findChildren(QFileDialog)
    dialog.fileSelected.emit(str(tmp_path / "a.csv"))
    until_read(visit)
    dialog.close()
    assert visit.page.importing.isVisible()


def test_export_writes_what_was_chosen(visit: Visit, tmp_path: Path) -> None:
    file = tmp_path / "day.json"
    visit.page._files.menu.actions()[0].trigger()
    (dialog,) = visit.page.findChildren(QFileDialog)
    assert "focus-2026-11-23" in dialog.selectedFiles()[0]
    dialog.filterSelected.emit("Calendar (*.ics)")
    assert dialog.defaultSuffix() == "ics"
    dialog.fileSelected.emit(str(file))
    visit.qtbot.waitUntil(lambda: bool(visit.window.top.notice.sentence))
    dialog.close()
    assert visit.window.top.notice.sentence == f"day.json written in {tmp_path}."
    assert len(json.loads(file.read_text())["blocks"]) == 7


def test_an_empty_day_writes_no_file(visit: Visit, tmp_path: Path) -> None:
    visit.click(visit.page.day.before)
    visit.page._on_file_named(str(tmp_path / "day.csv"), DAY)
    visit.qtbot.waitUntil(lambda: bool(visit.window.top.notice.sentence))
    assert "no file was written" in visit.window.top.notice.sentence
    assert not (tmp_path / "day.csv").exists()


def test_an_export_that_fails_says_why(visit: Visit, tmp_path: Path) -> None:
    visit.page._on_file_named(str(tmp_path / "none" / "day.csv"), DAY)
    visit.qtbot.waitUntil(lambda: bool(visit.window.top.notice.sentence))
    assert "cannot be written" in visit.window.top.notice.sentence


def test_an_import_into_a_full_disk_keeps_the_preview(visit: Visit, tmp_path: Path) -> None:
    look_into(visit, tmp_path, GOOD)
    visit.log.fault = StoreUnavailableError("The disk is full.")
    visit.page.importing.start.click()
    visit.qtbot.waitUntil(lambda: bool(visit.window.top.notice.sentence))
    visit.log.fault = None
    visit.settle()
    assert visit.page.importing.isVisible()
    visit.click(visit.page.importing.start)
    assert len(visit.blocks) == 9
