"""Times of use that the self-check takes from the logs."""

from __future__ import annotations

from tests.unit.core.facts.world import at, course, shift, stretch, world
from workspace_assistant.core.breaks.model import ActivityKind, ActivityStretch
from workspace_assistant.core.ergonomics.model import Band, Origin, Timed
from workspace_assistant.core.ergonomics.wording import basis_text
from workspace_assistant.core.facts.durations import durations_of
from workspace_assistant.core.facts.sources import Sources
from workspace_assistant.core.shifts.model import Place
from workspace_assistant.core.text import in_english

HERE, AWAY, CALL = ActivityKind.ACTIVE, ActivityKind.AWAY, ActivityKind.CALL


def _days(*days: int) -> tuple[ActivityStretch, ...]:
    """Of each: 100 minutes at the keyboard in two pieces, a call of 40 minutes, one of 10."""
    parts = ((HERE, 50), (AWAY, 10), (CALL, 40), (AWAY, 1), (CALL, 10), (AWAY, 10), (HERE, 50))
    return tuple(one for day in sorted(days, reverse=True) for one in course(at(day, 9), *parts))


def _bands(sources: Sources, workplace: str = "home") -> dict[Timed, Band | None]:
    return {timed: one.band for timed, one in durations_of(sources, workplace).items()}


def test_a_usual_day_makes_the_bands() -> None:
    found = durations_of(world(activity=_days(1, 2, 3)), "home")
    assert set(found) == set(Timed)
    assert all(one.origin is Origin.LOGGED for one in found.values())
    assert {one: it.band for one, it in found.items()} == {
        Timed.CHAIR: Band.MEDIUM,
        Timed.MONITOR: Band.MEDIUM,
        Timed.PHONE: Band.MEDIUM,
        Timed.MOUSE: Band.MEDIUM,
        Timed.KEYBOARD: Band.MEDIUM,
    }
    told = basis_text(found[Timed.PHONE], in_english)
    assert told == "On a usual day you are in calls for 50 minutes, 40 in one go (3 days)."
    assert "150 minutes, 51 in one go" in basis_text(found[Timed.CHAIR], in_english)


def test_one_odd_day_changes_nothing() -> None:
    odd = (stretch(at(4, 5), 600),)
    assert _bands(world(activity=(*odd, *_days(1, 2, 3))))[Timed.CHAIR] is Band.MEDIUM
    long = tuple(stretch(at(day, 9), 300) for day in (3, 2, 1))
    assert _bands(world(activity=long))[Timed.CHAIR] is Band.LONG


def test_too_few_days_are_no_usual_one() -> None:
    found = durations_of(world(activity=(*_days(1, 2), stretch(at(0, 9), 120))), "home")
    assert [one.band for one in found.values()] == [None] * len(Timed)
    assert "3 days with an hour" in basis_text(found[Timed.CHAIR], in_english)


def test_without_a_call_ever_seen_calls_are_not_known() -> None:
    found = durations_of(world(activity=[stretch(at(day, 9), 90) for day in (3, 2, 1)]), "home")
    assert found[Timed.PHONE].band is None
    assert "No call was seen" in basis_text(found[Timed.PHONE], in_english)
    assert found[Timed.KEYBOARD].band is Band.LONG


def test_days_of_another_workplace_are_left_out() -> None:
    shifts = tuple(shift(at(day, 9), 8, Place.OFFICE) for day in (1, 2))
    sources = world(activity=_days(1, 2, 3, 4, 5), shifts=shifts)
    assert _bands(sources, "home")[Timed.CHAIR] is Band.MEDIUM
    assert _bands(sources, "office")[Timed.CHAIR] is Band.MEDIUM  # days without a shift count
    fewer = world(activity=_days(1, 2, 3, 4), shifts=shifts)
    assert _bands(fewer, "home")[Timed.CHAIR] is None
    assert _bands(fewer, "Kitchen")[Timed.CHAIR] is Band.MEDIUM


def test_a_day_with_little_use_is_no_working_day() -> None:
    short = tuple(stretch(at(day, 9), 59) for day in (6, 5, 4))
    assert _bands(world(activity=(*short, *_days(1, 2))))[Timed.CHAIR] is None
