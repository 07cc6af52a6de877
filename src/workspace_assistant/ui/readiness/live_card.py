"""Cards of a running check: waiting, alive, and filled in place once a result is there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workspace_assistant.core.readiness.profile.model import WorkplaceProfile
from workspace_assistant.core.readiness.service import BESIDE, STAGES, required_checks
from workspace_assistant.ui import verdict_look
from workspace_assistant.ui.readiness import path_texts, texts
from workspace_assistant.ui.readiness.card import CardState, optional_mark
from workspace_assistant.ui.readiness.moving_parts import (
    live_meter,
    lost_of,
    rate_curve,
    stream_curve,
)
from workspace_assistant.ui.readiness.result_card import result_card
from workspace_assistant.ui.readiness.run_progress import CheckProgress
from workspace_assistant.ui.wording.names import check_title
from workspace_assistant.ui.wording.quantities import megabits
from workspace_assistant.ui.wording.wording import Wording

if TYPE_CHECKING:  # fifteen data classes, which the first paint needs none of
    from workspace_assistant.core.readiness.voice_path.model import StreamReading


def progress_card(
    check: CheckProgress, profile: WorkplaceProfile | None, wording: Wording
) -> CardState:
    if check.result is not None:
        return result_card(check.result, profile, check.download, wording)
    title = check_title(check.id, wording)
    is_required = profile is None or required_checks(profile).get(check.id, True)
    mark = optional_mark(wording, is_required=is_required)
    if not check.is_started:
        is_beside = check.id == BESIDE or check.id in STAGES[0]
        return CardState(
            id=check.id,
            title=title,
            mark=mark,
            look=verdict_look.WAITING,
            number=wording.say(texts.WAITING),
            detail=wording.say(texts.WAITING_BESIDE if is_beside else texts.WAITING_DETAIL),
        )
    number, unit = _live_number(check, wording)
    return CardState(
        id=check.id,
        title=title,
        mark=mark,
        look=verdict_look.RUNNING,
        number=number,
        unit=unit,
        detail=_live_detail(check, wording),
        meter=live_meter(check.level, profile, wording) if check.level else None,
        curve=stream_curve(check.stream, wording)
        if check.stream
        else rate_curve(check.upload or check.download, _needed(check, profile), wording),
    )


def _live_detail(check: CheckProgress, wording: Wording) -> str:
    stage = wording.say(check.stage) if check.stage and check.level is None else ""
    lost = lost_of(path_texts.STREAM_LOST, check.stream, wording) if check.stream else ""
    return "\n".join(filter(None, (stage, lost)))


def _live_number(check: CheckProgress, wording: Wording) -> tuple[str, str]:
    if check.level is not None:
        word = texts.QUIET_NUMBER if check.level.phase == "quiet" else texts.SPEAK_NUMBER
        left = f"{max(0.0, check.level.remaining_s):.0f}"
        return (wording.say(word), wording.say(texts.PHASE_LEFT, seconds=left))
    if check.stream:
        return _delay_now(check.stream[-1], wording)
    if check.upload:
        return (megabits(check.upload[-1].goodput_bps), wording.say(texts.RATE_UP))
    if check.download:
        return (megabits(check.download[-1].goodput_bps), wording.say(texts.RATE_DOWN))
    return (wording.say(texts.MEASURING), "")


def _delay_now(point: StreamReading, wording: Wording) -> tuple[str, str]:
    """Whole milliseconds: tenths would flicker."""
    if point.rtt_ms is None:
        return (wording.say(path_texts.NO_ANSWER_NOW), "")
    return (f"{point.rtt_ms:.0f}", wording.say(path_texts.DELAY_NOW))


def _needed(check: CheckProgress, profile: WorkplaceProfile | None) -> float | None:
    if profile is None:
        return None
    need = profile.bandwidth
    return (need.upload_mbps if check.upload else need.download_mbps).ready
