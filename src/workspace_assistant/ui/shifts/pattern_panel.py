"""PatternPanel: the same shifts every week, or every few weeks."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from workspace_assistant.ui.overriding import override
from workspace_assistant.ui.shifts import texts
from workspace_assistant.ui.shifts.form_panel import accepts_escape
from workspace_assistant.ui.shifts.hours_row import HoursRow
from workspace_assistant.ui.shifts.pattern_state import (
    HoursForm,
    PatternForm,
    PatternState,
    meaning_of_pattern,
)
from workspace_assistant.ui.theme.metrics import TextStyle, grid_px
from workspace_assistant.ui.widgets.action_button import ActionButton
from workspace_assistant.ui.widgets.chips import Chips
from workspace_assistant.ui.widgets.field_pair import FieldPair
from workspace_assistant.ui.widgets.flow_row import FlowRow
from workspace_assistant.ui.widgets.frames import PartFrame
from workspace_assistant.ui.widgets.text_field import TextField
from workspace_assistant.ui.widgets.text_label import TextLabel
from workspace_assistant.ui.wording.wording import Wording

_DAY_UNITS = 28
_NAME_UNITS = 44
_MOST_HOURS = 7
_USUAL_WEEKS = (1, 2, 3, 4)


class PatternPanel(PartFrame):
    saved = Signal(object)  # a PatternForm
    closed = Signal()
    grown = Signal()  # another row of hours is there: the order of Tab has changed

    def __init__(self, wording: Wording, parent: QWidget) -> None:
        super().__init__("card", parent)
        self._wording = wording
        self._shown: PatternState | None = None
        say = wording.say
        self._title = TextLabel(TextStyle.TITLE, self, wraps=True)
        self._rows: list[HoursRow] = []
        self._hours = QVBoxLayout()
        self._hours.setSpacing(0)
        self.more = ActionButton(say(texts.MORE_HOURS), self, kind="step")
        self.more.clicked.connect(self._on_more_wanted)
        self.every = Chips(say(texts.EVERY), self)
        for weeks in _USUAL_WEEKS:
            self._add_weeks(weeks)
        self._ends = FlowRow(self)
        self.begin = self._field(texts.FIELD_FROM, _DAY_UNITS, texts.DATE_HINT)
        self.until = self._field(texts.FIELD_UNTIL, _DAY_UNITS, "")
        self.name = self._field(texts.FIELD_NAME, _NAME_UNITS, "")
        self._meaning = TextLabel(TextStyle.SECONDARY, self, ink="muted", wraps=True)
        self._trouble = TextLabel(TextStyle.SECONDARY, self, ink="bad", wraps=True)
        self._build_acts()
        self._build_column()
        self.hide()

    @property
    def rows(self) -> tuple[HoursRow, ...]:
        return tuple(row for row in self._rows if not row.isHidden())

    @property
    def controls(self) -> tuple[QWidget, ...]:
        """What can be operated, in reading order."""
        inside = (one for row in self._rows for one in row.controls)
        fields = (self.begin, self.until, self.name)
        return (*inside, self.more, *self.every.chips, *fields, self.save, self.cancel)

    def present(self, state: PatternState | None) -> None:
        """The fields are filled once, when the form opens."""
        self.setVisible(state is not None)
        before, self._shown = self._shown, state
        if state is None:
            return
        self._title.setText(state.title)
        self.setAccessibleName(state.title)
        if before is None or before.source_id != state.source_id:
            self._fill(state.form)

    def form(self) -> PatternForm:
        """What is filled in."""
        return PatternForm(
            name=self.name.text(),
            hours=tuple(row.form() for row in self.rows),
            every_weeks=int(self.every.value),
            from_on=self.begin.text(),
            until_on=self.until.text(),
        )

    def tell_trouble(self, sentence: str) -> None:
        """Why it could not be kept as it is written; empty when nothing is wrong."""
        self._trouble.show_text(sentence)

    def take_focus(self) -> None:
        self.rows[0].days[0].setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def event(self, event: QEvent) -> bool:
        """Escape closes this form and nothing else that it might stop."""
        return accepts_escape(event) or super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _fill(self, form: PatternForm) -> None:
        while len(self._rows) < len(form.hours):
            self._add_row()
        for index, row in enumerate(self._rows):
            row.setVisible(index < len(form.hours))
            if index < len(form.hours):
                row.fill(form.hours[index])
        if not self.every.has(str(form.every_weeks)):
            self._add_weeks(form.every_weeks)
        self.every.choose(str(form.every_weeks))
        self.begin.setText(form.from_on)
        self.until.setText(form.until_on)
        self.name.setText(form.name)
        self.tell_trouble("")
        self._show_rows()

    def _show_rows(self) -> None:
        """The last row of hours cannot be dropped."""
        rows = self.rows
        for row in rows:
            row.drop.setVisible(len(rows) > 1)
        self.more.setVisible(len(rows) < _MOST_HOURS)
        self._on_written()
        self.grown.emit()

    def _add_row(self) -> HoursRow:
        row = HoursRow(self._wording, self)
        row.written.connect(self._on_written)
        row.save_wanted.connect(self._on_save_wanted)
        row.drop_wanted.connect(self._on_drop_wanted)
        self._rows.append(row)
        self._hours.addWidget(row)
        return row

    def _add_weeks(self, weeks: int) -> None:
        said = texts.EVERY_WEEK if weeks == 1 else texts.EVERY_WEEKS
        self.every.add_chip(str(weeks), self._wording.say(said, count=str(weeks)))

    def _field(self, label: str, units: float, hint: str) -> TextField:
        say = self._wording.say
        field = TextField(say(label), self._ends, hint=hint, units=units)
        field.returnPressed.connect(self._on_save_wanted)
        self._ends.add(FieldPair(say(label), field, self._ends))
        return field

    def _build_acts(self) -> None:
        say = self._wording.say
        self._acts = FlowRow(self)
        self.save = ActionButton(say(texts.SAVE), self._acts, kind="primary")
        self.cancel = ActionButton(say(texts.CANCEL), self._acts)
        self.save.clicked.connect(self._on_save_wanted)
        self.cancel.clicked.connect(self.closed)
        self._acts.add(self.save)
        self._acts.add(self.cancel)

    def _build_column(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(grid_px(4.5), grid_px(3.5), grid_px(4.5), grid_px(4))
        column.setSpacing(grid_px(2.5))
        column.addWidget(self._title)
        column.addLayout(self._hours)
        column.addWidget(self.more)
        column.addWidget(FieldPair(self._wording.say(texts.EVERY), self.every, self))
        for part in (self._ends, self._meaning, self._trouble, self._acts):
            column.addWidget(part)

    @Slot()
    def _on_written(self) -> None:
        rows = [row for row in self.rows if row.place.value]
        if rows:
            form = PatternForm(hours=tuple(row.form() for row in rows))
            self._meaning.show_text(meaning_of_pattern(form, self._wording))

    @Slot()
    def _on_more_wanted(self) -> None:
        """The days that no row has yet."""
        taken = frozenset(day for row in self.rows for day in row.form().days)
        hidden = [row for row in self._rows if row.isHidden()]
        row = hidden[0] if hidden else self._add_row()
        self._hours.removeWidget(row)
        self._hours.addWidget(row)
        row.fill(HoursForm(days=frozenset(range(7)) - taken))
        row.show()
        self._show_rows()
        row.begin.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_drop_wanted(self) -> None:
        row = self.sender()
        if isinstance(row, HoursRow):
            self._rows.remove(row)
            self._rows.append(row)  # hidden ones come last
            row.hide()
            self._show_rows()
            self.more.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_save_wanted(self) -> None:
        self.saved.emit(self.form())
