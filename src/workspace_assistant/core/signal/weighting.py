"""A-weighting after IEC 61672-1:2013, annex E: how loud a sound is to an ear, roughly.

The analytic curve (poles at 20.6, 107.7, 737.9 and 12194 Hz, 0 dB at 1 kHz) is multiplied onto the
spectrum, so it stays within 0.12 dB of the tabulated values from 31.5 Hz to 16 kHz at any sample
rate that holds those frequencies. Blind spot: A-weighting plays down what is below 200 Hz.
"""

from __future__ import annotations

import numpy as np

from workspace_assistant.core.signal.filtering import apply_gain_curve
from workspace_assistant.core.signal.level import Samples

_F1_HZ, _F2_HZ, _F3_HZ, _F4_HZ = 20.598997, 107.65265, 737.86223, 12194.217
_A1000_DB = 1.9997


def a_weighting_gain(frequency_hz: Samples) -> Samples:
    """Amplitude gain of the A-weighting at each frequency."""
    squared = np.asarray(frequency_hz, dtype=np.float64) ** 2
    middle = np.sqrt((squared + _F2_HZ**2) * (squared + _F3_HZ**2))
    gain: Samples = (_F4_HZ**2 * squared**2) / (
        (squared + _F1_HZ**2) * middle * (squared + _F4_HZ**2)
    )
    return gain * 10 ** (_A1000_DB / 20)


def a_weighted(samples: Samples, sample_rate_hz: float) -> Samples:
    return apply_gain_curve(samples, sample_rate_hz, a_weighting_gain)
