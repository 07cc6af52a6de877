"""Short sounds far louder than the voice: a knock on the desk, a cough, a door. Own method.

ITU-T P.56 measures the power of all sound there is, so that one knock lifts a faint voice by 20 dB.
Behind a 50 Hz high-pass, those stretches of 50 ms are looked at that stand 10 dB above the quietest
tenth. What lies 18 dB above their 90th percentile is a knock, and the stretches beside it are. The
lift is the coarse active level less the one without them.

Figures: 648 recordings of 55 voices (noise, echo, breath, keys, pops) have none; loud words reach
15 dB. One knock near full scale is 20 dB above a voice of -35 dBov: over voices from there down the
lift is found within 1 dB. Over louder ones it may stay unseen, though it lifts them by 1 to 9 dB.

Blind spots: several knocks that fill a tenth of the time spoken pass for the voice.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from workspace_assistant.core.signal.active_speech_level import coarse_speech_level
from workspace_assistant.core.signal.filtering import blocks_without_rumble
from workspace_assistant.core.signal.level import Samples
from workspace_assistant.core.signal.limits import TELLING_KNOCKS_DB

_STRETCH_S = 0.05
_ABOVE_VOICE_DB = 18.0
_LOUD_PERCENT, _QUIET_PERCENT = 90, 10
_ABOVE_QUIET_DB = 10.0
_FAINTEST_POWER = 1e-11
_LEAST_STRETCHES = 10


def knocks_db(speech: Samples, sample_rate_hz: float) -> float:
    """By how much knocks lift the level of *speech* (one channel); 0 where they do not, by 3 dB."""
    blocks, block_rate_hz = blocks_without_rumble(speech, sample_rate_hz)
    powers = [np.einsum("ij,ij->i", rows, rows) / rows.shape[1] for rows in blocks]
    count = max(1, round(_STRETCH_S * block_rate_hz))
    is_knock = _is_knock(np.concatenate(powers) if powers else np.zeros(0), count)
    if not is_knock.any():
        return 0.0
    blocks, _ = blocks_without_rumble(speech, sample_rate_hz)
    whole = coarse_speech_level(blocks, block_rate_hz)
    blocks, _ = blocks_without_rumble(speech, sample_rate_hz)
    rest = coarse_speech_level(_kept(blocks, ~np.repeat(is_knock, count)), block_rate_hz)
    if whole is None or rest is None:
        return 0.0
    lift_db = whole[0].level_dbov - rest[0].level_dbov
    return lift_db if lift_db > TELLING_KNOCKS_DB else 0.0


def _is_knock(block_powers: Samples, count: int) -> NDArray[np.bool_]:
    """Which stretches of so many blocks hold one, or lie beside it."""
    powers = block_powers[: block_powers.size // count * count].reshape(-1, count).mean(axis=1)
    if powers.size < _LEAST_STRETCHES:
        return np.zeros(0, dtype=bool)
    quiet = float(np.percentile(powers, _QUIET_PERCENT))
    heard = powers[powers > quiet * 10 ** (_ABOVE_QUIET_DB / 10) + _FAINTEST_POWER]
    if heard.size < _LEAST_STRETCHES:
        return np.zeros(0, dtype=bool)
    loud = float(np.percentile(heard, _LOUD_PERCENT))
    is_knock = powers > loud * 10 ** (_ABOVE_VOICE_DB / 10)
    return np.convolve(is_knock, np.ones(3), "same") > 0


def _kept(blocks: Iterator[Samples], is_kept: NDArray[np.bool_]) -> Iterator[Samples]:
    """The rows that are to be kept; those after the last stretch are left out."""
    start = 0
    for rows in blocks:
        chosen = is_kept[start : start + len(rows)]
        yield rows[: chosen.size][chosen]
        start += len(rows)
