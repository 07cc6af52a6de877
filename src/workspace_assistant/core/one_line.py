"""Words of a person or of another program, fit for one line of a list, a calendar or a table."""

from __future__ import annotations

import unicodedata


def one_line(text: str) -> str:
    """Without line breaks and control characters: no name forges a line of its own.

    Spaces of any kind become one; what joins the parts of an emoji stays.
    """
    spaced = "".join(sign for sign in text if sign.isspace() or not _is_control(sign))
    return " ".join(spaced.split())


def _is_control(sign: str) -> bool:
    return unicodedata.category(sign) == "Cc"
