"""Why something was refused, in the user's language; the error itself speaks English."""

from __future__ import annotations

from workspace_assistant.cli.language import worded


def refusal_text(error: Exception) -> str:
    """Of an error with a sentence that can be translated; any other one says what it says."""
    sentence: str = getattr(error, "sentence", "")
    return worded(sentence, **getattr(error, "parts", {})) if sentence else str(error)
