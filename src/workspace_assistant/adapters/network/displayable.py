"""Text that a server had a hand in, made fit to be shown and kept."""

from __future__ import annotations

_MOST_CHARACTERS = 100


def displayable(text: str) -> str:
    """One line of at most 100 characters that are seen.

    Control and format characters are left out: they can move a terminal's cursor, turn the
    direction of the text around them, or fake what follows.
    """
    one_line = " ".join(text.split())
    seen = "".join(character for character in one_line if character.isprintable())
    return seen[:_MOST_CHARACTERS].strip()
