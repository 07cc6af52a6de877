"""What is refused."""

from __future__ import annotations

from collections.abc import Sequence

from workspace_assistant.core.errors import RefusedError, UserInputError
from workspace_assistant.core.phrases import joined


class WorkplaceError(RefusedError):
    """A name that no workplace can have."""


class AnswersError(UserInputError):
    """A file of answers that cannot be used.

    Attributes:
        faults: all of them, each with its place.
    """

    def __init__(self, faults: Sequence[str]) -> None:
        told = joined("\n", faults)
        super().__init__(told.sentence, **told.parts)
        self.faults = tuple(faults)
