"""What the computer check needs from the system."""

from __future__ import annotations

from typing import Protocol

from workspace_assistant.core.readiness.computer.model import (
    CpuReading,
    LoadReading,
    StateReading,
)


class ComputerProbe(Protocol):
    """Reads counters and states. Never raises for what a system lacks: that is an `Absence`."""

    def cpu(self) -> CpuReading:
        """The processor counters alone: cheap enough for five readings a second."""

    def load(self) -> LoadReading:
        """All growing counters, with every process; a few milliseconds of work."""

    def state(self) -> StateReading: ...
