"""What a screen reader says of a part that shows several texts beside each other."""

from __future__ import annotations

_ENDS = (".", "?", "!", "…", ":", "؟")


def as_sentences(*parts: str) -> str:
    """The parts that there are, each with an end, so that a voice pauses between them."""
    told = (part.strip() for part in parts)
    return " ".join(part if part.endswith(_ENDS) else f"{part}." for part in told if part)
