"""DayCard: the day as a sentence and a ribbon within the frame of its shifts."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from workspace_assistant.ui.focus import texts as focus_texts
from workspace_assistant.ui.theme.metrics import TextStyle, grid_px
from workspace_assistant.ui.today import texts
from workspace_assistant.ui.today.day_state import DayState
from workspace_assistant.ui.widgets.frames import PartFrame
from workspace_assistant.ui.widgets.ribbon_legend import RibbonLegend
from workspace_assistant.ui.widgets.ribbon_parts import Part
from workspace_assistant.ui.widgets.text_label import TextLabel
from workspace_assistant.ui.widgets.timeline_ribbon import TimelineRibbon
from workspace_assistant.ui.wording.wording import Wording

_LEGEND = (
    (Part.SHIFT, texts.LEGEND_SHIFT),
    (Part.PLANNED_BREAK, texts.LEGEND_PLANNED_BREAK),
    (Part.WORK, focus_texts.LEGEND_WORK),
    (Part.PAUSE, focus_texts.LEGEND_BREAK),
    (Part.AWAY, focus_texts.LEGEND_AWAY),
    (Part.QUESTION, focus_texts.LEGEND_OPEN),
    (Part.INTERRUPTION, focus_texts.LEGEND_INTERRUPTION),
)


class DayCard(PartFrame):
    opened = Signal()

    def __init__(self, wording: Wording, parent: QWidget) -> None:
        super().__init__("card", parent)
        say = wording.say
        self._title = TextLabel(TextStyle.TITLE, self, wraps=True)
        self._summary = TextLabel(TextStyle.SECONDARY, self, ink="muted", wraps=True)
        self.ribbon = TimelineRibbon(say(texts.RIBBON), say(texts.RIBBON_HINT), self)
        self.legend = RibbonLegend(self)
        for part, label in _LEGEND:
            self.legend.add_entry(part, say(label))
        column = QVBoxLayout(self)
        column.setContentsMargins(grid_px(4.5), grid_px(4), grid_px(4.5), grid_px(3.5))
        column.setSpacing(grid_px(1.5))
        for widget in (self._title, self._summary, self.ribbon, self.legend):
            column.addWidget(widget)
        self.ribbon.opened.connect(self._on_opened)

    @property
    def controls(self) -> tuple[QWidget, ...]:
        return self.ribbon.buttons

    def present(self, state: DayState | None) -> None:
        self.setVisible(state is not None)
        if state is None:
            return
        self._title.setText(state.title)
        self._summary.setText(state.summary)
        self.ribbon.show_day(state.ribbon)
        self.legend.show_only(set(state.parts))
        self.setAccessibleName(f"{state.title}. {state.summary}")

    @Slot(str, str)
    def _on_opened(self, _block_id: str, _part_id: str) -> None:
        self.opened.emit()
