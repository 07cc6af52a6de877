"""DefinitionsPanel: what the numbers mean, closed until somebody wants to know."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from workspace_assistant.ui.theme.metrics import TextStyle, grid_px
from workspace_assistant.ui.week import texts
from workspace_assistant.ui.widgets.frames import PartFrame
from workspace_assistant.ui.widgets.icon_button import IconButton
from workspace_assistant.ui.widgets.text_label import TextLabel
from workspace_assistant.ui.wording.wording import Wording


class DefinitionsPanel(PartFrame):
    def __init__(self, wording: Wording, parent: QWidget) -> None:
        super().__init__("card", parent)
        self._wording = wording
        title = TextLabel(TextStyle.TITLE, self, wraps=True)
        title.setText(wording.say(texts.DEFINITIONS_TITLE))
        self.setAccessibleName(wording.say(texts.DEFINITIONS_TITLE))
        self.toggle = IconButton("expand", "", self)
        self.toggle.clicked.connect(self._on_toggled)
        self.inside = QWidget(self)
        lines = QVBoxLayout(self.inside)
        lines.setContentsMargins(0, grid_px(1), 0, grid_px(1))
        lines.setSpacing(grid_px(2))
        for sentence in texts.DEFINITIONS:
            line = TextLabel(TextStyle.BODY, self.inside, wraps=True, is_selectable=True)
            line.setText(wording.say(sentence))
            lines.addWidget(line)
        head = QHBoxLayout()
        head.addWidget(title, 1)
        head.addWidget(self.toggle)
        column = QVBoxLayout(self)
        column.setContentsMargins(grid_px(4.5), grid_px(3), grid_px(4.5), grid_px(3))
        column.setSpacing(grid_px(1))
        column.addLayout(head)
        column.addWidget(self.inside)
        self._show_inside(is_open=False)

    @property
    def controls(self) -> tuple[QWidget, ...]:
        """What can be operated, in reading order."""
        return (self.toggle,)

    def _show_inside(self, *, is_open: bool) -> None:
        self.inside.setVisible(is_open)
        said = texts.DEFINITIONS_HIDE if is_open else texts.DEFINITIONS_SHOW
        self.toggle.show_icon("collapse" if is_open else "expand", self._wording.say(said))

    @Slot()
    def _on_toggled(self) -> None:
        self._show_inside(is_open=self.inside.isHidden())
