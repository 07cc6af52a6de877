"""A recording as the customer hears it: band, codec and the packets that the line loses.

*Narrowband* is what most calls still are: 300 to 3400 Hz at 8 kHz through ITU-T G.711. *Wideband*
is 50 to 7000 Hz at 16 kHz (ITU-T G.722's band) through whatever coder is handed in. Missing packets
are concealed as in `concealment`. Left out: the echo canceller, gain control and noise reduction of
both phones, and the delay, which can be measured and not heard in a recording.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from workspace_assistant.core.signal.concealment import concealed
from workspace_assistant.core.signal.filtering import GainCurve, apply_gain_curve
from workspace_assistant.core.signal.g711 import SAMPLE_RATE_HZ, Law, through_g711
from workspace_assistant.core.signal.level import Samples
from workspace_assistant.core.signal.resampling import resampled

WIDEBAND_RATE_HZ = 16_000
NARROWBAND_HZ, WIDEBAND_HZ = (300.0, 3400.0), (50.0, 7000.0)
_SLOPE_ORDER = 8

Coder = Callable[[Samples, int], Samples]


def narrowband(
    samples: Samples, sample_rate_hz: int, lost: Sequence[bool] = (), law: Law = Law.A
) -> tuple[Samples, int]:
    """The recording after a telephone call, and its rate, 8 kHz."""
    band = _in_band(
        resampled(samples, sample_rate_hz, SAMPLE_RATE_HZ), SAMPLE_RATE_HZ, NARROWBAND_HZ
    )
    return concealed(through_g711(band, law), SAMPLE_RATE_HZ, lost), SAMPLE_RATE_HZ


def wideband(
    samples: Samples, sample_rate_hz: int, coder: Coder, lost: Sequence[bool] = ()
) -> tuple[Samples, int]:
    """The recording after a call by internet, and its rate, 16 kHz.

    *coder* codes and decodes one channel at a rate and must give back as many samples.
    """
    rate = WIDEBAND_RATE_HZ
    band = _in_band(resampled(samples, sample_rate_hz, rate), rate, WIDEBAND_HZ)
    return concealed(coder(band, rate), rate, lost), rate


def _in_band(samples: Samples, sample_rate_hz: int, edges_hz: tuple[float, float]) -> Samples:
    return apply_gain_curve(samples, sample_rate_hz, _band_pass(*edges_hz))


def _band_pass(low_hz: float, high_hz: float) -> GainCurve:
    """3 dB down at both edges, 48 dB per octave beyond."""

    def gain(frequency_hz: Samples) -> Samples:
        with np.errstate(divide="ignore"):
            below = np.power(low_hz / frequency_hz, 2 * _SLOPE_ORDER)
        above = np.power(frequency_hz / high_hz, 2 * _SLOPE_ORDER)
        curve: Samples = 1 / np.sqrt((1 + below) * (1 + above))
        return curve

    return gain
