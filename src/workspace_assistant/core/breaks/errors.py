"""What breaks refuse."""

from __future__ import annotations

from workspace_assistant.core.errors import RefusedError


class BreakError(RefusedError):
    """A choice or an answer that makes no sense now; nothing was changed."""
