"""What cannot be done with the log, in the user's words."""

from __future__ import annotations

from workspace_assistant.core.errors import UserInputError


class FocusError(UserInputError):
    """Refused; nothing was changed.

    Attributes:
        sentence: marked for translation, with ``{named}`` places.
        parts: what goes there.
    """

    def __init__(self, sentence: str, **parts: str) -> None:
        super().__init__(sentence.format_map(parts) if parts else sentence)
        self.sentence = sentence
        self.parts = parts
