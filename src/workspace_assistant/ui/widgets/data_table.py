"""DataTable: what a picture shows, as a table to read and to go through with the keyboard."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFocusEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QSizePolicy,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from workspace_assistant.core.table import Table
from workspace_assistant.ui.overriding import override
from workspace_assistant.ui.theme.metrics import TextStyle, font, grid_px

_ROW_UNITS = 7.5
_NARROWEST_UNITS = 60
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class DataTable(QTableWidget):
    """As high as its rows; wider ones than there is room for scroll sideways.

    The first column names the rows and stands to the left, numbers to the right under each other.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(0, 0, parent)
        self.setFont(font(TextStyle.BODY))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._build_behavior()
        self._build_header()

    def show_table(self, table: Table) -> None:
        self.setAccessibleName(table.title)
        self.setColumnCount(len(table.columns))
        self.setRowCount(len(table.rows))
        for column, words in enumerate(table.columns):
            self.setHorizontalHeaderItem(column, _item(words, column))
        for row, cells in enumerate(table.rows):
            for column, words in enumerate(cells):
                self.setItem(row, column, _item(words, column))
        if table.rows:
            self.setCurrentCell(0, 0)
            self.clearSelection()
        self._fit()

    @override
    def sizeHint(self) -> QSize:
        return QSize(grid_px(_NARROWEST_UNITS), self.height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        """The row that arrow keys start from shows."""
        super().focusInEvent(event)
        self.selectRow(self.currentRow())

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.clearSelection()

    def _fit(self) -> None:
        """Columns share the room that is left; the table is as high as all of its rows."""
        header = self.horizontalHeader()
        columns = range(self.columnCount())
        wanted = [max(self.sizeHintForColumn(one), header.sectionSizeHint(one)) for one in columns]
        left_px = self.viewport().width() - sum(wanted)
        for column, width in enumerate(wanted):
            self.setColumnWidth(column, width + max(0, left_px) // len(wanted))
        height = header.sizeHint().height() + self.rowCount() * grid_px(_ROW_UNITS) + grid_px(1)
        bar = self.horizontalScrollBar().sizeHint().height() if left_px < 0 else 0
        self.setFixedHeight(height + bar)

    def _build_behavior(self) -> None:
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(grid_px(_ROW_UNITS))

    def _build_header(self) -> None:
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        header.setFont(font(TextStyle.SECONDARY))
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)


def _item(words: str, column: int) -> QTableWidgetItem:
    item = QTableWidgetItem(words)
    item.setTextAlignment(_RIGHT if column else _LEFT)
    return item
