"""GoalsPanel: how far own goals are, beside each other where there is room."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from workspace_assistant.ui.theme.metrics import TextStyle, grid_px
from workspace_assistant.ui.week import texts
from workspace_assistant.ui.week.goal_state import GoalState
from workspace_assistant.ui.widgets.flow_grid import FlowGrid
from workspace_assistant.ui.widgets.frames import PartFrame
from workspace_assistant.ui.widgets.state_icon import StateIcon
from workspace_assistant.ui.widgets.text_label import TextLabel
from workspace_assistant.ui.wording.wording import Wording

_FINE_STEPS = 1000


class GoalsPanel(PartFrame):
    def __init__(self, wording: Wording, parent: QWidget) -> None:
        super().__init__("card", parent)
        title = TextLabel(TextStyle.TITLE, self, wraps=True)
        title.setText(wording.say(texts.GOALS_TITLE))
        self.setAccessibleName(wording.say(texts.GOALS_TITLE))
        self._grid = FlowGrid(self)
        self._goals: list[GoalPart] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(grid_px(4.5), grid_px(4), grid_px(4.5), grid_px(4.5))
        column.setSpacing(grid_px(3))
        column.addWidget(title)
        column.addWidget(self._grid)
        self.hide()

    @property
    def goals(self) -> tuple[GoalPart, ...]:
        return tuple(one for one in self._goals if not one.isHidden())

    def present(self, states: Sequence[GoalState]) -> None:
        self.setVisible(bool(states))
        if not states:
            return
        while len(self._goals) < len(states):
            part = GoalPart(self._grid)
            part.hide()  # until the grid shows it
            self._goals.append(part)
        for part, state in zip(self._goals, states, strict=False):
            part.present(state)
        self._grid.set_items(list(self._goals[: len(states)]))


class GoalPart(QWidget):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._icon = StateIcon(4.5, self)
        self._title = TextLabel(TextStyle.STRONG, self, wraps=True)
        self._sentence = TextLabel(TextStyle.SECONDARY, self, ink="muted", wraps=True)
        self._bar = QProgressBar(self)
        self._bar.setProperty("part", "steps")
        self._bar.setRange(0, _FINE_STEPS)
        self._bar.setTextVisible(False)
        head = QHBoxLayout()
        head.setSpacing(grid_px(2))
        head.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self._title, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, grid_px(2), 0)
        column.setSpacing(grid_px(1.5))
        column.addLayout(head)
        column.addWidget(self._bar)
        column.addWidget(self._sentence)
        column.addStretch(1)

    @property
    def sentence(self) -> str:
        return self._sentence.text()

    def present(self, state: GoalState) -> None:
        self._icon.show_look(state.look, state.state)
        self._title.setText(state.title)
        self._sentence.setText(state.sentence)
        self._bar.setVisible(state.fraction is not None)
        self._bar.setValue(round((state.fraction or 0.0) * _FINE_STEPS))
        self._bar.setAccessibleName(state.title)
        self.setAccessibleName(f"{state.title}: {state.state}. {state.sentence}")
