"""Band of the voice: a headset in hands-free mode or a narrow codec cuts it at 4 or 8 kHz."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from workspace_assistant.core.signal.level import Samples

Kind = Literal["narrowband", "wideband", "full-band"]
NARROW_HZ, WIDE_HZ = 4_000.0, 8_000.0


@dataclass(frozen=True, slots=True, kw_only=True)
class AudioBandwidth:
    """Upper edge of the voice; `drop_db` is the fall beyond it, None where sampling ends there."""

    upper_hz: float
    kind: Kind
    drop_db: float | None


def audio_bandwidth(speech: Samples, sample_rate_hz: float) -> AudioBandwidth | None:
    """The band of *speech*; None where it is too short, or the sampling ends below 4 kHz."""
    if speech.size < sample_rate_hz or sample_rate_hz > 2 * NARROW_HZ * 1.1:
        return None
    return AudioBandwidth(upper_hz=sample_rate_hz / 2, kind="narrowband", drop_db=None)
