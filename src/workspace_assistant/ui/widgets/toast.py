"""Toast: what was just done, with the way back, for a while at the lower edge of a page."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QEnterEvent,
    QHideEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QWidget

from workspace_assistant.ui.overriding import override
from workspace_assistant.ui.theme.metrics import TextStyle, grid_px
from workspace_assistant.ui.widgets.action_button import ActionButton
from workspace_assistant.ui.widgets.frames import PartFrame
from workspace_assistant.ui.widgets.text_label import TextLabel

SHOWN_FOR_MS = 10_000
_EDGE_UNITS = 4
_WIDEST_SHARE = 0.9
_AROUND_TEXT_UNITS = 10  # margins and the gap


class Toast(PartFrame):
    """Lies at the lower edge of its parent, whose layout makes room: it covers nothing to operate.

    It follows the parent's size, and stays while the pointer or the focus is on it.

    `undo_wanted` and `expired` never come both for one sentence.
    """

    undo_wanted = Signal()
    expired = Signal()

    def __init__(self, undo_text: str, undo_key: str, parent: QWidget) -> None:
        super().__init__("toast", parent)
        self._text = TextLabel(TextStyle.BODY, self)
        self.undo = ActionButton(undo_text, self, kind="toast")
        self.undo.setAccessibleName(f"{undo_text} ({undo_key})")
        self.undo.setToolTip(undo_key)
        self.undo.clicked.connect(self._on_undo_clicked)
        self._over = parent
        self._room_px = 0
        self._full = ""
        row = QHBoxLayout(self)
        row.setContentsMargins(grid_px(4), grid_px(1.5), grid_px(2), grid_px(1.5))
        row.setSpacing(grid_px(3))
        row.addWidget(self._text, 1)
        row.addWidget(self.undo)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SHOWN_FOR_MS)
        self._timer.timeout.connect(self._on_timeout)
        parent.installEventFilter(self)
        self.hide()

    @property
    def sentence(self) -> str:
        return self._text.text() if self.isVisible() else ""

    def tell(self, sentence: str) -> None:
        """Show *sentence* for ten seconds from now."""
        self._full = sentence
        self.setAccessibleName(sentence)
        self.show()
        self._place()
        self.raise_()
        self._timer.start()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, sentence))

    def end(self) -> None:
        self._timer.stop()
        self.hide()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._place()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._take_room(0)

    @override
    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self._timer.stop()

    @override
    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        if self.isVisible():
            self._timer.start()

    def _place(self) -> None:
        """In the middle of the lower edge; a long sentence gives way in its middle."""
        room = int(self._over.width() * _WIDEST_SHARE)
        taken = self.undo.sizeHint().width() + grid_px(_AROUND_TEXT_UNITS)
        metrics = self._text.fontMetrics()
        self._text.setText(
            metrics.elidedText(self._full, Qt.TextElideMode.ElideMiddle, room - taken)
        )
        self.adjustSize()
        self._take_room(self.height() + grid_px(_EDGE_UNITS))
        left = (self._over.width() - self.width()) // 2
        self.move(left, self._over.height() - self.height() - grid_px(_EDGE_UNITS))

    def _take_room(self, room_px: int) -> None:
        """From the lower margin of its parent, or back to it."""
        layout = self._over.layout()
        if layout is None or room_px == self._room_px:
            return
        margins = layout.contentsMargins()
        margins.setBottom(margins.bottom() + room_px - self._room_px)
        self._room_px = room_px
        layout.setContentsMargins(margins)

    @Slot()
    def _on_undo_clicked(self) -> None:
        self.end()
        self.undo_wanted.emit()

    @Slot()
    def _on_timeout(self) -> None:
        if self.undo.hasFocus():
            self._timer.start()
            return
        self.hide()
        self.expired.emit()
