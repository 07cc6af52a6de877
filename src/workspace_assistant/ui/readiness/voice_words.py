"""What the voice path's card says: how calls will sound, then the numbers behind it."""

from __future__ import annotations

from collections.abc import Iterator

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
_UDP_BLOCKED = "udp-blocked"


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


def calls_word(mos: float) -> str:
    """How calls of this mean opinion score sound, in a word or two."""
    return next(word for least, word in _CALLS_BY_LEAST_MOS if mos >= least)


def _by_score(
    scores: tuple[tuple[float, str], ...], measured: Measured, wording: Wording
) -> Headline:
    idle, worst = scores[0], min(scores, key=lambda score: score[0])
    is_worse_loaded = calls_word(worst[0]) != calls_word(idle[0])
    mos, unit = worst if is_worse_loaded else idle
    detail = lines(
        wording.say(texts.CALLS_IDLE, mos=format_value(idle[0], ""))
        if is_worse_loaded and idle[1] == texts.CALLS_UNIT
        else "",
        _way(measured, wording),
        _loss(measured, wording),
    )
    number = wording.say(calls_word(mos))
    return Headline(number, wording.say(unit, mos=format_value(mos, "")), detail)


def _scores(measured: Measured) -> Iterator[tuple[float, str]]:
    """Scores of the idle and the loaded line, each with the words for when it holds."""
    from workspace_assistant.core.voice.e_model import mos_of

    idle = number_of(measured, "voice.mos")
    if idle is not None:
        yield idle, texts.CALLS_UNIT
    for measurement_id, unit in (
        ("voice.r_factor_download", texts.CALLS_UNIT_DOWNLOAD),
        ("voice.r_factor_upload", texts.CALLS_UNIT_UPLOAD),
    ):
        factor = number_of(measured, measurement_id)
        if factor is not None:
            yield mos_of(factor), unit


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
