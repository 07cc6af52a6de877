"""`history`: past reports with trends, and whether a report's file was altered."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from workspace_assistant.cli.exit_codes import ExitCode
from workspace_assistant.cli.inside import inside
from workspace_assistant.cli.language import worded
from workspace_assistant.cli.output import say, say_json
from workspace_assistant.cli.services import CliServices
from workspace_assistant.core.errors import RefusedError
from workspace_assistant.core.joining import joined
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
from workspace_assistant.core.text import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from argparse import _SubParsersAction

_LEAST_WIDTH = 20
_NO_UTF_8 = QT_TRANSLATE_NOOP("cli", "{path}: is not a JSON report: no UTF-8 at byte {byte}")
_NO_REPORT = QT_TRANSLATE_NOOP("cli", "{path}: {reason}")
_NO_FILE = QT_TRANSLATE_NOOP("cli", "{path}: is not a file")
_UNREADABLE = QT_TRANSLATE_NOOP("cli", "{path}: cannot be read: {reason}")
_TOO_LARGE = QT_TRANSLATE_NOOP("cli", "{path}: is too large for a report, above {most} MB")

_MOST_REPORTS = 200
_MOST_BYTES = 20_000_000  # a report of the longest run has half a megabyte


def register(commands: _SubParsersAction[argparse.ArgumentParser]) -> list[argparse.ArgumentParser]:
    parser = commands.add_parser("history", help=worded("past reports and trends"))
    parser.add_argument("--json", action="store_true", help=worded("print a JSON document"))
    parser.set_defaults(run=run)
    actions = parser.add_subparsers(dest="action", metavar=worded("ACTION"))
    checking = actions.add_parser("verify", help=worded("tell whether a JSON report was altered"))
    checking.add_argument("file", type=Path, metavar=worded("FILE"))
    checking.add_argument(
        "--json",
        action="store_true",
        default=argparse.SUPPRESS,
        help=worded("print a JSON document"),
    )
    checking.set_defaults(run=run_verify)
    return [parser, checking]


def run(arguments: argparse.Namespace, services: CliServices) -> int:
    reports = services.readiness.recent(_MOST_REPORTS)
    if arguments.json:
        say_json(history_document(reports))
        return 0
    if not reports:
        say(
            worded(
                "No check has been saved yet. Run: {command}", command="workspace-assistant check"
            )
        )
    for trend in trends(reports):
        say(trend.told(worded))
    width = max(_LEAST_WIDTH, *(len(worded(word)) for word in VERDICT_WORDS.values()))
    for report in reports:
        say(_line(report, width))
    return 0


def _line(report: ReadinessReport, width: int = _LEAST_WIDTH) -> str:
    at = report.started_at.astimezone().strftime("%Y-%m-%d %H:%M")
    checks = joined(map(_check_words, report.checks), worded)
    verdict = worded(VERDICT_WORDS[report.verdict])
    return f"{at}  {verdict:<{width}} {worded(report.profile_name)}  ({checks})"


def _check_words(check: CheckResult) -> str:
    title = worded(CHECK_TITLES.get(check.id, check.id))
    return worded("{check}: {verdict}", check=title, verdict=inside(VERDICT_WORDS[check.verdict]))


def run_verify(arguments: argparse.Namespace, services: CliServices) -> int:
    """0 intact, 20 altered; a file that is no report raises `RefusedError`."""
    file = _report_file(arguments.file)
    verification = verify(file, services.readiness.find(file.report.id))
    if arguments.json:
        say_json(verification_document(verification))
    else:
        for sentence in verification.sentences:
            say(worded(sentence))
        say(worded("Digest: {digest}", digest=verification.computed))
    return ExitCode.FINE if verification.is_intact else ExitCode.NOT_READY


def _report_file(path: Path) -> ReportFile:
    try:
        return read_report(_content(path).decode("utf-8"))
    except UnicodeDecodeError as error:
        raise RefusedError(_NO_UTF_8, path=str(path), byte=str(error.start)) from error
    except ReportFormatError as error:
        raise RefusedError(_NO_REPORT, path=str(path), reason=error.phrase) from error


def _content(path: Path) -> bytes:
    """The bytes of *path*, up to a bound: more is no report, and a device never ends."""
    if path.exists() and not path.is_file():
        raise RefusedError(_NO_FILE, path=str(path))
    try:
        with path.open("rb") as file:
            content = file.read(_MOST_BYTES + 1)
    except OSError as error:
        reason = error.strerror or str(error)
        raise RefusedError(_UNREADABLE, path=str(path), reason=reason) from error
    if len(content) > _MOST_BYTES:
        raise RefusedError(_TOO_LARGE, path=str(path), most=str(_MOST_BYTES // 10**6))
    return content
