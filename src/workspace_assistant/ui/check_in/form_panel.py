"""FormPanel: six questions with five numbers each, a few counts, and a note."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from workspace_assistant.core.check_in.answering import (
    LONGEST_NOTE,
    MOST_CONTACTS,
    MOST_MINUTES,
)
from workspace_assistant.core.check_in.model import Answers
from workspace_assistant.core.check_in.service import Form
from workspace_assistant.ui.check_in import texts
from workspace_assistant.ui.check_in.count_field import CountField
from workspace_assistant.ui.check_in.scale import Scale
from workspace_assistant.ui.check_in.view_state import (
    FormState,
    RowState,
    count_said,
    counts_of,
    question_rows,
)
from workspace_assistant.ui.overriding import override
from workspace_assistant.ui.theme.metrics import TextStyle, grid_px
from workspace_assistant.ui.widgets.action_button import ActionButton
from workspace_assistant.ui.widgets.field_pair import FieldPair
from workspace_assistant.ui.widgets.flow_row import FlowRow
from workspace_assistant.ui.widgets.text_field import TextField
from workspace_assistant.ui.widgets.text_label import TextLabel
from workspace_assistant.ui.wording.wording import Wording

_MINUTES_STEP = 5
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class FormPanel(QWidget):
    """The fields are filled once: what the person tells stays while the card goes on."""

    told = Signal(object, object)  # Answers, and the Form that they were given in
    closed = Signal()

    def __init__(self, wording: Wording, parent: QWidget) -> None:
        super().__init__(parent)
        self._wording = wording
        self._filled: Form | None = None
        self._about = TextLabel(TextStyle.BODY, self, wraps=True)
        # In the order in which Tab leads through them.
        self.scales = {row.item: self._scale(row) for row in question_rows(wording)}
        self._counts = FlowRow(self)
        self.hard = self._count(texts.HARD, MOST_CONTACTS, 1)
        self.abusive = self._count(texts.ABUSIVE, MOST_CONTACTS, 1)
        self.solved = self._count(texts.SOLVED, MOST_CONTACTS, 1)
        self.minutes = self._count(texts.LEARNING, MOST_MINUTES, _MINUTES_STEP)
        self.hard.changed.connect(self._on_hard_changed)
        say = wording.say
        self.note = TextField(say(texts.NOTE), self)
        self.note.setMaxLength(LONGEST_NOTE)
        self.note.returnPressed.connect(self._save)
        self._refused = TextLabel(TextStyle.SECONDARY, self, ink="bad", wraps=True)
        self._keys = TextLabel(TextStyle.FOOTER, self, ink="muted", wraps=True)
        self._keys.setText(say(texts.KEYS))
        self._build_acts()
        self._build_column()
        self.hide()

    @property
    def controls(self) -> tuple[QWidget, ...]:
        """What can be operated, in reading order."""
        chips = (chip for scale in self.scales.values() for chip in scale.chips.chips)
        counts = (one.field for one in (self.hard, self.abusive, self.solved, self.minutes))
        return (*chips, *counts, self.note, self.save, self.leave)

    def present(self, state: FormState | None) -> None:
        self.setVisible(state is not None)
        if state is None:
            self._filled = None
            return
        self._about.setText(state.about)
        self.setAccessibleName(state.about)
        if self._filled is None or self._filled.shift != state.form.shift:
            self._filled = state.form
            self._fill(state.form.answers)
        self._refused.show_text(state.refused)
        self.save.setEnabled(state.can_save)

    def answers(self) -> Answers:
        """What is told; parts of no hard contacts are not told."""
        hard = count_said(self.hard.text)
        values = {item.value: scale.value for item, scale in self.scales.items()}
        return Answers(
            **values,
            hard_contacts=hard,
            abusive_contacts=count_said(self.abusive.text) if hard else None,
            solved_contacts=count_said(self.solved.text) if hard else None,
            learning_minutes=count_said(self.minutes.text),
            note=self.note.text(),
        )

    def take_focus(self) -> None:
        next(iter(self.scales.values())).take_focus()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter saves wherever the focus is, but for the button that saves nothing."""
        if event.key() not in _ENTER:
            super().keyPressEvent(event)
        elif self.leave.hasFocus():
            self.leave.click()
        else:
            self._save()

    def _fill(self, answers: Answers) -> None:
        for item, scale in self.scales.items():
            scale.choose(answers.of(item))
        fields = (self.hard, self.abusive, self.solved, self.minutes)
        for field, text in zip(fields, counts_of(answers), strict=True):
            field.fill(text)
        self.note.setText(answers.note)
        self._on_hard_changed()

    def _scale(self, row: RowState) -> Scale:
        scale = Scale(row, self)
        scale.answered.connect(self._on_answered)
        return scale

    def _count(self, label: str, most: int, step: int) -> CountField:
        say = self._wording.say
        name = say(label)
        spoken = (say(texts.FEWER, name=name), say(texts.MORE, name=name))
        field = CountField(name, spoken, most, step, self._counts)
        field.field.returnPressed.connect(self._save)
        pair = FieldPair(name, field, self._counts)
        self._counts.add(pair)
        return field

    def _build_acts(self) -> None:
        say = self._wording.say
        self._acts = FlowRow(self)
        self.save = ActionButton(say(texts.SAVE), self._acts, kind="primary")
        self.leave = ActionButton(say(texts.NOT_NOW), self._acts)
        self.save.clicked.connect(self._save)
        self.leave.clicked.connect(self.closed)
        for button in (self.save, self.leave):
            self._acts.add(button)

    def _build_column(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(grid_px(2.5))
        column.addWidget(self._about)
        rows = QVBoxLayout()
        rows.setSpacing(0)
        for scale in self.scales.values():
            rows.addWidget(scale)
        column.addLayout(rows)
        column.addWidget(self._counts)
        column.addWidget(FieldPair(self._wording.say(texts.NOTE), self.note, self))
        for part in (self._refused, self._acts, self._keys):
            column.addWidget(part)

    @Slot()
    def _on_hard_changed(self) -> None:
        """Nobody is asked for parts of nothing."""
        is_any = bool(count_said(self.hard.text))
        for field in (self.abusive, self.solved):
            pair = field.parentWidget()
            if pair is not None:
                pair.setVisible(is_any)

    @Slot()
    def _on_answered(self) -> None:
        """The next question has the keyboard; after the last one, the button that saves."""
        scales = list(self.scales.values())
        at = scales.index(self.sender())  # type: ignore[arg-type]  # one of them
        if at + 1 < len(scales):
            scales[at + 1].take_focus()
        else:
            self.save.setFocus(Qt.FocusReason.TabFocusReason)

    @Slot()
    def _save(self) -> None:
        if self.save.isEnabled():
            self.told.emit(self.answers(), self._filled)
