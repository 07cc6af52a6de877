"""How `shifts` tells shifts, sources and calendars, in plain lines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime, timedelta, timezone, tzinfo
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from workspace_assistant.cli.focus_when import after, clock, moment, on_day
from workspace_assistant.core.lengths import length_text
from workspace_assistant.core.shifts import texts
from workspace_assistant.core.shifts.feed_trouble import trouble_told
from workspace_assistant.core.shifts.model import (
    ChangeKind,
    Place,
    Shift,
    ShiftBreak,
    ShiftChange,
    SourceKind,
)
from workspace_assistant.core.shifts.schedule import planned_s

if TYPE_CHECKING:
    from workspace_assistant.core.shifts.choosing import LeftOut
    from workspace_assistant.core.shifts.schedule import Outlook
    from workspace_assistant.core.shifts.source_answers import Preview, SourceView

SHORT_ID = 8
_MOST_LINES = 30
_MINUTE_S, _DAY_S = 60.0, 86_400.0


def shift_line(shift: Shift, zone: tzinfo, source: str) -> str:
    """One line under its day: id, when, how long, where, what."""
    day = shift.starts_at.astimezone(zone).date()
    parts = [
        f"{shift.id[:SHORT_ID]}  {times(shift, zone, day):<15}",
        f"{length_text(shift.span.length_s):>6}",
        f"{texts.PLACES[shift.place]:<9}",
        f"{_what(shift, source)}{elsewhere(shift, zone)}",
    ]
    return "  ".join(parts).rstrip()


def break_lines(shift: Shift, zone: tzinfo) -> list[str]:
    return [
        f"break {clock(one.starts_at, zone)}-{clock(one.ends_at, zone)}"
        f"{f'  {one.name}' if one.name else ''}"
        for one in shift.breaks
    ]


def day_lines(shifts: Sequence[Shift], zone: tzinfo, named: Callable[[str], str]) -> list[str]:
    """Shifts under the days on which they start."""
    lines: list[str] = []
    last: date | None = None
    for shift in shifts:
        day = shift.starts_at.astimezone(zone).date()
        if day != last:
            lines.append(f"{day:%A} {day.isoformat()}")
            last = day
        lines.append(f"  {shift_line(shift, zone, named(shift.source_id))}")
        lines += [f"{'':12}{line}" for line in break_lines(shift, zone)]
    return lines


def total_line(shifts: Sequence[Shift]) -> str:
    return f"{counted(len(shifts), 'shift')}, {length_text(planned_s(shifts))} planned"


def with_places(shifts: Sequence[Shift]) -> str:
    """How many, and where unless all are at home: what is elsewhere may not be checked before."""
    places = Counter(one.place for one in shifts)
    number = counted(len(shifts), "shift")
    if set(places) <= {Place.HOME}:
        return number
    told = (f"{places[place]} {place.value}" for place in Place if places[place])
    return f"{number} ({', '.join(told)})"


def outlook_lines(outlook: Outlook, zone: tzinfo, named: Callable[[str], str]) -> list[str]:
    today = outlook.at.astimezone(zone).date()
    lines = []
    if outlook.current is not None:
        left_s = (outlook.current.ends_at - outlook.at).total_seconds()
        lines.append(f"Now: {_told(outlook.current, zone, today, named)}, ends in {_rough(left_s)}")
    if outlook.next_break is not None:
        lines.append(_break_line(outlook.next_break, outlook.at, zone))
    if outlook.following is not None and outlook.countdown_s is not None:
        told = _told(outlook.following, zone, today, named)
        lines.append(f"Next: {told}, starts in {_rough(outlook.countdown_s)}")
    return lines


def change_line(change: ShiftChange, zone: tzinfo) -> str:
    before, after_ = (
        "" if one is None else f"{span_text(one, zone)}, {texts.PLACES[one.place].lower()}"
        for one in (change.before, change.after)
    )
    match change.kind:
        case ChangeKind.ADDED:
            return f"added    {after_}"
        case ChangeKind.MOVED:
            return f"moved    {after_} (was {before})"
        case ChangeKind.REMOVED:
            return f"removed  {before}"


def change_lines(changes: Sequence[ShiftChange], zone: tzinfo) -> list[str]:
    ordered = sorted(changes, key=_when)
    lines = [change_line(one, zone) for one in ordered[:_MOST_LINES]]
    return lines + _more(len(changes) - _MOST_LINES)


def preview_lines(preview: Preview, zone: tzinfo) -> list[str]:
    """Which events are shifts, and which are not and why."""
    choice = preview.choice
    shifts = choice.shifts[:_MOST_LINES]
    counts = f"{with_places(choice.shifts)}, {counted(len(choice.left_out), 'event')}"
    lines = [f"{counts} left out, {len(choice.faults)} not understood"]
    lines += day_lines(shifts, zone, lambda _: "")
    lines += _more(len(choice.shifts) - len(shifts))
    lines += left_out_lines(choice.left_out, zone)
    lines += [f"Not understood: {fault}" for fault in choice.faults[:_MOST_LINES]]
    return lines + _more(len(choice.faults) - _MOST_LINES)


def left_out_lines(left_out: Sequence[LeftOut], zone: tzinfo) -> list[str]:
    """Under their reasons."""
    lines: list[str] = []
    for reason in dict.fromkeys(one.reason for one in left_out):
        events = [one.event for one in left_out if one.reason is reason]
        lines.append(f"Left out ({len(events)}): {texts.LEFT_OUT[reason]}")
        lines += [
            f"  {_event_time(event.starts, zone)}  {event.summary or '(no title)'}"
            for event in events[:_MOST_LINES]
        ]
        lines += _more(len(events) - _MOST_LINES)
    return lines


def source_lines(view: SourceView, now: datetime, zone: tzinfo) -> list[str]:
    """A source and how it stands; what is wrong with it on a line of its own."""
    source, state, today = view.source, view.state, now.astimezone(zone).date()
    kind = texts.KINDS[source.kind].lower()
    head = f"{source.id[:SHORT_ID]:<{SHORT_ID}}  {source.name} ({kind}): {view.coming} coming"
    if source.kind is not SourceKind.SUBSCRIPTION:
        return [head]
    stale = "may be out of date, " if view.is_stale else ""
    age = "never read" if view.age_s is None else f"read {_rough(view.age_s)} ago"
    lines = [f"{head}, {stale}{age}"]
    if state.trouble:
        times_ = "once" if state.failures == 1 else f"{state.failures} times in a row"
        lines.append(f"{'':10}Failed {times_}: {trouble_told(state)}")
    if state.next_try_at is not None:
        lines.append(
            f"{'':10}Next try by itself: {moment(state.next_try_at, zone, today)}. "
            f"Now: workspace-assistant shifts refresh"
        )
    return lines


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
    return f" ({clock(shift.starts_at, there)} in {shift.time_zone})"


def _told(shift: Shift, zone: tzinfo, today: date, named: Callable[[str], str]) -> str:
    start = shift.starts_at.astimezone(zone).date()
    day = "today" if start == today else f"{start:%a %Y-%m-%d}"
    what = _what(shift, named(shift.source_id))
    place = texts.PLACES[shift.place].lower()
    return f"{day} {times(shift, zone, start)}, {place}, {what}{elsewhere(shift, zone)}"


def _break_line(one: ShiftBreak, at: datetime, zone: tzinfo) -> str:
    when = f"{clock(one.starts_at, zone)}-{clock(one.ends_at, zone)}"
    name = f" ({one.name})" if one.name else ""
    if one.starts_at <= at:
        return f"Break: {when}{name}, ends in {_rough((one.ends_at - at).total_seconds())}"
    return f"Break: {when}{name}, in {_rough((one.starts_at - at).total_seconds())}"


def _what(shift: Shift, source: str) -> str:
    if not shift.name or shift.name == source:
        return source
    return f"{source}: {shift.name}" if source else shift.name


def _rough(seconds: float) -> str:
    """To the minute, and from two days on in days."""
    if seconds >= 2 * _DAY_S:
        return f"{seconds / _DAY_S:.0f} days"
    if seconds < _MINUTE_S:
        return "less than a minute"
    return length_text(seconds // _MINUTE_S * _MINUTE_S)


def _event_time(at: date, zone: tzinfo) -> str:
    return on_day(at, zone) if isinstance(at, datetime) else f"{at:%a %Y-%m-%d} all day"


def _when(change: ShiftChange) -> datetime:
    shift = change.after or change.before
    return change.noticed_at if shift is None else shift.starts_at


def counted(number: int, noun: str) -> str:
    """With its plural by s."""
    return f"1 {noun}" if number == 1 else f"{number} {noun}s"


def _more(number: int) -> list[str]:
    return [f"  ... and {number} more: see --json"] if number > 0 else []


def names_of(sources: Iterable[SourceView]) -> Callable[[str], str]:
    """The name of a source by its id."""
    names = {one.source.id: one.source.name for one in sources}
    return lambda source_id: names.get(source_id, "")
