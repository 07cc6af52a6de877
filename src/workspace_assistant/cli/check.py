"""`check`: the readiness check."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from workspace_assistant.cli.exit_codes import OF_VERDICT
from workspace_assistant.cli.language import worded
from workspace_assistant.cli.output import say, say_json, tell
from workspace_assistant.cli.passwords import read_password_line
from workspace_assistant.cli.profile_choice import chosen_profile
from workspace_assistant.cli.running import run_job
from workspace_assistant.cli.services import CliServices
from workspace_assistant.core.errors import RefusedError, StoreUnavailableError, UserInputError
from workspace_assistant.core.joining import joined
from workspace_assistant.core.readiness.model import ReadinessReport
from workspace_assistant.core.readiness.ports import CheckRequest
from workspace_assistant.core.readiness.profile.faults import Faults
from workspace_assistant.core.readiness.profile.model import WorkplaceProfile
from workspace_assistant.core.readiness.profile.servers import read_server
from workspace_assistant.core.readiness.report import report_document
from workspace_assistant.core.readiness.service import required_checks
from workspace_assistant.core.text import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from argparse import _SubParsersAction

EMBEDDED_TARGET_LABEL = QT_TRANSLATE_NOOP(
    "cli", "Measured against this computer itself: says nothing about your line."
)
_NO_CHECK_NAMED = QT_TRANSLATE_NOOP("cli", "--only: names no check; there are {known}")
_NO_SUCH_CHECK = QT_TRANSLATE_NOOP("cli", "--only: no check is called {names}; there are {known}")


def register(commands: _SubParsersAction[argparse.ArgumentParser]) -> list[argparse.ArgumentParser]:
    parser = commands.add_parser(
        "check",
        help=worded("measure line, computer and microphone"),
        epilog=worded(
            "Checks: computer, microphone, headset, connection, bandwidth; voice-path and "
            "endpoints where the profile names servers for them. "
            "Exit codes: 0 ready, 10 caution, 20 not ready, 30 not tested, 2 bad input."
        ),
    )
    parser.add_argument(
        "--profile", type=Path, metavar=worded("FILE"), help=worded("workplace profile (TOML)")
    )
    parser.add_argument("--only", metavar="ID,…", help=worded("run only these checks"))
    length = parser.add_mutually_exclusive_group()
    length.add_argument("--quick", action="store_true", help=worded("shorter, about 12 s"))
    length.add_argument(
        "--long",
        action="store_true",
        help=worded("watch the voice path for 30 s before the line is used"),
    )
    parser.add_argument("--json", action="store_true", help=worded("print the report as JSON"))
    parser.add_argument(
        "--report",
        type=Path,
        metavar=worded("FILE"),
        action="append",
        default=[],
        help=worded("write .json, .html, .pdf or .md; may be given more than once"),
    )
    parser.add_argument(
        "--no-save", action="store_true", help=worded("keep this run out of the history")
    )
    parser.add_argument(
        "--microphone", default="", metavar="ID", help=worded("record from this one")
    )
    parser.add_argument(
        "--sound", action="store_true", help=worded("let the headset check play a tone of 0.6 s")
    )
    parser.add_argument(
        "--cross-check", action="store_true", help=worded("also run speedtest-cli's own test")
    )
    parser.add_argument(
        "--server",
        default="",
        metavar="URL",
        help=worded("LibreSpeed-compatible server to measure with"),
    )
    parser.add_argument(
        "--embedded-target",
        action="store_true",
        help=worded("measure against this computer (a demo)"),
    )
    parser.add_argument(
        "--turn-password-stdin",
        action="store_true",
        help=worded("read the password of the profile's TURN user from standard input"),
    )
    parser.set_defaults(run=run)
    return [parser]


def run(arguments: argparse.Namespace, services: CliServices) -> int:
    profile = _profile(arguments, services)
    request = CheckRequest(
        profile=profile,
        only=_only(arguments.only, profile),
        quick=arguments.quick,
        long=arguments.long,
        microphone=arguments.microphone or services.chosen_microphone(),
        play_sounds=arguments.sound,
        server=_server(arguments.server),
        turn_password=read_password_line() if arguments.turn_password_stdin else "",
    )
    for path in arguments.report:
        services.check_report_path(path)
    with ExitStack() as stack:
        if arguments.embedded_target:
            tell(worded(EMBEDDED_TARGET_LABEL))
            address = stack.enter_context(services.embedded_target("127.0.0.1", 0))
            request = replace(request, server=address, server_is_this_computer=True)
        report = run_job(lambda ctx: services.readiness.run(request, ctx))
    faults = [] if arguments.no_save else _save(services, report)
    for path in arguments.report:
        faults += _write(services, report, path)
    # What was measured is shown first, whatever became of the files.
    if arguments.json:
        say_json(report_document(report))
    else:
        from workspace_assistant.cli.report_text import report_lines

        for line in report_lines(report):
            say(line)
    for fault in faults:
        tell(fault)
    return OF_VERDICT[report.verdict]


def _profile(arguments: argparse.Namespace, services: CliServices) -> WorkplaceProfile:
    profile = chosen_profile(services, arguments.profile)
    if not arguments.cross_check:
        return profile
    return replace(profile, bandwidth=replace(profile.bandwidth, cross_check=True))


def _only(text: str | None, profile: WorkplaceProfile) -> frozenset[str]:
    if text is None:
        return frozenset()
    known = required_checks(profile)
    chosen = frozenset(part.strip() for part in text.split(",") if part.strip())
    if not chosen:  # an empty variable in a script must not start a whole measurement
        raise RefusedError(_NO_CHECK_NAMED, known=_listed(known))
    if unknown := chosen - known.keys():
        names = _listed(sorted(unknown))
        raise RefusedError(_NO_SUCH_CHECK, names=names, known=_listed(known))
    return chosen


def _server(text: str) -> str:
    faults = Faults()
    address = read_server(text, "--server", "", faults)
    faults.raise_if_any()
    return address


def _listed(names: Iterable[str]) -> str:
    return joined(names, worded)


def _save(services: CliServices, report: ReadinessReport) -> list[str]:
    """Saves the report; returns why it could not, because the measured verdict still counts."""
    try:
        services.readiness.save(report)
    except StoreUnavailableError as error:
        return [worded("This report was not saved: {reason}", reason=worded(error.phrase))]
    return []


def _write(services: CliServices, report: ReadinessReport, path: Path) -> list[str]:
    try:
        services.write_report(report, path)
    except UserInputError as error:
        return [worded("This report was not written: {reason}", reason=worded(error.phrase))]
    return []
