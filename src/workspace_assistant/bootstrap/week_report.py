"""Writes a week, a month or a quarter as the kind of file its name asks for."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from workspace_assistant.bootstrap.report_place import check_place, write_at
from workspace_assistant.core.errors import UserInputError
from workspace_assistant.core.text import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from workspace_assistant.adapters.sqlite.database import Database
    from workspace_assistant.adapters.system.focus_clock import SystemFocusClock
    from workspace_assistant.core.balance.report.choice import ReportChoice
    from workspace_assistant.core.balance.report.subject import NamedTime, ReportSubject
    from workspace_assistant.core.balance.report_pages.paper import Paper
    from workspace_assistant.core.balance.writing import Writing
    from workspace_assistant.core.spans import Span
    from workspace_assistant.ui.feature_services import WeekReportServices

_WRONG_ENDING = QT_TRANSLATE_NOOP("week", "{path}: this report ends in {wanted}")

SUFFIXES = (".html", ".pdf", ".csv", ".json")


def check_week_report_path(path: Path, suffix: str = "") -> None:
    """Raises `UserInputError` for a path that `write_week_report` could not write.

    With a *suffix* also for one that asks for another kind of file.
    """
    wanted = (suffix,) if suffix else SUFFIXES
    if path.suffix.lower() not in wanted:
        raise UserInputError(_WRONG_ENDING, path=str(path), wanted=", ".join(wanted))
    check_place(path)


def write_week_report(
    subject: ReportSubject,
    choice: ReportChoice,
    path: Path,
    paper: Paper,
    writing: Writing,
    language: str = "en",
) -> None:
    """The old file stays where the new one cannot be written whole. Raises `UserInputError`."""
    check_week_report_path(path)
    write_at(path, _content(subject, choice, path.suffix.lower(), paper, writing, language))


def _content(
    subject: ReportSubject,
    choice: ReportChoice,
    suffix: str,
    paper: Paper,
    writing: Writing,
    language: str,
) -> bytes:
    if suffix == ".json":
        return _json(subject, choice)
    if suffix == ".csv":
        from workspace_assistant.core.balance.report_csv import report_csv

        return report_csv(subject, choice).encode()
    from workspace_assistant.core.balance.report.content import report_of
    from workspace_assistant.core.balance.report_html import report_html

    report = report_of(subject, choice, writing, language)
    if suffix == ".html":
        return report_html(report).encode()
    from workspace_assistant.core.balance.report_pages.pages import report_pages
    from workspace_assistant.ui.widgets.paper_pages import FontMeasure, pages_pdf

    return pages_pdf(report_pages(report, paper, FontMeasure()), report.file_title)


def _json(subject: ReportSubject, choice: ReportChoice) -> bytes:
    from workspace_assistant.core.balance.report.subject import shared
    from workspace_assistant.core.balance.roll_up_document import roll_up_document
    from workspace_assistant.core.balance.summary_document import summary_document
    from workspace_assistant.core.balance.summary_model import RollUp
    from workspace_assistant.core.json_text import to_json

    told = shared(subject, choice).told
    if isinstance(told, RollUp):
        return f"{to_json(roll_up_document(told, str(subject.zone)))}\n".encode()
    return f"{to_json(summary_document(told, subject.zone))}\n".encode()


def week_report_services(data_dir: Path) -> WeekReportServices:
    """What the window makes reports with, on the database of *data_dir*."""
    from workspace_assistant.adapters.sqlite.database import Database
    from workspace_assistant.adapters.system.focus_clock import SystemFocusClock
    from workspace_assistant.bootstrap.data_file import DATABASE_NAME
    from workspace_assistant.ui.feature_services import WeekReportServices

    database = Database(data_dir / DATABASE_NAME)
    return WeekReportServices(
        names=partial(names_between, database, SystemFocusClock()), write=write_week_report
    )


def names_between(database: Database, clock: SystemFocusClock, span: Span) -> tuple[NamedTime, ...]:
    """What was worked under which name. Raises `StoreUnavailableError`."""
    from workspace_assistant.adapters.sqlite.focus_log import SqliteFocusLog
    from workspace_assistant.core.balance.report.subject import named_times
    from workspace_assistant.core.focus.service import situation

    with SqliteFocusLog(database).reading() as log:
        now = situation(log, clock.read())
        blocks = now.shown(log.between(span.start, span.end))
    return named_times(blocks, span, now.proven_at)
