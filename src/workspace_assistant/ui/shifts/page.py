"""The shifts page: when do I work, and is everything looked at before?"""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QHideEvent,
    QKeyEvent,
    QKeySequence,
    QShortcut,
    QShowEvent,
)
from PySide6.QtWidgets import QAbstractButton, QApplication, QVBoxLayout, QWidget

from workspace_assistant.core.errors import RefusedError
from workspace_assistant.ui.job_runner import JobRunner
from workspace_assistant.ui.overriding import override
from workspace_assistant.ui.shifts import texts
from workspace_assistant.ui.shifts.acts import ShiftActs, is_by_hand
from workspace_assistant.ui.shifts.calendar_look import CalendarLook
from workspace_assistant.ui.shifts.calendar_panel import CalendarPanel
from workspace_assistant.ui.shifts.choosing import Choosing
from workspace_assistant.ui.shifts.first_panel import FirstPanel
from workspace_assistant.ui.shifts.form_panel import FormPanel
from workspace_assistant.ui.shifts.form_state import ShiftForm, draft_of, edit_of, shift_of
from workspace_assistant.ui.shifts.list_panel import ListPanel
from workspace_assistant.ui.shifts.news_panel import NewsPanel
from workspace_assistant.ui.shifts.pattern_panel import PatternPanel
from workspace_assistant.ui.shifts.session import ShiftsSession
from workspace_assistant.ui.shifts.settings_panel import SettingsPanel
from workspace_assistant.ui.shifts.sources_panel import SourcesPanel
from workspace_assistant.ui.shifts.sourcing import Sourcing
from workspace_assistant.ui.shifts.system_panel import SystemPanel
from workspace_assistant.ui.shifts.view_state import PageState, news, page_state
from workspace_assistant.ui.shifts.why_panel import WhyPanel
from workspace_assistant.ui.theme.metrics import grid_px
from workspace_assistant.ui.widgets.hero import Hero
from workspace_assistant.ui.widgets.scroll_column import CenteredColumn, ScrollColumn
from workspace_assistant.ui.widgets.staying_top import StayingTop
from workspace_assistant.ui.widgets.toast import Toast
from workspace_assistant.ui.wording.wording import Wording

_FOLLOWER = "page"
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class ShiftsPage(QWidget):
    def __init__(
        self, session: ShiftsSession, runner: JobRunner, wording: Wording, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setProperty("part", "page")
        self._session = session
        self._wording = wording
        self._acts = ShiftActs(session, wording)
        self._look = CalendarLook(session, runner, wording, self)
        self._shown: PageState | None = None
        self._offered = 0
        self._shown_soon: QWidget = self
        self._scroll_timer = QTimer(self)  # it is shown once it has its size
        self._scroll_timer.setSingleShot(True)
        self._build_content()
        self._build_column()
        self._connect_shifts()
        self._connect_rest()
        self._on_changed()

    def present(self, state: PageState) -> None:
        """Show *state*; only what differs from before is touched, as layouts are dear."""
        before, self._shown = self._shown, state
        if before is None or before.hero != state.hero:
            self._present_hero(state)
        seen = self._session.situation.seen
        is_filled_in = state.form or state.pattern or state.calendar
        is_left = not state.is_first_time and self.first.has_focus
        self.first.setVisible(state.is_first_time and not is_filled_in)
        self.news.present(state.news)
        self.list.present(state.list)
        self.sources.present(state.sources)
        self.settings.present(state.settings)
        self.system.present(state.system)
        self.why.present(state.why)
        self.calendar.present(state.calendar)
        self.pattern.present(state.pattern)
        self._present_form(state, before, seen.zone if seen else "UTC")
        if before is None or _shape(before) != _shape(state):
            self._order_tabs()
        self._lead_focus(before, state)
        if is_left:  # its buttons are gone, and what came of them is there
            self.list.focus_on_first()
        told = news(before, state) if before is not None and self.isVisible() else ""
        if told:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, told))

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._session.follow(_FOLLOWER, is_following=True)
        self._session.look_at_system()

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

    def _present_hero(self, state: PageState) -> None:
        hero, say = state.hero, self._wording.say
        self._hero.show_answer(hero.look, say(hero.look.word), hero.headline, hero.sentence)
        self._hero.show_steps(hero.steps)
        self._hero.show_fraction(None, "")
        self._hero.show_button(say(texts.TRY_AGAIN), is_enabled=True, is_primary=True)
        self._hero.button.setVisible(hero.can_try)

    def _present_form(self, state: PageState, before: PageState | None, zone: str) -> None:
        was = before.form if before else None
        self.form.present(state.form, zone)
        self.list.add.setVisible(state.form is None or bool(state.form.shift_id))
        if state.form is not None and (was is None or was.shift_id != state.form.shift_id):
            self.list.place(self.form, state.form.shift_id)
            self._show_soon(self.form)
            self.form.take_focus()

    def _lead_focus(self, before: PageState | None, state: PageState) -> None:
        """To the form that opens, to its answer, and back to where it was opened from."""
        if before is None:
            return
        if before.form is not None and state.form is None:
            self._return_to_list(before.form.shift_id)
        if (before.pattern is None) != (state.pattern is None):
            if state.pattern is not None:
                self._show_soon(self.pattern)
                self.pattern.take_focus()
            else:
                self._return_to(self.sources.pattern, self.first.pattern)
        for row, one in zip(self.sources.rows, state.sources or (), strict=False):
            if one.asked and one not in (before.sources or ()):
                self._show_soon(row)
        asked, found = before.calendar, state.calendar
        if asked is None and found is not None:
            self._show_soon(self.calendar)
            self.calendar.take_focus()
        elif asked is not None and found is None:
            change = (one.change for one in self.sources.rows if one.source_id == asked.source_id)
            self._return_to(*change, self.sources.subscribe, self.first.subscribe)
        elif asked is not None and found is not None and asked.is_busy and not found.is_busy:
            self._show_soon(self.calendar.answer)
            self.calendar.take_focus()

    def _return_to_list(self, shift_id: str) -> None:
        if self.list.isVisible():
            self.list.focus_on(shift_id)
        else:
            self.first.add.setFocus(Qt.FocusReason.OtherFocusReason)

    def _return_to(self, *buttons: QWidget) -> None:
        for button in buttons:
            if button.isVisible():
                button.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    def _show_soon(self, part: QWidget) -> None:
        self._shown_soon = part
        self._scroll_timer.start()

    def _order_tabs(self) -> None:
        """From top to bottom, whatever was added when."""
        order: list[QWidget] = [self._hero.button, *self.news.controls, *self.first.controls]
        order += self.list.controls_around(self.form, self.form.controls)
        for part in (
            self.sources,
            self.calendar,
            self.pattern,
            self.settings,
            self.system,
            self.why,
        ):
            order += part.controls
        stops = [one for one in order if one.focusPolicy() != Qt.FocusPolicy.NoFocus]
        for one, following in pairwise(stops):
            QWidget.setTabOrder(one, following)

    def _build_content(self) -> None:
        wording = self._wording
        self._top = CenteredColumn(self)
        self._hero = Hero(self._top)
        self._top.column.addWidget(self._hero)
        self._scroll = ScrollColumn(self)
        self.news = NewsPanel(wording, self._scroll)
        self.first = FirstPanel(wording, self._scroll)
        self.list = ListPanel(wording, self._scroll)
        self.form = FormPanel(wording, self.list)
        self.sources = SourcesPanel(wording, self._scroll)
        self.calendar = CalendarPanel(wording, self._scroll)
        self.pattern = PatternPanel(wording, self._scroll)
        self.settings = SettingsPanel(wording, self._scroll)
        self.system = SystemPanel(wording, self._scroll)
        self.why = WhyPanel(wording, self._scroll)
        for part in (
            self.news,
            self.first,
            self.list,
            self.sources,
            self.calendar,
            self.pattern,
            self.settings,
            self.system,
            self.why,
        ):
            self._scroll.column.addWidget(part)
        self._scroll.column.addStretch(1)

    def _build_column(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, grid_px(7), 0, grid_px(5))
        column.setSpacing(grid_px(3.5))
        column.addWidget(self._top)
        column.addWidget(self._scroll, 1)
        StayingTop(self, self._scroll, self._top)
        self.toast = Toast(self._wording.say(texts.UNDO), "Ctrl+Z", self)

    def _connect_shifts(self) -> None:
        session = self._session
        session.changed.connect(self._on_changed)
        self._hero.button.clicked.connect(session.look)
        self.first.shift_wanted.connect(self._on_add_wanted)
        self.list.add_wanted.connect(self._on_add_wanted)
        self.list.edit_wanted.connect(self._on_edit_wanted)
        self.list.back_wanted.connect(self._on_back_wanted)
        self.form.saved.connect(self._on_shift_saved)
        self.form.removed.connect(self._on_shift_removed)
        self.form.closed.connect(self._on_form_closed)
        self.toast.undo_wanted.connect(session.undo)
        self.toast.expired.connect(session.forget_offer)
        QShortcut(QKeySequence("Ctrl+Z"), self).activated.connect(session.undo)

    def _connect_rest(self) -> None:
        self.news.seen.connect(self._on_news_seen)
        self.pattern.grown.connect(self._on_grown)
        self.why.more_wanted.connect(self._session.show_more_why)
        self._scroll_timer.timeout.connect(self._on_placed)
        self._choosing = Choosing(self.settings, self.system, self._session, self._acts)
        self._sourcing = Sourcing(
            self._session,
            self._acts,
            self._look,
            (self.calendar, self.pattern),
            self._wording,
            self,
        )
        for ways in (self.first, self.sources):
            self._sourcing.connect_ways(ways)
        self._sourcing.connect_sources(self.sources)

    @Slot()
    def _on_changed(self) -> None:
        now = self._session.situation
        self.present(page_state(now, self._wording))
        offered = now.offer.number if now.offer else 0
        if offered != self._offered:
            self._offered = offered
            if now.offer is not None:
                self.toast.tell(now.offer.sentence)
            else:
                self.toast.end()

    @Slot()
    def _on_add_wanted(self) -> None:
        self._session.set_aside(editing="")

    @Slot(str)
    def _on_edit_wanted(self, shift_id: str) -> None:
        """The second time it closes what the first time opened."""
        is_open = self._session.situation.editing == shift_id
        self._session.set_aside(editing=None if is_open else shift_id)

    @Slot(str)
    def _on_back_wanted(self, shift_id: str) -> None:
        self._acts.put_back(shift_id)

    @Slot()
    def _on_form_closed(self) -> None:
        self._session.set_aside(editing=None)

    @Slot(object)
    def _on_shift_saved(self, form: ShiftForm) -> None:
        now = self._session.situation
        if now.seen is None or now.editing is None:
            return
        shift = shift_of(now.editing, now.seen)
        try:
            if shift is None:
                self._acts.add(draft_of(form, now.seen.zone), self.form.tell_trouble)
            else:
                edit = edit_of(form, shift, now.seen.zone, self._wording)
                self._acts.edit(shift, edit, self.form.tell_trouble)
        except RefusedError as error:
            self.form.tell_trouble(self._wording.say(error.sentence, **error.parts))

    @Slot()
    def _on_shift_removed(self) -> None:
        now = self._session.situation
        shift = shift_of(now.editing or "", now.seen) if now.seen else None
        if shift is not None:
            self._acts.remove(shift, is_by_hand=is_by_hand(shift, self._session))

    @Slot()
    def _on_grown(self) -> None:
        self._order_tabs()

    @Slot()
    def _on_news_seen(self) -> None:
        self._acts.note_news()

    @Slot()
    def _on_placed(self) -> None:
        self._scroll.show_whole(self._shown_soon)


def _shape(state: PageState) -> tuple[object, ...]:
    """Which parts there are: what the order of Tab depends on."""
    days = state.list.days if state.list else ()
    return (
        state.form.shift_id if state.form else None,
        tuple(row.shift_id for day in days for row in day.rows),
        tuple(row.source_id for row in state.sources or ()),
        len(state.settings.first.options) if state.settings else 0,
    )
