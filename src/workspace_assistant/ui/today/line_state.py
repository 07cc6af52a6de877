"""What is known of the line today, in words. Plain Python."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from workspace_assistant.core.line_watch.day import LineDay, goes_on
from workspace_assistant.core.line_watch.limits import target_of
from workspace_assistant.core.line_watch.model import LineEvent
from workspace_assistant.core.line_watch.wording import time_text, what_text
from workspace_assistant.core.readiness.profile.model import WorkplaceProfile
from workspace_assistant.core.typography import NARROW_SPACE
from workspace_assistant.ui.today import line_texts as texts
from workspace_assistant.ui.today.facts import Facts
from workspace_assistant.ui.today.line_words import line_words
from workspace_assistant.ui.wording.durations import spelled
from workspace_assistant.ui.wording.wording import Wording

_MOST_EVENTS = 5
# Until a server has answered a few times it is not known; that is worth no word.
_SEEN_ALL_ALONG = 0.9


@dataclass(frozen=True, slots=True)
class EventState:
    """One event: when, and what was seen."""

    when: str
    what: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LineState:
    """The card of the line.

    Attributes:
        hint: what the watch costs, and whom it asks.
        events: the newest first, not all of them.
        more: where to find the others; empty where there are none.
    """

    is_on: bool
    hint: str
    summary: str
    events: tuple[EventState, ...]
    more: str


def line_state(
    facts: Facts, profile: WorkplaceProfile | None, wording: Wording
) -> LineState | None:
    """None where no shifts are known that it could be watched in."""
    day = facts.line
    if day is None or not facts.has_sources:
        return None
    newest = day.events[::-1]
    return LineState(
        is_on=day.is_on,
        hint=_hint(profile, wording),
        summary=_summary(day, facts.watched_since, wording),
        events=tuple(_event(one, facts.at, wording) for one in newest[:_MOST_EVENTS]),
        more=_more(len(newest) - _MOST_EVENTS, wording),
    )


def _hint(profile: WorkplaceProfile | None, wording: Wording) -> str:
    target = target_of(profile) if profile else None  # None: not read yet
    is_alone = target is not None and not (target.stun or target.turn)
    return wording.say(texts.HINT_WITHOUT_SERVER if is_alone else texts.HINT, space=NARROW_SPACE)


def _summary(day: LineDay, since: datetime | None, wording: Wording) -> str:
    if not day.seconds:
        clock = "" if since is None else wording.clock(since)
        return wording.say(_before_the_first_minute(day, is_watched=since is not None), clock=clock)
    length, count = spelled(day.seconds, wording), str(len(day.events))
    return (
        f"{wording.say(_outcome(day), length=length, count=count)} {_unseen(day, wording)}".strip()
    )


def _before_the_first_minute(day: LineDay, *, is_watched: bool) -> str:
    if is_watched:
        return texts.WATCHED_SINCE
    if day.events:
        return texts.BEGUN
    return texts.NOTHING_YET if day.is_on else texts.OFF


def _outcome(day: LineDay) -> str:
    if not day.events:
        return texts.WATCHED_FINE if day.seen_s else texts.WATCHED
    return texts.WATCHED_ONE if len(day.events) == 1 else texts.WATCHED_MANY


def _unseen(day: LineDay, wording: Wording) -> str:
    if not day.seen_s:
        return wording.say(texts.NONE_SEEN)
    if day.seen_s < _SEEN_ALL_ALONG * day.seconds:
        return wording.say(texts.PARTLY_SEEN, seen=spelled(day.seen_s, wording))
    return ""


def _event(event: LineEvent, at: datetime, wording: Wording) -> EventState:
    words = line_words(wording)
    what = what_text(event, words)
    if goes_on(event, at):
        what = wording.say(texts.GOES_ON, event=what)
    return EventState(time_text(event, words), what)


def _more(count: int, wording: Wording) -> str:
    if count <= 0:
        return ""
    return wording.say(texts.MORE, count=str(count), command=texts.COMMAND)
