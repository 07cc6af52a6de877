"""The shifts of the coming days, day by day. Plain Python."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from itertools import groupby

from workspace_assistant.core.joining import facts
from workspace_assistant.core.shifts import texts as shift_texts
from workspace_assistant.core.shifts.model import Shift, SourceKind
from workspace_assistant.ui.shifts import texts
from workspace_assistant.ui.shifts.jobs import DAYS_LISTED
from workspace_assistant.ui.shifts.looks import COMING, NOW, OFF, OVER
from workspace_assistant.ui.shifts.situation import Seen
from workspace_assistant.ui.shifts.spoken import breaks_told, clocks_set_by, day_told, times_of
from workspace_assistant.ui.verdict_look import Look
from workspace_assistant.ui.wording.durations import spelled
from workspace_assistant.ui.wording.wording import Wording


@dataclass(frozen=True, slots=True, kw_only=True)
class ShiftRowState:
    """A shift in the list.

    Attributes:
        state: the look in a word.
        is_off: it was taken off, and can be put back.
        act, description: what its button says, in short and in full.
        remark: what is odd about it: the night on which clocks are set, an overlap.
    """

    shift_id: str
    look: Look
    state: str
    times: str
    name: str
    detail: str
    remark: str
    length: str
    is_off: bool
    act: str
    description: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DayState:
    """A day with its shifts; days without any are not told."""

    title: str
    rows: tuple[ShiftRowState, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ListState:
    title: str
    summary: str
    days: tuple[DayState, ...]


def list_state(seen: Seen, wording: Wording) -> ListState:
    every = sorted((*seen.shifts, *seen.off), key=lambda one: (one.starts_at, one.ends_at))
    by_day = groupby(every, key=lambda one: wording.local(one.starts_at).date())
    return ListState(
        title=wording.say(texts.LIST_TITLE, days=str(DAYS_LISTED)),
        summary=_summary(seen.shifts, wording),
        days=tuple(_day(tuple(shifts), seen, wording) for _, shifts in by_day),
    )


def planned_s(shift: Shift) -> float:
    """True length without the breaks."""
    rest_s = sum((one.ends_at - one.starts_at).total_seconds() for one in shift.breaks)
    return shift.span.length_s - rest_s


def source_name(shift: Shift, seen: Seen, wording: Wording) -> str:
    """Where a shift comes from; by hand where its source is gone."""
    for view in seen.sources:
        if view.source.id == shift.source_id and view.source.kind is not SourceKind.HAND:
            return view.source.name
    return wording.say(shift_texts.BY_HAND)


def _summary(shifts: tuple[Shift, ...], wording: Wording) -> str:
    if not shifts:
        return wording.say(texts.LIST_EMPTY)
    planned = spelled(sum(planned_s(one) for one in shifts), wording)
    if any(one.breaks for one in shifts):
        planned = wording.say(texts.WITHOUT_BREAKS_IN_ALL, planned=planned)
    said = texts.LIST_SUMMARY_ONE if len(shifts) == 1 else texts.LIST_SUMMARY_MANY
    return wording.say(said, count=str(len(shifts)), planned=planned)


def _day(shifts: tuple[Shift, ...], seen: Seen, wording: Wording) -> DayState:
    return DayState(
        title=day_told(shifts[0].starts_at, seen.at, wording),
        rows=tuple(_row(one, seen, wording) for one in shifts),
    )


def _row(shift: Shift, seen: Seen, wording: Wording) -> ShiftRowState:
    look = OFF if shift.is_hidden else _look(shift, seen)
    times, day = times_of(shift, wording), wording.date(shift.starts_at)
    detail = (
        wording.say(texts.STATE_OFF) if shift.is_hidden else "",
        wording.say(shift_texts.PLACES[shift.place]),
        source_name(shift, seen, wording),
        breaks_told(shift.breaks, wording),
    )
    described = texts.PUT_BACK_NAMED if shift.is_hidden else texts.EDIT_NAMED
    return ShiftRowState(
        shift_id=shift.id,
        look=look,
        state=wording.say(look.word),
        times=times,
        name=shift.name or wording.say(texts.UNNAMED),
        detail=facts(detail, wording.say),
        remark=_remark(shift, seen.shifts, wording),
        length=spelled(shift.span.length_s, wording),
        is_off=shift.is_hidden,
        act=wording.say(texts.PUT_BACK if shift.is_hidden else texts.EDIT),
        description=wording.say(described, day=day, times=times),
    )


def _look(shift: Shift, seen: Seen) -> Look:
    if shift.ends_at <= seen.at:
        return OVER
    return NOW if shift.starts_at <= seen.at else COMING


def _remark(shift: Shift, shifts: tuple[Shift, ...], wording: Wording) -> str:
    told = []
    longer = clocks_set_by(shift, wording)
    if longer:
        said = texts.LONGER_NIGHT if longer > timedelta() else texts.SHORTER_NIGHT
        told.append(wording.say(said, length=spelled(abs(longer).total_seconds(), wording)))
    if any(one.id != shift.id and one.span.overlaps(shift.span) for one in shifts):
        told.append(wording.say(texts.OVERLAPS))
    return " ".join(told)
