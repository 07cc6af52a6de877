"""The panel under the cards: where the way of a call is weak, in words and pictures."""

from __future__ import annotations

from dataclasses import dataclass, field

from workspace_assistant.core.readiness.model import ReadinessReport, Verdict
from workspace_assistant.core.text import Say, in_english
from workspace_assistant.ui.readiness import path_texts as texts
from workspace_assistant.ui.wording.wording import Wording

_VOICE = "voice-path"
# What spoils calls beside the way, or nobody knows where.
_NO_PART_OF_THE_WAY = frozenset({"computer", "line", "unknown"})


@dataclass(frozen=True, slots=True, kw_only=True)
class PathState:
    """Words first; `report` is what the pictures are made of.

    `check_id` names the check whose numbers stand behind it, `cause` is the code of what is to
    blame; `say` speaks for the pictures.
    """

    report: ReadinessReport
    check_id: str
    title: str
    headline: str
    cause: str = ""
    evidence: str = ""
    say: Say = field(default=in_english, compare=False)


def path_state(report: ReadinessReport, wording: Wording) -> PathState | None:
    """None when *report* knows nothing about the way."""
    # Late: nothing of this is needed before the window's first paint.
    from workspace_assistant.core.readiness.culprit import find_culprit
    from workspace_assistant.core.readiness.path_picture import path_picture

    if path_picture(report) is None:
        return None
    culprit = find_culprit(report, wording.say)
    return PathState(
        report=report,
        check_id=_asked_check(report),
        title=wording.say(_title(report, culprit.link if culprit else "")),
        headline=wording.say(culprit.headline if culprit else _without_culprit(report)),
        cause=culprit.code if culprit else "",
        evidence=" ".join(wording.say(each) for each in culprit.evidence) if culprit else "",
        say=wording.say,
    )


def _title(report: ReadinessReport, link: str) -> str:
    """A place is named as weak only where the picture below shows one."""
    from workspace_assistant.core.readiness.path.facts import path_facts
    from workspace_assistant.core.readiness.path.model import LinkState

    if not link:
        return texts.THE_WAY
    facts = path_facts(report)
    states = {station.state for station in facts.stations} if facts else set()
    is_shown = bool(states & {LinkState.WEAK, LinkState.BROKEN})
    is_place = is_shown and link not in _NO_PART_OF_THE_WAY
    return texts.WHERE_WEAK if is_place else texts.WHAT_DISTURBS


def _without_culprit(report: ReadinessReport) -> str:
    """How far the way was looked at: what was not tested is not called good."""
    voice = [check for check in report.checks if check.id == _VOICE]
    if not voice:
        return texts.TESTED_TO_THE_ROUTER
    is_tested = voice[0].verdict is not Verdict.NOT_TESTED
    return texts.CALM if is_tested else texts.BEHIND_NOT_TESTED


def _asked_check(report: ReadinessReport) -> str:
    looked = {check.id for check in report.checks}
    return _VOICE if _VOICE in looked else "connection"
