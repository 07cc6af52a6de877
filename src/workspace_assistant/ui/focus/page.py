"""The focus page: what am I working on, and where did the day go?"""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, QTimer, Signal, Slot
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QHideEvent,
    QKeyEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QVBoxLayout, QWidget

from workspace_assistant.core.focus.interruptions import InterruptionEdit
from workspace_assistant.core.focus.labels import CAUSES
from workspace_assistant.core.focus.model import Cause, GapReason
from workspace_assistant.core.focus.overlaps import OverlapChoice
from workspace_assistant.ui.focus import texts
from workspace_assistant.ui.focus.corrector import Corrector
from workspace_assistant.ui.focus.day_panel import DayPanel
from workspace_assistant.ui.focus.edit_panel import EditPanel
from workspace_assistant.ui.focus.edit_state import EditState
from workspace_assistant.ui.focus.editing import Editing
from workspace_assistant.ui.focus.exchange import Exchange, suggested_name
from workspace_assistant.ui.focus.files import FileQuestions
from workspace_assistant.ui.focus.first_panel import FirstPanel
from workspace_assistant.ui.focus.import_panel import ImportPanel
from workspace_assistant.ui.focus.import_state import ImportState
from workspace_assistant.ui.focus.interruption_panel import InterruptionPanel
from workspace_assistant.ui.focus.question_panels import AbsencePanel, RecoveryPanel, WelcomePanel
from workspace_assistant.ui.focus.running_panel import RunningPanel
from workspace_assistant.ui.focus.session import Act, FocusSession
from workspace_assistant.ui.focus.shortcuts import call_by_key, press_by_key
from workspace_assistant.ui.focus.start_panel import StartPanel
from workspace_assistant.ui.focus.view_state import PageState, news, page_state
from workspace_assistant.ui.job_runner import JobRunner
from workspace_assistant.ui.overriding import override
from workspace_assistant.ui.theme.metrics import TextStyle, grid_px
from workspace_assistant.ui.verdict_look import FAILED, WAITING
from workspace_assistant.ui.widgets.hero import Hero
from workspace_assistant.ui.widgets.scroll_column import CenteredColumn, ScrollColumn
from workspace_assistant.ui.widgets.staying_top import StayingTop
from workspace_assistant.ui.widgets.text_label import TextLabel
from workspace_assistant.ui.widgets.toast import Toast
from workspace_assistant.ui.wording.wording import Wording

_FOLLOWER = "page"
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class FocusPage(QWidget):
    mini_wanted = Signal()

    def __init__(
        self, session: FocusSession, runner: JobRunner, wording: Wording, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setProperty("part", "page")
        self._session = session
        self._corrector = Corrector(session, wording)
        self._exchange = Exchange(session, runner, wording, self)
        self._files = FileQuestions(
            wording, self, self._on_file_chosen, self._on_file_named, self._suggested_name
        )
        self._wording = wording
        self._shown: PageState | None = None
        self._offered = 0
        self._shown_soon: QWidget = self
        self._scroll_timer = QTimer(self)  # it is shown once it has its size
        self._scroll_timer.setSingleShot(True)
        self._build_top()
        self._build_content()
        self._build_column()
        self._connect_block()
        self._connect_day()
        self._build_shortcuts()
        self._on_changed()

    def present(self, state: PageState) -> None:
        """Show *state*; only what differs from before is touched, as layouts are dear."""
        before, self._shown = self._shown, state
        if before is None or before.trouble != state.trouble or before.is_reading:
            self._present_hero(state)
        self.start.setVisible(state.start is not None)
        if state.start is not None and (before is None or before.start != state.start):
            self.start.present(state.start)
        self.running.setVisible(state.running is not None)
        if state.running is not None:
            self.running.present(state.running)
        self._first.setVisible(state.is_first_time)
        self.recovery.present(state.recovery)
        self.absence.present(state.question)
        self.welcome.present(state.welcome)
        self.interruption.present(state.interruption)
        if before is None or before.day != state.day:
            self.day.present(state.day)
        self._top.setVisible(state.running is not None or not self._hero.isHidden())
        self._present_import(state.importing, before.importing if before else None)
        self._present_edit(state.edit, before.edit if before else None)
        self._keys.setVisible(state.day is not None)
        if before is None or _shape(before) != _shape(state):
            self._order_tabs()
            self._lead_focus(before, state)
        told = news(before, state) if before is not None and self.isVisible() else ""
        if told:
            self._announce(told)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._session.follow(_FOLLOWER, is_following=True)
        if self.start.isVisible():
            self.start.field.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def event(self, event: QEvent) -> bool:
        """Escape leaves a field, and stops nothing else meanwhile."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Escape
            and self._is_writing()
        ):
            event.accept()
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        focused = QApplication.focusWidget()
        if event.key() == Qt.Key.Key_Escape and self._is_writing():
            self.absence.leave_split()
            self._on_field_left()
        elif event.key() in _ENTER and isinstance(focused, QAbstractButton):
            focused.click()  # Qt presses with Space alone outside of dialogs
        else:
            super().keyPressEvent(event)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._session.follow(_FOLLOWER, is_following=False)

    def _is_writing(self) -> bool:
        focused = QApplication.focusWidget()
        if focused is None or not self.isAncestorOf(focused):
            return False
        return isinstance(focused, QLineEdit) or self.absence.isAncestorOf(focused)

    def _present_hero(self, state: PageState) -> None:
        """Only where there is nothing else to show."""
        self._hero.setVisible(bool(state.trouble) or state.is_reading)
        self._scroll.setVisible(self._hero.isHidden())
        say = self._wording.say
        if state.trouble:
            headline = say(texts.NO_BLOCK_READ if state.needs_repair else texts.NO_LOG)
            self._hero.show_answer(FAILED, say(FAILED.word), headline, state.trouble)
        else:
            self._hero.show_answer(WAITING, say(WAITING.word), say(texts.READING), "")
        self._hero.show_fraction(None, "")
        act = texts.REPAIR if state.needs_repair else texts.TRY_AGAIN
        self._hero.show_button(say(act), is_enabled=True, is_primary=True)
        self._hero.button.setVisible(bool(state.trouble))

    def _present_import(self, state: ImportState | None, before: ImportState | None) -> None:
        self.importing.present(state)
        if state is not None and before is None:
            self._shown_soon = self.importing
            self._scroll_timer.start()
        if state is not None and not state.is_reading and (before is None or before.is_reading):
            self.importing.take_focus()
        elif state is None and before is not None:
            self.day.take_over.setFocus(Qt.FocusReason.OtherFocusReason)

    def _present_edit(self, state: EditState | None, before: EditState | None) -> None:
        """The form lies in the list; once it closes, the focus goes back to its block."""
        if state is None and before is None:
            return
        focused = QApplication.focusWidget()
        was_inside = focused is not None and self.edit.isAncestorOf(focused)
        self.edit.present(state)
        if state is None and before is not None:
            if was_inside:
                self.day.focus_on(before.block_id)
        elif state is not None and (before is None or before.block_id != state.block_id):
            self.day.insert_below(state.block_id, self.edit)
            self._shown_soon = self.edit
            self._scroll_timer.start()
            self.edit.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lead_focus(self, before: PageState | None, state: PageState) -> None:
        """What had the focus may be gone: the field that is next has it, else the page.

        Where something is asked once a block ended, its keys are to answer it.
        """
        if not self.isVisible() or before is None:
            return
        had_start, has_start = before.start is not None, state.start is not None
        if has_start != had_start:
            self._scroll.verticalScrollBar().setValue(0)  # what is to be done next is on top
        is_asked = state.question is not None and before.running is not None
        if has_start and not had_start and not is_asked:
            self.start.field.setFocus(Qt.FocusReason.OtherFocusReason)
        elif has_start != had_start:
            self.start.clear()
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _order_tabs(self) -> None:
        """From top to bottom, whatever was added when."""
        parts = (
            self.start,
            self.running,
            self.recovery,
            self.absence,
            self.welcome,
            self.interruption,
            self.importing,
        )
        order = [self._hero.button, *(one for part in parts for one in part.controls)]
        order += self.day.controls_around(self.edit, self.edit.controls)
        for one, following in pairwise(order):
            QWidget.setTabOrder(one, following)

    def _build_top(self) -> None:
        self._top = CenteredColumn(self)
        self._hero = Hero(self._top)
        self.running = RunningPanel(self._wording, self._top)
        for part in (self._hero, self.running):
            self._top.column.addWidget(part)

    def _build_content(self) -> None:
        self._scroll = ScrollColumn(self)
        self.start = StartPanel(self._wording, self._scroll)
        self.recovery = RecoveryPanel(self._wording, self._scroll)
        self.absence = AbsencePanel(self._wording, self._scroll)
        self.welcome = WelcomePanel(self._wording, self._scroll)
        self.interruption = InterruptionPanel(self._wording, self._scroll)
        self._first = FirstPanel(self._wording, self._scroll)
        self.importing = ImportPanel(self._wording, self._scroll)
        self.day = DayPanel(self._wording, self._scroll)
        self.edit = EditPanel(self._wording, self.day)
        self._editing = Editing(self.edit, self._corrector, self._wording)
        self._keys = TextLabel(TextStyle.FOOTER, self._scroll, ink="muted", wraps=True)
        self._keys.setText(self._wording.say(texts.KEYS))
        questions = (self.recovery, self.absence, self.welcome)
        for part in (self.start, *questions, self.interruption, self._first, self.importing):
            self._scroll.column.addWidget(part)
        for last in (self.day, self._keys):
            self._scroll.column.addWidget(last)
        self._scroll.column.addStretch(1)

    def _build_column(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, grid_px(7), 0, grid_px(5))
        column.setSpacing(grid_px(3.5))
        column.addWidget(self._top)
        column.addWidget(self._scroll, 1)
        StayingTop(self, self._scroll, self._top)
        self.toast = Toast(self._wording.say(texts.UNDO), "Ctrl+Z", self)

    def _connect_block(self) -> None:
        session = self._session
        session.changed.connect(self._on_changed)
        self._hero.button.clicked.connect(self._on_hero_clicked)
        self.start.start_wanted.connect(session.start)
        self.running.proceed_wanted.connect(session.proceed)
        self.running.mini_wanted.connect(self.mini_wanted)
        self.running.break_wanted.connect(self._on_break_wanted)
        self.running.extend_wanted.connect(session.extend)
        self.running.stop_wanted.connect(session.stop)
        self.interruption.interrupted.connect(self._on_interrupted)
        self.interruption.back_wanted.connect(session.come_back)
        self.interruption.written.connect(self._on_written)
        self.interruption.left.connect(self._on_field_left)
        self.welcome.written.connect(self._on_written)
        self.welcome.done.connect(session.go_on)
        self.recovery.chosen.connect(session.recover)
        self.absence.answered.connect(session.answer)
        self.absence.split.connect(session.split_answer)
        self.toast.undo_wanted.connect(session.undo)
        self.toast.expired.connect(session.forget_offer)

    def _connect_day(self) -> None:
        self.day.day_stepped.connect(self._on_day_stepped)
        self.day.edit_wanted.connect(self._on_edit_wanted)
        self.day.add_wanted.connect(self._on_add_wanted)
        self.day.import_wanted.connect(self._files.ask_what_to_read)
        self.day.export_wanted.connect(self._on_export_wanted)
        self.importing.read_again.connect(self._exchange.read_again)
        self.importing.import_wanted.connect(self._on_import_wanted)
        self.importing.closed.connect(self._exchange.leave)
        self._scroll_timer.timeout.connect(self._on_placed)

    def _build_shortcuts(self) -> None:
        running = self.running
        for key, button in (
            (running.proceed.key, running.proceed),
            (running.extend.key, running.extend),
            (running.stop.key, running.stop),
            (self.interruption.back.key, self.interruption.back),
            (running.rest.key, running.rest),
            (self.absence.both.key, self.absence.both),
            (self.recovery.end.key, self.recovery.end),
            *((one.key, one) for one in self.absence.answers.values()),
        ):
            press_by_key(self, key, button)
        for number, cause in enumerate(CAUSES, 1):
            call_by_key(self, str(number), partial(self._interrupt_by_key, cause))
        call_by_key(self, "G", self._on_go_on_key)
        call_by_key(self, "N", self._on_name_key)
        call_by_key(self, "Ctrl+Z", self._session.undo)

    @Slot()
    def _on_hero_clicked(self) -> None:
        if self._session.situation.needs_repair:
            self._session.repair()
        else:
            self._session.look()

    @Slot()
    def _on_changed(self) -> None:
        now = self._session.situation
        self.present(page_state(now, self._wording))
        offered = now.offer.change_id if now.offer else 0
        if offered != self._offered:
            self._offered = offered
            if now.offer is not None:
                self.toast.tell(now.offer.sentence)
            else:
                self.toast.end()

    @Slot()
    def _on_break_wanted(self) -> None:
        self._session.pause(GapReason.BREAK)

    @Slot(str)
    def _on_interrupted(self, cause: str) -> None:
        self.interruption.keep_written()
        self._session.interrupt(Cause(cause))

    def _interrupt_by_key(self, cause: Cause) -> None:
        if self.interruption.isVisible():
            self._on_interrupted(cause)

    @Slot(str, str, object)
    def _on_written(self, block_id: str, interruption_id: str, edit: InterruptionEdit) -> None:
        """Kept without a word: it is still there to be changed."""
        self._session.do(
            Act(
                call=lambda: self._session.services.corrections.edit_interruption(
                    block_id, interruption_id, edit
                )
            )
        )

    @Slot()
    def _on_go_on_key(self) -> None:
        for button in (self.recovery.go_on, self.welcome.go_on):
            if button.isVisible():
                button.click()
                return

    @Slot()
    def _on_name_key(self) -> None:
        """To the field that is next: a name, or the next step."""
        for field in (self.start.field, self.welcome.step, self.interruption.step):
            if field.isVisible():
                field.setFocus(Qt.FocusReason.ShortcutFocusReason)
                return

    @Slot()
    def _on_field_left(self) -> None:
        """From now on keys are keys again."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(int)
    def _on_day_stepped(self, step: int) -> None:
        day = self._session.situation.day
        if day is None:
            return
        on = day.on + timedelta(days=step)
        self._session.show_day(None if step == 0 or on >= day.today else on)

    @Slot(str)
    def _on_edit_wanted(self, block_id: str) -> None:
        """The second time it closes what the first time opened."""
        if self._session.situation.editing == block_id:
            self._corrector.close()
        else:
            self._corrector.open(block_id)

    @Slot()
    def _on_add_wanted(self) -> None:
        self._corrector.open("")

    def _on_file_chosen(self, file: str) -> None:
        self._exchange.look_into(Path(file))

    def _on_file_named(self, file: str, what: str) -> None:
        self._exchange.write(Path(file), what)

    def _suggested_name(self, what: str) -> str:
        day = self._session.situation.day
        return suggested_name(day, what) if day else ""

    @Slot()
    def _on_export_wanted(self) -> None:
        self._files.ask_what_to_write(self.day.give_out)

    @Slot(object, bool)
    def _on_import_wanted(self, choice: OverlapChoice, skip: bool) -> None:  # noqa: FBT001 - a signal's
        self._exchange.take_over(choice, skip_faulty=skip)

    @Slot()
    def _on_placed(self) -> None:
        self._scroll.show_whole(self._shown_soon)

    def _announce(self, sentence: str) -> None:
        """Tell those who listen to the page what others see."""
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, sentence))


def _shape(state: PageState) -> tuple[object, ...]:
    """Which parts there are: what the order of Tab and the focus depend on."""
    day = state.day
    return (
        state.start is None,
        len(state.start.again) if state.start else 0,
        state.running is None,
        state.recovery is None,
        state.question is None,
        state.welcome is None,
        state.interruption is None,
        tuple(row.block_id for row in day.rows) if day else (),
        _edit_shape(state.edit) if state.edit else None,
        tuple(part.id for part in day.ribbon.parts) if day and day.ribbon else (),
    )


def _edit_shape(edit: EditState) -> tuple[object, ...]:
    return (edit.block_id, len(edit.gaps), len(edit.interruptions), len(edit.merges))
