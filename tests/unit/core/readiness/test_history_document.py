from __future__ import annotations

import json

from tests.fakes.reports import a_report
from workspace_assistant.core.json_text import to_json
from workspace_assistant.core.readiness.history_document import history_document


def test_history_holds_reports_newest_first_and_each_number_against_the_usual() -> None:
    reports = tuple(a_report(number) for number in (5, 4, 3, 2, 1))
    document = json.loads(to_json(history_document(reports)))
    assert document["schema"] == "workspace-assistant/history/1"
    assert [report["id"] for report in document["reports"]] == [
        f"report-{number}" for number in (5, 4, 3, 2, 1)
    ]
    (trend,) = document["trends"]
    assert trend["measurement"] == "bandwidth.upload"
    assert (trend["latest"], trend["usual"], trend["earlier_count"]) == (2.1e6, 2.1e6, 4)
    assert trend["points"][0] == {"at": "2026-11-21T08:45:00.000Z", "value": 2.1e6}
