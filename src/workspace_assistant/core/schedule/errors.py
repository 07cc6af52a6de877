"""What cannot be done about the schedule, in the user's words."""

from __future__ import annotations

from workspace_assistant.core.errors import RefusedError


class ScheduleError(RefusedError):
    """The system's schedule could not be changed."""
