"""Drawn days: whatever calls, blocks and restarts come, one question, at a time that is free."""

from __future__ import annotations

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from tests.fakes.shift_end import END, MINUTE, START, EdgesDesk
from workspace_assistant.core.check_in.asking import UNTIL_AFTER_END, asking_window
from workspace_assistant.core.reminders.model import ReminderKind
from workspace_assistant.core.spans import Span

LAST = END - 30 * MINUTE
LENGTH = int((END + UNTIL_AFTER_END - START) / MINUTE) + 30
# Most begin where something is asked: at the start, or about the end.
minutes = st.integers(0, 40) | st.integers(7 * 60, LENGTH) | st.just(0)
stretches = st.lists(
    st.builds(
        lambda start, length: Span(START + start * MINUTE, START + (start + length) * MINUTE),
        minutes,
        st.integers(1, 90) | st.just(LENGTH),
    ),
    max_size=3,
)


@given(calls=stretches, blocks=stretches, changed=st.booleans(), restarts=st.sets(minutes))
def test_nobody_is_disturbed_or_asked_twice(
    calls: list[Span], blocks: list[Span], *, changed: bool, restarts: set[int]
) -> None:
    desk = EdgesDesk()
    desk.check_ins.service.turn(on=True)
    if changed:
        desk.workplaces.now = START - timedelta(days=1)
        desk.workplaces.service().mark_changed("home")
    check_in, self_check = desk.check_in(), desk.self_check()
    free = []
    for minute in range(LENGTH):
        if minute in restarts:
            check_in, self_check = desk.check_in(), desk.self_check()
        now = desk.at(START + minute * MINUTE).check_ins.at
        desk.check_ins.call = any(one.holds(now) for one in calls)
        desk.is_in_block = any(one.holds(now) for one in blocks)
        before = len(desk.desktop.shown)
        check_in.attend(desk.ctx)
        self_check.attend(desk.ctx)
        if desk.check_ins.call or desk.is_in_block:
            assert len(desk.desktop.shown) == before
        else:
            free.append(now)
        assert len(desk.desktop.shown) <= before + 1
    kinds = [one.kind for one in desk.desktop.shown]
    window = asking_window(desk.check_ins.shifts[0])
    assert kinds.count(ReminderKind.CHECK_IN) == any(map(window.holds, free))
    # Once the check-in is asked the day is over for the other.
    early = (now for now in free if now < START + 30 * MINUTE or LAST <= now < window.start)
    assert kinds.count(ReminderKind.SELF_CHECK) <= changed
    if any(early):
        assert kinds.count(ReminderKind.SELF_CHECK) == changed
