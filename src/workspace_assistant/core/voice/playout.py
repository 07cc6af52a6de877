"""What a listener hears of a stream: a jitter buffer over the trace, and the E-model over that."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from workspace_assistant.core.voice.codecs import Codec
from workspace_assistant.core.voice.e_model import Transmission, mos_of, r_factor
from workspace_assistant.core.voice.model import PacketTrace
from workspace_assistant.core.voice.statistics import burst_ratio

FIXED_BUFFER_MS = 60.0  # an older desk phone's
_BUFFERS_MS = tuple(5.0 * step for step in range(61))
# Sound card, driver and Bluetooth-free headset, both ends together.
_DEVICES_MS = 30.0
_CLOCK_GRAIN_MS = 1e-4  # a packet just in time is in time, whatever the last binary digit says


@dataclass(frozen=True, slots=True, kw_only=True)
class VoiceQuality:
    """How a call would sound with one jitter buffer.

    `loss_fraction` counts what never came and what came too late to be played; `mouth_to_ear_ms`
    is one way and contains buffer, packet, codec and devices. Where nothing came there is neither a
    delay nor a buffer: both are None.
    """

    r_factor: float
    mos: float
    buffer_ms: float | None
    loss_fraction: float
    burst_ratio: float
    mouth_to_ear_ms: float | None


_SILENCE = VoiceQuality(
    r_factor=0.0, mos=1.0, buffer_ms=None, loss_fraction=1.0, burst_ratio=1.0, mouth_to_ear_ms=None
)


def best_buffer(trace: PacketTrace, codec: Codec) -> VoiceQuality:
    """With the buffer, up to 300 ms, that sounds best: what adaptive ones come close to."""
    delays = one_way_ms(trace)
    arrived = [delay for delay in delays if delay is not None]
    spread_ms = max(arrived, default=0.0) - min(arrived, default=0.0)
    # A buffer that waits for the latest packet already gains nothing by waiting longer.
    enough = next((one for one in _BUFFERS_MS if one >= spread_ms), _BUFFERS_MS[-1])
    tried = [one for one in _BUFFERS_MS if one <= enough]
    return max(
        (_quality(delays, codec, buffer_ms) for buffer_ms in tried),
        key=lambda quality: quality.r_factor,
    )


def fixed_buffer(
    trace: PacketTrace, codec: Codec, buffer_ms: float = FIXED_BUFFER_MS
) -> VoiceQuality:
    return _quality(one_way_ms(trace), codec, buffer_ms)


def one_way_ms(trace: PacketTrace) -> tuple[float | None, ...]:
    """Half of each round trip: right for the feel of a talk, not for either direction alone."""
    return tuple(None if delay is None else delay / 2 for delay in trace.delays_ms)


def missing_packets(delays_ms: Sequence[float | None], buffer_ms: float) -> tuple[bool, ...]:
    """For each packet whether it never came, or later than a buffer beyond the first can wait."""
    first_ms = min((delay for delay in delays_ms if delay is not None), default=0.0)
    latest_ms = first_ms + buffer_ms + _CLOCK_GRAIN_MS
    return tuple(delay is None or delay > latest_ms for delay in delays_ms)


def _quality(delays: Sequence[float | None], codec: Codec, buffer_ms: float) -> VoiceQuality:
    arrived = [delay for delay in delays if delay is not None]
    if not arrived:
        return _SILENCE
    play_ms = min(arrived) + buffer_ms
    missing = missing_packets(delays, buffer_ms)
    loss = sum(missing) / len(missing)
    bursts = burst_ratio(missing)
    mouth_to_ear_ms = play_ms + codec.frame_ms + codec.look_ahead_ms + _DEVICES_MS
    rating = r_factor(
        Transmission(
            absolute_delay_ms=mouth_to_ear_ms,
            ie=codec.ie,
            bpl=codec.bpl,
            ppl_percent=100 * loss,
            burst_ratio=bursts,
        )
    )
    return VoiceQuality(
        r_factor=rating,
        mos=mos_of(rating),
        buffer_ms=buffer_ms,
        loss_fraction=loss,
        burst_ratio=bursts,
        mouth_to_ear_ms=mouth_to_ear_ms,
    )
