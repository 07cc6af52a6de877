"""The history page: how do my checks go, and what is usual for me?"""

from __future__ import annotations

import logging

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from workspace_assistant.core.errors import StoreUnavailableError, words_of
from workspace_assistant.core.readiness.model import ReadinessReport
from workspace_assistant.core.readiness.service import ReadinessService
from workspace_assistant.ui.history import texts
from workspace_assistant.ui.history.past_checks import PastChecks
from workspace_assistant.ui.history.trend_card import TrendCard
from workspace_assistant.ui.history.view_state import (
    HistoryState,
    TrendState,
    history_state,
    unreadable_state,
)
from workspace_assistant.ui.job_runner import JobRunner
from workspace_assistant.ui.theme.metrics import TextStyle, grid_px
from workspace_assistant.ui.widgets.flow_grid import FlowGrid
from workspace_assistant.ui.widgets.frames import PartFrame
from workspace_assistant.ui.widgets.hero import Hero
from workspace_assistant.ui.widgets.scroll_column import CenteredColumn, ScrollColumn
from workspace_assistant.ui.widgets.staying_top import StayingTop
from workspace_assistant.ui.widgets.text_label import TextLabel
from workspace_assistant.ui.wording.wording import Wording

log = logging.getLogger(__name__)

_MOST_REPORTS = 60


class HistoryPage(QWidget):
    check_wanted = Signal()

    def __init__(
        self, service: ReadinessService, runner: JobRunner, wording: Wording, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setProperty("part", "page")
        self._service = service
        self._runner = runner
        self._wording = wording
        self._cards: list[TrendCard] = []
        self._build_top()
        self._build_content()
        self._build_column()
        self._hero.button.clicked.connect(self._on_check_clicked)
        self.present(history_state(None, wording))

    def present(self, state: HistoryState) -> None:
        say = self._wording.say
        self._hero.show_answer(state.look, say(state.look.word), state.headline, state.sentence)
        self._hero.show_fraction(None, "")
        self._hero.show_button(say(texts.CHECK_NOW), is_enabled=True, is_primary=True)
        self._hero.button.setVisible(state.invites)
        self._present_trends(state.trends)
        self._past.setVisible(bool(state.rows))
        self._rows.present(state.rows)

    def refresh(self) -> None:
        """Read the reports again; the page shows what it has until they are there."""
        self._runner.start(
            lambda _: self._service.recent(_MOST_REPORTS),
            owner=self,
            done=self._on_read,
            failed=self._on_failed,
        )

    def _present_trends(self, trends: tuple[TrendState, ...]) -> None:
        while len(self._cards) < len(trends):
            self._cards.append(TrendCard(self._grid))
        for card, trend in zip(self._cards, trends, strict=False):
            card.present(trend)
        self._grid.set_items([*self._cards[: len(trends)]])
        self._grid.setVisible(bool(trends))

    def _build_top(self) -> None:
        self._top = CenteredColumn(self)
        self._hero = Hero(self._top)
        self._top.column.addWidget(self._hero)

    def _build_content(self) -> None:
        self._scroll = ScrollColumn(self)
        self._grid = FlowGrid(self._scroll)
        self._past = PartFrame("card", self._scroll)
        self._rows = PastChecks(self._wording, self._past)
        title = TextLabel(TextStyle.TITLE, self._past)
        title.setText(self._wording.say(texts.PAST_CHECKS))
        inside = QVBoxLayout(self._past)
        inside.setContentsMargins(grid_px(2.5), grid_px(4), grid_px(2.5), grid_px(2))
        inside.setSpacing(grid_px(2))
        title.setIndent(grid_px(2.75))
        inside.addWidget(title)
        inside.addWidget(self._rows)
        self._scroll.column.addWidget(self._grid)
        self._scroll.column.addWidget(self._past)
        self._scroll.column.addStretch(1)

    def _build_column(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, grid_px(7), 0, grid_px(5))
        column.setSpacing(grid_px(4))
        column.addWidget(self._top)
        column.addWidget(self._scroll, 1)
        StayingTop(self, self._scroll, self._top)

    def _on_read(self, reports: tuple[ReadinessReport, ...]) -> None:
        self.present(history_state(reports, self._wording))

    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, StoreUnavailableError):
            self.present(unreadable_state(self._wording.say(words_of(error)), self._wording))
            return
        log.error("the history could not be read", exc_info=error)
        self.present(unreadable_state(self._wording.say(texts.FAULT), self._wording))

    @Slot()
    def _on_check_clicked(self) -> None:
        self.check_wanted.emit()
