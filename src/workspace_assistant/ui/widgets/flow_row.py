"""FlowRow: small controls beside each other, in as many lines as the width asks for."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QSizePolicy, QWidget

from workspace_assistant.ui.overriding import override
from workspace_assistant.ui.theme.metrics import grid_px
from workspace_assistant.ui.widgets.action_button import ActionButton
from workspace_assistant.ui.widgets.sides import placed_whole

_NARROWEST_UNITS = 40


class FlowRow(QWidget):
    """Holds buttons or tick boxes; each keeps the width it wants, as far as there is room."""

    def __init__(
        self, parent: QWidget, *, gap_units: float = 2.5, line_gap_units: float = 2.5
    ) -> None:
        super().__init__(parent)
        self._flow = _FlowLayout(self, grid_px(gap_units), grid_px(line_gap_units))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def add(self, widget: QWidget) -> None:
        self._flow.addWidget(widget)


class _FlowLayout(QLayout):
    def __init__(self, parent: QWidget, gap_px: int, line_gap_px: int) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap_px = gap_px
        self._line_gap_px = line_gap_px
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
        """Lay the lines out from the top, each thing in the middle of its line; their height."""
        y = rect.y()
        for line in self._lines(rect.width()):
            line_px = max(size.height() for _, size in line)
            x = rect.x()
            for item, size in line:
                if moves:
                    middle = y + (line_px - size.height()) // 2
                    _put(item, self._seen(QRect(QPoint(x, middle), size)))
                x += size.width() + self._gap_px
            y += line_px + self._line_gap_px
        return max(y - self._line_gap_px - rect.y(), 0)

    def _seen(self, place: QRect) -> QRect:
        row = self.parentWidget()
        return place if row is None else placed_whole(place, row)

    def _lines(self, width_px: int) -> list[list[tuple[QLayoutItem, QSize]]]:
        """What stands beside each other, with the sizes that it gets."""
        lines: list[list[tuple[QLayoutItem, QSize]]] = []
        left_px = 0
        for item in self._shown:
            size = _size_in(item, width_px)
            if not lines or size.width() > left_px:
                lines.append([])
                left_px = width_px
            lines[-1].append((item, size))
            left_px -= size.width() + self._gap_px
        return lines


def _put(item: QLayoutItem, place: QRect) -> None:
    """A button's item would keep it as high as one line."""
    button = item.widget()
    if isinstance(button, ActionButton):
        button.setGeometry(place)
    else:
        item.setGeometry(place)


def _size_in(item: QLayoutItem, width_px: int) -> QSize:
    """What *item* wants; one too wide that can grow higher instead does so."""
    hint = item.sizeHint()
    if hint.width() <= width_px:
        return hint
    widget = item.widget()
    if isinstance(widget, ActionButton):
        return QSize(width_px, widget.height_in(width_px))
    height = item.heightForWidth(width_px) if item.hasHeightForWidth() else hint.height()
    return QSize(width_px, height)
