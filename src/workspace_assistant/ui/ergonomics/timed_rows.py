"""TimedRows: how long each thing is used, as the log has it, to be corrected."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from workspace_assistant.core.ergonomics.model import Band, Timed
from workspace_assistant.core.ergonomics.texts import DURATION_PROMPTS
from workspace_assistant.ui.ergonomics import texts
from workspace_assistant.ui.ergonomics.step_state import TimedState, band_meaning
from workspace_assistant.ui.theme.metrics import TextStyle, grid_px
from workspace_assistant.ui.widgets.chips import Chips
from workspace_assistant.ui.widgets.frames import PartFrame
from workspace_assistant.ui.widgets.text_label import TextLabel
from workspace_assistant.ui.wording.wording import Wording


class TimedRows(QWidget):
    timed = Signal(str, str)  # a Timed, a Band

    def __init__(self, wording: Wording, parent: QWidget) -> None:
        super().__init__(parent)
        self._meanings = TextLabel(TextStyle.SECONDARY, self, ink="muted", wraps=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._meanings)
        column.addSpacing(grid_px(2))
        self.rows = {what: _Row(what, wording, self) for what in Timed}
        for what, row in self.rows.items():
            column.addWidget(row)
            row.chips.chosen.connect(partial(self.timed.emit, what.value))

    @property
    def controls(self) -> tuple[QWidget, ...]:
        """What can be operated, in reading order."""
        shown = (row for row in self.rows.values() if not row.isHidden())
        return tuple(chip for row in shown for chip in row.chips.chips)

    def present(self, states: tuple[TimedState, ...], meanings: tuple[str, ...]) -> None:
        self.setVisible(bool(states))
        self._meanings.show_text("\n".join(meanings))
        there = {one.timed: one for one in states}
        for what, row in self.rows.items():
            row.present(there.get(what))


class _Row(PartFrame):
    def __init__(self, what: Timed, wording: Wording, parent: QWidget) -> None:
        super().__init__("row", parent)
        say = wording.say
        name = say(DURATION_PROMPTS[what])
        self._label = TextLabel(TextStyle.BODY, self, wraps=True)
        self._label.setText(name)
        self.chips = Chips(name, self)
        for band in Band:
            meaning = band_meaning(band, wording)
            self.chips.add_chip(band.value, say(texts.BANDS[band]), meaning)
        self._basis = TextLabel(TextStyle.SECONDARY, self, ink="muted", wraps=True)
        policy = self.chips.sizePolicy()
        policy.setHorizontalPolicy(QSizePolicy.Policy.Maximum)
        self.chips.setSizePolicy(policy)
        words = QVBoxLayout()
        words.setSpacing(grid_px(0.5))
        words.addWidget(self._label)
        words.addWidget(self._basis)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, grid_px(2.5), 0, grid_px(2.5))
        row.setSpacing(grid_px(4))
        row.addLayout(words, 1)
        row.addWidget(self.chips, 0, Qt.AlignmentFlag.AlignVCenter)

    def present(self, state: TimedState | None) -> None:
        self.setVisible(state is not None)
        if state is not None:
            self._basis.show_text(state.basis)
            self.chips.choose(state.value)
