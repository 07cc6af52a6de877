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

from dataclasses import dataclass

from workspace_assistant.core.signal.clipping import STEP
from workspace_assistant.core.signal.gate import BELOW_LOUD_DB, NEIGHBOR_S
from workspace_assistant.core.signal.level import Samples, frame_powers, mean_square, peak
from workspace_assistant.core.signal.repeats import Places, repeats
from workspace_assistant.core.signal.silence import SILENT_RUN_S, silent_runs
from workspace_assistant.core.signal.splices import BLOCK_S, FLAT_TOP, splices

LEAST_RATE_HZ = 4000.0
LEAST_S = 0.1
_SHORTEST_GAP_S = 0.0015
_LONGEST_PADDING_S = 0.1
_BELOW_LOUD = 10 ** (-BELOW_LOUD_DB / 10)


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
    copies = repeats(samples, sample_rate_hz, coarseness)
    explained = gaps + copies + (_silences(samples, sample_rate_hz) if is_gated else [])
    near = round(BLOCK_S * sample_rate_hz)
    jumps = [
        at
        for at in splices(samples, sample_rate_hz, coarseness)
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
        is_flat_top = abs(samples[start]) >= FLAT_TOP * top
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
    powers = frame_powers(samples, round(sample_rate_hz * BLOCK_S))
    least = min(powers.mean(), powers.max())  # the mean of equal numbers may round up
    return float(powers[powers >= least].mean())
