"""A weekly pattern as a form: hours, and the days on which they are worked. Plain Python."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from workspace_assistant.core.errors import RefusedError
from workspace_assistant.core.shifts.drafts import PatternDraft
from workspace_assistant.core.shifts.local_times import zone_of
from workspace_assistant.core.shifts.model import (
    Pattern,
    Place,
    Source,
    WeeklyBreak,
    WeeklyShift,
)
from workspace_assistant.ui.shifts import texts
from workspace_assistant.ui.shifts.form_state import day_of, time_of, written_spans
from workspace_assistant.ui.shifts.situation import Adding, Seen, Situation
from workspace_assistant.ui.wording.durations import spelled
from workspace_assistant.ui.wording.wording import Wording

_A_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class HoursForm:
    """The same hours on several days of the week; 0 is Monday."""

    days: frozenset[int] = frozenset()
    start: str = ""
    end: str = ""
    breaks: str = ""
    place: Place = Place.HOME


@dataclass(frozen=True, slots=True, kw_only=True)
class PatternForm:
    """The fields as they are written."""

    name: str = ""
    hours: tuple[HoursForm, ...] = (HoursForm(days=frozenset(range(5))),)
    every_weeks: int = 1
    from_on: str = ""
    until_on: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PatternState:
    """A pattern to write down, or to change.

    Attributes:
        source_id: the pattern that is changed; empty for a new one.
    """

    source_id: str
    title: str
    form: PatternForm


def pattern_state(now: Situation, seen: Seen, wording: Wording) -> PatternState | None:
    """None while the form is closed, or the pattern is gone."""
    if now.adding is not Adding.PATTERN:
        return None
    if not now.changing:
        title = wording.say(texts.PATTERN_TITLE)
        return PatternState(source_id="", title=title, form=PatternForm(from_on=today_of(seen)))
    for view in seen.sources:
        if view.source.id == now.changing and view.source.pattern is not None:
            return PatternState(
                source_id=view.source.id,
                title=wording.say(texts.PATTERN_CHANGE_TITLE, name=view.source.name),
                form=form_of_pattern(view.source, view.source.pattern, wording),
            )
    return None


def today_of(seen: Seen) -> str:
    """As it is written into the form."""
    return f"{seen.at.astimezone(zone_of(seen.zone)):%Y-%m-%d}"


def form_of_pattern(source: Source, pattern: Pattern, wording: Wording) -> PatternForm:
    """Days with the same hours stand together."""
    by_hours: dict[tuple[object, ...], list[WeeklyShift]] = {}
    for line in pattern.lines:
        by_hours.setdefault((line.starts, line.ends, line.breaks, line.place), []).append(line)
    return PatternForm(
        name=source.name,
        hours=tuple(_hours_of(lines, wording) for lines in by_hours.values()),
        every_weeks=pattern.every_weeks,
        from_on=f"{pattern.from_on:%Y-%m-%d}",
        until_on=f"{pattern.until_on:%Y-%m-%d}" if pattern.until_on else "",
    )


def draft_of_pattern(form: PatternForm, zone: str) -> PatternDraft:
    """What is written; raises `RefusedError` for fields that cannot be understood."""
    lines = [line for hours in form.hours for line in _lines(hours)]
    return PatternDraft(
        lines=tuple(sorted(lines, key=lambda line: (line.weekday, line.starts))),
        name=form.name.strip(),
        place=form.hours[0].place,
        time_zone=zone,
        from_on=day_of(form.from_on),
        until_on=day_of(form.until_on) if form.until_on.strip() else None,
        every_weeks=form.every_weeks,
    )


def is_empty(form: PatternForm) -> bool:
    """Whether no hours are written: the days alone say nothing."""
    return not any(
        text.strip() for hours in form.hours for text in (hours.start, hours.end, hours.breaks)
    )


def meaning_of_pattern(form: PatternForm, wording: Wording) -> str:
    """What a week of it is; empty while that is unclear."""
    try:
        lines = [line for hours in form.hours for line in _lines(hours)]
    except RefusedError:
        return ""
    planned_s = sum(_planned_s(line) for line in lines)
    said = texts.PATTERN_MEANING_ONE if len(lines) == 1 else texts.PATTERN_MEANING
    return wording.say(said, count=str(len(lines)), planned=spelled(planned_s, wording))


def _lines(hours: HoursForm) -> tuple[WeeklyShift, ...]:
    if not hours.days:
        raise RefusedError(texts.DAYS_MISSING)
    if not hours.start.strip() or not hours.end.strip():
        raise RefusedError(texts.TIMES_MISSING)
    breaks = tuple(
        WeeklyBreak(starts=first, ends=last) for first, last in written_spans(hours.breaks)
    )
    return tuple(
        WeeklyShift(
            weekday=day,
            starts=time_of(hours.start),
            ends=time_of(hours.end),
            place=hours.place,
            breaks=breaks,
        )
        for day in sorted(hours.days)
    )


def _hours_of(lines: list[WeeklyShift], wording: Wording) -> HoursForm:
    one = lines[0]
    return HoursForm(
        days=frozenset(line.weekday for line in lines),
        start=_written(one.starts),
        end=_written(one.ends),
        breaks=", ".join(f"{_written(rest.starts)}-{_written(rest.ends)}" for rest in one.breaks),
        place=one.place,
    )


def _planned_s(line: WeeklyShift) -> float:
    """By the clock, without breaks: how long it is on an ordinary day."""
    rests = sum(_length_s(one.starts, one.ends) for one in line.breaks)
    return _length_s(line.starts, line.ends) - rests


def _length_s(starts: time, ends: time) -> float:
    any_day = date(2000, 1, 1)
    begin, end = datetime.combine(any_day, starts), datetime.combine(any_day, ends)
    return ((end if end > begin else end + _A_DAY) - begin).total_seconds()


def _written(wall: time) -> str:
    return f"{wall:%H:%M}"
