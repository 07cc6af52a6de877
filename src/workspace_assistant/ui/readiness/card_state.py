"""One card per check: waiting, running, done or not tested."""

from __future__ import annotations

from dataclasses import dataclass, replace

from workspace_assistant.core.readiness.bandwidth.model import GoodputReading
from workspace_assistant.core.readiness.microphone.model import LevelReading
from workspace_assistant.core.readiness.model import CheckResult, ReadinessReport, Verdict
from workspace_assistant.core.readiness.profile.model import WorkplaceProfile
from workspace_assistant.core.readiness.service import required_checks
from workspace_assistant.ui import verdict_look
from workspace_assistant.ui.readiness import texts
from workspace_assistant.ui.readiness.headline import headline
from workspace_assistant.ui.readiness.run_progress import TYPICAL_DURATIONS_S, CheckProgress
from workspace_assistant.ui.readiness.situation import Situation
from workspace_assistant.ui.verdict_look import VERDICT_LOOKS, Look
from workspace_assistant.ui.wording.names import check_title, display_rank
from workspace_assistant.ui.wording.quantities import megabits
from workspace_assistant.ui.wording.wording import Wording


@dataclass(frozen=True, slots=True, kw_only=True)
class MeterState:
    """A level in dBFS with the band to be in; a live meter swings, another stands still."""

    rms_dbfs: float
    peak_dbfs: float
    target: tuple[float, float] | None
    is_live: bool
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CurveState:
    """Points of time in seconds and rate in Mbit/s, and the rate that the job requires."""

    points: tuple[tuple[float, float], ...]
    limit: float | None
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CardState:
    id: str
    title: str
    look: Look
    number: str
    unit: str = ""
    detail: str = ""
    meter: MeterState | None = None
    curve: CurveState | None = None
    can_explain: bool = False


def card_states(situation: Situation, wording: Wording) -> tuple[CardState, ...]:
    """Cards, always in the same order; before the first check they say what each does and costs."""
    cards = _cards(situation, wording)
    return tuple(sorted(cards, key=lambda card: display_rank(card.id)))


def _cards(situation: Situation, wording: Wording) -> tuple[CardState, ...]:
    profile = situation.profile
    if situation.run is not None:
        cards = (_progress_card(check, profile, wording) for check in situation.run.checks)
        return tuple(replace(card, can_explain=False) for card in cards)
    if situation.report is None:
        return _preview_cards(profile, wording) if profile else ()
    return _report_cards(situation, situation.report, wording)


def _preview_cards(profile: WorkplaceProfile, wording: Wording) -> tuple[CardState, ...]:
    return tuple(_preview_card(check_id, profile, wording) for check_id in required_checks(profile))


def _preview_card(check_id: str, profile: WorkplaceProfile, wording: Wording) -> CardState:
    cost = texts.PREVIEW_DATA if check_id == "bandwidth" else texts.PREVIEW_TAKES
    takes_s = TYPICAL_DURATIONS_S.get(check_id)
    sentences = (
        wording.say(texts.PREVIEWS[check_id]) if check_id in texts.PREVIEWS else "",
        wording.say(
            cost,
            seconds=f"{takes_s:.0f}",
            megabytes=f"{profile.bandwidth.budget_megabytes:g}",
        )
        if takes_s
        else "",
    )
    return CardState(
        id=check_id,
        title=check_title(check_id, wording),
        look=verdict_look.NOT_CHECKED,
        number="",
        detail="\n".join(filter(None, sentences)),
    )


def _report_cards(
    situation: Situation, report: ReadinessReport, wording: Wording
) -> tuple[CardState, ...]:
    measured_for = matching_profile(situation.profile, report)
    done = (
        _result_card(check, measured_for, situation.download, wording) for check in report.checks
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


def _progress_card(
    check: CheckProgress, profile: WorkplaceProfile | None, wording: Wording
) -> CardState:
    if check.result is not None:
        return _result_card(check.result, profile, check.download, wording)
    title = check_title(check.id, wording)
    if not check.is_started:
        return CardState(
            id=check.id,
            title=title,
            look=verdict_look.WAITING,
            number=wording.say(texts.WAITING),
            detail=wording.say(texts.WAITING_DETAIL),
        )
    number, unit = _live_number(check, wording)
    return CardState(
        id=check.id,
        title=title,
        look=verdict_look.RUNNING,
        number=number,
        unit=unit,
        detail=wording.say(check.stage) if check.stage and check.level is None else "",
        meter=_live_meter(check.level, profile, wording) if check.level else None,
        curve=_curve(check.upload or check.download, _needed(check, profile), wording),
    )


def _live_number(check: CheckProgress, wording: Wording) -> tuple[str, str]:
    if check.level is not None:
        word = texts.QUIET_NUMBER if check.level.phase == "quiet" else texts.SPEAK_NUMBER
        left = f"{max(0.0, check.level.remaining_s):.0f}"
        return (wording.say(word), wording.say(texts.PHASE_LEFT, seconds=left))
    if check.upload:
        return (megabits(check.upload[-1].goodput_bps), wording.say(texts.RATE_UP))
    if check.download:
        return (megabits(check.download[-1].goodput_bps), wording.say(texts.RATE_DOWN))
    return (wording.say(texts.MEASURING), "")


def _result_card(
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
        meter=_still_meter(check, profile, wording),
        curve=_curve(download, limit, wording) if check.id == "bandwidth" else None,
        can_explain=bool(check.measurements or check.not_measured),
    )


def _left_out_card(check_id: str, wording: Wording) -> CardState:
    return CardState(
        id=check_id,
        title=check_title(check_id, wording),
        look=VERDICT_LOOKS[Verdict.NOT_TESTED],
        number=wording.say(VERDICT_LOOKS[Verdict.NOT_TESTED].word),
        detail=wording.say(texts.LEFT_OUT),
    )


def _live_meter(
    level: LevelReading, profile: WorkplaceProfile | None, wording: Wording
) -> MeterState:
    return MeterState(
        rms_dbfs=level.rms_dbfs,
        peak_dbfs=level.peak_dbfs,
        target=_target(profile) if level.phase != "quiet" else None,
        is_live=True,
        text=wording.say(texts.METER_NAME),
    )


def _still_meter(
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


def _needed(check: CheckProgress, profile: WorkplaceProfile | None) -> float | None:
    if profile is None:
        return None
    need = profile.bandwidth
    return (need.upload_mbps if check.upload else need.download_mbps).ready


def _curve(
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
