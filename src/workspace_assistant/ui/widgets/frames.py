"""Frames that the style sheet shapes by the part they play."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QWidget

from workspace_assistant.ui.theme.colors import Tone


class PartFrame(QFrame):
    """A frame with a part (card, hero, notice, navigation) and, where it has one, a tone."""

    def __init__(self, part: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("part", part)

    def set_tone(self, tone: Tone) -> None:
        if self.property("tone") != str(tone):
            self.setProperty("tone", str(tone))
            self.style().unpolish(self)
            self.style().polish(self)
