"""The hero: the page's one question, answered in the first line."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from math import ceil

from workspace_assistant.core.readiness.model import (
    CheckResult,
    ReadinessReport,
    Severity,
    Verdict,
)
from workspace_assistant.core.readiness.profile.model import WorkplaceProfile
from workspace_assistant.core.readiness.service import required_checks
from workspace_assistant.core.readiness.verdict import is_partial
from workspace_assistant.ui import verdict_look
from workspace_assistant.ui.readiness import texts
from workspace_assistant.ui.readiness.report_sentence import report_sentence
from workspace_assistant.ui.readiness.run_progress import (
    CheckProgress,
    RunProgress,
    started_run,
)
from workspace_assistant.ui.readiness.run_time import is_late, is_over, remaining_s, shown_at
from workspace_assistant.ui.readiness.situation import Situation
from workspace_assistant.ui.verdict_look import VERDICT_LOOKS, Look, report_look
from workspace_assistant.ui.wording.names import check_title, listed, noun_inside
from workspace_assistant.ui.wording.wording import Wording

STALE_AFTER = timedelta(hours=4)
_FEW_S = 2.5
_OFFLINE_REASON = "network-unreachable"


@dataclass(frozen=True, slots=True, kw_only=True)
class HeroState:
    """The top of the page.

    `request` is what the user is asked to do right now, `steps` are shown as a list under the
    sentence, `fraction` is None when nothing runs.
    """

    look: Look
    headline: str
    request: str = ""
    sentence: str = ""
    steps: tuple[str, ...] = ()
    fraction: float | None = None


def hero_state(situation: Situation, wording: Wording) -> HeroState:
    if situation.run is not None:
        return _running(situation.run, situation.elapsed_s, wording)
    if situation.fault:
        return HeroState(
            look=verdict_look.FAILED,
            headline=wording.say(texts.FAILED),
            sentence=wording.say(situation.fault),
        )
    if situation.report is not None:
        return _report_hero(situation, situation.report, wording)
    if situation.is_opening:
        return HeroState(look=verdict_look.WAITING, headline=wording.say(texts.OPENING))
    return _first_time(situation, wording)


def is_stale(situation: Situation, report: ReadinessReport, wording: Wording) -> bool:
    """Whether *report* is too old to answer for now: hours ago, or from another day."""
    age = situation.now - report.finished_at
    same_day = wording.local(situation.now).date() == wording.local(report.finished_at).date()
    return age > STALE_AFTER or not same_day


def _first_time(situation: Situation, wording: Wording) -> HeroState:
    profile = situation.profile or WorkplaceProfile(name="")
    budget = profile.bandwidth.budget_megabytes
    whole_s = remaining_s(started_run(tuple(required_checks(profile))), 0.0)
    return HeroState(
        look=verdict_look.INVITATION,
        headline=wording.say(texts.FIRST_TIME),
        steps=tuple(
            wording.say(step, megabytes=f"{budget:g}", seconds=f"{_round_up_s(whole_s):g}")
            for step in texts.FIRST_STEPS
        ),
    )


def _round_up_s(duration_s: float) -> float:
    """To the next ten seconds: nobody's line is the typical one."""
    return ceil(duration_s / 10) * 10


def _running(run: RunProgress, elapsed_s: float, wording: Wording) -> HeroState:
    return HeroState(
        look=verdict_look.RUNNING,
        headline=_running_headline(run, wording),
        request=_request(run, wording),
        sentence="" if run.is_cancelling else _time_left(run, elapsed_s, wording),
        fraction=shown_at(run, elapsed_s).shown_fraction,
    )


def _time_left(run: RunProgress, elapsed_s: float, wording: Wording) -> str:
    """In seconds, and at the end in words: a number that stands still or is wrong says nothing."""
    if is_late(run, elapsed_s):
        return wording.say(texts.TAKES_LONGER)
    left_s = shown_at(run, elapsed_s).shown_left_s
    if left_s < _FEW_S:
        return wording.say(texts.ALMOST_DONE)
    return wording.say(texts.SECONDS_LEFT, seconds=f"{left_s:.0f}")


def _running_headline(run: RunProgress, wording: Wording) -> str:
    if run.is_cancelling:
        return wording.say(texts.CANCELLING)
    if run.checks and is_over(run):
        return wording.say(texts.FINISHING)
    active = _active(run)
    instruction = next((text for check in active if (text := _instruction(check))), "")
    if instruction:
        return wording.say(instruction)
    if not active:
        return wording.say(texts.STARTING)
    if len(active) == 1 and active[0].id in texts.CHECKING_ONE:
        return wording.say(texts.CHECKING_ONE[active[0].id])
    names = tuple(noun_inside(check_title(check.id, wording), wording) for check in active)
    return wording.say(texts.CHECKING, names=listed(names, wording))


def _active(run: RunProgress) -> tuple[CheckProgress, ...]:
    """The checks that run; between two stages the one that comes next."""
    active = tuple(check for check in run.checks if check.is_running)
    if active or not any(check.result for check in run.checks):
        return active
    return tuple(check for check in run.checks if not check.is_started)[:1]


def _request(run: RunProgress, wording: Wording) -> str:
    """What the user is asked to do right now: the sentence to read, in the microphone's words."""
    asked = (check.stage for check in run.checks if check.is_running and _instruction(check))
    stage = next(asked, "")
    return wording.say(stage) if stage and not run.is_cancelling else ""


def _instruction(check: CheckProgress) -> str:
    if check.level is None or check.level.remaining_s <= 0:
        return ""
    return texts.STAY_QUIET if check.level.phase == "quiet" else texts.READ_ALOUD


def _report_hero(situation: Situation, report: ReadinessReport, wording: Wording) -> HeroState:
    profile = situation.profile
    if profile is not None and profile.digest != report.profile_digest:
        return _other_profile(profile, report, wording)
    if is_stale(situation, report, wording):
        return _stale(situation, report, wording)
    if _is_offline(report):
        return HeroState(
            look=VERDICT_LOOKS[report.verdict],
            headline=wording.say(texts.OFFLINE),
            sentence=f"{wording.say(texts.OFFLINE_SENTENCE)} {report_sentence(report, wording)}",
        )
    return HeroState(
        look=report_look(report),
        headline=_headline(report, wording),
        sentence=report_sentence(report, wording),
    )


def _other_profile(
    profile: WorkplaceProfile, report: ReadinessReport, wording: Wording
) -> HeroState:
    """An answer to another question: the limits were others."""
    same_name = profile.name == report.profile_name
    headline = texts.EARLIER_PROFILE if same_name else texts.OTHER_PROFILE
    return HeroState(
        look=verdict_look.EARLIER,
        headline=wording.say(headline, profile=wording.say(report.profile_name)),
        sentence=wording.say(
            texts.OTHER_PROFILE_SENTENCE,
            verdict=_verdict_word(report, wording),
            profile=wording.say(profile.name),
        ),
    )


def _stale(situation: Situation, report: ReadinessReport, wording: Wording) -> HeroState:
    days = (wording.local(situation.now).date() - wording.local(report.finished_at).date()).days
    headline = {0: texts.STALE_TODAY, 1: texts.STALE_YESTERDAY}.get(days, texts.STALE_DATE)
    return HeroState(
        look=verdict_look.EARLIER,
        headline=wording.say(
            headline,
            clock=wording.clock(report.finished_at),
            date=wording.short_date(report.finished_at),
        ),
        sentence=wording.say(texts.STALE_SENTENCE, verdict=_verdict_word(report, wording)),
    )


def _verdict_word(report: ReadinessReport, wording: Wording) -> str:
    return wording.say(report_look(report).word).lower()


def _headline(report: ReadinessReport, wording: Wording) -> str:
    if report.verdict is Verdict.NOT_READY:
        return wording.say(texts.NOT_READY)
    if report.verdict is Verdict.NOT_TESTED:
        return wording.say(texts.NOT_TESTED)
    is_in_part = is_partial(report)
    if report.verdict is Verdict.READY:
        return wording.say(texts.PARTLY_READY if is_in_part else texts.READY)
    cautions = _caution_count(report)
    if cautions == 1:
        return wording.say(texts.PARTLY_CAUTION_ONE if is_in_part else texts.CAUTION_ONE)
    many = texts.PARTLY_CAUTION_MANY if is_in_part else texts.CAUTION_MANY
    return wording.say(many, count=str(cautions))


def _caution_count(report: ReadinessReport) -> int:
    return sum(
        finding.severity is Severity.CAUTION
        for check in report.checks
        for finding in check.findings
        if check.required
    )


def _is_offline(report: ReadinessReport) -> bool:
    """Whether the line could not be tested because nothing leads out of this computer."""
    return report.verdict is Verdict.NOT_TESTED and any(
        _has_no_network(check) for check in report.checks
    )


def _has_no_network(check: CheckResult) -> bool:
    return check.id == "bandwidth" and any(
        missing.reason == _OFFLINE_REASON for missing in check.not_measured
    )
