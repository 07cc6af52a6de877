"""A pause that was forgotten is written down in the window."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.fakes import focus_days as days
from tests.gui.focus_visit import OpenWindow, visiting


def test_a_pause_is_added_by_keyboard_and_undone(qtbot: QtBot, open_window: OpenWindow) -> None:
    visit = visiting(qtbot, open_window, *days.full_day())
    before = visit.blocks[1]
    visit.click(visit.page.day.rows[1].edit)
    gaps = visit.page.edit.gaps
    gaps.begin.setFocus()
    visit.write("9:10")
    visit.press(Qt.Key.Key_Tab)
    visit.write("9:20")
    visit.press(Qt.Key.Key_Return)

    added = [gap for gap in visit.blocks[1].gaps if gap not in before.gaps]
    assert [(gap.started_at, gap.ended_at) for gap in added] == [
        (days.at("09:10"), days.at("09:20"))
    ]
    assert (gaps.begin.text(), gaps.end.text()) == ("", "")
    assert not visit.page.edit._trouble.isVisible(), "Enter adds once"
    visit.press(Qt.Key.Key_Z, control=True)
    assert visit.blocks[1] == before


def test_a_time_outside_is_told_beside_the_fields(qtbot: QtBot, open_window: OpenWindow) -> None:
    visit = visiting(qtbot, open_window, *days.full_day())
    visit.click(visit.page.day.rows[1].edit)
    panel = visit.page.edit
    panel.gaps.begin.setText("23:10")
    panel.gaps.end.setText("23:20")
    visit.click(panel.gaps.add)

    assert "23:10 is not between" in panel._trouble.text()
    assert panel.gaps.begin.text() == "23:10"
