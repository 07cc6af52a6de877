"""What is refused."""

from __future__ import annotations

from collections.abc import Sequence

from workspace_assistant.core.errors import RefusedError, UserInputError


class WorkplaceError(RefusedError):
    """A name that no workplace can have."""


class AnswersError(UserInputError):
    """A file of answers that cannot be used.

    Attributes:
        faults: all of them, each with its place.
    """

    def __init__(self, faults: Sequence[str]) -> None:
        super().__init__("\n".join(faults))
        self.faults = tuple(faults)
