"""The detector of voices: frames of 16 ms, the same answer each time, none where it is missing."""

import importlib.util

import numpy as np
import pytest

from tests.fakes.sounds import white_noise
from tests.fakes.voices import words
from workspace_assistant.adapters.audio.voice_detector import EarshotDetector, voice_detector
from workspace_assistant.core.signal.resampling import resampled

SAMPLE_RATE_HZ = 16_000
installed = pytest.mark.skipif(
    not importlib.util.find_spec("earshot"), reason="earshot has no wheel for this computer"
)


@installed
def test_each_frame_has_a_probability_and_the_rest_is_left_out() -> None:
    detector = voice_detector()
    assert detector is not None
    assert (detector.name, detector.frame_s) == ("earshot", 0.016)
    probabilities = detector.probabilities(white_noise(-50, 1, SAMPLE_RATE_HZ)[:-1])
    assert probabilities.size == 62
    assert ((probabilities >= 0) & (probabilities <= 1)).all()


@installed
def test_each_recording_is_heard_anew() -> None:
    detector = EarshotDetector()
    noise = white_noise(-30, 1, SAMPLE_RATE_HZ)
    assert (detector.probabilities(noise) == detector.probabilities(noise)).all()


@installed
@pytest.mark.parametrize("level_dbov", [-70, -50, -40])
def test_steady_noise_is_no_voice(level_dbov: float) -> None:
    noise = white_noise(level_dbov, 3, SAMPLE_RATE_HZ)
    assert (EarshotDetector().probabilities(noise) < 0.5).mean() > 0.95


def room_noise_at_8_khz(level_dbov: float) -> np.ndarray:
    """Noise that falls by 6 dB an octave from 20 Hz on."""
    spectrum = np.fft.rfft(white_noise(0, 7, 8000))
    spectrum /= np.maximum(np.fft.rfftfreq(7 * 8000, 1 / 8000), 20)
    noise = np.fft.irfft(spectrum)
    return noise / noise.std() * 10 ** (level_dbov / 20)


@installed
@pytest.mark.parametrize("level_dbov", [-50, -40])
def test_noise_in_a_band_of_the_telephone_is_no_voice(level_dbov: float) -> None:
    heard = room_noise_at_8_khz(level_dbov)
    voice = words(10, sample_rate_hz=8000)
    heard[-voice.size :] += voice
    probabilities = EarshotDetector().probabilities(resampled(heard, 8000, SAMPLE_RATE_HZ))
    quiet = probabilities[: round(1.9 / EarshotDetector.frame_s)]
    assert (quiet < 0.5).mean() > 0.8


@installed
def test_sound_beyond_full_scale_or_of_no_length_does_no_harm() -> None:
    detector = EarshotDetector()
    assert np.isfinite(detector.probabilities(np.full(2560, 1e6))).all()
    assert detector.probabilities(np.zeros(0)).size == 0


def test_where_it_is_not_installed_there_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    assert voice_detector() is None
