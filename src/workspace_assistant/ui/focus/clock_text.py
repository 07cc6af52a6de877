"""Times of day as people write them, and the instants that they mean. Plain Python."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta

from workspace_assistant.core.focus.errors import FocusError
from workspace_assistant.ui.focus import texts
from workspace_assistant.ui.wording.wording import Wording
from workspace_assistant.ui.wording.written_times import written_time


def time_of(text: str) -> time:
    """The time of day that *text* says; raises `FocusError` for what is none."""
    found = written_time(text)
    if found is None:
        raise FocusError(texts.TIME_UNCLEAR, text=text.strip())
    return found


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
