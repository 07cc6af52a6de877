"""The Today page: what is next, and am I ready for it?

It paints first of all pages, with its hero alone; the rest comes with what it is to show.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QHideEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from workspace_assistant.ui.overriding import override
from workspace_assistant.ui.page_names import PageName
from workspace_assistant.ui.readiness.session import ReadinessSession
from workspace_assistant.ui.theme.metrics import grid_px
from workspace_assistant.ui.today import texts
from workspace_assistant.ui.today.hero_panel import HeroPanel
from workspace_assistant.ui.verdict_look import WAITING
from workspace_assistant.ui.widgets.scroll_column import CenteredColumn, ScrollColumn
from workspace_assistant.ui.widgets.staying_top import StayingTop
from workspace_assistant.ui.wording.wording import Wording

if TYPE_CHECKING:
    from workspace_assistant.ui.today.cards import TodayCards
    from workspace_assistant.ui.today.hero_state import HeroState
    from workspace_assistant.ui.today.session import TodaySession
    from workspace_assistant.ui.today.view_state import PageState

_FOLLOWER = "today"


class TodayPage(QWidget):
    check_wanted = Signal()
    page_wanted = Signal(str)  # a `PageName`

    def __init__(self, checks: ReadinessSession, wording: Wording, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("part", "page")
        self._checks = checks
        self._wording = wording
        self._session: TodaySession | None = None
        self._is_following_block = False
        self.cards: TodayCards | None = None
        self._top = CenteredColumn(self)
        self.hero = HeroPanel(self._top)
        self._top.column.addWidget(self.hero)
        self._scroll = ScrollColumn(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, grid_px(6), 0, grid_px(5))
        column.setSpacing(grid_px(3.5))
        column.addWidget(self._top)
        column.addWidget(self._scroll, 1)
        StayingTop(self, self._scroll, self._top)
        self.hero.button.clicked.connect(self._on_check_clicked)
        self.hero.more.clicked.connect(self._on_more_clicked)
        self._wait()

    @property
    def is_filled(self) -> bool:
        """It shows the day."""
        return self.cards is not None and not self.cards.isHidden()

    def use(self, session: TodaySession) -> None:
        """From now on it shows the day that *session* reads."""
        from workspace_assistant.ui.today.cards import TodayCards

        self._session = session
        self.cards = TodayCards(session.focus, self._wording, self._scroll)
        self.cards.hide()
        self.cards.page_wanted.connect(self.page_wanted)
        self.cards.line_switched.connect(session.line.turn)
        session.line.refused.connect(self.cards.line.take_back)
        self.cards.tip.answered.connect(self._on_tip_answered)
        self._scroll.column.addWidget(self.cards)
        self._scroll.column.addStretch(1)
        session.changed.connect(self._on_changed)
        session.focus.changed.connect(self._on_changed)
        session.breaks.changed.connect(self._on_breaks_changed)
        self._checks.changed.connect(self._on_changed)
        if self.isVisible():
            self._follow(is_following=True)

    def present(self, state: PageState) -> None:
        self._present_hero(state.hero)
        if self.cards is not None:
            is_new = not self.is_filled
            self.cards.present(state)
            self.cards.show()
            if is_new or self.cards.has_moved:
                self._order_tabs(self.cards)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._follow(is_following=True)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._follow(is_following=False)

    def _wait(self) -> None:
        say = self._wording.say
        self.hero.show_look(WAITING, say(WAITING.word))
        self.hero.show_words(say(texts.OPENING), "", "", (), "")
        self.hero.show_button(say(texts.CHECK_NOW), is_enabled=False, is_primary=True)
        self.hero.show_more("")

    def _present_hero(self, state: HeroState) -> None:
        hero = self.hero
        hero.show_look(state.look, self._wording.say(state.look.word))
        hero.show_words(state.headline, state.detail, state.answer, state.lines, state.age)
        hero.show_fraction(state.fraction, state.headline)
        hero.show_button(state.button, is_enabled=state.is_enabled, is_primary=not state.is_running)
        hero.show_more(state.link)

    def _follow(self, *, is_following: bool) -> None:
        if self._session is None:
            return
        self._session.follow(is_following=is_following)
        self._follow_block()
        self._on_changed()

    def _follow_block(self) -> None:
        """Once a second while a block runs and the page is shown: its ring moves."""
        session = self._session
        if session is None:
            return
        wanted = self.isVisible() and session.focus.situation.block is not None
        if wanted != self._is_following_block:
            self._is_following_block = wanted
            session.focus.follow(_FOLLOWER, is_following=wanted)

    def _order_tabs(self, cards: TodayCards) -> None:
        for one, following in pairwise((self.hero.button, self.hero.more, *cards.controls)):
            QWidget.setTabOrder(one, following)

    @Slot()
    def _on_changed(self) -> None:
        session = self._session
        if session is None or session.facts is None or not self.isVisible():
            return
        if session.focus.situation.now is None and not session.focus.situation.trouble:
            return  # all of it at once: nothing jumps
        from workspace_assistant.ui.today.view_state import page_state

        self._follow_block()
        now, breaks = session.focus.situation, session.breaks.situation
        checks = self._checks.situation
        self.present(page_state(checks, now, session.facts, self._wording, breaks))

    @Slot()
    def _on_breaks_changed(self) -> None:
        """One tip, where there is one; it is told to those who listen when it comes."""
        if self.cards is None or self._session is None:
            return
        from workspace_assistant.ui.breaks.tip_state import tip_state

        tip = tip_state(self._session.breaks.situation, self._wording)
        is_new = tip is not None and self.cards.tip.tip_id != tip.tip_id
        self.cards.tip.present(tip)
        self._on_changed()
        if is_new and tip is not None and self.isVisible():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, tip.spoken))

    @Slot(str, str)
    def _on_tip_answered(self, tip_id: str, answer: str) -> None:
        if self._session is not None:
            from workspace_assistant.core.tips.model import Answer

            self._session.breaks.answer_tip(tip_id, Answer(answer))

    @Slot()
    def _on_check_clicked(self) -> None:
        """The check fills the readiness page: there is a sentence to read."""
        if self._checks.situation.run is None:
            self.check_wanted.emit()
        else:
            self._checks.cancel_check()

    @Slot()
    def _on_more_clicked(self) -> None:
        self.page_wanted.emit(PageName.READINESS)
