"""Time at the computer, breaks and calls, from the log of activity."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.core.facts.world import (
    NOW,
    at,
    broken,
    course,
    fact,
    reason,
    said,
    shift,
    stretch,
    value,
    world,
)
from workspace_assistant.core.breaks.model import ActivityKind, BreakKind, Outcome
from workspace_assistant.core.facts.presence import (
    AT_COMPUTER,
    absences,
    clipped,
    seconds,
    stretches,
)
from workspace_assistant.core.spans import Span

HERE, AWAY, CALL, UNSEEN = (
    ActivityKind.ACTIVE,
    ActivityKind.AWAY,
    ActivityKind.CALL,
    ActivityKind.UNKNOWN,
)
RUNNING = shift(at(0, 9), 8)
NOW_MINUTES = "screen.stretch_minutes"


def test_the_stretch_goes_back_to_five_minutes_away() -> None:
    day = course(at(0, 12), (HERE, 40), (AWAY, 5), (HERE, 60), (AWAY, 4), (CALL, 71))
    assert value(NOW_MINUTES, world(activity=day)) == 135


@pytest.mark.parametrize("kind", [AWAY, UNSEEN])
def test_what_was_not_seen_ends_a_stretch_like_being_away(kind: ActivityKind) -> None:
    day = course(at(0, 12), (HERE, 100), (kind, 10), (HERE, 70))
    assert value(NOW_MINUTES, world(activity=day)) == 70


def test_somebody_who_is_away_has_no_stretch() -> None:
    away = course(at(0, 12), (HERE, 175), (AWAY, 5))
    assert value(NOW_MINUTES, world(activity=away)) == 0
    back_soon = course(at(0, 12), (HERE, 176), (AWAY, 4))
    assert value(NOW_MINUTES, world(activity=back_soon)) == 176
    never_there = course(at(0, 12), (AWAY, 180))
    assert value(NOW_MINUTES, world(activity=never_there)) == 0


def test_a_log_that_ended_says_nothing_of_now() -> None:
    assert reason(NOW_MINUTES, world(activity=(stretch(at(0, 12), 170),))) == "not-watched-now"
    assert reason(NOW_MINUTES, world()) == "not-watched-now"


def test_where_input_cannot_be_seen_nobody_is_told_to_be_away() -> None:
    blind = course(at(0, 12), (HERE, 60), (UNSEEN, 120))
    assert reason(NOW_MINUTES, world(activity=blind)) == "not-watched-now"


def test_long_stretches_and_sitting_are_those_of_the_shift() -> None:
    day = course(at(0, 8), (HERE, 120), (AWAY, 10), (CALL, 61), (AWAY, 10), (HERE, 219))
    sources = world(shifts=(RUNNING,), activity=day)
    assert value("screen.long_stretches.shift", sources) == 2  # before 09:00 is not the shift
    assert value("sitting.minutes.shift", sources) == 60 + 61 + 219
    assert reason("sitting.minutes.shift", world(activity=day)) == "no-shift-in-week"


def test_the_longest_stretch_is_that_of_the_week() -> None:
    name = "screen.longest_stretch.week"
    sources = world(activity=(stretch(at(9, 9), 300), stretch(at(2, 9), 95), stretch(at(1, 9), 40)))
    assert value(name, sources) == 95
    old = world(activity=(stretch(at(9, 9), 300),))
    assert reason(name, old) == "activity-not-watched-in-week"


_parts = st.lists(
    st.tuples(st.sampled_from(list(ActivityKind)), st.integers(1, 90)), min_size=1, max_size=12
)


@given(parts=_parts, first=st.integers(-60, 300), length=st.integers(1, 600))
def test_stretches_hold_all_time_at_the_computer_and_lie_apart(
    parts: list[tuple[ActivityKind, float]], first: int, length: int
) -> None:
    activity = course(at(1, 9), *parts)
    span = Span(at(1, 9) + timedelta(minutes=first), at(1, 9) + timedelta(minutes=first + length))
    found = stretches(activity, span)
    there = clipped(activity, span, AT_COMPUTER)
    assert all(any(one.common(it) == it for one in found) for it in there)
    assert seconds(there) <= seconds(found) <= span.length_s
    for before, after in pairwise(found):
        assert (after.start - before.end).total_seconds() >= 300
    away = absences(activity, span)
    assert all(not one.overlaps(it) for one in away for it in there)


WEEK = "breaks.due.week"


def test_breaks_that_came_due_are_counted_by_what_became_of_them() -> None:
    kinds = [Outcome.TAKEN, Outcome.NATURAL, Outcome.SKIPPED, Outcome.POSTPONED]
    due = [broken(at(1, 9 + hour), one) for hour, one in enumerate(kinds)]
    due += [
        broken(at(1, 15), Outcome.BLOCKED, "in-call"),
        broken(at(1, 16), Outcome.BLOCKED, "full-screen"),
        broken(at(1, 17), None),
        broken(at(9, 9), Outcome.SKIPPED),
    ]
    sources = world(breaks=tuple(due))
    assert value(WEEK, sources) == 6
    assert value("breaks.skipped_share", sources) == pytest.approx(1 / 6)
    assert said(fact("breaks.skipped_share", sources)).startswith("You skipped 1 of the 6 breaks")
    assert value("breaks.blocked.week", sources) == 1


def test_enough_for_today_is_no_break() -> None:
    limit = replace(broken(at(1, 9)), kind=BreakKind.DAILY_LIMIT)
    sources = world(breaks=(limit,), activity=(stretch(at(1, 9), 10),))
    assert value(WEEK, sources) == 0
    assert reason("breaks.skipped_share", sources) == "too-few-breaks"


def test_without_a_watch_there_is_no_number_of_breaks() -> None:
    for name in (WEEK, "breaks.skipped_share", "breaks.blocked.week", "breaks.with_input.week"):
        assert reason(name, world(activity=(stretch(at(9, 9), 10),))) == (
            "breaks-not-watched-in-week"
        )


def test_a_break_with_work_in_a_fifth_of_it_was_worked() -> None:
    due = (
        broken(at(1, 9), input_s=60),
        broken(at(1, 10), input_s=61),
        broken(at(1, 11), Outcome.SHORTENED, input_s=200),
        broken(at(1, 12), Outcome.SKIPPED, input_s=300),
    )
    assert value("breaks.with_input.week", world(breaks=due)) == 2


TODAY, PERCENTILE = "calls.minutes.today", "calls.minutes_percentile"


def test_calls_of_today_begin_at_four() -> None:
    night = course(at(0, 3, 50), (CALL, 30), (HERE, 10), (CALL, 5))
    assert value(TODAY, world(activity=night)) == 25


def test_a_day_without_a_call_is_told_only_where_calls_can_be_seen() -> None:
    here = stretch(at(0, 9), 60)
    assert reason(TODAY, world(activity=(here,))) == "no-call-seen"
    before = stretch(at(3, 9), 10, CALL)
    assert value(TODAY, world(activity=(before, here))) == 0
    assert reason(PERCENTILE, world(activity=(before,))) == "not-watched-today"


def test_todays_calls_stand_among_the_own_days() -> None:
    days = [stretch(at(day, 9), 10 * day, CALL) for day in range(10, 0, -1)]
    today = stretch(at(0, 9), 55, CALL)
    told = fact(PERCENTILE, world(activity=(*days, today)))
    assert (told.value, told.count) == (0.5, 10)
    assert said(told).startswith("On 50 % of your last 10 days you had fewer minutes")
    assert reason(PERCENTILE, world(activity=(*days[1:], today))) == "too-few-days"


def test_now_is_within_a_shift() -> None:
    assert RUNNING.span.holds(NOW)
