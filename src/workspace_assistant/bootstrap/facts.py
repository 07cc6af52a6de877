"""Facts from the database of a data directory, and nothing that no fact needs."""

from __future__ import annotations

from contextlib import suppress
from datetime import timedelta, tzinfo
from pathlib import Path
from typing import TYPE_CHECKING

from workspace_assistant.adapters.sqlite.breaks_store import SqliteBreakStore
from workspace_assistant.adapters.sqlite.check_in_store import SqliteCheckInStore
from workspace_assistant.adapters.sqlite.database import Database
from workspace_assistant.adapters.sqlite.ergonomics_store import SqliteAssessmentStore
from workspace_assistant.adapters.sqlite.fact_reader import SqliteFactReader
from workspace_assistant.adapters.sqlite.focus_log import SqliteFocusLog
from workspace_assistant.adapters.sqlite.line_store import SqliteLineStore
from workspace_assistant.adapters.sqlite.loudness_store import SqliteLoudnessStore
from workspace_assistant.adapters.sqlite.shift_store import SqliteShiftStore
from workspace_assistant.adapters.system.focus_clock import SystemFocusClock
from workspace_assistant.bootstrap.data_file import DATABASE_NAME
from workspace_assistant.bootstrap.present_zone import present_zone
from workspace_assistant.core.facts.gathering import facts_of
from workspace_assistant.core.facts.model import Facts
from workspace_assistant.core.facts.sources import BLOCKS_FOR, KNOWN_FOR, SHIFTS_AHEAD, Sources
from workspace_assistant.core.focus.errors import UnreadableBlockError
from workspace_assistant.core.focus.service import situation
from workspace_assistant.core.spans import Span

if TYPE_CHECKING:
    from workspace_assistant.core.ergonomics.model import Durations
    from workspace_assistant.core.focus.clock import Reading

_INSTANT = timedelta(microseconds=1)


def facts_now(data_dir: Path) -> Facts:
    """Everything that is known now. Raises `StoreUnavailableError`."""
    return facts_of(sources_at(data_dir, SystemFocusClock().read(), present_zone()))


def logged_durations(data_dir: Path, workplace: str) -> Durations:
    """How long things are used at a workplace: the port `LoggedDurations` with its directory.

    Raises `StoreUnavailableError`.
    """
    from workspace_assistant.core.facts.durations import durations_of

    return durations_of(sources_at(data_dir, SystemFocusClock().read(), present_zone()), workplace)


def sources_at(data_dir: Path, reading: Reading, zone: tzinfo) -> Sources:
    """What facts are made of, in one consistent view. Raises `StoreUnavailableError`."""
    database = Database(data_dir / DATABASE_NAME)
    try:
        with database.reading():
            return _sources(database, reading, zone)
    finally:
        database.close()


def _sources(database: Database, reading: Reading, zone: tzinfo) -> Sources:
    now = reading.wall_at
    lately = Span(now - KNOWN_FOR, now + _INSTANT)
    reader, line = SqliteFactReader(database), SqliteLineStore(database)
    check_ins = SqliteCheckInStore(database)
    breaks, workplaces = SqliteBreakStore(database), SqliteAssessmentStore(database)
    with SqliteFocusLog(database).reading() as log:
        blocks, proven_at = log.between(now - BLOCKS_FOR, lately.end), None
        with suppress(UnreadableBlockError):  # of the others facts are made all the same
            here = situation(log, reading)
            blocks, proven_at = here.shown(blocks), here.proven_at
    with SqliteShiftStore(database).reading() as shifts:
        planned = shifts.between(Span(lately.start, now + SHIFTS_AHEAD))
    return Sources(
        now=now,
        zone=zone,
        proven_at=proven_at,
        blocks=blocks,
        shifts=planned,
        reports=reader.reports(lately),
        line_watched=line.watched(lately),
        line_events=line.events(lately),
        check_ins=check_ins.between(lately),
        hard_contacts=check_ins.marks(lately),
        breaks=breaks.records(lately),
        activity=breaks.activity(lately),
        call_levels=SqliteLoudnessStore(database).levels(lately),
        assessments=workplaces.assessments(),
        workplace_changes=workplaces.changes(),
    )
