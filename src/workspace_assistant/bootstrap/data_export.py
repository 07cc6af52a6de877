"""Everything that is kept, in files that other programs read."""

from __future__ import annotations

import re
import shutil
import tempfile
from collections.abc import Callable, Iterable, Mapping
from contextlib import closing
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path

from workspace_assistant import __version__
from workspace_assistant.adapters.sqlite.database import Database
from workspace_assistant.adapters.sqlite.exporting import export_tables, report_documents
from workspace_assistant.bootstrap.data_file import DATABASE_NAME
from workspace_assistant.bootstrap.data_places import BACKED_UP
from workspace_assistant.core.data_keeping import texts
from workspace_assistant.core.data_keeping.csv_cells import csv_pieces
from workspace_assistant.core.errors import RefusedError, StoreUnavailableError
from workspace_assistant.core.json_text import to_json
from workspace_assistant.core.spans import Span
from workspace_assistant.core.text import QT_TRANSLATE_NOOP

_UNWRITTEN = QT_TRANSLATE_NOOP("data", "{target}: cannot be written: {why}.")

Document = Mapping[str, object]
_EVER = Span(datetime(1970, 1, 1, tzinfo=UTC), datetime(2200, 1, 1, tzinfo=UTC))
_ALL = 2**31  # more rows than there can be
_ODD = re.compile(r"[^A-Za-z0-9_-]")
_README = """\
All that Workspace Assistant {version} keeps of you, exported {at}.

readiness/   each readiness check as it was saved; `history verify FILE` tells whether it is intact
*.json       the documents that the commands print with --json; each tip that was offered, with your
             answers (tips.json), and how loud calls were (call-levels.json)
focus.csv    focus blocks as a table
tables/      every table of the database as CSV. Instants are microseconds since 1970 (UTC), except
             in readiness_report. A text that begins with = + - @ has an apostrophe in front, so
             that no spreadsheet takes it for a formula; the JSON documents have it as it is.
settings.toml, choices.json, profile.toml   what you chose; not there where you chose nothing

Secrets, such as addresses of calendars, are in your system's keyring and not exported.
"""


def export_all(
    data_dir: Path, target: Path, checkpoint: Callable[[], None] = lambda: None
) -> tuple[str, ...]:
    """Into the archive *target* (.zip), else into the new folder *target*; the names of the files.

    All of them or none. Raises `RefusedError` where it is there already. *checkpoint* is called
    before each file; what it raises ends the export.
    """
    if target.exists():
        raise RefusedError(texts.ALREADY_THERE, path=str(target))
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".unfinished-", dir=target.parent) as name:
            whole = Path(name) / "export"
            _write_all(data_dir, whole, checkpoint)
            checkpoint()
            names = tuple(
                sorted(str(one.relative_to(whole)) for one in whole.rglob("*") if one.is_file())
            )
            _keep(whole, target)
    except OSError as error:
        why = error.strerror or str(error)
        raise StoreUnavailableError(_UNWRITTEN, target=str(target), why=why) from error
    return names


def _keep(whole: Path, target: Path) -> None:
    if target.suffix.lower() != ".zip":
        whole.rename(target)
        return
    packed = shutil.make_archive(str(whole.with_name("packed")), "zip", whole)
    Path(packed).rename(target)


def _write_all(data_dir: Path, folder: Path, checkpoint: Callable[[], None]) -> None:
    (folder / "tables").mkdir(parents=True)
    now = datetime.now(UTC)
    text = _README.format(version=__version__, at=f"{now:%Y-%m-%d %H:%M} UTC")
    (folder / "README.txt").write_text(text, encoding="utf-8")
    for name in BACKED_UP:
        if (data_dir / name).is_file():
            (folder / name).write_bytes((data_dir / name).read_bytes())
    # What is read inside of it on this thread is all of one moment.
    with closing(Database(data_dir / DATABASE_NAME)) as database, database.reading():
        export_tables(database, partial(_write_table, folder / "tables", checkpoint))
        report_documents(database, partial(_write_report, folder / "readiness", checkpoint))
        for name, document in _documents(database, now).items():
            checkpoint()
            (folder / name).write_text(f"{to_json(document())}\n", encoding="utf-8")
        _write_focus_table(database, folder / "focus.csv", now)


def _write_table(
    folder: Path,
    checkpoint: Callable[[], None],
    name: str,
    columns: tuple[str, ...],
    rows: Iterable[tuple[object, ...]],
) -> None:
    with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
        for piece in csv_pieces(columns, rows):
            checkpoint()
            file.write(piece)


def _write_report(
    folder: Path, checkpoint: Callable[[], None], report_id: str, document: str
) -> None:
    """Its id makes the name; what a name cannot hold is left out of it."""
    checkpoint()
    folder.mkdir(exist_ok=True)
    (folder / f"{_ODD.sub('_', report_id)[:100]}.json").write_text(document, encoding="utf-8")


def _documents(database: Database, now: datetime) -> dict[str, Callable[[], Document]]:
    from workspace_assistant.adapters.sqlite.breaks_store import SqliteBreakStore
    from workspace_assistant.adapters.sqlite.focus_log import SqliteFocusLog
    from workspace_assistant.adapters.sqlite.leave_store import SqliteLeaveStore
    from workspace_assistant.adapters.sqlite.line_store import SqliteLineStore
    from workspace_assistant.adapters.sqlite.shift_store import SqliteShiftStore
    from workspace_assistant.adapters.sqlite.why_log import SqliteWhyLog
    from workspace_assistant.core.breaks.documents import list_document as breaks_document
    from workspace_assistant.core.focus.log_document import changes_document, log_document
    from workspace_assistant.core.leave.document import leave_document
    from workspace_assistant.core.line_watch.document import events_document
    from workspace_assistant.core.reminders.document import reminders_document
    from workspace_assistant.core.shifts.document import shifts_document

    breaks, line = SqliteBreakStore(database), SqliteLineStore(database)

    def blocks() -> Document:
        with SqliteFocusLog(database).reading() as log:
            return log_document(log.between(_EVER.start, _EVER.end), now)

    def changes() -> Document:
        with SqliteFocusLog(database).reading() as log:
            return changes_document(log.changes(_ALL))

    def shifts() -> Document:
        with SqliteShiftStore(database).reading() as reader:
            return shifts_document(reader.between(_EVER, with_hidden=True), reader.sources())

    return {
        "focus.json": blocks,
        "focus-changes.json": changes,
        "shifts.json": shifts,
        "breaks.json": lambda: breaks_document(breaks.records(_EVER), breaks.activity(_EVER)),
        "line.json": lambda: events_document(line.events(_EVER), line.minutes(_EVER)),
        "days-off.json": lambda: leave_document(
            SqliteLeaveStore(database).between(date.min, date.max)
        ),
        "reminders.json": lambda: reminders_document(SqliteWhyLog(database).recent(_ALL)),
        "check-ins.json": partial(_check_ins, database),
        "self-checks.json": partial(_self_checks, database),
        "tips.json": partial(_tips, database),
        "call-levels.json": partial(_call_levels, database),
    }


def _tips(database: Database) -> Document:
    from workspace_assistant.adapters.sqlite.tip_log import SqliteTipLog
    from workspace_assistant.core.tips.document import events_document

    return events_document(SqliteTipLog(database).kept().events)


def _call_levels(database: Database) -> Document:
    from workspace_assistant.adapters.sqlite.loudness_store import SqliteLoudnessStore
    from workspace_assistant.core.loudness.document import levels_document

    return levels_document(SqliteLoudnessStore(database).levels(_EVER))


def _check_ins(database: Database) -> Document:
    from workspace_assistant.adapters.sqlite.check_in_store import SqliteCheckInStore
    from workspace_assistant.bootstrap.check_in import check_in_service
    from workspace_assistant.core.check_in.document import list_document

    store = SqliteCheckInStore(database)
    asking = check_in_service(database.path.parent).asking()
    return list_document(store.between(_EVER), store.marks(_EVER), (), asking)


def _self_checks(database: Database) -> Document:
    from workspace_assistant.bootstrap.ergonomics import ergonomics_service
    from workspace_assistant.core.ergonomics.document import history_document

    return history_document(ergonomics_service(database.path.parent).standings())


def _write_focus_table(database: Database, path: Path, now: datetime) -> None:
    from workspace_assistant.adapters.sqlite.focus_log import SqliteFocusLog
    from workspace_assistant.adapters.system.focus_clock import SystemFocusClock
    from workspace_assistant.bootstrap.time_logs import write_log

    with SqliteFocusLog(database).reading() as log:
        blocks = log.between(_EVER.start, _EVER.end)
    write_log(SystemFocusClock(), path, blocks, now)
