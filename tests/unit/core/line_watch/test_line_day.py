from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from tests.unit.core.line_watch.lines import TEN, events_of, line
from workspace_assistant.core.line_watch.day import LineDay, goes_on, line_day
from workspace_assistant.core.line_watch.minutes import summed
from workspace_assistant.core.line_watch.model import Minute, Tally

(EVENT,) = events_of(line("." * 60 + "x" * 8 + "." * 60))
MINUTE = timedelta(minutes=1)


def minute(number: int, seconds: int = 60, probes: int = 60) -> Minute:
    return Minute(started_at=TEN + number * MINUTE, seconds=seconds, server=Tally(sent=probes))


def test_nothing_is_known_of_a_day_without_minutes() -> None:
    assert line_day((), (), is_on=True) == LineDay(is_on=True)


def test_minutes_are_summed_up_and_events_come_in_order() -> None:
    twin = events_of(line("." * 60 + "x" * 8 + "." * 60, start=TEN + MINUTE * 9))
    minutes = (summed(line("." * 60)), minute(1, seconds=30, probes=0))
    known = line_day((*twin, EVENT), minutes, is_on=True)
    assert (known.seconds, known.seen_s, known.probes) == (90, 60, 60)
    assert [one.started_at for one in known.events] == [EVENT.started_at, twin[0].started_at]


def test_a_minute_that_two_programs_watched_is_one_minute() -> None:
    known = line_day((), (minute(0), minute(0, seconds=40, probes=40)), is_on=True)
    assert (known.seconds, known.seen_s, known.probes) == (60, 60, 100)
    parts = line_day((), (minute(0, seconds=20, probes=20), minute(0, seconds=30)), is_on=True)
    assert parts.seconds == 50


@given(st.lists(st.tuples(st.integers(0, 5), st.integers(1, 60), st.integers(0, 60))))
def test_nobody_watches_longer_than_the_time_that_passed(
    drawn: list[tuple[int, int, int]],
) -> None:
    minutes = [minute(number, seconds, min(seconds, probes)) for number, seconds, probes in drawn]
    known = line_day((), minutes, is_on=True)
    assert 0 <= known.seen_s <= known.seconds <= 60 * len({number for number, *_ in drawn})


def test_an_event_goes_on_as_long_as_somebody_says_so() -> None:
    begun = replace(EVENT, is_over=False)
    assert not goes_on(EVENT, EVENT.ended_at)
    assert goes_on(begun, begun.ended_at + MINUTE)
    assert not goes_on(begun, begun.ended_at + 2 * MINUTE)  # whoever watched it is gone
