"""A-weighting against the table of IEC 61672-1, and the noise floor on noise of known level."""

import numpy as np
import pytest

from tests.fakes.sounds import silence, tone, white_noise
from workspace_assistant.core.signal.noise import is_mostly_silent, noise_floor
from workspace_assistant.core.signal.weighting import a_weighting_gain

# IEC 61672-1:2013, table 3.
TABULATED_DB = {
    31.5: -39.4, 63: -26.2, 125: -16.1, 250: -8.6, 500: -3.2, 1000: 0.0, 2000: 1.2, 4000: 1.0,
    8000: -1.1, 16000: -6.6,
}  # fmt: skip


@pytest.mark.parametrize(("frequency_hz", "gain_db"), TABULATED_DB.items())
def test_a_weighting_follows_the_standard(frequency_hz: float, gain_db: float) -> None:
    gain = float(a_weighting_gain(np.array([frequency_hz]))[0])
    assert 20 * np.log10(gain) == pytest.approx(gain_db, abs=0.13)


@pytest.mark.parametrize("rate_hz", [8_000, 16_000, 44_100, 48_000, 192_000])
@pytest.mark.parametrize("frequency_hz", [250, 1000])
def test_a_tone_is_weighted_alike_at_every_rate(rate_hz: int, frequency_hz: int) -> None:
    floor = noise_floor(tone(frequency_hz, -50, 2, rate_hz), rate_hz)
    assert floor is not None
    expected = -50 + TABULATED_DB[frequency_hz]
    assert floor.a_weighted_dbfs == pytest.approx(expected, abs=0.15)
    assert floor.unweighted_dbov == pytest.approx(-50, abs=0.05)


@pytest.mark.parametrize("level_dbov", [-80, -60, -40])
def test_white_noise_reads_its_level_without_bias(level_dbov: float) -> None:
    floors = [noise_floor(white_noise(level_dbov, 2, 48_000, seed=s), 48_000) for s in range(10)]
    levels = [floor.unweighted_dbov for floor in floors if floor is not None]
    assert np.mean(levels) == pytest.approx(level_dbov, abs=0.05)
    assert np.std(levels) < 0.1


def test_single_clicks_show_in_the_spread_and_not_in_the_floor() -> None:
    quiet = white_noise(-70, 2, 16_000)
    clicks = quiet.copy()
    clicks[::4000] += 0.3
    steady, clicked = noise_floor(quiet, 16_000), noise_floor(clicks, 16_000)
    assert steady is not None
    assert clicked is not None
    assert clicked.a_weighted_dbfs == pytest.approx(steady.a_weighted_dbfs, abs=1)
    assert clicked.spread_db > 15 > steady.spread_db


def test_dc_and_rumble_are_no_noise() -> None:
    quiet = white_noise(-70, 2, 16_000)
    spoiled = noise_floor(quiet + tone(8, -40, 2, 16_000) + 0.05, 16_000)
    assert spoiled is not None
    assert spoiled.unweighted_dbov == pytest.approx(-70, abs=0.2)


def test_too_little_quiet_has_no_floor() -> None:
    assert noise_floor(white_noise(-60, 0.49, 16_000), 16_000) is None


@pytest.mark.parametrize(("silent_s", "expected"), [(0.0, False), (0.8, False), (1.2, True)])
def test_exact_silence_in_half_the_frames_is_a_gate(silent_s: float, expected: bool) -> None:
    noise = white_noise(-60, 2 - silent_s, 16_000)
    quiet = np.concatenate((noise, silence(silent_s, 16_000)))
    assert is_mostly_silent(quiet, 16_000) is expected
    assert (noise_floor(quiet, 16_000) is None) is expected
