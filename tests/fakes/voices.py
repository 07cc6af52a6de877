"""A voice of known words and pauses, in a room of known echo: for what looks at ends of words."""

from __future__ import annotations

import numpy as np

from tests.fakes.sounds import Samples, silence, speech_like, white_noise


def words(
    count: int = 10,
    *,
    sample_rate_hz: int = 16_000,
    word_s: float = 0.25,
    pause_s: float = 0.25,
    level_dbov: float = -24.0,
) -> Samples:
    """Words of the gliding voice, in and out within 10 ms; hiss joins in for their second half."""
    size = round(word_s * sample_rate_hz)
    from_end = np.minimum(np.arange(size), np.arange(size)[::-1])
    fade = np.minimum(1.0, from_end / (0.01 * sample_rate_hz))
    said = [
        fade * speech_like(level_dbov, word_s, sample_rate_hz, seed=seed)
        + fade
        * (np.arange(size) > size // 2)
        * white_noise(level_dbov - 17, word_s, sample_rate_hz, seed=seed)
        for seed in range(count)
    ]
    pause = silence(pause_s, sample_rate_hz)
    return np.concatenate([part for word in said for part in (word, pause)])


def in_room(samples: Samples, sample_rate_hz: int, decay_s: float, *, seed: int = 4) -> Samples:
    """With as much echo as direct sound; the echo falls by 60 dB in `decay_s`."""
    at_s = np.arange(round(1.2 * decay_s * sample_rate_hz)) / sample_rate_hz
    response = np.random.default_rng(seed).standard_normal(at_s.size) * 10 ** (-3 * at_s / decay_s)
    response[at_s < 0.003] = 0
    response /= np.sqrt(response @ response)
    response[0] = 1.0
    size = 1 << (samples.size + response.size).bit_length()
    spectrum = np.fft.rfft(samples, size) * np.fft.rfft(response, size)
    return np.fft.irfft(spectrum, size)[: samples.size]


def in_16_bits(samples: Samples) -> Samples:
    return np.clip(np.round(samples * 32768), -32768, 32767) / 32768
