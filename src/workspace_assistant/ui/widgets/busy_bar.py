"""BusyBar: something runs whose end cannot be known."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QProgressBar, QStyle, QStyleOptionProgressBar, QStylePainter, QWidget

from workspace_assistant.ui.overriding import override
from workspace_assistant.ui.theme.motion import is_motion_reduced


class BusyBar(QProgressBar):
    """Moves to and fro; with reduced motion it is empty, and words beside it say what runs."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("part", "steps")
        self.setRange(0, 0)
        self.setTextVisible(False)

    @override
    def event(self, event: QEvent) -> bool:
        """A style stops what nobody takes a step of."""
        if event.type() == QEvent.Type.StyleAnimationUpdate and is_motion_reduced():
            event.ignore()
            return True
        return super().event(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if not is_motion_reduced():
            super().paintEvent(event)
            return
        option = QStyleOptionProgressBar()
        self.initStyleOption(option)
        option.maximum, option.progress = 1, 0  # a style moves only what has no end
        painter = QStylePainter(self)
        painter.drawControl(QStyle.ControlElement.CE_ProgressBar, option)
        painter.end()
