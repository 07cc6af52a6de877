"""What the log tells a program that begins to watch: so a kill or a restart loses nothing."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from workspace_assistant.core.breaks.closing import NOT_WATCHED, by_rest
from workspace_assistant.core.breaks.engine import begun
from workspace_assistant.core.breaks.model import (
    ActivityKind,
    ActivityStretch,
    BreakKind,
    BreakRecord,
    Outcome,
    Settings,
    Stage,
)
from workspace_assistant.core.breaks.sight import Sight
from workspace_assistant.core.breaks.state import (
    Event,
    Going,
    Happening,
    Later,
    Step,
    enough_s,
    postpone_s,
)
from workspace_assistant.core.spans import Span

_WORK = frozenset({ActivityKind.ACTIVE, ActivityKind.CALL})


@dataclass(frozen=True, slots=True, kw_only=True)
class Logged:
    """What the log holds of the last day.

    Attributes:
        records: those that have an outcome, in order.
        open_records: those that have none, in order.
        seen_at: when the watch gave its last sign of life; None for never.
        day: the log's day of now.
    """

    records: Sequence[BreakRecord]
    open_records: Sequence[BreakRecord]
    activity: Sequence[ActivityStretch]
    seen_at: datetime | None
    day: Span


def recalled(sight: Sight, logged: Logged, settings: Settings) -> Step:
    """Where the watch goes on. What nobody can know any more of an open break is so closed."""
    kept, given_up = _still_open(logged, sight.at)
    over = [_given_up(record, logged.seen_at or record.due_at, sight.at) for record in given_up]
    records = (*logged.records, *over)
    free_from = max((one.ended_at for one in records if one.ended_at), default=None)
    state = replace(
        begun(sight),
        free_from=free_from,
        rest_work_s=worked_s(BreakKind.REST, records, logged.activity, sight.at, settings),
        micro_work_s=worked_s(BreakKind.MICRO, records, logged.activity, sight.at, settings),
        day_s=_day_s(logged),
        settled_limit_s=_settled_limit_s(records, logged.day),
        going=None if kept is None else Going(record=kept, stage=_stage(kept)),
        later=None if kept is not None else _later(records, sight.at, settings),
    )
    events = tuple(Event(happening=Happening.ENDED, record=record) for record in over)
    return Step(state=state, events=events)


def worked_s(
    kind: BreakKind,
    records: Sequence[BreakRecord],
    activity: Sequence[ActivityStretch],
    at: datetime,
    settings: Settings,
) -> float:
    """Work since the last break of that kind, or since time away that was as long."""
    length_s = (settings.rest if kind is BreakKind.REST else settings.micro).length_s
    since = max(
        (one.ended_at for one in records if _resets(one, kind) and one.ended_at), default=at
    )
    is_known = any(_resets(one, kind) for one in records)
    sum_s, until = 0.0, at
    for stretch in reversed([one for one in activity if one.kind in _WORK]):
        if (until - stretch.ended_at).total_seconds() >= length_s:
            break
        start = max(stretch.started_at, since) if is_known else stretch.started_at
        sum_s += max(0.0, (stretch.ended_at - start).total_seconds())
        until = stretch.started_at
    return sum_s


def _resets(record: BreakRecord, kind: BreakKind) -> bool:
    is_none = record.outcome in {None, Outcome.POSTPONED} or not record.is_counted
    if is_none or record.kind is BreakKind.DAILY_LIMIT:
        return False
    return record.kind in {kind, BreakKind.REST}


def _still_open(logged: Logged, at: datetime) -> tuple[BreakRecord | None, Sequence[BreakRecord]]:
    """The latest one goes on if nobody can have rested meanwhile without being seen."""
    if not logged.open_records:
        return None, ()
    *older, latest = logged.open_records
    silent_s = (at - (logged.seen_at or latest.due_at)).total_seconds()
    if 0 <= silent_s < enough_s(latest):
        return latest, older
    return None, logged.open_records


def _given_up(record: BreakRecord, seen_at: datetime, at: datetime) -> BreakRecord:
    """It lasted at least as long as the rest that was seen in it."""
    rested_at = (record.began_at or record.due_at) + timedelta(seconds=record.had_s)
    ended_at = max(seen_at, record.due_at, min(rested_at, at))
    if record.began_at is not None and record.had_s >= record.length_s / 2:
        outcome, reason = by_rest(record, ended_at)
        return replace(record, outcome=outcome, reason=reason, ended_at=ended_at)
    return replace(record, outcome=Outcome.BLOCKED, reason=NOT_WATCHED, ended_at=ended_at)


def _stage(record: BreakRecord) -> Stage:
    """What was on the screen is put there again."""
    return Stage.HELD if record.began_at is None else Stage.RUNNING


def _later(records: Sequence[BreakRecord], at: datetime, settings: Settings) -> Later | None:
    """The break that was put off and has not come again since."""
    last = max(records, key=lambda one: one.due_at, default=None)
    if last is None or last.outcome is not Outcome.POSTPONED or last.ended_at is None:
        return None
    wanted_s = postpone_s(settings, last.kind)
    later_at = last.ended_at + timedelta(seconds=wanted_s)
    is_recent = (at - later_at).total_seconds() < max(wanted_s, enough_s(last))
    if not is_recent:
        return None
    count = last.postponed_count + 1
    return Later(kind=last.kind, at=later_at, count=count, limit_s=last.limit_s)


def _day_s(logged: Logged) -> float:
    spans = [
        Span(one.started_at, one.ended_at).common(logged.day)
        for one in logged.activity
        if one.kind in _WORK
    ]
    return sum((span.length_s for span in spans if span is not None), 0.0)


def _settled_limit_s(records: Sequence[BreakRecord], day: Span) -> float:
    """What an earlier version answered, which did not say how much it was, was answered for all."""
    answered = (
        one.limit_s or math.inf
        for one in records
        if one.kind is BreakKind.DAILY_LIMIT
        and one.outcome is not Outcome.POSTPONED
        and day.holds(one.due_at)
    )
    return max(answered, default=0.0)
