"""The Week page: was this a healthy week, and is it getting better?"""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QHideEvent,
    QKeyEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QAbstractButton, QApplication, QVBoxLayout, QWidget

from workspace_assistant.ui.overriding import override
from workspace_assistant.ui.theme.metrics import grid_px
from workspace_assistant.ui.week import texts
from workspace_assistant.ui.week.choosing import Choosing
from workspace_assistant.ui.week.days_panel import DaysPanel
from workspace_assistant.ui.week.definitions_panel import DefinitionsPanel
from workspace_assistant.ui.week.goals_panel import GoalsPanel
from workspace_assistant.ui.week.guide_panel import GuidePanel
from workspace_assistant.ui.week.hero_state import HeroState
from workspace_assistant.ui.week.indicators_panel import IndicatorsPanel
from workspace_assistant.ui.week.jump_row import JumpRow
from workspace_assistant.ui.week.picker_panel import PickerPanel
from workspace_assistant.ui.week.picture_cards import PictureCards
from workspace_assistant.ui.week.report_panel import ReportPanel
from workspace_assistant.ui.week.session import WeekSession
from workspace_assistant.ui.week.settings_panel import SettingsPanel
from workspace_assistant.ui.week.suggestions_panel import SuggestionsPanel
from workspace_assistant.ui.week.view_state import PageState, news, page_state
from workspace_assistant.ui.widgets.hero import Hero
from workspace_assistant.ui.widgets.scroll_column import CenteredColumn, ScrollColumn
from workspace_assistant.ui.widgets.staying_top import StayingTop
from workspace_assistant.ui.wording.wording import Wording

_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class WeekPage(QWidget):
    page_wanted = Signal(str)  # a `PageName`

    def __init__(self, session: WeekSession, wording: Wording, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("part", "page")
        self._session = session
        self._wording = wording
        self._shown: PageState | None = None
        self._shown_soon: QWidget = self
        self._scroll_timer = QTimer(self)  # it is shown once it has its size
        self._scroll_timer.setSingleShot(True)
        self._build_content()
        self._build_column()
        self._connect()
        self._on_changed()

    def present(self, state: PageState) -> None:
        """Show *state*; only what differs from before is touched, as layouts are dear."""
        before, self._shown = self._shown, state
        if before is None or before.hero != state.hero:
            self._present_hero(state.hero)
        if before is None or before.picker != state.picker:
            self.picker.present(state.picker)
        if before is None or before.guide != state.guide:
            self.guide.present(state.guide)
        if before is None or before.goals != state.goals:
            self.goals.present(state.goals)
        self.pictures.present(self._session.situation, state)
        self.indicators.present(state.indicators)
        if before is None or before.suggestions != state.suggestions:
            self.suggestions.present(state.suggestions)
        self._present_report(state)
        self.days.present(state.days)
        self.settings.present(state.settings)
        self.definitions.setVisible(state.settings is not None)
        self.jumps.follow_parts()
        if before is None or _shape(before) != _shape(state):
            self._order_tabs()
        if before is not None:
            self._follow_news(before, state)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._session.follow(is_following=True)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._session.follow(is_following=False)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        focused = QApplication.focusWidget()
        if event.key() in _ENTER and isinstance(focused, QAbstractButton):
            focused.click()  # Qt presses with Space alone outside of dialogs
        else:
            super().keyPressEvent(event)

    def _present_hero(self, state: HeroState) -> None:
        say = self._wording.say
        self.hero.show_answer(state.look, say(state.look.word), state.headline, state.sentence)
        self.hero.show_steps(state.lines)
        self.hero.show_fraction(None, "")
        self.hero.show_button(say(texts.TRY_AGAIN), is_enabled=True, is_primary=True)
        self.hero.button.setVisible(state.can_try)

    def _present_report(self, state: PageState) -> None:
        """Of a week that has anything to tell, once all of it is read."""
        seen = self._session.situation.seen
        is_told = state.indicators is not None and seen is not None and seen.is_whole
        self.report.present(seen if is_told else None)

    def _follow_news(self, before: PageState, state: PageState) -> None:
        was, now = before.picker, state.picker
        if was is not None and now is not None and was.title != now.title:
            self._scroll.verticalScrollBar().setValue(0)  # another week is read from its top
        told = news(before, state) if self.isVisible() else ""
        if told:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, told))

    @Slot()
    def _order_tabs(self) -> None:
        """From top to bottom, whatever was added when."""
        order: list[QWidget] = [*self.picker.controls, self.hero.button, *self.jumps.controls]
        for part in self._parts:
            order += () if isinstance(part, GoalsPanel) else part.controls
        stops = [one for one in order if one.focusPolicy() != Qt.FocusPolicy.NoFocus]
        for one, following in pairwise(stops):
            QWidget.setTabOrder(one, following)

    def _build_content(self) -> None:
        wording = self._wording
        self._top = CenteredColumn(self)
        self.picker = PickerPanel(wording, self._top)
        self.hero = Hero(self._top)
        self._top.column.addWidget(self.picker)
        self._top.column.addWidget(self.hero)
        self._scroll = ScrollColumn(self)
        self.guide = GuidePanel(wording, self._scroll)
        self.goals = GoalsPanel(wording, self._scroll)
        self.pictures = PictureCards(wording, self._scroll)
        self.indicators = IndicatorsPanel(wording, self._scroll)
        self.suggestions = SuggestionsPanel(wording, self._scroll)
        self.days = DaysPanel(wording, self._scroll)
        self.settings = SettingsPanel(wording, self._scroll)
        reports = self._session.services.reports
        self.report = ReportPanel(reports, self._session.runner, wording, self._scroll)
        self.definitions = DefinitionsPanel(wording, self._scroll)
        self._parts = (
            self.guide,
            self.goals,
            self.pictures.days,
            self.pictures.rests,
            self.indicators,
            self.suggestions,
            self.pictures.trends,
            self.pictures.heat,
            self.report,
            self.days,
            self.settings,
            self.definitions,
        )
        self.jumps = self._make_jumps()
        for part in (self.jumps, *self._parts):
            self._scroll.column.addWidget(part)
        self._scroll.column.addStretch(1)

    def _make_jumps(self) -> JumpRow:
        parts = (
            (texts.JUMP_DAYS, self.pictures.days),
            (texts.JUMP_NUMBERS, self.indicators),
            (texts.JUMP_SUGGESTIONS, self.suggestions),
            (texts.JUMP_PAST, self.pictures.trends),
            (texts.JUMP_REPORT, self.report),
            (texts.JUMP_OFF, self.days),
            (texts.JUMP_SETTINGS, self.settings),
            (texts.JUMP_MEANING, self.definitions),
        )
        return JumpRow(parts, self._wording, self._scroll)

    def _build_column(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, grid_px(6), 0, grid_px(5))
        column.setSpacing(grid_px(3.5))
        column.addWidget(self._top)
        column.addWidget(self._scroll, 1)
        StayingTop(self, self._scroll, self._top)

    def _connect(self) -> None:
        session = self._session
        session.changed.connect(self._on_changed)
        self.picker.previous_wanted.connect(session.show_previous)
        self.picker.next_wanted.connect(session.show_next)
        self.picker.current_wanted.connect(session.show_current)
        self.picker.day_wanted.connect(session.show_day)
        self.hero.button.clicked.connect(session.look)
        self.guide.page_wanted.connect(self.page_wanted)
        for card in self.pictures.all:
            card.table_toggled.connect(session.toggle_table)
        self.pictures.trends.more_wanted.connect(session.toggle_lines)
        self.indicators.laid_open.connect(self._on_laid_open)
        self.indicators.unknown_toggled.connect(session.toggle_unknown)
        self.jumps.wanted.connect(self._on_jump_wanted)
        self._scroll_timer.timeout.connect(self._on_placed)
        panels = (self.indicators, self.suggestions, self.days, self.settings)
        self._choosing = Choosing(panels, session, self._wording, self)

    @Slot()
    def _on_changed(self) -> None:
        self.present(page_state(self._session.situation, self._wording))

    @Slot(str)
    def _on_laid_open(self, indicator_id: str) -> None:
        self._session.lay_open(indicator_id)
        if indicator_id in self._session.situation.opened:
            self._shown_soon = self.indicators.row(indicator_id)
            self._scroll_timer.start()

    @Slot(object)
    def _on_jump_wanted(self, part: QWidget) -> None:
        self._scroll.show_top(part)

    @Slot()
    def _on_placed(self) -> None:
        self._scroll.show_whole(self._shown_soon)


def _shape(state: PageState) -> tuple[object, ...]:
    """Which parts there are: what the order of Tab depends on."""
    groups = state.indicators.groups if state.indicators else ()
    return (
        state.guide,
        tuple((row.id, row.formula is None) for group in groups for row in group.rows),
        tuple(one.tip_id for one in state.suggestions),
        state.past,
        state.settings is None,
    )
