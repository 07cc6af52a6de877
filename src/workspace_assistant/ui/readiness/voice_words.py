"""What the voice path's card says: how calls will sound, then the numbers behind it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from workspace_assistant.core.readiness.model import CheckResult
from workspace_assistant.core.readiness.units import format_value
from workspace_assistant.ui.readiness import path_texts as texts
from workspace_assistant.ui.readiness.measured import (
    Headline,
    Measured,
    by_id,
    lines,
    number_of,
    text_of,
)
from workspace_assistant.ui.wording.wording import Wording

# Mean opinion scores at R-factors of 80, 70 and 60, where the satisfaction of users changes its
# name (ITU-T G.107, Annex B).
_CALLS_BY_LEAST_MOS = (
    (4.03, texts.CALLS_CLEAR),
    (3.60, texts.CALLS_MOSTLY_CLEAR),
    (3.10, texts.CALLS_STRAINED),
    (0.0, texts.CALLS_BROKEN),
)
# From mouth to ear, between the 150 ms that hardly anybody notices and the 400 ms that no network
# should exceed (ITU-T G.114): people talk over each other, however clear the words are.
_DELAYED_FROM_MS = 250.0
_STRAINED_BELOW_MOS = 3.60
_UDP_BLOCKED = "udp-blocked"


@dataclass(frozen=True, slots=True)
class _Score:
    mos: float
    unit: str
    mouth_to_ear_ms: float

    @property
    def word(self) -> str:
        return calls_word(self.mos, self.mouth_to_ear_ms)


def voice_headline(check: CheckResult, wording: Wording) -> Headline | None:
    """The worst of what a call meets; None when nothing at all is known of it."""
    measured = by_id(check.measurements)
    scores = tuple(_scores(measured))
    if scores:
        return _by_score(scores, measured, wording)
    if any(missing.reason == _UDP_BLOCKED for missing in check.not_measured):
        return Headline(wording.say(texts.BLOCKED), "", wording.say(texts.BLOCKED_DETAIL))
    round_trip = text_of(measured, "voice.rtt")
    if not round_trip:
        return None
    return Headline(round_trip, wording.say(texts.ROUND_TRIP_UNIT), _loss(measured, wording))


def calls_word(mos: float, mouth_to_ear_ms: float = 0.0) -> str:
    """How calls of this mean opinion score and delay are, in a word or two."""
    word = next(word for least, word in _CALLS_BY_LEAST_MOS if mos >= least)
    is_late = mouth_to_ear_ms >= _DELAYED_FROM_MS
    return texts.CALLS_DELAYED if is_late and mos >= _STRAINED_BELOW_MOS else word


def _by_score(scores: tuple[_Score, ...], measured: Measured, wording: Wording) -> Headline:
    idle, worst = scores[0], min(scores, key=lambda score: score.mos)
    is_worse_loaded = worst.word != idle.word
    told = worst if is_worse_loaded else idle
    detail = lines(
        wording.say(texts.CALLS_IDLE, mos=format_value(idle.mos, ""))
        if is_worse_loaded and idle.unit == texts.CALLS_UNIT
        else "",
        _way(measured, wording),
        _loss(measured, wording),
    )
    unit = wording.say(told.unit, mos=format_value(told.mos, ""))
    return Headline(wording.say(told.word), unit, detail)


def _scores(measured: Measured) -> Iterator[_Score]:
    """Scores of the idle and the loaded line, each with the words for when it holds."""
    from workspace_assistant.core.voice.e_model import mos_of

    idle = number_of(measured, "voice.mos")
    if idle is not None:
        yield _Score(idle, texts.CALLS_UNIT, _delay_ms(measured, "voice.mos"))
    for measurement_id, unit in (
        ("voice.r_factor_download", texts.CALLS_UNIT_DOWNLOAD),
        ("voice.r_factor_upload", texts.CALLS_UNIT_UPLOAD),
    ):
        factor = number_of(measured, measurement_id)
        if factor is not None:
            yield _Score(mos_of(factor), unit, _delay_ms(measured, measurement_id))


def _delay_ms(measured: Measured, measurement: str) -> float:
    """From mouth to ear, as the rating holds for; 0 where it does not say."""
    delay = measured[measurement].conditions.get("mouth_to_ear_ms")
    return float(delay) if isinstance(delay, int | float) else 0.0


def _way(measured: Measured, wording: Wording) -> str:
    round_trip, jitter = text_of(measured, "voice.rtt"), text_of(measured, "voice.jitter")
    if round_trip and jitter:
        return wording.say(texts.ROUND_TRIP_JITTER, round_trip=round_trip, jitter=jitter)
    return wording.say(texts.ROUND_TRIP, round_trip=round_trip) if round_trip else ""


def _loss(measured: Measured, wording: Wording) -> str:
    loss = number_of(measured, "voice.loss")
    if loss is None:
        return ""
    if loss == 0:
        return wording.say(texts.NOTHING_LOST)
    return wording.say(texts.LOST, loss=text_of(measured, "voice.loss"))
