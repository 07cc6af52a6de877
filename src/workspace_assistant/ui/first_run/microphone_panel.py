"""MicrophonePanel: which microphone, and how it sounds: parts of the page Microphone."""

from __future__ import annotations

from time import monotonic

from PySide6.QtCore import Slot
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from workspace_assistant.ui.microphone.hero_state import HeroState
from workspace_assistant.ui.microphone.live_panel import LivePanel
from workspace_assistant.ui.microphone.picker_panel import PickerPanel
from workspace_assistant.ui.microphone.session import MicrophoneSession
from workspace_assistant.ui.microphone.view_state import page_state
from workspace_assistant.ui.overriding import override
from workspace_assistant.ui.theme.metrics import TextStyle, grid_px
from workspace_assistant.ui.widgets.hero import Hero
from workspace_assistant.ui.wording.wording import Wording

_BAR_INTERVAL_S = 0.5


class MicrophonePanel(QWidget):
    """It listens only after its button was pressed, and no longer than it is shown."""

    def __init__(self, session: MicrophoneSession, wording: Wording, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._wording = wording
        self._bar_moved_at_s = 0.0
        self.picker = PickerPanel(wording, self)
        self.hero = Hero(self, TextStyle.READING)
        self._live = LivePanel(wording, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(grid_px(3.5))
        for part in (self.picker, self.hero, self._live):
            column.addWidget(part)
        column.addStretch(1)
        session.changed.connect(self._on_changed)
        session.moved.connect(self._on_moved)
        self.picker.look_wanted.connect(self._on_look_wanted)
        self.picker.chosen.connect(self._on_chosen)
        self.hero.button.clicked.connect(self._on_button_clicked)
        self._on_changed()

    @property
    def controls(self) -> tuple[QWidget, ...]:
        return (*self.picker.controls, self.hero.button)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        """Whoever goes on, or puts the window away, is not listened to any more."""
        super().hideEvent(event)
        self._session.cancel()

    @Slot()
    def _on_changed(self) -> None:
        state = page_state(self._session.situation, self._wording)
        self._show_hero(state.hero)
        self.picker.present(state.picker)
        self._live.present(state.live)

    def _show_hero(self, hero: HeroState) -> None:
        word = self._wording.say(hero.look.word)
        self.hero.show_answer(hero.look, word, hero.headline, hero.sentence)
        self.hero.show_request(hero.request)
        self.hero.show_steps(hero.steps)
        self.hero.show_fraction(hero.fraction, hero.headline)
        self.hero.show_button(hero.button, is_enabled=hero.is_enabled, is_primary=False)

    @Slot()
    def _on_moved(self) -> None:
        if self._session.level is not None:
            self._live.swing(self._session.level)
        now_s = monotonic()
        if now_s - self._bar_moved_at_s >= _BAR_INTERVAL_S:
            self._bar_moved_at_s = now_s
            self.hero.move_fraction(self._session.fraction)

    @Slot()
    def _on_look_wanted(self) -> None:
        self._session.look(is_asked=True)

    @Slot(str, str)
    def _on_chosen(self, microphone: str, name: str) -> None:
        self._session.choose(microphone, name)

    @Slot()
    def _on_button_clicked(self) -> None:
        hero = page_state(self._session.situation, self._wording).hero
        if hero.stops:
            self._session.cancel()
        elif hero.looks:
            self._session.look(is_asked=True)
        else:
            self._session.record()
