"""Durations as people read them. Plain Python."""

from __future__ import annotations

from math import floor

from workspace_assistant.core.typography import MINUS, NARROW_SPACE
from workspace_assistant.ui.wording import texts
from workspace_assistant.ui.wording.wording import Wording

_MINUTE_S = 60
_HOUR_S = 3600


def spelled(duration_s: float, wording: Wording) -> str:
    """Such as ``48 min`` or ``1 h 05 min``; whole seconds below a minute."""
    whole_s = floor(max(duration_s, 0.0))
    if whole_s < _MINUTE_S:
        return wording.say(texts.SECONDS, count=str(whole_s), space=NARROW_SPACE)
    hours, minutes = divmod(whole_s // _MINUTE_S, 60)
    if not hours:
        return wording.say(texts.MINUTES, count=str(minutes), space=NARROW_SPACE)
    if not minutes:
        return wording.say(texts.HOURS, count=str(hours), space=NARROW_SPACE)
    return wording.say(
        texts.HOURS_MINUTES, hours=str(hours), minutes=f"{minutes:02}", space=NARROW_SPACE
    )


def compact(duration_s: float, wording: Wording) -> str:
    """As `spelled`, and ``1:05 h`` where there is little room."""
    hours, minutes = divmod(floor(max(duration_s, 0.0)) // _MINUTE_S, 60)
    if not hours or not minutes:
        return spelled(duration_s, wording)
    return wording.say(
        texts.HOURS_SHORT, hours=str(hours), minutes=f"{minutes:02}", space=NARROW_SPACE
    )


def digits(duration_s: float) -> str:
    """Such as ``24:59`` or ``1:05:00``: whole seconds, of one width from second to second."""
    whole_s = floor(abs(duration_s))
    sign = MINUS if duration_s < 0 and whole_s else ""
    hours, rest_s = divmod(whole_s, _HOUR_S)
    minutes, seconds = divmod(rest_s, _MINUTE_S)
    if hours:
        return f"{sign}{hours}:{minutes:02}:{seconds:02}"
    return f"{sign}{minutes:02}:{seconds:02}"


def writable(duration_s: float) -> str:
    """Such as ``1 h 40 min``, for a field: by the symbols that every language shares."""
    whole_s = round(duration_s)
    hours, rest_s = divmod(whole_s, _HOUR_S)
    minutes, seconds = divmod(rest_s, _MINUTE_S)
    parts = ((hours, "h"), (minutes, "min"), (seconds, "s"))
    return " ".join(f"{number} {unit}" for number, unit in parts if number)


def from_to(start: str, end: str, wording: Wording) -> str:
    """Two times of day that a stretch of time lies between."""
    return wording.say(texts.FROM_TO, start=start, end=end)
