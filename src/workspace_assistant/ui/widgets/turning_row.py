"""TurningRow: parts beside each other, or below each other where the width is not enough."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QBoxLayout, QLayoutItem, QWidget

from workspace_assistant.ui.overriding import override

_BESIDE, _BELOW = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom


class TurningRow(QBoxLayout):
    """A `QHBoxLayout` that turns; as narrow as its widest part."""

    def __init__(self, parent: QWidget | None = None) -> None:
        if parent is None:
            super().__init__(_BESIDE)
        else:
            super().__init__(_BESIDE, parent)

    @override
    def minimumSize(self) -> QSize:
        widest = max((item.minimumSize().width() for item in self._shown), default=0)
        return QSize(widest + self._sides_px, super().minimumSize().height())

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        if width >= self._beside_px:
            return super().heightForWidth(width) if self._is_beside else self._highest(width)
        room = width - self._sides_px
        heights = [_height_in(item, room) for item in self._shown]
        margins = self.contentsMargins()
        between = self.spacing() * max(0, len(heights) - 1)
        return sum(heights) + between + margins.top() + margins.bottom()

    @override
    def setGeometry(self, rect: QRect) -> None:
        wanted = _BESIDE if rect.width() >= self._beside_px else _BELOW
        if self.direction() != wanted:
            self.setDirection(wanted)
        super().setGeometry(rect)

    @property
    def _is_beside(self) -> bool:
        return self.direction() == _BESIDE

    @property
    def _shown(self) -> list[QLayoutItem]:
        items = [self.itemAt(index) for index in range(self.count())]
        return [item for item in items if item is not None and not item.isEmpty()]

    @property
    def _sides_px(self) -> int:
        margins = self.contentsMargins()
        return margins.left() + margins.right()

    @property
    def _beside_px(self) -> int:
        widths = [item.minimumSize().width() for item in self._shown]
        return sum(widths) + self.spacing() * max(0, len(widths) - 1) + self._sides_px

    def _highest(self, width: int) -> int:
        """Before it has turned: what each part asks for, not knowing its share."""
        heights = [_height_in(item, width) for item in self._shown]
        margins = self.contentsMargins()
        return max(heights, default=0) + margins.top() + margins.bottom()


def _height_in(item: QLayoutItem, room: int) -> int:
    width = min(room, item.maximumSize().width())
    if item.hasHeightForWidth():
        return item.heightForWidth(width)
    return item.sizeHint().height()
