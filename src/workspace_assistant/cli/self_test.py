"""`self-test`: whether this installation is whole. Measures nothing outside this computer."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from workspace_assistant.cli.exit_codes import ExitCode
from workspace_assistant.cli.output import say, say_json
from workspace_assistant.cli.services import CliServices

if TYPE_CHECKING:
    from argparse import _SubParsersAction


def register(commands: _SubParsersAction[argparse.ArgumentParser]) -> list[argparse.ArgumentParser]:
    parser = commands.add_parser("self-test", help="check this installation")
    parser.add_argument("--json", action="store_true")
    parser.set_defaults(run=run)
    return [parser]


def run(arguments: argparse.Namespace, services: CliServices) -> int:
    steps = tuple(services.self_test())
    if arguments.json:
        listed = [{"name": step.name, "fault": step.fault} for step in steps]
        say_json({"schema": "workspace-assistant/self-test/1", "steps": listed})
    else:
        for step in steps:
            say(f"{'failed' if step.fault else 'fine':<7} {step.name}{_because(step.fault)}")
    return ExitCode.OUR_FAILURE if any(step.fault for step in steps) else ExitCode.FINE


def _because(fault: str) -> str:
    return f": {fault}" if fault else ""
