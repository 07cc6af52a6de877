"""Synthetic sounds of known level, full scale 1.0, levels in dBov (mean square re 1.0)."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Samples = NDArray[np.float64]


def tone(frequency_hz: float, level_dbov: float, duration_s: float, sample_rate_hz: int) -> Samples:
    time_s = np.arange(round(duration_s * sample_rate_hz)) / sample_rate_hz
    amplitude = np.sqrt(2) * 10 ** (level_dbov / 20)
    wave: Samples = amplitude * np.sin(2 * np.pi * frequency_hz * time_s)
    return wave


def white_noise(
    level_dbov: float, duration_s: float, sample_rate_hz: int, *, seed: int = 1
) -> Samples:
    noise = np.random.default_rng(seed).standard_normal(round(duration_s * sample_rate_hz))
    return noise / np.sqrt(np.mean(noise**2)) * 10 ** (level_dbov / 20)


def silence(duration_s: float, sample_rate_hz: int) -> Samples:
    return np.zeros(round(duration_s * sample_rate_hz))


def speech_like(
    level_dbov: float,
    duration_s: float,
    sample_rate_hz: int,
    *,
    seed: int = 2,
    trough: float = 0.15,
) -> Samples:
    """Harmonics of a gliding voice with syllables: crest factor and rhythm of speech, no words.

    The level is the RMS of the whole; `trough` is left between syllables. Nothing lies above
    3.6 kHz, so every rate holds all of it.
    """
    time_s = np.arange(round(duration_s * sample_rate_hz)) / sample_rate_hz
    phases = np.random.default_rng(seed).uniform(0, 2 * np.pi, 25)
    pitch = 2 * np.pi * (140 * time_s + 2 * np.sin(2 * np.pi * 0.7 * time_s))
    voice = sum(np.sin(n * pitch + phases[n - 1]) / n for n in range(1, 25))
    syllables = trough + np.sin(np.pi * 4 * time_s) ** 2
    sound: Samples = np.asarray(voice * syllables, dtype=np.float64)
    return sound / np.sqrt(np.mean(sound**2)) * 10 ** (level_dbov / 20)


def sibilants(
    level_dbov: float, duration_s: float, sample_rate_hz: int, *, seed: int = 3
) -> Samples:
    """Noise between the syllables of `speech_like`, up to half the sample rate: its s and f."""
    time_s = np.arange(round(duration_s * sample_rate_hz)) / sample_rate_hz
    noise = white_noise(level_dbov, duration_s, sample_rate_hz, seed=seed)
    return noise * np.cos(np.pi * 4 * time_s) ** 2


def spoken_recording(
    *,
    speech_dbov: float = -24.0,
    noise_dbov: float = -70.0,
    quiet_s: float = 2.0,
    speech_s: float = 5.0,
    sample_rate_hz: int = 16_000,
) -> Samples:
    """Quiet, then speech, with steady white noise all along; one channel, frames x 1.

    The speech has sibilants 25 dB below it, so that its band is that of the sample rate.
    """
    noise = white_noise(noise_dbov, quiet_s + speech_s, sample_rate_hz)
    speech = speech_like(speech_dbov, speech_s, sample_rate_hz, trough=0.05)
    speech += sibilants(speech_dbov - 25, speech_s, sample_rate_hz)
    return (noise + np.concatenate((silence(quiet_s, sample_rate_hz), speech)))[:, None]


def _fricatives(level_dbov: float, duration_s: float, sample_rate_hz: int) -> Samples:
    """White noise in short puffs, between the syllables of `speech_like`."""
    hiss = white_noise(level_dbov, duration_s, sample_rate_hz, seed=3)
    time_s = np.arange(hiss.size) / sample_rate_hz
    puffs: Samples = hiss * np.cos(np.pi * 4 * time_s) ** 8
    return puffs
