"""SourcesPanel: calendars and patterns that shifts come from, and the ways to add one."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from workspace_assistant.ui.shifts import texts
from workspace_assistant.ui.shifts.source_row import SourceRow
from workspace_assistant.ui.shifts.source_state import SourceRowState
from workspace_assistant.ui.theme.metrics import TextStyle, grid_px
from workspace_assistant.ui.widgets.action_button import ActionButton
from workspace_assistant.ui.widgets.flow_row import FlowRow
from workspace_assistant.ui.widgets.frames import PartFrame
from workspace_assistant.ui.widgets.text_label import TextLabel
from workspace_assistant.ui.wording.wording import Wording


class SourcesPanel(PartFrame):
    subscribe_wanted = Signal()
    import_wanted = Signal()
    pattern_wanted = Signal()
    refresh_wanted = Signal(str)  # source id
    change_wanted = Signal(str)
    remove_wanted = Signal(str)
    remove_settled = Signal(str)
    remove_left = Signal()

    def __init__(self, wording: Wording, parent: QWidget) -> None:
        super().__init__("card", parent)
        self._wording = wording
        say = wording.say
        title = TextLabel(TextStyle.TITLE, self, wraps=True)
        title.setText(say(texts.SOURCES_TITLE))
        self.setAccessibleName(say(texts.SOURCES_TITLE))
        self._empty = TextLabel(TextStyle.BODY, self, ink="muted", wraps=True)
        self._rows: list[SourceRow] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self._build_acts()
        column = QVBoxLayout(self)
        column.setContentsMargins(grid_px(4.5), grid_px(3.5), grid_px(4.5), grid_px(4))
        column.setSpacing(grid_px(2))
        column.addWidget(title)
        column.addWidget(self._empty)
        column.addLayout(self._list)
        column.addWidget(self._acts)
        self.hide()

    @property
    def rows(self) -> tuple[SourceRow, ...]:
        return tuple(row for row in self._rows if not row.isHidden())

    @property
    def controls(self) -> tuple[QWidget, ...]:
        """What can be operated, in reading order."""
        inside = (one for row in self._rows for one in row.controls)
        return (*inside, self.subscribe, self.take_over, self.pattern)

    def present(self, states: tuple[SourceRowState, ...] | None) -> None:
        self.setVisible(states is not None)
        if states is None:
            return
        self._empty.show_text("" if states else self._wording.say(texts.SOURCES_EMPTY))
        while len(self._rows) < len(states):
            self._rows.append(self._new_row())
        for index, row in enumerate(self._rows):
            row.setVisible(index < len(states))
            if index < len(states):
                row.present(states[index])

    def _new_row(self) -> SourceRow:
        row = SourceRow(self._wording, self)
        row.refresh_wanted.connect(self.refresh_wanted)
        row.change_wanted.connect(self.change_wanted)
        row.remove_wanted.connect(self.remove_wanted)
        row.remove_settled.connect(self.remove_settled)
        row.remove_left.connect(self.remove_left)
        self._list.addWidget(row)
        return row

    def _build_acts(self) -> None:
        say = self._wording.say
        self._acts = FlowRow(self)
        self.subscribe = ActionButton(say(texts.SUBSCRIBE), self._acts, kind="step")
        self.take_over = ActionButton(say(texts.IMPORT_FILE), self._acts, kind="step")
        self.pattern = ActionButton(say(texts.ADD_PATTERN), self._acts, kind="step")
        for button, signal in (
            (self.subscribe, self.subscribe_wanted),
            (self.take_over, self.import_wanted),
            (self.pattern, self.pattern_wanted),
        ):
            button.clicked.connect(signal)
            self._acts.add(button)
