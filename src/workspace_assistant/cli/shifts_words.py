"""How `shifts` tells shifts, sources and calendars, in plain lines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime, timedelta, timezone, tzinfo
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from workspace_assistant.cli.day_names import short_weekday, weekday
from workspace_assistant.cli.focus_when import after, clock, moment, on_day
from workspace_assistant.cli.inside import inside
from workspace_assistant.cli.language import worded
from workspace_assistant.core.joining import joined
from workspace_assistant.core.lengths import length_text
from workspace_assistant.core.shifts import texts
from workspace_assistant.core.shifts.feed_trouble import trouble_told
from workspace_assistant.core.shifts.model import (
    HAND_ID,
    ChangeKind,
    Place,
    Shift,
    ShiftBreak,
    ShiftChange,
    Source,
    SourceKind,
)
from workspace_assistant.core.shifts.schedule import planned_s
from workspace_assistant.core.text import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from workspace_assistant.core.shifts.choosing import LeftOut
    from workspace_assistant.core.shifts.schedule import Outlook
    from workspace_assistant.core.shifts.source_answers import Preview, SourceView

SHORT_ID = 8
_LEAST_PLACE = 9

_SHIFTS = QT_TRANSLATE_NOOP("cli", "{count} shifts")
_AT = {
    Place.HOME: QT_TRANSLATE_NOOP("cli", "{number} home"),
    Place.OFFICE: QT_TRANSLATE_NOOP("cli", "{number} office"),
    Place.OTHER: QT_TRANSLATE_NOOP("cli", "{number} other"),
}
_KINDS = {
    ChangeKind.ADDED: QT_TRANSLATE_NOOP("cli", "added"),
    ChangeKind.MOVED: QT_TRANSLATE_NOOP("cli", "moved"),
    ChangeKind.REMOVED: QT_TRANSLATE_NOOP("cli", "removed"),
}
_ONE_LEFT = QT_TRANSLATE_NOOP("cli", "{shifts}, 1 event left out, {faulty} not understood")
_LEFT = QT_TRANSLATE_NOOP("cli", "{shifts}, {count} events left out, {faulty} not understood")
_FAILED_ONCE = QT_TRANSLATE_NOOP("cli", "Failed once: {reason}")
_FAILED = QT_TRANSLATE_NOOP("cli", "Failed {count} times in a row: {reason}")
_MOST_LINES = 30
_MINUTE_S, _DAY_S = 60.0, 86_400.0


def shift_line(shift: Shift, zone: tzinfo, source: str) -> str:
    """One line under its day: id, when, how long, where, what."""
    day = shift.starts_at.astimezone(zone).date()
    parts = [
        f"{shift.id[:SHORT_ID]}  {times(shift, zone, day):<15}",
        f"{length_text(shift.span.length_s):>6}",
        f"{worded(texts.PLACES[shift.place]):<{_place_width()}}",
        f"{_what(shift, source)}{elsewhere(shift, zone)}",
    ]
    return "  ".join(parts).rstrip()


def break_lines(shift: Shift, zone: tzinfo) -> list[str]:
    return [_inner_break(one, zone) for one in shift.breaks]


def _inner_break(one: ShiftBreak, zone: tzinfo) -> str:
    span = f"{clock(one.starts_at, zone)}-{clock(one.ends_at, zone)}"
    told = worded("break {span}", span=span)
    return f"{told}  {one.name}" if one.name else told


def _place_width() -> int:
    return max(_LEAST_PLACE, *(len(worded(one)) for one in texts.PLACES.values()))


def day_lines(shifts: Sequence[Shift], zone: tzinfo, named: Callable[[str], str]) -> list[str]:
    """Shifts under the days on which they start."""
    lines: list[str] = []
    last: date | None = None
    for shift in shifts:
        day = shift.starts_at.astimezone(zone).date()
        if day != last:
            lines.append(f"{weekday(day)} {day.isoformat()}")
            last = day
        lines.append(f"  {shift_line(shift, zone, named(shift.source_id))}")
        lines += [f"{'':12}{line}" for line in break_lines(shift, zone)]
    return lines


def total_line(shifts: Sequence[Shift]) -> str:
    length = length_text(planned_s(shifts))
    if len(shifts) == 1:
        return worded("1 shift, {length} planned", length=length)
    return worded("{count} shifts, {length} planned", count=str(len(shifts)), length=length)


def with_places(shifts: Sequence[Shift]) -> str:
    """How many, and where unless all are at home: what is elsewhere may not be checked before."""
    places = Counter(one.place for one in shifts)
    number = worded("1 shift") if len(shifts) == 1 else worded(_SHIFTS, count=str(len(shifts)))
    if set(places) <= {Place.HOME}:
        return number
    told = (worded(_AT[place], number=str(places[place])) for place in Place if places[place])
    return f"{number} ({joined(told, worded)})"


def outlook_lines(outlook: Outlook, zone: tzinfo, named: Callable[[str], str]) -> list[str]:
    today = outlook.at.astimezone(zone).date()
    lines = []
    if outlook.current is not None:
        left_s = (outlook.current.ends_at - outlook.at).total_seconds()
        told = _told(outlook.current, zone, today, named)
        lines.append(worded("Now: {shift}, ends in {length}", shift=told, length=_rough(left_s)))
    if outlook.next_break is not None:
        lines.append(_break_line(outlook.next_break, outlook.at, zone))
    if outlook.following is not None and outlook.countdown_s is not None:
        told = _told(outlook.following, zone, today, named)
        rough = _rough(outlook.countdown_s)
        lines.append(worded("Next: {shift}, starts in {length}", shift=told, length=rough))
    return lines


def change_line(change: ShiftChange, zone: tzinfo) -> str:
    before, after_ = (
        "" if one is None else f"{span_text(one, zone)}, {inside(texts.PLACES[one.place])}"
        for one in (change.before, change.after)
    )
    width = max(len(worded(word)) for word in _KINDS.values())
    done = f"{worded(_KINDS[change.kind]):<{width}}"
    match change.kind:
        case ChangeKind.ADDED:
            return f"{done}  {after_}"
        case ChangeKind.MOVED:
            return f"{done}  {worded('{after} (was {before})', after=after_, before=before)}"
        case ChangeKind.REMOVED:
            return f"{done}  {before}"


def change_lines(changes: Sequence[ShiftChange], zone: tzinfo) -> list[str]:
    ordered = sorted(changes, key=_when)
    lines = [change_line(one, zone) for one in ordered[:_MOST_LINES]]
    return lines + _more(len(changes) - _MOST_LINES)


def preview_lines(preview: Preview, zone: tzinfo) -> list[str]:
    """Which events are shifts, and which are not and why."""
    choice = preview.choice
    shifts = choice.shifts[:_MOST_LINES]
    left_out = len(choice.left_out)
    parts = {"shifts": with_places(choice.shifts), "faulty": str(len(choice.faults))}
    lines = [worded(_ONE_LEFT if left_out == 1 else _LEFT, count=str(left_out), **parts)]
    lines += day_lines(shifts, zone, lambda _: "")
    lines += _more(len(choice.shifts) - len(shifts))
    lines += left_out_lines(choice.left_out, zone)
    lines += [
        worded("Not understood: {fault}", fault=worded(fault))
        for fault in choice.faults[:_MOST_LINES]
    ]
    return lines + _more(len(choice.faults) - _MOST_LINES)


def left_out_lines(left_out: Sequence[LeftOut], zone: tzinfo) -> list[str]:
    """Under their reasons."""
    lines: list[str] = []
    for reason in dict.fromkeys(one.reason for one in left_out):
        events = [one.event for one in left_out if one.reason is reason]
        why = worded(texts.LEFT_OUT[reason])
        lines.append(worded("Left out ({number}): {reason}", number=str(len(events)), reason=why))
        lines += [
            f"  {_event_time(event.starts, zone)}  {event.summary or worded('(no title)')}"
            for event in events[:_MOST_LINES]
        ]
        lines += _more(len(events) - _MOST_LINES)
    return lines


def source_lines(view: SourceView, now: datetime, zone: tzinfo) -> list[str]:
    """A source and how it stands; what is wrong with it on a line of its own."""
    source, state, today = view.source, view.state, now.astimezone(zone).date()
    name = f"{source_name(source)} ({inside(texts.KINDS[source.kind])})"
    coming = worded("{source}: {number} coming", source=name, number=str(view.coming))
    head = f"{source.id[:SHORT_ID]:<{SHORT_ID}}  {coming}"
    if source.kind is not SourceKind.SUBSCRIPTION:
        return [head]
    stale = [worded("may be out of date")] if view.is_stale else []
    lines = [joined((head, *stale, _age(view.age_s)), worded)]
    if state.trouble:
        told = worded(
            _FAILED_ONCE if state.failures == 1 else _FAILED,
            count=str(state.failures),
            reason=trouble_told(state, worded),
        )
        lines.append(f"{'':10}{told}")
    if state.next_try_at is not None:
        told = worded(
            "Next try by itself: {time}. Now: {command}",
            time=moment(state.next_try_at, zone, today),
            command="workspace-assistant shifts refresh",
        )
        lines.append(f"{'':10}{told}")
    return lines


def _age(age_s: float | None) -> str:
    if age_s is None:
        return worded("never read")
    return worded("read {length} ago", length=_rough(age_s))


def span_text(shift: Shift, zone: tzinfo) -> str:
    """With its day: `Mon 2026-11-23 08:00-16:00`."""
    day = shift.starts_at.astimezone(zone).date()
    return f"{on_day(shift.starts_at, zone)}-{after(shift.ends_at, zone, day)}"


def times(shift: Shift, zone: tzinfo, day: date) -> str:
    return f"{clock(shift.starts_at, zone)}-{after(shift.ends_at, zone, day)}"


def elsewhere(shift: Shift, zone: tzinfo) -> str:
    """The clock where it was planned, if that shows another time than in *zone*."""
    there = timezone(timedelta(seconds=shift.utc_offset_s))
    is_nameless = not isinstance(zone, ZoneInfo)  # its shifts are noted in UTC
    same = shift.starts_at.astimezone(zone).utcoffset() == there.utcoffset(None)
    if same or (is_nameless and shift.time_zone == "UTC"):
        return ""
    time = clock(shift.starts_at, there)
    return f" {worded('({time} in {zone})', time=time, zone=shift.time_zone)}"


def _told(shift: Shift, zone: tzinfo, today: date, named: Callable[[str], str]) -> str:
    start = shift.starts_at.astimezone(zone).date()
    day = worded("today") if start == today else f"{short_weekday(start)} {start.isoformat()}"
    what = _what(shift, named(shift.source_id))
    place = inside(texts.PLACES[shift.place])
    return f"{day} {times(shift, zone, start)}, {place}, {what}{elsewhere(shift, zone)}"


def _break_line(one: ShiftBreak, at: datetime, zone: tzinfo) -> str:
    when = f"{clock(one.starts_at, zone)}-{clock(one.ends_at, zone)}"
    span = f"{when} ({one.name})" if one.name else when
    if one.starts_at <= at:
        left = _rough((one.ends_at - at).total_seconds())
        return worded("Break: {span}, ends in {length}", span=span, length=left)
    left = _rough((one.starts_at - at).total_seconds())
    return worded("Break: {span}, in {length}", span=span, length=left)


def _what(shift: Shift, source: str) -> str:
    if not shift.name or shift.name == source:
        return source
    return f"{source}: {shift.name}" if source else shift.name


def _rough(seconds: float) -> str:
    """To the minute, and from two days on in days."""
    if seconds >= 2 * _DAY_S:
        return worded("{count} days", count=f"{seconds / _DAY_S:.0f}")
    if seconds < _MINUTE_S:
        return worded("less than a minute")
    return length_text(seconds // _MINUTE_S * _MINUTE_S)


def _event_time(at: date, zone: tzinfo) -> str:
    if isinstance(at, datetime):
        return on_day(at, zone)
    return worded("{day} all day", day=f"{short_weekday(at)} {at.isoformat()}")


def _when(change: ShiftChange) -> datetime:
    shift = change.after or change.before
    return change.noticed_at if shift is None else shift.starts_at


def _more(number: int) -> list[str]:
    if number <= 0:
        return []
    return [f"  {worded('... and {count} more: see --json', count=str(number))}"]


def names_of(sources: Iterable[SourceView]) -> Callable[[str], str]:
    """The name of a source by its id."""
    names = {one.source.id: source_name(one.source) for one in sources}
    return lambda source_id: names.get(source_id, "")


def source_name(source: Source) -> str:
    """What a person called it; the one for shifts by hand has a name of ours."""
    return worded(texts.BY_HAND) if source.id == HAND_ID else source.name
