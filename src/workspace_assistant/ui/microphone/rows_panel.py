"""RowsPanel: a titled card of lines with a label, a value and a note."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from workspace_assistant.ui.microphone.score_state import NumberRow
from workspace_assistant.ui.theme.metrics import TextStyle, grid_px
from workspace_assistant.ui.widgets.frames import PartFrame
from workspace_assistant.ui.widgets.text_label import TextLabel


class RowsPanel(PartFrame):
    """The numbers of one score, or what differs from the recording before."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("card", parent)
        self._shown: tuple[NumberRow, ...] = ()
        self._title = TextLabel(TextStyle.TITLE, self, wraps=True)
        self._sentence = TextLabel(TextStyle.SECONDARY, self, ink="muted", wraps=True)
        self._rows = QWidget(self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(grid_px(4.5), grid_px(3.5), grid_px(4.5), grid_px(4))
        self._column.setSpacing(grid_px(1.5))
        for part in (self._title, self._sentence, self._rows):
            self._column.addWidget(part)
        self.hide()

    def present(self, title: str, sentence: str, rows: tuple[NumberRow, ...]) -> None:
        self._title.setText(title)
        self._sentence.show_text(sentence)
        self.setAccessibleName(title)
        if rows != self._shown:
            self._shown = rows
            self._replace_rows()
        self.show()

    def _replace_rows(self) -> None:
        self._column.removeWidget(self._rows)
        self._rows.hide()
        self._rows.deleteLater()
        self._rows = QWidget(self)
        grid = QGridLayout(self._rows)
        grid.setContentsMargins(0, grid_px(1), 0, 0)
        grid.setHorizontalSpacing(grid_px(6))
        grid.setVerticalSpacing(grid_px(1.5))
        grid.setColumnStretch(0, 3)
        grid.setColumnStretch(2, 5)
        for number, row in enumerate(self._shown):
            for column, text in enumerate((row.label, row.value, row.note)):
                label = TextLabel(
                    TextStyle.SECONDARY,
                    self._rows,
                    ink="muted" if column == 2 else "",
                    wraps=column != 1,
                    is_selectable=column == 1,
                )
                label.setText(text)
                grid.addWidget(label, number, column, Qt.AlignmentFlag.AlignTop)
        self._column.addWidget(self._rows)
