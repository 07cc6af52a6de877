"""ComparePanel: several microphones side by side, and the one to use."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from workspace_assistant.core.readiness.microphone.model import MicrophoneDevice
from workspace_assistant.ui.microphone import texts
from workspace_assistant.ui.microphone.compare_state import CompareChoice, CompareRow, CompareState
from workspace_assistant.ui.theme.metrics import TextStyle, grid_px
from workspace_assistant.ui.widgets.action_button import ActionButton
from workspace_assistant.ui.widgets.flow_row import FlowRow
from workspace_assistant.ui.widgets.frames import PartFrame
from workspace_assistant.ui.widgets.state_icon import StateIcon
from workspace_assistant.ui.widgets.text_label import TextLabel
from workspace_assistant.ui.widgets.tick_box import TickBox
from workspace_assistant.ui.wording.wording import Wording


class ComparePanel(PartFrame):
    compare_wanted = Signal()
    ticked = Signal(str, bool)  # a microphone's id
    best_chosen = Signal(str, str)  # id and name

    def __init__(self, wording: Wording, parent: QWidget) -> None:
        super().__init__("card", parent)
        self._best: MicrophoneDevice | None = None
        self._shown: tuple[CompareRow, ...] = ()
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
        self._table = QWidget(self)
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
        self._use.setText(state.use.replace("&", "&&"))
        self._use.setVisible(bool(state.use))
        self._use.setEnabled(state.can_tick)
        self._table.setVisible(bool(state.rows))
        if state.rows != self._shown:
            self._shown = state.rows
            self._replace_table(state.headings)

    def _build_column(self) -> None:
        self._buttons.add(self._compare)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(grid_px(4.5), grid_px(3.5), grid_px(4.5), grid_px(4))
        self._column.setSpacing(grid_px(2))
        parts = (self._title, self._hint, self._choices, self._buttons, self._sentence)
        for part in (*parts, self._table):
            self._column.addWidget(part)
        self._column.addWidget(self._use, 0, Qt.AlignmentFlag.AlignLeft)

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

    def _replace_table(self, headings: tuple[str, ...]) -> None:
        at = self._column.indexOf(self._table)
        self._column.removeWidget(self._table)
        self._table.hide()
        self._table.deleteLater()
        self._table = QWidget(self)
        self._grid = QGridLayout(self._table)
        self._grid.setContentsMargins(0, grid_px(1), 0, 0)
        self._grid.setHorizontalSpacing(grid_px(4))
        self._grid.setVerticalSpacing(grid_px(2))
        self._grid.setColumnStretch(0, 3)
        for column, heading in enumerate(headings):
            self._put(heading, 0, column + (column > 0), ink="muted")
            self._grid.setColumnStretch(column + 1, 2 if column else 0)
        for number, row in enumerate(self._shown, 1):
            self._add_row(number, row)
        self._column.insertWidget(at, self._table)

    def _add_row(self, number: int, row: CompareRow) -> None:
        icon = StateIcon(5, self._table)
        icon.show_look(row.look, row.word)
        self._put(row.name, number, 0)
        self._grid.addWidget(icon, number, 1, Qt.AlignmentFlag.AlignTop)
        self._put(row.word, number, 2)
        if row.why:
            self._put(row.why, number, 3, span=4, ink="muted")
        for column, cell in enumerate(row.cells, 3):
            self._put(cell, number, column)

    def _put(self, text: str, row: int, column: int, *, span: int = 1, ink: str = "") -> None:
        label = TextLabel(TextStyle.SECONDARY, self._table, ink=ink, wraps=True)
        label.setText(text)
        self._grid.addWidget(label, row, column, 1, span, Qt.AlignmentFlag.AlignTop)

    @Slot()
    def _on_ticked(self) -> None:
        box = self.sender()
        if isinstance(box, TickBox):
            self.ticked.emit(box.property("microphone"), box.isChecked())

    @Slot()
    def _on_use_clicked(self) -> None:
        if self._best is not None:
            self.best_chosen.emit(self._best.id, self._best.name)
