"""What the microphone check works on: devices, live levels and recordings."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # dear to import; the window paints first
    import numpy as np
    from numpy.typing import NDArray


class Connection(StrEnum):
    """How a microphone or earpiece is connected, as far as the system tells."""

    USB = "usb"
    JACK = "jack"
    BLUETOOTH = "bluetooth"
    HDMI = "hdmi"
    BUILT_IN = "built-in"
    VIRTUAL = "virtual"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class MicrophoneDevice:
    """A microphone the user can choose. `id` is the system's own, `name` is one line for people.

    What the system does not tell is None (or `Connection.UNKNOWN`).

    Attributes:
        sample_rate_hz: the rate the device itself works at, before anything resamples it.
        channels: its own channel count.
        volume_db: the system's input volume, 0 being its 100 %; None where there is no control.
        is_communication_default: whether calls are sent here by default (Windows has two defaults).
        is_hands_free: whether a Bluetooth headset is in its hands-free profile.
        used_by: names of other programs that record from it now.
    """

    id: str
    name: str
    is_default: bool = False
    connection: Connection = Connection.UNKNOWN
    sample_rate_hz: int | None = None
    channels: int | None = None
    is_muted: bool | None = None
    volume_db: float | None = None
    is_communication_default: bool | None = None
    is_hands_free: bool | None = None
    used_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class LevelReading:
    """One step of the live meter, dBFS re full scale (a full-scale sine has RMS -3.01 dBFS).

    `phase` is ``quiet`` or ``speech``; `remaining_s` counts the phase down. `spectrum_dbfs` are the
    bands of `core.signal.spectrum`; empty where nobody looks at a picture of them.
    """

    rms_dbfs: float
    peak_dbfs: float
    phase: str
    remaining_s: float
    spectrum_dbfs: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Recording:
    """Samples (frames x channels, float32, full scale 1.0) from a microphone or a file.

    Attributes:
        device_name: which microphone, in the user's words; empty for a file.
        overflows: blocks that the system marked as preceded by lost input.
        block_ends_s: monotonic time at which each block was handed over; None for a file.
        block_frames: frames of each block, in the same order; their sum may exceed the samples.
        device: what the system says of the microphone; None for a file.
    """

    samples: NDArray[np.float32]
    sample_rate_hz: int
    device_name: str = ""
    overflows: int = 0
    block_ends_s: NDArray[np.float64] | None = None
    block_frames: NDArray[np.int64] | None = None
    device: MicrophoneDevice | None = None
