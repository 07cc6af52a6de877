"""A shift by hand as a form: what its fields hold at first, and what they mean. Plain Python."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from workspace_assistant.core.errors import RefusedError
from workspace_assistant.core.shifts.drafts import ShiftDraft, ShiftEdit
from workspace_assistant.core.shifts.local_times import instant, zone_of
from workspace_assistant.core.shifts.model import Place, Shift, ShiftBreak, SourceKind
from workspace_assistant.ui.shifts import texts
from workspace_assistant.ui.shifts.list_state import source_name
from workspace_assistant.ui.shifts.situation import Seen, Situation
from workspace_assistant.ui.wording.durations import spelled
from workspace_assistant.ui.wording.wording import Wording
from workspace_assistant.ui.wording.written_times import written_time

_A_DAY = timedelta(days=1)
_BETWEEN_BREAKS = re.compile(r"[,;\u060c\u061b]")  # in Arabic too
_BETWEEN_TIMES = re.compile(r"\s*[-\u2012-\u2015\u2212]\s*")


@dataclass(frozen=True, slots=True, kw_only=True)
class ShiftForm:
    """The fields as they are written."""

    day: str = ""
    start: str = ""
    end: str = ""
    name: str = ""
    breaks: str = ""
    place: Place = Place.HOME


@dataclass(frozen=True, slots=True, kw_only=True)
class FormState:
    """A shift to write down or to change.

    Attributes:
        shift_id: empty for a new one.
        note: what changing it means, where it comes from a calendar or a pattern.
    """

    shift_id: str
    title: str
    note: str
    form: ShiftForm


def form_state(now: Situation, seen: Seen, wording: Wording) -> FormState | None:
    """None while nothing is edited, or what was is gone."""
    if now.editing is None:
        return None
    if not now.editing:
        today = f"{seen.at.astimezone(zone_of(seen.zone)):%Y-%m-%d}"
        title = wording.say(texts.ADD_TITLE)
        return FormState(shift_id="", title=title, note="", form=ShiftForm(day=today))
    shift = shift_of(now.editing, seen)
    if shift is None:
        return None
    day = wording.date(shift.starts_at)
    return FormState(
        shift_id=shift.id,
        title=wording.say(texts.EDIT_TITLE, day=day),
        note=_note(shift, seen, wording),
        form=form_of(shift, seen.zone, wording),
    )


def shift_of(shift_id: str, seen: Seen) -> Shift | None:
    return next((one for one in seen.shifts if one.id == shift_id), None)


def form_of(shift: Shift, zone: str, wording: Wording) -> ShiftForm:
    return ShiftForm(
        day=f"{shift.starts_at.astimezone(zone_of(zone)):%Y-%m-%d}",
        start=wording.clock(shift.starts_at),
        end=wording.clock(shift.ends_at),
        name=shift.name,
        breaks=", ".join(_break_written(one, wording) for one in shift.breaks),
        place=shift.place,
    )


def draft_of(form: ShiftForm, zone: str) -> ShiftDraft:
    """What is written; raises `RefusedError` for fields that cannot be understood."""
    if not form.start.strip() or not form.end.strip():
        raise RefusedError(texts.TIMES_MISSING)
    on = day_of(form.day)
    starts_at = instant(on, time_of(form.start), zone_of(zone))
    ends_at = _following(on, time_of(form.end), starts_at, zone)
    return ShiftDraft(
        starts_at=starts_at,
        ends_at=ends_at,
        name=form.name.strip(),
        place=form.place,
        breaks=_breaks(form.breaks, on, starts_at, zone),
    )


def edit_of(form: ShiftForm, shift: Shift, zone: str, wording: Wording) -> ShiftEdit:
    """What is different; times that read as before stay to the second. Raises `RefusedError`."""
    was, draft = form_of(shift, zone, wording), draft_of(form, zone)
    keeps_start = (form.day, form.start) == (was.day, was.start)
    keeps_times = keeps_start and form.end == was.end
    return ShiftEdit(
        starts_at=None if keeps_start else draft.starts_at,
        ends_at=None if keeps_times else draft.ends_at,
        name=None if form.name == was.name else draft.name,
        place=None if form.place is shift.place else form.place,
        breaks=None if keeps_times and form.breaks == was.breaks else draft.breaks,
    )


def meaning_of(form: ShiftForm, zone: str, wording: Wording) -> str:
    """How long a shift that is: its true length, without breaks as well; empty while unclear."""
    try:
        draft = draft_of(form, zone)
    except RefusedError:
        return ""
    length_s = (draft.ends_at - draft.starts_at).total_seconds()
    rest_s = sum((one.ends_at - one.starts_at).total_seconds() for one in draft.breaks)
    told = [_length_told(draft, length_s, zone, wording)]
    if rest_s:
        told.append(wording.say(texts.WITHOUT_BREAKS, length=spelled(length_s - rest_s, wording)))
    return " ".join(told)


def day_of(text: str) -> date:
    """Raises `RefusedError` for what is no day."""
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        raise RefusedError(texts.DATE_UNCLEAR, text=text.strip()) from None


def time_of(text: str) -> time:
    """Raises `RefusedError` for what is no time of day."""
    found = written_time(text)
    if found is None:
        raise RefusedError(texts.TIME_UNCLEAR, text=text.strip())
    return found


def written_spans(text: str) -> tuple[tuple[time, time], ...]:
    """``12:00-12:30, 15:00-15:15`` as times of day; raises `RefusedError`."""
    parts = [part.strip() for part in _BETWEEN_BREAKS.split(text)]
    return tuple(_written_span(part) for part in parts if part)


def _written_span(text: str) -> tuple[time, time]:
    ends = [written_time(part) for part in _BETWEEN_TIMES.split(text)]
    if len(ends) == 2 and ends[0] is not None and ends[1] is not None:
        return ends[0], ends[1]
    raise RefusedError(texts.BREAK_UNCLEAR, text=text)


def _breaks(text: str, on: date, starts_at: datetime, zone: str) -> tuple[ShiftBreak, ...]:
    """After midnight they are on the next day, as far as the shift started before."""
    made = []
    for first, last in written_spans(text):
        begins_at = _following(on, first, starts_at, zone, may_be_same=True)
        made.append(ShiftBreak(starts_at=begins_at, ends_at=_following(on, last, begins_at, zone)))
    return tuple(made)


def _following(
    on: date, wall: time, after: datetime, zone: str, *, may_be_same: bool = False
) -> datetime:
    """The first instant after *after* at which clocks show *wall*, on that day or the next two."""
    found = instant(on, wall, zone_of(zone))
    days = 0
    while found < after or (found == after and not may_be_same):
        days += 1
        found = instant(on + days * _A_DAY, wall, zone_of(zone))
    return found


def _length_told(draft: ShiftDraft, length_s: float, zone: str, wording: Wording) -> str:
    there = zone_of(zone)
    is_overnight = (
        draft.starts_at.astimezone(there).date() != draft.ends_at.astimezone(there).date()
    )
    said = texts.MEANING_NIGHT if is_overnight else texts.MEANING
    return wording.say(said, length=spelled(length_s, wording), day=wording.date(draft.starts_at))


def _break_written(one: ShiftBreak, wording: Wording) -> str:
    return f"{wording.clock(one.starts_at)}-{wording.clock(one.ends_at)}"


def _note(shift: Shift, seen: Seen, wording: Wording) -> str:
    kinds = {view.source.id: view.source.kind for view in seen.sources}
    if kinds.get(shift.source_id, SourceKind.HAND) is SourceKind.HAND:
        return ""
    return wording.say(texts.EDIT_OF_SOURCE, name=source_name(shift, seen, wording))
