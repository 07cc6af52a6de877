"""Kept reports that are said in another language."""

from __future__ import annotations

from dataclasses import replace

from tests.fakes import readiness_reports
from tests.fakes.marked import marked
from workspace_assistant.core.json_text import to_json
from workspace_assistant.core.phrases import Phrase, spoken
from workspace_assistant.core.readiness.connection.texts import FINDINGS
from workspace_assistant.core.readiness.findings import finding
from workspace_assistant.core.readiness.model import CheckResult, Finding, Severity, Verdict
from workspace_assistant.core.readiness.recalled import recalled
from workspace_assistant.core.readiness.report import report_document, report_from_json

PARTS = {"signal": "-80 dBm"}


def kept(found: Finding) -> Finding:
    """What comes back of a finding that was written and read again."""
    check = CheckResult(
        id="connection", required=True, verdict=Verdict.CAUTION, duration_s=1.0, findings=(found,)
    )
    report = replace(readiness_reports.good_calls(), checks=(check,))
    read = report_from_json(to_json(report_document(report)))
    assert recalled(read) == report
    return recalled(read).checks[0].findings[0]


def told(**parts: str) -> Finding:
    return finding(
        FINDINGS, "wifi-signal-weak", Severity.CAUTION, "connection.signal", parameters=parts
    )


def test_a_finding_is_said_with_its_parts() -> None:
    again = kept(told(**PARTS))
    assert isinstance(again.message, Phrase)
    assert again.message.sentence == FINDINGS["wifi-signal-weak"].message
    assert spoken(marked, again.message) == f"⟦{again.message}⟧"


def test_words_of_another_version_stay() -> None:
    other = replace(told(**PARTS), message="It was weak.", parameters={"level": "low"})
    again = kept(other)
    assert (again.message, type(again.message)) == ("It was weak.", str)


def test_a_code_that_is_not_known_stays() -> None:
    again = kept(replace(told(**PARTS), code="of-tomorrow"))
    assert type(again.message) is str
