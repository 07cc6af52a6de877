"""One channel through the Opus coder (RFC 6716) and back, by the sound-file library's own encoder.

Its rate is about 25 kbit/s at 16 kHz: what calls by internet use for a wideband voice.
"""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # dear to import
    from workspace_assistant.core.signal.level import Samples


class OpusUnavailableError(Exception):
    """The installed sound-file library has no Opus encoder."""


def through_opus(samples: Samples, sample_rate_hz: int) -> Samples:
    """As many samples as given, coded and decoded. Raises `OpusUnavailableError`.

    The rate must be one of Opus: 8, 12, 16, 24 or 48 kHz.
    """
    import numpy as np
    import soundfile

    if samples.size == 0:
        return samples
    coded = BytesIO()
    try:
        soundfile.write(coded, samples, sample_rate_hz, format="OGG", subtype="OPUS")
        coded.seek(0)
        heard, _ = soundfile.read(coded, dtype="float64")
    except (soundfile.LibsndfileError, ValueError) as error:
        raise OpusUnavailableError(str(error)) from error
    missing = max(0, samples.size - heard.size)  # the coder may hold back its last packet
    return np.concatenate((heard[: samples.size], np.zeros(missing)))
