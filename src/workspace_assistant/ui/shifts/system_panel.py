"""SystemPanel: what the system starts by itself when the app is not open."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from workspace_assistant.ui.shifts import texts
from workspace_assistant.ui.shifts.system_state import SystemState
from workspace_assistant.ui.theme.metrics import TextStyle, grid_px
from workspace_assistant.ui.widgets.action_button import ActionButton
from workspace_assistant.ui.widgets.frames import PartFrame
from workspace_assistant.ui.widgets.text_label import TextLabel
from workspace_assistant.ui.widgets.tick_box import TickBox
from workspace_assistant.ui.wording.wording import Wording


class SystemPanel(PartFrame):
    timer_switched = Signal(bool)
    autostart_switched = Signal(bool)

    def __init__(self, wording: Wording, parent: QWidget) -> None:
        super().__init__("card", parent)
        self._shown: SystemState | None = None
        say = wording.say
        title = TextLabel(TextStyle.TITLE, self, wraps=True)
        title.setText(say(texts.SYSTEM_TITLE))
        self.setAccessibleName(say(texts.SYSTEM_TITLE))
        self._sentence = TextLabel(TextStyle.BODY, self, wraps=True)
        self._trouble = TextLabel(TextStyle.BODY, self, ink="bad", wraps=True)
        self._to_do = TextLabel(TextStyle.BODY, self, wraps=True)
        self._commands = TextLabel(TextStyle.SECONDARY, self, wraps=True, is_selectable=True)
        self._places = TextLabel(TextStyle.SECONDARY, self, ink="muted", wraps=True)
        self.switch = ActionButton("", self)
        self.switch.clicked.connect(self._on_switch_clicked)
        self.autostart = TickBox(say(texts.AUTOSTART), self)
        self.autostart.clicked.connect(self.autostart_switched)
        column = QVBoxLayout(self)
        column.setContentsMargins(grid_px(4.5), grid_px(3.5), grid_px(4.5), grid_px(3.5))
        column.setSpacing(grid_px(2))
        words = (self._sentence, self._trouble, self._to_do, self._commands, self._places)
        for part in (title, *words, self.switch, self.autostart):
            column.addWidget(part)
        self.hide()

    @property
    def controls(self) -> tuple[QWidget, ...]:
        """What can be operated, in reading order."""
        return (self.switch, self.autostart)

    def present(self, state: SystemState | None) -> None:
        self.setVisible(state is not None)
        if state is None or state == self._shown:
            return
        self._shown = state
        self._sentence.show_text(state.sentence)
        self._trouble.show_text(state.trouble)
        self._to_do.show_text(state.to_do)
        self._commands.show_text(state.commands)
        self._places.show_text(state.places)
        self.switch.setText(state.button)
        self.switch.setVisible(state.turns_on is not None)
        self.switch.setEnabled(not state.is_busy)
        self.autostart.setVisible(state.starts_at_login is not None)
        self.autostart.setChecked(bool(state.starts_at_login))
        self.autostart.setEnabled(not state.is_busy)

    @Slot()
    def _on_switch_clicked(self) -> None:
        if self._shown is not None:
            self.timer_switched.emit(bool(self._shown.turns_on))
