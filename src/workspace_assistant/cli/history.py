"""`history`: past reports with trends, and whether a report's file was altered."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from workspace_assistant.cli.exit_codes import ExitCode
from workspace_assistant.cli.output import say, say_json
from workspace_assistant.cli.services import CliServices
from workspace_assistant.core.errors import UserInputError
from workspace_assistant.core.readiness.history import trends
from workspace_assistant.core.readiness.history_document import history_document
from workspace_assistant.core.readiness.model import CheckResult, ReadinessReport
from workspace_assistant.core.readiness.names import CHECK_TITLES, VERDICT_WORDS
from workspace_assistant.core.readiness.report import ReportFormatError
from workspace_assistant.core.readiness.verification import (
    ReportFile,
    read_report,
    verification_document,
    verify,
)

if TYPE_CHECKING:
    from argparse import _SubParsersAction

_MOST_REPORTS = 200
_MOST_BYTES = 20_000_000  # a report of the longest run has half a megabyte


def register(commands: _SubParsersAction[argparse.ArgumentParser]) -> list[argparse.ArgumentParser]:
    parser = commands.add_parser("history", help="past reports and trends")
    parser.add_argument("--json", action="store_true")
    parser.set_defaults(run=run)
    actions = parser.add_subparsers(dest="action", metavar="ACTION")
    checking = actions.add_parser("verify", help="tell whether a JSON report was altered")
    checking.add_argument("file", type=Path, metavar="FILE")
    checking.add_argument("--json", action="store_true", default=argparse.SUPPRESS)
    checking.set_defaults(run=run_verify)
    return [parser, checking]


def run(arguments: argparse.Namespace, services: CliServices) -> int:
    reports = services.readiness.recent(_MOST_REPORTS)
    if arguments.json:
        say_json(history_document(reports))
        return 0
    if not reports:
        say("No check has been saved yet. Run: workspace-assistant check")
    for trend in trends(reports):
        say(trend.sentence)
    for report in reports:
        say(_line(report))
    return 0


def _line(report: ReadinessReport) -> str:
    at = report.started_at.astimezone().strftime("%Y-%m-%d %H:%M")
    checks = ", ".join(map(_check_words, report.checks))
    return f"{at}  {VERDICT_WORDS[report.verdict]:<20} {report.profile_name}  ({checks})"


def _check_words(check: CheckResult) -> str:
    return f"{CHECK_TITLES.get(check.id, check.id)}: {VERDICT_WORDS[check.verdict].lower()}"


def run_verify(arguments: argparse.Namespace, services: CliServices) -> int:
    """0 intact, 20 altered; a file that is no report raises `UserInputError`."""
    file = _report_file(arguments.file)
    verification = verify(file, services.readiness.find(file.report.id))
    if arguments.json:
        say_json(verification_document(verification))
    else:
        for sentence in verification.sentences:
            say(sentence)
        say(f"Digest: {verification.computed}")
    return ExitCode.FINE if verification.is_intact else ExitCode.NOT_READY


def _report_file(path: Path) -> ReportFile:
    try:
        return read_report(_content(path).decode("utf-8"))
    except UnicodeDecodeError as error:
        raise UserInputError(
            f"{path}: is not a JSON report: no UTF-8 at byte {error.start}"
        ) from error
    except ReportFormatError as error:
        raise UserInputError(f"{path}: {error}") from error


def _content(path: Path) -> bytes:
    """The bytes of *path*, up to a bound: more is no report, and a device never ends."""
    if path.exists() and not path.is_file():
        raise UserInputError(f"{path}: is not a file")
    try:
        with path.open("rb") as file:
            content = file.read(_MOST_BYTES + 1)
    except OSError as error:
        raise UserInputError(f"{path}: cannot be read: {error.strerror or error}") from error
    if len(content) > _MOST_BYTES:
        raise UserInputError(f"{path}: is too large for a report, above {_MOST_BYTES // 10**6} MB")
    return content
