"""F1 tells about the page it is pressed on; a search finds texts without a network."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from tests.fakes.window import WindowWorld
from workspace_assistant import __version__
from workspace_assistant.ui.main_window import MainWindow
from workspace_assistant.ui.page_names import PageName

OpenWindow = Callable[[WindowWorld, PageName], MainWindow]


def test_help_is_about_the_page(qtbot: QtBot, open_window: OpenWindow, world: WindowWorld) -> None:
    window = open_window(world, PageName.HISTORY)
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(window, Qt.Key.Key_F1)
    page = window.pages.help
    assert window.pages.currentWidget() is page
    assert page.chips.value == "history"
    assert "Past checks" in page.text.toPlainText()

    page.search.setText("silenced")
    assert page.chips.value == "breaks"
    page.search.setText("silenced xylophone")
    assert "No topic" in page.text.toPlainText()
    qtbot.keyClick(window, Qt.Key.Key_F1)  # on itself it stays, ready for other words
    assert page.search.hasSelectedText()
    page.show_topic("trouble")
    assert page.search.text() == ""
    assert "self-test" in page.text.toPlainText()


def test_the_program_tells_of_itself_and_of_what_it_is_made_with(
    qtbot: QtBot, open_window: OpenWindow, world: WindowWorld
) -> None:
    window = open_window(world, PageName.HELP)
    page = window.pages.help
    assert not page.copy.isVisible()
    page.search.setText("warranty")
    assert page.chips.value == "about"
    shown = page.text.toPlainText()
    assert __version__ in shown
    assert "translated by a machine" in shown
    assert "numpy" in shown

    page.text.anchorClicked.emit(QUrl("#numpy"))
    assert "Redistribution" in page.text.toPlainText()
    page.text.anchorClicked.emit(QUrl("#workspace-assistant"))
    assert "WITHOUT WARRANTY" in page.text.toPlainText()
    page.text.anchorClicked.emit(QUrl("#about"))
    assert page.text.toPlainText() == shown

    qtbot.mouseClick(page.copy, Qt.MouseButton.LeftButton)
    copied = QGuiApplication.clipboard().text()
    assert f"Workspace Assistant {__version__}" in copied
    assert "sent to nobody" in page.note.text()
