"""Names from outside, such as those of programs and devices, made fit to be shown.

A program chooses its own name, so it may hold a line break that forges a line of the report, or an
escape sequence that a terminal obeys.
"""

from __future__ import annotations

import unicodedata

_BREAKS = frozenset({"Cc", "Zl", "Zp"})
_UNWRITABLE = "Cs"  # half a surrogate pair: bytes that were no text, and cannot be stored as any
_INVISIBLE = "Cf"  # among them the marks that turn the direction of writing


def one_line(name: str) -> str:
    """*name* as one line without control and format characters, spaces joined; may be empty."""
    return " ".join("".join(map(_shown, name)).split())


def _shown(character: str) -> str:
    category = unicodedata.category(character)
    if category in _BREAKS:
        return " "
    if category == _UNWRITABLE:
        return "\N{REPLACEMENT CHARACTER}"
    return "" if category == _INVISIBLE else character
