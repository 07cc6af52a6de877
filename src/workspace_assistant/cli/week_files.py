"""`week --html, --pdf, --csv`: a week, a month or a quarter as a file to hand over."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from workspace_assistant.cli.language import worded
from workspace_assistant.cli.output import say
from workspace_assistant.core.balance.report_pages.paper import Paper

if TYPE_CHECKING:
    from workspace_assistant.cli.week_tools import WeekTools
    from workspace_assistant.core.balance.report.choice import ReportChoice
    from workspace_assistant.core.balance.settings_model import WeekSettings
    from workspace_assistant.core.balance.summary_model import RollUp, Summary

_KINDS = ("html", "pdf", "csv")


def add_files(parser: argparse.ArgumentParser) -> None:
    files = parser.add_argument_group(
        worded("files"),
        worded("Only what you choose goes in; see docs/week.md for what stays out by itself."),
    )
    for kind in _KINDS:
        files.add_argument(
            f"--{kind}",
            metavar=worded("FILE"),
            type=Path,
            help=worded("write it as {kind}", kind=kind.upper()),
        )
    files.add_argument(
        "--paper",
        choices=[one.value for one in Paper],
        default=Paper.A4.value,
        help=worded("of the PDF; a4 by default"),
    )
    files.add_argument(
        "--with",
        dest="with_parts",
        metavar=worded("PARTS"),
        default="",
        help=worded(
            "what else goes in: {parts}", parts="suggestions, names, check-ins, leave-kinds"
        ),
    )
    files.add_argument(
        "--without",
        dest="without_parts",
        metavar=worded("PARTS"),
        default="",
        help=worded("what stays out: {parts}", parts="goals, days, indicators, trends, heat-map"),
    )


def files_asked(arguments: argparse.Namespace, tools: WeekTools) -> tuple[Path, ...]:
    """Raises `UserInputError` and `RefusedError` before anything is read or written."""
    files = tuple(file for kind in _KINDS if (file := getattr(arguments, kind)) is not None)
    for kind in _KINDS:
        file = getattr(arguments, kind)
        if file is not None:
            tools.files.check(file, f".{kind}")
    if files:
        _choice(arguments)
    return files


def write_files(
    arguments: argparse.Namespace, told: Summary | RollUp, settings: WeekSettings, tools: WeekTools
) -> None:
    """Says where each file is. Raises `UserInputError`."""
    from workspace_assistant.core.balance.report.choice import ReportPart
    from workspace_assistant.core.balance.report.subject import ReportSubject
    from workspace_assistant.core.balance.summary_model import RollUp

    choice = _choice(arguments)
    span = told.span if isinstance(told, RollUp) else told.week.span
    subject = ReportSubject(
        told=told,
        zone=tools.zone(),
        currency=settings.commute.currency,
        names=tools.files.names(span) if choice.shows(ReportPart.NAMES) else (),
        tips={one.tip.id: one.tip.text for one in tools.tips()}
        if choice.shows(ReportPart.SUGGESTIONS)
        else {},
    )
    for file in files_asked(arguments, tools):
        tools.files.write(subject, choice, file, Paper(arguments.paper))
        if not arguments.json:
            say(worded("Written: {file}", file=str(file)))


def _choice(arguments: argparse.Namespace) -> ReportChoice:
    from workspace_assistant.core.balance.report.choice import choice_of

    return choice_of(_words(arguments.with_parts), _words(arguments.without_parts))


def _words(text: str) -> list[str]:
    return [word for word in text.split(",") if word.strip()]
