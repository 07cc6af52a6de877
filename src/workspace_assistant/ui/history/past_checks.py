"""PastChecks: the verdicts of earlier checks as a table, newest first."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from workspace_assistant.ui.history import texts
from workspace_assistant.ui.history.view_state import PastCheck
from workspace_assistant.ui.overriding import override
from workspace_assistant.ui.theme.metrics import TextStyle, font, grid_px
from workspace_assistant.ui.theme.scheme import current_colors
from workspace_assistant.ui.widgets.state_icon import state_icon
from workspace_assistant.ui.wording.wording import Wording

_HEADINGS = (texts.WHEN, texts.RESULT, texts.REMARK, texts.PROFILE)
_ROW_UNITS = 9
_ICON_UNITS = 5
_REMARK_COLUMN = 2


class PastChecks(QTableWidget):
    def __init__(self, wording: Wording, parent: QWidget) -> None:
        super().__init__(0, len(_HEADINGS), parent)
        self._rows: tuple[PastCheck, ...] = ()
        self.setHorizontalHeaderLabels([wording.say(heading) for heading in _HEADINGS])
        self.setAccessibleName(wording.say(texts.PAST_CHECKS))
        self.setFont(font(TextStyle.BODY))
        self._build_behavior()
        self._build_header()

    def present(self, rows: tuple[PastCheck, ...]) -> None:
        self._rows = rows
        self.setRowCount(len(rows))
        for number, row in enumerate(rows):
            self._fill(number, row)
        header = self.horizontalHeader().sizeHint().height()
        self.setFixedHeight(header + len(rows) * grid_px(_ROW_UNITS) + grid_px(1))

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.present(self._rows)

    def _fill(self, number: int, row: PastCheck) -> None:
        colors = current_colors()
        items = [QTableWidgetItem(text) for text in (row.when, row.word, row.remark, row.profile)]
        items[1].setIcon(state_icon(row.look, colors, grid_px(_ICON_UNITS)))
        for column, item in enumerate(items):
            item.setToolTip(item.text())
            self.setItem(number, column, item)

    def _build_behavior(self) -> None:
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setIconSize(QSize(grid_px(_ICON_UNITS), grid_px(_ICON_UNITS)))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(grid_px(_ROW_UNITS))

    def _build_header(self) -> None:
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        header.setFont(font(TextStyle.SECONDARY))
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(_REMARK_COLUMN, QHeaderView.ResizeMode.Stretch)
