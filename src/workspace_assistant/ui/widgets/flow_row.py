"""FlowRow: small controls beside each other, in as many lines as the width asks for."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QSizePolicy, QWidget

from workspace_assistant.ui.overriding import override
from workspace_assistant.ui.theme.metrics import grid_px

_NARROWEST_UNITS = 60
_ANY_HEIGHT_PX = 10_000


class FlowRow(QWidget):
    """Holds buttons or tick boxes; each keeps the width it wants, as far as there is room."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._flow = _FlowLayout(self)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def add(self, widget: QWidget) -> None:
        self._flow.addWidget(widget)


class _FlowLayout(QLayout):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap_px = grid_px(2.5)
        self._narrowest_px = grid_px(_NARROWEST_UNITS)
        self.setContentsMargins(0, 0, 0, 0)

    @override
    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    @override
    def count(self) -> int:
        return len(self._items)

    @override
    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    @override
    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    @override
    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation.Horizontal

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        return self._place(QRect(0, 0, width, 0), moves=False)

    @override
    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._place(rect, moves=True)

    @override
    def sizeHint(self) -> QSize:
        hints = [item.sizeHint() for item in self._shown]
        width = sum(hint.width() for hint in hints) + self._gap_px * max(0, len(hints) - 1)
        return QSize(width, max((hint.height() for hint in hints), default=0))

    @override
    def minimumSize(self) -> QSize:
        hints = [item.sizeHint() for item in self._shown]
        widest = max((hint.width() for hint in hints), default=0)
        return QSize(
            min(widest, self._narrowest_px), max((hint.height() for hint in hints), default=0)
        )

    @property
    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _place(self, rect: QRect, *, moves: bool) -> int:
        """Lay the lines out from the top; their height together."""
        x, y, line_px = rect.x(), rect.y(), 0
        for item in self._shown:
            hint = item.sizeHint().boundedTo(QSize(rect.width(), _ANY_HEIGHT_PX))
            if x > rect.x() and x + hint.width() > rect.right() + 1:
                x, y, line_px = rect.x(), y + line_px + self._gap_px, 0
            if moves:
                item.setGeometry(QRect(QPoint(x, y), hint))
            x += hint.width() + self._gap_px
            line_px = max(line_px, hint.height())
        return y + line_px - rect.y()
