"""What a week is told from, read in one view of the database: all that is needed, and no more.

Of the weeks that are shown everything is read; of the months around them, which rests, rows of days
and averages reach into, only when there was work.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta, tzinfo
from typing import TYPE_CHECKING

from workspace_assistant.adapters.sqlite.breaks_store import SqliteBreakStore
from workspace_assistant.adapters.sqlite.check_in_store import SqliteCheckInStore
from workspace_assistant.adapters.sqlite.focus_log import SqliteFocusLog
from workspace_assistant.adapters.sqlite.leave_store import SqliteLeaveStore
from workspace_assistant.adapters.sqlite.line_store import SqliteLineStore
from workspace_assistant.adapters.sqlite.shift_store import SqliteShiftStore
from workspace_assistant.adapters.sqlite.week_reader import SqliteWeekReader
from workspace_assistant.core.balance.during import AFTER, BEFORE
from workspace_assistant.core.balance.elsewhere import with_work_elsewhere
from workspace_assistant.core.balance.model import Records
from workspace_assistant.core.balance.ready_indicators import CHECKED_WITHIN
from workspace_assistant.core.days import day_of, week_span
from workspace_assistant.core.facts.sources import Sources
from workspace_assistant.core.focus.errors import UnreadableBlockError
from workspace_assistant.core.focus.service import situation
from workspace_assistant.core.shifts.schedule import each_once
from workspace_assistant.core.spans import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workspace_assistant.adapters.sqlite.database import Database
    from workspace_assistant.core.balance.settings_model import WeekSettings
    from workspace_assistant.core.focus.clock import Reading
    from workspace_assistant.core.focus.model import Block
    from workspace_assistant.core.shifts.model import Shift

# What began on Sunday evening goes on, and is told, on Monday.
_REACH = timedelta(days=2)


def weeks_span(around: date, zone: tzinfo, settings: WeekSettings, count: int = 1) -> Span:
    """The week around a day and those before it, *count* together.

    Raises `RefusedError` for a year without a log.
    """
    weekday = settings.week_start.weekday
    first = around - timedelta(weeks=count - 1)
    last = week_span(around, zone, first_weekday=weekday)
    return Span(week_span(first, zone, first_weekday=weekday).start, last.end)


def records_of(database: Database, reading: Reading, zone: tzinfo, shown: Span) -> Records:
    """What the weeks in *shown* are told from: one week, or twelve for their trends.

    Raises `StoreUnavailableError`.
    """
    with database.reading():  # one view of all of it
        return _records(database, reading, zone, shown)


def _records(database: Database, reading: Reading, zone: tzinfo, shown: Span) -> Records:
    known = Span(shown.start - BEFORE, shown.end + AFTER)
    breaks, check_ins = SqliteBreakStore(database), SqliteCheckInStore(database)
    reader, line = SqliteWeekReader(database), SqliteLineStore(database)
    with SqliteShiftStore(database).reading() as planned:
        shifts = each_once(planned.between(known))
    near = Span(shown.start, _end(shown, shifts))
    blocks, proven_at = _blocks(database, reading, near)
    records = Records(
        proven_at=proven_at,
        known_until=known.end,
        leave=SqliteLeaveStore(database).between(
            day_of(known.start, zone), day_of(known.end, zone)
        ),
        checked=reader.checked(Span(near.start - CHECKED_WITHIN, near.end)),
        sources=Sources(
            now=reading.wall_at,
            zone=zone,
            shifts=shifts,
            blocks=blocks,
            line_watched=line.watched(near),
            line_events=line.events(near),
            activity=breaks.activity(near),
            breaks=breaks.records(near),
            check_ins=check_ins.between(near),
            hard_contacts=check_ins.marks(near),
        ),
    )
    times = (row for span in known.without(near) for row in reader.block_times(span))
    return with_work_elsewhere(records, times)


def _end(shown: Span, shifts: Sequence[Shift]) -> datetime:
    """With a shift that began in the last week and goes on."""
    begun = [one.ends_at for one in shifts if shown.holds(one.starts_at)]
    return max([shown.end, *begun]) + _REACH


def _blocks(database: Database, reading: Reading, span: Span) -> tuple[tuple[Block, ...], datetime]:
    """With the one that runs, wherever it began, and until when that is known to have run."""
    with SqliteFocusLog(database).reading() as log:
        found = log.between(span.start, span.end)
        try:
            now = situation(log, reading)
        except UnreadableBlockError:  # of all the others a week is told all the same
            return found, reading.wall_at
    here = now.block
    if here is not None and all(one.id != here.id for one in found):
        found = (*found, here)
    return now.shown(found), now.proven_at
