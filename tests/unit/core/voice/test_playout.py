from __future__ import annotations

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.core.voice.test_statistics import a_trace
from workspace_assistant.core.voice.codecs import CODECS, DEFAULT_CODEC
from workspace_assistant.core.voice.model import PacketTrace
from workspace_assistant.core.voice.playout import best_buffer, fixed_buffer

CODEC = CODECS[DEFAULT_CODEC]


def test_a_clean_path_sounds_as_good_as_the_codec_allows() -> None:
    heard = best_buffer(a_trace([40.0] * 400), CODEC)
    assert heard.r_factor == pytest.approx(93.2, abs=0.1)
    assert (heard.buffer_ms, heard.loss_fraction) == (0, 0)
    assert heard.mouth_to_ear_ms == pytest.approx(20 + 20 + 30)


def test_a_fixed_buffer_loses_what_an_adaptive_one_waits_for() -> None:
    random = Random(3)
    swinging = a_trace([random.uniform(20, 500) for _ in range(400)])
    adaptive, fixed = best_buffer(swinging, CODEC), fixed_buffer(swinging, CODEC)
    assert adaptive.buffer_ms > fixed.buffer_ms == 60
    assert adaptive.r_factor > fixed.r_factor
    assert fixed.loss_fraction > 0.3


def test_nothing_arriving_is_no_call() -> None:
    for trace in (PacketTrace(), a_trace([None] * 50)):
        heard = best_buffer(trace, CODEC)
        assert (heard.r_factor, heard.mos, heard.loss_fraction) == (0, 1, 1)
        assert (heard.buffer_ms, heard.mouth_to_ear_ms) == (None, None)


def test_a_codec_without_concealment_suffers_more() -> None:
    lossy = a_trace([40.0, 40.0, 40.0, None] * 25)
    assert best_buffer(lossy, CODECS["g711"]).mos < best_buffer(lossy, CODEC).mos


@settings(max_examples=30)
@given(st.lists(st.none() | st.floats(1, 600), min_size=1, max_size=50))
def test_the_best_buffer_is_at_least_as_good_as_the_fixed_one(values: list[float | None]) -> None:
    trace = a_trace(values)
    assert best_buffer(trace, CODEC).r_factor >= fixed_buffer(trace, CODEC).r_factor


@settings(max_examples=30)
@given(st.lists(st.none() | st.floats(1, 900), min_size=1, max_size=40))
def test_no_buffer_sounds_better_than_the_best(values: list[float | None]) -> None:
    trace = a_trace(values)
    best = best_buffer(trace, CODEC).r_factor
    assert all(fixed_buffer(trace, CODEC, 5.0 * step).r_factor <= best + 1e-9 for step in range(61))
