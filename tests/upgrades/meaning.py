"""What the stores of this program say of a database, as plain JSON: what its rows mean."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from datetime import UTC, date, datetime, time, timedelta
from enum import Enum
from typing import Any

from workspace_assistant.adapters.sqlite.breaks_store import SqliteBreakStore
from workspace_assistant.adapters.sqlite.check_in_store import SqliteCheckInStore
from workspace_assistant.adapters.sqlite.database import Database
from workspace_assistant.adapters.sqlite.ergonomics_store import SqliteAssessmentStore
from workspace_assistant.adapters.sqlite.focus_log import SqliteFocusLog
from workspace_assistant.adapters.sqlite.leave_store import SqliteLeaveStore
from workspace_assistant.adapters.sqlite.line_store import SqliteLineStore
from workspace_assistant.adapters.sqlite.loudness_store import SqliteLoudnessStore
from workspace_assistant.adapters.sqlite.outbox import SqliteOutbox
from workspace_assistant.adapters.sqlite.preshift_attempts import SqliteAttemptStore
from workspace_assistant.adapters.sqlite.readiness_reports import SqliteReportStore
from workspace_assistant.adapters.sqlite.shift_store import SqliteShiftStore
from workspace_assistant.adapters.sqlite.tip_log import SqliteTipLog
from workspace_assistant.adapters.sqlite.why_log import SqliteWhyLog
from workspace_assistant.core.readiness.model import ReadinessReport
from workspace_assistant.core.spans import Span

ALL = Span(datetime(2026, 1, 1, tzinfo=UTC), datetime(2027, 1, 1, tzinfo=UTC))
STARTS_OF_SHIFTS = (datetime(2026, 10, 19, 7, tzinfo=UTC),)


def meaning_of(database: Database) -> dict[str, Any]:
    """By kind of data; nothing of it is written or taken away by looking."""
    breaks, check_ins = SqliteBreakStore(database), SqliteCheckInStore(database)
    line, tips = SqliteLineStore(database), SqliteTipLog(database)
    self_checks, outbox = SqliteAssessmentStore(database), SqliteOutbox(database)
    attempts = SqliteAttemptStore(database)
    told = {
        "reports": [_of_report(one) for one in SqliteReportStore(database).recent(10)],
        **_of_blocks(SqliteFocusLog(database)),
        **_of_shifts(SqliteShiftStore(database)),
        "reminders": SqliteWhyLog(database).recent(10),
        "attempts": [one for start in STARTS_OF_SHIFTS for one in attempts.of_start(start)],
        "line": {"events": line.events(ALL), "minutes": line.minutes(ALL)},
        "tips": tips.kept().events,
        "self_checks": self_checks.assessments(),
        "workplace_changes": self_checks.changes(),
        "check_ins": check_ins.between(ALL),
        "hard_contacts": check_ins.marks(ALL),
        "breaks": breaks.records(ALL),
        "activity": breaks.activity(ALL),
        "break_beat": breaks.beat(),
        "days_off": SqliteLeaveStore(database).between(date.min, date.max),
        "levels": SqliteLoudnessStore(database).levels(ALL),
        "consent": outbox.consent(),
        "outbox": outbox.waiting(10),
    }
    return {name: _plain(value) for name, value in told.items()}


def _of_report(report: ReadinessReport) -> dict[str, Any]:
    """The whole of it is long; its rows are compared letter by letter elsewhere."""
    return {
        "id": report.id,
        "started_at": report.started_at,
        "verdict": report.verdict,
        "checks": {
            one.id: [
                one.verdict,
                [measured.id for measured in one.measurements],
                [finding.code for finding in one.findings],
                [missing.reason for missing in one.not_measured],
            ]
            for one in report.checks
        },
    }


def _of_blocks(log: SqliteFocusLog) -> dict[str, Any]:
    with log.reading() as reader:
        return {
            "blocks": reader.between(ALL.start, ALL.end),
            "changes": reader.changes(10),
            "heartbeat": reader.heartbeat(),
            "unreadable_blocks": reader.unreadable(),
        }


def _of_shifts(store: SqliteShiftStore) -> dict[str, Any]:
    with store.reading() as reader:
        return {
            "shifts": reader.between(ALL, with_hidden=True),
            "sources": reader.sources(),
            "feeds": [reader.feed_state(one.id) for one in reader.sources()],
            "shift_changes": reader.unannounced(),
        }


def _plain(value: Any) -> Any:
    match value:
        case Enum():
            return value.value
        case datetime() | date() | time():
            return value.isoformat()
        case timedelta():
            return value.total_seconds()
        case Mapping():
            return {str(_plain(key)): _plain(one) for key, one in value.items()}
        case frozenset():
            return sorted(_plain(one) for one in value)
        case list() | tuple():
            return [_plain(one) for one in value]
        case _ if dataclasses.is_dataclass(value):
            names = [one.name for one in dataclasses.fields(value)]
            return {name: _plain(getattr(value, name)) for name in names}
        case _:
            return value
