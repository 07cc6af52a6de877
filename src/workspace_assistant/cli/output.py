"""Where commands print: data on standard output, everything else on standard error."""

from __future__ import annotations

import contextlib
import os
import sys
import unicodedata
from collections.abc import Mapping

from workspace_assistant.core.json_text import to_json
from workspace_assistant.core.typography import MINUS, NARROW_SPACE

_PLAIN = str.maketrans({NARROW_SPACE: " ", MINUS: "-", "“": '"', "”": '"', "…": "..."})

_HARMLESS = "\n\t\u200c\u200d"  # the last two: zero width non-joiner and joiner


def say(text: str = "") -> None:
    """Data for the user: standard output."""
    sys.stdout.write(f"{fitting(printable(text), sys.stdout.encoding)}\n")


def say_json(document: Mapping[str, object]) -> None:
    """One document, alone on standard output; escaped where the output is not Unicode."""
    is_unicode = sys.stdout.encoding.lower().replace("-", "").startswith("utf")
    sys.stdout.write(f"{to_json(document, ascii_only=not is_unicode)}\n")
    sys.stdout.flush()


def tell(text: str) -> None:
    """Messages and errors: standard error. Whether anybody reads them changes nothing."""
    with contextlib.suppress(OSError):
        sys.stderr.write(f"{fitting(printable(text), sys.stderr.encoding)}\n")
        sys.stderr.flush()


def printable(text: str) -> str:
    """*text* without control characters: names from outside must not steer the terminal.

    What joins the parts of an emoji or of a word stays: it steers nothing.
    """
    return "".join(
        character
        for character in text
        if character in _HARMLESS or unicodedata.category(character)[0] != "C"
    )


def fitting(text: str, encoding: str) -> str:
    """*text* in characters that *encoding* has: plain spaces and signs before question marks."""
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return text.translate(_PLAIN).encode(encoding, "replace").decode(encoding)
    return text


def abandon_standard_output() -> None:
    """Nobody reads it or it is full; Python would complain again when it flushes at exit."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
