"""SignInPart: user name and password of a calendar server, and which of its calendars."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from workspace_assistant.ui.shifts import texts
from workspace_assistant.ui.theme.metrics import grid_px
from workspace_assistant.ui.widgets.chips import Chips
from workspace_assistant.ui.widgets.field_pair import FieldPair
from workspace_assistant.ui.widgets.flow_row import FlowRow
from workspace_assistant.ui.widgets.text_field import TextField
from workspace_assistant.ui.widgets.tick_box import TickBox
from workspace_assistant.ui.wording.wording import Wording

_FIELD_UNITS = 44
_SECRET = Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText


class SignInPart(QWidget):
    """`changed` follows whatever makes the calendars that are offered those of somebody else."""

    changed = Signal()
    look_wanted = Signal()

    def __init__(self, wording: Wording, parent: QWidget) -> None:
        super().__init__(parent)
        self._wording = wording
        say = wording.say
        self.signs_in = TickBox(say(texts.SIGN_IN), self)
        self.signs_in.toggled.connect(self._on_toggled)
        self._fields = FlowRow(self)
        self.user = self._field(texts.FIELD_USER)
        self.password = self._field(texts.FIELD_PASSWORD)
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self._fields.hide()
        self._names: tuple[str, ...] = ()
        self.calendars = Chips("", self)
        self._choice = self._choice_of(self.calendars)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(grid_px(1))
        self._column.addWidget(self.signs_in, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addWidget(self._fields)
        self._column.addWidget(self._choice)
        self._choice.hide()

    @property
    def controls(self) -> tuple[QWidget, ...]:
        """What can be operated, in reading order."""
        return (self.signs_in, self.user, self.password, *self.calendars.chips)

    def clear(self) -> None:
        self.user.clear()
        self.password.clear()
        self.signs_in.setChecked(False)
        self.offer(())

    def offer(self, names: tuple[str, ...]) -> None:
        """Calendars to choose from; the first one is chosen at first."""
        if names == self._names:
            return
        self._names = names
        before = self._choice
        self.calendars = Chips(self._wording.say(texts.CHOOSE_CALENDAR), self)
        for name in names:
            self.calendars.add_chip(name, name.replace("&", "&&"), name)
        self._choice = self._choice_of(self.calendars)
        self._column.replaceWidget(before, self._choice)
        before.hide()
        before.deleteLater()
        self._choice.setVisible(bool(names))
        if names:
            self.calendars.choose(names[0])
            self._order_stops()

    def take_focus(self) -> None:
        """To the calendar that is chosen, else to the first thing to be written."""
        chips = (one for one in self.calendars.chips if one.focusPolicy() != Qt.FocusPolicy.NoFocus)
        (next(chips, None) or self.user).setFocus(Qt.FocusReason.OtherFocusReason)

    def _choice_of(self, chips: Chips) -> FieldPair:
        return FieldPair(self._wording.say(texts.CHOOSE_CALENDAR), chips, self)

    def _order_stops(self) -> None:
        """New chips come after the password, where they are seen."""
        last: QWidget = self.password
        for chip in self.calendars.chips:
            self.setTabOrder(last, chip)
            last = chip

    def _field(self, label: str) -> TextField:
        name = self._wording.say(label)
        field = TextField(name, self._fields, units=_FIELD_UNITS)
        field.setInputMethodHints(_SECRET | Qt.InputMethodHint.ImhNoAutoUppercase)
        field.textEdited.connect(self._on_written)
        field.returnPressed.connect(self.look_wanted)
        self._fields.add(FieldPair(name, field, self._fields))
        return field

    @Slot(bool)
    def _on_toggled(self, signs_in: bool) -> None:  # noqa: FBT001 - a signal's
        self._fields.setVisible(signs_in)
        self.changed.emit()

    @Slot()
    def _on_written(self) -> None:
        self.changed.emit()
