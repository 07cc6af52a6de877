"""CompareTable: a line for each microphone, its numbers in columns, or below where it is narrow."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from workspace_assistant.ui.microphone.compare_state import CompareRow
from workspace_assistant.ui.overriding import override
from workspace_assistant.ui.theme.metrics import TextStyle, grid_px
from workspace_assistant.ui.widgets.state_icon import StateIcon
from workspace_assistant.ui.widgets.text_label import TextLabel

_NARROW_BELOW_UNITS = 170
_FIRST_CELL = 3
_BETWEEN_UNITS = 1


class CompareTable(QWidget):
    """Keeps both forms and shows the one that the width has room for."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._shown: tuple[tuple[str, ...], tuple[CompareRow, ...]] = ((), ())
        self._wide, self._narrow = QWidget(self), QWidget(self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, grid_px(1), 0, 0)

    def present(self, headings: tuple[str, ...], rows: tuple[CompareRow, ...]) -> None:
        self.setVisible(bool(rows))
        if (headings, rows) == self._shown:
            return
        self._shown = (headings, rows)
        for form in (self._wide, self._narrow):
            self._column.removeWidget(form)
            form.hide()
            form.deleteLater()
        self._wide, self._narrow = _columns(headings, rows, self), _lines(headings, rows, self)
        self._column.addWidget(self._wide)
        self._column.addWidget(self._narrow)
        self._fit(self.width())

    @property
    def is_narrow(self) -> bool:
        return self._wide.isHidden()

    @override
    def minimumSizeHint(self) -> QSize:
        """As narrow as the narrow form: else the wide one would never make room for it."""
        return QSize(self._narrow.minimumSizeHint().width(), super().minimumSizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit(event.size().width())

    def _fit(self, width_px: int) -> None:
        least = max(grid_px(_NARROW_BELOW_UNITS), self._wide.minimumSizeHint().width())
        self._wide.setVisible(width_px >= least)
        self._narrow.setVisible(width_px < least)


def _columns(headings: tuple[str, ...], rows: tuple[CompareRow, ...], parent: QWidget) -> QWidget:
    form, grid = _form(parent)
    grid.setColumnStretch(0, 3)
    for column, heading in enumerate(headings):
        _put(grid, heading, 0, column + (column > 0), ink="muted")
        grid.setColumnStretch(column + 1, 2 if column else 0)
    cells = max(1, len(headings) - 2)
    for number, row in enumerate(rows, 1):
        _put(grid, row.name, number, 0)
        grid.addWidget(_icon(row, form), number, 1, Qt.AlignmentFlag.AlignTop)
        _put(grid, row.word, number, 2)
        if row.why:
            _put(grid, row.why, number, _FIRST_CELL, span=cells, ink="muted")
        for column, cell in enumerate(row.cells, _FIRST_CELL):
            _put(grid, cell, number, column)
    return form


def _lines(headings: tuple[str, ...], rows: tuple[CompareRow, ...], parent: QWidget) -> QWidget:
    """Each microphone with its result, and its numbers below it, each with its name."""
    form, grid = _form(parent)
    grid.setColumnStretch(1, 3)
    grid.setColumnStretch(2, 2)
    labels = headings[2:]
    at = 0
    for row in rows:
        grid.setRowMinimumHeight(at, 0 if at == 0 else grid_px(_BETWEEN_UNITS))
        at += 1
        grid.addWidget(_icon(row, form), at, 0, Qt.AlignmentFlag.AlignVCenter)
        for column, text in enumerate((row.name, row.word), 1):
            strong = _label(grid, text, style=TextStyle.STRONG)
            grid.addWidget(strong, at, column, Qt.AlignmentFlag.AlignVCenter)
        at += 1
        if row.why:
            _put(grid, row.why, at, 1, span=2, ink="muted")
            at += 1
        for label, cell in zip(labels, row.cells, strict=False):
            _put(grid, label, at, 1, ink="muted")
            _put(grid, cell, at, 2)
            at += 1
    return form


def _form(parent: QWidget) -> tuple[QWidget, QGridLayout]:
    form = QWidget(parent)
    grid = QGridLayout(form)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(grid_px(4))
    grid.setVerticalSpacing(grid_px(2))
    return form, grid


def _icon(row: CompareRow, parent: QWidget) -> StateIcon:
    icon = StateIcon(5, parent)
    icon.show_look(row.look, row.word)
    return icon


def _put(
    grid: QGridLayout,
    text: str,
    row: int,
    column: int,
    *,
    span: int = 1,
    ink: str = "",
) -> None:
    grid.addWidget(_label(grid, text, ink=ink), row, column, 1, span, Qt.AlignmentFlag.AlignTop)


def _label(
    grid: QGridLayout, text: str, *, ink: str = "", style: TextStyle = TextStyle.SECONDARY
) -> TextLabel:
    label = TextLabel(style, cast("QWidget", grid.parentWidget()), ink=ink, wraps=True)
    label.setText(text)
    return label
