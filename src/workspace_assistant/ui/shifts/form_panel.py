"""FormPanel: a shift to write down or to change, in the list where it stands."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from workspace_assistant.core.shifts import texts as shift_texts
from workspace_assistant.core.shifts.model import Place
from workspace_assistant.ui.overriding import override
from workspace_assistant.ui.shifts import texts
from workspace_assistant.ui.shifts.form_state import FormState, ShiftForm, meaning_of
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
_TIME_UNITS = 18
_NAME_UNITS = 44
_BREAKS_UNITS = 52


class FormPanel(PartFrame):
    saved = Signal(object)  # a ShiftForm
    removed = Signal()
    closed = Signal()

    def __init__(self, wording: Wording, parent: QWidget) -> None:
        super().__init__("row", parent)
        self._wording = wording
        self._shown: FormState | None = None
        self._zone = "UTC"
        say = wording.say
        self._title = TextLabel(TextStyle.TITLE, self, wraps=True)
        self._note = TextLabel(TextStyle.SECONDARY, self, ink="muted", wraps=True)
        self._fields = FlowRow(self)
        self.day = self._field(texts.FIELD_DATE, _DAY_UNITS, texts.DATE_HINT)
        self.begin = self._field(texts.FIELD_START, _TIME_UNITS, "9:00")
        self.end = self._field(texts.FIELD_END, _TIME_UNITS, "17:00")
        self.breaks = self._field(texts.FIELD_BREAKS, _BREAKS_UNITS, texts.BREAKS_HINT)
        self.name = self._field(texts.FIELD_NAME, _NAME_UNITS, "")
        self.place = place_chips(wording, say(texts.FIELD_PLACE), self)
        self._meaning = TextLabel(TextStyle.SECONDARY, self, ink="muted", wraps=True)
        self._trouble = TextLabel(TextStyle.SECONDARY, self, ink="bad", wraps=True)
        self._build_acts()
        self._build_column()
        self.hide()

    @property
    def controls(self) -> tuple[QWidget, ...]:
        """What can be operated, in reading order."""
        fields = (self.day, self.begin, self.end, self.breaks, self.name)
        return (*fields, *self.place.chips, self.save, self.cancel, self.remove)

    def present(self, state: FormState | None, zone: str) -> None:
        """The fields are filled once: what the user writes stays while the list goes on."""
        self.setVisible(state is not None)
        before, self._shown = self._shown, state
        self._zone = zone
        if state is None:
            return
        self._title.setText(state.title)
        self.setAccessibleName(state.title)
        self._note.show_text(state.note)
        self.remove.setVisible(bool(state.shift_id))
        if before is None or before.shift_id != state.shift_id:
            self._fill(state.form)

    def form(self) -> ShiftForm:
        """What is filled in."""
        return ShiftForm(
            day=self.day.text(),
            start=self.begin.text(),
            end=self.end.text(),
            name=self.name.text(),
            breaks=self.breaks.text(),
            place=Place(self.place.value),
        )

    def tell_trouble(self, sentence: str) -> None:
        """Why it could not be kept as it is written; empty when nothing is wrong."""
        self._trouble.show_text(sentence)

    def take_focus(self) -> None:
        """To what is written first: the times of a new shift, as its day is there already."""
        (self.begin if self._shown and not self._shown.shift_id else self.day).setFocus(
            Qt.FocusReason.OtherFocusReason
        )

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

    def _fill(self, form: ShiftForm) -> None:
        self.day.setText(form.day)
        self.begin.setText(form.start)
        self.end.setText(form.end)
        self.breaks.setText(form.breaks)
        self.name.setText(form.name)
        self.place.choose(form.place.value)
        self.tell_trouble("")
        self._on_written()

    def _field(self, label: str, units: float, hint: str) -> TextField:
        say = self._wording.say
        field = TextField(say(label), self._fields, hint=hint, units=units)
        field.textChanged.connect(self._on_written)
        field.returnPressed.connect(self._on_save_wanted)
        self._fields.add(FieldPair(say(label), field, self._fields))
        return field

    def _build_acts(self) -> None:
        say = self._wording.say
        self._acts = FlowRow(self)
        self.save = ActionButton(say(texts.SAVE), self._acts, kind="primary")
        self.cancel = ActionButton(say(texts.CANCEL), self._acts)
        self.remove = ActionButton(say(texts.REMOVE), self._acts)
        self.save.clicked.connect(self._on_save_wanted)
        self.cancel.clicked.connect(self.closed)
        self.remove.clicked.connect(self.removed)
        for button in (self.save, self.cancel, self.remove):
            self._acts.add(button)

    def _build_column(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, grid_px(3), 0, grid_px(4))
        column.setSpacing(grid_px(2.5))
        for part in (self._title, self._note, self._fields):
            column.addWidget(part)
        column.addWidget(FieldPair(self._wording.say(texts.FIELD_PLACE), self.place, self))
        for part in (self._meaning, self._trouble, self._acts):
            column.addWidget(part)

    @Slot()
    def _on_written(self) -> None:
        if self.place.value:
            self._meaning.show_text(meaning_of(self.form(), self._zone, self._wording))

    @Slot()
    def _on_save_wanted(self) -> None:
        self.saved.emit(self.form())


def place_chips(wording: Wording, name: str, parent: QWidget) -> Chips:
    """The places of a shift to choose from."""
    chips = Chips(name, parent)
    for place, label in shift_texts.PLACES.items():
        chips.add_chip(place.value, wording.say(label))
    return chips


def accepts_escape(event: QEvent) -> bool:
    """Whether it is the Escape key on its way to a shortcut: then a form takes it."""
    if (
        event.type() == QEvent.Type.ShortcutOverride
        and isinstance(event, QKeyEvent)
        and event.key() == Qt.Key.Key_Escape
    ):
        event.accept()
        return True
    return False
