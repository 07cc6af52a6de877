"""The card of a finished check."""

from __future__ import annotations

from workspace_assistant.core.readiness.bandwidth.model import GoodputReading
from workspace_assistant.core.readiness.model import CheckResult
from workspace_assistant.core.readiness.profile.model import WorkplaceProfile
from workspace_assistant.ui.readiness.card import CardState, optional_mark
from workspace_assistant.ui.readiness.headline import headline
from workspace_assistant.ui.readiness.moving_parts import rate_curve, still_meter
from workspace_assistant.ui.verdict_look import VERDICT_LOOKS
from workspace_assistant.ui.wording.names import check_title
from workspace_assistant.ui.wording.wording import Wording


def result_card(
    check: CheckResult,
    profile: WorkplaceProfile | None,
    download: tuple[GoodputReading, ...],
    wording: Wording,
) -> CardState:
    words = headline(check, profile, wording)
    limit = profile.bandwidth.download_mbps.ready if profile else None
    return CardState(
        id=check.id,
        title=check_title(check.id, wording),
        look=VERDICT_LOOKS[check.verdict],
        number=words.number,
        unit=words.unit,
        detail=words.detail,
        mark=optional_mark(wording, is_required=check.required),
        meter=still_meter(check, profile, wording),
        curve=rate_curve(download, limit, wording) if check.id == "bandwidth" else None,
        can_explain=bool(check.measurements or check.not_measured),
    )
