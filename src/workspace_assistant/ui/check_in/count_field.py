"""CountField: a whole number to write or to step, that may stay empty."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QIntValidator, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from workspace_assistant.ui.overriding import override
from workspace_assistant.ui.theme.metrics import grid_px
from workspace_assistant.ui.widgets.action_button import ActionButton
from workspace_assistant.ui.widgets.text_field import TextField

_UNITS = 14
_FEWER, _MORE = "\u2212", "+"  # a minus of the width of a plus


class CountField(QWidget):
    """Arrow keys and buttons step by *step*; `changed` follows each change."""

    changed = Signal()

    def __init__(
        self, name: str, spoken: tuple[str, str], most: int, step: int, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._most, self._step = most, step
        self.field = _Field(name, self)
        self.field.setValidator(QIntValidator(0, most, self.field))
        self.field.stepped.connect(self._on_stepped)
        self.field.textChanged.connect(self.changed)
        self.fewer = self._button(_FEWER, spoken[0], -1)
        self.more = self._button(_MORE, spoken[1], 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(grid_px(1))
        for part in (self.fewer, self.field, self.more):
            row.addWidget(part)
        self.setFocusProxy(self.field)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    @property
    def text(self) -> str:
        return self.field.text()

    def fill(self, text: str) -> None:
        self.field.setText(text)

    def _button(self, text: str, spoken: str, direction: int) -> ActionButton:
        """For the pointer alone: the arrow keys do the same in the field."""
        button = ActionButton(text, self, kind="step")
        button.setAccessibleName(spoken)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.clicked.connect(lambda: self._on_stepped(direction))
        return button

    @Slot(int)
    def _on_stepped(self, direction: int) -> None:
        """Nothing told steps up to the first one, and down to none at all."""
        now = int(self.field.text() or 0)
        self.fill(str(min(max(now + direction * self._step, 0), self._most)))


class _Field(TextField):
    stepped = Signal(int)

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(name, parent, units=_UNITS)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        direction = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(event.key()), 0)
        if direction:
            self.stepped.emit(direction)
        else:
            super().keyPressEvent(event)
