"""Several microphones side by side: which one to use, and why.

First the verdict decides, then how far the voice stands above the noise, as that does not depend on
the input volume. A difference under 3 dB is no reason: a sentence read twice differs by as much.
Noise is measured in pauses, and a noise gate or suppression takes it away there alone: where one of
the microphones has 15 dB less of it in pauses than under the voice, or next to none, noise does not
decide.

Blind spots: a gate that hides the noise may earn the better verdict; the microphones record one
after the other, so a car that passes by counts against one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from workspace_assistant.core.phrases import Phrase
from workspace_assistant.core.readiness.microphone.measurements import (
    AUDIO_BANDWIDTH,
    GATE_DEPTH,
    NOISE,
    SNR,
)
from workspace_assistant.core.readiness.microphone.model import MicrophoneDevice
from workspace_assistant.core.readiness.microphone.voice_level import voice_level
from workspace_assistant.core.readiness.model import Outcome, Severity, Verdict
from workspace_assistant.core.readiness.units import format_value
from workspace_assistant.core.readiness.verdict import check_verdict
from workspace_assistant.core.text import QT_TRANSLATE_NOOP

TELLING_DB = 3.0
_MOST_GATE_DEPTH_DB, _LEAST_NOISE_DBFS = 15.0, -85.0
_BEST_FIRST = (Verdict.READY, Verdict.CAUTION, Verdict.NOT_READY, Verdict.NOT_TESTED)
_DECISIVE = {Verdict.CAUTION: Severity.CAUTION, Verdict.NOT_READY: Severity.NOT_READY}

LESS_NOISE = QT_TRANSLATE_NOOP(
    "microphone",
    "Use “{best}”: {difference} less noise in pauses, against your voice, than with “{other}”.",
)
WITHOUT_TROUBLE = QT_TRANSLATE_NOOP(
    "microphone",
    "Use “{best}”: callers hear you well with it. With “{other}” this was found: {reason}",
)
LESS_TROUBLE = QT_TRANSLATE_NOOP(
    "microphone",
    "Use “{best}”: what was found with it weighs less. With “{other}” it was this: {reason}",
)
BETTER_KNOWN = QT_TRANSLATE_NOOP(
    "microphone", "Use “{best}”: “{other}” could not be measured in full."
)
HEARS_MORE = QT_TRANSLATE_NOOP(
    "microphone", "Use “{best}”: it hears tones up to {value}, “{other}” only up to {other_value}."
)
ALIKE = QT_TRANSLATE_NOOP(
    "microphone", "“{best}” and “{other}” are alike: use the one that is more comfortable."
)
ONLY_ONE = QT_TRANSLATE_NOOP("microphone", "“{best}” is the only microphone that heard your voice.")
NONE = QT_TRANSLATE_NOOP("microphone", "No microphone heard a voice.")
NOTHING = QT_TRANSLATE_NOOP(
    "microphone", "There is no microphone to compare. Connect a headset and try again."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """One microphone and what its recording amounts to."""

    device: MicrophoneDevice
    outcome: Outcome

    @property
    def verdict(self) -> Verdict:
        return check_verdict(self.outcome)


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """`candidates` from best to worst; `best` is None where none of them heard a voice."""

    candidates: tuple[Candidate, ...]
    best: MicrophoneDevice | None
    sentence: str


def compare(candidates: Sequence[Candidate]) -> Comparison:
    """Ranks the microphones; equal ones stay in the order given."""
    by_noise = all(_tells_noise(one) for one in candidates if voice_level(one.outcome) is not None)
    ranked = tuple(sorted(candidates, key=partial(_rank, by_noise=by_noise)))
    heard = [one for one in ranked if voice_level(one.outcome) is not None]
    best = heard[0].device if heard else None
    sentence = _sentence(heard, by_noise=by_noise) if ranked else NOTHING
    return Comparison(candidates=ranked, best=best, sentence=sentence)


def _rank(candidate: Candidate, *, by_noise: bool) -> tuple[int, float, float]:
    return (
        _BEST_FIRST.index(candidate.verdict),
        -(_number(candidate, SNR) or 0.0) if by_noise else 0.0,
        -(_number(candidate, AUDIO_BANDWIDTH) or 0.0),
    )


def _tells_noise(candidate: Candidate) -> bool:
    """Whether the noise in pauses may be taken for that under the voice."""
    snr = next((one for one in candidate.outcome.measurements if one.id == SNR), None)
    floor_dbfs = _number(candidate, NOISE)
    if snr is None or (floor_dbfs is not None and floor_dbfs < _LEAST_NOISE_DBFS):
        return False
    return float(snr.conditions.get(GATE_DEPTH, 0.0)) <= _MOST_GATE_DEPTH_DB


def _number(candidate: Candidate, key: str) -> float | None:
    return next(
        (float(found.value) for found in candidate.outcome.measurements if found.id == key), None
    )


def _sentence(heard: Sequence[Candidate], *, by_noise: bool) -> str:
    if not heard:
        return NONE
    if len(heard) == 1:
        return Phrase(ONLY_ONE, best=heard[0].device.name)
    best, other = heard[0], heard[1]
    names = {"best": best.device.name, "other": other.device.name}
    difference_db = (_number(best, SNR) or 0.0) - (_number(other, SNR) or 0.0)
    if by_noise and difference_db >= TELLING_DB:
        return Phrase(LESS_NOISE, difference=format_value(round(difference_db), "dB"), **names)
    if best.verdict is not other.verdict:
        return _by_verdict(best, other, names)
    return _by_band(best, other, names)


def _by_verdict(best: Candidate, other: Candidate, names: dict[str, str]) -> str:
    if other.verdict is Verdict.NOT_TESTED:
        return Phrase(BETTER_KNOWN, **names)
    text = WITHOUT_TROUBLE if best.verdict is Verdict.READY else LESS_TROUBLE
    severity = _DECISIVE[other.verdict]
    reason = next(one.message for one in other.outcome.findings if one.severity is severity)
    return Phrase(text, reason=reason, **names)


def _by_band(best: Candidate, other: Candidate, names: dict[str, str]) -> str:
    bands = _number(best, AUDIO_BANDWIDTH), _number(other, AUDIO_BANDWIDTH)
    if bands[0] is not None and bands[1] is not None and bands[0] > 1.5 * bands[1]:
        value, other_value = (format_value(band, "Hz") for band in bands if band is not None)
        return Phrase(HEARS_MORE, value=value, other_value=other_value, **names)
    return Phrase(ALIKE, **names)
