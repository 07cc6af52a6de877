"""SettingsPanel: whose law, which goals, which way to work; each choice is kept at once."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from workspace_assistant.core.balance.settings_model import WeekStart
from workspace_assistant.ui.theme.metrics import TextStyle, grid_px
from workspace_assistant.ui.week import texts
from workspace_assistant.ui.week.settings_state import (
    EXAMPLES,
    GOAL_FIELDS,
    LABELS,
    Field,
    SettingsState,
    Switch,
    regions,
)
from workspace_assistant.ui.widgets.action_button import ActionButton
from workspace_assistant.ui.widgets.chips import Chips
from workspace_assistant.ui.widgets.field_pair import FieldPair
from workspace_assistant.ui.widgets.flow_row import FlowRow
from workspace_assistant.ui.widgets.frames import PartFrame
from workspace_assistant.ui.widgets.text_field import TextField
from workspace_assistant.ui.widgets.text_label import TextLabel
from workspace_assistant.ui.widgets.tick_box import TickBox
from workspace_assistant.ui.wording.wording import Wording

_FIELD_UNITS = 34
_SWITCHES = {Switch.ADHERENCE: texts.ADHERENCE, Switch.HEADLINE: texts.TELLS}


class SettingsPanel(PartFrame):
    region_chosen = Signal(str)
    start_chosen = Signal(str)
    written = Signal(object, str)  # a `Field` and its text
    switched = Signal(object, bool)  # a `Switch`
    defaults_wanted = Signal()

    def __init__(self, wording: Wording, parent: QWidget) -> None:
        super().__init__("card", parent)
        self._wording = wording
        self._shown: SettingsState | None = None
        say = wording.say
        self.setAccessibleName(say(texts.SETTINGS_TITLE))
        self.region = self._chips(texts.REGION, regions(wording))
        self.region.chosen.connect(self.region_chosen)
        self.start = self._chips(
            texts.START, ((one.value, say(texts.STARTS[one])) for one in WeekStart)
        )
        self.start.chosen.connect(self.start_chosen)
        self._own = TextLabel(TextStyle.BODY, self)
        self.defaults = ActionButton(say(texts.OWN_RESET), self, kind="link")
        self.defaults.clicked.connect(self.defaults_wanted)
        self.fields: dict[Field, TextField] = {}
        self.boxes = {switch: self._box(switch) for switch in Switch}
        self._build_column()
        self.hide()

    @property
    def controls(self) -> tuple[QWidget, ...]:
        """What can be operated, in reading order."""
        return (
            *self.region.chips,
            self.defaults,
            *self.start.chips,
            *self.fields.values(),
            *self.boxes.values(),
        )

    def trouble(self, field: Field) -> str:
        return self._trouble_of(field).text()

    def present(self, state: SettingsState | None) -> None:
        self.setVisible(state is not None)
        before, self._shown = self._shown, state
        if state is None or state == before:
            return
        self.region.choose(state.region)
        self.start.choose(state.start)
        self._own.setText(state.own)
        self._own_row.setVisible(bool(state.own))
        for name, text in state.fields.items():
            if before is None or before.fields[name] != text:
                self.fields[name].setText(text)
        for switch, is_on in state.switches.items():
            self.boxes[switch].setChecked(is_on)

    def tell_trouble(self, field: Field, sentence: str) -> None:
        """Why a field cannot be kept as it is written; empty when nothing is wrong."""
        self._trouble_of(field).show_text(sentence)

    def _trouble_of(self, field: Field) -> TextLabel:
        return self._goal_trouble if field in GOAL_FIELDS else self._way_trouble

    def _chips(self, label: str, choices: Iterable[tuple[str, str]]) -> Chips:
        chips = Chips(self._wording.say(label), self)
        for value, text in choices:
            chips.add_chip(value, text)
        return chips

    def _box(self, switch: Switch) -> TickBox:
        box = TickBox(self._wording.say(_SWITCHES[switch]), self)
        box.setProperty("switch", switch.value)
        box.clicked.connect(self._on_box_clicked)
        return box

    def _build_column(self) -> None:
        say = self._wording.say
        self._own_row = FlowRow(self)
        self._own_row.add(self._own)
        self._own_row.add(self.defaults)
        self._goal_trouble, self._way_trouble = self._make_trouble(), self._make_trouble()
        column = QVBoxLayout(self)
        column.setContentsMargins(grid_px(4.5), grid_px(4), grid_px(4.5), grid_px(4))
        column.setSpacing(grid_px(3))
        ways = [one for one in Field if one not in GOAL_FIELDS]
        for part in (
            self._label(TextStyle.TITLE, texts.SETTINGS_TITLE, ink=""),
            FieldPair(say(texts.REGION), self.region, self),
            self._label(TextStyle.SECONDARY, texts.REGION_HINT),
            self._own_row,
            FieldPair(say(texts.START), self.start, self),
            self._part(texts.GOALS_SETTING, GOAL_FIELDS, self._goal_trouble, texts.GOALS_HINT),
            self._part(texts.COMMUTE_SETTING, ways, self._way_trouble),
        ):
            column.addWidget(part)
        column.addSpacing(grid_px(1))
        column.addWidget(self.boxes[Switch.ADHERENCE])
        column.addWidget(self._label(TextStyle.SECONDARY, texts.ADHERENCE_HINT))
        column.addWidget(self.boxes[Switch.HEADLINE])

    def _part(
        self, title: str, names: Iterable[Field], trouble: TextLabel, hint: str = ""
    ) -> QWidget:
        """Fields below a heading, with what is wrong with them."""
        part = QWidget(self)
        flow = FlowRow(part)
        for name in names:
            flow.add(self._field(name, flow))
        column = QVBoxLayout(part)
        column.setContentsMargins(0, grid_px(1), 0, 0)
        column.setSpacing(grid_px(1.5))
        column.addWidget(self._label(TextStyle.STRONG, title, ink=""))
        column.addWidget(flow)
        column.addWidget(trouble)
        if hint:
            column.addWidget(self._label(TextStyle.SECONDARY, hint))
        return part

    def _field(self, name: Field, parent: QWidget) -> FieldPair:
        say = self._wording.say
        field = TextField(say(LABELS[name]), parent, hint=say(EXAMPLES[name]), units=_FIELD_UNITS)
        field.setProperty("field", name.value)
        field.editingFinished.connect(self._on_written)
        field.textEdited.connect(self._on_edited)
        self.fields[name] = field
        return FieldPair(say(LABELS[name]), field, parent)

    def _label(self, style: TextStyle, sentence: str, ink: str = "muted") -> TextLabel:
        label = TextLabel(style, self, ink=ink, wraps=True)
        label.setText(self._wording.say(sentence))
        return label

    def _make_trouble(self) -> TextLabel:
        label = TextLabel(TextStyle.SECONDARY, self, ink="bad", wraps=True)
        label.hide()
        return label

    @Slot()
    def _on_written(self) -> None:
        """Also where the focus only passed through: what is as before is left alone."""
        name = Field(self.sender().property("field"))
        text = self.fields[name].text()
        if self._shown is not None and text.strip() != self._shown.fields[name]:
            self.written.emit(name, text)

    @Slot(str)
    def _on_edited(self, _text: str) -> None:
        self.tell_trouble(Field(self.sender().property("field")), "")

    @Slot(bool)
    def _on_box_clicked(self, is_on: bool) -> None:  # noqa: FBT001 - a signal's argument
        self.switched.emit(Switch(self.sender().property("switch")), is_on)
