"""The page's first line: when do I work next, and is anything looked after? Plain Python."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from workspace_assistant.core.preshift.model import PreshiftSettings
from workspace_assistant.core.shifts.model import Shift
from workspace_assistant.core.shifts.schedule import Outlook
from workspace_assistant.ui.shifts import texts
from workspace_assistant.ui.shifts.looks import NEXT, NONE_COMING, NOW
from workspace_assistant.ui.shifts.situation import Seen, Situation
from workspace_assistant.ui.verdict_look import FAILED, WAITING, Look
from workspace_assistant.ui.wording.durations import spelled
from workspace_assistant.ui.wording.wording import Wording

# `ShiftService.outlook` looks that far.
_DAYS_KNOWN = 60

_A_DAY_S = 24 * 3600.0
_MINUTE_S = 60.0


@dataclass(frozen=True, slots=True, kw_only=True)
class HeroState:
    """What the page answers.

    Attributes:
        steps: what else is to be known, a sentence each.
        can_try: it can be tried again.
    """

    look: Look
    headline: str
    sentence: str = ""
    steps: tuple[str, ...] = ()
    can_try: bool = False


def hero_state(now: Situation, wording: Wording) -> HeroState:
    if now.trouble:
        headline = wording.say(texts.NO_SHIFTS_READ)
        return HeroState(look=FAILED, headline=headline, sentence=now.trouble, can_try=True)
    if now.seen is None:
        return HeroState(look=WAITING, headline=wording.say(texts.READING))
    outlook = now.seen.outlook
    if outlook.current is not None:
        return _on_shift(outlook, outlook.current, now.seen, wording)
    if outlook.following is not None:
        return _before(outlook.following, now.seen, wording)
    if is_first_time(now.seen):
        return HeroState(
            look=NEXT,
            headline=wording.say(texts.NO_SHIFT_YET),
            sentence=wording.say(texts.NO_SHIFT_YET_HINT),
        )
    return HeroState(
        look=NONE_COMING,
        headline=wording.say(texts.NONE_COMING, days=str(_DAYS_KNOWN)),
        sentence=wording.say(texts.NONE_COMING_HINT),
        steps=_stale(now.seen, wording),
    )


def is_first_time(seen: Seen) -> bool:
    """Nothing was ever written down."""
    return not seen.shifts and not seen.sources and seen.outlook.following is None


def check_told(shift: Shift, settings: PreshiftSettings, now: datetime, wording: Wording) -> str:
    """When the check before *shift* runs, or why none does."""
    if not settings.first_s:
        return wording.say(texts.CHECK_OFF)
    if shift.place.value not in settings.places:
        return wording.say(texts.CHECK_NOT_THERE)
    at = shift.starts_at - timedelta(seconds=settings.first_s)
    said = texts.CHECK_WAS if at <= now else texts.CHECK_AT
    return wording.say(said, time=wording.clock(at))


def _on_shift(outlook: Outlook, shift: Shift, seen: Seen, wording: Wording) -> HeroState:
    left_s = (shift.ends_at - seen.at).total_seconds()
    told = (
        wording.say(texts.ON_SHIFT_LEFT, left=_minutes(left_s, wording)),
        _break_told(outlook, shift, wording),
    )
    return HeroState(
        look=NOW,
        headline=wording.say(texts.ON_SHIFT, end=wording.clock(shift.ends_at)),
        sentence=" ".join(filter(None, told)),
        steps=_stale(seen, wording),
    )


def _break_told(outlook: Outlook, shift: Shift, wording: Wording) -> str:
    """Nothing where the schedule tells no breaks at all."""
    if not shift.breaks:
        return ""
    coming = outlook.next_break
    if coming is None:
        return wording.say(texts.NO_BREAK)
    if coming.starts_at <= outlook.at:
        return wording.say(texts.ON_BREAK, end=wording.clock(coming.ends_at))
    return wording.say(texts.NEXT_BREAK, start=wording.clock(coming.starts_at))


def _before(shift: Shift, seen: Seen, wording: Wording) -> HeroState:
    left_s = (shift.starts_at - seen.at).total_seconds()
    end = wording.clock(shift.ends_at)
    place = wording.say(texts.PLACE_IN_SENTENCE[shift.place])
    if left_s < _A_DAY_S:
        countdown = _minutes(left_s, wording)
        until = wording.say(texts.STARTS_IN, countdown=countdown, end=end, place=place)
    else:
        until = wording.say(texts.STARTS_LATER, end=end, place=place)
    return HeroState(
        look=NEXT,
        headline=_next(shift, seen, wording),
        sentence=f"{until} {check_told(shift, seen.settings, seen.at, wording)}",
        steps=_stale(seen, wording),
    )


def _next(shift: Shift, seen: Seen, wording: Wording) -> str:
    days = (wording.local(shift.starts_at).date() - wording.local(seen.at).date()).days
    start = wording.clock(shift.starts_at)
    said = {0: texts.NEXT_TODAY, 1: texts.NEXT_TOMORROW}.get(days)
    if said:
        return wording.say(said, start=start)
    return wording.say(texts.NEXT_LATER, day=wording.date(shift.starts_at), start=start)


def _stale(seen: Seen, wording: Wording) -> tuple[str, ...]:
    """Calendars whose shifts may not be true any more."""
    return tuple(
        wording.say(texts.STALE_ONE, name=view.source.name)
        for view in seen.sources
        if view.is_stale
    )


def _minutes(length_s: float, wording: Wording) -> str:
    """Whole minutes, one at least: nobody counts seconds here."""
    return spelled(max(length_s, _MINUTE_S), wording)
