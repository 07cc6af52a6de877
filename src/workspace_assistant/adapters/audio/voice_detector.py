"""Tells speech from other sound by Earshot, a small neural detector of voice.

It takes 16 kHz in frames of 16 ms and needs under 1 ms per second of sound. There are wheels for
Linux (x86-64, Arm), Windows (x86-64) and macOS (Arm) only: elsewhere there is no detector, and the
core uses its own (`core.signal.voice_activity.energy_probabilities`).

Where the band above 4 kHz is empty (telephone, hands-free mode) it takes plain room noise for a
voice: at 8 kHz in 56 of 144 quiet parts of recordings. A hiss 33 dB below the recording, which
rises with the frequency, fills that band; then it is none of 144, and as much of the voices is
heard as in the same recordings at 48 kHz.
"""

from __future__ import annotations

import importlib.util
import math
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # dear to import; the window paints first
    import numpy as np
    from numpy.typing import NDArray

    from workspace_assistant.core.readiness.microphone.ports import VoiceDetector

FRAME_SIZE = 256
SAMPLE_RATE_HZ = 16_000
_UPPER_HZ = 4250
_LEAST_UPPER_SHARE = 1e-4  # of the power: voices have 5e-4 and more, narrow bands 4e-5 and less
_HISS_DB = -33.0
_LOOKED_AT = 4  # of so many frames one
_PIECE = 1 << 16


class EarshotDetector:
    """Each recording is heard from its own beginning: nothing is kept from the one before."""

    name = "earshot"
    frame_s = FRAME_SIZE / SAMPLE_RATE_HZ

    def probabilities(self, samples_16k: NDArray[np.floating]) -> NDArray[np.float64]:
        import earshot
        import numpy as np

        detector = earshot.Detector()
        heard = np.clip(samples_16k, -1, 1).astype(np.float32, copy=False)
        frames = _frames(heard)
        if _is_narrow(frames):
            frames = _frames(_with_hiss(heard))
        return np.array([detector.predict_f32(frame) for frame in frames], dtype=np.float64)


def _frames(samples: NDArray[np.float32]) -> NDArray[np.float32]:
    return samples[: samples.size // FRAME_SIZE * FRAME_SIZE].reshape(-1, FRAME_SIZE)


def _is_narrow(frames: NDArray[np.float32]) -> bool:
    """Whether next to nothing lies above what a telephone carries."""
    import numpy as np

    window = np.hanning(FRAME_SIZE).astype(np.float32)
    powers = (np.abs(np.fft.rfft(frames[::_LOOKED_AT] * window)) ** 2).sum(axis=0)
    upper = powers[_UPPER_HZ * FRAME_SIZE // SAMPLE_RATE_HZ :]
    return bool(upper.sum() < _LEAST_UPPER_SHARE * powers.sum())


def _with_hiss(heard: NDArray[np.float32]) -> NDArray[np.float32]:
    """The same noise each time, so that a recording has the same numbers each time."""
    import numpy as np

    noise = np.random.default_rng(0).standard_normal(heard.size + 2, np.float32)
    for start in range(0, heard.size, _PIECE):  # in place: minutes of sound are large
        end = min(heard.size, start + _PIECE)
        noise[start:end] = np.diff(noise[start : end + 2], 2)
    hiss = noise[: heard.size]
    hiss *= np.float32(math.sqrt(_power(heard) / _power(hiss)) * 10 ** (_HISS_DB / 20))
    hiss += heard
    return hiss


def _power(samples: NDArray[np.float32]) -> float:
    import numpy as np

    return float(np.einsum("i,i->", samples, samples, dtype=np.float64))


def voice_detector() -> VoiceDetector | None:
    """The detector, or None where it is not installed."""
    return EarshotDetector() if importlib.util.find_spec("earshot") else None
