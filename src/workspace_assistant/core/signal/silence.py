"""Digital silence: samples that do not change at all. No real microphone delivers that.

A muted source, a missing permission or a dead channel gives exact zeros (or another constant). The
fact is measured as the share of samples equal to the one before. Blind spot: a mute that leaves
dither or its own analog noise looks like a very quiet microphone.
"""

from __future__ import annotations

import numpy as np

from workspace_assistant.core.signal.level import Samples

SILENT_FRACTION = 0.99


def constant_fraction(samples: Samples) -> float:
    """Share of samples equal to their predecessor; 1 for fewer than two samples."""
    if samples.size < 2:
        return 1.0
    return float((np.diff(samples) == 0).mean())


def is_digital_silence(samples: Samples) -> bool:
    return constant_fraction(samples) > SILENT_FRACTION
