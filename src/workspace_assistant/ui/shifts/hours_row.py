"""HoursRow: the same hours on several days of a week."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from workspace_assistant.core.shifts.model import Place
from workspace_assistant.ui.shifts import texts
from workspace_assistant.ui.shifts.form_panel import place_chips
from workspace_assistant.ui.shifts.pattern_state import HoursForm
from workspace_assistant.ui.theme.metrics import grid_px
from workspace_assistant.ui.widgets.action_button import ActionButton, ToggleButton
from workspace_assistant.ui.widgets.field_pair import FieldPair
from workspace_assistant.ui.widgets.flow_row import FlowRow
from workspace_assistant.ui.widgets.frames import PartFrame
from workspace_assistant.ui.widgets.text_field import TextField
from workspace_assistant.ui.wording.wording import Wording

_TIME_UNITS = 18
_BREAKS_UNITS = 52


class HoursRow(PartFrame):
    written = Signal()
    save_wanted = Signal()
    drop_wanted = Signal()

    def __init__(self, wording: Wording, parent: QWidget) -> None:
        super().__init__("row", parent)
        self._wording = wording
        say = wording.say
        self._days = FlowRow(self)
        self.days = tuple(self._day(number) for number in range(len(texts.WEEKDAYS)))
        self._times = FlowRow(self)
        self.begin = self._field(texts.FIELD_START, _TIME_UNITS, "9:00")
        self.end = self._field(texts.FIELD_END, _TIME_UNITS, "17:00")
        self.breaks = self._field(texts.FIELD_BREAKS, _BREAKS_UNITS, texts.BREAKS_HINT)
        self.place = place_chips(wording, say(texts.FIELD_PLACE), self)
        self.place.chosen.connect(self.written)
        self.drop = ActionButton(say(texts.DROP_LINE), self, kind="link")
        self.drop.clicked.connect(self.drop_wanted)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, grid_px(2.5), 0, grid_px(2.5))
        column.setSpacing(grid_px(2.5))
        column.addWidget(FieldPair(say(texts.DAYS_OF_LINE), self._days, self))
        column.addWidget(self._times)
        column.addWidget(FieldPair(say(texts.FIELD_PLACE), self.place, self))
        column.addWidget(self.drop)

    @property
    def controls(self) -> tuple[QWidget, ...]:
        """What can be operated, in reading order."""
        fields = (self.begin, self.end, self.breaks)
        return (*self.days, *fields, *self.place.chips, self.drop)

    def fill(self, form: HoursForm) -> None:
        for number, day in enumerate(self.days):
            day.setChecked(number in form.days)
        self.begin.setText(form.start)
        self.end.setText(form.end)
        self.breaks.setText(form.breaks)
        self.place.choose(form.place.value)

    def form(self) -> HoursForm:
        """What is filled in."""
        return HoursForm(
            days=frozenset(number for number, day in enumerate(self.days) if day.isChecked()),
            start=self.begin.text(),
            end=self.end.text(),
            breaks=self.breaks.text(),
            place=Place(self.place.value),
        )

    def _day(self, number: int) -> ActionButton:
        say = self._wording.say
        day = ToggleButton(say(texts.WEEKDAYS[number]), self._days, kind="chip")
        day.setAccessibleName(say(texts.WEEKDAY_NAMES[number]))
        day.clicked.connect(self.written)
        self._days.add(day)
        return day

    def _field(self, label: str, units: float, hint: str) -> TextField:
        say = self._wording.say
        field = TextField(say(label), self._times, hint=hint, units=units)
        field.textChanged.connect(self.written)
        field.returnPressed.connect(self.save_wanted)
        self._times.add(FieldPair(say(label), field, self._times))
        return field
