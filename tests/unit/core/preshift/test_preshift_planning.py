"""When a check before a shift is due: instants, whatever clocks, zones and sleep do."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.fakes.preshift import NOT_READY, PreshiftDesk
from tests.fakes.shifts import FakeNow, a_shift
from workspace_assistant.core.preshift.model import Attempt, AttemptState, PreshiftSettings
from workspace_assistant.core.preshift.planning import (
    MISSED_WITHIN_S,
    Due,
    due,
    later_attempt,
    missed,
    next_instant,
)
from workspace_assistant.core.shifts.model import Shift

SETTINGS = PreshiftSettings()
START = datetime(2026, 11, 23, 8, tzinfo=UTC)
QUARTER, FIVE = timedelta(minutes=15), timedelta(minutes=5)


def nothing(shift: Shift) -> Sequence[Attempt]:
    del shift
    return ()


def shift_at(start: datetime, hours: float = 8, key: str = "") -> Shift:
    made = a_shift("2026-11-23 09:00", "2026-11-23 17:00", key=key or f"{start:%d%H%M%S}")
    return replace(made, starts_at=start, ends_at=start + timedelta(hours=hours))


def an_attempt(shift: Shift, number: int = 1, **more: object) -> Attempt:
    made = Attempt(
        shift_id=shift.id,
        shift_starts_at=shift.starts_at,
        number=number,
        due_at=shift.starts_at - QUARTER,
        state=AttemptState.DONE,
        began_at=shift.starts_at - QUARTER,
        verdict="not-ready",
    )
    return replace(made, **more)  # type: ignore[arg-type] # the test names the fields


instants = st.datetimes(datetime(2026, 11, 20), datetime(2026, 11, 26)).map(
    lambda at: at.replace(tzinfo=UTC)
)


@given(starts=st.lists(instants, max_size=6), now=instants)
def test_what_is_due_has_its_time_reached_and_its_shift_ahead(
    starts: list[datetime], now: datetime
) -> None:
    shifts = [shift_at(start, hours=1) for start in starts]
    found = due(shifts, SETTINGS, nothing, now)
    if found is None:
        waited_for = next_instant(shifts, SETTINGS, nothing, now)
        assert waited_for is None or waited_for > now
        return
    assert found.due_at <= now < found.shift.starts_at
    assert found.due_at >= found.shift.starts_at - QUARTER


@given(starts=st.lists(instants, min_size=1, max_size=6), now=instants)
def test_waiting_for_the_next_instant_misses_nothing(starts: list[datetime], now: datetime) -> None:
    """Between now and the instant that is waited for nothing else becomes due."""
    shifts = [shift_at(start, hours=1) for start in starts]
    waited_for = next_instant(shifts, SETTINGS, nothing, now)
    if waited_for is None or waited_for <= now:
        return
    just_before = waited_for - timedelta(microseconds=1)
    assert due(shifts, SETTINGS, nothing, just_before) is None


def test_it_is_due_a_quarter_of_an_hour_before_and_not_a_moment_earlier() -> None:
    shift, moment = shift_at(START), timedelta(microseconds=1)
    assert due([shift], SETTINGS, nothing, START - QUARTER - moment) is None
    assert due([shift], SETTINGS, nothing, START - QUARTER) == Due(
        shift=shift, number=1, due_at=START - QUARTER
    )
    assert due([shift], SETTINGS, nothing, START - moment) is not None
    assert due([shift], SETTINGS, nothing, START) is None


def test_of_two_the_one_that_begins_first_comes_first() -> None:
    early, late = shift_at(START, hours=0.05), shift_at(START + FIVE)
    found = due([late, early], SETTINGS, nothing, START - timedelta(minutes=1))
    assert found is not None
    assert found.shift is early


def test_nothing_loads_the_line_while_another_shift_goes_on() -> None:
    """Right after it there may be time; where one follows at once there is none."""
    morning, noon = shift_at(START, hours=4), shift_at(START + timedelta(hours=4, minutes=10))
    gap = morning.ends_at
    assert due([morning, noon], SETTINGS, nothing, gap - timedelta(minutes=2)) is None
    assert due([morning, noon], SETTINGS, nothing, gap) is not None
    follows = shift_at(morning.ends_at)
    assert due([morning, follows], SETTINGS, nothing, gap - timedelta(minutes=2)) is None
    assert next_instant([morning, follows], SETTINGS, nothing, gap - FIVE) == gap
    assert missed([morning, follows], SETTINGS, nothing, gap) == (follows,)


def test_a_shift_that_was_taken_off_is_none() -> None:
    hidden = replace(shift_at(START), is_hidden=True)
    assert due([hidden], SETTINGS, nothing, START - FIVE) is None
    free_again = shift_at(START + timedelta(minutes=30))
    assert due([hidden, free_again], SETTINGS, nothing, START + QUARTER + FIVE) is not None


def test_the_second_follows_what_was_not_ready() -> None:
    shift = shift_at(START)
    found = next_instant([shift], SETTINGS, lambda _: [an_attempt(shift)], START - QUARTER)
    assert found == START - FIVE


@pytest.mark.parametrize(
    "done",
    [
        pytest.param({"verdict": "ready"}, id="ready"),
        pytest.param({"began_at": START - FIVE}, id="so late that it was the second as well"),
    ],
)
def test_no_second_is_needed_after(done: dict[str, object]) -> None:
    shift = shift_at(START)
    attempts = [an_attempt(shift, **done)]
    assert next_instant([shift], SETTINGS, lambda _: attempts, START - QUARTER) is None


def test_there_is_no_third_of_its_own_accord() -> None:
    shift = shift_at(START)
    attempts = [an_attempt(shift), an_attempt(shift, 2, began_at=START - FIVE)]
    assert next_instant([shift], SETTINGS, lambda _: attempts, START - FIVE) is None


def test_what_waits_is_due_at_its_own_time_unless_all_is_well_by_then() -> None:
    shift = shift_at(START)
    later = later_attempt(shift, [an_attempt(shift)], START - QUARTER)
    assert later is not None
    assert (later.number, later.due_at) == (3, START - timedelta(minutes=10))
    attempts = [an_attempt(shift), later]
    assert next_instant([shift], SETTINGS, lambda _: attempts, START - QUARTER) == later.due_at
    well = [an_attempt(shift, verdict="ready"), later]
    assert next_instant([shift], SETTINGS, lambda _: well, START - QUARTER) is None


def test_a_first_that_waits_keeps_the_second_away() -> None:
    shift = shift_at(START)
    waits = an_attempt(shift, state=AttemptState.WAITING, due_at=START - FIVE - FIVE)
    assert next_instant([shift], SETTINGS, lambda _: [waits], START - QUARTER) == waits.due_at


@pytest.mark.parametrize(("ago_s", "is_told"), [(0.0, True), (MISSED_WITHIN_S, False)])
def test_a_shift_without_any_check_is_missed_for_an_hour(ago_s: float, *, is_told: bool) -> None:
    shift = shift_at(START)
    found = missed([shift], SETTINGS, nothing, START + timedelta(seconds=ago_s))
    assert bool(found) is is_told


@pytest.mark.parametrize(
    ("night", "length_h"),
    [
        pytest.param(("2026-10-24 22:00", "2026-10-25 06:00"), 9, id="autumn"),
        pytest.param(("2027-03-27 22:00", "2027-03-28 06:00"), 7, id="spring"),
    ],
)
def test_a_shift_after_a_night_in_which_clocks_change_is_checked_at_its_instant(
    night: tuple[str, str], length_h: int
) -> None:
    before = a_shift(*night)
    assert before.span.length_s == length_h * 3600
    after = a_shift(night[1].replace("06:00", "09:00"), night[1].replace("06:00", "17:00"))
    desk = PreshiftDesk(shifts=[before, after], now=FakeNow(before.starts_at))
    desk.attend_until(after.starts_at)
    assert [one.started_at for one in desk.checks.saved] == [after.starts_at - QUARTER]


def test_after_a_sleep_over_its_time_it_runs_at_once() -> None:
    shift = shift_at(START)
    desk = PreshiftDesk(shifts=[shift], now=FakeNow(START - timedelta(hours=8)))
    service = desk.service()
    assert service.attend(desk.ctx) == START - QUARTER
    desk.now.at = START - timedelta(minutes=9)  # the lid is opened
    service.attend(desk.ctx)
    assert [one.started_at for one in desk.checks.saved] == [START - timedelta(minutes=9)]


def test_after_a_sleep_over_the_start_nothing_is_measured_late() -> None:
    shift = shift_at(START)
    desk = PreshiftDesk(shifts=[shift], now=FakeNow(START - timedelta(hours=8)))
    service = desk.service()
    service.attend(desk.ctx)
    desk.now.at = START + timedelta(minutes=10)
    service.attend(desk.ctx)
    assert desk.checks.runs == []
    assert desk.reasons == [("held-back", "missed")]


def test_a_clock_that_is_set_back_a_little_repeats_nothing() -> None:
    shift = shift_at(START)
    desk = PreshiftDesk(shifts=[shift], now=FakeNow(START - QUARTER))
    service = desk.service()
    service.attend(desk.ctx)
    desk.now.advance(-300)
    assert service.attend(desk.ctx) is None
    assert len(desk.checks.runs) == 1


@pytest.mark.parametrize("ahead", [timedelta(hours=10), QUARTER + FIVE])
def test_after_a_clock_that_was_ahead_it_runs_at_its_time_and_tells_nothing_twice(
    ahead: timedelta,
) -> None:
    shift = shift_at(START)
    desk = PreshiftDesk(shifts=[shift], now=FakeNow(START - QUARTER))
    desk.checks.script = [{"bandwidth": NOT_READY}]
    service = desk.service()
    service.attend(desk.ctx)
    desk.now.at = START - QUARTER - ahead
    assert service.attend(desk.ctx) == START - QUARTER
    desk.attend_until(START + FIVE)
    assert desk.reasons == [("shown", "confirmed-2-of-3"), ("merged", "told-already")]
    assert len(desk.checks.runs) == 6


def test_a_ready_check_by_a_clock_that_was_ahead_stands_for_none_of_today() -> None:
    shift = shift_at(START)
    desk = PreshiftDesk(shifts=[shift], now=FakeNow(START - QUARTER))
    desk.service().attend(desk.ctx)
    desk.now.advance(-36000)
    desk.attend_until(START + FIVE)
    assert len(desk.checks.runs) == 2
    assert desk.reasons == [("held-back", "ready")]


@pytest.mark.parametrize("ahead", [timedelta(hours=1), timedelta(minutes=2)])
def test_what_was_missed_by_a_clock_that_was_ahead_runs(ahead: timedelta) -> None:
    shift = shift_at(START)
    desk = PreshiftDesk(shifts=[shift], now=FakeNow(START - timedelta(minutes=1) + ahead))
    service = desk.service()
    service.attend(desk.ctx)
    assert desk.reasons == [("held-back", "missed")]
    desk.now.at -= ahead
    service.attend(desk.ctx)
    assert desk.reasons[1:] == [("held-back", "ready")]


def test_a_clock_that_is_set_forward_over_its_time_still_leads_to_it() -> None:
    shift = shift_at(START)
    desk = PreshiftDesk(shifts=[shift], now=FakeNow(START - timedelta(hours=2)))
    desk.alarm.on_wait = lambda at: setattr(desk.now, "at", max(at, START - FIVE - FIVE))
    desk.attend_until(START)
    assert len(desk.checks.runs) == 1


def test_a_shift_that_is_moved_is_checked_at_its_new_time() -> None:
    shift = shift_at(START, key="one")
    desk = PreshiftDesk(shifts=[shift], now=FakeNow(START - QUARTER))
    desk.checks.script = [{"bandwidth": NOT_READY}]
    service = desk.service()
    service.attend(desk.ctx)
    later = START + timedelta(hours=2)
    desk.shifts = [replace(shift, starts_at=later)]
    assert service.attend(desk.ctx) == later - QUARTER
    desk.now.at = later - QUARTER
    service.attend(desk.ctx)
    assert [one.reason for one in desk.why_log.entries] == ["confirmed-2-of-3"] * 2
