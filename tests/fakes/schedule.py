"""A system that starts programs by itself, in memory."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from workspace_assistant.adapters.system.system_command import Answer
from workspace_assistant.core.schedule.model import (
    AutostartState,
    Program,
    TimerKind,
    TimerState,
)
from workspace_assistant.core.schedule.service import ScheduleService

STRANGE = r"""/home/a b/100%/"q"/$HOME/`x`/back\slash;'é"""
PROGRAM = Program(words=("/opt/py thon", "-P", "-m", "workspace_assistant"), data_dir=STRANGE)


class MemoryTimer:
    """Implements `SystemTimer`."""

    def __init__(self, *, is_followed: bool = True) -> None:
        self.is_followed = is_followed
        self.installed: tuple[Program, int] | None = None

    def install(self, program: Program, every_minutes: int) -> TimerState:
        self.installed = (program, every_minutes)
        return self.state(program)

    def remove(self) -> TimerState:
        self.installed = None
        return TimerState(kind=TimerKind.SYSTEMD)

    def state(self, program: Program) -> TimerState:
        if self.installed is None:
            return TimerState(kind=TimerKind.SYSTEMD)
        return TimerState(
            kind=TimerKind.SYSTEMD,
            places=("/units/a.timer",),
            is_active=True if self.is_followed else None,
            every_minutes=self.installed[1],
            is_ours=self.installed[0] == program,
            trouble="" if self.is_followed else "Nobody starts the timer.",
            to_do="" if self.is_followed else "systemctl a\nsystemctl b",
        )


class MemoryAutostart:
    """Implements `Autostart`."""

    def __init__(self) -> None:
        self.program: Program | None = None

    def turn_on(self, program: Program) -> AutostartState:
        self.program = program
        return self.state()

    def turn_off(self) -> AutostartState:
        self.program = None
        return self.state()

    def state(self) -> AutostartState:
        return AutostartState(is_on=self.program is not None, place="/autostart/a.desktop")


def memory_schedule(*, is_followed: bool = True) -> ScheduleService:
    return ScheduleService(MemoryTimer(is_followed=is_followed), MemoryAutostart(), PROGRAM)


class ScriptedSystem:
    """Programs of the system that answer by a word of their command line; all are noted."""

    def __init__(self, **answers: Answer) -> None:
        self.answers = {name.replace("_", "-"): answer for name, answer in answers.items()}
        self.asked: list[tuple[str, ...]] = []

    def run(self, words: Sequence[str]) -> Answer:
        self.asked.append(tuple(words))
        bare = (word.lstrip("/").lower() for word in words)
        return next((self.answers[word] for word in bare if word in self.answers), Answer(0))


def write(place: Path, content: bytes) -> None:
    place.write_bytes(content)


def refuse(place: Path, content: bytes) -> None:
    del content
    raise PermissionError(13, "Permission denied", str(place))
