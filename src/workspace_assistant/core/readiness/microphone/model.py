"""What the microphone check works on: devices, live levels and recordings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # dear to import; the window paints first
    import numpy as np
    from numpy.typing import NDArray


@dataclass(frozen=True, slots=True, kw_only=True)
class MicrophoneDevice:
    """A microphone the user can choose. `id` is the system's own, `name` is one line for people."""

    id: str
    name: str
    is_default: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class LevelReading:
    """One step of the live meter, dBFS re full scale (a full-scale sine has RMS -3.01 dBFS).

    `phase` is ``quiet`` or ``speech``; `remaining_s` counts the phase down.
    """

    rms_dbfs: float
    peak_dbfs: float
    phase: str
    remaining_s: float


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Recording:
    """Samples (frames x channels, float32, full scale 1.0) from a microphone or a file.

    Attributes:
        device_name: which microphone, in the user's words; empty for a file.
        overflows: blocks that the system marked as preceded by lost input.
    """

    samples: NDArray[np.float32]
    sample_rate_hz: int
    device_name: str = ""
    overflows: int = 0
