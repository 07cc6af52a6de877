from __future__ import annotations

from datetime import timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.core.line_watch.lines import counting, events_of, line, second
from workspace_assistant.core.line_watch.detecting import Detection, detected, is_bad
from workspace_assistant.core.line_watch.model import EventKind, Ping, Second, Side, WatchLimits
from workspace_assistant.core.line_watch.tallies import tally

CALM = "." * 60


def test_two_lost_packets_in_twenty_seconds_alarm_nobody() -> None:
    assert events_of(line(CALM + "x........x" + CALM)) == []


def test_three_lost_of_twenty_are_an_event_from_the_first_to_the_last() -> None:
    (event,) = events_of(line(CALM + "x....x....x" + CALM))
    assert (event.kind, event.is_over) == (EventKind.LOSS, True)
    assert (event.started_at, event.ended_at) == (second(60), second(70))
    assert (event.server.sent, event.server.lost) == (11, 3)
    assert (event.gateway.sent, event.gateway.lost) == (11, 0)


def test_a_loss_soon_after_belongs_to_the_same_event() -> None:
    (event,) = events_of(line(CALM + "xxx" + "." * 10 + "x" + CALM))
    assert (event.started_at, event.ended_at) == (second(60), second(73))
    assert (event.server.sent, event.server.lost) == (14, 4)


def test_a_loss_long_after_alarms_nobody_again() -> None:
    assert len(events_of(line(CALM + "xxx" + "." * 16 + "x" + CALM))) == 1
    assert len(events_of(line(CALM + "xxx" + "." * 16 + "xxx" + CALM))) == 2


def test_the_event_is_told_with_the_second_that_makes_it_one() -> None:
    seconds, state, new_id = line("..x..x..x.."), Detection(), counting()
    told = []
    for one in seconds:
        after = detected(state, one, WatchLimits(), new_id)
        state = after.detection
        told.append(len(after.changed))
    assert told == [0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0]


def test_slow_answers_are_an_event_of_their_own() -> None:
    (event,) = events_of(line(CALM + "s.s.s.s.ss" + CALM))
    assert event.kind is EventKind.DELAY
    assert event.server.worst_ms == 500
    (event,) = events_of(line(CALM + "sssss" + CALM))
    assert event.ended_at == second(64)


def test_a_single_slow_answer_is_none() -> None:
    assert events_of(line(CALM + "ss.s" + CALM)) == []


def test_a_busy_computer_is_an_event_without_any_server() -> None:
    (event,) = events_of(line("", cpu=CALM + "x" * 9 + CALM))
    assert (event.kind, event.side) == (EventKind.COMPUTER, Side.HOME)
    assert event.cpu_fraction is not None
    assert event.cpu_fraction > 0.9


def test_seconds_in_which_nothing_was_seen_count_for_neither() -> None:
    assert len(events_of(line(CALM + "x x x x" + CALM))) == 1
    assert events_of(line(CALM + "   " + CALM)) == []


def test_an_event_ends_where_the_watch_was_torn() -> None:
    """What a computer that slept did not see is no loss."""
    torn = [*line(CALM + "xxx"), *line("..." + CALM, start=second(3663))]
    (event,) = events_of(torn)
    assert (event.is_over, event.ended_at) == (True, second(62))


def test_a_clock_that_was_set_back_tears_it_as_well() -> None:
    (event,) = events_of([*line(CALM + "xxx"), *line(CALM, start=second(-3600))])
    assert event.is_over


@pytest.mark.uncounted
def test_an_hour_without_a_line_is_told_in_pieces_that_do_not_overlap() -> None:
    events = events_of(line(CALM + "x" * 3700 + CALM))
    assert len(events) == 3
    assert all(one.is_over for one in events)
    assert all(a.ended_at < b.started_at for a, b in pairwise(events))
    assert sum(one.server.lost for one in events) == 3700


def test_what_goes_on_when_the_watch_ends_is_over_with_its_last_bad_second() -> None:
    (event,) = events_of(line(CALM + "xxx...."))
    assert (event.is_over, event.ended_at) == (True, second(62))


def test_limits_are_those_of_the_workplace() -> None:
    seconds = line(CALM + "ssssss" + CALM)
    assert events_of(seconds, WatchLimits(delay_ms=600)) == []
    assert events_of(line("", cpu="x" * 20), WatchLimits(cpu_fraction=0.99)) == []


def test_an_answer_that_did_not_come_is_no_slow_one() -> None:
    lost = Second(at=second(0), server=Ping(None))
    assert is_bad(EventKind.DELAY, lost, WatchLimits()) is None
    assert is_bad(EventKind.COMPUTER, lost, WatchLimits()) is None


@given(st.text(alphabet=".xs ", min_size=1, max_size=300), st.text(alphabet=".x ", max_size=300))
def test_every_event_is_explained_by_its_seconds(server: str, gateway: str) -> None:
    seconds = line(server, gateway.ljust(len(server), ".")[: len(server)])
    events = events_of(seconds)
    for event in events:
        inside = [one for one in seconds if event.started_at <= one.at <= event.ended_at]
        assert is_bad(event.kind, inside[0], WatchLimits())
        assert is_bad(event.kind, inside[-1], WatchLimits())
        assert event.server == tally(one.server for one in inside)
        assert event.gateway == tally(one.gateway for one in inside)
        assert event.is_over
    for kind in EventKind:
        own = sorted((one for one in events if one.kind is kind), key=lambda x: x.started_at)
        assert all(a.ended_at < b.started_at for a, b in pairwise(own))


@given(st.text(alphabet=".x", min_size=20, max_size=200))
def test_three_losses_within_twenty_seconds_are_never_missed(server: str) -> None:
    seconds = line(server)
    covered = [
        one
        for event in events_of(seconds)
        for one in seconds
        if event.started_at <= one.at <= event.ended_at
    ]
    for number in range(len(server) - 20):
        window = seconds[number : number + 20]
        lost = [one for one in window if one.server is not None and one.server.is_lost]
        assert len(lost) < 3 or any(one in covered for one in lost)


def test_an_event_of_which_nothing_is_seen_any_more_is_over() -> None:
    seconds, state, new_id = line("xxx" + " " * 70), Detection(), counting()
    told = []
    for one in seconds:
        after = detected(state, one, WatchLimits(), new_id)
        state, told = after.detection, [*told, *after.changed]
    assert [one.is_over for one in told] == [False, True]
    assert told[-1].ended_at == second(2)


def test_what_is_remembered_stays_small() -> None:
    state, new_id = Detection(), counting()
    for one in line("." * 1000):
        state = detected(state, one, WatchLimits(), new_id).detection
    assert len(state.recent) == 121
    assert state.recent[-1].at - state.recent[0].at == timedelta(seconds=120)
