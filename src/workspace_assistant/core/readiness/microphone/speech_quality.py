"""How a trained listener would rate room echo and background: an estimate, by a neural network.

DNSMOS P.835 (Reddy, Gopal, Cutler: ICASSP 2022) was trained on ratings after ITU-T P.835. It ranks
noise and room echo as people do. Its blind spots are why it judges nothing here: it does not hear
clipping (a recording with 15 % of its samples clipped rates as a clean one), hardly hears telephone
band, and moves with the level, which is set to -26 dBov first.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from workspace_assistant.core.readiness.model import Measurement, Value

if TYPE_CHECKING:  # dear to import
    from workspace_assistant.core.signal.level import Samples

BACKGROUND = "microphone.background_rating"
OVERALL = "microphone.overall_rating"
UNIT = "MOS"
LEAST_S = 2.0
_METHOD = "dnsmos-p835"


@dataclass(frozen=True, slots=True, kw_only=True)
class RawRating:
    """What the network puts out: background (BAK) and overall (OVRL), before the final curve."""

    background: float
    overall: float


class SpeechQualityModel(Protocol):
    def rate(self, samples_16k: Samples) -> RawRating:
        """The rating of exactly 9.01 s of sound at 16 kHz, full scale 1.0."""


def rated(
    speech: Samples, sample_rate_hz: int, level_dbov: float, model: SpeechQualityModel
) -> tuple[Measurement, ...]:
    """Both ratings (1 to 5, an estimate); none for less than 2 s of speech.

    `level_dbov` is the active speech level (ITU-T P.56) of *speech*, one channel.
    """
    if speech.size < LEAST_S * sample_rate_hz:
        return ()
    from workspace_assistant.core.signal.rating_input import rating_input

    raw = model.rate(rating_input(speech, sample_rate_hz, level_dbov))
    return (
        _rating(BACKGROUND, raw.background, (-0.13166888, 1.60915514, -0.39604546)),
        _rating(OVERALL, raw.overall, (-0.06766283, 1.11546468, 0.04602535)),
    )


def _rating(key: str, raw: float, curve: tuple[float, float, float]) -> Measurement:
    """The authors' published curve from the network's scale to that of people."""
    square, slope, offset = curve
    value = round(min(5.0, max(1.0, square * raw**2 + slope * raw + offset)), 2)
    conditions: dict[str, Value] = {"method": _METHOD, "is_estimate": True}
    return Measurement(id=key, value=value, unit=UNIT, conditions=conditions)
