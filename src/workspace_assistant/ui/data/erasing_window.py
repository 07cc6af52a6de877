"""ErasingWindow: erases everything once the window is closed, and says what became of it."""

from __future__ import annotations

import logging
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtGui import QAccessible, QCloseEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from workspace_assistant.core.data_keeping.erasing import Erasing
from workspace_assistant.core.jobs import JobContext
from workspace_assistant.ui.data import erase_texts as texts
from workspace_assistant.ui.data.erase_state import (
    EndState,
    broken_state,
    done_state,
    going_state,
    refused_state,
)
from workspace_assistant.ui.data.jobs import Done, act
from workspace_assistant.ui.job_runner import JobRunner
from workspace_assistant.ui.overriding import override
from workspace_assistant.ui.theme.metrics import grid_px
from workspace_assistant.ui.widgets.action_button import ActionButton
from workspace_assistant.ui.widgets.flow_row import FlowRow
from workspace_assistant.ui.widgets.hero import Hero
from workspace_assistant.ui.widgets.scroll_column import ScrollColumn
from workspace_assistant.ui.widgets.spoken_role import speak_as
from workspace_assistant.ui.wording.wording import Wording

log = logging.getLogger(__name__)

_SIZE_UNITS = (190, 84)


class ErasingWindow(QWidget):
    """`left` comes once; then `begins_anew` tells whether the program goes on."""

    left = Signal()

    def __init__(
        self,
        erase: Callable[[JobContext], None],
        found: Erasing,
        runner: JobRunner,
        wording: Wording,
    ) -> None:
        super().__init__()
        self._erase = erase
        self._found = found
        self._runner = runner
        self._wording = wording
        self._is_running = False
        self.begins_anew = False
        self.setProperty("part", "page")
        speak_as(self, QAccessible.Role.Window)
        self.setWindowTitle(wording.say(texts.WINDOW_TITLE))
        self.resize(QSize(*(grid_px(units) for units in _SIZE_UNITS)))
        self._build()
        self.present(going_state(wording))

    @property
    def headline(self) -> str:
        return self._shown.headline

    @property
    def lines(self) -> tuple[str, ...]:
        return self._shown.lines

    @Slot()
    def start(self) -> None:
        self._is_running = True
        self.present(going_state(self._wording))
        self._runner.start(
            partial(act, self._erase, self._wording),
            owner=self,
            done=self._on_done,
            failed=self._on_failed,
        )

    def refuse(self, sentence: str) -> None:
        """Not even tried, and why."""
        self.present(refused_state(sentence, self._wording, can_retry=False))

    def present(self, state: EndState) -> None:
        self._shown = state
        self._hero.show_answer(
            state.look, self._wording.say(state.look.word), state.headline, " ".join(state.lines)
        )
        for button, text in (
            (self.anew, state.anew),
            (self.again, state.again),
            (self.close_all, state.close),
        ):
            button.setText(text)
            button.setVisible(bool(text))
        self._acts.setVisible(bool(state.close))

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        """While it erases the window stays: half of it would be left until the next start."""
        if self._is_running:
            event.ignore()
            return
        super().closeEvent(event)
        self.left.emit()

    def _build(self) -> None:
        scroll = ScrollColumn(self)
        self._hero = Hero(scroll)
        self._hero.show_fraction(None, "")
        self._hero.button.hide()
        self._acts = FlowRow(scroll)
        self.anew = ActionButton("", self._acts, kind="primary")
        self.again = ActionButton("", self._acts)
        self.close_all = ActionButton("", self._acts)
        self.anew.clicked.connect(self._on_anew_clicked)
        self.again.clicked.connect(self.start)
        self.close_all.clicked.connect(self.close)
        for button in (self.anew, self.again, self.close_all):
            self._acts.add(button)
        scroll.column.addWidget(self._hero)
        scroll.column.addWidget(self._acts)
        scroll.column.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, grid_px(6), 0, grid_px(6))
        column.addWidget(scroll)

    def _on_done(self, done: Done[None]) -> None:
        self._is_running = False
        if done.trouble:
            self.present(refused_state(done.trouble, self._wording))
        else:
            self.present(done_state(self._found, self._wording))

    def _on_failed(self, error: Exception) -> None:
        log.error("erasing broke", exc_info=error)
        self._is_running = False
        self.present(broken_state(self._wording))

    @Slot()
    def _on_anew_clicked(self) -> None:
        self.begins_anew = True
        self.close()
