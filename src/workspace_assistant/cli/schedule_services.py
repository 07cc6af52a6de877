"""What the `schedule` and `reminders` commands work with."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workspace_assistant.core.jobs import JobContext
    from workspace_assistant.core.preshift.model import PreshiftSettings
    from workspace_assistant.core.reminders.model import Entry
    from workspace_assistant.core.schedule.service import ScheduleService


@dataclass(frozen=True, slots=True, kw_only=True)
class Attending:
    """One look at what is due, for a program that ends afterwards.

    Attributes:
        attend: does what is due now, reporting each line of the why-log, each button that is
            pressed and the look itself as readings; tells when to look again.
        listen: waits for the buttons of what was shown, for so many seconds at most.
    """

    attend: Callable[[JobContext], datetime]
    listen: Callable[[float, JobContext], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class ScheduleTools:
    """Everything may raise `StoreUnavailableError`, and `UserInputError` where it is refused.

    Attributes:
        open_window: starts the window, or raises the one there is.
        system: what the system starts by itself.
    """

    settings: Callable[[], PreshiftSettings]
    keep_settings: Callable[[PreshiftSettings], None]
    why_log: Callable[[int], tuple[Entry, ...]]
    attending: Callable[[], Attending]
    open_window: Callable[[], None]
    system: Callable[[], ScheduleService]
