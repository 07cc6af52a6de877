"""DayCard: the day as a sentence and a ribbon within the frame of its shifts."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from workspace_assistant.ui.focus import texts as focus_texts
from workspace_assistant.ui.overriding import override
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
_LEGEND_BESIDE_UNITS = 190


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
        self._head = QHBoxLayout()
        self._head.setSpacing(grid_px(4))
        self._head.addWidget(self._title, 1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(grid_px(4.5), grid_px(4), grid_px(4.5), grid_px(3.5))
        self._column.setSpacing(grid_px(1.5))
        self._column.addLayout(self._head)
        for widget in (self._summary, self.ribbon, self.legend):
            self._column.addWidget(widget)
        self._is_legend_beside = False
        self.ribbon.opened.connect(self._on_opened)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_legend(is_beside=event.size().width() >= grid_px(_LEGEND_BESIDE_UNITS))

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

    def _place_legend(self, *, is_beside: bool) -> None:
        """Beside the title where there is room, else under the ribbon."""
        if is_beside == self._is_legend_beside:
            return
        self._is_legend_beside = is_beside
        policy = self.legend.sizePolicy()
        policy.setHorizontalPolicy(
            QSizePolicy.Policy.Maximum if is_beside else QSizePolicy.Policy.Expanding
        )
        self.legend.setSizePolicy(policy)
        if is_beside:
            self._column.removeWidget(self.legend)
            self._head.addWidget(self.legend, 0, Qt.AlignmentFlag.AlignTop)
        else:
            self._head.removeWidget(self.legend)
            self._column.addWidget(self.legend)

    @Slot(str, str)
    def _on_opened(self, _block_id: str, _part_id: str) -> None:
        self.opened.emit()
