"""IndicatorsPanel: the numbers of the week by topic."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from workspace_assistant.ui.theme.metrics import TextStyle, grid_px
from workspace_assistant.ui.week import texts
from workspace_assistant.ui.week.indicator_row import IndicatorRow
from workspace_assistant.ui.week.indicator_state import IndicatorsState
from workspace_assistant.ui.widgets.action_button import ActionButton
from workspace_assistant.ui.widgets.frames import PartFrame
from workspace_assistant.ui.widgets.text_label import TextLabel
from workspace_assistant.ui.wording.wording import Wording


class IndicatorsPanel(PartFrame):
    laid_open = Signal(str)  # the id of an indicator
    unknown_toggled = Signal()
    target_written = Signal(str, str)  # the id, and the text of the field
    target_dropped = Signal(str)
    default_wanted = Signal(str)

    def __init__(self, wording: Wording, parent: QWidget) -> None:
        super().__init__("card", parent)
        self._wording = wording
        self._shown: IndicatorsState | None = None
        title = TextLabel(TextStyle.TITLE, self, wraps=True)
        title.setText(wording.say(texts.INDICATORS_TITLE))
        self.setAccessibleName(wording.say(texts.INDICATORS_TITLE))
        self._rows: dict[str, IndicatorRow] = {}
        self._headings: dict[str, TextLabel] = {}
        self._order: list[str] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self.more = ActionButton("", self, kind="link")
        self.more.clicked.connect(self.unknown_toggled)
        column = QVBoxLayout(self)
        column.setContentsMargins(grid_px(4.5), grid_px(4), grid_px(4.5), grid_px(3.5))
        column.setSpacing(0)
        column.addWidget(title)
        column.addLayout(self._list)
        column.addSpacing(grid_px(2))
        column.addWidget(self.more)
        self.hide()

    @property
    def controls(self) -> tuple[QWidget, ...]:
        """What can be operated, in reading order."""
        return (*(one for row in self.rows for one in row.controls), self.more)

    @property
    def rows(self) -> tuple[IndicatorRow, ...]:
        return tuple(self._rows[one] for one in self._order)

    def row(self, indicator_id: str) -> IndicatorRow:
        return self._rows[indicator_id]

    def present(self, state: IndicatorsState | None) -> None:
        self.setVisible(state is not None)
        if state is None or state == self._shown:
            return
        self._shown = state
        order = [row.id for group in state.groups for row in group.rows]
        if order != self._order:
            self._arrange(state)
        self._order = order
        for group in state.groups:
            for row in group.rows:
                self._rows[row.id].present(row)
        self.more.setText(state.more)
        self.more.setVisible(bool(state.more))

    def _arrange(self, state: IndicatorsState) -> None:
        """Rows stay what they are: one that has the focus keeps it."""
        for part in (*self._rows.values(), *self._headings.values()):
            self._list.removeWidget(part)
            part.hide()
        for group in state.groups:
            self._list.addWidget(self._heading(group.title))
            for index, row in enumerate(group.rows):
                part = self._made(row.id)
                part.set_first(is_first=index == 0)
                self._list.addWidget(part)
                part.show()

    def _heading(self, title: str) -> TextLabel:
        if title not in self._headings:
            made = TextLabel(TextStyle.SECONDARY, self, ink="muted", wraps=True)
            made.setText(title)
            made.setContentsMargins(0, grid_px(4), 0, grid_px(1))
            self._headings[title] = made
        self._headings[title].show()
        return self._headings[title]

    def _made(self, indicator_id: str) -> IndicatorRow:
        if indicator_id not in self._rows:
            row = IndicatorRow(indicator_id, self._wording, self)
            row.laid_open.connect(self.laid_open)
            row.target_written.connect(self.target_written)
            row.target_dropped.connect(self.target_dropped)
            row.default_wanted.connect(self.default_wanted)
            self._rows[indicator_id] = row
        return self._rows[indicator_id]
