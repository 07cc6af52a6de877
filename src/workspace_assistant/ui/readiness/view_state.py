"""What the readiness page shows, in plain Python: strings, icon names and what is enabled."""

from __future__ import annotations

from dataclasses import dataclass

from workspace_assistant.core.readiness.model import (
    CheckResult,
    Finding,
    ReadinessReport,
    Severity,
)
from workspace_assistant.core.readiness.profile.model import WorkplaceProfile
from workspace_assistant.core.readiness.units import format_duration, format_value
from workspace_assistant.ui.readiness import path_texts, texts
from workspace_assistant.ui.readiness.card import CardState
from workspace_assistant.ui.readiness.card_state import card_states
from workspace_assistant.ui.readiness.hero_state import HeroState, hero_state
from workspace_assistant.ui.readiness.method_state import MethodState, method_state
from workspace_assistant.ui.readiness.path_state import PathState, path_state
from workspace_assistant.ui.readiness.situation import Situation
from workspace_assistant.ui.verdict_look import SEVERITY_LOOKS, TOLD, Look
from workspace_assistant.ui.wording.names import display_rank
from workspace_assistant.ui.wording.wording import Wording

_LOSS_UNCLEAR = "loss-unclear"
_NO_PASSWORD = frozenset({"turn-no-password", "no-password"})
_WORST_FIRST = (Severity.NOT_READY, Severity.CAUTION, Severity.INFO)


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingState:
    """`offer` is what the row's own button does, empty when it has none."""

    check_id: str
    look: Look
    message: str
    action: str
    offer: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChoicesState:
    """What the next check will use. `faults` lists what is wrong with a profile just chosen.

    `offers_long`: the profile names servers that a long voice test makes sense with.
    """

    is_enabled: bool
    microphone: str
    profile: str
    is_quick: bool
    is_long: bool = False
    offers_long: bool = False
    trouble: str = ""
    faults: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PageState:
    """The whole page. `primary` is the one button in the hero, empty while nothing can be done."""

    hero: HeroState
    primary: str
    is_running: bool
    can_check: bool
    can_cancel: bool
    can_keep: bool
    findings: tuple[FindingState, ...]
    cards: tuple[CardState, ...]
    path: PathState | None
    methods: tuple[MethodState, ...]
    choices: ChoicesState
    footer: str


def page_state(situation: Situation, wording: Wording) -> PageState:
    is_running = situation.run is not None
    report = situation.report
    shown = () if is_running or report is None else _in_order(report.checks)
    path = None if is_running or report is None else path_state(report, wording)
    cause = "" if path is None else path.cause
    return PageState(
        hero=hero_state(situation, wording),
        primary=wording.say(_primary(situation)),
        is_running=is_running,
        can_check=not is_running and not situation.is_opening,
        can_cancel=situation.run is not None and not situation.run.is_cancelling,
        can_keep=report is not None and not is_running,
        findings=(*_findings(shown, cause, wording), *_hints(shown, wording)),
        cards=card_states(situation, wording),
        path=path,
        methods=tuple(method_state(check, wording) for check in shown),
        choices=_choices(situation, wording),
        footer="" if is_running or report is None else _footer(situation, report, wording),
    )


def _in_order(checks: tuple[CheckResult, ...]) -> tuple[CheckResult, ...]:
    return tuple(sorted(checks, key=lambda check: display_rank(check.id)))


def _primary(situation: Situation) -> str:
    if situation.run is not None:
        return texts.CANCEL
    return texts.CHECK_NOW if situation.report is None else texts.CHECK_AGAIN


def _findings(
    checks: tuple[CheckResult, ...], cause: str, wording: Wording
) -> tuple[FindingState, ...]:
    """The weightiest first; of equal weight what is to blame, then in the order of the cards."""
    pairs = [(check, finding) for check in checks for finding in check.findings]
    pairs.sort(key=lambda pair: _weight(pair[0], pair[1], cause))
    return tuple(_finding(check.id, finding, wording) for check, finding in pairs)


def _weight(check: CheckResult, finding: Finding, cause: str) -> tuple[int, bool]:
    """Sorts findings: what is to blame stands right above the worst that its check found."""
    is_cause = finding.code == cause
    weighed = check.findings if is_cause else (finding,)
    return min(_WORST_FIRST.index(one.severity) for one in weighed), not is_cause


def _finding(check_id: str, finding: Finding, wording: Wording) -> FindingState:
    offers_long = finding.code == _LOSS_UNCLEAR  # the button says what to do, then
    return FindingState(
        check_id=check_id,
        look=SEVERITY_LOOKS[finding.severity],
        message=wording.say(finding.message),
        action="" if offers_long else wording.say(finding.action),
        offer=wording.say(path_texts.LONG_OFFER) if offers_long else "",
    )


def _hints(checks: tuple[CheckResult, ...], wording: Wording) -> tuple[FindingState, ...]:
    """What would let a check see more next time."""
    asking = (
        check
        for check in checks
        if any(missing.reason in _NO_PASSWORD for missing in check.not_measured)
    )
    return tuple(
        FindingState(
            check_id=check.id,
            look=TOLD,
            message=wording.say(path_texts.PASSWORD_MISSING),
            action=wording.say(path_texts.PASSWORD_HOW, command=path_texts.PASSWORD_COMMAND),
        )
        for check in asking
    )[:1]


def _choices(situation: Situation, wording: Wording) -> ChoicesState:
    trouble = situation.profile_trouble
    return ChoicesState(
        is_enabled=situation.run is None and not situation.is_opening,
        microphone=_microphone_name(situation, wording),
        profile=wording.say(situation.profile.name) if situation.profile else "",
        is_quick=situation.is_quick,
        is_long=situation.is_long,
        offers_long=_names_voice_servers(situation.profile),
        trouble=wording.say(texts.PROFILE_UNUSABLE, file=trouble.file) if trouble else "",
        faults=tuple(map(wording.say, trouble.faults)) if trouble else (),
    )


def _names_voice_servers(profile: WorkplaceProfile | None) -> bool:
    return profile is not None and bool(profile.voice_path.stun or profile.voice_path.turn)


def _microphone_name(situation: Situation, wording: Wording) -> str:
    if not situation.microphone:
        return wording.say(texts.SYSTEM_DEFAULT)
    return situation.microphone_name or wording.say(texts.CHOSEN_BEFORE)


def _footer(situation: Situation, report: ReadinessReport, wording: Wording) -> str:
    return wording.say(
        texts.FOOTER,
        day=_day(situation, report, wording),
        clock=wording.clock(report.finished_at),
        duration=format_duration((report.finished_at - report.started_at).total_seconds()),
        data=format_value(float(report.bytes_used), "byte"),
        profile=wording.say(report.profile_name),
    )


def _day(situation: Situation, report: ReadinessReport, wording: Wording) -> str:
    days = (wording.local(situation.now).date() - wording.local(report.finished_at).date()).days
    if days == 0:
        return wording.say(texts.TODAY)
    if days == 1:
        return wording.say(texts.YESTERDAY)
    return wording.short_date(report.finished_at)
