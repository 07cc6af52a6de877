"""How far a person's own goals are; docs/week.md says how each is counted."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, datetime, time, timedelta

from workspace_assistant.core.balance import goal_texts, texts
from workspace_assistant.core.balance.during import Seen
from workspace_assistant.core.balance.model import Told, Week
from workspace_assistant.core.balance.pieces import HAD
from workspace_assistant.core.balance.settings_model import Goal, GoalKind
from workspace_assistant.core.balance.summary_model import Progress
from workspace_assistant.core.breaks.model import BreakKind
from workspace_assistant.core.days import DAY_BOUNDARY, day_of
from workspace_assistant.core.spans import Span

LEARNING_ID = "learning"


def progress_of(told: Seen, week: Week) -> tuple[Progress, ...]:
    """Of each goal that was chosen; *week* is what was told of *told*."""
    return tuple(_COUNTED[goal.kind](goal, told, week) for goal in told.settings.goals)


def _focus(goal: Goal, told: Seen, week: Week) -> Progress:
    focus_s = sum(one.focus_s for one in week.days) if told.blocks else None
    return _length(goal, focus_s, goal_texts.FOCUS, texts.NO_BLOCKS)


def _learning(goal: Goal, told: Seen, week: Week) -> Progress:
    del told
    learned_s = next(one.value for one in week.indicators if one.id == LEARNING_ID)
    return _length(goal, learned_s, goal_texts.LEARNING, goal_texts.NO_LEARNING)


def _breaks(goal: Goal, told: Seen, week: Week) -> Progress:
    """Those that were had, also of a week with too few for the share of them."""
    del week
    sources = told.records.sources
    over = [
        one
        for one in sources.breaks
        if told.week.holds(one.due_at)
        and one.outcome is not None
        and one.kind is not BreakKind.DAILY_LIMIT
    ]
    if not over and not any(told.week.holds(one.started_at) for one in sources.activity):
        return _unknown(goal, goal_texts.NO_BREAKS)
    had = sum(one.outcome in HAD for one in over)
    least = goal.least or 0.0
    words = Told(sentence=goal_texts.BREAKS, parts={"count": had, "whole": least})
    return Progress(goal=goal, value=had, is_reached=had >= least, told=words)


def _end_of_day(goal: Goal, told: Seen, week: Week) -> Progress:
    """A day with work counts when it is over, or as soon as its work has lasted too long."""
    del week
    ends_by = goal.ends_by or time()
    judged = [
        last <= until
        for day in told.days
        if (last := _last_work(told, day)) is not None
        and ((until := _deadline(day, ends_by, told)) < last or day.end <= told.records.now)
    ]
    if not judged:
        return _unknown(goal, goal_texts.NO_DAY)
    met, is_missed = sum(judged), not all(judged)
    shown_at = _deadline(told.days[0], ends_by, told)
    words: dict[str, datetime | float] = {"met": met, "count": len(judged), "time": shown_at}
    return Progress(
        goal=goal,
        value=met / len(judged),
        is_reached=False if is_missed else True if told.is_over else None,
        told=Told(sentence=goal_texts.END_OF_DAY, parts=words),
    )


def _last_work(told: Seen, day: Span) -> datetime | None:
    """When the last work that began on a day ended, or up to when it is known to last."""
    return max((one.span.end for one in told.stretches_in(day)), default=None)


def _deadline(day: Span, ends_by: time, told: Seen) -> datetime:
    on = day_of(day.start, told.records.zone)
    if ends_by < DAY_BOUNDARY:
        on += timedelta(days=1)
    return datetime.combine(on, ends_by, told.records.zone).astimezone(UTC)


def _length(goal: Goal, length_s: float | None, sentence: str, missing: str) -> Progress:
    if length_s is None:
        return _unknown(goal, missing)
    least_s = goal.least or 0.0
    return Progress(
        goal=goal,
        value=length_s,
        is_reached=length_s >= least_s,
        told=Told(sentence=sentence, parts={"length": length_s, "target": least_s}),
    )


def _unknown(goal: Goal, sentence: str) -> Progress:
    return Progress(goal=goal, value=None, is_reached=None, told=Told(sentence=sentence))


_COUNTED: Mapping[GoalKind, Callable[[Goal, Seen, Week], Progress]] = {
    GoalKind.FOCUS: _focus,
    GoalKind.BREAKS: _breaks,
    GoalKind.LEARNING: _learning,
    GoalKind.END_OF_DAY: _end_of_day,
}
