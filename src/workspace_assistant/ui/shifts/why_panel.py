"""WhyPanel: the why-log, newest first."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from workspace_assistant.ui.shifts import texts
from workspace_assistant.ui.shifts.why_state import WhyRowState, WhyState
from workspace_assistant.ui.theme.metrics import TextStyle, grid_px
from workspace_assistant.ui.widgets.action_button import ActionButton
from workspace_assistant.ui.widgets.frames import PartFrame
from workspace_assistant.ui.widgets.state_icon import StateIcon
from workspace_assistant.ui.widgets.text_label import TextLabel
from workspace_assistant.ui.widgets.turning_row import TurningRow
from workspace_assistant.ui.wording.wording import Wording


class WhyPanel(PartFrame):
    more_wanted = Signal()

    def __init__(self, wording: Wording, parent: QWidget) -> None:
        super().__init__("card", parent)
        say = wording.say
        title = TextLabel(TextStyle.TITLE, self, wraps=True)
        title.setText(say(texts.WHY_TITLE))
        self.setAccessibleName(say(texts.WHY_TITLE))
        self._empty = TextLabel(TextStyle.BODY, self, ink="muted", wraps=True)
        self._rows: list[WhyRow] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self.more = ActionButton(say(texts.WHY_MORE), self, kind="step")
        self.more.clicked.connect(self.more_wanted)
        column = QVBoxLayout(self)
        column.setContentsMargins(grid_px(4.5), grid_px(3.5), grid_px(4.5), grid_px(4))
        column.setSpacing(grid_px(2))
        column.addWidget(title)
        column.addWidget(self._empty)
        column.addLayout(self._list)
        column.addWidget(self.more)
        self.hide()

    @property
    def controls(self) -> tuple[QWidget, ...]:
        """What can be operated, in reading order."""
        return (self.more,)

    @property
    def rows(self) -> tuple[WhyRow, ...]:
        return tuple(row for row in self._rows if not row.isHidden())

    def present(self, state: WhyState | None) -> None:
        self.setVisible(state is not None)
        if state is None:
            return
        self._empty.show_text(state.empty)
        self.more.setVisible(state.has_more)
        while len(self._rows) < len(state.rows):
            self._rows.append(WhyRow(self))
            self._list.addWidget(self._rows[-1])
        for index, row in enumerate(self._rows):
            row.setVisible(index < len(state.rows))
            if index < len(state.rows):
                row.present(state.rows[index])


class WhyRow(PartFrame):
    """A line of the why-log."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("row", parent)
        self._shown: WhyRowState | None = None
        self._icon = StateIcon(5, self)
        self._title = TextLabel(TextStyle.STRONG, self, wraps=True)
        self._reason = TextLabel(TextStyle.SECONDARY, self, ink="muted", wraps=True)
        self._when = TextLabel(TextStyle.SECONDARY, self, ink="muted")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._title)
        words.addWidget(self._reason)
        row = TurningRow(self)
        row.setContentsMargins(0, grid_px(2), 0, grid_px(2))
        row.setSpacing(grid_px(3))
        top = Qt.AlignmentFlag.AlignTop
        row.addWidget(self._icon, 0, top)
        row.addLayout(words, 1)
        row.addWidget(self._when, 0, top)

    def present(self, state: WhyRowState) -> None:
        if state == self._shown:
            return
        self._shown = state
        self._icon.show_look(state.look, state.state)
        self._title.setText(state.title)
        self._reason.setText(state.reason)
        self._when.setText(state.when)
        self.setAccessibleName(". ".join((state.when, state.title, state.reason)))
