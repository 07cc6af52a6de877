"""How the capture child speaks to its parent: a JSON line, then blocks of float32 samples.

First line: ``{"sample_rate_hz", "channels"}`` when the microphone is open, or ``{"error",
"detail"}``. Then per block the header below and the samples; the child ends when killed.
"""

from __future__ import annotations

import struct

BLOCK_HEADER = struct.Struct("<dII")  # monotonic time of the callback (s), overflow flag, bytes
READINGS_HZ = 30  # steps of the meter
_LONGEST_BLOCK_S = 1 / 43  # 1024 frames at 44.1 and 48 kHz
SAMPLE_BYTES = 4
OWN_CHOICE = "-"  # an argument that leaves the choice to PortAudio
PULSE_DEVICE = "pulse"  # ALSA's bridge to PulseAudio or PipeWire, as PortAudio names it


def recorded_frames(rate_hz: int) -> int:
    """A fixed block size for recordings: one block for each step of the meter.

    Each block wakes four threads, which costs more than all that is done with it.
    """
    return max(64, round(rate_hz / READINGS_HZ))


def played_frames(rate_hz: int) -> int:
    """A fixed block size for playback, a power of two that lasts 12 to 23 ms at any rate.

    Shorter blocks, and sizes left to the system, cost several times the processor time.
    """
    return max(64, 1 << int(rate_hz * _LONGEST_BLOCK_S).bit_length() - 1)
