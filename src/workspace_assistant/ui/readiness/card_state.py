"""One card per check: waiting, running, done or not tested."""

from __future__ import annotations

from dataclasses import replace

from workspace_assistant.core.readiness.model import ReadinessReport, Verdict
from workspace_assistant.core.readiness.profile.model import WorkplaceProfile
from workspace_assistant.core.readiness.service import BESIDE, required_checks
from workspace_assistant.core.readiness.verdict import unjudged
from workspace_assistant.ui import verdict_look
from workspace_assistant.ui.readiness import texts
from workspace_assistant.ui.readiness.card import CardState, optional_mark
from workspace_assistant.ui.readiness.live_card import progress_card
from workspace_assistant.ui.readiness.result_card import result_card
from workspace_assistant.ui.readiness.run_time import TYPICAL_DURATIONS_S
from workspace_assistant.ui.readiness.situation import Situation
from workspace_assistant.ui.verdict_look import VERDICT_LOOKS
from workspace_assistant.ui.wording.names import check_title, display_rank
from workspace_assistant.ui.wording.wording import Wording

_COSTS = {"bandwidth": texts.PREVIEW_DATA, BESIDE: texts.PREVIEW_BESIDE}


def card_states(situation: Situation, wording: Wording) -> tuple[CardState, ...]:
    """Cards, always in the same order; before the first check they say what each does and costs."""
    cards = _cards(situation, wording)
    return tuple(sorted(cards, key=lambda card: display_rank(card.id)))


def _cards(situation: Situation, wording: Wording) -> tuple[CardState, ...]:
    profile = situation.profile
    if situation.run is not None:
        cards = (progress_card(check, profile, wording) for check in situation.run.checks)
        return tuple(replace(card, can_explain=False, offer="") for card in cards)
    if situation.report is None:
        return _preview_cards(profile, wording) if profile else ()
    return _report_cards(situation, situation.report, wording)


def _preview_cards(profile: WorkplaceProfile, wording: Wording) -> tuple[CardState, ...]:
    return tuple(
        _preview_card(check_id, profile, wording, is_required=is_required)
        for check_id, is_required in required_checks(profile).items()
    )


def _preview_card(
    check_id: str, profile: WorkplaceProfile, wording: Wording, *, is_required: bool
) -> CardState:
    cost = _COSTS.get(check_id, texts.PREVIEW_TAKES)
    sentences = (
        wording.say(texts.PREVIEWS[check_id]),
        wording.say(
            cost,
            seconds=f"{TYPICAL_DURATIONS_S[check_id]:.0f}",
            megabytes=f"{profile.bandwidth.budget_megabytes:g}",
        ),
    )
    return CardState(
        id=check_id,
        title=check_title(check_id, wording),
        look=verdict_look.NOT_CHECKED,
        number="",
        detail="\n".join(sentences),
        mark=optional_mark(wording, is_required=is_required),
    )


def _report_cards(
    situation: Situation, report: ReadinessReport, wording: Wording
) -> tuple[CardState, ...]:
    measured_for = matching_profile(situation.profile, report)
    gaps = frozenset(unjudged(report))
    done = (
        result_card(check, measured_for, situation.download, wording, gaps)
        for check in report.checks
    )
    left_out = (
        _left_out_card(check_id, wording)
        for check_id in report.deselected
        if check_id not in {check.id for check in report.checks}
    )
    return (*done, *left_out)


def matching_profile(
    profile: WorkplaceProfile | None, report: ReadinessReport
) -> WorkplaceProfile | None:
    """*profile* when *report* was judged by it: no other's limits may be drawn beside it."""
    return profile if profile and profile.digest == report.profile_digest else None


def _left_out_card(check_id: str, wording: Wording) -> CardState:
    return CardState(
        id=check_id,
        title=check_title(check_id, wording),
        look=VERDICT_LOOKS[Verdict.NOT_TESTED],
        number=wording.say(VERDICT_LOOKS[Verdict.NOT_TESTED].word),
        detail=wording.say(texts.LEFT_OUT),
    )
