"""What cannot be done with shifts, in the user's words."""

from __future__ import annotations

from workspace_assistant.core.errors import RefusedError


class ShiftError(RefusedError):
    """An act that makes no sense; nothing was changed."""
