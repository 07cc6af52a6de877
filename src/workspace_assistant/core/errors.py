"""Errors that belong to no single feature."""

from __future__ import annotations


class UserInputError(Exception):
    """Input that cannot be used. The message is one sentence naming file, place and reason."""


class StoreUnavailableError(Exception):
    """The database cannot be used; the message says why and what to do, in the user's words."""
