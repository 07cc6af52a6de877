"""What cannot be done with the log, in the user's words."""

from __future__ import annotations

from workspace_assistant.core.errors import RefusedError, StoreUnavailableError


class FocusError(RefusedError):
    """An act that makes no sense now; nothing was changed."""


class UnreadableBlockError(StoreUnavailableError):
    """The running block cannot be read from the file. `FocusService.repair` settles that."""
