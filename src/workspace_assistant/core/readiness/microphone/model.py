"""What the microphone check works on: devices, live levels and recordings."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class MicrophoneDevice:
    """A microphone the user can choose. `id` is the system's own, `name` is for people."""

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
