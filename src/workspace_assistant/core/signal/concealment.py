"""What a phone plays where packets are missing: the last cycle of the voice, fading away.

After the method of ITU-T G.711 Appendix I, simplified: the pitch is found by autocorrelation over
the last 40 ms; its last cycle is repeated, at full level for 10 ms, then 20 % weaker every 10 ms,
so that 60 ms of loss end in silence; the voice fades in over 4 ms when packets come again. The
appendix delays the output to smooth the beginning too and repeats up to three cycles: a real
phone sounds a little better than this.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from workspace_assistant.core.signal.level import Samples

PACKET_S = 0.02
_HISTORY_S = 0.04
_SHORTEST_CYCLE_S, _LONGEST_CYCLE_S = 0.0025, 0.015  # a voice of 400 Hz to 66 Hz
_FULL_S, _FADED_S = 0.01, 0.06
_BLEND_S = 0.004
_NEVER_ZERO = 1e-12


def concealed(samples: Samples, sample_rate_hz: float, lost: Sequence[bool]) -> Samples:
    """*samples* (one channel) as heard when the 20 ms packets marked in *lost* never came.

    *lost* starts over when it is shorter than the samples; none when it is empty.
    """
    heard = samples.copy()
    for start, end in _gaps(samples.size, sample_rate_hz, lost):
        blend = min(round(_BLEND_S * sample_rate_hz), samples.size - end)
        filler = _filler(heard[:start], end - start + blend, sample_rate_hz)
        heard[start:end] = filler[: end - start]
        rise = (np.arange(blend) + 1) / (blend + 1)
        heard[end : end + blend] = (
            rise * samples[end : end + blend] + (1 - rise) * filler[end - start :]
        )
    return heard


def _gaps(size: int, sample_rate_hz: float, lost: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """First and end sample of every run of lost packets."""
    packet_count = int(np.ceil(size / (PACKET_S * sample_rate_hz)))
    is_lost = np.resize(np.asarray(lost, dtype=bool), packet_count) if lost else np.zeros(1, bool)
    edges = np.flatnonzero(np.diff(np.concatenate(([False], is_lost, [False])).astype(np.int8)))
    at = np.minimum(np.rint(edges * PACKET_S * sample_rate_hz).astype(int), size).tolist()
    yield from zip(at[::2], at[1::2], strict=True)


def _filler(before: Samples, size: int, sample_rate_hz: float) -> Samples:
    """*size* samples made from the last cycle of what came before."""
    cycle = _cycle_size(before, sample_rate_hz)
    if cycle == 0:
        return np.zeros(size)
    repeated = np.resize(before[-cycle:], size)
    at_s = np.arange(size) / sample_rate_hz
    gain = 1 - (at_s - _FULL_S) / (_FADED_S - _FULL_S)
    faded: Samples = repeated * np.clip(gain, 0, 1)
    return faded


def _cycle_size(before: Samples, sample_rate_hz: float) -> int:
    """Length of the voice's last cycle, in samples; 0 where too little came before."""
    history = before[-round(_HISTORY_S * sample_rate_hz) :]
    shortest = max(1, round(_SHORTEST_CYCLE_S * sample_rate_hz))
    longest = round(_LONGEST_CYCLE_S * sample_rate_hz)
    if longest < shortest or history.size < 2 * longest:
        return 0
    latest = history[longest:]
    earlier = np.lib.stride_tricks.sliding_window_view(history, latest.size)[
        : longest - shortest + 1
    ]
    likeness = (earlier @ latest) / (np.linalg.norm(earlier, axis=1) + _NEVER_ZERO)
    return longest - int(np.argmax(likeness))
