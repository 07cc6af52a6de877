"""ErgonomicsPanel: the self-check of a workplace, as part of a page."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from workspace_assistant.core.ergonomics.model import Band, Timed
from workspace_assistant.ui.ergonomics.overview_panel import OverviewPanel
from workspace_assistant.ui.ergonomics.result_panel import ResultPanel
from workspace_assistant.ui.ergonomics.session import ErgonomicsSession
from workspace_assistant.ui.ergonomics.step_panel import StepPanel
from workspace_assistant.ui.ergonomics.view_state import PanelState, news, panel_state
from workspace_assistant.ui.overriding import override
from workspace_assistant.ui.theme.metrics import TextStyle
from workspace_assistant.ui.widgets.text_label import TextLabel
from workspace_assistant.ui.wording.wording import Wording


class ErgonomicsPanel(QWidget):
    """A card with all workplaces, or a self-check under way, or its result.

    While `takes_over` it is best alone on its page; `took_over` follows each change of that.
    `show_wanted` comes where what it holds should be scrolled into sight, from its top on.
    """

    took_over = Signal(bool)
    show_wanted = Signal()

    def __init__(self, session: ErgonomicsSession, wording: Wording, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._wording = wording
        self._shown = PanelState()
        self._trouble = TextLabel(TextStyle.BODY, self, ink="bad", wraps=True)
        self._trouble.hide()
        self.overview = OverviewPanel(wording, self)
        self.step = StepPanel(wording, self)
        self.result = ResultPanel(wording, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for part in (self._trouble, self.overview, self.step, self.result):
            column.addWidget(part)
        self._connect()
        session.changed.connect(self._on_changed)
        self._on_changed()

    @property
    def takes_over(self) -> bool:
        return self._shown.takes_over

    @property
    def controls(self) -> tuple[QWidget, ...]:
        """What can be operated, in reading order; of what is shown."""
        if self._shown.step is not None:
            return self.step.controls
        if self._shown.result is not None:
            return self.result.controls
        return self.overview.controls

    def present(self, state: PanelState) -> None:
        before, self._shown = self._shown, state
        held = cast("QWidget | None", self.window().focusWidget())
        had_focus = held is not None and self.isAncestorOf(held)
        self._trouble.show_text(state.trouble)
        self.overview.present(state.overview)
        self.step.present(state.step)
        self.result.present(state.result)
        if state.takes_over != before.takes_over:
            self.took_over.emit(state.takes_over)
            if had_focus and state.overview is not None:
                self.overview.take_focus()
        is_walked = state.takes_over or before.takes_over  # what only appears stays where it is
        if is_walked and _screen(state) != _screen(before):
            self.show_wanted.emit()
        told = news(before, state) if self.isVisible() else ""
        if told:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, told))

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._session.look()

    def _connect(self) -> None:
        session = self._session
        self.overview.begun.connect(session.begin)
        self.overview.show_wanted.connect(session.show_result)
        self.overview.change_noted.connect(session.note_change)
        self.overview.go_on_wanted.connect(session.go_on)
        self.overview.discard_wanted.connect(session.discard)
        self.overview.bring_back_wanted.connect(session.bring_back)
        self.step.picked.connect(session.pick)
        self.step.timed.connect(self._on_timed)
        self.step.forward_wanted.connect(session.forward)
        self.step.back_wanted.connect(session.back)
        self.step.unknown_wanted.connect(session.leave_open)
        self.step.pause_wanted.connect(session.pause)
        self.result.complete_wanted.connect(session.complete)
        self.result.again_wanted.connect(session.begin)
        self.result.change_noted.connect(session.note_change)
        self.result.close_wanted.connect(session.close_result)

    @Slot()
    def _on_changed(self) -> None:
        self.present(panel_state(self._session.situation, self._wording))

    @Slot(str, str)
    def _on_timed(self, what: str, band: str) -> None:
        self._session.time(Timed(what), Band(band))


def _screen(state: PanelState) -> tuple[bool, int, bool]:
    """What another one of begins at its top."""
    number = state.step.number if state.step else 0
    return (state.overview is not None, number, state.result is not None)
