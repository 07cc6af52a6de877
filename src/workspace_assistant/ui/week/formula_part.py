"""FormulaPart: how a number is counted, what is in it, and a target of one's own for it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from workspace_assistant.ui.theme.metrics import TextStyle, grid_px
from workspace_assistant.ui.week import texts
from workspace_assistant.ui.week.formula_state import FormulaState, TargetFieldState
from workspace_assistant.ui.widgets.action_button import ActionButton
from workspace_assistant.ui.widgets.flow_row import FlowRow
from workspace_assistant.ui.widgets.text_field import TextField
from workspace_assistant.ui.widgets.text_label import TextLabel
from workspace_assistant.ui.wording.wording import Wording

_FIELD_UNITS = 28
_LEFT_UNITS = 8  # below the words, not below the icon


class FormulaPart(QWidget):
    target_written = Signal(str)
    target_dropped = Signal()
    default_wanted = Signal()

    def __init__(self, wording: Wording, parent: QWidget) -> None:
        super().__init__(parent)
        self._wording = wording
        self._shown: FormulaState | None = None
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self._sentence = TextLabel(TextStyle.BODY, self, wraps=True, is_selectable=True)
        self._terms: list[tuple[TextLabel, TextLabel]] = []
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(grid_px(6))
        self._grid.setVerticalSpacing(grid_px(0.5))
        self._grid.setColumnStretch(2, 1)
        self._more = TextLabel(TextStyle.SECONDARY, self, ink="muted", wraps=True)
        self._past = TextLabel(TextStyle.BODY, self, wraps=True, is_selectable=True)
        self._source = TextLabel(TextStyle.BODY, self, wraps=True, is_selectable=True)
        self._build_own()
        column = QVBoxLayout(self)
        column.setContentsMargins(grid_px(_LEFT_UNITS), 0, grid_px(9), grid_px(4))
        column.setSpacing(grid_px(1.5))
        column.addWidget(self._sentence)
        column.addLayout(self._grid)
        for part in (self._more, self._past, self._source, self._own):
            column.addWidget(part)
        column.addWidget(self._trouble)

    @property
    def controls(self) -> tuple[QWidget, ...]:
        """What can be operated, in reading order."""
        return (self.field, self.keep, self.drop, self.default)

    @property
    def terms(self) -> tuple[tuple[str, str], ...]:
        return tuple((name.text(), value.text()) for name, value in self._terms if value.text())

    @property
    def trouble(self) -> str:
        return self._trouble.text()

    def present(self, state: FormulaState | None) -> None:
        self.setVisible(state is not None)
        before, self._shown = self._shown, state
        if state is None or state == before:
            return
        self._sentence.setText(state.sentence)
        self._present_terms(state.terms)
        self._more.show_text(state.more)
        self._past.show_text(state.past)
        self._source.show_text(state.source)
        self._own.setVisible(state.own is not None)
        if state.own is not None:
            self._present_own(state.own, before.own if before else None)

    def tell_trouble(self, sentence: str) -> None:
        """Why a target cannot be kept; empty when nothing is wrong."""
        self._trouble.show_text(sentence)

    def _present_terms(self, terms: tuple[tuple[str, str], ...]) -> None:
        while len(self._terms) < len(terms):
            at = len(self._terms)
            pair = (
                TextLabel(TextStyle.SECONDARY, self, ink="muted", wraps=True),
                TextLabel(TextStyle.SECONDARY, self),
            )
            pair[1].setAlignment(Qt.AlignmentFlag.AlignRight)
            for index, label in enumerate(pair):
                self._grid.addWidget(label, at, index)
            self._terms.append(pair)
        for index, (name, value) in enumerate(self._terms):
            is_used = index < len(terms)
            name.show_text(terms[index][0] if is_used else "")
            value.show_text(terms[index][1] if is_used else "")

    def _present_own(self, own: TargetFieldState, before: TargetFieldState | None) -> None:
        """What is being written stays while the numbers go on."""
        if before is None or before.text != own.text:
            self.field.setText(own.text)
            self.tell_trouble("")
        self.field.setAccessibleName(own.name)
        self.field.setPlaceholderText(own.example)
        self.drop.setVisible(own.can_drop)
        self.default.setVisible(own.is_own)

    def _build_own(self) -> None:
        say = self._wording.say
        self._own = FlowRow(self)
        self.field = TextField(say(texts.OWN_TARGET), self._own, units=_FIELD_UNITS)
        self.keep = ActionButton(say(texts.KEEP_TARGET), self._own, kind="step")
        self.drop = ActionButton(say(texts.NO_TARGET), self._own, kind="step")
        self.default = ActionButton(say(texts.DEFAULT_TARGET), self._own, kind="step")
        self._trouble = TextLabel(TextStyle.SECONDARY, self, ink="bad", wraps=True)
        self._trouble.hide()
        label = TextLabel(TextStyle.BODY, self._own, ink="muted")
        label.setText(say(texts.OWN_TARGET))
        label.setBuddy(self.field)
        for part in (label, self.field):
            self._own.add(part)
        for button in (self.keep, self.drop, self.default):
            self._own.add(button)
        self.field.returnPressed.connect(self._on_kept)
        self.keep.clicked.connect(self._on_kept)
        self.drop.clicked.connect(self.target_dropped)
        self.default.clicked.connect(self.default_wanted)

    @Slot()
    def _on_kept(self) -> None:
        if self.field.text().strip():
            self.target_written.emit(self.field.text())
        else:
            self.default_wanted.emit()
