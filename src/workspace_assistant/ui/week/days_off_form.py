"""DaysOffForm: many days at once, from one to another, are off or days like any other."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from workspace_assistant.core.leave.model import LeaveKind
from workspace_assistant.ui.theme.metrics import TextStyle, grid_px
from workspace_assistant.ui.week import texts
from workspace_assistant.ui.week.day_state import kinds
from workspace_assistant.ui.widgets.action_button import ActionButton
from workspace_assistant.ui.widgets.chips import Chips
from workspace_assistant.ui.widgets.field_pair import FieldPair
from workspace_assistant.ui.widgets.flow_row import FlowRow
from workspace_assistant.ui.widgets.text_field import TextField
from workspace_assistant.ui.widgets.text_label import TextLabel
from workspace_assistant.ui.wording.wording import Wording

_FIELD_UNITS = 34


class DaysOffForm(QWidget):
    settled = Signal(str, str, str)  # first and last day as written, and a `LeaveKind` or nothing

    def __init__(self, wording: Wording, parent: QWidget) -> None:
        super().__init__(parent)
        say = wording.say
        self.setAccessibleName(say(texts.SPAN_TITLE))
        title = TextLabel(TextStyle.STRONG, self, wraps=True)
        title.setText(say(texts.SPAN_TITLE))
        fields, acts = FlowRow(self), FlowRow(self)
        self.first = TextField(
            say(texts.SPAN_FIRST), fields, hint=texts.SPAN_HINT, units=_FIELD_UNITS
        )
        self.last = TextField(
            say(texts.SPAN_LAST), fields, hint=texts.SPAN_HINT, units=_FIELD_UNITS
        )
        for name, field in ((texts.SPAN_FIRST, self.first), (texts.SPAN_LAST, self.last)):
            fields.add(FieldPair(say(name), field, fields))
            field.returnPressed.connect(self._on_mark)
            field.textEdited.connect(self._on_edited)
        self.kinds = Chips(say(texts.SPAN_KIND), self)
        for value, text in kinds(wording):
            self.kinds.add_chip(value, text)
        self.kinds.chosen.connect(self.kinds.choose)
        self.kinds.choose(LeaveKind.LEAVE.value)
        self.mark = ActionButton(say(texts.SPAN_MARK), acts)
        self.mark.clicked.connect(self._on_mark)
        acts.add(self.mark)
        self._trouble = TextLabel(TextStyle.BODY, self, ink="bad", wraps=True)
        self._trouble.show_text("")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, grid_px(4), 0, grid_px(2))
        column.setSpacing(grid_px(2))
        for part in (title, fields, self.kinds, acts, self._trouble):
            column.addWidget(part)

    @property
    def controls(self) -> tuple[QWidget, ...]:
        """What can be operated, in reading order."""
        return (self.first, self.last, *self.kinds.chips, self.mark)

    def tell_trouble(self, sentence: str) -> None:
        self._trouble.show_text(sentence)

    def clear(self) -> None:
        """Once it is done: the next span begins empty."""
        self.first.clear()
        self.last.clear()
        self._trouble.show_text("")

    @Slot()
    def _on_mark(self) -> None:
        self.settled.emit(self.first.text(), self.last.text(), self.kinds.value)

    @Slot(str)
    def _on_edited(self, _text: str) -> None:
        self._trouble.show_text("")
