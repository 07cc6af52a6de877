"""Letters and digits press something alone, or together with Alt only (WCAG 2.1.4)."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from workspace_assistant.ui.focus.shortcuts import call_by_key
from workspace_assistant.ui.single_keys import choose_single_keys, do_single_keys_count

ALT = Qt.KeyboardModifier.AltModifier
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def page(qtbot: QtBot, qapp: QApplication) -> Iterator[tuple[QWidget, list[str]]]:
    page, called = QWidget(), []
    for key in ("P", "1", "Ctrl+Z"):
        call_by_key(page, key, lambda key=key: called.append(key))  # type: ignore[misc]
    qtbot.addWidget(page)
    page.show()
    qtbot.waitUntil(page.isActiveWindow)
    yield page, called
    choose_single_keys(qapp, "")


@pytest.mark.parametrize("chosen", ["on", ""])
def test_one_key_is_enough(
    page: tuple[QWidget, list[str]], qtbot: QtBot, qapp: QApplication, chosen: str
) -> None:
    window, called = page
    choose_single_keys(qapp, chosen)
    assert do_single_keys_count()
    qtbot.keyClick(window, Qt.Key.Key_P)
    qtbot.keyClick(window, Qt.Key.Key_1, ALT)
    assert called == ["P", "1"]


def test_turned_off_they_count_with_alt_alone(
    page: tuple[QWidget, list[str]], qtbot: QtBot, qapp: QApplication
) -> None:
    window, called = page
    choose_single_keys(qapp, "off")
    qtbot.keyClick(window, Qt.Key.Key_P)
    qtbot.keyClick(window, Qt.Key.Key_1)
    assert called == []
    qtbot.keyClick(window, Qt.Key.Key_P, ALT)
    qtbot.keyClick(window, Qt.Key.Key_Z, CONTROL)
    assert called == ["P", "Ctrl+Z"]
