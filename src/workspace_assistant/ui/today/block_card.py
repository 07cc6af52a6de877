"""BlockCard: the running block with a small ring, or the way to start one."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from workspace_assistant.ui.focus.session import FocusSession
from workspace_assistant.ui.theme.metrics import TextStyle, grid_px
from workspace_assistant.ui.today import texts
from workspace_assistant.ui.today.block_state import BlockState, OpenBlockState
from workspace_assistant.ui.widgets.action_button import ActionButton
from workspace_assistant.ui.widgets.big_number import BigNumber
from workspace_assistant.ui.widgets.flow_row import FlowRow
from workspace_assistant.ui.widgets.frames import PartFrame
from workspace_assistant.ui.widgets.progress_ring import ProgressRing
from workspace_assistant.ui.widgets.state_icon import StateIcon
from workspace_assistant.ui.widgets.text_label import TextLabel
from workspace_assistant.ui.wording.wording import Wording

_RING_UNITS = 24


class BlockCard(PartFrame):
    focus_wanted = Signal()

    def __init__(self, session: FocusSession, wording: Wording, parent: QWidget) -> None:
        super().__init__("card", parent)
        self._wording = wording
        say = wording.say
        self.ring = ProgressRing(_RING_UNITS, self)
        self._icon = StateIcon(5.5, self)
        self._title = TextLabel(TextStyle.TITLE, self, wraps=True)
        self._number = BigNumber(self)
        self._name = TextLabel(TextStyle.STRONG, self, wraps=True)
        self._detail = TextLabel(TextStyle.SECONDARY, self, ink="muted", wraps=True)
        self._buttons = FlowRow(self)
        self.start = ActionButton(say(texts.START_BLOCK), self._buttons)
        self.proceed = ActionButton("", self._buttons)
        self.stop = ActionButton(say(texts.STOP), self._buttons)
        self.answer = ActionButton(say(texts.ANSWER), self._buttons)
        for button, slot in (
            (self.start, self.focus_wanted),
            (self.proceed, session.proceed),
            (self.stop, session.stop),
            (self.answer, self.focus_wanted),
        ):
            self._buttons.add(button)
            button.clicked.connect(slot)
        self._build_rows()

    @property
    def controls(self) -> tuple[QWidget, ...]:
        return (self.start, self.proceed, self.stop, self.answer)

    def present(self, state: BlockState) -> None:
        running = state.running
        self.ring.setVisible(running is not None)
        self._icon.setVisible(running is not None)
        self._title.setText(state.title)
        self._number.show_number(state.number, state.unit)
        self._name.show_text(running.name if running else "")
        self._detail.show_text(running.sentence if running else state.detail or state.trouble)
        self.start.setVisible(running is None and not state.trouble)
        for button in (self.proceed, self.stop):
            button.setVisible(running is not None and running.can_act)
        self.answer.setVisible(running is not None and not running.can_act)
        if running is not None:
            self._present_running(running)
        told = (state.title, self._name.text(), state.number, state.unit, self._detail.text())
        self.setAccessibleName(" ".join(filter(None, told)))

    def _present_running(self, state: OpenBlockState) -> None:
        ring = state.ring
        self.ring.show_progress(ring.fraction, ring.digits, ring.below, ring.tone, ring.description)
        self._icon.show_look(state.look, self._wording.say(state.look.word))
        self.proceed.setText(state.proceed)

    def _build_rows(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(grid_px(2))
        head.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self._title, 1)
        words = QVBoxLayout()
        words.setSpacing(grid_px(1.5))
        words.addLayout(head)
        for part in (self._number, self._name, self._detail):
            words.addWidget(part)
        words.addStretch(1)
        words.addSpacing(grid_px(0.5))
        words.addWidget(self._buttons)
        row = QHBoxLayout(self)
        row.setContentsMargins(grid_px(4.5), grid_px(4), grid_px(4.5), grid_px(4))
        row.setSpacing(grid_px(4.5))
        row.addLayout(words, 1)
        row.addWidget(self.ring, 0, Qt.AlignmentFlag.AlignVCenter)
