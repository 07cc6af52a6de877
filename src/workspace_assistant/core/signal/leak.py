"""Leak from the earpiece into the microphone: a sweep is played in silence and looked for."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from workspace_assistant.core.signal.level import Samples

SWEEP_S = 0.6
LOWEST_HZ, HIGHEST_HZ = 300.0, 7000.0
LEVEL_DBFS = -12.0
LEAST_PEAK_TO_BACKGROUND_DB = 20.0
_FADE_S = 0.01


@dataclass(frozen=True, slots=True, kw_only=True)
class Leak:
    """Level of what came back relative to what was played; `lag_s` after the recording began."""

    level_db: float
    peak_to_background_db: float
    lag_s: float


def sweep(sample_rate_hz: float) -> Samples:
    """The sound to play: a tone gliding from 300 to 7000 Hz in 0.6 s."""
    highest_hz = min(HIGHEST_HZ, 0.45 * sample_rate_hz)
    time_s = np.arange(round(SWEEP_S * sample_rate_hz)) / sample_rate_hz
    octaves = np.log(highest_hz / LOWEST_HZ)
    phase = 2 * np.pi * LOWEST_HZ * SWEEP_S / octaves * (np.exp(time_s / SWEEP_S * octaves) - 1)
    fade = np.clip(np.minimum(time_s, SWEEP_S - time_s) / _FADE_S, 0, 1)
    sound: Samples = np.sqrt(2) * 10 ** (LEVEL_DBFS / 20) * np.sin(phase) * fade
    return sound


def leak(recorded: Samples, sample_rate_hz: float) -> Leak | None:
    """The sweep in *recorded*; None where it does not stand out by 20 dB."""
    played = sweep(sample_rate_hz)
    if recorded.size < played.size:
        return None
    size = 1 << int(recorded.size + played.size).bit_length()
    match = np.fft.irfft(
        np.fft.rfft(recorded - recorded.mean(), size) * np.conj(np.fft.rfft(played, size)), size
    )[: recorded.size]
    magnitude = np.abs(match) / float(played @ played)
    at = int(magnitude.argmax())
    background = float(np.sqrt(np.mean(magnitude**2)))
    if background == 0:
        return None
    prominence_db = 20 * np.log10(magnitude[at] / background)
    if prominence_db < LEAST_PEAK_TO_BACKGROUND_DB:
        return None
    return Leak(
        level_db=float(20 * np.log10(magnitude[at])),
        peak_to_background_db=float(prominence_db),
        lag_s=at / sample_rate_hz,
    )
