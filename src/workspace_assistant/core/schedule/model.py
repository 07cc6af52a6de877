"""How the system starts the program by itself, and whether it does."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

# Divisors of an hour: the runs fall on the same minutes of every hour, and on full hours.
POSSIBLE_MINUTES = (1, 2, 3, 4, 5, 6, 10, 12, 15, 20, 30)
EVERY_MINUTES = 5

# What the program is started with at login: it goes to the tray where there is one.
IN_TRAY = "--in-tray"


class TimerKind(StrEnum):
    """Who starts the program on this system."""

    SYSTEMD = "systemd"
    TASK_SCHEDULER = "task-scheduler"
    LAUNCHD = "launchd"


@dataclass(frozen=True, slots=True, kw_only=True)
class Program:
    """How the program is started, and on which data.

    Attributes:
        words: the program and its first arguments, as a list that no shell reads.
        data_dir: absolute path of what it works on.
    """

    words: tuple[str, ...]
    data_dir: str

    @property
    def on_timer(self) -> tuple[str, ...]:
        """What is due now is done, then it ends."""
        return (*self.words, "schedule", "run", "--data-dir", self.data_dir)

    @property
    def at_login(self) -> tuple[str, ...]:
        return (*self.words, "--data-dir", self.data_dir, IN_TRAY)


@dataclass(frozen=True, slots=True)
class TimerFile:
    """A file for the system to read."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class TimerState:
    """Whether the system starts the program on a timer.

    Attributes:
        places: where the files lie that say so; empty where there are none.
        is_active: whether the system has taken them up; None where it cannot be asked.
        every_minutes: how often, as the files say; None without files or where they are not ours.
        is_ours: whether the files start this program on these data: another installation, or
            another data directory, may have written them.
        trouble: why the system cannot be asked, a sentence; else empty.
        to_do: commands, one a line, that the user runs to make the system follow; else empty.
    """

    kind: TimerKind
    places: tuple[str, ...] = ()
    is_active: bool | None = None
    every_minutes: int | None = None
    is_ours: bool = False
    trouble: str = ""
    to_do: str = ""

    @property
    def is_installed(self) -> bool:
        return bool(self.places)


@dataclass(frozen=True, slots=True, kw_only=True)
class AutostartState:
    """Whether the program is started at login.

    Attributes:
        place: the file or registry value that says so.
    """

    is_on: bool
    place: str
