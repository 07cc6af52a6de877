"""`mic --list`: the microphones there are, or why that is not known."""

from __future__ import annotations

import argparse

from workspace_assistant.cli.exit_codes import ExitCode
from workspace_assistant.cli.language import worded
from workspace_assistant.cli.output import say, say_json
from workspace_assistant.cli.running import run_job
from workspace_assistant.cli.services import CliServices
from workspace_assistant.core.readiness.microphone.device_texts import UNAVAILABLE
from workspace_assistant.core.readiness.microphone.documents import list_document
from workspace_assistant.core.readiness.microphone.model import MicrophoneDevice
from workspace_assistant.core.readiness.microphone.ports import (
    MicrophoneUnavailableError,
    Unavailable,
)


def run(arguments: argparse.Namespace, services: CliServices) -> int:
    devices, reason = found(services)
    if arguments.json:
        say_json(list_document(devices, reason))
    elif reason is not None:
        say(worded(UNAVAILABLE[reason]))
    elif not devices:
        say(worded("No microphone is connected. Connect your headset and try again."))
    else:
        for device in devices:
            name = f"{device.name}  {worded('(default)')}" if device.is_default else device.name
            say(f"{device.id}\t{name}")
    return ExitCode.FINE if reason is None else ExitCode.NOT_TESTED


def found(services: CliServices) -> tuple[tuple[MicrophoneDevice, ...], Unavailable | None]:
    """The microphones, and why there are none to be known where the system does not answer."""
    try:
        return run_job(lambda _ctx: services.microphones()), None
    except MicrophoneUnavailableError as error:
        return (), error.reason
