"""The first steps: one after the other in the place of a page, with the way on below."""

from __future__ import annotations

from functools import cached_property
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar, cast

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from workspace_assistant.core.first_run.steps import Step
from workspace_assistant.ui.first_run import texts
from workspace_assistant.ui.first_run.lines_card import LinesCard
from workspace_assistant.ui.first_run.session import FirstRunSession
from workspace_assistant.ui.first_run.situation import Situation
from workspace_assistant.ui.first_run.view_state import (
    FrameState,
    frame_state,
    left_lines,
    profile_state,
)
from workspace_assistant.ui.first_run.welcome_panel import WelcomePanel
from workspace_assistant.ui.theme.metrics import TextStyle, grid_px
from workspace_assistant.ui.widgets.action_button import ActionButton
from workspace_assistant.ui.widgets.scroll_column import CenteredColumn, ScrollColumn
from workspace_assistant.ui.widgets.staying_top import StayingTop
from workspace_assistant.ui.widgets.text_label import TextLabel
from workspace_assistant.ui.widgets.turning_row import TurningRow
from workspace_assistant.ui.wording.wording import Wording

if TYPE_CHECKING:  # the window paints first
    from workspace_assistant.ui.first_run.microphone_panel import MicrophonePanel
    from workspace_assistant.ui.first_run.profile_panel import ProfilePanel
    from workspace_assistant.ui.first_run.shifts_panel import ShiftsPanel

_PANELS = {
    "welcome": Step.WELCOME,
    "profile": Step.PROFILE,
    "microphone": Step.MICROPHONE,
    "shifts": Step.SHIFTS,
    "left": Step.CHECK,
}
PanelT = TypeVar("PanelT", bound=QWidget)


class FirstRunPage(QWidget):
    """What a step shows is made when it comes."""

    def __init__(self, session: FirstRunSession, wording: Wording, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("part", "page")
        self._session = session
        self._wording = wording
        self._shown: FrameState | None = None
        self._build_heading()
        self._scroll = ScrollColumn(self)
        self._steps = QVBoxLayout()
        self._scroll.column.addLayout(self._steps)
        self._scroll.column.addStretch(1)
        self._build_way()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, grid_px(8), 0, grid_px(5))
        column.setSpacing(grid_px(4))
        for part, stretch in ((self._top, 0), (self._scroll, 1), (self._bottom, 0)):
            column.addWidget(part, stretch)
        StayingTop(self, self._scroll, self._top, self._bottom).turned.connect(self._order)
        session.changed.connect(self._on_changed)
        self._on_changed()

    @property
    def controls(self) -> tuple[QWidget, ...]:
        """What can be operated in this step, in reading order."""
        return (*self._inside(), self.leave, self.back, self.go_on)

    @cached_property
    def welcome(self) -> WelcomePanel:
        panel = WelcomePanel(self._wording, self._scroll)
        panel.language_chosen.connect(self._session.choose_language)
        return self._placed(panel)

    @cached_property
    def profile(self) -> ProfilePanel:
        from workspace_assistant.ui.first_run.profile_panel import ProfilePanel

        panel = ProfilePanel(self._wording, self._scroll)
        panel.chosen.connect(self._on_profile_chosen)
        return self._placed(panel)

    @cached_property
    def microphone(self) -> MicrophonePanel:
        from workspace_assistant.ui.first_run.microphone_panel import MicrophonePanel

        session = self._session.parts.microphone()
        return self._placed(MicrophonePanel(session, self._wording, self._scroll))

    @cached_property
    def shifts(self) -> ShiftsPanel:
        from workspace_assistant.ui.first_run.shifts_panel import ShiftsPanel

        panel = ShiftsPanel(self._wording, self._scroll)
        panel.save_wanted.connect(self._on_go_on_clicked)
        panel.calendar_wanted.connect(self._session.leave_for_calendars)
        return self._placed(panel)

    @cached_property
    def left(self) -> LinesCard:
        return self._placed(LinesCard(self._wording.say(texts.LEFT_TITLE), self._scroll))

    def present(self, now: Situation) -> None:
        state, before = frame_state(now, self._wording), self._shown
        self._shown = state
        self._progress.show_text(state.progress)
        self._title.setText(state.title)
        self._sentence.setText(state.sentence)
        self.setAccessibleName(state.title)
        self.setWindowTitle(state.title)  # while it stands in the window, that is called so
        self.back.setVisible(state.has_back)
        self.go_on.setText(state.go_on)
        self.go_on.setEnabled(state.is_enabled)
        self.leave.setText(state.leave)
        is_other = before is None or before.step is not state.step
        has_keyboard = self._has_keyboard()
        if is_other:
            self._hide_others(state.step)
        self._show_step(now)
        if is_other:
            self._turn()
        if is_other and has_keyboard:
            self.go_on.setFocus(Qt.FocusReason.OtherFocusReason)
        if is_other and before is not None:
            self._announce(state)

    def _show_step(self, now: Situation) -> None:
        match now.step:
            case Step.WELCOME:
                self.welcome.present(now)
                self.welcome.show()
            case Step.PROFILE:
                profile = profile_state(now, self._wording)
                if profile is not None:
                    self.profile.present(profile)
                self.profile.setVisible(profile is not None)
            case Step.MICROPHONE:
                self.microphone.show()
            case Step.SHIFTS:
                self.shifts.present(now)
                self.shifts.setVisible(not now.has_shifts or now.is_keeping)
            case Step.CHECK:
                lines = left_lines(now, self._wording)
                self.left.present(lines)
                self.left.setVisible(bool(lines))

    def _hide_others(self, step: Step) -> None:
        made = vars(self)
        for name, of_step in _PANELS.items():
            if name in made and of_step is not step:
                made[name].hide()

    def _turn(self) -> None:
        """Another step begins at its top."""
        self._scroll.verticalScrollBar().setValue(0)
        self._order()

    @Slot()
    def _order(self) -> None:
        """Tab goes from top to bottom; Qt orders only what it stops at."""
        no_stop = Qt.FocusPolicy.NoFocus
        stops = [one for one in self.controls if one.focusPolicy() != no_stop]
        for one, following in pairwise(stops):
            QWidget.setTabOrder(one, following)

    def _announce(self, state: FrameState) -> None:
        """Tell those who listen which step they are at."""
        told = ". ".join(filter(None, (state.progress, state.title, state.sentence)))
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, told))

    def _has_keyboard(self) -> bool:
        """Whether somebody goes through this by keys: a mouse leaves no focus behind."""
        focused = cast("QWidget | None", self.window().focusWidget())  # Qt gives none as well
        return focused is not None and self.isAncestorOf(focused)

    def _inside(self) -> tuple[QWidget, ...]:
        match self._session.situation.step:
            case Step.WELCOME:
                return self.welcome.controls
            case Step.PROFILE:
                return self.profile.controls
            case Step.MICROPHONE:
                return self.microphone.controls
            case Step.SHIFTS:
                return self.shifts.controls
            case Step.CHECK:
                return ()

    def _placed(self, panel: PanelT) -> PanelT:
        self._steps.addWidget(panel)
        return panel

    def _build_heading(self) -> None:
        self._top = CenteredColumn(self)
        self._progress = TextLabel(TextStyle.SECONDARY, self._top, ink="muted")
        self._title = TextLabel(TextStyle.HERO, self._top, wraps=True)
        self._sentence = TextLabel(TextStyle.BODY, self._top, ink="muted", wraps=True)
        self._top.column.setSpacing(grid_px(1.5))
        for part in (self._progress, self._title, self._sentence):
            self._top.column.addWidget(part)

    def _build_way(self) -> None:
        say = self._wording.say
        self._bottom = CenteredColumn(self)
        self.leave = ActionButton("", self._bottom, kind="link")
        self.back = ActionButton(say(texts.BACK), self._bottom)
        self.go_on = ActionButton("", self._bottom, kind="primary")
        self.leave.clicked.connect(self._session.leave)
        self.back.clicked.connect(self._session.go_back)
        self.go_on.clicked.connect(self._on_go_on_clicked)
        row = TurningRow()
        row.setSpacing(grid_px(3))
        row.addWidget(self.leave, 0, Qt.AlignmentFlag.AlignLeft)
        row.addStretch(1)
        row.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        row.addWidget(self.go_on, 0, Qt.AlignmentFlag.AlignLeft)
        self._bottom.column.addLayout(row)

    @Slot()
    def _on_changed(self) -> None:
        self.present(self._session.situation)

    @Slot(object)
    def _on_profile_chosen(self, file: Path | None) -> None:
        self._session.choose_profile(file)

    @Slot()
    def _on_go_on_clicked(self) -> None:
        if self._session.situation.step is Step.SHIFTS:
            self._session.keep_hours(self.shifts.form())
        else:
            self._session.go_on()
