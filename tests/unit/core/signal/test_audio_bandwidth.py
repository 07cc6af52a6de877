"""The band of a voice, on synthetic voices whose band is known."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.fakes.sounds import Samples, tone, white_noise
from workspace_assistant.core.signal.audio_bandwidth import AudioBandwidth, audio_bandwidth
from workspace_assistant.core.signal.filtering import apply_gain_curve
from workspace_assistant.core.signal.resampling import resampled


def voice(rate_hz: int, *, level_dbov: float = -26, duration_s: float = 5.0) -> Samples:
    """Noise that falls by 6 dB per octave and comes and goes in syllables, over the whole band."""
    noise = white_noise(0, duration_s, rate_hz)
    colored = apply_gain_curve(noise, rate_hz, lambda hz: 500 / np.maximum(hz, 500))
    time_s = np.arange(colored.size) / rate_hz
    spoken = colored * np.sin(np.pi * 2.1 * time_s) ** 4
    return spoken / np.sqrt(np.mean(spoken**2)) * 10 ** (level_dbov / 20)


def floor(samples: Samples, rate_hz: int, level_dbov: float = -80) -> Samples:
    """The voice with the noise of a converter."""
    return samples + white_noise(level_dbov, samples.size / rate_hz, rate_hz, seed=9)


def by_lines(samples: Samples, from_hz: int, to_hz: int) -> Samples:
    """Another rate, each new sample on the line between two old ones."""
    at = np.arange(samples.size * to_hz // from_hz) * from_hz / to_hz
    return np.interp(at, np.arange(samples.size), samples)


def measured(samples: Samples, rate_hz: int) -> AudioBandwidth:
    found = audio_bandwidth(samples, rate_hz)
    assert found is not None
    return found


@pytest.mark.parametrize("rate_hz", [32_000, 44_100, 48_000, 96_000])
def test_a_full_band_voice_is_called_so(rate_hz: int) -> None:
    found = measured(floor(voice(rate_hz), rate_hz), rate_hz)
    assert found.kind == "full-band"
    assert found.upper_hz > 12_000
    assert found.drop_db is None


@pytest.mark.parametrize(
    ("further_db", "noise_dbov", "kind"),
    [(-16, -75, "full-band"), (-60, -46, "narrowband")],
    ids=["goes on", "ends"],
)
def test_a_step_of_21_db_counts_only_where_the_voice_ends(
    further_db: float, noise_dbov: float, kind: str
) -> None:
    def curve(hz: Samples) -> Samples:
        return np.where(hz < 4200, 1.0, 10 ** (further_db / 20))

    spoken = apply_gain_curve(voice(48_000), 48_000, curve)
    found = measured(floor(spoken, 48_000, noise_dbov), 48_000)
    assert found.kind == kind


@pytest.mark.parametrize(
    ("through_hz", "kind", "edge_hz"), [(8_000, "narrowband", 4_000), (16_000, "wideband", 8_000)]
)
@pytest.mark.parametrize("rate_hz", [32_000, 44_100, 48_000])
def test_a_voice_that_went_through_a_slower_rate_ends_there(
    rate_hz: int, through_hz: int, kind: str, edge_hz: float
) -> None:
    slow = resampled(voice(rate_hz), rate_hz, through_hz)
    found = measured(floor(resampled(slow, through_hz, rate_hz), rate_hz), rate_hz)
    assert found.kind == kind
    assert found.upper_hz == pytest.approx(edge_hz, rel=0.08)
    assert found.drop_db is not None
    assert found.drop_db > 20


def test_a_narrow_voice_in_a_wideband_file_is_narrow() -> None:
    slow = resampled(voice(16_000), 16_000, 8_000)
    found = measured(floor(resampled(slow, 8_000, 16_000), 16_000), 16_000)
    assert found.kind == "narrowband"


@pytest.mark.parametrize(
    ("through_hz", "kind", "edge_hz"), [(8_000, "narrowband", 4_000), (16_000, "wideband", 8_000)]
)
@pytest.mark.parametrize("rate_hz", [44_100, 48_000])
def test_mirror_images_give_a_careless_resampler_away(
    rate_hz: int, through_hz: int, kind: str, edge_hz: float
) -> None:
    slow = floor(voice(through_hz), through_hz)
    found = measured(by_lines(slow, through_hz, rate_hz), rate_hz)
    assert (found.kind, found.upper_hz, found.drop_db) == (kind, edge_hz, None)


@pytest.mark.parametrize(
    ("rate_hz", "kind", "edge_hz"),
    [
        (8_000, "narrowband", 4_000),
        (9_600, "wideband", 4_800),
        (10_000, "wideband", 5_000),
        (11_025, "wideband", 5_512),
        (16_000, "wideband", 8_000),
    ],
)
def test_where_the_sampling_ends_the_band_it_decides(
    rate_hz: int, kind: str, edge_hz: float
) -> None:
    found = measured(floor(voice(rate_hz), rate_hz), rate_hz)
    assert found.kind == kind
    assert found.upper_hz == pytest.approx(edge_hz, rel=0.1)
    assert found.drop_db is None


@pytest.mark.parametrize("rate_hz", [16_000, 48_000])
def test_nothing_is_said_of_a_voice_that_drowns_before_its_end(rate_hz: int) -> None:
    drowned = floor(voice(rate_hz, level_dbov=-40), rate_hz, -45)
    assert audio_bandwidth(drowned, rate_hz) is None


def test_exact_silence_between_words_changes_nothing() -> None:
    rate_hz = 48_000
    slow = resampled(voice(rate_hz), rate_hz, 8_000)
    spoken = floor(resampled(slow, 8_000, rate_hz), rate_hz)
    gated = np.concatenate((spoken, np.zeros(spoken.size)))
    assert measured(gated, rate_hz).kind == "narrowband"


def test_a_long_recording_is_sampled() -> None:
    rate_hz = 16_000
    found = measured(np.tile(floor(voice(rate_hz), rate_hz), 10), rate_hz)
    assert found.kind == "wideband"


@pytest.mark.parametrize(
    "samples",
    [np.zeros(0), np.zeros(48_000), tone(1000, -20, 3, 48_000), white_noise(-30, 3, 48_000),
     voice(48_000, duration_s=0.9), np.full(96_000, 0.1)],
    ids=["nothing", "silence", "tone", "noise", "short", "constant"],
)  # fmt: skip
def test_no_voice_no_band(samples: Samples) -> None:
    assert audio_bandwidth(samples, 48_000) is None


@given(
    size=st.integers(0, 30_000),
    rate_hz=st.sampled_from([8.0, 3999.0, 4000.0, 5000.0, 8000.0, 10_441.0, 16_000.0, 1e6]),
    scale=st.sampled_from([0.0, 1e-300, 1.0]),
)
@settings(max_examples=60, deadline=None)
def test_odd_input_neither_fails_nor_warns(size: int, rate_hz: float, scale: float) -> None:
    samples = np.random.default_rng(size).standard_normal(size) * scale
    samples[: size // 2] *= 0.01
    found = audio_bandwidth(samples, rate_hz)
    assert found is None or 0 < found.upper_hz <= rate_hz / 2
