"""The page of breaks and tips: when is the next break, why, and what would help?"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from itertools import pairwise

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QHideEvent,
    QKeyEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QAbstractButton, QApplication, QVBoxLayout, QWidget

from workspace_assistant.core.breaks.model import Act
from workspace_assistant.core.tips.model import Answer
from workspace_assistant.ui.breaks import texts
from workspace_assistant.ui.breaks.catalog_panel import CatalogPanel
from workspace_assistant.ui.breaks.day_state import DayState
from workspace_assistant.ui.breaks.hero_state import HeroAct, HeroState
from workspace_assistant.ui.breaks.lines_panel import Line, LinesPanel
from workspace_assistant.ui.breaks.now_panel import NowPanel
from workspace_assistant.ui.breaks.session import BreaksSession
from workspace_assistant.ui.breaks.settings_panel import SettingsPanel
from workspace_assistant.ui.breaks.settings_state import (
    Choice,
    Switch,
    turned_on,
    with_choice,
    with_switch,
)
from workspace_assistant.ui.breaks.tip_card import TipCard
from workspace_assistant.ui.breaks.view_state import PageState, news, page_state
from workspace_assistant.ui.breaks.why_state import WhyState
from workspace_assistant.ui.check_in.card import CheckInCard
from workspace_assistant.ui.check_in.session import CheckInSession
from workspace_assistant.ui.ergonomics.panel import ErgonomicsPanel
from workspace_assistant.ui.ergonomics.session import ErgonomicsSession
from workspace_assistant.ui.loudness.panel import LoudnessPanel
from workspace_assistant.ui.loudness.session import LoudnessSession
from workspace_assistant.ui.overriding import override
from workspace_assistant.ui.theme.metrics import grid_px
from workspace_assistant.ui.widgets.hero import Hero
from workspace_assistant.ui.widgets.scroll_column import CenteredColumn, ScrollColumn
from workspace_assistant.ui.widgets.staying_top import StayingTop
from workspace_assistant.ui.wording.wording import Wording

_FOLLOWER = "page"
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class BreaksPage(QWidget):
    """A self-check of the workplace has the page to itself while it is gone through."""

    def __init__(
        self,
        session: BreaksSession,
        ergonomics: ErgonomicsSession,
        check_in: CheckInSession,
        loudness: LoudnessSession,
        wording: Wording,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setProperty("part", "page")
        self._session = session
        self._wording = wording
        self._shown_soon: QWidget = self
        self._was_taken = False
        self._scroll_timer = QTimer(self)  # it is shown once it has its size
        self._scroll_timer.setSingleShot(True)
        self.ergonomics = ErgonomicsPanel(ergonomics, wording, self)
        self.check_in = CheckInCard(check_in, wording, self)
        self.loudness = LoudnessPanel(loudness, wording, self)
        self._shown: PageState | None = None
        self._build_content()
        self._build_column()
        self._connect()
        self._connect_others(ergonomics, check_in)
        self._on_changed()

    def present(self, state: PageState) -> None:
        """Show *state*; only what differs from before is touched, as layouts are dear."""
        before, self._shown = self._shown, state
        if before is None or before.hero != state.hero:
            self._present_hero(state.hero)
        self.now.present(state.now)
        self.tip.present(state.tip, state.silence)
        if before is None or before.day != state.day:
            self._present_day(state.day)
        self.settings.present(state.settings)
        self.catalog.present(state.catalog)
        if before is None or before.why != state.why:
            self._present_why(state.why)
        if before is None or _shape(before) != _shape(state):
            self._order_tabs()
        told = news(before, state) if before is not None and self.isVisible() else ""
        if told:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, told))

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._session.follow(_FOLLOWER, is_following=True)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._session.follow(_FOLLOWER, is_following=False)

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
        self.hero.show_fraction(state.fraction, say(texts.PROGRESS))
        self.hero.show_button(
            state.button, is_enabled=True, is_primary=state.act is not HeroAct.DONE
        )
        self.hero.button.setVisible(bool(state.button))

    def _present_day(self, state: DayState | None) -> None:
        if state is None:
            self.day.hide()
            return
        lines = [
            Line(
                look=row.look,
                state=row.state,
                title=row.title,
                detail=" ".join(filter(None, (row.detail, row.length))),
                aside=row.when,
            )
            for row in state.rows
        ]
        self.day.present(state.summary, lines)

    def _present_why(self, state: WhyState | None) -> None:
        if state is None:
            self.why.hide()
            return
        lines = [
            Line(look=row.look, state=row.state, title=row.title, detail=row.reason, aside=row.when)
            for row in state.rows
        ]
        self.why.present(state.empty, lines, has_more=state.has_more)

    @Slot()
    def _order_tabs(self) -> None:
        """From top to bottom, whatever was added when."""
        order: list[QWidget] = [self.hero.button]
        for part in self._parts:
            order += part.controls
        stops = [one for one in order if one.focusPolicy() != Qt.FocusPolicy.NoFocus]
        for one, following in pairwise(stops):
            QWidget.setTabOrder(one, following)

    def _build_content(self) -> None:
        wording, say = self._wording, self._wording.say
        self._top = CenteredColumn(self)
        self.hero = Hero(self._top)
        self._top.column.addWidget(self.hero)
        self._scroll = ScrollColumn(self)
        self.now = NowPanel(wording, self._scroll)
        self.tip = TipCard(wording, self._scroll)
        self.day = LinesPanel(say(texts.DAY_TITLE), say(texts.WHY_MORE), self._scroll)
        self.settings = SettingsPanel(wording, self._scroll)
        self.catalog = CatalogPanel(wording, self._scroll)
        self.why = LinesPanel(say(texts.WHY_TITLE), say(texts.WHY_MORE), self._scroll)
        above = (self.now, self.tip, self.check_in, self.day)
        below = (self.settings, self.loudness, self.catalog, self.why)
        self._parts = (*above, self.ergonomics, *below)
        self._above, self._below = self._group(above), self._group(below)
        for part in (self._above, self.ergonomics, self._below):
            self._scroll.column.addWidget(part)
        self._scroll.column.addStretch(1)

    def _group(self, parts: Sequence[QWidget]) -> QWidget:
        group = QWidget(self._scroll)
        column = QVBoxLayout(group)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(grid_px(3.5))
        for part in parts:
            column.addWidget(part)
        return group

    def _build_column(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, grid_px(7), 0, grid_px(5))
        column.setSpacing(grid_px(3.5))
        column.addWidget(self._top)
        column.addWidget(self._scroll, 1)
        StayingTop(self, self._scroll, self._top)

    def _connect(self) -> None:
        session = self._session
        session.changed.connect(self._on_changed)
        self.hero.button.clicked.connect(self._on_hero_clicked)
        self.now.answered.connect(session.answer)
        self.now.quiet_wanted.connect(session.be_quiet)
        self.now.reading_wanted.connect(session.read)
        self.settings.chosen.connect(self._on_chosen)
        self.settings.switched.connect(self._on_switched)
        self.catalog.topic_chosen.connect(session.show_topic)
        for part in (self.tip, self.catalog):
            part.answered.connect(self._on_tip_answered)
        self.why.more_wanted.connect(session.show_more_why)

    def _connect_others(self, ergonomics: ErgonomicsSession, check_in: CheckInSession) -> None:
        self.ergonomics.took_over.connect(self._on_taken_over)
        self.ergonomics.show_wanted.connect(self._on_check_moved)
        self.check_in.show_wanted.connect(partial(self._show_soon, self.check_in))
        self._scroll_timer.timeout.connect(self._on_placed)
        for session in (ergonomics, check_in):
            session.changed.connect(self._order_tabs)
        self._on_taken_over(self.ergonomics.takes_over)

    def _show_soon(self, part: QWidget) -> None:
        self._shown_soon = part
        self._scroll_timer.start()

    @Slot()
    def _on_placed(self) -> None:
        self._scroll.show_whole(self._shown_soon)

    @Slot(bool)
    def _on_taken_over(self, is_taken: bool) -> None:  # noqa: FBT001 - a signal's argument
        for part in (self._top, self._above, self._below):
            part.setVisible(not is_taken)

    @Slot()
    def _on_check_moved(self) -> None:
        """What it shows when it is first read in moves nobody down the page."""
        if self.ergonomics.takes_over or self._was_taken:
            self._show_soon(self.ergonomics)
        self._was_taken = self.ergonomics.takes_over

    @Slot()
    def _on_changed(self) -> None:
        self.present(page_state(self._session.situation, self._wording))

    @Slot()
    def _on_hero_clicked(self) -> None:
        session, seen = self._session, self._session.situation.seen
        match self._shown.hero.act if self._shown else HeroAct.NOTHING:
            case HeroAct.TRY_AGAIN:
                session.look()
            case HeroAct.TURN_ON if seen is not None:
                session.choose(turned_on(seen.settings))
            case HeroAct.BEGIN:
                session.answer(Act.BEGIN)
            case HeroAct.DONE:
                session.answer(Act.DONE)

    @Slot(object, str)
    def _on_chosen(self, choice: Choice, value: str) -> None:
        seen = self._session.situation.seen
        if seen is not None:
            self._session.choose(with_choice(seen.settings, choice, value))

    @Slot(object, bool)
    def _on_switched(self, switch: Switch, is_on: bool) -> None:  # noqa: FBT001 - a signal's
        seen = self._session.situation.seen
        if seen is not None:
            self._session.choose(with_switch(seen.settings, switch, is_on=is_on))

    @Slot(str, str)
    def _on_tip_answered(self, tip_id: str, answer: str) -> None:
        self._session.answer_tip(tip_id, Answer(answer))


def _shape(state: PageState) -> tuple[object, ...]:
    """Which parts there are: what the order of Tab depends on."""
    return (
        state.now,
        state.tip.tip_id if state.tip else None,
        tuple(row.tip_id for row in state.catalog.rows) if state.catalog else (),
        state.settings,
        state.why.has_more if state.why else False,
    )
