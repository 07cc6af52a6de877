"""RunningPanel: the open block with its ring, and the few things to do with it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from workspace_assistant.ui.focus import texts
from workspace_assistant.ui.focus.running_state import RunningState
from workspace_assistant.ui.theme.metrics import TextStyle, grid_px
from workspace_assistant.ui.widgets.action_button import ActionButton
from workspace_assistant.ui.widgets.flow_row import FlowRow
from workspace_assistant.ui.widgets.frames import PartFrame
from workspace_assistant.ui.widgets.key_button import KeyButton
from workspace_assistant.ui.widgets.long_word_label import LongWordLabel
from workspace_assistant.ui.widgets.progress_ring import ProgressRing
from workspace_assistant.ui.widgets.state_icon import StateIcon
from workspace_assistant.ui.widgets.text_label import TextLabel
from workspace_assistant.ui.widgets.turning_row import TurningRow
from workspace_assistant.ui.wording.wording import Wording

MINI_KEYS = "Ctrl+M"
_RING_UNITS = 34


class RunningPanel(PartFrame):
    proceed_wanted = Signal()  # pause, or go on
    break_wanted = Signal()
    extend_wanted = Signal()
    stop_wanted = Signal()
    mini_wanted = Signal()

    def __init__(self, wording: Wording, parent: QWidget) -> None:
        super().__init__("hero", parent)
        self._wording = wording
        say = wording.say
        self.ring = ProgressRing(_RING_UNITS, self)
        self._icon = StateIcon(5, self, is_solid=True)
        self._state = TextLabel(TextStyle.STRONG, self)
        self._name = LongWordLabel(TextStyle.HERO, self)
        self._detail = TextLabel(TextStyle.BODY, self, wraps=True)
        self._sentence = TextLabel(TextStyle.STRONG, self, wraps=True)
        self._note = TextLabel(TextStyle.SECONDARY, self, ink="muted", wraps=True)
        self._buttons = FlowRow(self)
        self.proceed = KeyButton("", "P", self._buttons)
        self.extend = KeyButton(say(texts.EXTEND), "E", self._buttons)
        self.rest = KeyButton(say(texts.TAKE_BREAK), "K", self._buttons)
        self.stop = KeyButton(say(texts.STOP), "S", self._buttons)
        self.mini = ActionButton(say(texts.MINI_TIMER), self._buttons)
        for button, signal in (
            (self.proceed, self.proceed_wanted),
            (self.rest, self.break_wanted),
            (self.extend, self.extend_wanted),
            (self.stop, self.stop_wanted),
            (self.mini, self.mini_wanted),
        ):
            self._buttons.add(button)
            button.clicked.connect(signal)
        for key_button in (self.rest, self.extend, self.stop):
            self._name_key(key_button)
        self.mini.setToolTip(say(texts.WITH_KEY, action=self.mini.text(), key=MINI_KEYS))
        self._build_rows()

    @property
    def controls(self) -> tuple[QWidget, ...]:
        """What can be operated, in reading order."""
        return (self.proceed, self.rest, self.extend, self.stop, self.mini)

    def present(self, state: RunningState) -> None:
        word = self._wording.say(state.look.word)
        self.set_tone(state.look.tone)
        self._icon.show_look(state.look, word)
        self._state.setText(word)
        self._name.setText(state.name)
        self._detail.setText(state.detail)
        self._sentence.show_text(state.sentence)
        self._note.show_text(state.note)
        told = (f"{word}. {state.name}. {state.detail}.", state.sentence, state.note)
        self.setAccessibleName(" ".join(filter(None, told)))
        ring = state.ring
        self.ring.show_progress(ring.fraction, ring.digits, ring.below, ring.tone, ring.description)
        self.proceed.setText(state.proceed)
        self.proceed.set_kind("primary-key" if state.is_held else "key")
        self._name_key(self.proceed)
        self.extend.setVisible(state.can_extend)
        self.rest.setVisible(state.can_take_break)
        self._buttons.setVisible(state.can_act)

    def _name_key(self, button: KeyButton) -> None:
        name = self._wording.say(texts.WITH_KEY, action=button.text(), key=button.key)
        button.setAccessibleName(name)
        button.setToolTip(name)

    def _build_rows(self) -> None:
        standing = QHBoxLayout()
        standing.setSpacing(grid_px(1.5))
        standing.addWidget(self._icon)
        standing.addWidget(self._state, 1)
        words = QVBoxLayout()
        words.setSpacing(grid_px(1))
        words.addStretch(1)
        words.addLayout(standing)
        words.addWidget(self._name)
        words.addWidget(self._detail)
        words.addWidget(self._sentence)
        words.addWidget(self._note)
        words.addSpacing(grid_px(2))
        words.addWidget(self._buttons)
        words.addStretch(1)
        row = TurningRow(self)
        row.setContentsMargins(grid_px(6), grid_px(5), grid_px(6), grid_px(5))
        row.setSpacing(grid_px(6))
        row.addWidget(self.ring, 0, Qt.AlignmentFlag.AlignCenter)
        row.addLayout(words, 1)
