"""Where shifts come from, and how well that goes. Plain Python."""

from __future__ import annotations

from dataclasses import dataclass

from workspace_assistant.core.joining import facts
from workspace_assistant.core.shifts import texts as shift_texts
from workspace_assistant.core.shifts.feed_trouble import trouble_told
from workspace_assistant.core.shifts.model import SourceKind
from workspace_assistant.core.shifts.source_service import SourceView
from workspace_assistant.ui.shifts import texts
from workspace_assistant.ui.shifts.looks import BEING_READ, BROKEN, COMING, FAILING, FRESH, STALE
from workspace_assistant.ui.shifts.situation import Seen, Situation
from workspace_assistant.ui.shifts.spoken import moment_told
from workspace_assistant.ui.verdict_look import Look
from workspace_assistant.ui.wording.durations import spelled
from workspace_assistant.ui.wording.names import inside_sentence
from workspace_assistant.ui.wording.wording import Wording

_JUST_NOW_S = 60.0


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceRowState:
    """A source in the list.

    Attributes:
        trouble: why it may be out of date, and what happens next; empty where all is well.
        change: what the button says that changes it.
        asked: the question before it is removed, and what goes with it; empty while not asked.
    """

    source_id: str
    look: Look
    state: str
    name: str
    detail: str
    trouble: str
    change: str
    can_refresh: bool
    can_change: bool
    can_remove: bool
    asked: tuple[str, ...]
    refresh_description: str
    change_description: str
    remove_description: str


def source_rows(now: Situation, seen: Seen, wording: Wording) -> tuple[SourceRowState, ...]:
    return tuple(_row(view, now, seen, wording) for view in seen.sources)


def _row(view: SourceView, now: Situation, seen: Seen, wording: Wording) -> SourceRowState:
    source = view.source
    is_read = source.id in now.refreshing
    is_feed = source.kind is SourceKind.SUBSCRIPTION
    look = _look(view, is_read=is_read)
    return SourceRowState(
        source_id=source.id,
        look=look,
        state=wording.say(look.word),
        name=source.name,
        detail=_detail(view, wording),
        trouble="" if is_read else _trouble(view, seen, wording),
        change=wording.say(texts.CHANGE_EVENTS if is_feed else texts.CHANGE),
        can_refresh=is_feed and not is_read,
        can_change=source.kind is SourceKind.PATTERN or (is_feed and not is_read),
        can_remove=source.kind is not SourceKind.HAND,
        asked=_asked(view, wording) if now.removing == source.id else (),
        refresh_description=wording.say(texts.REFRESH_NAMED, name=source.name),
        change_description=wording.say(
            texts.CHANGE_EVENTS_NAMED if is_feed else texts.CHANGE_NAMED, name=source.name
        ),
        remove_description=wording.say(texts.REMOVE_SOURCE_NAMED, name=source.name),
    )


def _look(view: SourceView, *, is_read: bool) -> Look:
    if is_read:
        return BEING_READ
    if view.source.kind is not SourceKind.SUBSCRIPTION:
        return COMING
    if view.state.succeeded_at is None:
        return BROKEN
    if view.is_stale:
        return STALE
    return FAILING if view.state.failures else FRESH


def _detail(view: SourceView, wording: Wording) -> str:
    parts = [wording.say(shift_texts.KINDS[view.source.kind]), _coming(view.coming, wording)]
    if view.source.kind is SourceKind.SUBSCRIPTION:
        parts.append(_age(view, wording))
    return facts(parts, wording.say)


def _coming(count: int, wording: Wording) -> str:
    said = {0: texts.COMING_NONE, 1: texts.COMING_ONE}.get(count, texts.COMING_MANY)
    return wording.say(said, count=str(count))


def _age(view: SourceView, wording: Wording) -> str:
    if view.age_s is None:
        return wording.say(texts.NEVER_READ)
    if view.age_s < _JUST_NOW_S:
        return wording.say(texts.READ_JUST_NOW)
    return wording.say(texts.READ_AGO, age=_rounded(view.age_s, wording))


def _rounded(age_s: float, wording: Wording) -> str:
    """Days where it is days, hours where it is hours: nobody needs the minutes then."""
    hours = int(age_s // 3600)
    if hours >= 48:
        return wording.say(texts.DAYS, count=str(hours // 24))
    return spelled(age_s if hours < 2 else 3600.0 * hours, wording)


def _trouble(view: SourceView, seen: Seen, wording: Wording) -> str:
    state = view.state
    if not state.trouble:
        return ""
    told = [trouble_told(state, wording.say)]
    if state.succeeded_at is not None:
        told.append(wording.say(texts.KEPT_AS_WAS))
    if state.next_try_at is not None and state.next_try_at > seen.at:
        moment = inside_sentence(moment_told(state.next_try_at, seen.at, wording))
        told.append(wording.say(texts.TRIED_AGAIN_AT, time=moment))
    return " ".join(told)


def _asked(view: SourceView, wording: Wording) -> tuple[str, ...]:
    headline = wording.say(texts.REMOVE_ASKED, name=view.source.name)
    said = texts.REMOVE_FACT_ONE if view.coming == 1 else texts.REMOVE_FACT_MANY
    facts = wording.say(said, count=str(view.coming))
    if view.source.kind is SourceKind.SUBSCRIPTION:
        return (headline, facts, wording.say(texts.REMOVE_ADDRESS))
    return (headline, facts)
