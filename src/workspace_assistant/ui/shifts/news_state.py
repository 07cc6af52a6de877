"""What changed in the coming shifts, until it was seen. Plain Python."""

from __future__ import annotations

from dataclasses import dataclass

from workspace_assistant.core.shifts.model import Shift
from workspace_assistant.core.shifts.news import News
from workspace_assistant.ui.shifts import texts
from workspace_assistant.ui.shifts.situation import Seen
from workspace_assistant.ui.shifts.spoken import day_within, times_of
from workspace_assistant.ui.wording.wording import Wording


@dataclass(frozen=True, slots=True, kw_only=True)
class NewsState:
    headline: str
    lines: tuple[str, ...]


def news_state(seen: Seen, wording: Wording) -> NewsState | None:
    """None where nothing changed that was not seen yet."""
    count = len(seen.news)
    if not count:
        return None
    said = texts.NEWS_TITLE_ONE if count == 1 else texts.NEWS_TITLE_MANY
    return NewsState(
        headline=wording.say(said, count=str(count)),
        lines=tuple(_line(one, seen, wording) for one in seen.news),
    )


def _line(one: News, seen: Seen, wording: Wording) -> str:
    if one.before is not None and one.after is not None and _is_same_day(one, wording):
        return wording.say(
            texts.NEWS_SAME_DAY,
            day=day_within(one.after.starts_at, seen.at, wording),
            before=times_of(one.before, wording),
            after=times_of(one.after, wording),
        )
    return wording.say(
        texts.NEWS[one.kind],
        before=_when(one.before, seen, wording),
        after=_when(one.after, seen, wording),
    )


def _is_same_day(one: News, wording: Wording) -> bool:
    days = {wording.local(each.starts_at).date() for each in (one.before, one.after) if each}
    return len(days) == 1


def _when(shift: Shift | None, seen: Seen, wording: Wording) -> str:
    if shift is None:
        return ""
    day = day_within(shift.starts_at, seen.at, wording)
    return wording.say(texts.NEWS_WHEN, day=day, times=times_of(shift, wording))
