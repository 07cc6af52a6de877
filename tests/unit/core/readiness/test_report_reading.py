"""What is wrong with a file that is no report, in words that help to find the right one."""

from __future__ import annotations

import pytest

from workspace_assistant.core.readiness.report import ReportFormatError
from workspace_assistant.core.readiness.verification import read_report


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "the file is empty"),
        (" \n", "the file is empty"),
        ("[]", "the JSON in it is no report"),
        ("null", "the JSON in it is no report"),
        ("3", "the JSON in it is no report"),
        ("{}", "it names no schema"),
        ("<html></html>", "no JSON at line 1, column 1"),
        ("{\n", "no JSON at line 2, column 1"),
        (
            '{"schema": "other/1"}',
            "its schema is 'other/1', not 'workspace-assistant/readiness-report/1'",
        ),
        ('{"schema": "workspace-assistant/readiness-report/1"}', "'id' is missing"),
    ],
)
def test_the_reason_is_said_in_words(text: str, reason: str) -> None:
    with pytest.raises(ReportFormatError) as caught:
        read_report(text)
    assert str(caught.value) == f"not a readiness report ({reason})"
