"""`self-test`: whether this installation is whole, and what of this computer it can use.

Measures nothing outside this computer.
"""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from workspace_assistant.cli.exit_codes import ExitCode
from workspace_assistant.cli.output import say, say_json
from workspace_assistant.cli.services import CliServices, SelfTestStep

if TYPE_CHECKING:
    from argparse import _SubParsersAction

_WORDS = {"works": "works", "fails": "does not work", "unknown": "cannot be told"}


def register(commands: _SubParsersAction[argparse.ArgumentParser]) -> list[argparse.ArgumentParser]:
    parser = commands.add_parser("self-test", help="check this installation and computer")
    parser.add_argument("--json", action="store_true")
    parser.set_defaults(run=run)
    return [parser]


def run(arguments: argparse.Namespace, services: CliServices) -> int:
    """Only what belongs to the installation decides: a computer may do without a microphone."""
    steps = tuple(services.self_test())
    if arguments.json:
        listed = [_document(step) for step in steps]
        say_json({"schema": "workspace-assistant/self-test/1", "steps": listed})
    else:
        for step in steps:
            say(f"{_WORDS[step.state]:<15} {step.name}{_because(step)}")
    is_broken = any(step.fault and step.is_part for step in steps)
    return ExitCode.OUR_FAILURE if is_broken else ExitCode.FINE


def _document(step: SelfTestStep) -> dict[str, object]:
    return {
        "name": step.name,
        "state": step.state,
        "fault": step.fault,
        "unknown": step.unknown,
        "loss": step.loss,
        "part_of_installation": step.is_part,
    }


def _because(step: SelfTestStep) -> str:
    why = step.fault or step.unknown
    if not why:
        return ""
    lost = f"\n{'':<16}Without it: {step.loss}" if step.loss else ""
    return f": {why}{lost}"
