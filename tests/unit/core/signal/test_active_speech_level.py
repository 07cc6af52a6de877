"""ITU-T P.56 on signals whose active level is known."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.fakes.sounds import silence, speech_like, tone, white_noise
from tests.fakes.voltmeter import voltmeter
from workspace_assistant.core.signal.active_speech_level import (
    ActiveSpeechLevel,
    active_speech_level,
    coarse_speech_level,
)
from workspace_assistant.core.signal.filtering import without_rumble

RATES_HZ = (8_000, 11_025, 16_000, 22_050, 44_100, 48_000, 96_000, 192_000)
TOLERANCE_DB = 0.2


def measured(samples: np.ndarray, rate_hz: int) -> ActiveSpeechLevel:
    level = active_speech_level(without_rumble(samples, rate_hz), rate_hz)
    assert level is not None
    return level


@pytest.mark.parametrize("rate_hz", RATES_HZ)
def test_a_steady_tone_has_its_own_level_and_full_activity(rate_hz: int) -> None:
    level = measured(tone(1000, -26, 5, rate_hz), rate_hz)
    assert level.level_dbov == pytest.approx(-26, abs=0.05)
    assert level.activity_fraction == pytest.approx(1, abs=0.02)


@pytest.mark.parametrize("level_dbov", [-3.01, -10, -20, -30, -40, -50, -60])
def test_levels_are_linear_over_the_whole_range(level_dbov: float) -> None:
    level = measured(tone(997, level_dbov, 4, 16_000), 16_000)
    assert level.level_dbov == pytest.approx(level_dbov, abs=TOLERANCE_DB)


def test_all_sample_rates_agree_on_the_same_speech() -> None:
    levels = [measured(speech_like(-26, 5, rate), rate).level_dbov for rate in RATES_HZ]
    assert max(levels) - min(levels) < 0.1


@pytest.mark.parametrize("pause_s", [1.0, 5.0, 20.0])
def test_pauses_do_not_lower_the_level_while_plain_rms_falls(pause_s: float) -> None:
    rate_hz = 16_000
    speech = speech_like(-26, 10, rate_hz)
    pause = silence(pause_s, rate_hz)
    without = measured(speech, rate_hz)
    padded = np.concatenate((pause, speech, pause))
    level = measured(padded, rate_hz)
    assert level.level_dbov == pytest.approx(without.level_dbov, abs=TOLERANCE_DB)
    share = speech.size / padded.size
    assert level.activity_fraction == pytest.approx(share * without.activity_fraction, rel=0.05)


def test_a_burst_counts_its_hangover_as_speech_and_no_more() -> None:
    rate_hz = 48_000
    samples = np.concatenate((tone(1000, -20, 2, rate_hz), silence(6, rate_hz)))
    level = measured(samples, rate_hz)
    # 2 s of sound, 0.2 s hangover, about 0.1 s in which the envelope falls by 15.9 dB.
    assert 2.2 / 8 < level.activity_fraction < 2.35 / 8
    assert -20 + 10 * np.log10(2 / 2.35) < level.level_dbov < -20 + 10 * np.log10(2 / 2.2)


@given(
    offset=st.floats(-0.2, 0.2),
    gain_db=st.floats(-35, 6),
    rate_hz=st.sampled_from((8_000, 16_000, 48_000)),
)
@settings(max_examples=30, deadline=None)
def test_dc_changes_nothing_and_gain_shifts_the_level_by_itself(
    offset: float, gain_db: float, rate_hz: int
) -> None:
    speech = speech_like(-26, 3, rate_hz)
    plain = measured(speech, rate_hz).level_dbov
    changed = measured(speech * 10 ** (gain_db / 20) + offset, rate_hz).level_dbov
    assert changed == pytest.approx(plain + gain_db, abs=TOLERANCE_DB)


def test_steady_noise_reads_as_fully_active_because_p56_is_no_speech_detector() -> None:
    level = measured(white_noise(-50, 5, 48_000), 48_000)
    assert level.level_dbov == pytest.approx(-50, abs=0.1)
    assert level.activity_fraction > 0.98


@pytest.mark.parametrize(
    "samples",
    [np.zeros(16_000), np.zeros(0), *(tone(1000, level, 2, 16_000) for level in (-95, -80, 12))],
    ids=["silence", "nothing", "-95", "-80", "+12"],
)
def test_sound_outside_the_range_has_no_level(samples: np.ndarray) -> None:
    assert active_speech_level(samples, 16_000) is None


def quantized(samples: np.ndarray) -> np.ndarray:
    return np.clip(np.round(samples * 32768), -32768, 32767) / 32768


@pytest.mark.parametrize("rate_hz", [8_000, 16_000, 48_000])
@pytest.mark.parametrize("level_dbov", [-12, -26, -41, -56])
@pytest.mark.parametrize("snr_db", [5, 15, 30, None])
@pytest.mark.parametrize("pause_s", [0.0, 0.15, 0.9])
def test_every_level_is_that_of_the_sample_wise_method(
    rate_hz: int, level_dbov: int, snr_db: int | None, pause_s: float
) -> None:
    words = [speech_like(level_dbov, 0.4, rate_hz, seed=seed) for seed in range(3)]
    samples = np.concatenate([part for w in words for part in (w, silence(pause_s, rate_hz))])
    if snr_db is not None:
        samples = samples + white_noise(level_dbov - snr_db, samples.size, 1)
    expected = voltmeter(quantized(samples), rate_hz)
    level = active_speech_level(quantized(samples), rate_hz)
    assert level is not None
    assert expected is not None
    assert level.level_dbov == pytest.approx(expected.level_dbov, abs=1e-9)
    assert level.activity_fraction == pytest.approx(min(1, expected.activity_fraction), abs=1e-9)


@given(
    seed=st.integers(0, 1000),
    size=st.integers(1, 4000),
    exponent=st.floats(-6, 1.2),
    burst=st.floats(0, 1),
    rate_hz=st.sampled_from((8.0, 1000.0, 8_000.0, 44_100.0, 1e6)),
)
@settings(max_examples=200, deadline=None)
def test_any_sound_has_the_level_of_the_sample_wise_method_or_none(
    seed: int, size: int, exponent: float, burst: float, rate_hz: float
) -> None:
    samples = np.random.default_rng(seed).standard_normal(size) * 10**exponent
    samples[: round(burst * size)] *= 1e-3
    expected, level = voltmeter(samples, rate_hz), active_speech_level(samples, rate_hz)
    assert (level is None) == (expected is None)
    if level is not None and expected is not None:
        assert level.level_dbov == pytest.approx(expected.level_dbov, abs=1e-9)


@pytest.mark.parametrize("rate_hz", [8.0, 8_000.0, 1e6])
@pytest.mark.parametrize(
    "samples",
    [np.zeros(1), np.ones(1), np.full(5000, 0.5), np.full(3, 1e-300), np.full(100, -16.0)],
    ids=["zero", "one", "constant", "tiny", "loud"],
)
def test_odd_sound_neither_fails_nor_warns(samples: np.ndarray, rate_hz: float) -> None:
    in_ones = coarse_speech_level([samples[:, np.newaxis]], rate_hz)
    for level in (active_speech_level(samples, rate_hz), in_ones and in_ones[0]):
        assert level is None or np.isfinite(level.level_dbov)


@pytest.mark.parametrize("rate_hz", [8_000, 16_000, 48_000])
@pytest.mark.parametrize("level_dbov", [-15, -26, -40])
@pytest.mark.parametrize("pause_s", [0.0, 0.9])
def test_the_coarse_level_is_within_a_tenth_of_a_decibel(
    rate_hz: int, level_dbov: int, pause_s: float
) -> None:
    words = [speech_like(level_dbov, 0.4, rate_hz, seed=seed) for seed in range(3)]
    samples = np.concatenate([part for w in words for part in (w, silence(pause_s, rate_hz))])
    blocks = samples[: samples.size // 48 * 48].reshape(-1, rate_hz // 1000)
    coarse = coarse_speech_level([blocks[:500], blocks[500:]], 1000)
    fine = active_speech_level(samples, rate_hz)
    assert coarse is not None
    assert fine is not None
    assert coarse[0].level_dbov == pytest.approx(fine.level_dbov, abs=0.1)
    assert coarse[1] == np.abs(blocks).max()


def test_nothing_has_no_level() -> None:
    assert active_speech_level(np.zeros(0), 16_000) is None
    assert coarse_speech_level([], 1000) is None
    assert coarse_speech_level([np.zeros((0, 16))], 1000) is None
