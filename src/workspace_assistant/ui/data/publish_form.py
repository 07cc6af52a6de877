"""PublishForm: where the collector is, its token, and which fields go there."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from workspace_assistant.core.publishing.model import OF_REPORTS, Group
from workspace_assistant.ui.data import publish_texts as texts
from workspace_assistant.ui.data.publish_state import PublishState
from workspace_assistant.ui.theme.metrics import TextStyle, grid_px
from workspace_assistant.ui.widgets.action_button import ActionButton
from workspace_assistant.ui.widgets.field_pair import FieldPair
from workspace_assistant.ui.widgets.flow_row import FlowRow
from workspace_assistant.ui.widgets.text_field import TextField
from workspace_assistant.ui.widgets.text_label import TextLabel
from workspace_assistant.ui.widgets.tick_box import TickBox
from workspace_assistant.ui.wording.wording import Wording

_LONGEST_ADDRESS = 500
_LONGEST_TOKEN = 8192
_SECRET = Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText


class PublishForm(QWidget):
    """`changed` follows whatever makes what was shown no longer what would be agreed to."""

    changed = Signal()
    show_wanted = Signal(str, object)  # an address and a set of `Group`
    closed = Signal()

    def __init__(self, wording: Wording, parent: QWidget) -> None:
        super().__init__(parent)
        self._wording = wording
        say = wording.say
        self.address = TextField(say(texts.ADDRESS), self, hint=say(texts.ADDRESS_HINT))
        self.address.setMaxLength(_LONGEST_ADDRESS)
        self.address.textEdited.connect(self.changed)
        self.token = TextField(say(texts.TOKEN), self)
        self.token.setMaxLength(_LONGEST_TOKEN)
        self.token.setEchoMode(QLineEdit.EchoMode.Password)
        self.token.setInputMethodHints(_SECRET | Qt.InputMethodHint.ImhNoAutoUppercase)
        self.ticks: dict[Group, TickBox] = {}
        self._build_column()
        for field in (self.address, self.token):
            field.returnPressed.connect(self._on_show_wanted)
        self.hide()

    @property
    def controls(self) -> tuple[QWidget, ...]:
        """What can be operated, in reading order."""
        ticks = tuple(self.ticks[group] for group in Group)
        return (self.address, self.token, *ticks, self.show_payload, self.leave)

    @property
    def groups(self) -> frozenset[Group]:
        return frozenset(group for group, tick in self.ticks.items() if tick.isChecked())

    def take_token(self) -> str:
        """What was written; it is not kept here any longer."""
        token = self.token.text()
        self.token.clear()
        return token

    def present(self, state: PublishState, before: PublishState | None) -> None:
        was_open = before is not None and before.is_form_open
        self.setVisible(state.is_form_open)
        self.show_payload.setEnabled(not state.busy)
        self.show_payload.set_kind("primary" if state.payload is None else "")
        if state.is_form_open and not was_open:
            self._fill(state)
        if not state.is_form_open:
            self.token.clear()

    def _fill(self, state: PublishState) -> None:
        self.address.setText(state.url)
        self.address.setReadOnly(bool(state.address_note))
        self._address_note.show_text(state.address_note)
        self.token.clear()
        for group, tick in self.ticks.items():
            tick.setChecked(group in (state.groups or OF_REPORTS))
        first = self.token if state.address_note else self.address
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build_column(self) -> None:
        say = self._wording.say
        self._address_note = TextLabel(TextStyle.SECONDARY, self, ink="muted", wraps=True)
        why = TextLabel(TextStyle.SECONDARY, self, ink="muted", wraps=True)
        why.setText(say(texts.TOKEN_WHY))
        what = TextLabel(TextStyle.SECONDARY, self, ink="muted")
        what.setText(say(texts.WHAT))
        ticks = FlowRow(self, gap_units=4)
        ticks.setAccessibleName(say(texts.WHAT))
        for group in Group:
            tick = TickBox(say(texts.GROUPS[group]), ticks)
            tick.clicked.connect(self.changed)
            self.ticks[group] = tick
            ticks.add(tick)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, grid_px(1), 0, 0)
        column.setSpacing(grid_px(2))
        column.addWidget(FieldPair(say(texts.ADDRESS), self.address, self))
        column.addWidget(self._address_note)
        column.addWidget(FieldPair(say(texts.TOKEN), self.token, self))
        for part in (why, what, ticks, self._acts()):
            column.addWidget(part)

    def _acts(self) -> FlowRow:
        say = self._wording.say
        acts = FlowRow(self)
        self.show_payload = ActionButton(say(texts.SHOW_PAYLOAD), acts, kind="primary")
        self.leave = ActionButton(say(texts.NOT_NOW), acts)
        self.show_payload.clicked.connect(self._on_show_wanted)
        self.leave.clicked.connect(self.closed)
        for button in (self.show_payload, self.leave):
            acts.add(button)
        return acts

    @Slot()
    def _on_show_wanted(self) -> None:
        self.show_wanted.emit(self.address.text(), self.groups)
