"""FlowGrid: widgets in as many equal columns as the width allows, one to three."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from workspace_assistant.ui.overriding import override
from workspace_assistant.ui.theme.metrics import grid_px

_NARROWEST_COLUMN_UNITS = 60
_MOST_COLUMNS = 3


class FlowGrid(QWidget):
    """*column_units*: what a column needs at least to stand beside another one."""

    def __init__(self, parent: QWidget, *, column_units: float = _NARROWEST_COLUMN_UNITS) -> None:
        super().__init__(parent)
        self._column_px = grid_px(column_units)
        self._items: list[QWidget] = []
        self._columns = _MOST_COLUMNS
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(grid_px(3.5))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

    def set_items(self, items: list[QWidget]) -> None:
        """Show *items* in this order; those left out are taken off, not deleted."""
        if items == self._items:
            return
        for item in self._items:
            self._grid.removeWidget(item)
            item.setVisible(item in items)
        self._items = list(items)
        self._columns = self._columns_in(self.width())
        self._arrange()

    @override
    def minimumSizeHint(self) -> QSize:
        """As narrow as the widest item: else three columns would never make room for two."""
        return QSize(self._widest(), super().minimumSizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit(event.size().width())

    def _fit(self, width_px: int) -> None:
        columns = self._columns_in(width_px)
        if columns != self._columns:
            self._columns = columns
            self._arrange()

    def _columns_in(self, width_px: int) -> int:
        gap = self._grid.horizontalSpacing()
        narrowest = max(self._column_px, self._widest() + gap)
        return balanced(columns_for(width_px + gap, narrowest), len(self._items))

    def _widest(self) -> int:
        return max((item.minimumSizeHint().width() for item in self._items), default=0)

    def _arrange(self) -> None:
        for item in self._items:
            self._grid.removeWidget(item)
        for column in range(_MOST_COLUMNS):
            self._grid.setColumnStretch(column, 1 if column < self._columns else 0)
        for index, item in enumerate(self._items):
            is_alone = self._columns == 2 and index == len(self._items) - 1 and index % 2 == 0
            row, column = divmod(index, self._columns)
            self._grid.addWidget(item, row, column, 1, 2 if is_alone else 1)
            item.show()


def balanced(columns: int, count: int) -> int:
    """Four widgets stand two by two, fewer than three fill the width: nobody is left over."""
    return 2 if (columns, count) == (_MOST_COLUMNS, 4) else max(1, min(columns, count))


def columns_for(width_px: int, narrowest_px: int) -> int:
    return max(1, min(_MOST_COLUMNS, width_px // narrowest_px))
