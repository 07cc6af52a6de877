"""`mic`: analyzes a recording, or records one, with the code that the readiness check uses."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from workspace_assistant.cli.exit_codes import OF_VERDICT
from workspace_assistant.cli.output import say, say_json
from workspace_assistant.cli.profile_choice import chosen_profile
from workspace_assistant.cli.report_text import outcome_lines
from workspace_assistant.cli.running import run_job
from workspace_assistant.cli.services import CliServices
from workspace_assistant.core.errors import UserInputError
from workspace_assistant.core.readiness.model import Outcome
from workspace_assistant.core.readiness.ports import CheckRequest
from workspace_assistant.core.readiness.profile.model import WorkplaceProfile
from workspace_assistant.core.readiness.report import recording_document
from workspace_assistant.core.readiness.verdict import check_verdict

if TYPE_CHECKING:
    from argparse import _SubParsersAction

_LONGEST_QUIET_S = 60


def register(commands: _SubParsersAction[argparse.ArgumentParser]) -> list[argparse.ArgumentParser]:
    parser = commands.add_parser("mic", help="analyze a recording, or record one")
    parser.add_argument("file", type=Path, nargs="?", metavar="FILE.wav")
    parser.add_argument(
        "--quiet-seconds",
        type=float,
        default=2.0,
        metavar="S",
        help="quiet at the start; 0 for none",
    )
    parser.add_argument("--microphone", default="", metavar="ID", help="record from this one")
    parser.add_argument("--profile", type=Path, metavar="FILE", help="workplace profile (TOML)")
    parser.add_argument("--list", action="store_true", help="list the microphones and end")
    parser.add_argument("--json", action="store_true")
    parser.set_defaults(run=run)
    return [parser]


def run(arguments: argparse.Namespace, services: CliServices) -> int:
    if arguments.list:
        return _list_microphones(services, as_json=arguments.json)
    profile = chosen_profile(services, arguments.profile)
    outcome = _analyze(arguments, services, profile)
    verdict = check_verdict(outcome)
    if arguments.json:
        say_json(recording_document(outcome))
    else:
        for line in outcome_lines(outcome, verdict):
            say(line)
    return OF_VERDICT[verdict]


def _analyze(
    arguments: argparse.Namespace, services: CliServices, profile: WorkplaceProfile
) -> Outcome:
    if arguments.file is None:
        microphone = arguments.microphone or services.chosen_microphone()
        request = CheckRequest(profile=profile, microphone=microphone)
        return run_job(lambda ctx: services.record_live(request, ctx.part("microphone")))
    quiet_s: float = arguments.quiet_seconds
    if not 0 <= quiet_s <= _LONGEST_QUIET_S:
        raise UserInputError(f"--quiet-seconds: must lie between 0 and {_LONGEST_QUIET_S}")
    return services.analyze_file(arguments.file, quiet_s, profile.microphone)


def _list_microphones(services: CliServices, *, as_json: bool) -> int:
    devices = run_job(lambda _ctx: services.microphones())
    if as_json:
        listed = [
            {"id": device.id, "name": device.name, "is_default": device.is_default}
            for device in devices
        ]
        say_json({"schema": "workspace-assistant/microphones/1", "microphones": listed})
    elif not devices:
        say("No microphone was found.")
    else:
        for device in devices:
            say(f"{device.id}\t{device.name}{'  (default)' if device.is_default else ''}")
    return 0
