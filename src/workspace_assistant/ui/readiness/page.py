"""The readiness page: can I take calls?"""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from workspace_assistant.ui.readiness import path_texts, texts
from workspace_assistant.ui.readiness.card import CardState
from workspace_assistant.ui.readiness.check_card import CheckCard
from workspace_assistant.ui.readiness.choices_panel import ChoicesPanel
from workspace_assistant.ui.readiness.finding_row import FindingRow
from workspace_assistant.ui.readiness.method_panel import MethodPanel
from workspace_assistant.ui.readiness.path_state import PathState
from workspace_assistant.ui.readiness.report_bar import ReportBar
from workspace_assistant.ui.readiness.report_name import report_file_name
from workspace_assistant.ui.readiness.session import ReadinessSession
from workspace_assistant.ui.readiness.view_state import FindingState, PageState, page_state
from workspace_assistant.ui.theme.metrics import grid_px
from workspace_assistant.ui.widgets.flow_grid import FlowGrid
from workspace_assistant.ui.widgets.hero import Hero
from workspace_assistant.ui.widgets.scroll_column import CenteredColumn, ScrollColumn
from workspace_assistant.ui.widgets.staying_top import StayingTop
from workspace_assistant.ui.wording.wording import Wording

if TYPE_CHECKING:
    from workspace_assistant.ui.readiness.path_panel import PathPanel


class ReadinessPage(QWidget):
    microphone_page_wanted = Signal()

    def __init__(self, session: ReadinessSession, wording: Wording, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("part", "page")
        self._session = session
        self._wording = wording
        self._explained = ""  # id of the check whose numbers are open
        self._cards: dict[str, CheckCard] = {}
        self._shown_cards: tuple[str, ...] = ()
        self._rows: list[FindingRow] = []
        self._path: PathPanel | None = None
        self._method_timer = QTimer(self)
        self._method_timer.setSingleShot(True)
        self._build_top()
        self._build_content()
        self._bar = ReportBar(wording, self)
        self._build_column()
        self._connect()
        self._on_changed()

    def present(self, state: PageState) -> None:
        self._present_hero(state)
        self._present_findings(state.findings)
        self._present_cards(state.cards)
        self._present_path(state.path)
        self._present_method(state)
        self._choices.present(state.choices)
        self._choices.setVisible(not state.is_running)
        self._bar.present(state.footer, can_keep=state.can_keep)
        self._order_tabs()

    def _order_tabs(self) -> None:
        """From top to bottom, whatever was added when."""
        explained = [control for row in self._rows for control in row.controls]
        carded = [
            control for check_id in self._shown_cards for control in self._cards[check_id].controls
        ]
        weak = [self._path.link] if self._path else []
        kept = (self._bar.copy, self._bar.save)
        links = [*explained, *carded, *weak, self._method.link]
        order = [self._hero.button, *links, *self._choices.controls, *kept]
        for one, following in pairwise(order):
            QWidget.setTabOrder(one, following)

    def _present_hero(self, state: PageState) -> None:
        hero = state.hero
        word = self._wording.say(hero.look.word)
        self._hero.show_answer(hero.look, word, hero.headline, hero.sentence)
        self._hero.show_request(hero.request)
        self._hero.show_steps(hero.steps)
        self._hero.show_fraction(hero.fraction, hero.headline)
        self._hero.show_button(
            state.primary,
            is_enabled=state.can_check or state.can_cancel,
            is_primary=not state.is_running,
        )

    def _present_findings(self, findings: tuple[FindingState, ...]) -> None:
        explain = self._wording.say(texts.EXPLAIN)
        while len(self._rows) < len(findings):
            row = FindingRow(self)
            row.explanation_asked.connect(self._on_explanation_asked)
            row.offer_taken.connect(self._on_long_test_wanted)
            self._rows.append(row)
            self._findings.addWidget(row)
        for index, row in enumerate(self._rows):
            row.setVisible(index < len(findings))
            if index < len(findings):
                row.present(findings[index], self._wording.say(findings[index].look.word), explain)

    def _present_cards(self, cards: tuple[CardState, ...]) -> None:
        explain = self._wording.say(texts.EXPLAIN)
        shown: list[QWidget] = []
        for state in cards:
            card = self._cards.get(state.id) or self._new_card(state.id)
            card.present(state, self._wording.say(state.look.word), explain)
            shown.append(card)
        self._shown_cards = tuple(state.id for state in cards)
        self._grid.set_items(shown)
        self._grid.setVisible(bool(shown))

    def _present_path(self, state: PathState | None) -> None:
        if self._path is None and state is not None:
            self._path = self._new_path_panel()
        if self._path is not None:
            self._path.setVisible(state is not None)
            if state is not None:
                self._path.present(state, self._wording.say(texts.EXPLAIN))

    def _new_path_panel(self) -> PathPanel:
        """Built when there is a way to show: the window paints sooner."""
        from workspace_assistant.ui.readiness.path_panel import PathPanel

        panel = PathPanel(self._scroll)
        panel.explanation_asked.connect(self._on_explanation_asked)
        self._scroll.column.insertWidget(self._scroll.column.indexOf(self._method), panel)
        return panel

    def _present_method(self, state: PageState) -> None:
        methods = {method.check_id: method for method in state.methods}
        self._method.present(methods.get(self._explained), self._wording.say(texts.HIDE_NUMBERS))

    def _new_card(self, check_id: str) -> CheckCard:
        card = CheckCard(check_id, self._grid)
        card.explanation_asked.connect(self._on_explanation_asked)
        card.offer_taken.connect(self.microphone_page_wanted)
        self._cards[check_id] = card
        return card

    def _build_top(self) -> None:
        self._top = CenteredColumn(self)
        self._hero = Hero(self._top)
        self._top.column.addWidget(self._hero)

    def _build_content(self) -> None:
        self._scroll = ScrollColumn(self)
        self._grid = FlowGrid(self._scroll)
        self._method = MethodPanel(self._scroll)
        self._choices = ChoicesPanel(self._wording, self._scroll)
        self._findings = QVBoxLayout()
        self._findings.setSpacing(grid_px(2))
        column = self._scroll.column
        column.addLayout(self._findings)
        column.addWidget(self._grid)
        column.addWidget(self._method)
        column.addWidget(self._choices)
        column.addStretch(1)

    def _build_column(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, grid_px(7), 0, grid_px(5))
        column.setSpacing(grid_px(4))
        column.addWidget(self._top)
        column.addWidget(self._scroll, 1)
        column.addWidget(self._bar)
        StayingTop(self, self._scroll, self._top, self._bar)

    def _connect(self) -> None:
        session = self._session
        session.changed.connect(self._on_changed)
        session.moved.connect(self._on_moved)
        session.finished.connect(self._on_finished)
        session.microphones_listed.connect(self._on_microphones_listed)
        self._hero.button.clicked.connect(self._on_primary_clicked)
        self._bar.copy_wanted.connect(self._on_copy_wanted)
        self._bar.save.clicked.connect(self._on_save_clicked)
        self._bar.save_chosen.connect(self._on_save_chosen)
        self._method_timer.timeout.connect(self._show_method)
        self._method.closed.connect(self._on_method_closed)
        self._choices.microphones_asked.connect(self._on_microphones_asked)
        self._choices.microphone_chosen.connect(self._on_microphone_chosen)
        self._choices.profile_chosen.connect(self._on_profile_chosen)
        self._choices.quick_toggled.connect(self._on_quick_toggled)
        self._choices.long_toggled.connect(self._on_long_toggled)

    @Slot()
    def _on_changed(self) -> None:
        self.present(page_state(self._session.situation, self._wording))

    @Slot()
    def _on_moved(self) -> None:
        state = page_state(self._session.situation, self._wording)
        for card in state.cards:
            if card.id in self._cards:
                self._cards[card.id].present_live(card.meter, card.curve)

    @Slot()
    def _on_finished(self) -> None:
        hero = page_state(self._session.situation, self._wording).hero
        self._announce(f"{hero.headline}. {hero.sentence}")

    def _announce(self, sentence: str) -> None:
        """Tell those who listen to the page what others see."""
        from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._hero, sentence))

    @Slot()
    def _on_primary_clicked(self) -> None:
        if self._session.situation.run is None:
            self._session.start_check()
        else:
            self._session.cancel_check()

    @Slot(str)
    def _on_explanation_asked(self, check_id: str) -> None:
        self._explained = "" if self._explained == check_id else check_id
        self._on_changed()
        if self._explained:
            self._method.link.setFocus(Qt.FocusReason.OtherFocusReason)
            self._method_timer.start()  # it is shown once it has its size

    @Slot()
    def _show_method(self) -> None:
        self._scroll.show_whole(self._method)

    @Slot()
    def _on_method_closed(self) -> None:
        card = self._cards.get(self._explained)
        self._explained = ""
        self._on_changed()
        if card is not None:
            card.link.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_microphones_asked(self) -> None:
        self._session.list_microphones()

    @Slot()
    def _on_microphones_listed(self) -> None:
        self._choices.list_microphones(self._session.situation.microphones)

    @Slot(str, str)
    def _on_microphone_chosen(self, microphone: str, name: str) -> None:
        self._session.choose_microphone(microphone, name)

    @Slot(object)
    def _on_profile_chosen(self, file: Path | None) -> None:
        self._session.choose_profile(file)

    @Slot(bool)
    def _on_quick_toggled(self, is_quick: bool) -> None:  # noqa: FBT001 - a signal's argument
        self._session.choose_quick(is_quick=is_quick)

    @Slot(bool)
    def _on_long_toggled(self, is_long: bool) -> None:  # noqa: FBT001 - a signal's argument
        self._session.choose_long(is_long=is_long)

    @Slot()
    def _on_long_test_wanted(self) -> None:
        self._session.start_check(is_long=True)

    @Slot()
    def _on_copy_wanted(self) -> None:
        report = self._session.situation.report
        if report is None:
            return
        from workspace_assistant.core.readiness.report_markdown import report_markdown

        QGuiApplication.clipboard().setText(report_markdown(report, self._wording.say))
        copied = self._wording.say(path_texts.HELP_DESK_COPIED)
        self._bar.tell(copied)
        self._announce(copied)

    @Slot()
    def _on_save_clicked(self) -> None:
        report = self._session.situation.report
        if report is not None:
            self._bar.ask_where(report_file_name(report, self._wording))

    @Slot(object)
    def _on_save_chosen(self, file: Path) -> None:
        self._session.save_report(file)
