"""ComparePanel: several microphones side by side, and the one to use."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from workspace_assistant.core.readiness.microphone.model import MicrophoneDevice
from workspace_assistant.ui.microphone import texts
from workspace_assistant.ui.microphone.compare_state import CompareChoice, CompareState
from workspace_assistant.ui.microphone.compare_table import CompareTable
from workspace_assistant.ui.theme.metrics import TextStyle, grid_px
from workspace_assistant.ui.widgets.action_button import ActionButton
from workspace_assistant.ui.widgets.flow_row import FlowRow
from workspace_assistant.ui.widgets.frames import PartFrame
from workspace_assistant.ui.widgets.text_label import TextLabel
from workspace_assistant.ui.widgets.tick_box import TickBox
from workspace_assistant.ui.wording.wording import Wording

_WIDEST_USE_UNITS = 90


class ComparePanel(PartFrame):
    compare_wanted = Signal()
    ticked = Signal(str, bool)  # a microphone's id
    best_chosen = Signal(str, str)  # id and name

    def __init__(self, wording: Wording, parent: QWidget) -> None:
        super().__init__("card", parent)
        self._best: MicrophoneDevice | None = None
        self._title = TextLabel(TextStyle.TITLE, self)
        self._title.setText(wording.say(texts.SIDE_BY_SIDE))
        self.setAccessibleName(wording.say(texts.SIDE_BY_SIDE))
        self._hint = TextLabel(TextStyle.SECONDARY, self, ink="muted", wraps=True)
        self._choices = FlowRow(self)
        self._boxes: list[TickBox] = []
        self._buttons = FlowRow(self)
        self._compare = ActionButton("", self._buttons)
        self._compare.clicked.connect(self.compare_wanted)
        self._sentence = TextLabel(TextStyle.STRONG, self, wraps=True)
        self._table = CompareTable(self)
        self._use = ActionButton("", self)
        self._use.clicked.connect(self._on_use_clicked)
        self._build_column()

    @property
    def controls(self) -> tuple[QWidget, ...]:
        """What can be operated, in reading order."""
        return (*self._boxes, self._compare, self._use)

    def present(self, state: CompareState | None) -> None:
        self.setVisible(state is not None)
        if state is None:
            return
        self._best = state.best
        self._hint.show_text(state.hint)
        self._present_choices(state.choices, can_tick=state.can_tick)
        self._compare.setText(state.button)
        self._compare.setEnabled(state.is_enabled)
        self._buttons.setVisible(bool(state.button))
        self._sentence.show_text(state.sentence)
        self._use.setToolTip(state.use)
        self._use.setAccessibleName(state.use)
        self._use.setText(_short(state.use, self._use).replace("&", "&&"))
        self._use.setVisible(bool(state.use))
        self._use.setEnabled(state.can_tick)
        self._table.present(state.headings, state.rows)

    def _build_column(self) -> None:
        self._buttons.add(self._compare)
        column = QVBoxLayout(self)
        column.setContentsMargins(grid_px(4.5), grid_px(3.5), grid_px(4.5), grid_px(4))
        column.setSpacing(grid_px(2))
        parts = (self._title, self._hint, self._choices, self._buttons, self._sentence)
        for part in (*parts, self._table):
            column.addWidget(part)
        column.addWidget(self._use, 0, Qt.AlignmentFlag.AlignLeft)

    def _present_choices(self, choices: tuple[CompareChoice, ...], *, can_tick: bool) -> None:
        self._choices.setVisible(bool(choices))
        while len(self._boxes) < len(choices):
            box = TickBox("", self._choices)
            box.clicked.connect(self._on_ticked)
            self._boxes.append(box)
            self._choices.add(box)
        for index, box in enumerate(self._boxes):
            box.setVisible(index < len(choices))
            if index < len(choices):
                box.setText(choices[index].text.replace("&", "&&"))
                box.setProperty("microphone", choices[index].id)
                box.setChecked(choices[index].is_ticked)
                box.setEnabled(can_tick)

    @Slot()
    def _on_ticked(self) -> None:
        box = self.sender()
        if isinstance(box, TickBox):
            self.ticked.emit(box.property("microphone"), box.isChecked())

    @Slot()
    def _on_use_clicked(self) -> None:
        if self._best is not None:
            self.best_chosen.emit(self._best.id, self._best.name)


def _short(text: str, widget: QWidget) -> str:
    """*text*, its middle left out where a device's name is longer than the narrowest page."""
    metrics, room = widget.fontMetrics(), grid_px(_WIDEST_USE_UNITS)
    return metrics.elidedText(text, Qt.TextElideMode.ElideMiddle, room)
