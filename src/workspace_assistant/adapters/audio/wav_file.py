"""Reads a recording from a WAV file, and says in one sentence what is wrong with a bad one.

Takes 16-, 24- or 32-bit or float samples, 1 to 8 channels, 8 to 192 kHz. Memory is bounded by the
limits on duration and samples, checked before any sample is read; the samples are then read in
pieces, so that a bad one ends it at once.
"""

from __future__ import annotations

from math import ceil, floor
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from workspace_assistant.adapters.audio.riff import RiffError, WavLayout, read_layout
from workspace_assistant.core.readiness.microphone.model import Recording

if TYPE_CHECKING:  # dear to import; a command that reads no file needs none of it
    import numpy as np
    from numpy.typing import NDArray

LOWEST_RATE_HZ, HIGHEST_RATE_HZ = 8_000, 192_000
MOST_CHANNELS = 8
SHORTEST_S, LONGEST_S = 1.0, 300.0
MOST_SAMPLES = 15_000_000  # of all channels: analyzing them takes 0.25 GB at most
HIGHEST_SAMPLE = 16.0
_PIECE_BYTES = 1 << 20


class RecordingFileError(Exception):
    """The file cannot be used; one sentence names file, place and reason, and what to do then.

    An empty *place* is the file as a whole.
    """

    def __init__(self, path: Path, place: str, reason: str) -> None:
        super().__init__(": ".join(filter(None, (str(path), place, f"{reason}."))))


def read_recording(path: Path) -> Recording:
    """The recording in *path*. Raises `RecordingFileError`; changes nothing."""
    try:
        if path.exists() and not path.is_file():  # opening a named pipe would wait for a writer
            raise RecordingFileError(path, "", "it is not a file; give the name of a WAV file")
        with path.open("rb") as file:
            layout = read_layout(file)
            _check_limits(layout)
            return Recording(
                samples=_read_samples(file, layout), sample_rate_hz=layout.sample_rate_hz
            )
    except OSError as error:
        raise RecordingFileError(path, "", _why_unread(error)) from error
    except RiffError as error:
        raise RecordingFileError(path, error.place, error.reason) from error


def _why_unread(error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return "there is no such file; check its name and folder"
    if isinstance(error, PermissionError):
        return "it may not be read; change its permissions, or copy it to a folder of yours"
    return f"it cannot be read ({error.strerror or error}); check its name, or copy it elsewhere"


def _check_limits(layout: WavLayout) -> None:
    rate_hz, channels, frames = layout.sample_rate_hz, layout.channels, layout.frames
    if not LOWEST_RATE_HZ <= rate_hz <= HIGHEST_RATE_HZ:
        reason = f"the sample rate is {rate_hz} Hz; 8000 to 192000 Hz can be measured"
        raise RiffError("header", reason)
    if channels > MOST_CHANNELS:
        reason = f"there are {channels} channels; 1 to {MOST_CHANNELS} can be measured"
        raise RiffError("header", reason)
    if frames < SHORTEST_S * rate_hz:
        # Rounded down, as 0.9996 s is less than what is needed.
        lasts_s = floor(1000 * frames / rate_hz) / 1000
        reason = f"the recording lasts {lasts_s:g} s; at least {SHORTEST_S:g} s is needed"
        raise RiffError("data", reason)
    longest_s = min(LONGEST_S, MOST_SAMPLES / channels / rate_hz)
    if frames > longest_s * rate_hz:
        reason = (
            f"the recording lasts {ceil(10 * frames / rate_hz) / 10:.10g} s; at most "
            f"{floor(longest_s)} s of this format can be measured"
        )
        raise RiffError("data", reason)


def _read_samples(file: BinaryIO, layout: WavLayout) -> NDArray[np.float32]:
    import numpy as np

    samples = np.empty((layout.frames, layout.channels), dtype=np.float32)
    step = max(1, _PIECE_BYTES // layout.frame_bytes)
    file.seek(layout.position)
    for start in range(0, layout.frames, step):
        count = min(step, layout.frames - start)
        content = file.read(count * layout.frame_bytes)
        if len(content) < count * layout.frame_bytes:
            place = f"byte {layout.position + start * layout.frame_bytes + len(content)}"
            raise RiffError(
                place, "the file was cut off while it was read; wait until it is complete"
            )
        piece = _decoded(content, layout).reshape(count, layout.channels)
        _check_samples(piece, start, layout.sample_rate_hz)
        samples[start : start + count] = piece
    return samples


def _decoded(content: bytes, layout: WavLayout) -> NDArray[np.floating]:
    import numpy as np

    if layout.is_float:
        return np.frombuffer(content, dtype=f"<f{layout.bits // 8}")
    if layout.bits == 24:
        wide = np.zeros((len(content) // 3, 4), dtype=np.uint8)
        wide[:, 1:] = np.frombuffer(content, dtype=np.uint8).reshape(-1, 3)
        return wide.view("<i4").ravel() / np.float64(1 << 31)
    return np.frombuffer(content, dtype=f"<i{layout.bits // 8}") / np.float64(
        1 << (layout.bits - 1)
    )


def _check_samples(piece: NDArray[np.floating], start: int, rate_hz: int) -> None:
    import numpy as np

    bad = ~(np.abs(piece) <= HIGHEST_SAMPLE)  # true for NaN as well
    if not bad.any():
        return
    frame, channel = (int(index) for index in np.argwhere(bad)[0])
    value = piece[frame, channel]
    reason = (
        f"the sample is {value:g}, where full scale is 1"
        if np.isfinite(value)
        else "the sample is not a finite number"
    )
    frame += start
    raise RiffError(f"{frame / rate_hz:.3f} s (frame {frame}), channel {channel + 1}", reason)
