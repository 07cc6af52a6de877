"""CalendarPanel: an address or a file, what would be shifts in it, and then keeping it."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from workspace_assistant.core.shifts.model import Place
from workspace_assistant.ui.overriding import override
from workspace_assistant.ui.shifts import texts
from workspace_assistant.ui.shifts.calendar_state import (
    CalendarForm,
    CalendarState,
    remark_on_address,
)
from workspace_assistant.ui.shifts.calendar_way import CalendarWay
from workspace_assistant.ui.shifts.form_panel import accepts_escape, place_chips
from workspace_assistant.ui.shifts.sign_in_part import SignInPart
from workspace_assistant.ui.theme.metrics import TextStyle, font, grid_px
from workspace_assistant.ui.widgets.action_button import ActionButton
from workspace_assistant.ui.widgets.field_pair import FieldPair
from workspace_assistant.ui.widgets.flow_row import FlowRow
from workspace_assistant.ui.widgets.frames import PartFrame
from workspace_assistant.ui.widgets.text_field import TextField
from workspace_assistant.ui.widgets.text_label import TextLabel
from workspace_assistant.ui.widgets.tick_box import TickBox
from workspace_assistant.ui.wording.wording import Wording

_FIELD_UNITS = 44
_LONGEST_ADDRESS = 8000  # what a keyring takes is looked at where it is kept


class CalendarPanel(PartFrame):
    look_wanted = Signal(object, object)  # a CalendarForm, a CalendarWay
    keep_wanted = Signal()
    closed = Signal()

    def __init__(self, wording: Wording, parent: QWidget) -> None:
        super().__init__("card", parent)
        self._wording = wording
        self._shown: CalendarState | None = None
        say = wording.say
        self._title = TextLabel(TextStyle.TITLE, self, wraps=True)
        self._intro = TextLabel(TextStyle.BODY, self, ink="muted", wraps=True)
        self._build_address()
        self._words = FlowRow(self)
        self.name = self._field(texts.FIELD_SOURCE_NAME, say(texts.DEFAULT_SOURCE_NAME))
        self.summary = self._field(texts.FIELD_SUMMARY, say(texts.SUMMARY_HINT))
        self.category = self._field(texts.FIELD_CATEGORY, "")
        self._name_part = self._pair(texts.FIELD_SOURCE_NAME, self.name)
        self._pair(texts.FIELD_SUMMARY, self.summary)
        self._pair(texts.FIELD_CATEGORY, self.category)
        self.place = place_chips(wording, say(texts.FIELD_CALENDAR_PLACE), self)
        self._build_answer()
        self._build_acts()
        self._build_column()
        self.hide()

    @property
    def controls(self) -> tuple[QWidget, ...]:
        """What can be operated, in reading order."""
        way = (self.address, self.reveal, *self.sign_in.controls)
        fields = (*way, self.name, self.summary, self.category)
        return (*fields, *self.place.chips, self.keep, self.look, self.cancel)

    def present(self, state: CalendarState | None) -> None:
        self.setVisible(state is not None)
        before, self._shown = self._shown, state
        if state is None:
            self._clear()
            return
        if state == before:
            return
        if before is None or before.title != state.title:
            self._clear()
            self._fill(state.form)
        self._title.setText(state.title)
        self.setAccessibleName(state.title)
        self._intro.setText(state.intro)
        self._address_part.setVisible(state.asks_address)
        self._name_part.setVisible(not state.source_id)
        self._progress.show_text(state.progress)
        self._trouble.show_text(state.trouble)
        if state.asks_sign_in and not (before and before.asks_sign_in):
            self.sign_in.signs_in.setChecked(True)
        self._offer_calendars()
        self._show_answer(state)
        self._show_acts(state)

    def way(self) -> CalendarWay:
        """Where the calendar is; a choice holds only as long as the rest is as it was."""
        part = self.sign_in
        return CalendarWay(
            address=self.address.text(),
            user=part.user.text(),
            password=part.password.text(),
            signs_in=part.signs_in.isChecked(),
            calendar=part.calendars.value,
        )

    def form(self) -> CalendarForm:
        """What is filled in, without the address."""
        return CalendarForm(
            name=self.name.text(),
            summary=self.summary.text(),
            category=self.category.text(),
            place=Place(self.place.value),
        )

    def take_focus(self) -> None:
        """To what comes next: the address, the look, or keeping what was found."""
        state = self._shown
        if state is None:
            return
        if self.sign_in.signs_in.isChecked() and not state.keep:
            self.sign_in.take_focus()
            return
        written = self.summary if state.source_id else self.look
        to_write = self.address if state.asks_address else written
        following = self.keep if state.keep else self.look if state.headline else to_write
        following.setFocus(Qt.FocusReason.OtherFocusReason)

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

    def _clear(self) -> None:
        """Nothing of an address stays behind in a field that nobody sees."""
        self._looked = CalendarWay()
        self.sign_in.clear()
        for field in (self.address, self.name, self.summary, self.category):
            field.clear()
        self.reveal.setChecked(False)
        self.place.choose(Place.HOME.value)

    def _fill(self, form: CalendarForm) -> None:
        for field, text in (
            (self.name, form.name),
            (self.summary, form.summary),
            (self.category, form.category),
        ):
            field.setText(text)
        self.place.choose(form.place.value)

    def _show_answer(self, state: CalendarState) -> None:
        say = self._wording.say
        self._headline.show_text(state.headline)
        self._hint.show_text(state.hint)
        self._found.show_text("\n".join(state.found))
        self._changes_title.show_text(say(texts.WOULD_CHANGE_TITLE) if state.changes else "")
        self._changes.show_text("\n".join(state.changes))
        self._left_out_title.show_text(say(texts.LEFT_OUT_TITLE) if state.left_out else "")
        self._left_out.show_text("\n".join(state.left_out))
        self._faults_title.show_text(say(texts.FAULTS_TITLE) if state.faults else "")
        self._faults.show_text("\n".join(state.faults))

    def _show_acts(self, state: CalendarState) -> None:
        self.keep.setText(state.keep)
        self.keep.setVisible(bool(state.keep))
        self.look.setText(state.look)
        self.look.set_kind("" if state.keep else "primary")
        self.look.setFont(font(TextStyle.BODY if state.keep else TextStyle.STRONG))
        for control in (self.keep, self.look, self.address, self.reveal):
            control.setEnabled(not state.is_busy)
        self.sign_in.setEnabled(not state.is_busy)
        self._words.setEnabled(not state.is_busy)
        self.place.setEnabled(not state.is_busy)

    def _field(self, label: str, hint: str) -> TextField:
        say = self._wording.say
        field = TextField(say(label), self._words, hint=hint, units=_FIELD_UNITS)
        field.returnPressed.connect(self._on_look_wanted)
        return field

    def _pair(self, label: str, field: TextField) -> FieldPair:
        pair = FieldPair(self._wording.say(label), field, self._words)
        self._words.add(pair)
        return pair

    def _build_address(self) -> None:
        say = self._wording.say
        self._address_part = QWidget(self)
        self.address = TextField(
            say(texts.FIELD_ADDRESS), self._address_part, hint=say(texts.ADDRESS_HINT)
        )
        self.address.setMaxLength(_LONGEST_ADDRESS)
        self.address.setInputMethodHints(
            Qt.InputMethodHint.ImhSensitiveData
            | Qt.InputMethodHint.ImhNoPredictiveText
            | Qt.InputMethodHint.ImhNoAutoUppercase
        )
        self.reveal = TickBox(say(texts.SHOW_ADDRESS), self._address_part)
        self.reveal.toggled.connect(self._on_reveal_toggled)
        self.address.setEchoMode(QLineEdit.EchoMode.Password)
        self._remark = TextLabel(TextStyle.SECONDARY, self._address_part, ink="bad", wraps=True)
        self._remark.hide()
        self.address.textChanged.connect(self._on_way_changed)
        self.address.returnPressed.connect(self._on_look_wanted)
        self.sign_in = SignInPart(self._wording, self._address_part)
        self.sign_in.changed.connect(self._on_way_changed)
        self.sign_in.look_wanted.connect(self._on_look_wanted)
        self._looked = CalendarWay()
        column = QVBoxLayout(self._address_part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(grid_px(1))
        column.addWidget(FieldPair(say(texts.FIELD_ADDRESS), self.address, self._address_part))
        column.addWidget(self.reveal, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.sign_in)
        column.addWidget(self._remark)

    def _build_answer(self) -> None:
        self.answer = QWidget(self)
        self._headline = self._line(TextStyle.STRONG)
        self._hint = self._line(TextStyle.BODY)
        self._found = self._line(TextStyle.BODY)
        self._changes_title = self._line(TextStyle.STRONG)
        self._changes = self._line(TextStyle.BODY)
        self._left_out_title = self._line(TextStyle.STRONG)
        self._left_out = self._line(TextStyle.SECONDARY, "muted")
        self._faults_title = self._line(TextStyle.STRONG)
        self._faults = self._line(TextStyle.SECONDARY, "muted")
        self._progress = self._line(TextStyle.BODY)
        self._trouble = self._line(TextStyle.BODY, "bad")

    def _line(self, style: TextStyle, ink: str = "") -> TextLabel:
        return TextLabel(style, self.answer, ink=ink, wraps=True)

    def _build_acts(self) -> None:
        self._acts = FlowRow(self.answer)
        self.keep = ActionButton("", self._acts, kind="primary")
        self.look = ActionButton("", self._acts, kind="primary")
        self.cancel = ActionButton(self._wording.say(texts.CANCEL), self._acts)
        self.keep.clicked.connect(self.keep_wanted)
        self.look.clicked.connect(self._on_look_wanted)
        self.cancel.clicked.connect(self.closed)
        for button in (self.keep, self.look, self.cancel):
            self._acts.add(button)

    def _build_column(self) -> None:
        answer = QVBoxLayout(self.answer)
        answer.setContentsMargins(0, 0, 0, 0)
        answer.setSpacing(grid_px(2))
        for part in (
            self._headline,
            self._hint,
            self._found,
            self._changes_title,
            self._changes,
            self._left_out_title,
            self._left_out,
            self._faults_title,
            self._faults,
            self._progress,
            self._trouble,
            self._acts,
        ):
            answer.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(grid_px(4.5), grid_px(3.5), grid_px(4.5), grid_px(4))
        column.setSpacing(grid_px(2))
        above: tuple[QWidget, ...] = (self._title, self._intro, self._address_part, self._words)
        for one in above:
            column.addWidget(one)
        label = self._wording.say(texts.FIELD_CALENDAR_PLACE)
        column.addWidget(FieldPair(label, self.place, self))
        column.addWidget(self.answer)

    @Slot(bool)
    def _on_reveal_toggled(self, is_shown: bool) -> None:  # noqa: FBT001 - a signal's
        mode = QLineEdit.EchoMode
        self.address.setEchoMode(mode.Normal if is_shown else mode.Password)

    @Slot()
    def _on_way_changed(self) -> None:
        way = self.way()
        remark = remark_on_address(way.address, self._wording, signs_in=way.signs_in)
        self._remark.show_text(remark if way.address else "")
        self._offer_calendars()

    def _offer_calendars(self) -> None:
        """Those that were found, as long as nothing of what they were found by is changed."""
        is_same = replace(self.way(), calendar="") == self._looked
        names = self._shown.calendars if self._shown is not None and is_same else ()
        self.sign_in.offer(names)

    @Slot()
    def _on_look_wanted(self) -> None:
        if self._shown is not None and not self._shown.is_busy:
            way = self.way()
            self._looked = replace(way, calendar="")
            self.look_wanted.emit(self.form(), way)
