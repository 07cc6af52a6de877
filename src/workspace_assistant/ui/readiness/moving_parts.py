"""The moving parts of cards: the microphone's meter, the curves of line and voice stream."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workspace_assistant.core.readiness.bandwidth.model import GoodputReading
from workspace_assistant.core.readiness.microphone.model import LevelReading
from workspace_assistant.core.readiness.model import CheckResult
from workspace_assistant.core.readiness.profile.model import WorkplaceProfile
from workspace_assistant.ui.readiness import path_texts, texts
from workspace_assistant.ui.readiness.card import CurveState, MeterState
from workspace_assistant.ui.wording.quantities import megabits
from workspace_assistant.ui.wording.wording import Wording

if TYPE_CHECKING:  # fifteen data classes, which the first paint needs none of
    from workspace_assistant.core.readiness.voice_path.model import StreamReading


# How far a reading looks back, and how much the clock's last digits may differ.
_SPAN_S, _GRAIN_S = 0.5, 0.01


def live_meter(
    level: LevelReading, profile: WorkplaceProfile | None, wording: Wording
) -> MeterState:
    return MeterState(
        rms_dbfs=level.rms_dbfs,
        peak_dbfs=level.peak_dbfs,
        target=_target(profile) if level.phase != "quiet" else None,
        is_live=True,
        text=wording.say(texts.METER_NAME),
    )


def still_meter(
    check: CheckResult, profile: WorkplaceProfile | None, wording: Wording
) -> MeterState | None:
    """The measured speech level on the meter's scale: dBov and dBFS RMS share their zero."""
    levels = {m.id: float(m.value) for m in check.measurements if isinstance(m.value, float)}
    level = levels.get("microphone.active_speech_level")
    if level is None:
        return None
    return MeterState(
        rms_dbfs=level,
        peak_dbfs=level,
        target=_target(profile),
        is_live=False,
        text=wording.say(texts.METER_NAME),
    )


def _target(profile: WorkplaceProfile | None) -> tuple[float, float] | None:
    return profile.microphone.active_speech_level_dbov.ready if profile else None


def rate_curve(
    readings: tuple[GoodputReading, ...], limit: float | None, wording: Wording
) -> CurveState | None:
    if not readings:
        return None
    rate = megabits(readings[-1].goodput_bps)
    text = texts.CURVE_TEXT if limit is None else texts.CURVE_LIMIT_TEXT
    return CurveState(
        points=tuple((point.at_s, point.goodput_bps / 1e6) for point in readings),
        limit=limit,
        text=wording.say(text, rate=rate, limit=f"{limit:g}" if limit is not None else ""),
    )


def stream_curve(stream: tuple[StreamReading, ...], wording: Wording) -> CurveState:
    return CurveState(
        points=tuple((point.at_s, point.rtt_ms) for point in stream),
        limit=None,
        text=lost_of(path_texts.STREAM_TEXT, stream, wording),
        marks=tuple(point.at_s for point in stream if point.lost),
    )


def lost_of(sentence: str, stream: tuple[StreamReading, ...], wording: Wording) -> str:
    apart = _apart(stream)
    lost, sent = sum(point.lost for point in apart), sum(point.sent for point in apart)
    return wording.say(sentence, lost=str(lost), sent=str(sent))


def _apart(stream: tuple[StreamReading, ...]) -> list[StreamReading]:
    """Readings that share no packet: each looks back half a second, and more come than that."""
    found: list[StreamReading] = []
    for point in stream:
        if not found or point.at_s >= found[-1].at_s + _SPAN_S - _GRAIN_S:
            found.append(point)
    return found
