"""Which week is shown, and the ways to others. Plain Python."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from workspace_assistant.core.days import checked_day
from workspace_assistant.core.errors import RefusedError
from workspace_assistant.ui.week import texts
from workspace_assistant.ui.week.situation import Seen
from workspace_assistant.ui.wording.durations import from_to
from workspace_assistant.ui.wording.wording import Wording

_LAST_DAY = timedelta(days=6)


@dataclass(frozen=True, slots=True, kw_only=True)
class PickerState:
    """Attributes: `is_current` for the week that runs: there is no way back to it then."""

    title: str
    name: str
    is_current: bool


def picker_state(seen: Seen, wording: Wording) -> PickerState:
    first = seen.week.days[0].on
    is_current = first <= seen.today <= first + _LAST_DAY
    return PickerState(
        title=from_to(wording.day(first), wording.day(first + _LAST_DAY), wording),
        name=_name(seen, wording, is_current=is_current),
        is_current=is_current,
    )


def picked_day(text: str) -> date:
    """A day, or a week such as 2026-W47, as `date.fromisoformat` reads them.

    Raises `RefusedError` for what is neither, and for a year that no log is kept in.
    """
    written = text.strip()
    try:
        return checked_day(date.fromisoformat(written))
    except ValueError:
        raise RefusedError(texts.NO_DAY, text=written) from None


def _name(seen: Seen, wording: Wording, *, is_current: bool) -> str:
    year, _, number = seen.week.name.partition("-W")
    name = wording.say(texts.WEEK_NAME, number=number.lstrip("0"), year=year)
    if is_current:
        return wording.say(texts.RUNNING, week=name)
    return wording.say(texts.TO_COME, week=name) if is_to_come(seen) else name


def is_to_come(seen: Seen) -> bool:
    return seen.at < seen.week.span.start
