"""The outbox in the database: what the person agreed to, and what waits to be sent for it."""

from __future__ import annotations

import json
import logging
import sqlite3
from collections.abc import Iterable, Sequence
from datetime import datetime

from workspace_assistant.adapters.sqlite.database import Database
from workspace_assistant.adapters.sqlite.outbox_rows import (
    consent_of,
    consent_row,
    message_of,
    standing_of,
    tally_of,
)
from workspace_assistant.adapters.sqlite.rows import maybe_micros, micros
from workspace_assistant.core.publishing.model import (
    Consent,
    Draft,
    Message,
    Standing,
    Tally,
    Trouble,
    Waiting,
)
from workspace_assistant.core.publishing.rules import MOST_MESSAGES, surplus
from workspace_assistant.core.readiness.model import ReadinessReport
from workspace_assistant.core.readiness.report import ReportFormatError, report_from_json

log = logging.getLogger(__name__)

_CONSENT = "SELECT url, groups_json, has_token, instance_id, given_at FROM publishing"
_BEGIN = """
    INSERT INTO publishing (one, url, groups_json, has_token, instance_id, given_at)
    VALUES (1, ?, ?, ?, ?, ?)
    ON CONFLICT (one) DO UPDATE SET
        url = excluded.url, groups_json = excluded.groups_json, has_token = excluded.has_token,
        instance_id = excluded.instance_id, given_at = excluded.given_at,
        failures = 0, wait_until = NULL, trouble = ''
"""
_NEW_REPORTS = """
    SELECT id, document FROM readiness_report
    WHERE NOT EXISTS (SELECT 1 FROM published WHERE report_id = readiness_report.id)
    ORDER BY started_at, id LIMIT ?
"""
_LAST_REPORT = "SELECT document FROM readiness_report ORDER BY started_at DESC, rowid DESC LIMIT 1"
_PUT = """
    INSERT INTO outbox_message (report_id, signal, is_week, document, put_at)
    VALUES (?, ?, ?, ?, ?)
"""
_MESSAGES = "SELECT number, report_id, signal, document FROM outbox_message"
_NEXT = f"{_MESSAGES} WHERE refused = '' ORDER BY failures, number LIMIT 1"
_TALLY = """
    SELECT count(*) FILTER (WHERE refused = ''), count(*) FILTER (WHERE refused <> ''),
        min(put_at) FROM outbox_message
"""
_MARK = "INSERT OR IGNORE INTO published (report_id) VALUES (?)"


class SqliteOutbox:
    """Implements the port `Outbox`."""

    def __init__(self, database: Database, most: int = MOST_MESSAGES) -> None:
        self._database = database
        self._most = most

    def consent(self) -> Consent | None:
        with self._database.reading() as connection:
            return _consent(connection)

    def begin(self, consent: Consent, *, keeps_waiting: bool) -> int:
        with self._database.transaction() as connection:
            if _consent(connection) is None:
                connection.execute(
                    "INSERT OR IGNORE INTO published SELECT id FROM readiness_report"
                )
            connection.execute(_BEGIN, consent_row(consent))
            return 0 if keeps_waiting else _discard(connection)

    def end(self) -> int:
        with self._database.transaction() as connection:
            connection.execute("DELETE FROM publishing")
            connection.execute("DELETE FROM published")
            return _discard(connection)

    def reports_to_send(self, most: int) -> tuple[ReadinessReport, ...]:
        with self._database.reading() as connection:
            rows = connection.execute(_NEW_REPORTS, (most,)).fetchall()
        found = [(report_id, _report(document)) for report_id, document in rows]
        unreadable = [(report_id,) for report_id, report in found if report is None]
        if unreadable:  # else they would stand in the way of all others
            with self._database.transaction() as connection:
                connection.executemany(_MARK, unreadable)
        return tuple(report for _, report in found if report is not None)

    def last_report(self) -> ReadinessReport | None:
        with self._database.reading() as connection:
            row = connection.execute(_LAST_REPORT).fetchone()
        return None if row is None else _report(row[0])

    def not_put(self, report_ids: Iterable[str]) -> frozenset[str]:
        wanted = frozenset(report_ids)
        with self._database.reading() as connection:
            rows = connection.execute(
                "SELECT report_id FROM published"
                " WHERE report_id IN (SELECT value FROM json_each(?))",
                (json.dumps(sorted(wanted)),),
            ).fetchall()
        return wanted - {report_id for (report_id,) in rows}

    def put(
        self, report_id: str, drafts: Sequence[Draft], at: datetime, *, is_week: bool = False
    ) -> None:
        rows = [
            (report_id, one.signal.value, int(is_week), _text(one), micros(at)) for one in drafts
        ]
        with self._database.transaction() as connection:
            if _consent(connection) is None:
                return
            if connection.execute(_MARK, (report_id,)).rowcount == 0:
                return  # another program was first
            connection.executemany(_PUT, rows)
            self._keep_to_bounds(connection)

    def next_message(self) -> Message | None:
        with self._database.reading() as connection:
            row = connection.execute(_NEXT).fetchone()
        return None if row is None else message_of(row)

    def waiting(self, most: int) -> tuple[Message, ...]:
        with self._database.reading() as connection:
            rows = connection.execute(f"{_MESSAGES} ORDER BY number LIMIT ?", (most,)).fetchall()
        return tuple(map(message_of, rows))

    def done(self, number: int, at: datetime) -> None:
        with self._database.transaction() as connection:
            connection.execute("DELETE FROM outbox_message WHERE number = ?", (number,))
            connection.execute(
                "UPDATE publishing SET sent = sent + 1, last_sent_at = ?,"
                " failures = 0, wait_until = NULL, trouble = ''",
                (micros(at),),
            )

    def refuse(self, number: int, trouble: Trouble) -> None:
        with self._database.transaction() as connection:
            connection.execute(
                "UPDATE outbox_message SET refused = ? WHERE number = ?", (trouble.value, number)
            )
            connection.execute(  # it answers, so nothing is the matter with it
                "UPDATE publishing SET failures = 0, wait_until = NULL, trouble = ''"
            )

    def put_off(self, number: int | None, standing: Standing) -> None:
        with self._database.transaction() as connection:
            connection.execute(
                "UPDATE outbox_message SET failures = failures + 1 WHERE number = ?", (number,)
            )
            connection.execute(
                "UPDATE publishing SET failures = ?, wait_until = ?, trouble = ?",
                (standing.failures, maybe_micros(standing.wait_until), standing.trouble.value),
            )

    def take_up_refused(self) -> None:
        with self._database.transaction() as connection:
            connection.execute("UPDATE outbox_message SET refused = ''")

    def standing(self) -> Standing:
        with self._database.reading() as connection:
            row = connection.execute(
                "SELECT failures, wait_until, trouble FROM publishing"
            ).fetchone()
        return Standing() if row is None else standing_of(row)

    def tally(self) -> Tally:
        with self._database.reading() as connection:
            counts = connection.execute(_TALLY).fetchone()
            past = connection.execute(
                "SELECT sent, dropped, last_sent_at FROM publishing"
            ).fetchone()
        return tally_of(counts, past or (0, 0, None))

    def _keep_to_bounds(self, connection: sqlite3.Connection) -> None:
        rows = connection.execute(
            "SELECT number, is_week, refused <> '' FROM outbox_message"
        ).fetchall()
        entries = [
            Waiting(number=number, is_week=bool(is_week), is_refused=bool(is_refused))
            for number, is_week, is_refused in rows
        ]
        given_up = surplus(entries, self._most)
        if given_up:
            connection.executemany(
                "DELETE FROM outbox_message WHERE number = ?", [(one,) for one in given_up]
            )
            connection.execute("UPDATE publishing SET dropped = dropped + ?", (len(given_up),))
            log.warning("the outbox is full: %d messages were given up", len(given_up))


def _consent(connection: sqlite3.Connection) -> Consent | None:
    row = connection.execute(_CONSENT).fetchone()
    return None if row is None else consent_of(row)


def _discard(connection: sqlite3.Connection) -> int:
    return connection.execute("DELETE FROM outbox_message").rowcount


def _report(document: str) -> ReadinessReport | None:
    try:
        return report_from_json(document)
    except ReportFormatError:
        log.warning("a stored report could not be read, so it is not published")
        return None


def _text(draft: Draft) -> str:
    return json.dumps(draft.document, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
