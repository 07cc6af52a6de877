"""How loud somebody speaks in calls: the fact, and the days that are shown."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.fakes.loudness import HEADSET, level
from tests.unit.core.facts.world import NOW, TODAY, ZONE, at, fact, reason, said, stretch, world
from workspace_assistant.core.breaks.model import ActivityKind
from workspace_assistant.core.facts.call_days import DayLevel, call_days
from workspace_assistant.core.facts.windows import Windows
from workspace_assistant.core.loudness.model import CallLevel

CHANGE = "calls.loudness_change"
WINDOWS = Windows(now=NOW, zone=ZONE)


def levels(*days: int, dbov: float = -27.0) -> tuple[CallLevel, ...]:
    return tuple(level(at(day, 10), dbov) for day in days)


USUAL = levels(20, 19, 18, 17, 16)


@pytest.mark.parametrize(
    ("dbov", "change_db", "words"),
    [
        (-20.75, 6.25, "6.2 dB louder than usual"),
        (-30, -3, "3 dB quieter than usual"),
        (-27, 0, "as loud as usual"),
    ],
)
def test_the_week_is_held_against_the_weeks_before(
    dbov: float, change_db: float, words: str
) -> None:
    told = fact(CHANGE, world(call_levels=(*USUAL, *levels(6, 5, 2, 1, 0, dbov=dbov))))
    assert (told.value, told.count) == (change_db, 5)
    assert words in said(told)


def test_it_is_not_known_where_nothing_was_measured_or_nothing_compares() -> None:
    assert reason(CHANGE, world()) == reason(CHANGE, world(call_levels=USUAL))
    assert reason(CHANGE, world(call_levels=USUAL)) == "loudness-not-measured-in-week"
    few = (*USUAL, *levels(3, 2, 1, 0))
    assert reason(CHANGE, world(call_levels=few)) == "loudness-not-comparable"


def test_two_weeks_of_calls_are_shown_from_today_on() -> None:
    call = stretch(at(1, 9), 90, ActivityKind.CALL)
    here = stretch(at(0, 9), 60)
    other = level(at(1, 11), -40, source_id="built-in", name="Built-in", volume_db=None)
    some = (*levels(14), other, *(level(at(1, 12), dbov) for dbov in (-20.0, -22.0, -30.0)))
    days = call_days(world(activity=(call, here), call_levels=some), WINDOWS)
    assert [one.on for one in days] == [TODAY - timedelta(days=n) for n in range(14)]
    assert [one.call_s for one in days[:3]] == [0, 5400, None]
    assert days[1].levels == (
        DayLevel(microphone=HEADSET, level_dbov=-22.0, count=3),
        DayLevel(microphone=other.microphone, level_dbov=-40.0, count=1),
    )
    assert days[0].levels == days[13].levels == ()


def test_where_no_call_was_ever_seen_none_is_claimed_to_have_been_absent() -> None:
    days = call_days(world(activity=(stretch(at(0, 9), 60),)), WINDOWS)
    assert {one.call_s for one in days} == {None}
