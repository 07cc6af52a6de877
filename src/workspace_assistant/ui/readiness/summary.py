"""The result in a few lines of text, for a help desk or a team leader."""

from __future__ import annotations

from collections.abc import Iterator

from workspace_assistant.core.readiness.model import CheckResult, ReadinessReport, Verdict
from workspace_assistant.ui.readiness import texts
from workspace_assistant.ui.readiness.headline import headline
from workspace_assistant.ui.verdict_look import VERDICT_LOOKS, report_look
from workspace_assistant.ui.wording.names import check_title
from workspace_assistant.ui.wording.wording import Wording


def summary(report: ReadinessReport, wording: Wording) -> str:
    return "\n".join(_lines(report, wording))


def report_file_name(report: ReadinessReport, wording: Wording) -> str:
    """A name that sorts by time: ``readiness-2026-11-21-0841.html``."""
    return f"readiness-{wording.local(report.finished_at):%Y-%m-%d-%H%M}.html"


def _lines(report: ReadinessReport, wording: Wording) -> Iterator[str]:
    yield wording.say(texts.SUMMARY_HEAD, verdict=wording.say(report_look(report).word))
    yield wording.say(
        texts.SUMMARY_WHEN,
        date=wording.date(report.finished_at),
        clock=wording.clock(report.finished_at),
        profile=report.profile_name,
    )
    for check in report.checks:
        yield _check_line(check, wording)
        for finding in check.findings:
            yield f"  {wording.say(finding.message)} {wording.say(finding.action)}".rstrip()


def _check_line(check: CheckResult, wording: Wording) -> str:
    words = headline(check, None, wording)
    number = "" if check.verdict is Verdict.NOT_TESTED else words.number
    numbers = " ".join(filter(None, (number, words.unit, ", ".join(words.detail.splitlines()))))
    return wording.say(
        texts.SUMMARY_CHECK,
        title=check_title(check.id, wording),
        verdict=wording.say(VERDICT_LOOKS[check.verdict].word),
        number=numbers,
    ).rstrip()
