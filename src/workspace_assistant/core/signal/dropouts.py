"""Dropouts: places where sound is missing, cut or played twice. Own method.

* *Zero run*: at least 1.5 ms without any change, with speech within 5 ms on both sides (at most
  20 dB under the loud frames). The pause of a gated or synthetic voice has no speech that near.
  Where the microphone is open (its quiet part has noise, and no gate falls silent), 10 ms without
  any change are a zero run wherever they are: its noise is missing. Up to 0.1 s at the ends of a
  recording are a codec's padding.
* *Splice*: a jump from one sample to the next that the sound around it does not explain. The third
  difference plays voice down and jumps up; one that exceeds five times the largest within 10 ms on
  both sides (but for the largest 0.5 %) is counted, one per 10 ms. A sharp t or k comes that far
  now and then; twice in 5 s only a synthesizer did, that is made of splices, and AAC at 48 kbit/s.
* *Repeat*: 2 to 100 ms of sound followed by its exact copy, as a buffer played twice leaves.

A zero run or a repeat ends in splices; those are not counted again, nor are jumps within 10 ms of
the recording's ends. Where the values lie farther apart than 2^-10 (8 bits), no silence is looked
for, and jumps count by the steps that there are.

Recommended limits: from 1 zero run or repeat, or 2 splices on, the recording has dropouts; where a
noise gate falls silent (`gate.is_silencing`), zero runs are its doing, and so are splices within 10
ms of silence: neither is counted. A silence above 1 s is a mute or a lost connection.

Blind spots: gaps in pauses are not seen where the quiet part has no noise. A cut where the sound
passes zero leaves no jump, and below 16 kHz voices change so much from sample to sample that most
cuts stay unseen. A codec or another sample rate behind the fault smooths jumps away and makes
copies inexact. A click of one or two samples (static, a bad contact) is a splice as well.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from workspace_assistant.core.signal.clipping import LEAST_RUN, STEP
from workspace_assistant.core.signal.gate import BELOW_LOUD_DB, NEIGHBOR_S
from workspace_assistant.core.signal.level import Samples, mean_square, peak
from workspace_assistant.core.signal.silence import SILENT_RUN_S, silent_runs

LEAST_RATE_HZ = 4000.0
LEAST_S = 0.1
SPLICE_RATIO = 5.0
_SHORTEST_GAP_S = 0.0015
_LONGEST_PADDING_S = 0.1
_BELOW_LOUD = 10 ** (-BELOW_LOUD_DB / 10)
_FLAT_TOP = 0.95  # of the peak: clipping leaves runs and corners there
_HIGH, _PRESSED_SHARE = 0.8, 0.1  # half of the voices are never that near their peak for 5 %
_BLOCK_S = 0.01
_SPLICE_SIZE = 3  # a jump reaches that far in the third difference
_EXPLAINED_SHARE = 0.005
_FAINTEST_JUMP = 1e-4  # some steps of 16 bits: less is rounding
_SHORTEST_COPY_S, _LONGEST_COPY_S = 0.002, 0.1
_PIECE = 1 << 16
_PRINT_SIZE = 6
_LEAST_PRINT_RANGE = 1e-3  # quieter noise has so few values that it comes again by chance
_KEPT_SHIFT = 61  # one print of 8 is kept, chosen by its content
_PRINT_FACTORS = (
    0x1E3779B97F4A7C15,
    0x3F58476D1CE4E5B9,
    0x14D049BB133111EB,
    0x2545F4914F6CDD1D,
    0x369DEA0F31A53F85,
    0x27BB2EE687B0B0FD,
)  # odd numbers that mix well

Places = list[tuple[int, int]]
"""First and last sample of each."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dropouts:
    """How many of each kind, and where (seconds from the first sample, in order).

    `longest_silence_s` is the longest of the zero runs, and `silent_from_s` where it begins; 0 and
    None where there is none, or where they are a noise gate's doing. It may last to the end.
    """

    zero_runs: int
    splices: int
    repeats: int
    at_s: tuple[float, ...]
    longest_silence_s: float = 0.0
    silent_from_s: float | None = None


def dropouts(
    samples: Samples,
    sample_rate_hz: float,
    *,
    is_open: bool = False,
    is_gated: bool = False,
    coarse_step: float | None = None,
) -> Dropouts | None:
    """Dropouts in one channel; None under 4 kHz or 0.1 s, where there is nothing to tell by.

    *is_open*: the quiet part has noise, so that silence is no microphone's. *is_gated*: a noise
    gate falls silent. Without either, only silence within speech is counted. *coarse_step* is how
    far the values lie apart where that is over 2^-10.
    """
    if sample_rate_hz < LEAST_RATE_HZ or samples.size < LEAST_S * sample_rate_hz:
        return None
    coarseness = coarse_step / STEP if coarse_step else 1.0
    gaps = []
    if coarse_step is None and not is_gated:
        gaps = _zero_runs(samples, sample_rate_hz, is_open=is_open)
    copies = _repeats(samples, sample_rate_hz, coarseness)
    explained = gaps + copies + (_silences(samples, sample_rate_hz) if is_gated else [])
    near = round(_BLOCK_S * sample_rate_hz)
    jumps = [
        at
        for at in _splices(samples, sample_rate_hz, coarseness)
        if near <= at < samples.size - near
        and not any(first - near <= at <= last + near for first, last in explained)
    ]
    places = sorted([first for first, _ in gaps + copies] + jumps)
    first, last = max(gaps, key=_length, default=(0, 0))
    return Dropouts(
        zero_runs=len(gaps),
        splices=len(jumps),
        repeats=len(copies),
        at_s=tuple(place / sample_rate_hz for place in places),
        longest_silence_s=(last - first) / sample_rate_hz,
        silent_from_s=first / sample_rate_hz if last > first else None,
    )


def _length(place: tuple[int, int]) -> int:
    return place[1] - place[0]


def _silences(samples: Samples, sample_rate_hz: float) -> Places:
    starts, lengths = silent_runs(samples, SILENT_RUN_S, sample_rate_hz)
    return list(zip(starts.tolist(), (starts + lengths).tolist(), strict=True))


def _zero_runs(samples: Samples, sample_rate_hz: float, *, is_open: bool) -> Places:
    top = peak(samples)
    width = round(NEIGHBOR_S * sample_rate_hz)
    speech_power = _loud_power(samples, sample_rate_hz) * _BELOW_LOUD
    found = []
    starts, lengths = silent_runs(samples, _SHORTEST_GAP_S, sample_rate_hz)
    for start, length in zip(starts.tolist(), lengths.tolist(), strict=True):
        before = samples[max(0, start - width) : start]
        after = samples[start + length :][:width]
        is_flat_top = abs(samples[start]) >= _FLAT_TOP * top
        if is_flat_top or start == 0:
            continue
        is_missing = is_open and length >= sample_rate_hz * (
            SILENT_RUN_S if after.size else _LONGEST_PADDING_S
        )
        is_inside = before.size == after.size == width
        is_in_speech = is_inside and min(mean_square(before), mean_square(after)) >= speech_power
        if is_missing or is_in_speech:
            found.append((start, start + length))
    return found


def _loud_power(samples: Samples, sample_rate_hz: float) -> float:
    """Mean power of the 10 ms frames that are louder than the mean of all."""
    size = round(sample_rate_hz * _BLOCK_S)
    powers = (samples[: samples.size // size * size].reshape(-1, size) ** 2).mean(axis=1)
    least = min(powers.mean(), powers.max())  # the mean of equal numbers may round up
    return float(powers[powers >= least].mean())


def _splices(samples: Samples, sample_rate_hz: float, coarseness: float) -> list[int]:
    faintest = coarseness * _FAINTEST_JUMP
    jumps = np.diff(samples, 3)
    np.abs(jumps, out=jumps)
    size = round(_BLOCK_S * sample_rate_hz)
    blocks = jumps[: jumps.size // size * size].reshape(-1, size)
    largest = blocks.max(axis=1)
    # What exceeds the largest others so far exceeds their median by much more.
    is_worth_a_look = largest > 2 * SPLICE_RATIO * np.maximum(
        np.median(blocks, axis=1), faintest / 2
    )
    top = peak(samples)
    found: list[int] = []
    for block in np.flatnonzero(is_worth_a_look).tolist():
        at = block * size + int(blocks[block].argmax())
        is_new = not found or at - found[-1] > size
        is_unexplained = is_new and jumps[at] > SPLICE_RATIO * max(
            _explained(jumps, at, size), faintest
        )
        if is_unexplained and not _is_saturated(samples, at, size, top):
            found.append(at)
    return found


def _is_saturated(samples: Samples, at: int, size: int, top: float) -> bool:
    """Whether the jump is the corner of a clipped crest, or lies between crests pressed flat."""
    around = np.abs(samples[max(0, at - size) : at + size])
    corner = np.abs(samples[max(0, at - LEAST_RUN) : at + _SPLICE_SIZE + LEAST_RUN + 1])
    is_corner = int((corner >= _FLAT_TOP * top).sum()) >= LEAST_RUN  # a click is shorter
    return is_corner or float((around > _HIGH * top).mean()) > _PRESSED_SHARE


def _explained(jumps: Samples, at: int, size: int) -> float:
    """How large a jump the sound around this one accounts for."""
    before = jumps[max(0, at - size) : max(0, at - _SPLICE_SIZE)]
    around = np.concatenate((before, jumps[at + _SPLICE_SIZE + 1 : at + size]))
    rank = max(1, int(around.size * _EXPLAINED_SHARE))
    return float(np.partition(around, -rank)[-rank])


def _repeats(samples: Samples, sample_rate_hz: float, coarseness: float) -> Places:
    found: Places = []
    for first, lag in _same_prints(samples, sample_rate_hz, coarseness):
        if found and first <= found[-1][1]:
            continue
        start, end = _same_stretch(samples, first, lag)
        # A tone is the same a whole period later for as long as it lasts.
        if (
            lag <= end - start + 1
            and end - start <= 4 * lag
            and peak(samples[start:end]) > _FAINTEST_JUMP
        ):
            found.append((start, end + lag))
    return found


def _same_prints(
    samples: Samples, sample_rate_hz: float, coarseness: float
) -> Iterator[tuple[int, int]]:
    """Where sound of some samples' length comes again, and how much later, in order.

    Prints are sums of the samples times odd factors; whether one is kept depends on it alone, so
    both of a pair are.
    """
    steps = (np.clip(samples, -1e3, 1e3) * 2**23).astype(np.int64)
    size = steps.size - _PRINT_SIZE + 1
    prints, product = np.zeros(size, dtype=np.int64), np.empty(size, dtype=np.int64)
    for place, factor in enumerate(_PRINT_FACTORS):
        np.multiply(steps[place : place + size], factor, out=product)  # fresh memory is dear
        prints += product
    kept = np.flatnonzero((prints >> _KEPT_SHIFT == 0) & (prints != 0))  # silence is no print
    kept = kept[_ranges(samples, kept) >= coarseness * _LEAST_PRINT_RANGE]
    order = kept[np.argsort(prints[kept], kind="stable")]
    lags = np.diff(order)
    is_same = prints[order[1:]] == prints[order[:-1]]
    is_same &= lags >= _SHORTEST_COPY_S * sample_rate_hz
    is_same &= lags <= _LONGEST_COPY_S * sample_rate_hz
    pairs: NDArray[np.intp] = np.flatnonzero(is_same)
    yield from sorted(zip(order[pairs].tolist(), lags[pairs].tolist(), strict=True))


def _ranges(samples: Samples, starts: NDArray[np.intp]) -> Samples:
    """From lowest to highest sample of each print; in pieces, as a steady sound keeps them all."""
    places = np.arange(_PRINT_SIZE)
    pieces = [starts[at : at + _PIECE] for at in range(0, starts.size, _PIECE)]
    ranges = [np.ptp(samples[piece[:, np.newaxis] + places], axis=1) for piece in pieces]
    return np.concatenate(ranges) if ranges else np.zeros(0)


def _same_stretch(samples: Samples, at: int, lag: int) -> tuple[int, int]:
    """Bounds of the stretch around *at* that comes again after *lag*."""
    low, high = max(0, at - 5 * lag), min(at + 5 * lag, samples.size - lag)
    differs = samples[low:high] != samples[low + lag : high + lag]
    before, after = np.flatnonzero(differs[: at - low]), np.flatnonzero(differs[at - low :])
    start = low + int(before[-1]) + 1 if before.size else low
    return start, at + int(after[0]) if after.size else high
