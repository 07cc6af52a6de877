"""A month or a quarter, from the same weeks that are told one by one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from statistics import median

from workspace_assistant.core.balance import summary_texts
from workspace_assistant.core.balance.model import Indicator, Records, State, Target, Told, Week
from workspace_assistant.core.balance.past import weeks_around
from workspace_assistant.core.balance.periods import Period, month_around, quarter_around
from workspace_assistant.core.balance.settings_model import AS_DELIVERED, WeekSettings
from workspace_assistant.core.balance.summary_model import RollUp, RollUpRow
from workspace_assistant.core.balance.week import week_seen
from workspace_assistant.core.spans import Span


def month_of(records: Records, around: date, settings: WeekSettings = AS_DELIVERED) -> RollUp:
    """The month that holds a day. Raises `RefusedError` for a year without a log."""
    return roll_up_of(records, month_around(around), settings)


def quarter_of(records: Records, around: date, settings: WeekSettings = AS_DELIVERED) -> RollUp:
    """The quarter that holds a day. Raises `RefusedError` for a year without a log."""
    return roll_up_of(records, quarter_around(around), settings)


def roll_up_of(records: Records, period: Period, settings: WeekSettings = AS_DELIVERED) -> RollUp:
    """Of those weeks of *period* that have begun. Raises `RefusedError` likewise."""
    looks = weeks_around(records, period.thursdays, settings)
    weeks = tuple(week_seen(one) for one in looks if one.week.start < records.now)
    return RollUp(
        name=period.name,
        span=Span(looks[0].week.start, looks[-1].week.end),
        headline=_headline(weeks),
        weeks=weeks,
        rows=_rows(weeks),
    )


def _headline(weeks: Sequence[Week]) -> Told:
    known = sum(len(week.with_target) for week in weeks)
    if not known:
        return Told(sentence=summary_texts.NOTHING_KNOWN)
    told = sum(bool(week.with_target) for week in weeks)
    met = sum(week.met_count for week in weeks)
    sentence = summary_texts.ROLL_UP_ONE if told == 1 else summary_texts.ROLL_UP_MANY
    return Told(sentence=sentence, parts={"met": met, "count": known, "whole": told})


def _rows(weeks: Sequence[Week]) -> tuple[RollUpRow, ...]:
    if not weeks:
        return ()
    by_id = [{one.id: one for one in week.indicators} for week in weeks]
    return tuple(_row([week[one.id] for week in by_id]) for one in weeks[-1].indicators)


def _row(found: Sequence[Indicator]) -> RollUpRow:
    """Of one indicator in all weeks."""
    last = found[-1]
    values = tuple(one.value for one in found)
    known = [value for value in values if value is not None]
    return RollUpRow(
        id=last.id,
        name=last.name,
        unit=last.unit,
        target=_shared(found),
        median=median(known) if known else None,
        known=len(known),
        met=sum(one.state is State.MET for one in found),
        values=values,
    )


def _shared(found: Sequence[Indicator]) -> Target | None:
    """None where weeks had different ones: some depend on nights and days off."""
    targets = {one.target for one in found}
    return targets.pop() if len(targets) == 1 else None
