"""Tells speech from other sound by Earshot, a small neural detector of voice.

It takes 16 kHz in frames of 16 ms and needs under 1 ms per second of sound. There are wheels for
Linux (x86-64, Arm), Windows (x86-64) and macOS (Arm) only: elsewhere there is no detector, and the
core uses its own (`core.signal.voice_activity.energy_probabilities`).
"""

from __future__ import annotations

import importlib.util
from typing import TYPE_CHECKING

from workspace_assistant.core.readiness.microphone.ports import VoiceDetector

if TYPE_CHECKING:  # dear to import; the window paints first
    import numpy as np
    from numpy.typing import NDArray

FRAME_SIZE = 256
SAMPLE_RATE_HZ = 16_000


class EarshotDetector:
    """Each recording is heard from its own beginning: nothing is kept from the one before."""

    name = "earshot"
    frame_s = FRAME_SIZE / SAMPLE_RATE_HZ

    def probabilities(self, samples_16k: NDArray[np.floating]) -> NDArray[np.float64]:
        import earshot
        import numpy as np

        detector = earshot.Detector()
        heard = np.clip(samples_16k, -1, 1).astype(np.float32)
        frames = heard[: heard.size // FRAME_SIZE * FRAME_SIZE].reshape(-1, FRAME_SIZE)
        return np.array([detector.predict_f32(frame) for frame in frames], dtype=np.float64)


def voice_detector() -> VoiceDetector | None:
    """The detector, or None where it is not installed."""
    return EarshotDetector() if importlib.util.find_spec("earshot") else None
