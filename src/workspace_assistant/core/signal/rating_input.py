"""Speech as a rating network wants it: one rate, one level, one length."""

from __future__ import annotations

import numpy as np

from workspace_assistant.core.signal.level import Samples
from workspace_assistant.core.signal.resampling import resampled

SAMPLE_RATE_HZ = 16_000
USED_S = 9.01
LEVEL_DBOV = -26.0


def rating_input(speech: Samples, sample_rate_hz: int, level_dbov: float) -> Samples:
    """*speech* at 16 kHz and -26 dBov, repeated or cut to 9.01 s; peaks end at full scale.

    `level_dbov` is its active speech level (ITU-T P.56); there must be at least one sample.
    """
    at_16k = resampled(speech, sample_rate_hz, SAMPLE_RATE_HZ)
    leveled = at_16k * 10 ** ((LEVEL_DBOV - level_dbov) / 20)
    ready: Samples = np.clip(np.resize(leveled, round(USED_S * SAMPLE_RATE_HZ)), -1, 1)
    return ready
