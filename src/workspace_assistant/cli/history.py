"""`history`: past reports, and each number against the person's own median."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from workspace_assistant.cli.output import say, say_json
from workspace_assistant.cli.services import CliServices
from workspace_assistant.core.readiness.history import trends
from workspace_assistant.core.readiness.history_document import history_document
from workspace_assistant.core.readiness.model import ReadinessReport
from workspace_assistant.core.readiness.names import VERDICT_WORDS

if TYPE_CHECKING:
    from argparse import _SubParsersAction

_MOST_REPORTS = 200


def register(commands: _SubParsersAction[argparse.ArgumentParser]) -> list[argparse.ArgumentParser]:
    parser = commands.add_parser("history", help="past reports and trends")
    parser.add_argument("--json", action="store_true")
    parser.set_defaults(run=run)
    return [parser]


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
    checks = ", ".join(f"{check.id} {check.verdict.value}" for check in report.checks)
    return f"{at}  {VERDICT_WORDS[report.verdict]:<20} {report.profile_name}  ({checks})"
