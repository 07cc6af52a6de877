"""How much was worked: in this week, on average, in one stretch, and against the plan."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import timedelta
from itertools import pairwise

from workspace_assistant.core.balance import texts, work_texts
from workspace_assistant.core.balance.definitions import (
    AVERAGE_HOURS,
    HOURS,
    OVERTIME,
    START_REGULARITY,
    WORKING_STRETCH,
    Targets,
)
from workspace_assistant.core.balance.during import Seen
from workspace_assistant.core.balance.model import Indicator, Target, Term
from workspace_assistant.core.balance.work import Stretch
from workspace_assistant.core.days import day_of, week_span
from workspace_assistant.core.errors import RefusedError
from workspace_assistant.core.facts.nights import is_night
from workspace_assistant.core.spans import Span

# Directive 2003/88/EC article 16 lets the reference period be four months.
AVERAGED_WEEKS = 17
# An average of fewer would be one of single weeks.
FEWEST_WEEKS = 4
FEWEST_SHIFTS = 2
# HSG256 holds shifts at night to eight hours. Whoever chooses a target has one for all.
NIGHT_STRETCH = Target(value=8 * 3600.0, is_least=False, basis=work_texts.NIGHT_BASIS)
AT_NIGHT = "night"
_DAY_S, _MINUTE_S = 86_400.0, 60.0
_INSTANT = timedelta(microseconds=1)


def hour_indicators(seen: Seen, targets: Targets) -> tuple[Indicator, ...]:
    told = (_hours, _average, _stretch, _overtime, _starts)
    return tuple(one(seen, targets) for one in told)


def _hours(seen: Seen, targets: Targets) -> Indicator:
    work = seen.stretches
    if not work:
        return HOURS.unknown(targets, texts.NO_WORK)
    worked_s = sum(one.worked_s for one in work)
    days = {seen.day_of(one) for one in work}
    terms = [Term(span=one.span, value=one.worked_s) for one in work]
    return HOURS.known(worked_s, targets, texts.HOURS, terms, length=worked_s, count=len(days))


def _average(seen: Seen, targets: Targets) -> Indicator:
    """Of whole weeks: one that is not over would lower it.

    So would one with a day off; leave and sickness are neutral by article 16 of the directive.
    """
    weeks = (week for week in _whole_weeks(seen) if not _has_day_off(seen, week))
    sums = [Term(span=week, value=_worked_s(seen, week)) for week in weeks]
    worked = [one for one in sums if one.value]
    if len(worked) < FEWEST_WEEKS:
        return AVERAGE_HOURS.unknown(targets, texts.TOO_FEW_WEEKS, count=len(worked))
    mean_s = sum(one.value for one in worked) / len(worked)
    return AVERAGE_HOURS.known(
        mean_s, targets, texts.AVERAGE, worked, length=mean_s, count=len(worked)
    )


def _worked_s(seen: Seen, week: Span) -> float:
    return sum(one.worked_s for one in seen.stretches_in(week))


def _has_day_off(seen: Seen, week: Span) -> bool:
    zone = seen.records.zone
    first, after = day_of(week.start, zone), day_of(week.end, zone)
    return any(first <= one.on < after for one in seen.records.leave)


def _whole_weeks(seen: Seen) -> Iterator[Span]:
    """Newest first; the first years of the calendar have none before them."""
    with suppress(RefusedError):
        week = seen.week if seen.is_over else _before(seen.week, seen)
        for _ in range(AVERAGED_WEEKS):
            yield week
            week = _before(week, seen)


def _before(week: Span, seen: Seen) -> Span:
    zone = seen.records.zone
    around = day_of(week.start - _INSTANT, zone)
    return week_span(around, zone, first_weekday=seen.settings.week_start.weekday)


def _stretch(seen: Seen, targets: Targets) -> Indicator:
    """The longest one; where one at night is longer than those may be, the longest of these."""
    terms = [_term_of(one, seen) for one in seen.stretches]
    if not terms:
        return WORKING_STRETCH.unknown(targets, texts.NO_WORK)
    if at_night := _too_long_at_night(terms, seen, targets):
        held = {**targets, WORKING_STRETCH.id: NIGHT_STRETCH}
        return _longest(at_night, terms, held, work_texts.STRETCH_NIGHT)
    return _longest(terms, terms, targets, texts.STRETCH)


def _longest(
    of: Sequence[Term], terms: Sequence[Term], targets: Targets, sentence: str
) -> Indicator:
    longest = max(of, key=lambda one: one.value)
    limit = targets.get(WORKING_STRETCH.id)
    return WORKING_STRETCH.known(
        longest.value,
        targets,
        sentence,
        terms,
        length=longest.value,
        span=longest.span,
        target=limit.value if limit else longest.value,
    )


def _term_of(stretch: Stretch, seen: Seen) -> Term:
    name = AT_NIGHT if is_night(stretch.span, seen.records.zone) else ""
    return Term(span=stretch.span, value=stretch.span.length_s, name=name)


def _too_long_at_night(terms: Sequence[Term], seen: Seen, targets: Targets) -> list[Term]:
    """None where a day may not be longer either, or where the person chose a target."""
    limit = targets.get(WORKING_STRETCH.id)
    if limit is None or WORKING_STRETCH.id in seen.settings.own_targets:
        return []
    if any(not one.name and not limit.is_met_by(one.value) for one in terms):
        return []
    return [one for one in terms if one.name and not NIGHT_STRETCH.is_met_by(one.value)]


def _overtime(seen: Seen, targets: Targets) -> Indicator:
    """Of weeks that are over: before that, not all that is planned can have been worked."""
    if not seen.shifts:
        return OVERTIME.unknown(targets, texts.NO_SHIFT)
    if not seen.is_over:
        return OVERTIME.unknown(targets, texts.NOT_OVER)
    work = seen.stretches
    over_s = sum(one.worked_s for one in work) - sum(one.planned_s for one in work)
    sentence = texts.OVERTIME if over_s >= 0 else texts.UNDERTIME
    terms = [Term(span=one.span, value=one.worked_s - one.planned_s) for one in work]
    return OVERTIME.known(over_s, targets, sentence, terms, length=abs(over_s))


def _starts(seen: Seen, targets: Targets) -> Indicator:
    terms = [Term(span=one.span, value=_time_s(one.span, seen)) for one in seen.shifts]
    if len(terms) < FEWEST_SHIFTS:
        return START_REGULARITY.unknown(targets, texts.TOO_FEW_SHIFTS)
    spread_s = _spread_s([one.value for one in terms])
    told = texts.ONE_START if spread_s < _MINUTE_S else texts.STARTS
    return START_REGULARITY.known(spread_s, targets, told, terms, length=spread_s)


def _spread_s(times: Sequence[float]) -> float:
    """The shortest part of the clock's round that holds all of them: 23:30 and 00:30 are near."""
    ordered = sorted(times)
    gaps = [after - before for before, after in pairwise(ordered)]
    gaps.append(ordered[0] + _DAY_S - ordered[-1])
    return _DAY_S - max(gaps)


def _time_s(span: Span, seen: Seen) -> float:
    """By the clock of the wall, since midnight."""
    local = span.start.astimezone(seen.records.zone)
    return local.hour * 3600.0 + local.minute * 60 + local.second
