"""Turns on and off that the system starts the program by itself."""

from __future__ import annotations

from dataclasses import dataclass

from workspace_assistant.core.schedule.errors import ScheduleError
from workspace_assistant.core.schedule.model import (
    EVERY_MINUTES,
    POSSIBLE_MINUTES,
    AutostartState,
    Program,
    TimerState,
)
from workspace_assistant.core.schedule.ports import Autostart, SystemTimer
from workspace_assistant.core.schedule.texts import BAD_MINUTES


@dataclass(frozen=True, slots=True)
class ScheduleService:
    """Everything may wait for the system, seconds at most: the window calls it in jobs."""

    timer: SystemTimer
    autostart: Autostart
    program: Program

    def install(self, every_minutes: int = EVERY_MINUTES) -> TimerState:
        """The system looks so often whether a check is due. Raises `ScheduleError`."""
        if every_minutes not in POSSIBLE_MINUTES:
            choices = ", ".join(str(minutes) for minutes in POSSIBLE_MINUTES)
            raise ScheduleError(BAD_MINUTES, minutes=str(every_minutes), choices=choices)
        return self.timer.install(self.program, every_minutes)

    def remove(self) -> TimerState:
        """Raises `ScheduleError`."""
        return self.timer.remove()

    def state(self) -> TimerState:
        return self.timer.state(self.program)

    def turn_autostart(self, *, is_on: bool) -> AutostartState:
        """Raises `ScheduleError`."""
        return self.autostart.turn_on(self.program) if is_on else self.autostart.turn_off()

    def autostart_state(self) -> AutostartState:
        return self.autostart.state()
