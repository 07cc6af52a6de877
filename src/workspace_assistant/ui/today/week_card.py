"""WeekCard: the week at a glance."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from workspace_assistant.ui.theme.metrics import TextStyle, grid_px
from workspace_assistant.ui.today import texts
from workspace_assistant.ui.today.week_column import WeekColumn
from workspace_assistant.ui.today.week_state import WeekState
from workspace_assistant.ui.widgets.action_button import ActionButton
from workspace_assistant.ui.widgets.frames import PartFrame
from workspace_assistant.ui.widgets.ribbon_legend import RibbonLegend
from workspace_assistant.ui.widgets.ribbon_parts import Part
from workspace_assistant.ui.widgets.text_label import TextLabel
from workspace_assistant.ui.wording.wording import Wording


class WeekCard(PartFrame):
    opened = Signal()

    def __init__(self, wording: Wording, parent: QWidget) -> None:
        super().__init__("card", parent)
        self._title = TextLabel(TextStyle.TITLE, self, wraps=True)
        self._summary = TextLabel(TextStyle.SECONDARY, self, ink="muted", wraps=True)
        self._targets = TextLabel(TextStyle.SECONDARY, self, ink="muted", wraps=True)
        self.open = ActionButton(wording.say(texts.WEEK_OPEN), self, kind="link")
        self.open.clicked.connect(self.opened)
        self._legend = RibbonLegend(self)
        self._legend.add_entry(Part.SHIFT, wording.say(texts.LEGEND_PLANNED))
        self._legend.add_entry(Part.WORK, wording.say(texts.LEGEND_WORKED))
        policy = QSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self._legend.setSizePolicy(policy)
        self.days: list[WeekColumn] = []
        self._row = QHBoxLayout()
        self._row.setSpacing(grid_px(1))
        column = QVBoxLayout(self)
        column.setContentsMargins(grid_px(4.5), grid_px(4), grid_px(4.5), grid_px(3.5))
        column.setSpacing(grid_px(1.5))
        head = QHBoxLayout()
        head.setSpacing(grid_px(4))
        head.addWidget(self._title, 1)
        head.addWidget(self._legend, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(head)
        column.addWidget(self._summary)
        column.addWidget(self._targets)
        column.addLayout(self._row)
        column.addWidget(self.open)
        column.addStretch(1)  # beside a card that is higher

    @property
    def controls(self) -> tuple[QWidget, ...]:
        """What can be operated, in reading order."""
        return (self.open,)

    def present(self, state: WeekState | None) -> None:
        self.setVisible(state is not None)
        if state is None:
            return
        self._title.setText(state.title)
        self._summary.setText(state.summary)
        self._targets.show_text(state.targets)
        while len(self.days) < len(state.days):
            made = WeekColumn(self)
            self.days.append(made)
            self._row.addWidget(made, 1)
        for widget, day in zip(self.days, state.days, strict=True):
            widget.show_day(day)
        told = (f"{state.title}.", state.summary, state.targets)
        self.setAccessibleName(" ".join(filter(None, told)))
