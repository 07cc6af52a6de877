"""The leak of the earpiece, on the played sweep mixed into noise at a known level."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.fakes.sounds import Samples, speech_like, tone, white_noise
from workspace_assistant.core.signal.leak import SWEEP_S, leak, sweep


def recorded(
    leak_db: float, rate_hz: int, *, noise_dbov: float = -60, lag_s: float = 0.1
) -> Samples:
    samples = white_noise(noise_dbov, 1.2, rate_hz)
    played = sweep(rate_hz)
    start = round(lag_s * rate_hz)
    samples[start : start + played.size] += played * 10 ** (leak_db / 20)
    return samples


@pytest.mark.parametrize("rate_hz", [16_000, 44_100, 48_000])
@pytest.mark.parametrize("leak_db", [-10, -20, -30, -40])
def test_a_leak_is_measured_where_and_as_strong_as_it_is(rate_hz: int, leak_db: float) -> None:
    found = leak(recorded(leak_db, rate_hz), rate_hz)
    assert found is not None
    assert found.level_db == pytest.approx(leak_db, abs=0.3)
    assert found.lag_s == pytest.approx(0.1, abs=2 / rate_hz)
    assert found.peak_to_background_db > 40


def test_echoes_of_the_same_leak_add_up() -> None:
    rate_hz = 16_000
    samples = recorded(-20, rate_hz)
    later = samples.copy()
    later[160:] += 0.5 * samples[:-160]  # 10 ms later, 6 dB weaker: 1 dB more in all
    found = leak(later, rate_hz)
    assert found is not None
    assert found.level_db == pytest.approx(-20 + 10 * np.log10(1.25), abs=0.3)


@pytest.mark.parametrize("seed", range(20))
def test_noise_is_no_leak(seed: int) -> None:
    assert leak(white_noise(-40, 1.2, 16_000, seed=seed), 16_000) is None


@pytest.mark.parametrize(
    "samples",
    [np.zeros(48_000), np.full(48_000, 0.2), np.zeros(100), np.zeros(0), tone(1000, -20, 3, 16_000),
     speech_like(-26, 3, 16_000)],
    ids=["silence", "constant", "short", "nothing", "tone", "speech"],
)  # fmt: skip
def test_other_sound_is_no_leak(samples: Samples) -> None:
    assert leak(samples, 16_000) is None


def test_a_talker_drowns_a_weak_leak_rather_than_bending_it() -> None:
    samples = recorded(-50, 16_000) + speech_like(-20, 1.2, 16_000)
    assert leak(samples, 16_000) is None


def test_the_sweep_is_heard_by_a_slower_recorder_too() -> None:
    fast = np.concatenate((np.zeros(4800), sweep(48_000), np.zeros(24_000)))
    slow = fast[::3] * 0.1  # sounds up to 7000 Hz, so every third sample holds them
    found = leak(slow + white_noise(-70, slow.size / 16_000, 16_000), 16_000)
    assert found is not None
    assert found.level_db == pytest.approx(-20, abs=0.1)


@pytest.mark.parametrize("rate_hz", [8_000, 16_000, 48_000])
def test_the_sweep_is_as_loud_as_promised_and_begins_and_ends_softly(rate_hz: int) -> None:
    played = sweep(rate_hz)
    assert played.size == round(SWEEP_S * rate_hz)
    assert np.abs(played).max() == pytest.approx(10 ** (-12 / 20) * np.sqrt(2), abs=0.003)
    assert max(abs(played[0]), abs(played[-1])) < 0.01


def test_a_recorder_too_slow_for_the_sweep_hears_none() -> None:
    assert not sweep(500).any()
    assert leak(white_noise(-20, 5, 500), 500) is None


@given(
    size=st.integers(0, 3000),
    rate_hz=st.sampled_from([8.0, 700.0, 2000.0, 4000.0]),
    scale=st.sampled_from([0.0, 1e-300, 1.0]),
)
@settings(max_examples=40, deadline=None)
def test_odd_input_neither_fails_nor_warns(size: int, rate_hz: float, scale: float) -> None:
    samples = np.random.default_rng(size).standard_normal(size) * scale
    found = leak(samples, rate_hz)
    assert found is None or np.isfinite(found.level_db)
