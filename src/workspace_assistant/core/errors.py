"""Errors that belong to no single feature."""

from __future__ import annotations

from workspace_assistant.core.phrases import Phrase


class SaidError(Exception):
    """An error in a sentence that can be translated; as text it is that sentence in English.

    Attributes:
        sentence: marked for translation, with ``{named}`` places.
        parts: what goes there; a `Phrase` is translated too.
    """

    def __init__(self, sentence: str, /, **parts: str) -> None:
        super().__init__(str(Phrase(sentence, **parts)))
        self.sentence = sentence
        self.parts = parts

    @property
    def phrase(self) -> Phrase:
        """The sentence, to be kept, or to be a part of another."""
        return Phrase(self.sentence, **self.parts)


class UserInputError(SaidError):
    """Input that cannot be used. The message is one sentence naming file, place and reason."""


class RefusedError(UserInputError):
    """Refused, in one sentence; nothing was changed."""


class StoreUnavailableError(SaidError):
    """The database cannot be used; the message says why and what to do, in the user's words."""


class DamagedStoreError(StoreUnavailableError):
    """What is in the file is no longer a whole database; the message names what to restore."""


class LockedStoreError(StoreUnavailableError):
    """What is in the file is encrypted, and its key is not at hand; the recovery key opens it."""


def words_of(error: Exception) -> str:
    """The error's sentence as a phrase; of one that is not ours its text, as data."""
    return error.phrase if isinstance(error, SaidError) else str(error)
