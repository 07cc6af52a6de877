"""DaysPanel: the seven days, to mark those that are off."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from workspace_assistant.core.leave.model import LeaveKind
from workspace_assistant.ui.overriding import override
from workspace_assistant.ui.theme.metrics import TextStyle, grid_px
from workspace_assistant.ui.week import texts
from workspace_assistant.ui.week.day_state import DayRowState, kinds
from workspace_assistant.ui.week.days_off_form import DaysOffForm
from workspace_assistant.ui.widgets.chips import Chips
from workspace_assistant.ui.widgets.flow_row import FlowRow
from workspace_assistant.ui.widgets.frames import PartFrame
from workspace_assistant.ui.widgets.text_label import TextLabel
from workspace_assistant.ui.wording.wording import Wording

_NAME_UNITS = 60


class DaysPanel(PartFrame):
    marked = Signal(object, object)  # a date, and a `LeaveKind` or None

    def __init__(self, wording: Wording, parent: QWidget) -> None:
        super().__init__("card", parent)
        self._wording = wording
        title = TextLabel(TextStyle.TITLE, self, wraps=True)
        title.setText(wording.say(texts.DAYS_TITLE))
        self.setAccessibleName(wording.say(texts.DAYS_TITLE))
        intro = TextLabel(TextStyle.BODY, self, ink="muted", wraps=True)
        intro.setText(wording.say(texts.DAYS_INTRO))
        self.rows: list[DayRow] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(grid_px(4.5), grid_px(4), grid_px(4.5), grid_px(3))
        column.setSpacing(grid_px(1))
        column.addWidget(title)
        column.addWidget(intro)
        column.addSpacing(grid_px(2))
        column.addLayout(self._list)
        self.form = DaysOffForm(wording, self)
        column.addWidget(self.form)
        self.hide()

    @property
    def controls(self) -> tuple[QWidget, ...]:
        """What can be operated, in reading order."""
        chips = (chip for row in self.rows for chip in row.kinds.chips)
        return (*chips, *self.form.controls)

    def present(self, states: Sequence[DayRowState]) -> None:
        self.setVisible(bool(states))
        while len(self.rows) < len(states):
            row = DayRow(self._wording, self)
            row.marked.connect(self.marked)
            self.rows.append(row)
            self._list.addWidget(row)
        for row, state in zip(self.rows, states, strict=False):
            row.present(state)
        widest = max((row.words_px for row in self.rows), default=0)
        for row in self.rows:
            row.set_words_width(widest)


class DayRow(PartFrame):
    marked = Signal(object, object)

    def __init__(self, wording: Wording, parent: QWidget) -> None:
        super().__init__("row", parent)
        self._shown: DayRowState | None = None
        flow = FlowRow(self)
        self._words = words = _Words(flow)
        self._name = TextLabel(TextStyle.BODY, words, wraps=True)
        self._detail = TextLabel(TextStyle.SECONDARY, words, ink="muted", wraps=True)
        column = QVBoxLayout(words)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._name)
        column.addWidget(self._detail)
        self.kinds = Chips("", flow)
        for value, text in kinds(wording):
            self.kinds.add_chip(value, text)
        self.kinds.chosen.connect(self._on_chosen)
        flow.add(words)
        flow.add(self.kinds)
        outside = QVBoxLayout(self)
        outside.setContentsMargins(0, grid_px(2), 0, grid_px(2))
        outside.addWidget(flow)

    @property
    def words_px(self) -> int:
        """How wide its words are."""
        labels = (self._name, self._detail)
        return max(one.fontMetrics().horizontalAdvance(one.text()) for one in labels)

    def set_words_width(self, width_px: int) -> None:
        """The choices of all days stand below each other."""
        self._words.want(max(width_px, grid_px(_NAME_UNITS)))

    def present(self, state: DayRowState) -> None:
        before, self._shown = self._shown, state
        if state != before:
            self._name.setText(state.name)
            self._detail.setText(state.detail)
            self.kinds.set_name(state.choice)
            self.setAccessibleName(f"{state.name}: {state.detail}")
        self.kinds.choose(state.kind)

    @Slot(str)
    def _on_chosen(self, value: str) -> None:
        if self._shown is not None and value != self._shown.kind:
            on: date = self._shown.on
            self.marked.emit(on, LeaveKind(value) if value else None)


class _Words(QWidget):
    """As wide as is wanted, where there is so much room."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._wanted_px = 0

    def want(self, width_px: int) -> None:
        if width_px != self._wanted_px:
            self._wanted_px = width_px
            self.updateGeometry()

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._wanted_px, self.heightForWidth(self._wanted_px))

    @override
    def minimumSizeHint(self) -> QSize:
        """None of its own: Qt would ask for as many lines as a narrow text has."""
        return QSize(0, 0)
