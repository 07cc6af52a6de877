"""PickerPanel: which week is shown, and the ways to others."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from workspace_assistant.core.errors import RefusedError
from workspace_assistant.ui.overriding import override
from workspace_assistant.ui.theme.metrics import TextStyle, grid_px
from workspace_assistant.ui.week import texts
from workspace_assistant.ui.week.picker_state import PickerState, picked_day
from workspace_assistant.ui.widgets.action_button import ActionButton
from workspace_assistant.ui.widgets.icon_button import IconButton
from workspace_assistant.ui.widgets.text_field import TextField
from workspace_assistant.ui.widgets.text_label import TextLabel
from workspace_assistant.ui.widgets.turning_row import TurningRow
from workspace_assistant.ui.wording.wording import Wording

_DAY_UNITS, _EXAMPLE = 30, "2026-11-16"  # written so in every language
_LABEL_FROM_UNITS = 160


class PickerPanel(QWidget):
    previous_wanted = Signal()
    next_wanted = Signal()
    current_wanted = Signal()
    day_wanted = Signal(object)  # a date

    def __init__(self, wording: Wording, parent: QWidget) -> None:
        super().__init__(parent)
        self._wording = wording
        say = wording.say
        self.setAccessibleName(say(texts.PICKER))
        self.previous = IconButton("previous", say(texts.PREVIOUS), self)
        self.next = IconButton("next", say(texts.NEXT), self)
        self.current = ActionButton(say(texts.THIS_WEEK), self, kind="step")
        self.day = TextField(say(texts.GO_TO), self, hint=_EXAMPLE, units=_DAY_UNITS)
        self.day.setToolTip(say(texts.GO_TO))
        self._go_to = TextLabel(TextStyle.SECONDARY, self, ink="muted")
        self._go_to.setText(say(texts.GO_TO_LABEL))
        self.day.setAccessibleName(f"{say(texts.GO_TO_LABEL)}: {say(texts.GO_TO)}")
        self._go_to.setBuddy(self.day)
        self._title = TextLabel(TextStyle.REQUEST, self, wraps=True)
        self._name = TextLabel(TextStyle.SECONDARY, self, ink="muted", wraps=True)
        self._trouble = TextLabel(TextStyle.SECONDARY, self, ink="bad", wraps=True)
        self._trouble.hide()
        self.previous.clicked.connect(self.previous_wanted)
        self.next.clicked.connect(self.next_wanted)
        self.current.clicked.connect(self.current_wanted)
        self.day.returnPressed.connect(self._on_day_written)
        self.day.textEdited.connect(self._on_edited)
        self._build_rows()

    @property
    def controls(self) -> tuple[QWidget, ...]:
        """What can be operated, in reading order."""
        return (self.previous, self.next, self.current, self.day)

    @property
    def title(self) -> str:
        return self._title.text()

    @property
    def trouble(self) -> str:
        return self._trouble.text()

    def present(self, state: PickerState | None) -> None:
        for control in (self.previous, self.next, self.day):
            control.setEnabled(state is not None)
        self.current.setVisible(state is not None and not state.is_current)
        self._title.setText(state.title if state else "")
        self._name.setText(state.name if state else "")

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room, the days of the week need it more."""
        super().resizeEvent(event)
        self._go_to.setVisible(event.size().width() >= grid_px(_LABEL_FROM_UNITS))

    def _build_rows(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._title)
        words.addWidget(self._name)
        middle = Qt.AlignmentFlag.AlignVCenter
        steps, there = QHBoxLayout(), QHBoxLayout()
        steps.addWidget(self.previous, 0, middle)
        steps.addWidget(self.next, 0, middle)
        for control in (self.current, self._go_to, self.day):
            there.addWidget(control, 0, middle)
        for part in (steps, there):
            part.setSpacing(grid_px(1))
        row = TurningRow()
        row.setSpacing(grid_px(2))
        row.addLayout(steps)
        row.addLayout(words, 1)
        row.addLayout(there)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(grid_px(1))
        column.addLayout(row)
        column.addWidget(self._trouble)

    @Slot()
    def _on_day_written(self) -> None:
        text = self.day.text()
        if not text.strip():
            return
        try:
            self.day_wanted.emit(picked_day(text))
        except RefusedError as error:
            self._trouble.show_text(self._wording.say(error.sentence, **error.parts))
        else:
            self.day.clear()
            self._trouble.show_text("")

    @Slot(str)
    def _on_edited(self, _text: str) -> None:
        self._trouble.show_text("")
