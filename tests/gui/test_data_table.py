"""A table of words on the page: its size, and how the keys go through it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.fakes import summaries
from tests.fakes.summaries import WRITING
from workspace_assistant.core.balance.pictures.day_words import day_table
from workspace_assistant.core.table import Table
from workspace_assistant.ui.widgets.data_table import DataTable


@pytest.fixture
def table(qtbot: QtBot) -> Iterator[DataTable]:
    page = QWidget()
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    made = DataTable(page)
    column.addWidget(made)
    column.addWidget(QPushButton("Next", page))
    column.addStretch(1)
    page.resize(900, 600)
    made.show_table(day_table(summaries.rich().week, WRITING))
    page.show()
    page.activateWindow()
    QApplication.processEvents()
    yield made
    del page  # kept so far: a widget is gone as soon as nobody holds its parent


def selected(table: DataTable) -> list[int]:
    return [one.row() for one in table.selectionModel().selectedRows()]


def test_it_has_a_row_for_each_day(table: DataTable) -> None:
    assert table.accessibleName() == "The days of the week"
    assert table.rowCount() == 7
    item, heading = table.item(1, 2), table.horizontalHeaderItem(2)
    assert item is not None
    assert heading is not None
    assert (heading.text(), item.text()) == ("At work", "9h10m")


def test_it_is_as_high_as_its_rows_and_shares_its_width(table: DataTable) -> None:
    assert table.verticalScrollBar().maximum() == 0
    assert table.horizontalScrollBar().maximum() == 0
    assert table.horizontalHeader().length() > 0.95 * table.viewport().width()


def test_more_columns_than_there_is_room_scroll_sideways(table: DataTable) -> None:
    table.show_table(Table(title="Wide", columns=("A",) * 60, rows=(("12h30m",) * 60,)))
    QApplication.processEvents()
    assert table.horizontalScrollBar().maximum() > 0
    assert table.verticalScrollBar().maximum() == 0


def test_its_rows_can_be_gone_through_and_left(table: DataTable) -> None:
    table.setFocus(Qt.FocusReason.TabFocusReason)
    assert selected(table) == [0]
    QTest.keyClick(table, Qt.Key.Key_Down)
    assert selected(table) == [1]
    QTest.keyClick(table, Qt.Key.Key_Tab)
    assert not table.hasFocus()
    assert selected(table) == []


def test_a_table_without_rows_is_no_fault(table: DataTable) -> None:
    table.show_table(Table(title="Empty", columns=(), rows=()))
    assert table.rowCount() == 0
    assert table.accessibleName() == "Empty"
