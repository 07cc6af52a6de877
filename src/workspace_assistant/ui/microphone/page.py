"""The microphone page: what does the customer hear, and what would make it better?"""

from __future__ import annotations

from dataclasses import replace
from itertools import chain, pairwise
from math import inf
from pathlib import Path
from time import monotonic

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from workspace_assistant.core.readiness.microphone.as_heard import CallKind
from workspace_assistant.ui.microphone import texts
from workspace_assistant.ui.microphone.advice_panel import AdvicePanel
from workspace_assistant.ui.microphone.compare_panel import ComparePanel
from workspace_assistant.ui.microphone.focus_keeper import FocusKeeper
from workspace_assistant.ui.microphone.headset_panel import HeadsetPanel
from workspace_assistant.ui.microphone.hear_panel import HearPanel
from workspace_assistant.ui.microphone.hero_state import HeroState
from workspace_assistant.ui.microphone.live_panel import LivePanel
from workspace_assistant.ui.microphone.picker_panel import PickerPanel
from workspace_assistant.ui.microphone.rows_panel import RowsPanel
from workspace_assistant.ui.microphone.score_card import ScoreCard
from workspace_assistant.ui.microphone.score_state import ScoreState
from workspace_assistant.ui.microphone.session import MicrophoneSession
from workspace_assistant.ui.microphone.view_state import PageState, page_state
from workspace_assistant.ui.overriding import override
from workspace_assistant.ui.theme.metrics import TextStyle, grid_px
from workspace_assistant.ui.widgets.flow_grid import FlowGrid
from workspace_assistant.ui.widgets.hero import Hero
from workspace_assistant.ui.widgets.scroll_column import CenteredColumn, ScrollColumn
from workspace_assistant.ui.widgets.staying_top import StayingTop
from workspace_assistant.ui.wording.wording import Wording

_BAR_INTERVAL_S = 0.5  # what lies behind the bar is painted as well


class MicrophonePage(QWidget):
    def __init__(self, session: MicrophoneSession, wording: Wording, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("part", "page")
        self._session = session
        self._wording = wording
        self._cards: list[ScoreCard] = []
        self._shown: PageState | None = None
        self._bar_moved_at_s = -inf
        self._scroll_timer = QTimer(self)
        self._scroll_timer.setSingleShot(True)
        self._build_top()
        self._build_content()
        self._shown_soon: QWidget = self._numbers
        self._focus = FocusKeeper(self, self._controls)
        self._build_column()
        self._connect()
        self._on_changed()

    def present(self, state: PageState) -> None:
        """Show *state*; only what differs from before is touched, as layouts are dear."""
        before, self._shown = self._shown, state
        with self._focus.keeping():
            self._present_hero(state.hero, before.hero if before else None)
            if before is None or replace(state, hero=before.hero) != before:
                self._present_parts(state)

    def _present_parts(self, state: PageState) -> None:
        self._picker.present(state.picker)
        self._live.present(state.live)
        self._present_scores(state.scores)
        self._present_numbers(state)
        self._advice.present(state.advice)
        self._hear.present(state.hear)
        self._headset.present(state.headset)
        self._compare.present(state.compare)
        self._order_tabs()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        """Whoever leaves the page is not listened to any more."""
        super().hideEvent(event)
        if not event.spontaneous():  # the page changes; a minimized window goes on
            self._session.cancel()

    def _present_hero(self, hero: HeroState, before: HeroState | None) -> None:
        if hero == before:
            return
        self._hero.show_answer(
            hero.look, self._wording.say(hero.look.word), hero.headline, hero.sentence
        )
        self._hero.show_request(hero.request)
        self._hero.show_steps(hero.steps)
        self._hero.show_fraction(hero.fraction, hero.headline)
        self._hero.show_button(hero.button, is_enabled=hero.is_enabled, is_primary=not hero.stops)

    def _present_scores(self, scores: tuple[ScoreState, ...]) -> None:
        while len(self._cards) < len(scores):
            card = ScoreCard(self._grid)
            card.explanation_asked.connect(self._on_explanation_asked)
            self._cards.append(card)
        for card, score in zip(self._cards, scores, strict=False):
            card.present(score)
        self._grid.set_items([*self._cards[: len(scores)]])
        self._grid.setVisible(bool(scores))

    def _present_numbers(self, state: PageState) -> None:
        if state.numbers is None:
            self._numbers.hide()
        else:
            numbers = state.numbers
            self._numbers.present(numbers.title, numbers.conditions, numbers.rows)
        if state.changes is None:
            self._changes.hide()
        else:
            title = self._wording.say(texts.COMPARED)
            self._changes.present(title, state.changes.sentence, state.changes.rows)

    def _order_tabs(self) -> None:
        """From top to bottom, whatever was added when."""
        for one, following in pairwise(chain.from_iterable(self._controls())):
            QWidget.setTabOrder(one, following)

    def _controls(self) -> tuple[tuple[QWidget, ...], ...]:
        """What can be operated, part by part, in reading order."""
        return (
            (self._hero.button,),
            self._picker.controls,
            tuple(card.link for card in self._cards),
            self._advice.controls,
            self._hear.controls,
            self._headset.controls,
            self._compare.controls,
        )

    def _build_top(self) -> None:
        self._top = CenteredColumn(self)
        self._hero = Hero(self._top, TextStyle.READING)
        self._top.column.addWidget(self._hero)

    def _build_content(self) -> None:
        self._scroll = ScrollColumn(self)
        self._picker = PickerPanel(self._wording, self._scroll)
        self._live = LivePanel(self._wording, self._scroll)
        self._grid = FlowGrid(self._scroll)
        self._numbers = RowsPanel(self._scroll)
        self._advice = AdvicePanel(self._wording, self._scroll)
        self._changes = RowsPanel(self._scroll)
        self._hear = HearPanel(self._wording, self._scroll)
        self._headset = HeadsetPanel(self._wording, self._scroll)
        self._compare = ComparePanel(self._wording, self._scroll)
        column = self._scroll.column
        shown = (self._picker, self._live, self._grid, self._numbers, self._advice)
        for part in (*shown, self._changes, self._hear, self._headset, self._compare):
            column.addWidget(part)
        column.addStretch(1)

    def _build_column(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, grid_px(7), 0, grid_px(5))
        column.setSpacing(grid_px(4))
        column.addWidget(self._top)
        column.addWidget(self._scroll, 1)
        StayingTop(self, self._scroll, self._top)

    def _connect(self) -> None:
        session = self._session
        session.changed.connect(self._on_changed)
        session.moved.connect(self._on_moved)
        session.finished.connect(self._on_finished)
        session.compared.connect(self._on_compared)
        self._hero.button.clicked.connect(self._on_primary_clicked)
        self._picker.look_wanted.connect(self._on_look_wanted)
        self._picker.chosen.connect(self._on_chosen)
        self._scroll_timer.timeout.connect(self._show_soon)
        self._advice.change_wanted.connect(self._on_change_wanted)
        self._advice.record_wanted.connect(self._on_record_wanted)
        self._hear.hear_wanted.connect(self._on_hear_wanted)
        self._hear.save_chosen.connect(self._on_save_chosen)
        self._headset.tone_wanted.connect(self._on_tone_wanted)
        self._headset.word_wanted.connect(self._on_word_wanted)
        self._headset.answered.connect(self._on_answered)
        self._compare.compare_wanted.connect(self._on_compare_wanted)
        self._compare.ticked.connect(self._on_ticked)
        self._compare.best_chosen.connect(self._on_best_chosen)

    @Slot()
    def _on_changed(self) -> None:
        self.present(page_state(self._session.situation, self._wording))

    @Slot()
    def _on_moved(self) -> None:
        session = self._session
        if session.level is not None:
            self._live.swing(session.level)
        now_s = monotonic()
        if now_s - self._bar_moved_at_s >= _BAR_INTERVAL_S:
            self._bar_moved_at_s = now_s
            self._hero.move_fraction(session.fraction)

    @Slot()
    def _on_finished(self) -> None:
        hero = page_state(self._session.situation, self._wording).hero
        self._announce(f"{hero.headline}. {hero.sentence}")

    @Slot()
    def _on_compared(self) -> None:
        compare = page_state(self._session.situation, self._wording).compare
        self._announce(compare.sentence if compare else "")
        self._shown_soon = self._compare
        self._scroll_timer.start()

    def _announce(self, sentence: str) -> None:
        """Tell those who listen to the page what others see."""
        from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._hero, sentence))

    @Slot()
    def _on_primary_clicked(self) -> None:
        if self._shown is not None and self._shown.hero.looks:
            self._session.look(is_asked=True)
        elif self._session.situation.activity is None:
            self._record()
        else:
            self._session.cancel()

    @Slot()
    def _on_record_wanted(self) -> None:
        self._hero.button.setFocus(Qt.FocusReason.OtherFocusReason)
        self._record()

    def _record(self) -> None:
        self._scroll.verticalScrollBar().setValue(0)
        self._session.record()

    @Slot()
    def _on_look_wanted(self) -> None:
        self._session.look(is_asked=True)

    @Slot(str, str)
    def _on_chosen(self, microphone: str, name: str) -> None:
        self._session.choose(microphone, name)

    @Slot(str)
    def _on_explanation_asked(self, score: str) -> None:
        self._session.explain(score)
        if self._session.situation.explained:
            self._shown_soon = self._numbers
            self._scroll_timer.start()  # it is shown once it has its size

    @Slot()
    def _show_soon(self) -> None:
        self._scroll.show_whole(self._shown_soon)

    @Slot(float)
    def _on_change_wanted(self, change_db: float) -> None:
        self._session.change_input(change_db)

    @Slot(str)
    def _on_hear_wanted(self, kind: str) -> None:
        self._session.hear(CallKind(kind) if kind else None)

    @Slot(object)
    def _on_save_chosen(self, file: Path) -> None:
        self._session.save(file)

    @Slot()
    def _on_tone_wanted(self) -> None:
        self._session.play_tone()

    @Slot()
    def _on_word_wanted(self) -> None:
        self._session.play_word()

    @Slot(str)
    def _on_answered(self, word: str) -> None:
        self._session.answer(word)

    @Slot()
    def _on_compare_wanted(self) -> None:
        self._hero.button.setFocus(Qt.FocusReason.OtherFocusReason)
        self._scroll.verticalScrollBar().setValue(0)
        self._session.compare()

    @Slot(str, bool)
    def _on_ticked(self, microphone: str, is_ticked: bool) -> None:  # noqa: FBT001 - a signal's argument
        self._session.tick(microphone, is_ticked=is_ticked)

    @Slot(str, str)
    def _on_best_chosen(self, microphone: str, name: str) -> None:
        self._session.choose(microphone, name)
