"""What check-ins refuse."""

from __future__ import annotations

from workspace_assistant.core.errors import RefusedError


class CheckInError(RefusedError):
    """An answer or act that cannot be; nothing was changed."""
