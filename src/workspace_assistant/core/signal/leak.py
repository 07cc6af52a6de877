"""Leak from the earpiece into the microphone: a sweep is played in silence and looked for.

Method (Farina 2000): a tone gliding exponentially from 300 to 7000 Hz in 0.6 s at -12 dBFS is
played while the microphone records. Dividing the spectra gives the impulse response of the way
between; its peak must stand out by 20 dB over the root mean square of the rest. The level is the
energy of the response (2 ms before to 30 ms after its peak, less what the background puts
there) relative to a way that changes nothing: how much weaker the sound comes back than it was
played, over the band of the sweep.

Figures (white and pink noise at -60 dBFS, 16 and 48 kHz): leaks of -10 to -40 dB within 0.12 dB, of
-50 within 0.7, of -60 found with errors up to 4. Noise alone reaches 16 dB of peak to background in
300; so less than 20 says nothing, rather than "none".

Limits: a relative figure of this computer's volumes, no TCLw (3GPP TS 26.132 wants 46 dB of a
calibrated phone, canceller included). An echo canceller or noise suppressor in between hides the
leak or cuts it to pieces. Someone speaking drowns it: only in silence. The lag holds all buffers of
playing and recording: it tells the same place apart, not the delay of a call.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from workspace_assistant.core.signal.fourier import fast_size
from workspace_assistant.core.signal.level import Samples, amplitude_db, mean_square, power_db

SWEEP_S = 0.6
LOWEST_HZ, HIGHEST_HZ = 300.0, 7000.0
LEVEL_DBFS = -12.0
LEAST_PEAK_TO_BACKGROUND_DB = 20.0
_MOST_OF_RATE = 0.45  # of the sample rate: what lies above is left out of the sweep
_FADE_S = 0.01
_BEFORE_S, _AFTER_S = 0.002, 0.03
_RINGING_S = 0.3  # after the peak: a room may ring on, which is no background
_FLOOR = 1e-3  # of the largest power of a bin: below it the division would amplify noise


@dataclass(frozen=True, slots=True, kw_only=True)
class Leak:
    """Level of what came back relative to what was played, and when it began in the recording."""

    level_db: float
    peak_to_background_db: float
    lag_s: float


def sweep(sample_rate_hz: float) -> Samples:
    """The sound to play. Each instant has the same frequency at any rate that can hold it."""
    time_s = np.arange(round(SWEEP_S * sample_rate_hz)) / sample_rate_hz
    growth = np.log(HIGHEST_HZ / LOWEST_HZ) / SWEEP_S
    last_hz = min(HIGHEST_HZ, _MOST_OF_RATE * sample_rate_hz)
    end_s = float(np.log(last_hz / LOWEST_HZ) / growth) if last_hz > LOWEST_HZ else 0.0
    phase = 2 * np.pi * LOWEST_HZ / growth * np.expm1(growth * time_s)
    fade = np.clip(np.minimum(time_s, end_s - time_s) / _FADE_S, 0, 1)
    sound: Samples = np.sqrt(2) * 10 ** (LEVEL_DBFS / 20) * np.sin(phase) * fade
    return sound


def leak(recorded: Samples, sample_rate_hz: float) -> Leak | None:
    """The sweep in *recorded* (one channel); None where it does not stand out by 20 dB."""
    played = sweep(sample_rate_hz)
    if recorded.size < played.size or mean_square(played) == 0:
        return None
    response, unchanged_energy = _response(recorded - recorded.mean(), played)
    usable = response[: recorded.size - played.size // 2]
    at = int(np.abs(usable).argmax())
    background = _background(usable, at, sample_rate_hz)
    if background == 0:
        return None
    prominence_db = amplitude_db(abs(float(usable[at]))) - power_db(background)
    if prominence_db < LEAST_PEAK_TO_BACKGROUND_DB:
        return None
    first = max(0, at - round(_BEFORE_S * sample_rate_hz))
    heard = usable[first : at + round(_AFTER_S * sample_rate_hz)]
    energy = max(float(heard @ heard) - background * heard.size, float(usable[at]) ** 2)
    return Leak(
        level_db=power_db(energy / unchanged_energy),
        peak_to_background_db=prominence_db,
        lag_s=at / sample_rate_hz,
    )


def _response(recorded: Samples, played: Samples) -> tuple[Samples, float]:
    """Impulse response within the band, and the energy that a way without changes would have."""
    size = fast_size(recorded.size + played.size)
    spectrum = np.fft.rfft(played, size)
    power = spectrum.real**2 + spectrum.imag**2
    inverse = np.conj(spectrum) / (power + _FLOOR * power.max())
    response = np.fft.irfft(np.fft.rfft(recorded, size) * inverse, size)
    unchanged = np.fft.irfft(spectrum * inverse, size)
    return response, float(unchanged @ unchanged)


def _background(response: Samples, at: int, sample_rate_hz: float) -> float:
    """Mean square of the response before the peak, and after it has rung out."""
    before = response[: max(0, at - round(_BEFORE_S * sample_rate_hz))]
    after = response[at + round(_RINGING_S * sample_rate_hz) :]
    return mean_square(np.concatenate((before, after)))
