"""The shift that runs, the next one, breaks, and how much is planned."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from tests.fakes.shifts import a_shift, local
from workspace_assistant.core.shifts.model import Place
from workspace_assistant.core.shifts.schedule import (
    crossing,
    current,
    each_once,
    next_break,
    next_shift,
    outlook,
    planned_s,
)

MORNING = a_shift(
    "2026-11-23 08:00",
    "2026-11-23 16:00",
    breaks=[("2026-11-23 10:00", "2026-11-23 10:15"), ("2026-11-23 12:00", "2026-11-23 12:30")],
)
NIGHT = a_shift("2026-11-23 22:00", "2026-11-24 06:00")
TUESDAY = a_shift("2026-11-24 08:00", "2026-11-24 16:00")


def test_before_in_between_and_after_shifts() -> None:
    shifts = (TUESDAY, NIGHT, MORNING)
    before = outlook(shifts, local("2026-11-23 07:30"))
    assert (before.current, before.following, before.countdown_s) == (None, MORNING, 1800.0)
    assert before.next_break is None
    during = outlook(shifts, local("2026-11-23 08:00"))
    assert (during.current, during.following) == (MORNING, NIGHT)
    assert during.countdown_s == 14 * 3600
    assert outlook(shifts, local("2026-11-24 00:30")).current == NIGHT
    assert outlook(shifts, local("2026-11-24 06:00")).current is None
    over = outlook(shifts, local("2026-11-24 16:00"))
    assert (over.current, over.following, over.countdown_s) == (None, None, None)
    assert over.at == local("2026-11-24 16:00")


def test_the_break_that_runs_comes_before_the_next_one() -> None:
    first, second = MORNING.breaks
    assert next_break(MORNING, local("2026-11-23 09:00")) == first
    assert next_break(MORNING, local("2026-11-23 10:14")) == first
    assert outlook((MORNING,), local("2026-11-23 10:15")).next_break == second
    assert outlook((MORNING,), local("2026-11-23 12:30")).next_break is None


def test_of_two_that_run_the_later_one_is_current() -> None:
    inside = a_shift("2026-11-23 09:00", "2026-11-23 10:00")
    assert current((MORNING, inside), local("2026-11-23 09:30")) == inside
    assert current((MORNING, inside), local("2026-11-23 10:30")) == MORNING
    assert next_shift((MORNING, inside), local("2026-11-23 08:30")) == inside


def test_what_a_person_wrote_down_wins() -> None:
    at_the_office = replace(MORNING, id="z", breaks=(), place=Place.OFFICE)
    told = replace(MORNING, source_id="feed")
    assert each_once((told, at_the_office)) == (at_the_office,)


def test_what_several_sources_tell_is_one_shift_the_one_that_tells_most() -> None:
    bare = replace(MORNING, id="a", breaks=())
    hidden = replace(TUESDAY, is_hidden=True)
    assert each_once((bare, MORNING, hidden)) == (MORNING,)
    assert each_once((MORNING, bare)) == (MORNING,)
    assert each_once((replace(bare, id="b"), bare)) == (bare,)


def test_time_that_two_shifts_share_is_planned_once() -> None:
    inside = a_shift("2026-11-23 09:00", "2026-11-23 10:00")
    beyond = a_shift("2026-11-23 15:00", "2026-11-23 18:00")
    assert planned_s((beyond, inside, MORNING)) == 10 * 3600
    assert planned_s((MORNING, TUESDAY)) == 16 * 3600
    assert planned_s(()) == 0.0


def test_shifts_that_contradict_each_other_are_seen() -> None:
    later = a_shift("2026-11-23 15:30", "2026-11-23 17:00")
    inside = a_shift("2026-11-23 09:00", "2026-11-23 10:00")
    touching = a_shift("2026-11-23 17:00", "2026-11-23 22:00")
    twin = replace(MORNING, id="twin")
    assert crossing((MORNING, twin, NIGHT, touching)) == ()
    assert crossing((touching, later, inside, MORNING)) == (inside, later)
    assert crossing(()) == ()


HOURS = st.integers(0, 23)


@given(st.lists(st.tuples(HOURS, st.integers(1, 24)), max_size=6))
def test_planned_time_is_that_of_the_union(parts: list[tuple[int, int]]) -> None:
    shifts = [
        replace(
            MORNING,
            id=f"{number}",
            starts_at=local(f"2026-11-23 {start:02}:00"),
            ends_at=local(f"2026-11-{23 + (start + length) // 24} {(start + length) % 24:02}:00"),
            breaks=(),
        )
        for number, (start, length) in enumerate(parts)
    ]
    hours = {start + hour for start, length in parts for hour in range(length)}
    assert planned_s(shifts) == 3600 * len(hours)
