"""LineCard: the switch of the watch over the line, and what it saw today."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from workspace_assistant.core.readiness.model import Severity
from workspace_assistant.ui.theme.metrics import TextStyle, grid_px
from workspace_assistant.ui.today import line_texts as texts
from workspace_assistant.ui.today.line_state import EventState, LineState
from workspace_assistant.ui.verdict_look import SEVERITY_LOOKS
from workspace_assistant.ui.widgets.frames import PartFrame
from workspace_assistant.ui.widgets.state_icon import StateIcon
from workspace_assistant.ui.widgets.text_label import TextLabel
from workspace_assistant.ui.widgets.tick_box import TickBox
from workspace_assistant.ui.wording.wording import Wording

_LOOK = SEVERITY_LOOKS[Severity.CAUTION]


class LineCard(PartFrame):
    switched = Signal(bool)

    def __init__(self, wording: Wording, parent: QWidget) -> None:
        super().__init__("card", parent)
        self._state_word = wording.say(_LOOK.word)
        self._is_on = False
        title = TextLabel(TextStyle.TITLE, self, wraps=True)
        title.setText(wording.say(texts.TITLE))
        self._title = title
        self._summary = TextLabel(TextStyle.BODY, self, wraps=True)
        self._rows: list[EventRow] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self._more = TextLabel(
            TextStyle.SECONDARY, self, ink="muted", wraps=True, is_selectable=True
        )
        self.switch = TickBox(wording.say(texts.SWITCH), self)
        self.switch.clicked.connect(self.switched)
        self._hint = TextLabel(TextStyle.SECONDARY, self, ink="muted", wraps=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(grid_px(4.5), grid_px(4), grid_px(4.5), grid_px(4))
        column.setSpacing(grid_px(1.5))
        column.addWidget(title)
        column.addWidget(self._summary)
        column.addLayout(self._list)
        column.addWidget(self._more)
        column.addSpacing(grid_px(1))
        column.addWidget(self.switch, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._hint)
        column.addStretch(1)  # beside a card that is higher
        self.hide()

    @property
    def controls(self) -> tuple[QWidget, ...]:
        return (self.switch,)

    @property
    def rows(self) -> tuple[EventRow, ...]:
        return tuple(row for row in self._rows if not row.isHidden())

    def present(self, state: LineState | None) -> None:
        self.setVisible(state is not None)
        if state is None:
            return
        self._summary.setText(state.summary)
        self._more.show_text(state.more)
        self._is_on = state.is_on
        self.take_back()
        self.switch.setAccessibleDescription(state.hint)
        self._hint.setText(state.hint)
        self._present_events(state.events)
        self.setAccessibleName(f"{self._title.text()}. {state.summary}")

    @Slot()
    def take_back(self) -> None:
        """The switch shows what is kept, whatever was clicked."""
        self.switch.setChecked(self._is_on)

    def _present_events(self, events: tuple[EventState, ...]) -> None:
        while len(self._rows) < len(events):
            self._rows.append(EventRow(self._state_word, self))
            self._list.addWidget(self._rows[-1])
        for index, row in enumerate(self._rows):
            row.setVisible(index < len(events))
            if index < len(events):
                row.present(events[index])


class EventRow(PartFrame):
    """One event: evidence that can be copied."""

    def __init__(self, state_word: str, parent: QWidget) -> None:
        super().__init__("row", parent)
        icon = StateIcon(5, self)
        icon.show_look(_LOOK, state_word)
        self._when = TextLabel(TextStyle.STRONG, self, wraps=True, is_selectable=True)
        self._what = TextLabel(
            TextStyle.SECONDARY, self, ink="muted", wraps=True, is_selectable=True
        )
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._when)
        words.addWidget(self._what)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, grid_px(2), 0, grid_px(2))
        row.setSpacing(grid_px(3))
        row.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)

    def present(self, state: EventState) -> None:
        self._when.setText(state.when)
        self._what.setText(state.what)
        self.setAccessibleName(f"{state.when} {state.what}")
