"""What the schedule needs from the system."""

from __future__ import annotations

from typing import Protocol

from workspace_assistant.core.schedule.model import AutostartState, Program, TimerState


class SystemTimer(Protocol):
    """What starts the program on a timer. Everything may wait for the system, seconds at most."""

    def install(self, program: Program, every_minutes: int) -> TimerState:
        """Replaces what was there. Raises `ScheduleError` where files cannot be written."""

    def remove(self) -> TimerState:
        """Does nothing where there is none. Raises `ScheduleError`."""

    def state(self, program: Program) -> TimerState: ...


class Autostart(Protocol):
    """What starts the program at login."""

    def turn_on(self, program: Program) -> AutostartState:
        """Raises `ScheduleError` where it cannot be written."""

    def turn_off(self) -> AutostartState:
        """Raises `ScheduleError`."""

    def state(self) -> AutostartState: ...
