"""How a verdict looks: always icon, word and color together."""

from __future__ import annotations

from dataclasses import dataclass

from workspace_assistant.core.readiness.model import ReadinessReport, Severity, Verdict
from workspace_assistant.core.readiness.names import SEVERITY_WORDS, VERDICT_WORDS
from workspace_assistant.core.readiness.verdict import is_own_loop, is_partial
from workspace_assistant.ui.theme.colors import Tone
from workspace_assistant.ui.wording import texts


@dataclass(frozen=True, slots=True)
class Look:
    """A tone and the icon that goes with it; `word` says the same for those who see neither."""

    tone: Tone
    icon: str
    word: str


VERDICT_LOOKS = {
    Verdict.READY: Look(Tone.OK, "check", VERDICT_WORDS[Verdict.READY]),
    Verdict.CAUTION: Look(Tone.CAUTION, "exclamation", VERDICT_WORDS[Verdict.CAUTION]),
    Verdict.NOT_READY: Look(Tone.BAD, "cross", VERDICT_WORDS[Verdict.NOT_READY]),
    Verdict.NOT_TESTED: Look(Tone.UNTESTED, "dash", VERDICT_WORDS[Verdict.NOT_TESTED]),
}

SEVERITY_LOOKS = {
    Severity.INFO: Look(Tone.ACCENT, "note", SEVERITY_WORDS[Severity.INFO]),
    Severity.CAUTION: Look(Tone.CAUTION, "exclamation", SEVERITY_WORDS[Severity.CAUTION]),
    Severity.NOT_READY: Look(Tone.BAD, "cross", SEVERITY_WORDS[Severity.NOT_READY]),
}

READY_IN_PART = Look(Tone.UNTESTED, "check", texts.READY_IN_PART)
RUNNING = Look(Tone.ACCENT, "wait", texts.RUNNING)
WAITING = Look(Tone.UNTESTED, "wait", texts.WAITING)
EARLIER = Look(Tone.UNTESTED, "clock", texts.FROM_EARLIER)
FAILED = Look(Tone.BAD, "cross", texts.FAILED)
NOT_CHECKED = Look(Tone.UNTESTED, "dash", texts.NOT_CHECKED_YET)
INVITATION = Look(Tone.ACCENT, "readiness", texts.NOT_CHECKED_YET)
TOLD = Look(Tone.ACCENT, "note", SEVERITY_WORDS[Severity.INFO])


def is_whole(report: ReadinessReport) -> bool:
    """Whether the run looked at all that the job requires: nothing left out, and a real line."""
    return not report.deselected and not is_own_loop(report)


def report_look(report: ReadinessReport) -> Look:
    """The look of a report: "ready" without a reserve only where all limits were held against."""
    if report.verdict is Verdict.READY and is_partial(report):
        return READY_IN_PART
    return VERDICT_LOOKS[report.verdict]
