"""Four plain answers out of one recording: loud enough, clear, quiet room, no technical faults.

A score adds nothing to the measurements and findings: it is the worst of its findings, and says by
which number and limit. Without any of its decisive numbers it is not tested; where one of two is
missing, the other decides and the sentence says what was not measured. A telephone's band is clear
where no more is asked for, and is told as such.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from workspace_assistant.core.phrases import Phrase, spoken
from workspace_assistant.core.readiness.limits import Band, Ceiling, Floor
from workspace_assistant.core.readiness.microphone import score_texts as texts
from workspace_assistant.core.readiness.microphone.defects import CLIPPING_EVENTS, MOST_DROPOUTS
from workspace_assistant.core.readiness.microphone.measurements import (
    AT_MOST,
    AUDIO_BANDWIDTH,
    CLIPPING,
    CLOCK_ERROR,
    COARSE,
    DC,
    DROPOUTS,
    FULL_SCALE,
    HUM,
    LEVEL,
    NOISE,
    REVERBERATION,
    SNR,
    UNITS,
)
from workspace_assistant.core.readiness.microphone.voice_level import NO_VOICE, judged_dbov
from workspace_assistant.core.readiness.model import (
    Finding,
    Measurement,
    Outcome,
    Severity,
    Verdict,
)
from workspace_assistant.core.readiness.profile.model import MicrophoneRequirement
from workspace_assistant.core.readiness.units import format_apart, format_value
from workspace_assistant.core.text import Say


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """One answer. `sentences` name the measure and its limit; the ids say what stands behind it."""

    id: str
    verdict: Verdict
    sentences: tuple[str, ...]
    measurements: tuple[str, ...]
    findings: tuple[str, ...]

    @property
    def sentence(self) -> str:
        """In English, as programs read it."""
        return " ".join(self.sentences)

    def told(self, say: Say) -> str:
        return " ".join(spoken(say, one) for one in self.sentences)

    @property
    def is_as_telephone(self) -> bool:
        """Whether the voice is as clear as a telephone line alone, and no more is asked for."""
        return self.verdict is Verdict.READY and NARROW in self.findings


@dataclass(frozen=True, slots=True)
class _Subject:
    """What belongs to one score; without one of the `decisive` measurements it is not tested."""

    measurements: tuple[str, ...]
    decisive: tuple[str, ...]
    findings: frozenset[str]


LOUD, CLEAR, QUIET, FAULTLESS = "loud-enough", "clear", "quiet-room", "no-faults"
NARROW = "narrowband-voice"

SUBJECTS: Mapping[str, _Subject] = {
    LOUD: _Subject(
        (LEVEL,),
        (LEVEL,),
        frozenset(
            {
                "microphone-muted",
                "no-speech-heard",
                NO_VOICE,
                "speech-too-quiet",
                "speech-too-loud",
                "knocks",
                "quieter-than-usual",
            }
        ),
    ),
    CLEAR: _Subject(
        (AUDIO_BANDWIDTH, REVERBERATION),
        (AUDIO_BANDWIDTH, REVERBERATION),
        frozenset({NARROW, "hands-free-suspected", "room-echo"}),
    ),
    QUIET: _Subject(
        (SNR, NOISE),
        (SNR, NOISE),
        frozenset({"spoke-too-early", "noise-high", "noise-unsteady", "snr-low", "noise-gate"}),
    ),
    FAULTLESS: _Subject(
        (CLIPPING, FULL_SCALE, DC, DROPOUTS, HUM, CLOCK_ERROR),
        (CLIPPING,),
        frozenset(
            {
                "clipping",
                "clipping-suspected",
                "over-driven",
                "dc-offset",
                "mains-hum",
                "rumble",
                "dropouts",
                "went-silent",
                "input-lost",
                "sound-missing",
                "clock-off",
            }
        ),
    ),
}

_RANK = {None: 0, Severity.INFO: 1, Severity.CAUTION: 2, Severity.NOT_READY: 3}
_VERDICT = {Severity.CAUTION: Verdict.CAUTION, Severity.NOT_READY: Verdict.NOT_READY}


def scores(outcome: Outcome, need: MicrophoneRequirement) -> tuple[Score, ...]:
    """The four scores of one recording, always in the same order.

    Of a microphone that could not be had, or was muted, what nobody heard is not tested.
    """
    return tuple(_score(score_id, outcome, need) for score_id in SUBJECTS)


def _score(score_id: str, outcome: Outcome, need: MicrophoneRequirement) -> Score:
    subject = SUBJECTS[score_id]
    measured = {one.id: one for one in outcome.measurements if one.id in subject.measurements}
    found = [one for one in outcome.findings if one.code in subject.findings]
    worst = max(found, key=lambda one: _RANK[one.severity], default=None)
    verdict = _verdict(worst, subject, measured)
    return Score(
        id=score_id,
        verdict=verdict,
        sentences=_sentences(score_id, verdict, worst, measured, outcome, need),
        measurements=tuple(measured),
        findings=tuple(one.code for one in found),
    )


def _verdict(
    worst: Finding | None, subject: _Subject, measured: Mapping[str, Measurement]
) -> Verdict:
    if worst is not None and worst.severity is Severity.NOT_READY:
        return Verdict.NOT_READY
    is_of_no_voice = worst is not None and worst.code == NO_VOICE
    if is_of_no_voice or not any(one in measured for one in subject.decisive):
        return Verdict.NOT_TESTED
    return Verdict.READY if worst is None else _VERDICT.get(worst.severity, Verdict.READY)


def _sentences(
    score_id: str,
    verdict: Verdict,
    worst: Finding | None,
    measured: Mapping[str, Measurement],
    outcome: Outcome,
    need: MicrophoneRequirement,
) -> tuple[str, ...]:
    subject = SUBJECTS[score_id]
    missing = [texts.MISSING[one] for one in subject.decisive if one not in measured]
    if worst is not None and verdict is Verdict.CAUTION:
        return (worst.message, *missing)
    if worst is not None and verdict is not Verdict.READY:
        return (worst.message,)
    if verdict is Verdict.NOT_TESTED:
        return (_why_not_tested(subject, outcome),)
    if worst is not None and worst.code == NARROW:
        return (*_clear(texts.TELEPHONE_BAND, measured, need), *missing)
    remark = [worst.message] if worst else []
    return (*_good(score_id, measured, need), *missing, *remark)


def _why_not_tested(subject: _Subject, outcome: Outcome) -> str:
    """The reason of the decisive measurement, of its neighbors, or of the whole microphone."""
    details = {gap.id: gap.detail for gap in outcome.not_measured}
    wanted = (*subject.decisive, *subject.measurements, "microphone")
    return next((details[one] for one in wanted if one in details), texts.NOT_TESTED)


def _good(
    score_id: str, measured: Mapping[str, Measurement], need: MicrophoneRequirement
) -> Iterator[str]:
    """What was good, by which number; more than one sentence where more numbers decide."""
    tell = partial(_told, measured)
    if score_id == LOUD:
        yield from tell(texts.LOUD, LEVEL, need.active_speech_level_dbov)
    elif score_id == QUIET:
        yield from tell(texts.ABOVE_NOISE, SNR, need.snr_db)
        yield from tell(texts.ROOM, NOISE, need.noise_floor_dbfs)
    elif score_id == CLEAR:
        yield from _clear(texts.BAND, measured, need)
    else:
        yield from tell(texts.FLAT_TOPS, CLIPPING, CLIPPING_EVENTS)
        yield from tell(texts.DROPOUTS, DROPOUTS, MOST_DROPOUTS)
        yield texts.COARSE if _is_coarse(measured) else texts.UNSEEN


def _clear(
    band: str, measured: Mapping[str, Measurement], need: MicrophoneRequirement
) -> Iterator[str]:
    yield from _told(measured, band, AUDIO_BANDWIDTH, need.audio_bandwidth_hz)
    yield from _echo(measured, need.reverberation_s)


def _is_coarse(measured: Mapping[str, Measurement]) -> bool:
    return any(one.conditions.get(COARSE) for one in measured.values())


def _echo(measured: Mapping[str, Measurement], limit: Ceiling) -> Iterator[str]:
    """Of an echo that nothing was found against; less its uncertainty it is within *limit*."""
    echo = measured.get(REVERBERATION)
    if echo is not None and float(echo.value) > limit.ready:
        value, high = format_apart(float(echo.value), limit.ready, UNITS[REVERBERATION])
        yield Phrase(texts.UNSURE_ECHO, value=value, high=high)
        return
    is_bound = echo is not None and echo.conditions.get(AT_MOST)
    yield from _told(measured, texts.SHORT_ECHO if is_bound else texts.ECHO, REVERBERATION, limit)


def _told(
    measured: Mapping[str, Measurement], text: str, key: str, limit: Band | Ceiling | Floor
) -> Iterator[str]:
    if key not in measured:
        return
    ready = limit.ready if isinstance(limit.ready, tuple) else (limit.ready, limit.ready)
    low, high = (format_value(bound, UNITS[key]) for bound in ready)
    found = measured[key]
    value = judged_dbov(found) if key == LEVEL else found.value
    yield Phrase(text, value=format_value(value, UNITS[key]), low=low, high=high)
