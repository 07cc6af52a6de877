"""Errors that belong to no single feature."""

from __future__ import annotations


class UserInputError(Exception):
    """Input that cannot be used. The message is one sentence naming file, place and reason."""


class RefusedError(UserInputError):
    """Refused in a sentence that can be translated; nothing was changed.

    Attributes:
        sentence: marked for translation, with ``{named}`` places.
        parts: what goes there.
    """

    def __init__(self, sentence: str, **parts: str) -> None:
        super().__init__(sentence.format_map(parts) if parts else sentence)
        self.sentence = sentence
        self.parts = parts


class StoreUnavailableError(Exception):
    """The database cannot be used; the message says why and what to do, in the user's words."""


class DamagedStoreError(StoreUnavailableError):
    """What is in the file is no longer a whole database; the message names what to restore."""
