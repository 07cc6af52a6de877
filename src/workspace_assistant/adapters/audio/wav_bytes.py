"""A recording as the bytes of a WAV file: 24-bit PCM, which every program plays.

Lossless for what comes from a 16- or 24-bit converter.
"""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # dear to import; the window paints first
    import numpy as np
    from numpy.typing import NDArray

_BYTES = 3
_FULL_SCALE = 1 << 23
_PIECE = 1 << 18  # samples


def wav_bytes(samples: NDArray[np.floating], sample_rate_hz: int) -> bytes:
    """*samples* (frames x channels or one channel, full scale 1.0) as a file.

    Samples beyond full scale are cut to it, as any converter does.
    """
    import numpy as np

    frames = samples.reshape(len(samples), -1)
    flat = frames.reshape(-1)
    data = np.empty((flat.size, _BYTES), dtype=np.uint8)
    for start in range(0, flat.size, _PIECE):  # minutes of sound at once take several times more
        scaled = np.rint(flat[start : start + _PIECE].astype(np.float64) * _FULL_SCALE)
        whole = np.clip(scaled, -_FULL_SCALE, _FULL_SCALE - 1).astype("<i4")
        data[start : start + _PIECE] = whole.reshape(-1, 1).view(np.uint8)[:, :_BYTES]
    header = _header(sample_rate_hz, frames.shape[1], data.nbytes)
    return b"".join((header, data.data, b"\0" * (data.nbytes % 2)))


def _header(sample_rate_hz: int, channels: int, data_bytes: int) -> bytes:
    frame_bytes = channels * _BYTES
    byte_rate = sample_rate_hz * frame_bytes
    form = struct.pack("<HHIIHH", 1, channels, sample_rate_hz, byte_rate, frame_bytes, 8 * _BYTES)
    return b"".join(
        (
            struct.pack("<4sI4s", b"RIFF", 36 + data_bytes + data_bytes % 2, b"WAVE"),
            struct.pack("<4sI", b"fmt ", len(form)),
            form,
            struct.pack("<4sI", b"data", data_bytes),
        )
    )
