"""A calendar that is looked into before anything of it is kept. Plain Python."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from workspace_assistant.core.shifts import texts as shift_texts
from workspace_assistant.core.shifts.calendar_texts import NOT_ENCRYPTED, PASSWORD_NOT_ENCRYPTED
from workspace_assistant.core.shifts.choosing import LeftOut
from workspace_assistant.core.shifts.drafts import CalendarDraft
from workspace_assistant.core.shifts.feed_address import parse_address
from workspace_assistant.core.shifts.model import (
    ChangeKind,
    Filter,
    Place,
    Shift,
    Source,
    SourceKind,
)
from workspace_assistant.core.shifts.ports import CalendarError
from workspace_assistant.core.shifts.source_service import Preview
from workspace_assistant.ui.shifts import texts
from workspace_assistant.ui.shifts.situation import Adding, Looking, Situation
from workspace_assistant.ui.shifts.spoken import breaks_told, times_of
from workspace_assistant.ui.wording.names import inside_sentence
from workspace_assistant.ui.wording.wording import Wording

_MOST_SHOWN = 5
_COMMA = ", "
_CHANGES = {
    ChangeKind.ADDED: texts.WOULD_ADD,
    ChangeKind.MOVED: texts.WOULD_MOVE,
    ChangeKind.REMOVED: texts.WOULD_REMOVE,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarForm:
    """The fields as they are written; the address is a secret and stays in its field."""

    name: str = ""
    summary: str = ""
    category: str = ""
    place: Place = Place.HOME


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarState:
    """What would be shifts, and what not.

    Attributes:
        asks_address: a new subscription; a file has been chosen already.
        source_id: of the subscription that is to be read otherwise; empty for one that is new.
        form: what the fields say at first.
        asks_sign_in: the server wants a user name and a password.
        calendars: names of those of the server, of which one is to be chosen.
        progress: what goes on now; empty while nothing does.
        headline: the answer; empty before anything was looked at.
        found, left_out, faults: the first few of each, a sentence each.
        changes: likewise, of shifts that are known; empty for a calendar that is new.
        look: what the button that looks says.
        keep: what the button that keeps it says; empty where there is nothing to keep.
    """

    asks_address: bool
    source_id: str = ""
    form: CalendarForm = CalendarForm()
    asks_sign_in: bool = False
    calendars: tuple[str, ...] = ()
    title: str
    intro: str
    trouble: str
    progress: str
    headline: str = ""
    hint: str = ""
    found: tuple[str, ...] = ()
    changes: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    faults: tuple[str, ...] = ()
    look: str = ""
    keep: str = ""
    is_busy: bool = False


def calendar_state(now: Situation, wording: Wording) -> CalendarState | None:
    """None while neither a file nor an address is looked at."""
    if now.adding not in {Adding.FILE, Adding.SUBSCRIPTION}:
        return None
    asked = now.looking
    if asked.preview is None or asked.is_reading:
        return _state(now, wording)
    return _previewed(now, asked.preview, wording)


def draft_of_calendar(form: CalendarForm, looking: Looking, wording: Wording) -> CalendarDraft:
    """How it is to be read; patterns and categories are divided by commas."""
    if looking.source is not None:
        return _draft_of_change(form, looking.source)
    file = looking.file
    usual = file.stem if file else wording.say(texts.DEFAULT_SOURCE_NAME)
    return CalendarDraft(
        kind=SourceKind.FILE if file else SourceKind.SUBSCRIPTION,
        name=form.name.strip() or usual,
        place=form.place,
        filter=Filter(summary=_words(form.summary), categories=_words(form.category)),
    )


def _draft_of_change(form: CalendarForm, source: Source) -> CalendarDraft:
    """What the form does not ask for stays as it is."""
    words = replace(source.filter, summary=_words(form.summary), categories=_words(form.category))
    return CalendarDraft(
        kind=source.kind,
        name=source.name,
        place=form.place,
        time_zone=source.time_zone,
        filter=words,
    )


def _form_of(source: Source) -> CalendarForm:
    return CalendarForm(
        name=source.name,
        summary=_COMMA.join(source.filter.summary),
        category=_COMMA.join(source.filter.categories),
        place=source.place,
    )


def remark_on_address(address: str, wording: Wording, *, signs_in: bool = False) -> str:
    """What is to be known before it is used: that others can read it on the way."""
    try:
        is_encrypted = parse_address(address).is_encrypted
    except CalendarError:
        return ""
    remark = PASSWORD_NOT_ENCRYPTED if signs_in else NOT_ENCRYPTED
    return "" if is_encrypted else wording.say(remark)


def _state(now: Situation, wording: Wording) -> CalendarState:
    """The form, before or while something is looked at."""
    asked, say = now.looking, wording.say
    if asked.source is not None:
        return _change_state(now, asked.source, wording)
    is_address = now.adding is Adding.SUBSCRIPTION
    name = asked.file.name if asked.file else ""
    progress = texts.KEEPING if asked.is_keeping else texts.LOOKING
    is_busy = asked.is_reading or asked.is_keeping
    was_looked = asked.preview is not None or bool(asked.trouble)
    has_choice = bool(asked.calendars) and not (is_busy or asked.trouble)
    return CalendarState(
        asks_address=is_address,
        asks_sign_in=asked.wants_sign_in,
        calendars=asked.calendars,
        title=say(texts.SUBSCRIBE_TITLE) if is_address else say(texts.FILE_TITLE, file=name),
        intro=say(texts.SUBSCRIBE_INTRO if is_address else texts.FILE_INTRO),
        trouble=asked.trouble,
        progress=say(progress) if is_busy else "",
        headline=say(texts.CALENDARS, count=str(len(asked.calendars))) if has_choice else "",
        hint=say(texts.CALENDARS_HINT) if has_choice else "",
        look=say(texts.LOOK_AGAIN if was_looked else texts.LOOK_INSIDE),
        is_busy=is_busy,
    )


def _change_state(now: Situation, source: Source, wording: Wording) -> CalendarState:
    """The same form for a subscription that is there: without address and name."""
    asked, say = now.looking, wording.say
    is_busy = asked.is_reading or asked.is_keeping
    progress = texts.KEEPING_CHANGE if asked.is_keeping else texts.LOOKING
    was_looked = asked.preview is not None or bool(asked.trouble)
    return CalendarState(
        asks_address=False,
        source_id=source.id,
        form=_form_of(source),
        title=say(texts.CHANGE_EVENTS_TITLE, name=source.name),
        intro=say(texts.CHANGE_EVENTS_INTRO),
        trouble=asked.trouble,
        progress=say(progress) if is_busy else "",
        look=say(texts.LOOK_AGAIN if was_looked else texts.LOOK_INSIDE),
        is_busy=is_busy,
    )


def _previewed(now: Situation, found: Preview, wording: Wording) -> CalendarState:
    form = _state(now, wording)
    shifts, left_out = found.choice.shifts, found.choice.left_out
    is_kept = form.asks_address or bool(shifts)
    hint = texts.FOUND_NONE_CHANGE if form.source_id else texts.FOUND_NONE_HINT
    return replace(
        form,
        headline=_headline(len(shifts), len(shifts) + len(left_out), wording),
        hint="" if shifts else wording.say(hint),
        found=_few([_found(one, wording) for one in shifts], wording),
        changes=_changes(found, wording) if form.source_id else (),
        left_out=_few([_left_out(one, wording) for one in left_out], wording),
        faults=_few([wording.say(one) for one in found.choice.faults], wording),
        keep=_keep(form, len(shifts), wording) if is_kept else "",
    )


def _headline(count: int, events: int, wording: Wording) -> str:
    if not events:
        return wording.say(texts.FOUND_EMPTY)
    said = {0: texts.FOUND_NONE, 1: texts.FOUND_ONE}.get(count, texts.FOUND_SHIFTS)
    return wording.say(said, count=str(count), events=str(events))


def _changes(found: Preview, wording: Wording) -> tuple[str, ...]:
    """Of shifts that are known, what would become of them."""
    lines = [
        wording.say(_CHANGES[one.kind], line=_found(shift, wording))
        for one in found.changes
        if (shift := one.after or one.before) is not None
    ]
    return _few(lines, wording) if lines else (wording.say(texts.WOULD_CHANGE_NOTHING),)


def _keep(form: CalendarState, count: int, wording: Wording) -> str:
    if form.source_id:
        return wording.say(texts.CHANGE_EVENTS_ACT)
    if form.asks_address:
        return wording.say(texts.SUBSCRIBE_ACT)
    said = texts.IMPORT_ACT_ONE if count == 1 else texts.IMPORT_ACT_MANY
    return wording.say(said, count=str(count))


def _found(shift: Shift, wording: Wording) -> str:
    line = wording.say(
        texts.FOUND_LINE,
        day=wording.date(shift.starts_at),
        times=times_of(shift, wording),
        place=inside_sentence(wording.say(shift_texts.PLACES[shift.place])),
    )
    breaks = breaks_told(shift.breaks, wording)
    if breaks:
        line = wording.say(texts.FOUND_LINE_BREAKS, line=line, breaks=inside_sentence(breaks))
    return wording.say(texts.FOUND_NAMED, line=line, name=shift.name) if shift.name else line


def _left_out(one: LeftOut, wording: Wording) -> str:
    event = one.event
    starts = event.starts
    day = wording.date(starts) if isinstance(starts, datetime) else f"{starts:%Y-%m-%d}"
    name = event.summary or wording.say(texts.NO_SUMMARY)
    reason = inside_sentence(wording.say(shift_texts.LEFT_OUT[one.reason]))
    return wording.say(texts.LEFT_OUT_LINE, name=name, day=day, reason=reason)


def _few(lines: Sequence[str], wording: Wording) -> tuple[str, ...]:
    left = len(lines) - _MOST_SHOWN
    if left <= 0:
        return tuple(lines)
    return (*lines[:_MOST_SHOWN], wording.say(texts.AND_MORE, count=str(left)))


def _words(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(",") if part.strip())
