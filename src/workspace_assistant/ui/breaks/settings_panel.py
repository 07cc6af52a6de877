"""SettingsPanel: when breaks are offered; each choice is kept at once."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from workspace_assistant.ui.breaks import texts
from workspace_assistant.ui.breaks.settings_state import (
    Choice,
    ChoiceState,
    SettingsState,
    Switch,
)
from workspace_assistant.ui.theme.metrics import TextStyle, grid_px
from workspace_assistant.ui.widgets.chips import Chips
from workspace_assistant.ui.widgets.field_pair import FieldPair
from workspace_assistant.ui.widgets.frames import PartFrame
from workspace_assistant.ui.widgets.text_label import TextLabel
from workspace_assistant.ui.widgets.tick_box import TickBox
from workspace_assistant.ui.wording.wording import Wording

_CHOICES = {
    Choice.REST_WORK: texts.REST_WORK,
    Choice.REST_LENGTH: texts.REST_LENGTH,
    Choice.MICRO_WORK: texts.MICRO_WORK,
    Choice.MICRO_LENGTH: texts.MICRO_LENGTH,
    Choice.LIMIT: texts.LIMIT,
    Choice.TIMES: texts.POSTPONE_TIMES,
    Choice.POSTPONE: texts.POSTPONING,
}
_SWITCHES = {
    Switch.IS_ON: texts.IS_ON,
    Switch.FULL_SCREEN: texts.FULL_SCREEN,
    Switch.STRICT: texts.STRICT,
}


class SettingsPanel(PartFrame):
    chosen = Signal(object, str)  # a `Choice` and its value
    switched = Signal(object, bool)  # a `Switch`

    def __init__(self, wording: Wording, parent: QWidget) -> None:
        super().__init__("card", parent)
        self._wording = wording
        self._shown: SettingsState | None = None
        say = wording.say
        self._title = TextLabel(TextStyle.TITLE, self, wraps=True)
        self._title.setText(say(texts.SETTINGS_TITLE))
        self.setAccessibleName(say(texts.SETTINGS_TITLE))
        self._hint = TextLabel(TextStyle.SECONDARY, self, ink="muted", wraps=True)
        self._hint.setText(say(texts.REST_HINT))
        self.chips = {choice: self._make_chips(choice) for choice in Choice}
        self.boxes = {switch: self._make_box(switch) for switch in _SWITCHES}
        self._pairs = {
            choice: FieldPair(say(_CHOICES[choice]), chips, self)
            for choice, chips in self.chips.items()
        }
        self._build_column()
        self.hide()

    @property
    def controls(self) -> tuple[QWidget, ...]:
        """What can be operated, in reading order."""
        first, *rest = self.boxes.values()
        chips = (one for each in self.chips.values() for one in each.chips)
        return (first, *chips, *rest)

    def present(self, state: SettingsState | None) -> None:
        self.setVisible(state is not None)
        if state is None or state == self._shown:
            return
        self._shown = state
        is_on = state.switches[Switch.IS_ON]
        for choice, chips in self.chips.items():
            _offer(chips, state.choices[choice])
            self._pairs[choice].setVisible(is_on and state.choices[choice].is_open)
        for switch, box in self.boxes.items():
            box.setChecked(state.switches[switch])
            box.setVisible(is_on or switch is Switch.IS_ON)
        self._hint.setVisible(is_on)

    def _make_chips(self, choice: Choice) -> Chips:
        chips = Chips(self._wording.say(_CHOICES[choice]), self)
        chips.setProperty("choice", choice.value)
        chips.chosen.connect(self._on_chip_chosen)
        return chips

    def _make_box(self, switch: Switch) -> TickBox:
        box = TickBox(self._wording.say(_SWITCHES[switch]), self)
        box.setProperty("switch", switch.value)
        box.clicked.connect(self._on_box_clicked)
        return box

    @Slot(bool)
    def _on_box_clicked(self, is_on: bool) -> None:  # noqa: FBT001 - a signal's argument
        self.switched.emit(Switch(self.sender().property("switch")), is_on)

    @Slot(str)
    def _on_chip_chosen(self, value: str) -> None:
        self.chosen.emit(Choice(self.sender().property("choice")), value)

    def _build_column(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(grid_px(4.5), grid_px(3.5), grid_px(4.5), grid_px(4))
        column.setSpacing(grid_px(3))
        column.addWidget(self._title)
        first, *rest = self.boxes.values()
        column.addWidget(first)
        for choice, pair in self._pairs.items():
            column.addWidget(pair)
            if choice is Choice.REST_LENGTH:
                column.addWidget(self._hint)
        for box in rest:
            column.addWidget(box)


def _offer(chips: Chips, choice: ChoiceState) -> None:
    for value, text in choice.options:
        if not chips.has(value):
            chips.add_chip(value, text)
    chips.offer({value for value, _ in choice.options})
    chips.choose(choice.value)
