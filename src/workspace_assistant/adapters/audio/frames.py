"""How the capture child speaks to its parent: a JSON line, then blocks of float32 samples.

First line: ``{"sample_rate_hz", "channels"}`` when the microphone is open, or ``{"error",
"detail"}``. Then per block the header below and the samples; the child ends when killed.
"""

from __future__ import annotations

import struct

BLOCK_HEADER = struct.Struct("<dII")  # monotonic time of the callback (s), overflow flag, bytes
BLOCK_FRAMES = 1024  # 21 ms at 48 kHz: fixed sizes of 480 to 1024 cost 1-3 % of a processor
SAMPLE_BYTES = 4
OWN_CHOICE = "-"  # an argument that leaves the choice to PortAudio
PULSE_DEVICE = "pulse"  # ALSA's bridge to PulseAudio or PipeWire, as PortAudio names it
