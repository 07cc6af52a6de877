"""A calendar that is looked into before anything of it is kept. Plain Python."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from workspace_assistant.core.shifts import texts as shift_texts
from workspace_assistant.core.shifts.calendar_texts import NOT_ENCRYPTED, PASSWORD_NOT_ENCRYPTED
from workspace_assistant.core.shifts.choosing import LeftOut
from workspace_assistant.core.shifts.drafts import CalendarDraft
from workspace_assistant.core.shifts.feed_address import parse_address
from workspace_assistant.core.shifts.model import Filter, Place, Shift, SourceKind
from workspace_assistant.core.shifts.ports import CalendarError
from workspace_assistant.core.shifts.source_service import Preview
from workspace_assistant.ui.shifts import texts
from workspace_assistant.ui.shifts.situation import Adding, Looking, Situation
from workspace_assistant.ui.shifts.spoken import breaks_told, times_of
from workspace_assistant.ui.wording.names import inside_sentence
from workspace_assistant.ui.wording.wording import Wording

_MOST_SHOWN = 5


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
        asks_address: a subscription; a file has been chosen already.
        asks_sign_in: the server wants a user name and a password.
        calendars: names of those of the server, of which one is to be chosen.
        progress: what goes on now; empty while nothing does.
        headline: the answer; empty before anything was looked at.
        found, left_out, faults: the first few of each, a sentence each.
        look: what the button that looks says.
        keep: what the button that keeps it says; empty where there is nothing to keep.
    """

    asks_address: bool
    asks_sign_in: bool = False
    calendars: tuple[str, ...] = ()
    title: str
    intro: str
    trouble: str
    progress: str
    headline: str = ""
    hint: str = ""
    found: tuple[str, ...] = ()
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
    file = looking.file
    usual = file.stem if file else wording.say(texts.DEFAULT_SOURCE_NAME)
    return CalendarDraft(
        kind=SourceKind.FILE if file else SourceKind.SUBSCRIPTION,
        name=form.name.strip() or usual,
        place=form.place,
        filter=Filter(summary=_words(form.summary), categories=_words(form.category)),
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


def _previewed(now: Situation, found: Preview, wording: Wording) -> CalendarState:
    form = _state(now, wording)
    shifts, left_out = found.choice.shifts, found.choice.left_out
    is_kept = form.asks_address or bool(shifts)
    return CalendarState(
        asks_address=form.asks_address,
        asks_sign_in=form.asks_sign_in,
        calendars=form.calendars,
        title=form.title,
        intro=form.intro,
        trouble=form.trouble,
        progress=form.progress,
        headline=_headline(len(shifts), len(shifts) + len(left_out), wording),
        hint="" if shifts else wording.say(texts.FOUND_NONE_HINT),
        found=_few([_found(one, wording) for one in shifts], wording),
        left_out=_few([_left_out(one, wording) for one in left_out], wording),
        faults=_few(list(found.choice.faults), wording),
        look=form.look,
        keep=_keep(form, len(shifts), wording) if is_kept else "",
        is_busy=form.is_busy,
    )


def _headline(count: int, events: int, wording: Wording) -> str:
    if not events:
        return wording.say(texts.FOUND_EMPTY)
    said = {0: texts.FOUND_NONE, 1: texts.FOUND_ONE}.get(count, texts.FOUND_SHIFTS)
    return wording.say(said, count=str(count), events=str(events))


def _keep(form: CalendarState, count: int, wording: Wording) -> str:
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
