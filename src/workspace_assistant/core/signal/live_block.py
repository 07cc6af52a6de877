"""What is said of a recording while it runs: levels and loudest channel of one block.

Blocks come 30 times a second, to a processor that did other things in between: here what counts is
how many functions are called, each of which must be fetched into its cache again.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from workspace_assistant.core.signal.level import Samples, amplitude_db, power_db


@dataclass(frozen=True, slots=True, kw_only=True)
class LiveBlock:
    """RMS and peak in dBFS, each of its loudest channel, and the samples of the one by RMS."""

    rms_dbfs: float
    peak_dbfs: float
    loudest: Samples


def live_block(block: NDArray[np.floating]) -> LiveBlock:
    """Measure one block (frames x channels); nothing at all has the level minus infinity."""
    if block.size == 0:
        return LiveBlock(rms_dbfs=-math.inf, peak_dbfs=-math.inf, loudest=np.zeros(0))
    channels = [block[:, index].astype(np.float64) for index in range(block.shape[1])]
    # A dot product of so few samples is not shared out to threads that wait for one another.
    squares = [float(channel.dot(channel)) for channel in channels]
    loudest = squares.index(max(squares))
    peak = max(float(block.max()), -float(block.min()))
    return LiveBlock(
        rms_dbfs=power_db(squares[loudest] / len(block)),
        peak_dbfs=amplitude_db(peak),
        loudest=channels[loudest],
    )
