"""All numbers of a recording together, and the choice of the channel."""

import numpy as np
import pytest

from tests.fakes.sounds import silence, spoken_recording, tone, white_noise
from workspace_assistant.core.signal.recording import analyze_recording


@pytest.mark.parametrize("snr_db", [15, 20, 30, 40])
def test_snr_is_level_over_noise(snr_db: int) -> None:
    rate_hz = 48_000
    speech = np.concatenate((silence(2, rate_hz), tone(1000, -26, 5, rate_hz)))
    noise = white_noise(-26 - snr_db, 7, rate_hz)
    analysis = analyze_recording((speech + noise)[:, None], rate_hz, 2)
    assert analysis.snr_db == pytest.approx(snr_db, abs=0.25)
    assert analysis.speech is not None
    assert analysis.speech.level_dbov == pytest.approx(-26, abs=0.2)


def test_values_know_their_place() -> None:
    samples = spoken_recording() + 0.02
    analysis = analyze_recording(samples, 16_000, 2)
    assert (analysis.quiet_s, analysis.speech_s) == (2, 5)
    assert (analysis.channel, analysis.channels) == (1, 1)
    assert analysis.dc_offset == pytest.approx(0.02, abs=0.001)
    assert analysis.peak_dbfs == pytest.approx(20 * np.log10(np.abs(samples).max()))
    assert not analysis.is_quiet_silent


@pytest.mark.parametrize(
    "other",
    [
        np.zeros(7 * 16_000),
        np.full(7 * 16_000, 0.3),
        tone(50, -10, 7, 16_000),
        white_noise(-20, 7, 16_000, seed=9),
    ],
    ids=["dead", "constant", "hum", "noise"],
)
def test_a_bad_channel_does_not_fail_a_good_microphone(other: np.ndarray) -> None:
    good = spoken_recording()
    alone = analyze_recording(good, 16_000, 2)
    for order, channel in (((0, 1), 1), ((1, 0), 2)):
        both = np.column_stack((good[:, 0], other))[:, order]
        analysis = analyze_recording(both, 16_000, 2)
        assert analysis.channel == channel
        assert analysis.speech == alone.speech
        assert analysis.noise == alone.noise


def test_one_dimension_is_one_channel() -> None:
    samples = spoken_recording()
    flat = analyze_recording(samples[:, 0], 16_000, 2)
    assert flat == analyze_recording(samples, 16_000, 2)


def test_without_a_quiet_part_there_is_a_level_and_no_noise() -> None:
    analysis = analyze_recording(spoken_recording(), 16_000, 0)
    assert analysis.speech is not None
    assert analysis.noise is None
    assert analysis.snr_db is None
    assert not analysis.is_quiet_silent


def test_a_recording_that_ends_in_the_quiet_part_has_no_speech() -> None:
    analysis = analyze_recording(spoken_recording()[: 2 * 16_000], 16_000, 2)
    assert analysis.speech is None
    assert analysis.is_speech_too_short
    assert analysis.noise is not None


def test_silence_has_no_level_no_peak_and_no_noise() -> None:
    analysis = analyze_recording(np.zeros((7 * 8000, 2)), 8_000, 2)
    assert analysis.constant_fraction == 1
    assert analysis.peak_dbfs is None
    assert analysis.speech is None
    assert analysis.noise is None
    assert analysis.is_quiet_silent


@pytest.mark.parametrize("shape", [(0, 1), (5, 0), (2, 2, 2)])
def test_other_shapes_are_refused(shape: tuple[int, ...]) -> None:
    with pytest.raises(ValueError, match="frames and channels"):
        analyze_recording(np.zeros(shape), 16_000, 2)


def test_long_recordings_are_filtered_in_pieces_without_seams() -> None:
    rate_hz = 8_000
    analysis = analyze_recording(tone(1000, -26, 150, rate_hz)[:, None], rate_hz, 0)
    assert analysis.speech is not None
    assert analysis.speech.level_dbov == pytest.approx(-26, abs=0.02)
