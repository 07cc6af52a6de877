"""Names as they stand within a sentence."""

from __future__ import annotations

from workspace_assistant.cli.language import worded


def inside(name: str) -> str:
    """*name*, marked for translation, in small letters in English alone: others keep theirs."""
    said = worded(name)
    return said.lower() if said == name else said
