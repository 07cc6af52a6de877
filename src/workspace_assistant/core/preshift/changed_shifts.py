"""What became of a shift, in one short sentence: days by name, and only what is different."""

from __future__ import annotations

from datetime import datetime

from workspace_assistant.core.preshift import texts
from workspace_assistant.core.preshift.telling import Words
from workspace_assistant.core.shifts.model import Shift
from workspace_assistant.core.shifts.news import News

_NEAR_DAYS = {0: texts.TODAY, 1: texts.TOMORROW}


def changed_sentence(one: News, now: datetime, words: Words) -> str:
    """Such as “Moved: tomorrow 09:00-17:00 instead of 08:00-16:00”."""
    before, after = one.before, one.after
    if after is None:
        return "" if before is None else words.say(texts.REMOVED_BODY, **_parts(before, now, words))
    told = _parts(after, now, words)
    if before is None:
        return words.say(texts.ADDED_BODY, **told)
    if before.span == after.span:
        return words.say(texts.PLACES[after.place], **told)
    was = _parts(before, now, words)
    if was["day"] == told["day"]:
        return words.say(texts.MOVED_ON_ITS_DAY, before=was["times"], **told)
    return words.say(texts.MOVED_BODY, before_day=was["day"], before=was["times"], **told)


def _parts(shift: Shift, now: datetime, words: Words) -> dict[str, str]:
    times = words.say(
        texts.TIMES, start=words.clock(shift.starts_at), end=words.clock(shift.ends_at)
    )
    return {"day": _day(shift.starts_at, now, words), "times": times}


def _day(at: datetime, now: datetime, words: Words) -> str:
    near = _NEAR_DAYS.get((words.day(at) - words.day(now)).days)
    return words.written_day(at) if near is None else words.say(near)
