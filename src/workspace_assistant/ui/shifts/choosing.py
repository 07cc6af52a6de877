"""Connects the choices of the shifts page with what keeps them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot

from workspace_assistant.core.preshift.model import PreshiftSettings
from workspace_assistant.core.shifts.model import Place
from workspace_assistant.ui.shifts.acts import ShiftActs
from workspace_assistant.ui.shifts.session import ShiftsSession
from workspace_assistant.ui.shifts.settings_panel import SettingsPanel
from workspace_assistant.ui.shifts.settings_state import (
    with_first,
    with_microphone,
    with_place,
    with_second,
)
from workspace_assistant.ui.shifts.system_panel import SystemPanel


class Choosing(QObject):
    def __init__(
        self,
        settings: SettingsPanel,
        system: SystemPanel,
        session: ShiftsSession,
        acts: ShiftActs,
    ) -> None:
        super().__init__(settings)
        self._session = session
        self._acts = acts
        settings.first_chosen.connect(self._on_first_chosen)
        settings.second_chosen.connect(self._on_second_chosen)
        settings.microphone_chosen.connect(self._on_microphone_chosen)
        settings.place_switched.connect(self._on_place_switched)
        settings.watch_switched.connect(self._on_watch_switched)
        settings.idle_chosen.connect(self._on_idle_chosen)
        system.timer_switched.connect(self._on_timer_switched)
        system.autostart_switched.connect(self._on_autostart_switched)

    def _choose(self, changed: Callable[[PreshiftSettings], PreshiftSettings]) -> None:
        seen = self._session.situation.seen
        if seen is not None:
            self._acts.choose(changed(seen.settings))

    @Slot(str)
    def _on_first_chosen(self, value: str) -> None:
        self._choose(lambda chosen: with_first(chosen, value))

    @Slot(str)
    def _on_second_chosen(self, value: str) -> None:
        self._choose(lambda chosen: with_second(chosen, value))

    @Slot(str)
    def _on_microphone_chosen(self, value: str) -> None:
        self._choose(lambda chosen: with_microphone(chosen, value))

    @Slot(str, bool)
    def _on_place_switched(self, place: str, is_on: bool) -> None:  # noqa: FBT001 - a signal's
        self._choose(lambda chosen: with_place(chosen, Place(place), is_on=is_on))

    @Slot(bool)
    def _on_watch_switched(self, is_on: bool) -> None:  # noqa: FBT001 - a signal's
        self._acts.watch_line(is_on=is_on)

    @Slot(str)
    def _on_idle_chosen(self, value: str) -> None:
        self._acts.choose_idle(float(value) * 60.0)

    @Slot(bool)
    def _on_timer_switched(self, is_on: bool) -> None:  # noqa: FBT001 - a signal's
        self._acts.switch_timer(is_on=is_on)

    @Slot(bool)
    def _on_autostart_switched(self, is_on: bool) -> None:  # noqa: FBT001 - a signal's
        self._acts.switch_autostart(is_on=is_on)
