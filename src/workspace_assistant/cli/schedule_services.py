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
class ScheduleTools:
    """Everything may raise `StoreUnavailableError`, and `UserInputError` where it is refused.

    Attributes:
        attend: does what is due now, reporting each line of the why-log as a reading; tells when
            something is due again, or would be looked for.
        listen: follows the buttons of the notifications that were just shown, for so many
            seconds at most. Raises `JobCancelledError`.
        system: what starts the program by itself.
    """

    settings: Callable[[], PreshiftSettings]
    keep_settings: Callable[[PreshiftSettings], None]
    why_log: Callable[[int], tuple[Entry, ...]]
    attend: Callable[[JobContext], datetime]
    listen: Callable[[float, JobContext], None]
    system: Callable[[], ScheduleService]
