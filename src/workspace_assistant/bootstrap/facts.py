"""Facts from the database of a data directory, and nothing that no fact needs."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, tzinfo
from pathlib import Path
from typing import TYPE_CHECKING

from workspace_assistant.adapters.sqlite.breaks_store import SqliteBreakStore
from workspace_assistant.adapters.sqlite.check_in_store import SqliteCheckInStore
from workspace_assistant.adapters.sqlite.database import Database
from workspace_assistant.adapters.sqlite.ergonomics_store import SqliteAssessmentStore
from workspace_assistant.adapters.sqlite.fact_reader import SqliteFactReader
from workspace_assistant.adapters.sqlite.focus_log import SqliteFocusLog
from workspace_assistant.adapters.sqlite.line_store import SqliteLineStore
from workspace_assistant.adapters.sqlite.shift_store import SqliteShiftStore
from workspace_assistant.bootstrap.data_file import DATABASE_NAME
from workspace_assistant.bootstrap.present_zone import present_zone
from workspace_assistant.core.facts.gathering import facts_of
from workspace_assistant.core.facts.model import Facts
from workspace_assistant.core.facts.sources import BLOCKS_FOR, KNOWN_FOR, SHIFTS_AHEAD, Sources
from workspace_assistant.core.spans import Span

if TYPE_CHECKING:
    from workspace_assistant.core.ergonomics.model import Durations

_INSTANT = timedelta(microseconds=1)


def facts_now(data_dir: Path) -> Facts:
    """Everything that is known now. Raises `StoreUnavailableError`."""
    return facts_of(sources_at(data_dir, datetime.now(UTC), present_zone()))


def logged_durations(data_dir: Path, workplace: str) -> Durations:
    """How long things are used at a workplace: the port `LoggedDurations` with its directory.

    Raises `StoreUnavailableError`.
    """
    from workspace_assistant.core.facts.durations import durations_of

    return durations_of(sources_at(data_dir, datetime.now(UTC), present_zone()), workplace)


def sources_at(data_dir: Path, now: datetime, zone: tzinfo) -> Sources:
    """What facts are made of, in one consistent view. Raises `StoreUnavailableError`."""
    database = Database(data_dir / DATABASE_NAME)
    try:
        with database.reading():
            return _sources(database, now, zone)
    finally:
        database.close()


def _sources(database: Database, now: datetime, zone: tzinfo) -> Sources:
    lately = Span(now - KNOWN_FOR, now + _INSTANT)
    reader, check_ins = SqliteFactReader(database), SqliteCheckInStore(database)
    breaks, workplaces = SqliteBreakStore(database), SqliteAssessmentStore(database)
    with SqliteFocusLog(database).reading() as log:
        blocks = log.between(now - BLOCKS_FOR, lately.end)
    with SqliteShiftStore(database).reading() as shifts:
        planned = shifts.between(Span(lately.start, now + SHIFTS_AHEAD))
    return Sources(
        now=now,
        zone=zone,
        blocks=blocks,
        shifts=planned,
        reports=reader.reports(lately),
        line_watched=reader.line_watched(lately),
        line_events=SqliteLineStore(database).events(lately),
        check_ins=check_ins.between(lately),
        hard_contacts=check_ins.marks(lately),
        breaks=breaks.records(lately),
        activity=breaks.activity(lately),
        assessments=workplaces.assessments(),
        workplace_changes=workplaces.changes(),
    )
