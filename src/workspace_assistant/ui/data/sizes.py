"""Sizes of files in words. Plain Python."""

from __future__ import annotations

from workspace_assistant.ui.data import texts
from workspace_assistant.ui.wording.wording import Wording

_KILOBYTE, _MEGABYTE = 1000, 1_000_000


def size_words(size_bytes: int, wording: Wording) -> str:
    """In kilobytes or megabytes of thousands, as file managers count."""
    if size_bytes < _MEGABYTE:
        number = wording.number(float(-(-size_bytes // _KILOBYTE)))
        return wording.say(texts.KILOBYTES, number=number)
    return wording.say(texts.MEGABYTES, number=wording.number(size_bytes / _MEGABYTE))
