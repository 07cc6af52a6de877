"""Packets noted as they leave and come, and the live picture made of them."""

import statistics

from hypothesis import given
from hypothesis import strategies as st

from workspace_assistant.adapters.network.voice_path.pacing import next_slot
from workspace_assistant.adapters.network.voice_path.recorder import Recorder, median
from workspace_assistant.adapters.network.voice_path.stream import late_wait_s


def leaves(made: Recorder, at_s: float, late_s: float = 0.0) -> None:
    made.left(at_s, at_s - late_s, at_s)


def recorder_of(delays_s: list[float | None]) -> Recorder:
    made = Recorder()
    for number, delay_s in enumerate(delays_s):
        leaves(made, 0.02 * number)
        if delay_s is not None:
            made.came(number, 0.02 * number + delay_s)
    return made


def test_a_trace_holds_what_left_and_what_came() -> None:
    made = Recorder()
    leaves(made, 1.003, late_s=0.003)
    made.came(1, 1.06)  # told before its departure is: another thread was faster
    leaves(made, 1.02)
    leaves(made, 1.03, late_s=-0.01)  # a clock that rounds never makes a packet early
    made.came(0, 1.05)
    made.came(0, 1.07)
    made.came(9, 1.08)  # nothing like that was sent
    trace = made.trace()
    assert trace.sent_s == (1.003, 1.02, 1.03)
    assert trace.received_s == (1.05, 1.06, None)
    assert [round(late, 6) for late in trace.lateness_s] == [0.003, 0.0, 0.0]
    assert trace.duplicates == (0,)


def test_time_lost_while_sending_is_lateness_of_our_own() -> None:
    made = Recorder()
    made.left(1.003, planned_s=1.0, done_s=1.087)  # another program had its turn meanwhile
    made.came(0, 1.1)
    trace = made.trace()
    assert trace.sent_s == (1.003,)
    assert round(trace.lateness_s[0], 6) == 0.087


def test_no_answer_comes_before_its_packet_left() -> None:
    made = Recorder()
    made.came(1, 1.0195)  # told before its departure is
    leaves(made, 1.0)
    made.came(0, 0.9994)
    leaves(made, 1.02)
    assert made.trace().delays_ms == (0.0, 0.0)


def test_a_server_that_repeats_itself_costs_bounded_memory() -> None:
    made = recorder_of([0.01])
    for _ in range(11_000):
        made.came(0, 0.02)
    assert len(made.trace().duplicates) == 10_000


def test_the_live_picture_waits_for_answers_that_can_still_come() -> None:
    made = recorder_of([0.04] * 100)
    for number in range(100, 110):
        leaves(made, 0.02 * number)
    reading = made.reading(now_s=0.02 * 100 + 0.03)
    assert (reading.sent, reading.lost) == (25, 0)
    assert reading.rtt_ms is not None
    assert round(reading.rtt_ms, 6) == 40


def test_the_live_picture_of_silence_counts_all_as_lost() -> None:
    reading = recorder_of([None] * 50).reading(now_s=1.0)
    assert (reading.sent, reading.lost, reading.rtt_ms) == (25, 25, None)


@given(slot=st.integers(0, 10_000), lag_s=st.floats(0, 100), spacing_s=st.sampled_from((0.02, 0.1)))
def test_no_slot_comes_twice_or_after_it_is_over(slot: int, lag_s: float, spacing_s: float) -> None:
    now_s = slot * spacing_s + lag_s
    following = next_slot(0.0, slot, spacing_s, now_s)
    assert following > slot
    # Never a heap of late ones: the next is still to come, and not left out needlessly.
    assert following * spacing_s >= now_s - 1e-9
    assert following == slot + 1 or (following - 1) * spacing_s <= now_s + 1e-9


@given(st.lists(st.floats(0, 10), min_size=1, max_size=9))
def test_the_median_is_the_one_of_the_library(values: list[float]) -> None:
    assert median(values) == statistics.median(values)


def test_late_answers_get_their_time_and_no_more() -> None:
    assert late_wait_s(0.04) == 1.0
    assert late_wait_s(0.5) == 1.5
    assert late_wait_s(5.0) == 2.0
