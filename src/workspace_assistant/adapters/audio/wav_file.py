"""Reads a recording from a WAV file, and says in one sentence what is wrong with a bad one.

Takes 16-, 24- or 32-bit or float samples, 1 to 8 channels, 8 to 192 kHz. Memory is bounded by the
limits on duration and samples, checked before any sample is read; the samples are then read in
pieces, so that a bad one ends it at once.
"""

from __future__ import annotations

from math import ceil, floor
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from workspace_assistant.adapters.audio.riff import RiffError, WavLayout, at_byte, read_layout
from workspace_assistant.core.errors import SaidError
from workspace_assistant.core.phrases import Phrase
from workspace_assistant.core.readiness.microphone.model import Recording
from workspace_assistant.core.text import QT_TRANSLATE_NOOP

if TYPE_CHECKING:  # dear to import; a command that reads no file needs none of it
    import numpy as np
    from numpy.typing import NDArray

LOWEST_RATE_HZ, HIGHEST_RATE_HZ = 8_000, 192_000
MOST_CHANNELS = 8
SHORTEST_S, LONGEST_S = 1.0, 300.0
MOST_SAMPLES = 15_000_000  # of all channels: analyzing them takes 0.25 GB at most
HIGHEST_SAMPLE = 16.0
_PIECE_BYTES = 1 << 20

_CUT_OFF = QT_TRANSLATE_NOOP(
    "microphone", "the file was cut off while it was read; wait until it is complete"
)
_TOO_HIGH = QT_TRANSLATE_NOOP("microphone", "the sample is {value}, where full scale is 1")
_NOT_FINITE = QT_TRANSLATE_NOOP("microphone", "the sample is not a finite number")
_AT_SAMPLE = QT_TRANSLATE_NOOP("microphone", "{at} s (frame {frame}), channel {channel}")
_WHOLE = QT_TRANSLATE_NOOP("microphone", "{path}: {reason}.")
_AT_PLACE = QT_TRANSLATE_NOOP("microphone", "{path}: {place}: {reason}.")
_NO_FILE = QT_TRANSLATE_NOOP("microphone", "it is not a file; give the name of a WAV file")
_ABSENT = QT_TRANSLATE_NOOP("microphone", "there is no such file; check its name and folder")
_FORBIDDEN = QT_TRANSLATE_NOOP(
    "microphone", "it may not be read; change its permissions, or copy it to a folder of yours"
)
_UNREAD = QT_TRANSLATE_NOOP(
    "microphone", "it cannot be read ({reason}); check its name, or copy it elsewhere"
)
_HEADER = QT_TRANSLATE_NOOP("microphone", "header")
_DATA = QT_TRANSLATE_NOOP("microphone", "data")
_RATE = QT_TRANSLATE_NOOP(
    "microphone", "the sample rate is {rate} Hz; 8000 to 192000 Hz can be measured"
)
_CHANNELS = QT_TRANSLATE_NOOP(
    "microphone", "there are {number} channels; 1 to {most} can be measured"
)
_SHORT = QT_TRANSLATE_NOOP(
    "microphone", "the recording lasts {length} s; at least {least} s is needed"
)
_LONG = QT_TRANSLATE_NOOP(
    "microphone", "the recording lasts {length} s; at most {most} s of this format can be measured"
)


class RecordingFileError(SaidError):
    """The file cannot be used; one sentence names file, place and reason, and what to do then.

    No *place* is the file as a whole.
    """

    def __init__(self, path: Path, place: Phrase | None, reason: Phrase) -> None:
        parts = {"path": str(path), "reason": reason}
        if place is None:
            super().__init__(_WHOLE, **parts)
        else:
            super().__init__(_AT_PLACE, place=place, **parts)


def read_recording(path: Path) -> Recording:
    """The recording in *path*. Raises `RecordingFileError`; changes nothing."""
    try:
        if path.exists() and not path.is_file():  # opening a named pipe would wait for a writer
            raise RecordingFileError(path, None, Phrase(_NO_FILE))
        with path.open("rb") as file:
            layout = read_layout(file)
            _check_limits(layout)
            return Recording(
                samples=_read_samples(file, layout), sample_rate_hz=layout.sample_rate_hz
            )
    except OSError as error:
        raise RecordingFileError(path, None, _why_unread(error)) from error
    except RiffError as error:
        raise RecordingFileError(path, error.place, error.reason) from error


def _why_unread(error: OSError) -> Phrase:
    if isinstance(error, FileNotFoundError):
        return Phrase(_ABSENT)
    if isinstance(error, PermissionError):
        return Phrase(_FORBIDDEN)
    return Phrase(_UNREAD, reason=error.strerror or str(error))


def _check_limits(layout: WavLayout) -> None:
    rate_hz, channels, frames = layout.sample_rate_hz, layout.channels, layout.frames
    if not LOWEST_RATE_HZ <= rate_hz <= HIGHEST_RATE_HZ:
        reason = Phrase(_RATE, rate=str(rate_hz))
        raise RiffError(Phrase(_HEADER), reason)
    if channels > MOST_CHANNELS:
        reason = Phrase(_CHANNELS, number=str(channels), most=str(MOST_CHANNELS))
        raise RiffError(Phrase(_HEADER), reason)
    if frames < SHORTEST_S * rate_hz:
        # Rounded down, as 0.9996 s is less than what is needed.
        lasts_s = floor(1000 * frames / rate_hz) / 1000
        reason = Phrase(_SHORT, length=f"{lasts_s:g}", least=f"{SHORTEST_S:g}")
        raise RiffError(Phrase(_DATA), reason)
    longest_s = min(LONGEST_S, MOST_SAMPLES / channels / rate_hz)
    if frames > longest_s * rate_hz:
        lasts_s = ceil(10 * frames / rate_hz) / 10
        reason = Phrase(_LONG, length=f"{lasts_s:.10g}", most=str(floor(longest_s)))
        raise RiffError(Phrase(_DATA), reason)


def _read_samples(file: BinaryIO, layout: WavLayout) -> NDArray[np.float32]:
    import numpy as np

    samples = np.empty((layout.frames, layout.channels), dtype=np.float32)
    step = max(1, _PIECE_BYTES // layout.frame_bytes)
    file.seek(layout.position)
    for start in range(0, layout.frames, step):
        count = min(step, layout.frames - start)
        content = file.read(count * layout.frame_bytes)
        if len(content) < count * layout.frame_bytes:
            position = layout.position + start * layout.frame_bytes + len(content)
            raise RiffError(at_byte(position), Phrase(_CUT_OFF))
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
    reason = Phrase(_TOO_HIGH, value=f"{value:g}") if np.isfinite(value) else Phrase(_NOT_FINITE)
    frame += start
    place = Phrase(
        _AT_SAMPLE,
        at=f"{frame / rate_hz:.3f}",
        frame=str(frame),
        channel=str(channel + 1),
    )
    raise RiffError(place, reason)
