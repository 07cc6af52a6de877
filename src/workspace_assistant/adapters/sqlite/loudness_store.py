"""Levels of calls in the database."""

from __future__ import annotations

from workspace_assistant.adapters.sqlite.database import Database
from workspace_assistant.adapters.sqlite.rows import Row, instant, micros
from workspace_assistant.core.loudness.model import CallLevel, Microphone
from workspace_assistant.core.spans import Span

_PUT = """
    INSERT INTO call_level
    (at, level_dbov, noise_dbov, speech_s, source_id, source_name, port, volume_db)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?)
"""
_LEVELS = """
    SELECT at, level_dbov, noise_dbov, speech_s, source_id, source_name, port, volume_db
    FROM call_level WHERE at >= ? AND at < ? ORDER BY at, number
"""


class SqliteLoudnessStore:
    """Implements the port `LoudnessStore`."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def put(self, level: CallLevel) -> None:
        microphone = level.microphone
        row = (
            micros(level.at),
            level.level_dbov,
            level.noise_dbov,
            level.speech_s,
            microphone.source_id,
            microphone.name,
            microphone.port,
            microphone.volume_db,
        )
        with self._database.transaction() as connection:
            connection.execute(_PUT, row)

    def levels(self, span: Span) -> tuple[CallLevel, ...]:
        with self._database.reading() as connection:
            rows = connection.execute(_LEVELS, (micros(span.start), micros(span.end))).fetchall()
        return tuple(_level(row) for row in rows)


def _level(row: Row) -> CallLevel:
    at, level_dbov, noise_dbov, speech_s, source_id, name, port, volume_db = row
    return CallLevel(
        at=instant(at),
        level_dbov=level_dbov,
        noise_dbov=noise_dbov,
        speech_s=speech_s,
        microphone=Microphone(source_id=source_id, name=name, port=port, volume_db=volume_db),
    )
