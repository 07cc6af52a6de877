"""Times of day as people write them, and the instants that they mean. Plain Python."""

from __future__ import annotations

import re
from datetime import UTC, datetime, time, timedelta

from workspace_assistant.core.focus.errors import FocusError
from workspace_assistant.ui.focus import texts
from workspace_assistant.ui.wording.wording import Wording

# 9:30, 09.30, 9h30, 0930, 9, with seconds, with am and pm.
_WRITTEN = re.compile(
    r"(?P<hour>\d{1,2})(?:[:.h]?(?P<minute>\d{2})(?:[:.](?P<second>\d{2}))?)?h?\s*"
    r"(?:(?P<half>[ap])\.?\s?m?\.?)?",
    re.IGNORECASE,
)
_NOON = 12
_NO_HOUR = 99


def time_of(text: str) -> time:
    """The time of day that *text* says; raises `FocusError` for what is none."""
    found = _WRITTEN.fullmatch(text.strip())
    if found is None:
        raise FocusError(texts.TIME_UNCLEAR, text=text.strip())
    hour = int(found["hour"])
    if found["half"]:
        hour = _of_half(hour, found["half"].lower())
    try:
        return time(hour, int(found["minute"] or 0), int(found["second"] or 0))
    except ValueError:
        raise FocusError(texts.TIME_UNCLEAR, text=text.strip()) from None


def instant_on(
    text: str, start: datetime, end: datetime, wording: Wording, near: datetime | None = None
) -> datetime:
    """The instant in [*start*, *end*) at which the user's clock shows *text*.

    Where clocks are set back it shows it twice: then the one closer to *near* is meant. Raises
    `FocusError` where it shows it never: clocks were set forward, or it is no time at all.
    """
    wanted = time_of(text)
    found = [at for at in _candidates(wanted, start, end, wording) if start <= at < end]
    if not found:
        raise FocusError(texts.TIME_NEVER, text=text.strip())
    return min(found, key=lambda at: abs(at - (near or start)))


def instant_in(text: str, start: datetime, end: datetime, wording: Wording) -> datetime:
    """The same inside a shorter stretch; raises `FocusError` for times outside or at its ends."""
    wanted = time_of(text)
    found = [at for at in _candidates(wanted, start, end, wording) if start < at < end]
    if not found:
        raise FocusError(
            texts.TIME_OUTSIDE,
            text=text.strip(),
            start=wording.clock(start),
            end=wording.clock(end),
        )
    return found[0]


def _candidates(wanted: time, start: datetime, end: datetime, wording: Wording) -> list[datetime]:
    """Instants around [start, end] at which the user's clock shows *wanted*, in order."""
    offsets = {wording.local(at).utcoffset() or timedelta() for at in (start, end)}
    first = wording.local(start).date() - timedelta(days=1)
    days = [first + timedelta(days=day) for day in range((end - start).days + 4)]
    made = {datetime.combine(day, wanted, UTC) - offset for day in days for offset in offsets}
    return sorted(at for at in made if wording.local(at).time().replace(tzinfo=None) == wanted)


def _of_half(hour: int, half: str) -> int:
    """12 am is midnight, 12 pm noon; 13 pm is no hour of the day."""
    if not 1 <= hour <= _NOON:
        return _NO_HOUR
    return hour % _NOON + (_NOON if half == "p" else 0)
