"""Reads a recording from a WAV file, and says in one sentence what is wrong with a bad one.

Takes RIFF/WAVE (also extensible and RF64) with 16-, 24- or 32-bit or float samples, 1 to 8
channels, 8 to 192 kHz. Memory is bounded by the limits on duration and samples, checked before
any sample is read.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from workspace_assistant.adapters.audio.riff import RiffError, check_complete
from workspace_assistant.core.readiness.microphone.model import Recording

if TYPE_CHECKING:  # dear to import; a command that reads no file needs none of it
    import numpy as np
    from numpy.typing import NDArray

LOWEST_RATE_HZ, HIGHEST_RATE_HZ = 8_000, 192_000
MOST_CHANNELS = 8
SHORTEST_S, LONGEST_S = 1.0, 300.0
MOST_SAMPLES = 15_000_000  # of all channels: analyzing them takes about 0.5 GB
HIGHEST_SAMPLE = 16.0
_SUBTYPES = {"PCM_16", "PCM_24", "PCM_32", "FLOAT", "DOUBLE"}


class RecordingFileError(Exception):
    """The file cannot be used; the message names file, place and reason in one sentence."""

    def __init__(self, path: Path, place: str, reason: str) -> None:
        super().__init__(f"{path}: {place}: {reason}")


def read_recording(path: Path) -> Recording:
    """The recording in *path*. Raises `RecordingFileError`; changes nothing."""
    if path.exists() and not path.is_file():  # opening a named pipe would wait for a writer
        raise RecordingFileError(path, "file", "it is not a regular file")
    try:
        with path.open("rb") as file:
            check_complete(file)
    except OSError as error:
        raise RecordingFileError(path, "file", error.strerror or str(error)) from error
    except RiffError as error:
        raise RecordingFileError(path, error.place, error.reason) from error
    return _read_samples(path)


def _read_samples(path: Path) -> Recording:
    import soundfile

    try:
        with soundfile.SoundFile(path) as file:
            _check_format(path, file)
            samples = file.read(dtype="float32", always_2d=True)
            rate_hz = int(file.samplerate)
    except soundfile.LibsndfileError as error:
        reason = "it is damaged, or in a format that cannot be measured"
        raise RecordingFileError(path, "header", reason) from error
    _check_samples(path, samples, rate_hz)
    return Recording(samples=samples, sample_rate_hz=rate_hz)


def _check_format(path: Path, file: Any) -> None:
    rate_hz, channels, frames = file.samplerate, file.channels, file.frames
    if not LOWEST_RATE_HZ <= rate_hz <= HIGHEST_RATE_HZ:
        reason = f"the sample rate is {rate_hz} Hz; 8000 to 192000 Hz can be measured"
        raise RecordingFileError(path, "header", reason)
    if not 1 <= channels <= MOST_CHANNELS:
        reason = f"there are {channels} channels; 1 to {MOST_CHANNELS} can be measured"
        raise RecordingFileError(path, "header", reason)
    if file.subtype not in _SUBTYPES:
        reason = f"the samples are {file.subtype_info}; save them as 16-, 24-, 32-bit or float"
        raise RecordingFileError(path, "header", reason)
    if frames < SHORTEST_S * rate_hz:
        reason = (
            f"the recording lasts {frames / rate_hz:.3g} s; at least {SHORTEST_S:g} s is needed"
        )
        raise RecordingFileError(path, "data", reason)
    longest_s = min(LONGEST_S, MOST_SAMPLES / channels / rate_hz)
    if frames > longest_s * rate_hz:
        reason = (
            f"the recording lasts {frames / rate_hz:.0f} s; at most {longest_s:.0f} s of this "
            "format can be measured"
        )
        raise RecordingFileError(path, "data", reason)


def _check_samples(path: Path, samples: NDArray[np.float32], rate_hz: int) -> None:
    import numpy as np

    bad = ~(np.abs(samples) <= HIGHEST_SAMPLE)  # true for NaN as well
    if not bad.any():
        return
    frame, channel = (int(index) for index in np.argwhere(bad)[0])
    value = samples[frame, channel]
    reason = (
        f"the sample is {value:g}, where full scale is 1"
        if np.isfinite(value)
        else "the sample is not a finite number"
    )
    place = f"{frame / rate_hz:.3f} s (frame {frame}), channel {channel + 1}"
    raise RecordingFileError(path, place, reason)
