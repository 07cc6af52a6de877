"""Drawn days: whatever the line and the calls do, nobody is nagged and no call is disturbed."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from tests.fakes.preshift import (
    CAUTION,
    FIRST_MORNING,
    NOT_READY,
    NOT_TESTED,
    READY,
    PreshiftDesk,
)
from tests.fakes.shifts import FakeNow, a_shift
from workspace_assistant.core.preshift.planning import about
from workspace_assistant.core.readiness.model import Verdict
from workspace_assistant.core.reminders.model import Outcome, ReminderKind
from workspace_assistant.core.shifts.model import Shift

MINUTE = timedelta(minutes=1)
CHECKS = ("computer", "bandwidth", "voice-path")

verdicts = st.sampled_from([READY, READY, CAUTION, NOT_READY, NOT_TESTED])
samples = st.lists(st.fixed_dictionaries(dict.fromkeys(CHECKS, verdicts)), min_size=1, max_size=12)
minutes = st.integers(0, 12 * 60)


def shift_at(number: int, minute: int, length: int) -> Shift:
    starts_at = FIRST_MORNING + minute * MINUTE
    made = a_shift("2026-11-23 09:00", "2026-11-23 17:00", key=f"shift-{number}")
    return replace(made, starts_at=starts_at, ends_at=starts_at + length * MINUTE)


# A day takes a tenth of a second: making a bad one smaller would take minutes.
@settings(deadline=None, max_examples=60, phases=[Phase.reuse, Phase.generate])
@given(
    starts=st.lists(st.tuples(minutes, st.integers(10, 300)), min_size=1, max_size=3),
    script=samples,
    calls=st.lists(st.tuples(minutes, st.integers(1, 40)), max_size=3),
)
def test_a_day(
    starts: list[tuple[int, int]],
    script: list[dict[str, Verdict]],
    calls: list[tuple[int, int]],
) -> None:
    shifts = [shift_at(number, *one) for number, one in enumerate(starts)]
    desk = PreshiftDesk(shifts=shifts, now=FakeNow(FIRST_MORNING - 20 * MINUTE))
    desk.checks.script = [dict(line) for line in script]

    def in_call(at: datetime) -> bool:
        begun = ((FIRST_MORNING + start * MINUTE, length * MINUTE) for start, length in calls)
        return any(start <= at < start + length for start, length in begun)

    desk.around.in_call = lambda: in_call(desk.now())  # type: ignore[method-assign] # by the clock
    ran_at: list[datetime] = []
    desk.checks.before_run = lambda: ran_at.append(desk.now())

    desk.attend_until(FIRST_MORNING + timedelta(hours=13))

    assert not any(in_call(at) for at in ran_at)
    assert not any(in_call(one.at) for one in desk.why_log.entries if one.outcome is Outcome.SHOWN)
    for at in ran_at:
        assert any(s.starts_at - 15 * MINUTE <= at < s.starts_at for s in shifts)
        assert not any(s.span.holds(at) and s.starts_at < at for s in shifts)
    for shift in shifts:
        check_reminders(desk, shift)


def check_reminders(desk: PreshiftDesk, shift: Shift) -> None:
    """Of one shift: one trouble, at most one other, at most one recovery, and all before it."""
    shown = [
        one
        for one in desk.why_log.entries
        if one.about == about(shift) and one.outcome is Outcome.SHOWN
    ]
    assert all(one.at < shift.starts_at for one in shown)
    troubles = [one for one in shown if one.kind is ReminderKind.READINESS]
    recoveries = [one for one in shown if one.kind is ReminderKind.READINESS_RECOVERED]
    assert len(troubles) <= 2
    assert len(recoveries) <= min(1, len(troubles))
    if recoveries:
        assert shown[-1] is recoveries[0]
