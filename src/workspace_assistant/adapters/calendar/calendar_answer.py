"""What the process that reads calendars says, checked like any other input."""

from __future__ import annotations

from datetime import date, datetime

from workspace_assistant.adapters.calendar.event_faults import Why
from workspace_assistant.core.phrases import Phrase
from workspace_assistant.core.shifts import calendar_texts as texts
from workspace_assistant.core.shifts.ports import CalendarContent, CalendarError, CalendarEvent

_MOST_FAULTS_TOLD = 50
_MOST_UNREAD_KNOWN = 1000
_FAULTS = {
    Why.NOT_WHOLE: texts.EVENT_NOT_WHOLE,
    Why.NO_START: texts.EVENT_WITHOUT_START,
    Why.UNREADABLE_TIME: texts.EVENT_TIME_UNREADABLE,
    Why.UNKNOWN_ZONE: texts.EVENT_ZONE_UNKNOWN,
    Why.MIXED_TIMES: texts.EVENT_TIMES_MIXED,
    Why.ENDS_BEFORE_START: texts.EVENT_REVERSED,
    Why.REPEATS_TOO_OFTEN: texts.EVENT_TOO_OFTEN,
    Why.ENDLESS_WORK: texts.EVENT_ENDLESS,
    Why.SAME_IDENTITY: texts.EVENT_AMBIGUOUS,
    Why.WITHHELD: texts.EVENT_WITHHELD,
    Why.UNREADABLE: texts.EVENT_UNREADABLE,
}
_ERRORS = {
    "not-a-calendar": ("not-a-calendar", texts.NOT_A_CALENDAR),
    "web-page": ("not-a-calendar", texts.WEB_PAGE),
    "cut-short": ("cut-short", texts.CUT_SHORT),
    "too-much-memory": ("too-large", texts.TOO_BIG_TO_READ),
}


class OddAnswerError(Exception):
    """The process said something else than it should."""


def content_of(answer: object, *, most_events: int, limit_s: float) -> CalendarContent:
    """Raises `CalendarError` as the answer says, `OddAnswerError` when it says nothing of use."""
    if not isinstance(answer, dict):
        raise OddAnswerError
    if "error" in answer:
        raise _error(str(answer["error"]), most_events, limit_s)
    try:
        faults = [(str(one["uid"]), _fault(one)) for one in answer["faults"]]
        return CalendarContent(
            events=tuple(map(_event, answer["events"])),
            faults=_told([sentence for _, sentence in faults]),
            unread=_unread([uid for uid, _ in faults]),
            name=str(answer["name"]),
        )
    except (AttributeError, KeyError, TypeError, ValueError):
        raise OddAnswerError from None


def _error(code: str, most_events: int, limit_s: float) -> Exception:
    if code in _ERRORS:
        return CalendarError(*_ERRORS[code])
    if code == "too-many-events":
        return CalendarError("too-large", texts.TOO_MANY_EVENTS, most=f"{most_events:,}")
    if code == "too-slow":
        return too_slow(limit_s)
    return OddAnswerError()


def too_slow(limit_s: float) -> CalendarError:
    return CalendarError("too-slow", texts.TOO_SLOW_TO_READ, limit=f"{limit_s:g}")


def _event(told: dict[str, object]) -> CalendarEvent:
    categories = told["categories"]
    if not isinstance(categories, list):
        raise TypeError
    return CalendarEvent(
        uid=str(told["uid"]),
        summary=str(told["summary"]),
        location=str(told["location"]),
        categories=tuple(map(str, categories)),
        starts=_moment(str(told["starts"])),
        ends=_moment(str(told["ends"])),
        time_zone=str(told["time_zone"]),
        is_cancelled=told["is_cancelled"] is True,
    )


def _moment(text: str) -> datetime | date:
    if len(text) == len("2026-11-23"):
        return date.fromisoformat(text)
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None:
        raise ValueError
    return moment


def _fault(told: dict[str, object]) -> str:
    name, day = str(told["name"]) or Phrase(texts.NAMELESS), str(told["on"])
    reason = Phrase(_FAULTS[Why(str(told["why"]))], detail=str(told["detail"]))
    if not day:
        return Phrase(texts.EVENT_WITHOUT_DAY, name=name, reason=reason)
    return Phrase(texts.EVENT, name=name, day=day, reason=reason)


def _told(faults: list[str]) -> tuple[str, ...]:
    left = len(faults) - _MOST_FAULTS_TOLD
    if left <= 0:
        return tuple(faults)
    more = Phrase(texts.MORE_EVENTS, count=f"{left:,}")
    return (*faults[:_MOST_FAULTS_TOLD], more)


def _unread(uids: list[str]) -> tuple[str, ...]:
    """Everything may be among them when one is unknown, or when they are too many to look up."""
    known = dict.fromkeys(uids)
    return ("",) if "" in known or len(known) > _MOST_UNREAD_KNOWN else tuple(known)
