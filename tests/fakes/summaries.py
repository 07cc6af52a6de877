"""Summaries of a week as a person may have them, put together by hand: no rule made them.

`rich` has everything, `half_empty` a first week that still runs, `empty` a program just installed,
`off` a week of leave, `nights` shifts over the boundary of days and over a clock set back.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

from tests.fakes.summary_days import NONE_KNOWN, ZONE, a_day, a_rest
from workspace_assistant.core.balance import definitions, texts
from workspace_assistant.core.balance.model import (
    Day,
    Indicator,
    State,
    Term,
    Told,
    Unit,
    Week,
)
from workspace_assistant.core.balance.settings_model import Commute, Goal, GoalKind, WeekSettings
from workspace_assistant.core.balance.summary_model import (
    Comparison,
    HeatCell,
    HeatMap,
    Progress,
    ReadyCounts,
    RollUp,
    RollUpRow,
    Suggestion,
    Summary,
    Trend,
    TrendPoint,
)
from workspace_assistant.core.balance.targets import Region, targets_of
from workspace_assistant.core.balance.writing import EnglishWriting
from workspace_assistant.core.days import week_span
from workspace_assistant.core.focus.model import Cause
from workspace_assistant.core.leave.model import LeaveKind
from workspace_assistant.core.spans import Span

WRITING = EnglishWriting(ZONE)
_TARGETS = targets_of(Region.EU)
_HOUR = 3600.0
_WEEKS = 12
_HEADLINE = "{met} of {count} targets met."
# Interruptions by the hour from 08:00 on.
_BY_CAUSE = {
    Cause.CHAT: (1, 2, 4, 6, 1, 0, 3, 9, 4, 1),
    Cause.NOISE: (0, 1, 3, 2, 0, 0, 5, 7, 2, 0),
    Cause.FAMILY: (0, 0, 0, 0, 3, 1, 0, 6, 5, 1),
    Cause.TECHNICAL: (2, 1, 0, 0, 0, 0, 0, 1, 0, 0),
}
_BY_WEEKDAY = (
    (1, 1, 2, 3, 1, 0, 3, 4, 2, 0),
    (0, 1, 2, 1, 0, 0, 2, 5, 2, 1),
    (1, 0, 1, 2, 1, 0, 1, 5, 3, 0),
    (0, 1, 1, 1, 1, 1, 1, 4, 2, 0),
    (1, 1, 1, 1, 1, 0, 1, 5, 2, 1),
)
_FIRST_HOUR = 8


def rich() -> Summary:
    """2026-W47, Friday's summary of somebody who logs everything; the week is over."""
    indicators = _rich_indicators()
    miss = {one.id: one for one in indicators}
    return Summary(
        week=_week("2026-W47", _rich_days(), indicators, _RICH_RESTS),
        settings=WeekSettings(
            goals=_GOALS,
            commute=Commute(one_way_s=45 * 60, one_way_km=18, day_fare=6.4, currency="EUR"),
        ),
        headline=Told(sentence=_HEADLINE, parts={"met": 8, "count": 11}),
        sentences=(
            miss["shortest-daily-rest"].told,
            Told(
                sentence="After hours took {length}; {target} is the most.",
                parts={"length": 5400.0, "target": 1800.0},
            ),
            Told(
                sentence="Focus was {length}, more than usual ({target}).",
                parts={"length": 11.5 * _HOUR, "target": 9.75 * _HOUR},
            ),
        ),
        goals=_rich_goals(),
        comparisons=tuple(_comparison(one) for one in indicators),
        trends=tuple(_trend(one) for one in indicators if one.id in _PASTS),
        heat=_rich_heat(),
        ready_counts=ReadyCounts(ready=41, ready_with_trouble=4, unready=9, unready_with_trouble=3),
        suggestions=(
            Suggestion(indicator=miss["shortest-daily-rest"], tip_id="eleven-hours-of-rest"),
            Suggestion(indicator=miss["after-hours"], tip_id="evening-without-work"),
            Suggestion(indicator=miss["quick-returns"], tip_id="quick-return"),
        ),
    )


def half_empty() -> Summary:
    """2026-W48, the first week with the program, on Wednesday noon: no past, little known."""
    days = (
        a_day(
            "2026-11-23",
            "08:00 focus 09:10 other-work 12:00 break 12:30 other-work 16:30",
            frames="08:00 16:30",
            interrupted="08:40",
        ),
        a_day(
            "2026-11-24",
            "08:00 other-work 10:00 focus 11:30 other-work 12:00 break 12:30 other-work 16:30",
            frames="08:00 16:30",
        ),
        a_day(
            "2026-11-25",
            "08:00 other-work 09:00 focus 10:20 other-work 12:10",
            frames="08:00 16:30",
        ),
        a_day("2026-11-26", frames="08:00 16:30"),
        a_day("2026-11-27", leave=LeaveKind.LEAVE),
        a_day("2026-11-28"),
        a_day("2026-11-29"),
    )
    indicators = (
        definitions.DAILY_REST.known(
            15.5 * _HOUR,
            _TARGETS,
            texts.RESTS,
            met=2,
            count=2,
            target=11 * _HOUR,
            span=_NIGHT,
            length=15.5 * _HOUR,
        ),
        definitions.WEEKLY_REST.unknown(_TARGETS, texts.NOT_OVER),
        definitions.HOURS.known(
            20.17 * _HOUR, _TARGETS, texts.HOURS, length=20.17 * _HOUR, count=3
        ),
        definitions.AVERAGE_HOURS.unknown(_TARGETS, texts.TOO_FEW_WEEKS, count=0),
        definitions.OVERTIME.unknown(_TARGETS, texts.NOT_OVER),
        definitions.FOCUS_TIME.known(4 * _HOUR, _TARGETS, texts.FOCUS, length=4 * _HOUR, count=3),
        definitions.SWITCH_OFF.unknown(_TARGETS, texts.NO_CHECK_IN),
    )
    week = replace(
        _week(
            "2026-W48", days, indicators, (_NIGHT, a_rest("2026-11-24 16:30", "2026-11-25 08:00"))
        ),
        is_over=False,
    )
    return _alone(week, Told(sentence=_HEADLINE, parts={"met": 1, "count": 1}))


def empty() -> Summary:
    """2026-W48 of a program that knows nothing yet."""
    days = tuple(a_day(f"2026-11-{day}", frames=NONE_KNOWN) for day in range(23, 30))
    indicators = (
        definitions.DAILY_REST.unknown(_TARGETS, texts.NO_REST),
        definitions.HOURS.unknown(_TARGETS, texts.NO_WORK),
        definitions.AFTER_HOURS.unknown(_TARGETS, texts.NO_SHIFT_KNOWN),
        definitions.FOCUS_TIME.unknown(_TARGETS, texts.NO_BLOCKS),
    )
    return _alone(
        replace(_week("2026-W48", days, indicators), is_over=False),
        Told(sentence="Nothing is known of this week."),
    )


def off() -> Summary:
    """2026-W53, a week of leave and holidays that is over."""
    kinds = [LeaveKind.LEAVE, LeaveKind.LEAVE, LeaveKind.SICK, LeaveKind.OTHER, LeaveKind.HOLIDAY]
    first = date(2026, 12, 28)
    days = tuple(
        a_day((first + timedelta(days=index)).isoformat(), leave=kind)
        for index, kind in enumerate([*kinds, None, None])
    )
    indicators = (
        definitions.DAILY_REST.unknown(_TARGETS, texts.NO_REST),
        definitions.HOURS.unknown(_TARGETS, texts.NO_WORK),
    )
    week = replace(_week("2026-W53", days, indicators), is_off=True)
    return _alone(week, Told(sentence="The whole week was off."))


def nights() -> Summary:
    """2026-W43: nights up to Sunday the 25th of October, when the clock is set back at 03:00."""
    night = "22:00 other-work 24:00 focus 25:30 break 26:00 other-work 30:00"
    days = (
        a_day("2026-10-19"),
        a_day("2026-10-20"),
        a_day("2026-10-21", "05:30 after-hours 06:10"),
        a_day("2026-10-22", night, frames="22:00 30:00", interrupted="24:40 25:10"),
        a_day("2026-10-23", night, frames="22:00 30:00"),
        a_day("2026-10-24", night, frames="22:00 30:00", interrupted="26:30"),
        a_day("2026-10-25"),
    )
    rests = (
        a_rest("2026-10-23 06:00", "2026-10-23 22:00"),
        a_rest("2026-10-24 06:00", "2026-10-24 22:00"),
    )
    indicators = (
        definitions.DAILY_REST.known(
            16 * _HOUR,
            _TARGETS,
            texts.RESTS,
            met=2,
            count=2,
            target=11 * _HOUR,
            span=rests[0],
            length=16 * _HOUR,
        ),
        definitions.NIGHTS_IN_A_ROW.known(
            3, _TARGETS, texts.NIGHTS, count=3, day=date(2026, 10, 24)
        ),
    )
    return _alone(
        _week("2026-W43", days, indicators, rests),
        Told(sentence=_HEADLINE, parts={"met": 2, "count": 2}),
    )


def month() -> RollUp:
    """2026-11: four weeks, of which one was off."""
    weeks = (*_past_weeks(42, 45)[-2:], _off_week(), rich().week)
    return _roll_up("2026-11", weeks)


def quarter() -> RollUp:
    """2026-Q4 up to its eighth week."""
    return _roll_up("2026-Q4", (*_past_weeks(40, 46), rich().week))


_GOALS = (
    Goal(kind=GoalKind.FOCUS, least=10 * _HOUR),
    Goal(kind=GoalKind.BREAKS, least=20),
    Goal(kind=GoalKind.LEARNING, least=_HOUR),
    Goal(kind=GoalKind.END_OF_DAY, ends_by=time(18)),
)
_RICH_RESTS = (
    a_rest("2026-11-13 16:30", "2026-11-16 08:00"),
    a_rest("2026-11-16 16:30", "2026-11-17 08:00"),
    a_rest("2026-11-17 22:40", "2026-11-18 08:00"),
    a_rest("2026-11-18 16:45", "2026-11-19 08:00"),
    a_rest("2026-11-19 19:00", "2026-11-20 08:00"),
)
_NIGHT = a_rest("2026-11-23 16:30", "2026-11-24 08:00")


def _rich_days() -> tuple[Day, ...]:
    return (
        a_day(
            "2026-11-16",
            "08:00 other-work 08:30 focus 10:10 break 10:20 other-work 12:00 break 12:30 "
            "focus 14:00 other-work 16:30",
            frames="08:00 16:30",
            interrupted="08:55 09:20 13:05",
        ),
        a_day(
            "2026-11-17",
            "08:00 focus 09:30 other-work 12:15 break 12:45 other-work 14:00 focus 15:30 "
            "other-work 16:30 - 21:30 after-hours 22:40",
            frames="08:00 16:30",
            interrupted="08:20 14:10 15:05 15:12 21:50",
        ),
        a_day(
            "2026-11-18",
            "08:00 other-work 09:00 focus 10:30 break 10:40 other-work 12:00 break 12:30 "
            "other-work 16:30 after-hours 16:45",
            frames="08:00 16:30",
            interrupted="09:15 15:20",
        ),
        a_day(
            "2026-11-19",
            "08:00 other-work 12:00 - 15:00 focus 16:40 break 16:50 other-work 19:00",
            frames="08:00 12:00 15:00 19:00",
            interrupted="15:10 15:20 15:30 16:20",
        ),
        a_day(
            "2026-11-20",
            "08:00 focus 10:00 other-work 12:00 break 12:30 other-work 14:30",
            frames="08:00 14:30",
        ),
        a_day("2026-11-21", "10:00 after-hours 10:05"),
        a_day("2026-11-22"),
    )


def _rich_indicators() -> tuple[Indicator, ...]:
    short = _RICH_RESTS[2]
    rests = [Term(span=one, value=one.length_s) for one in _RICH_RESTS]
    return (
        definitions.DAILY_REST.known(
            short.length_s,
            _TARGETS,
            texts.RESTS,
            rests,
            met=4,
            count=5,
            target=11 * _HOUR,
            span=short,
            length=short.length_s,
        ),
        definitions.QUICK_RETURNS.known(
            1, _TARGETS, texts.QUICK, rests[2:3], count=1, whole=5, target=11 * _HOUR
        ),
        definitions.WEEKLY_REST.known(
            63.5 * _HOUR, _TARGETS, texts.WEEKLY_REST, length=63.5 * _HOUR, span=_RICH_RESTS[0]
        ),
        definitions.HOURS.known(39 * _HOUR, _TARGETS, texts.HOURS, length=39 * _HOUR, count=6),
        definitions.AVERAGE_HOURS.known(
            37.5 * _HOUR, _TARGETS, texts.AVERAGE, length=37.5 * _HOUR, count=12
        ),
        definitions.WORKING_STRETCH.known(
            8.75 * _HOUR,
            _TARGETS,
            texts.STRETCH,
            length=8.75 * _HOUR,
            span=a_rest("2026-11-18 08:00", "2026-11-18 16:45"),
        ),
        definitions.OVERTIME.known(1.5 * _HOUR, _TARGETS, texts.OVERTIME, length=1.5 * _HOUR),
        definitions.DAYS_IN_A_ROW.known(6, _TARGETS, texts.DAYS, count=6, day=date(2026, 11, 21)),
        definitions.NIGHTS_IN_A_ROW.known(0, _TARGETS, texts.NO_NIGHTS),
        definitions.SCREEN_STRETCH.known(
            55 * 60,
            _TARGETS,
            texts.SCREEN,
            length=55 * 60.0,
            span=a_rest("2026-11-17 14:05", "2026-11-17 15:00"),
        ),
        definitions.BREAKS_HAD.known(0.86, _TARGETS, texts.BREAKS, met=24, count=28, blocked=2),
        definitions.AFTER_HOURS.known(5400, _TARGETS, texts.AFTER_HOURS, length=5400.0, count=3),
        definitions.QUIET_DAYS.known(5, _TARGETS, texts.QUIET, count=5, whole=7),
        definitions.FOCUS_TIME.known(
            11.5 * _HOUR, _TARGETS, texts.FOCUS, length=11.5 * _HOUR, count=9
        ),
        definitions.INTERRUPTIONS.known(
            1.1, _TARGETS, texts.INTERRUPTIONS, count=14, length=12.83 * _HOUR
        ),
        definitions.SWITCH_OFF.known(4, _TARGETS, texts.SWITCH_OFF, count=4, whole=3),
        definitions.COLLEAGUES.unknown(_TARGETS, texts.NO_CHECK_IN),
        Indicator(
            id="commute-money-saved",
            name="Fares saved",
            unit=Unit.MONEY,
            value=32.0,
            target=None,
            formula="Days of work at home, times what both ways cost.",
            told=Told(sentence="{count} days of work at home.", parts={"count": 5}),
        ),
    )


# What the eleven weeks before knew, oldest first.
_PASTS: dict[str, tuple[float | None, ...]] = {
    "shortest-daily-rest": tuple(
        one and one * _HOUR
        for one in (12.5, 11.5, 10.0, 13.0, 15.5, None, 12.0, 11.0, 9.5, 14.0, 15.5)
    ),
    "quick-returns": (0, 0, 1, 0, 0, None, 0, 0, 2, 0, 0),
    "hours": tuple(
        one and one * _HOUR for one in (36, 38.5, 41, 37, 37.5, None, 36, 40, 44.5, 37.5, 37.5)
    ),
    "after-hours": (0, 900, 3600, 0, 600, None, 1800, 0, 4500, 1200, 600),
    "breaks-had": (0.6, 0.65, 0.72, 0.7, 0.81, None, 0.8, 0.78, 0.9, 0.84, 0.82),
    "focus-time": tuple(
        one and one * _HOUR for one in (6, 7.5, 5, 8, 9, None, 9.5, 10, 7, 10.5, 9.5)
    ),
    "interruptions-per-hour": (2.4, 2.1, 2.8, 1.9, 1.6, None, 1.7, 1.5, 2.2, 1.4, 1.3),
    "switching-off": (None, None, 3, None, None, None, 4, 3, 2, 4, 4),
}


def _rich_goals() -> tuple[Progress, ...]:
    focus, breaks, learning, end = _GOALS
    return (
        Progress(
            goal=focus,
            value=11.5 * _HOUR,
            is_reached=True,
            told=Told(
                sentence="{length} of focus; the goal is {target}.",
                parts={"length": 11.5 * _HOUR, "target": 10 * _HOUR},
            ),
        ),
        Progress(
            goal=breaks,
            value=24,
            is_reached=True,
            told=Told(
                sentence="{count} breaks; the goal is {whole}.", parts={"count": 24, "whole": 20}
            ),
        ),
        Progress(
            goal=learning,
            value=1500,
            is_reached=False,
            told=Told(
                sentence="{length} of learning; the goal is {target}.",
                parts={"length": 1500.0, "target": _HOUR},
            ),
        ),
        Progress(
            goal=end,
            value=4,
            is_reached=False,
            told=Told(
                sentence="Work ended in time on {count} of {whole} days.",
                parts={"count": 4, "whole": 6},
            ),
        ),
    )


def _rich_heat() -> HeatMap:
    worked = (3.5, 5, 6, 5.5, 2, 0.5, 5, 6, 5, 0.75)
    return HeatMap(
        span=Span(week_span("2026-W36", ZONE).start, week_span("2026-W47", ZONE).end),
        by_cause=tuple((cause, _cells(counts, worked)) for cause, counts in _BY_CAUSE.items()),
        by_weekday=(
            *(_cells(counts, [one / 5 for one in worked]) for counts in _BY_WEEKDAY),
            _cells((0, 0, 1), (0, 0, 0.5)),
            _cells((), ()),
        ),
        hardest=Told(
            sentence="{share} of all interruptions came between {start} and {end}.",
            parts={"share": "31 %", "start": "15:00", "end": "16:00"},
        ),
    )


def _cells(counts: Sequence[int], worked_h: Sequence[float]) -> tuple[HeatCell, ...]:
    known = dict(enumerate(zip(counts, worked_h, strict=False), _FIRST_HOUR))
    return tuple(
        HeatCell(hour=hour, count=known[hour][0], worked_s=known[hour][1] * _HOUR)
        if hour in known
        else HeatCell(hour=hour, count=0, worked_s=0.0)
        for hour in range(24)
    )


def _comparison(one: Indicator) -> Comparison:
    past = _PASTS.get(one.id, ())
    known = sorted(value for value in past[-4:] if value is not None)
    return Comparison(
        id=one.id,
        last=past[-1] if past else None,
        usual=(known[1] + known[2]) / 2 if len(known) == 4 else None,
        usual_of=len(known),
    )


def _trend(one: Indicator) -> Trend:
    values = (*_PASTS[one.id], one.value)
    points = tuple(
        TrendPoint(
            week=f"2026-W{number}",
            span=week_span(f"2026-W{number}", ZONE),
            value=value,
            state=replace(one, value=value).state,
        )
        for number, value in enumerate(values, 48 - _WEEKS)
    )
    return Trend(id=one.id, name=one.name, unit=one.unit, target=one.target, points=points)


def _week(
    name: str, days: tuple[Day, ...], indicators: tuple[Indicator, ...], rests: Sequence[Span] = ()
) -> Week:
    return Week(
        name=name,
        span=week_span(name, ZONE),
        is_over=True,
        indicators=indicators,
        days=days,
        rests=tuple(rests),
    )


def _alone(week: Week, headline: Told) -> Summary:
    """Without any week before it."""
    return Summary(
        week=week,
        settings=WeekSettings(),
        headline=headline,
        sentences=(),
        goals=(),
        comparisons=tuple(
            Comparison(id=one.id, last=None, usual=None, usual_of=0) for one in week.indicators
        ),
        trends=(),
        heat=None,
        ready_counts=None,
        suggestions=(),
    )


def _past_weeks(first: int, last: int) -> tuple[Week, ...]:
    """Weeks like the rich one, moved back, with what they knew."""
    now = rich().week
    return tuple(_moved(now, 47 - number) for number in range(first, last + 1))


def _moved(week: Week, weeks: int) -> Week:
    back = timedelta(weeks=weeks)
    indicators = tuple(
        replace(one, value=_PASTS[one.id][-weeks]) if one.id in _PASTS else one
        for one in week.indicators
    )
    days = tuple(
        replace(
            one,
            on=one.on - back,
            frames=tuple(_earlier(span, back) for span in one.frames),
            pieces=tuple(replace(piece, span=_earlier(piece.span, back)) for piece in one.pieces),
            interrupted_at=tuple(_before(at, back) for at in one.interrupted_at),
        )
        for one in week.days
    )
    name = f"2026-W{47 - weeks}"
    return _week(name, days, indicators, tuple(_earlier(one, back) for one in week.rests))


def _earlier(span: Span, back: timedelta) -> Span:
    return Span(_before(span.start, back), _before(span.end, back))


def _before(at: datetime, back: timedelta) -> datetime:
    """By the clock of the wall."""
    return (at.astimezone(ZONE) - back).astimezone(UTC)


def _off_week() -> Week:
    days = tuple(a_day(f"2026-11-{day:02d}", leave=LeaveKind.LEAVE) for day in range(9, 16))
    indicators = tuple(replace(one, value=None) for one in rich().week.indicators)
    return replace(_week("2026-W46", days, indicators), is_off=True)


def _roll_up(name: str, weeks: tuple[Week, ...]) -> RollUp:
    rows = tuple(_row(weeks, one) for one in weeks[-1].indicators)
    return RollUp(
        name=name,
        span=Span(weeks[0].span.start, weeks[-1].span.end),
        headline=Told(
            sentence="Targets were met {met} of {count} times in {whole} weeks.",
            parts={
                "met": sum(week.met_count for week in weeks),
                "count": sum(len(week.with_target) for week in weeks),
                "whole": len(weeks),
            },
        ),
        weeks=weeks,
        rows=rows,
    )


def _row(weeks: Sequence[Week], one: Indicator) -> RollUpRow:
    of_weeks = [next(other for other in week.indicators if other.id == one.id) for week in weeks]
    values = tuple(other.value for other in of_weeks)
    known = sorted(value for value in values if value is not None)
    middle = len(known) // 2
    median = (known[middle] + known[~middle]) / 2 if known else None
    return RollUpRow(
        id=one.id,
        name=one.name,
        unit=one.unit,
        target=one.target,
        median=median,
        known=len(known),
        met=sum(other.state is State.MET for other in of_weeks),
        values=values,
    )
