"""SettingsPanel: when the check before a shift runs; each choice is kept at once."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from workspace_assistant.core.shifts import texts as shift_texts
from workspace_assistant.core.shifts.model import Place
from workspace_assistant.core.typography import NARROW_SPACE
from workspace_assistant.ui.shifts import texts
from workspace_assistant.ui.shifts.settings_state import ChoiceState, SettingsState
from workspace_assistant.ui.theme.metrics import TextStyle, grid_px
from workspace_assistant.ui.widgets.chips import Chips
from workspace_assistant.ui.widgets.field_pair import FieldPair
from workspace_assistant.ui.widgets.flow_row import FlowRow
from workspace_assistant.ui.widgets.frames import PartFrame
from workspace_assistant.ui.widgets.text_label import TextLabel
from workspace_assistant.ui.widgets.tick_box import TickBox
from workspace_assistant.ui.wording.wording import Wording


class SettingsPanel(PartFrame):
    first_chosen = Signal(str)
    second_chosen = Signal(str)
    microphone_chosen = Signal(str)
    place_switched = Signal(str, bool)
    watch_switched = Signal(bool)
    idle_chosen = Signal(str)

    def __init__(self, wording: Wording, parent: QWidget) -> None:
        super().__init__("card", parent)
        self._wording = wording
        self._shown: SettingsState | None = None
        say = wording.say
        self._title = TextLabel(TextStyle.TITLE, self, wraps=True)
        self._title.setText(say(texts.SETTINGS_TITLE))
        self.setAccessibleName(say(texts.SETTINGS_TITLE))
        self._intro = TextLabel(TextStyle.BODY, self, ink="muted", wraps=True)
        self._intro.setText(say(texts.SETTINGS_INTRO))
        self.first = Chips(say(texts.FIRST), self)
        self.second = Chips(say(texts.SECOND), self)
        self.microphone = Chips(say(texts.MICROPHONE), self)
        self.first.chosen.connect(self.first_chosen)
        self.second.chosen.connect(self.second_chosen)
        self.microphone.chosen.connect(self.microphone_chosen)
        self._hint = TextLabel(TextStyle.SECONDARY, self, ink="muted", wraps=True)
        self._hint.setText(say(texts.MICROPHONE_HINT))
        self._build_places()
        self.watch = TickBox(say(texts.WATCH), self)
        self.watch.clicked.connect(self.watch_switched)
        self._watch_hint = TextLabel(TextStyle.SECONDARY, self, ink="muted", wraps=True)
        self._watch_hint.setText(say(texts.WATCH_HINT, space=NARROW_SPACE))
        self.idle = Chips(say(texts.IDLE), self)
        self.idle.chosen.connect(self.idle_chosen)
        self._idle_hint = TextLabel(TextStyle.SECONDARY, self, ink="muted", wraps=True)
        self._idle_hint.setText(say(texts.IDLE_HINT))
        self._trouble = TextLabel(TextStyle.SECONDARY, self, ink="bad", wraps=True)
        self._trouble.hide()
        self._build_column()
        self.hide()

    @property
    def controls(self) -> tuple[QWidget, ...]:
        """What can be operated, in reading order."""
        chips = (*self.first.chips, *self.second.chips)
        above = (*chips, *self.places.values(), *self.microphone.chips)
        return (*above, self.watch, *self.idle.chips)

    def present(self, state: SettingsState | None) -> None:
        self.setVisible(state is not None)
        if state is None or state == self._shown:
            return
        self._shown = state
        for chips, choice in (
            (self.first, state.first),
            (self.second, state.second),
            (self.microphone, state.microphone),
            (self.idle, state.idle),
        ):
            _offer(chips, choice)
        for place, box in self.places.items():
            box.setChecked(place.value in state.places)
        self.watch.setChecked(state.watches_line)
        for part in self._later:
            part.setVisible(state.is_on)
        self._trouble.hide()

    def _build_places(self) -> None:
        self._place_row = FlowRow(self)
        self.places: dict[Place, TickBox] = {}
        where = self._wording.say(texts.WHERE)
        for place, label in shift_texts.PLACES.items():
            name = self._wording.say(label)
            box = TickBox(name, self._place_row)
            box.setAccessibleName(f"{where}: {name}")
            box.setProperty("place", place.value)
            box.clicked.connect(self._on_place_clicked)
            self.places[place] = box
            self._place_row.add(box)

    def _build_column(self) -> None:
        say = self._wording.say
        second = FieldPair(say(texts.SECOND), self.second, self)
        places = FieldPair(say(texts.WHERE), self._place_row, self)
        microphone = FieldPair(say(texts.MICROPHONE), self.microphone, self)
        self._later = (second, places, microphone, self._hint)
        column = QVBoxLayout(self)
        column.setContentsMargins(grid_px(4.5), grid_px(3.5), grid_px(4.5), grid_px(4))
        column.setSpacing(grid_px(3))
        column.addWidget(self._title)
        column.addWidget(self._intro)
        first = FieldPair(say(texts.FIRST), self.first, self)
        above = (first, second, places, self._trouble, microphone, self._hint)
        idle = FieldPair(say(texts.IDLE), self.idle, self)
        for part in (*above, self.watch, self._watch_hint, idle, self._idle_hint):
            column.addWidget(part)

    @Slot(bool)
    def _on_place_clicked(self, is_on: bool) -> None:  # noqa: FBT001 - a signal's
        """Without any place no check would ever run: turning it off says so instead."""
        if any(box.isChecked() for box in self.places.values()):
            self._trouble.hide()
            self.place_switched.emit(str(self.sender().property("place")), is_on)
        else:
            self.places[Place(self.sender().property("place"))].setChecked(True)
            self._trouble.show_text(self._wording.say(texts.NO_PLACE))


def _offer(chips: Chips, choice: ChoiceState) -> None:
    for value, text in choice.options:
        if not chips.has(value):
            chips.add_chip(value, text)
    chips.offer({value for value, _ in choice.options})
    chips.choose(choice.value)
