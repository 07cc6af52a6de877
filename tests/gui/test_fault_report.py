"""A fault that nobody foresaw: a report to copy, and no words of anybody in it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from tests.fakes.wording import EnglishWording
from workspace_assistant.ui.fault_report.teller import FaultTeller


@pytest.fixture
def teller(qtbot: QtBot) -> FaultTeller:
    made = FaultTeller(
        EnglishWording(), lambda: ("one line of the log",), QGuiApplication.instance()
    )
    made.tell(ValueError("Refund queue of Marta"))
    assert made.window is not None
    qtbot.addWidget(made.window)
    return made


def test_the_report_is_copied_and_has_no_words_of_anybody(
    qtbot: QtBot, teller: FaultTeller
) -> None:
    window = teller.window
    assert window is not None
    assert window.isVisible()
    assert window.windowModality() is Qt.WindowModality.NonModal
    qtbot.mouseClick(window.copy, Qt.MouseButton.LeftButton)
    copied = QGuiApplication.clipboard().text()
    assert "ValueError" in copied
    assert "one line of the log" in copied
    assert "Marta" not in copied


def test_the_first_fault_stays_and_others_are_counted(qtbot: QtBot, teller: FaultTeller) -> None:
    window = teller.window
    assert window is not None
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    teller.tell(KeyError("Marta"))
    assert not window.isVisible()  # closed once, it does not come again
    assert "KeyError" not in window.report.toPlainText()
    assert "2" in window._note.text()
    teller.close()
    assert teller.window is None
