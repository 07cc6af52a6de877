"""The top of the Today page: the next shift, and whether you can take calls. Plain Python."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from workspace_assistant.core.readiness.model import ReadinessReport
from workspace_assistant.ui.readiness import hero_state as readiness
from workspace_assistant.ui.readiness.situation import Situation
from workspace_assistant.ui.today import texts
from workspace_assistant.ui.today.facts import Facts
from workspace_assistant.ui.today.shift_state import shift_at, shift_detail, shift_headline
from workspace_assistant.ui.verdict_look import NOT_CHECKED, Look
from workspace_assistant.ui.wording.durations import spelled
from workspace_assistant.ui.wording.wording import Wording

_MINUTE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class HeroState:
    """The look is that of the readiness check.

    Attributes:
        detail: of the shift; empty without one.
        answer: whether you can take calls.
        lines: what goes with the answer: why, or what the first check does and costs.
        age: when that was found out; empty where the answer says so itself.
        fraction: of a check that runs; None while none does.
        link: leads to what was found; empty while there is nothing.
        button: starts a check or cancels it.
    """

    look: Look
    headline: str
    detail: str
    answer: str
    lines: tuple[str, ...]
    age: str
    fraction: float | None
    link: str
    button: str
    is_enabled: bool
    is_running: bool


def hero_state(checked: Situation, facts: Facts, wording: Wording) -> HeroState:
    found = readiness.hero_state(checked, wording)
    is_running, report = checked.run is not None, checked.report
    answer, lines = found.headline, _lines(found)
    headline, detail = _shift(facts, wording)
    look = found.look
    if headline and report is None and not is_running and not checked.fault:
        look, answer = NOT_CHECKED, wording.say(texts.NOT_CHECKED)
    if not headline:
        headline, answer = answer, ""
    return HeroState(
        look=look,
        headline=headline,
        detail=detail,
        answer=answer,
        lines=lines,
        age=_age(checked, report, wording) if report and not is_running else "",
        fraction=found.fraction,
        link=wording.say(texts.SEE_RUN if is_running else texts.SEE_CHECK)
        if is_running or report is not None
        else "",
        button=wording.say(_button(checked)),
        is_enabled=_can_act(checked),
        is_running=is_running,
    )


def _shift(facts: Facts, wording: Wording) -> tuple[str, str]:
    if not facts.has_sources:
        return "", ""
    shift = shift_at(facts)
    return shift_headline(shift, facts.at, wording), shift_detail(shift, facts.at, wording)


def _lines(found: readiness.HeroState) -> tuple[str, ...]:
    return tuple(filter(None, (found.request, found.sentence, *found.steps)))


def _age(checked: Situation, report: ReadinessReport, wording: Wording) -> str:
    if readiness.is_stale(checked, report, wording):
        return ""
    age = checked.now - report.finished_at
    if age < _MINUTE:
        return wording.say(texts.CHECKED_NOW)
    return wording.say(
        texts.CHECKED_AGO,
        clock=wording.clock(report.finished_at),
        length=spelled(float(age // _MINUTE * 60), wording),
    )


def _button(checked: Situation) -> str:
    if checked.run is not None:
        return texts.CANCEL
    return texts.CHECK_NOW if checked.report is None else texts.CHECK_AGAIN


def _can_act(checked: Situation) -> bool:
    if checked.run is not None:
        return not checked.run.is_cancelling
    return not checked.is_opening
