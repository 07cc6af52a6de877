"""SettingRow: what a setting is called and is for, and what it is changed with."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from workspace_assistant.core.settings.model import Kind
from workspace_assistant.ui.overriding import override
from workspace_assistant.ui.settings import texts
from workspace_assistant.ui.settings.row_state import RowState
from workspace_assistant.ui.theme.metrics import TextStyle, grid_px
from workspace_assistant.ui.widgets.action_button import ActionButton
from workspace_assistant.ui.widgets.chips import Chips
from workspace_assistant.ui.widgets.flow_row import FlowRow
from workspace_assistant.ui.widgets.long_word_label import LongWordLabel
from workspace_assistant.ui.widgets.text_field import TextField
from workspace_assistant.ui.widgets.text_label import TextLabel
from workspace_assistant.ui.widgets.tick_box import TickBox
from workspace_assistant.ui.wording.wording import Wording

_FIELD_UNITS = 40
_BESIDE_FROM_UNITS = 130
_ON, _OFF = "on", "off"


class SettingRow(QWidget):
    """`chosen` and `written` follow the person alone; both name the setting."""

    chosen = Signal(str, str)  # a value, as it is kept
    written = Signal(str, str)  # what was typed
    reset_wanted = Signal(str)
    page_wanted = Signal(str)

    def __init__(self, state: RowState, wording: Wording, parent: QWidget) -> None:
        super().__init__(parent)
        self._wording = wording
        self._state: RowState | None = None
        self._key = state.key
        self._field: TextField | None = None
        self._box: TickBox | None = None
        self._chips: Chips | None = None
        self._boxes: dict[str, TickBox] = {}
        self._link: ActionButton | None = None
        self._shown = LongWordLabel(TextStyle.BODY, self, is_selectable=True)
        self._title = TextLabel(TextStyle.BODY, self, wraps=True)
        self._why = TextLabel(TextStyle.SECONDARY, self, ink="muted", wraps=True)
        self._mistake = TextLabel(TextStyle.SECONDARY, self, ink="bad", wraps=True)
        self._lock = LongWordLabel(TextStyle.SECONDARY, self)
        self._build_mark(state)
        self._build(state, self._control(state))
        self.present(state)

    @property
    def controls(self) -> tuple[QWidget, ...]:
        """What can be operated, in reading order."""
        beside = (self._field, self._link, *(self._chips.chips if self._chips else ()))
        made = (self._box, self.reset, *beside, *self._boxes.values())
        return tuple(one for one in made if one is not None)

    @property
    def mistake(self) -> str:
        return self._mistake.text()

    def present(self, state: RowState) -> None:
        before, self._state = self._state, state
        if state == before:
            return
        self._title.setText(state.title)
        self._why.show_text(state.explanation)
        self._mistake.show_text(state.mistake)
        self._lock.show_text(state.locked)
        self._mark.setVisible(bool(state.mark))
        self._mark_words.setText(state.mark)
        self.reset.setVisible(state.can_reset)
        is_open = not state.locked
        self._shown.show_text("" if state.kind else state.shown)
        if self._box is not None:
            self._box.setChecked(state.value == _ON)
            self._box.setEnabled(is_open)
        if self._field is not None:
            self._present_field(self._field, state, before)
        if self._chips is not None:
            self._chips.choose(state.value)
            self._chips.setEnabled(is_open)
        values = state.value.split(",")
        for value, box in self._boxes.items():
            box.setChecked(value in [one.strip() for one in values])
            box.setEnabled(is_open)

    def _present_field(self, field: TextField, state: RowState, before: RowState | None) -> None:
        if before is None or before.shown != state.shown or not field.hasFocus():
            field.setText(state.shown)
        field.setEnabled(not state.locked)
        said = " ".join(one for one in (state.explanation, state.mistake, state.locked) if one)
        field.setAccessibleDescription(said)

    def _control(self, state: RowState) -> QWidget | None:
        if state.page is not None:
            return self._make_link(state)
        if state.kind is Kind.CHOICE:
            return self._make_chips(state)
        if state.kind is Kind.SEVERAL:
            return self._make_boxes(state)
        if state.kind is Kind.SWITCH:
            self._box = TickBox(state.title, self)
            self._box.setAccessibleDescription(state.explanation)
            self._box.clicked.connect(self._on_switched)
            return None
        if state.kind is None:
            return None
        self._field = TextField(state.title, self, hint=state.hint, units=_FIELD_UNITS)
        self._field.editingFinished.connect(self._on_written)
        return self._field

    def _make_link(self, state: RowState) -> QWidget:
        self._link = ActionButton(state.page_text, self)
        self._link.setAccessibleName(f"{state.page_text}: {state.title}")
        self._link.clicked.connect(self._on_link)
        return self._link

    def _make_chips(self, state: RowState) -> QWidget:
        self._chips = Chips(state.title, self)
        for value, text in state.options:
            self._chips.add_chip(value, text)
        self._chips.chosen.connect(self._on_chosen)
        return self._chips

    def _make_boxes(self, state: RowState) -> QWidget:
        row = FlowRow(self)
        for value, text in state.options:
            box = TickBox(text, row)
            box.setAccessibleName(f"{state.title}: {text}")
            box.clicked.connect(self._on_ticked)
            self._boxes[value] = box
            row.add(box)
        return row

    def _build_mark(self, state: RowState) -> None:
        self._mark = QWidget(self)
        self._mark_words = TextLabel(TextStyle.SECONDARY, self._mark, wraps=True)
        self.reset = ActionButton(self._wording.say(texts.RESET), self._mark, kind="link")
        self.reset.setAccessibleName(self._wording.say(texts.RESET_NAMED, name=state.title))
        self.reset.clicked.connect(self._on_reset)
        row = QHBoxLayout(self._mark)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(grid_px(3))
        row.addWidget(self.reset)
        row.addWidget(self._mark_words, 1)

    def _build(self, state: RowState, control: QWidget | None) -> None:
        words = QVBoxLayout()
        words.setSpacing(grid_px(0.5))
        if self._box is None:
            words.addWidget(self._title)
        else:
            self._title.hide()
            words.addWidget(self._box)
        for part in (self._why, self._mistake, self._lock, self._mark):
            words.addWidget(part)
        words.addStretch(1)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(grid_px(2))
        self._row.addLayout(words, 3)
        beside = QVBoxLayout()
        beside.setSpacing(grid_px(1))
        beside.addWidget(self._shown)
        if control is not None:
            beside.addWidget(control, 0, Qt.AlignmentFlag.AlignTop)
        beside.addStretch(1)
        if control is not None or state.kind is None:
            self._row.addLayout(beside, 2)
        if self._field is not None:
            self._title.setBuddy(self._field)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room the control comes below the words."""
        super().resizeEvent(event)
        is_wide = event.size().width() >= grid_px(_BESIDE_FROM_UNITS)
        way = QBoxLayout.Direction
        wanted = way.LeftToRight if is_wide else way.TopToBottom
        if self._row.direction() != wanted:
            self._row.setDirection(wanted)

    @Slot(bool)
    def _on_switched(self, is_on: bool) -> None:  # noqa: FBT001 - a signal's argument
        self.chosen.emit(self._key, _ON if is_on else _OFF)

    @Slot(str)
    def _on_chosen(self, value: str) -> None:
        self.chosen.emit(self._key, value)

    @Slot(bool)
    def _on_ticked(self, _is_on: bool) -> None:  # noqa: FBT001 - a signal's argument
        """None at all would mean as it is delivered: a comma alone is refused, and says why."""
        values = [value for value, box in self._boxes.items() if box.isChecked()]
        self.chosen.emit(self._key, ",".join(values) or ",")

    @Slot()
    def _on_written(self) -> None:
        """Also where the focus only passed through: what is as before is left alone."""
        state = self._state
        if self._field is not None and state is not None and self._field.text() != state.shown:
            self.written.emit(self._key, self._field.text())

    @Slot()
    def _on_reset(self) -> None:
        self.reset_wanted.emit(self._key)

    @Slot()
    def _on_link(self) -> None:
        if self._state is not None and self._state.page is not None:
            self.page_wanted.emit(self._state.page)
