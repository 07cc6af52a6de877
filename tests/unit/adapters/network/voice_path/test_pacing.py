"""The clockwork of the stream: who may use its slots, and what becomes of them at its end."""

import time

from workspace_assistant.adapters.network.voice_path.pacing import Pacer

SPACING_S = 0.01


def test_a_lent_slot_is_taken_from_the_stream() -> None:
    called_s: list[float] = []
    lent_s: list[float] = []

    def act(planned_s: float) -> None:
        called_s.append(planned_s)
        if len(called_s) == 3:
            pacer.lend_slot(lambda: lent_s.append(time.perf_counter()))

    pacer = Pacer(SPACING_S, act)
    pacer.start()
    deadline_s = time.monotonic() + 5
    while len(called_s) < 5:
        assert time.monotonic() < deadline_s
        time.sleep(SPACING_S)
    pacer.stop()
    (at_s,) = lent_s
    assert at_s >= called_s[2] + SPACING_S
    # The slot behind the third has gone to the borrower.
    assert called_s[3] - called_s[2] > 1.5 * SPACING_S


def test_a_clockwork_at_rest_lends_at_once() -> None:
    done: list[str] = []
    pacer = Pacer(SPACING_S, lambda _planned_s: None)
    pacer.lend_slot(lambda: done.append("before"))
    assert done == ["before"]
    pacer.start()
    pacer.stop()
    pacer.lend_slot(lambda: done.append("after"))
    assert done == ["before", "after"]


def test_what_was_promised_a_slot_is_done_in_the_end() -> None:
    done: list[str] = []
    pacer = Pacer(0.05, lambda _planned_s: None)
    pacer.start()
    pacer.lend_slot(lambda: done.append("lent"))
    pacer.stop()  # before the first slot
    assert done == ["lent"]
