"""StepPanel: one question of the self-check, answered by mouse, keys or both."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)

from workspace_assistant.ui.ergonomics import texts
from workspace_assistant.ui.ergonomics.card_grid import CardGrid
from workspace_assistant.ui.ergonomics.step_state import StepState, band_at, option_at
from workspace_assistant.ui.ergonomics.timed_rows import TimedRows
from workspace_assistant.ui.overriding import override
from workspace_assistant.ui.theme.metrics import TextStyle, grid_px
from workspace_assistant.ui.widgets.action_button import ActionButton
from workspace_assistant.ui.widgets.flow_row import FlowRow
from workspace_assistant.ui.widgets.frames import PartFrame
from workspace_assistant.ui.widgets.key_button import KeyButton
from workspace_assistant.ui.widgets.text_label import TextLabel
from workspace_assistant.ui.wording.wording import Wording

_FINE_STEPS = 1000
_UNKNOWN_KEY = "0"
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class StepPanel(PartFrame):
    """Digits answer, 0 says “I don't know”, Enter goes on and Backspace goes back."""

    picked = Signal(str, str)  # question id, option id
    timed = Signal(str, str)  # a Timed, a Band
    forward_wanted = Signal()
    back_wanted = Signal()
    unknown_wanted = Signal()
    pause_wanted = Signal()

    def __init__(self, wording: Wording, parent: QWidget) -> None:
        super().__init__("card", parent)
        self._wording = wording
        self._shown: StepState | None = None
        self._progress = TextLabel(TextStyle.SECONDARY, self, ink="muted")
        self._part = TextLabel(TextStyle.SECONDARY, self, ink="muted", wraps=True)
        self._bar = QProgressBar(self)
        self._bar.setProperty("part", "steps")
        self._bar.setRange(0, _FINE_STEPS)
        self._bar.setTextVisible(False)
        self._prompt = TextLabel(TextStyle.HERO, self, wraps=True)
        self._help = TextLabel(TextStyle.BODY, self, ink="muted", wraps=True)
        self.options = CardGrid(self)
        self._more_prompt = TextLabel(TextStyle.STRONG, self, wraps=True)
        self.more = CardGrid(self)
        self.rows = TimedRows(wording, self)
        self._note = TextLabel(TextStyle.SECONDARY, self, ink="muted", wraps=True)
        self._keys = TextLabel(TextStyle.FOOTER, self, ink="muted", wraps=True)
        self._build_acts()
        self._build_column()
        self.options.picked.connect(self.picked)
        self.more.picked.connect(self.picked)
        self.rows.timed.connect(self.timed)
        self.hide()

    @property
    def controls(self) -> tuple[QWidget, ...]:
        """What can be operated, in reading order."""
        cards = (*self.options.cards, *self.more.cards)
        rows = self.rows.controls if not self.rows.isHidden() else ()
        return (*cards, *rows, self.back, self.unknown, self.next, self.pause)

    def present(self, state: StepState | None) -> None:
        self.setVisible(state is not None)
        before, self._shown = self._shown, state
        if state is None or state == before:
            return
        self._progress.setText(state.progress)
        self._part.setText(state.part)
        self._bar.setValue(round(state.fraction * _FINE_STEPS))
        self._bar.setAccessibleName(state.progress)
        self._prompt.setText(state.prompt)
        self._help.show_text(state.help)
        self.options.present(state.options, are_boxes=not state.is_choice)
        self.options.setAccessibleName(state.prompt)
        self._more_prompt.show_text(state.more_prompt)
        self.more.setAccessibleName(state.more_prompt)
        self.more.present(state.more, are_boxes=True)
        self.rows.present(state.timed, state.meanings)
        self._note.show_text(state.note)
        self._keys.setText(state.keys)
        self.next.setText(state.next_text)
        self.next.setEnabled(state.can_go_on)
        self.back.setEnabled(state.can_go_back)
        self.setAccessibleName(f"{state.progress}. {state.prompt} {state.help}")
        if before is None or before.number != state.number:
            self._order_tabs()
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in _ENTER:
            self._enter()
        elif key == Qt.Key.Key_Backspace and self.back.isEnabled():
            self.back_wanted.emit()
        elif event.text() == _UNKNOWN_KEY:
            self.unknown_wanted.emit()
        elif not self._answer(event.text()):
            super().keyPressEvent(event)

    def _enter(self) -> None:
        """Goes on, wherever the focus is; another button is pressed."""
        focused = QApplication.focusWidget()
        if isinstance(focused, ActionButton) and focused in self._others:
            focused.click()
        elif self.next.isEnabled():
            self.forward_wanted.emit()

    @property
    def _others(self) -> tuple[ActionButton, ...]:
        return (self.back, self.unknown, self.pause)

    def _answer(self, key: str) -> bool:
        if self._shown is None or not key:
            return False
        found, said = option_at(self._shown, key), band_at(self._shown, key)
        if found is not None:
            self.picked.emit(found.question_id, found.option_id)
        elif said is not None:
            self.timed.emit(*said)
        return found is not None or said is not None

    def _order_tabs(self) -> None:
        for one, following in pairwise((self, *self.controls)):
            QWidget.setTabOrder(one, following)

    def _build_acts(self) -> None:
        say = self._wording.say
        self._acts = FlowRow(self)
        self.back = ActionButton(say(texts.BACK), self._acts)
        self.unknown = KeyButton(say(texts.DO_NOT_KNOW), _UNKNOWN_KEY, self._acts)
        self.next = ActionButton("", self._acts, kind="primary")
        self.pause = ActionButton(say(texts.PAUSE), self._acts, kind="link")
        for button, wanted in (
            (self.back, self.back_wanted),
            (self.unknown, self.unknown_wanted),
            (self.next, self.forward_wanted),
            (self.pause, self.pause_wanted),
        ):
            button.clicked.connect(wanted)
            self._acts.add(button)

    def _build_column(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(grid_px(4))
        top.addWidget(self._part, 1)
        top.addWidget(self._progress)
        column = QVBoxLayout(self)
        column.setContentsMargins(grid_px(6), grid_px(5), grid_px(6), grid_px(5))
        column.setSpacing(grid_px(3))
        column.addLayout(top)
        column.addWidget(self._bar)
        for part in (
            self._prompt,
            self._help,
            self.options,
            self._more_prompt,
            self.more,
            self.rows,
            self._note,
            self._acts,
            self._keys,
        ):
            column.addWidget(part)
