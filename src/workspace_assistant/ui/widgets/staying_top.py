"""StayingTop: a page's head stays above what scrolls, where the window is high enough for both."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QWidget

from workspace_assistant.ui.overriding import override
from workspace_assistant.ui.theme.metrics import grid_px
from workspace_assistant.ui.widgets.scroll_column import CenteredColumn, ScrollColumn

_LEAST_SCROLLED_UNITS = 45


class StayingTop(QObject):
    """Large words in a low window: then head and foot scroll with the rest, and nothing is cut.

    `turned` comes after each move: what is moved goes to the end of Tab's way.
    """

    turned = Signal()

    def __init__(
        self,
        page: QWidget,
        scroll: ScrollColumn,
        top: CenteredColumn,
        foot: CenteredColumn | None = None,
    ) -> None:
        super().__init__(page)
        self._page, self._scroll, self._top, self._foot = page, scroll, top, foot
        self._stays = True
        for watched in (page, top.content, *((foot.content,) if foot else ())):
            watched.installEventFilter(self)

    @property
    def stays(self) -> bool:
        return self._stays

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.Resize, QEvent.Type.LayoutRequest}:
            self._look()
        return super().eventFilter(watched, event)

    def _look(self) -> None:
        stays = self._page.height() - self._taken_px() >= grid_px(_LEAST_SCROLLED_UNITS)
        if stays == self._stays or self._page.height() == 0:
            return
        self._stays = stays
        if stays:
            self._top.take_back()
            if self._foot is not None:
                self._foot.take_back()
        else:
            self._scroll.column.insertWidget(0, self._top.content)
            if self._foot is not None:
                self._scroll.column.addWidget(self._foot.content)
        self.turned.emit()

    def _taken_px(self) -> int:
        """What the head and the foot ask for, wherever they are now."""
        parts = [self._top, *([self._foot] if self._foot else [])]
        return sum(_height_of(part.content, self._room_px) for part in parts)

    @property
    def _room_px(self) -> int:
        return max(1, self._scroll.column.geometry().width() or self._page.width())


def _height_of(content: QWidget, width_px: int) -> int:
    layout = content.layout()
    if layout is None or layout.isEmpty():
        return 0
    return (
        layout.heightForWidth(width_px)
        if layout.hasHeightForWidth()
        else layout.minimumSize().height()
    )
