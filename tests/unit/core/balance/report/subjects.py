"""Reports for tests: a measure without a font, and what is reported."""

from __future__ import annotations

from tests.fakes import summaries
from tests.fakes.summary_days import ZONE
from tests.fakes.wording import LongWording
from workspace_assistant.core.balance.paper_writing import PaperWriting
from workspace_assistant.core.balance.report.choice import ReportChoice, ReportPart
from workspace_assistant.core.balance.report.content import report_of
from workspace_assistant.core.balance.report.model import Report
from workspace_assistant.core.balance.report.subject import NamedTime, ReportSubject
from workspace_assistant.core.balance.summary_model import RollUp, Summary

EVERYTHING = ReportChoice(parts=frozenset(ReportPart))
WRITING = PaperWriting(ZONE)
TIPS = {"eleven-hours-of-rest": "Leave eleven hours.", "quick-return": "Do the easy things first."}
NAMES = (
    NamedTime(name="Refunds <b>", count=2, worked_s=5400.0, notes=("door bell", "=1+1")),
    NamedTime(name="=cmd()", count=1, worked_s=60.0, notes=()),
)


class LongWriting(PaperWriting):
    """Sentences 40 % longer, as German has them."""

    def say(self, sentence: str, /, **parts: str) -> str:
        return LongWording().say(sentence, **parts)


def a_measure(text: str, size_px: float, /, *, is_bold: bool) -> float:
    """About that of a sans-serif font."""
    return len(text) * size_px * (0.58 if is_bold else 0.54)


def a_subject(told: Summary | RollUp | None = None) -> ReportSubject:
    return ReportSubject(
        told=told or summaries.rich(), zone=ZONE, currency="EUR", names=NAMES, tips=TIPS
    )


def a_report(
    told: Summary | RollUp | None = None,
    choice: ReportChoice = EVERYTHING,
    writing: PaperWriting = WRITING,
) -> Report:
    return report_of(a_subject(told), choice, writing)
