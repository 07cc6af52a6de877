"""Speech codecs as the E-model sees them: how much they spoil, and how they bear loss."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from workspace_assistant.core.text import QT_TRANSLATE_NOOP


@dataclass(frozen=True, slots=True, kw_only=True)
class Codec:
    """Equipment impairment `ie` and packet-loss robustness `bpl` (ITU-T G.113, appendix I).

    `frame_ms` and `look_ahead_ms` add to the delay from mouth to ear. `is_itu` is false for
    figures that no ITU recommendation lists: results with them are estimates.
    """

    name: str
    ie: float
    bpl: float
    frame_ms: float = 20.0
    look_ahead_ms: float = 0.0
    is_itu: bool = True


DEFAULT_CODEC = "g711-plc"
CODECS: Mapping[str, Codec] = MappingProxyType(
    {
        "g711-plc": Codec(
            name=QT_TRANSLATE_NOOP("voice", "G.711 with loss concealment"), ie=0, bpl=25.1
        ),
        "g711": Codec(
            name=QT_TRANSLATE_NOOP("voice", "G.711 without loss concealment"), ie=0, bpl=4.3
        ),
        "g729a": Codec(
            name=QT_TRANSLATE_NOOP("voice", "G.729A"), ie=11, bpl=19.0, look_ahead_ms=5.0
        ),
        # M. Al-Ahmadi's listening tests, narrowband at 11 kbit/s constant rate.
        "opus": Codec(
            name=QT_TRANSLATE_NOOP("voice", "Opus, narrowband (estimate)"),
            ie=2.03,
            bpl=15.95,
            look_ahead_ms=6.5,
            is_itu=False,
        ),
    }
)
