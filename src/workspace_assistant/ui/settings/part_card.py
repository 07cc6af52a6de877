"""PartCard: a part of the settings, with its rows and what resets them all."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from workspace_assistant.ui.settings import texts
from workspace_assistant.ui.settings.row_state import RowState
from workspace_assistant.ui.settings.setting_row import SettingRow
from workspace_assistant.ui.settings.view_state import PartState
from workspace_assistant.ui.theme.metrics import TextStyle, grid_px
from workspace_assistant.ui.widgets.action_button import ActionButton
from workspace_assistant.ui.widgets.flow_row import FlowRow
from workspace_assistant.ui.widgets.frames import PartFrame
from workspace_assistant.ui.widgets.long_word_label import LongWordLabel
from workspace_assistant.ui.widgets.text_label import TextLabel
from workspace_assistant.ui.wording.wording import Wording


class PartCard(PartFrame):
    """Rows are made when they are first shown."""

    chosen = Signal(str, str)
    written = Signal(str, str)
    reset_wanted = Signal(str)
    page_wanted = Signal(str)
    part_reset_wanted = Signal(str)
    more_wanted = Signal(str)

    def __init__(self, state: PartState, wording: Wording, parent: QWidget) -> None:
        super().__init__("card", parent)
        self._wording = wording
        self._name = state.name
        self.rows: dict[str, SettingRow] = {}
        say = wording.say
        self.setAccessibleName(state.title)
        self._title = TextLabel(TextStyle.TITLE, self, wraps=True)
        self._title.setText(state.title)
        self._intro = LongWordLabel(TextStyle.BODY, self, ink="muted")
        self._list = QVBoxLayout()
        self._list.setSpacing(grid_px(3.5))
        self._acts = FlowRow(self)
        self.more = ActionButton("", self._acts, kind="link")
        self.more.clicked.connect(self._on_more)
        self.reset = ActionButton(say(texts.RESET_SECTION), self._acts, kind="link")
        self.reset.setAccessibleName(say(texts.RESET_SECTION_NAMED, name=state.title))
        self.reset.clicked.connect(self._on_reset)
        self._acts.add(self.more)
        self._acts.add(self.reset)
        column = QVBoxLayout(self)
        column.setContentsMargins(grid_px(4.5), grid_px(3.5), grid_px(4.5), grid_px(4))
        column.setSpacing(grid_px(3))
        column.addWidget(self._title)
        column.addWidget(self._intro)
        column.addLayout(self._list)
        column.addWidget(self._acts)
        self.present(state)

    @property
    def controls(self) -> tuple[QWidget, ...]:
        """What can be operated, in reading order."""
        rows = (control for row in self.rows.values() for control in row.controls)
        return (*rows, self.more, self.reset)

    def present(self, state: PartState | None) -> None:
        """None where a search finds nothing in it."""
        self.setVisible(state is not None)
        if state is None:
            return
        self._intro.show_text(state.intro)
        self.more.setText(state.more)
        self.more.setAccessibleName(f"{state.more}: {state.title}")
        self.more.setVisible(bool(state.more))
        self.reset.setVisible(state.can_reset)
        self._acts.setVisible(bool(state.more) or state.can_reset)
        wanted = {row.key for row in state.rows}
        for key, row in self.rows.items():
            row.setVisible(key in wanted)
        for row_state in state.rows:
            self._present_row(row_state, state)

    def _present_row(self, state: RowState, part: PartState) -> None:
        row = self.rows.get(state.key)
        if row is not None:
            row.present(state)
            return
        row = SettingRow(state, self._wording, self)
        row.chosen.connect(self.chosen)
        row.written.connect(self.written)
        row.reset_wanted.connect(self.reset_wanted)
        row.page_wanted.connect(self.page_wanted)
        self.rows[state.key] = row
        self._put(row, state, part)

    def _put(self, row: SettingRow, state: RowState, part: PartState) -> None:
        """Where it belongs among those that are there already."""
        order = {one: rank for rank, one in enumerate(part.order)}
        place = sum(order[key] < order[state.key] for key in self.rows if key != state.key)
        self._list.insertWidget(place, row)
        row.show()
        self.rows = dict(sorted(self.rows.items(), key=lambda pair: order[pair[0]]))

    @Slot()
    def _on_more(self) -> None:
        self.more_wanted.emit(self._name)

    @Slot()
    def _on_reset(self) -> None:
        self.part_reset_wanted.emit(self._name)
