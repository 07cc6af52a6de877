"""FirstPanel: the four ways in which shifts get here, before there is any."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from workspace_assistant.ui.shifts import texts
from workspace_assistant.ui.theme.metrics import TextStyle, grid_px
from workspace_assistant.ui.widgets.action_button import ActionButton
from workspace_assistant.ui.widgets.frames import PartFrame
from workspace_assistant.ui.widgets.text_label import TextLabel
from workspace_assistant.ui.wording.wording import Wording


class FirstPanel(PartFrame):
    subscribe_wanted = Signal()
    import_wanted = Signal()
    pattern_wanted = Signal()
    shift_wanted = Signal()

    def __init__(self, wording: Wording, parent: QWidget) -> None:
        super().__init__("card", parent)
        say = wording.say
        title = TextLabel(TextStyle.TITLE, self, wraps=True)
        title.setText(say(texts.FIRST_TITLE))
        self.setAccessibleName(say(texts.FIRST_TITLE))
        self.subscribe = ActionButton(say(texts.SUBSCRIBE), self, kind="primary")
        self.take_over = ActionButton(say(texts.IMPORT_FILE), self)
        self.pattern = ActionButton(say(texts.ADD_PATTERN), self)
        self.add = ActionButton(say(texts.ADD_SHIFT), self)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(grid_px(5))
        self._grid.setVerticalSpacing(grid_px(3))
        self._grid.setColumnStretch(0, 1)
        signals = (
            self.subscribe_wanted,
            self.import_wanted,
            self.pattern_wanted,
            self.shift_wanted,
        )
        for row, (step, button, signal) in enumerate(
            zip(texts.FIRST_STEPS, self.controls, signals, strict=True)
        ):
            label = TextLabel(TextStyle.BODY, self, wraps=True)
            label.setText(say(step))
            button.clicked.connect(signal)
            self._grid.addWidget(label, row, 0)
            button.setSizePolicy(QSizePolicy.Policy.MinimumExpanding, QSizePolicy.Policy.Fixed)
            self._grid.addWidget(button, row, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(grid_px(5), grid_px(4), grid_px(5), grid_px(4))
        column.setSpacing(grid_px(3))
        column.addWidget(title)
        column.addLayout(self._grid)
        self.hide()

    @property
    def controls(self) -> tuple[ActionButton, ...]:
        """What can be operated, in reading order."""
        return (self.subscribe, self.take_over, self.pattern, self.add)

    @property
    def has_focus(self) -> bool:
        """Whether the keyboard is on one of its buttons."""
        return any(one.hasFocus() for one in self.controls)
