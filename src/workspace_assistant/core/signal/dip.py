"""How far the voice dips between words: the second sign of a long echo. Own method.

Where words ring on for so long that the next one begins first, no end of a word shows a clear fall,
so `reverberation.py` has nothing to tell. Then the gaps between words are filled. In the same three
bands, between the first and the last step of 5 ms within 15 dB of the 90th percentile, the dip is
that percentile less the 5th, on average over the bands.

Recommended limit: where there is no estimate of the decay and the voice stands 25 dB above the
quiet part in every band, a dip of 20 dB and less means that something fills the gaps: a long echo,
or a voice in the background. Figures: dry voices that speak on dip by 28 to 40 dB, with an echo of
2.5 s by 9 to 17; of 77 dry recordings none is taken for filled.

Blind spots: seconds are not told, nor which of the two it is. Slow compressors fill gaps as well.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from workspace_assistant.core.signal.voice_bands import BandLevels

LEAST_QUIET_S = 0.5
_TOP_PERCENT, _BOTTOM_PERCENT = 90, 5
_SPOKEN_BELOW_DB = 15.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Dip:
    """`above_quiet_db` is how far the loud steps lie above the quiet part, in the nearest band."""

    dip_db: float
    above_quiet_db: float


def dip(quiet: BandLevels, speech: BandLevels) -> Dip:
    """The dip of *speech*, from the levels of 1 s of it at least, and of `LEAST_QUIET_S`."""
    dips, above = [], []
    for said, unsaid in zip(speech, quiet, strict=True):
        top_db = float(np.percentile(said, _TOP_PERCENT))
        spoken = np.flatnonzero(said > top_db - _SPOKEN_BELOW_DB)
        stretch = said[spoken[0] : spoken[-1] + 1]
        dips.append(top_db - float(np.percentile(stretch, _BOTTOM_PERCENT)))
        above.append(top_db - float(np.median(unsaid)))
    return Dip(dip_db=float(np.mean(dips)), above_quiet_db=min(above))
