"""ShiftsPanel: the hours of a usual week."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from workspace_assistant.ui.first_run import texts
from workspace_assistant.ui.first_run.situation import Situation
from workspace_assistant.ui.shifts.hours_row import HoursRow
from workspace_assistant.ui.shifts.pattern_state import HoursForm, PatternForm, meaning_of_pattern
from workspace_assistant.ui.theme.metrics import TextStyle, grid_px
from workspace_assistant.ui.widgets.action_button import ActionButton
from workspace_assistant.ui.widgets.frames import PartFrame
from workspace_assistant.ui.widgets.text_label import TextLabel
from workspace_assistant.ui.wording.wording import Wording

_WORKING_DAYS = frozenset(range(5))


class ShiftsPanel(PartFrame):
    """`save_wanted` comes with Enter in a field."""

    save_wanted = Signal()
    calendar_wanted = Signal()

    def __init__(self, wording: Wording, parent: QWidget) -> None:
        super().__init__("card", parent)
        self._wording = wording
        self.hours = HoursRow(wording, self)
        self.hours.fill(HoursForm(days=_WORKING_DAYS))
        self.hours.drop.hide()  # there is one line, and here it stays one
        self.hours.setProperty("part", "")  # nor is one above it to be parted from
        self._meaning = TextLabel(TextStyle.SECONDARY, self, ink="muted", wraps=True)
        self._refusal = TextLabel(TextStyle.BODY, self, ink="bad", wraps=True)
        self.calendar = ActionButton(wording.say(texts.SHIFTS_CALENDAR), self, kind="link")
        self.calendar.clicked.connect(self.calendar_wanted)
        self.hours.save_wanted.connect(self.save_wanted)
        self.hours.written.connect(self._on_written)
        column = QVBoxLayout(self)
        column.setContentsMargins(grid_px(4.5), grid_px(3), grid_px(4.5), grid_px(4))
        column.setSpacing(grid_px(2))
        for part in (self.hours, self._meaning, self._refusal, self.calendar):
            column.addWidget(part)
        self._on_written()

    @property
    def controls(self) -> tuple[QWidget, ...]:
        return (*self.hours.controls, self.calendar)

    def form(self) -> PatternForm:
        return PatternForm(hours=(self.hours.form(),))

    def present(self, now: Situation) -> None:
        self.hours.setEnabled(not now.is_keeping)
        self._refusal.show_text(now.refusal)

    @Slot()
    def _on_written(self) -> None:
        self._meaning.show_text(meaning_of_pattern(self.form(), self._wording))
