"""`self-test`: whether this installation is whole, and what of this computer it can use.

Measures nothing outside this computer.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from typing import TYPE_CHECKING

from workspace_assistant.cli.exit_codes import ExitCode
from workspace_assistant.cli.language import worded
from workspace_assistant.cli.output import say, say_json
from workspace_assistant.cli.services import CliServices, SelfTestStep
from workspace_assistant.core.text import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from argparse import _SubParsersAction

_WORDS = {
    "works": QT_TRANSLATE_NOOP("cli", "works"),
    "fails": QT_TRANSLATE_NOOP("cli", "does not work"),
    "unknown": QT_TRANSLATE_NOOP("cli", "cannot be told"),
}
_LEAST_WIDTH = 15


def register(commands: _SubParsersAction[argparse.ArgumentParser]) -> list[argparse.ArgumentParser]:
    parser = commands.add_parser("self-test", help=worded("check this installation and computer"))
    parser.add_argument("--json", action="store_true", help=worded("print a JSON document"))
    parser.set_defaults(run=run)
    return [parser]


def run(arguments: argparse.Namespace, services: CliServices) -> int:
    """Only what belongs to the installation decides: a computer may do without a microphone."""
    steps = tuple(services.self_test())
    if arguments.json:
        listed = [_document(step) for step in steps]
        say_json({"schema": "workspace-assistant/self-test/1", "steps": listed})
    else:
        width = max(_LEAST_WIDTH, *(len(worded(word)) for word in _WORDS.values()))
        for step in steps:
            for line in _lines(step, width):
                say(line)
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


def _lines(step: SelfTestStep, width: int) -> Iterator[str]:
    state, name, why = worded(_WORDS[step.state]), worded(step.name), step.fault or step.unknown
    if not why:
        yield f"{state:<{width}} {name}"
        return
    yield f"{state:<{width}} {worded('{what}: {why}', what=name, why=worded(why))}"
    if step.loss:
        yield f"{'':<{width}} {worded('Without it: {loss}', loss=worded(step.loss))}"
