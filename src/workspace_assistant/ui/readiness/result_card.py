"""The card of a finished check."""

from __future__ import annotations

from workspace_assistant.core.readiness.bandwidth.model import GoodputReading
from workspace_assistant.core.readiness.model import CheckResult, Verdict
from workspace_assistant.core.readiness.profile.model import WorkplaceProfile
from workspace_assistant.core.readiness.verdict import is_looped
from workspace_assistant.ui.readiness import texts
from workspace_assistant.ui.readiness.card import CardState, optional_mark
from workspace_assistant.ui.readiness.headline import headline
from workspace_assistant.ui.readiness.headset_words import headset_offer
from workspace_assistant.ui.readiness.moving_parts import rate_curve, still_meter
from workspace_assistant.ui.verdict_look import READY_IN_PART, VERDICT_LOOKS
from workspace_assistant.ui.wording.names import (
    check_title,
    listed,
    measurement_label,
    noun_inside,
)
from workspace_assistant.ui.wording.wording import Wording


def result_card(
    check: CheckResult,
    profile: WorkplaceProfile | None,
    download: tuple[GoodputReading, ...],
    wording: Wording,
    gaps: frozenset[str] = frozenset(),
) -> CardState:
    """*gaps* are the measurements that could not be held against their limits (`unjudged`)."""
    words = headline(check, profile, wording)
    reserve = _reserve(check, gaps, wording)
    is_ready = check.verdict is Verdict.READY
    limit = profile.bandwidth.download_mbps.ready if profile else None
    return CardState(
        id=check.id,
        title=check_title(check.id, wording),
        look=READY_IN_PART if reserve and is_ready else VERDICT_LOOKS[check.verdict],
        number=words.number,
        unit=words.unit,
        detail="\n".join(filter(None, (words.detail, reserve))),
        mark=optional_mark(wording, is_required=check.required),
        meter=still_meter(check, profile, wording),
        curve=rate_curve(download, limit, wording) if check.id == "bandwidth" else None,
        can_explain=bool(check.measurements or check.not_measured),
        offer=headset_offer(check, wording),
    )


def _reserve(check: CheckResult, gaps: frozenset[str], wording: Wording) -> str:
    """What keeps this check's "ready" from meaning everything."""
    if check.verdict not in {Verdict.READY, Verdict.CAUTION}:
        return ""
    if is_looped(check):
        return wording.say(texts.INSIDE_ONLY)
    names = tuple(
        noun_inside(measurement_label(missing.id, wording), wording)
        for missing in check.not_measured
        if missing.id in gaps
    )
    return wording.say(texts.GAPS, names=listed(names, wording)) if names else ""
