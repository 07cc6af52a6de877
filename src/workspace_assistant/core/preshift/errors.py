"""What the check before a shift refuses."""

from __future__ import annotations

from workspace_assistant.core.errors import RefusedError


class PreshiftError(RefusedError):
    """A choice that makes no sense; nothing was changed."""
