"""`mic --set-level` and `--raise`: the system's input volume, and then a measurement with it."""

from __future__ import annotations

import argparse
import sys
from math import isfinite

from workspace_assistant.cli.language import worded
from workspace_assistant.cli.output import tell
from workspace_assistant.cli.running import run_job
from workspace_assistant.cli.services import CliServices
from workspace_assistant.core.errors import RefusedError
from workspace_assistant.core.readiness.microphone.device_texts import NO_VOLUME_CONTROL
from workspace_assistant.core.readiness.microphone.input_change import (
    advised_change,
    change_sentence,
)
from workspace_assistant.core.readiness.microphone.ports import VolumeUnavailableError
from workspace_assistant.core.readiness.microphone.take import Take
from workspace_assistant.core.readiness.profile.model import WorkplaceProfile
from workspace_assistant.core.text import QT_TRANSLATE_NOOP

LOWEST_DB, HIGHEST_DB = -60.0, 11.0
MOST_CHANGE_DB = 40.0
_OUT_OF_RANGE = QT_TRANSLATE_NOOP("cli", "{option}: must lie between {lowest} and {highest} dB")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    change = parser.add_mutually_exclusive_group()
    change.add_argument(
        "--set-level",
        type=float,
        metavar="DB",
        help=worded("set the input volume first (Linux); 0 is what the system calls 100 %%"),
    )
    change.add_argument(
        "--raise",
        dest="raise_db",
        type=float,
        metavar="DB",
        help=worded("raise the input volume by so much first (Linux); below 0 lowers it"),
    )


def is_asked(arguments: argparse.Namespace) -> bool:
    return arguments.set_level is not None or arguments.raise_db is not None


def apply(arguments: argparse.Namespace, services: CliServices) -> None:
    """Sets the volume where the user asked for that and says what became of it.

    Raises `RefusedError` for a number out of range, or where there is no such control.
    """
    if not is_asked(arguments):
        return
    level, change = arguments.set_level, arguments.raise_db
    _check("--set-level", level, LOWEST_DB, HIGHEST_DB)
    _check("--raise", change, -MOST_CHANGE_DB, MOST_CHANGE_DB)
    microphone = arguments.microphone or services.chosen_microphone()
    sound = services.sound
    try:
        before, after = run_job(
            lambda _ctx: (
                sound.set_volume(microphone, level)
                if level is not None
                else sound.change_volume(microphone, change)
            )
        )
    except VolumeUnavailableError as error:
        raise RefusedError(NO_VOLUME_CONTROL[error.reason]) from error
    tell(change_sentence(before, after, worded))


def raise_hint(take: Take, profile: WorkplaceProfile) -> str:
    """The command that does what the findings advise; empty where no step of volume is advised."""
    change = advised_change(take.outcome, profile.microphone)
    if change is None or sys.platform != "linux":
        return ""
    command = f"workspace-assistant mic --raise {change.change_db}"
    return worded("`{command}` sets the input volume so and records again.", command=command)


def _check(option: str, value: float | None, lowest: float, highest: float) -> None:
    if value is not None and not (isfinite(value) and lowest <= value <= highest):
        raise RefusedError(
            _OUT_OF_RANGE, option=option, lowest=f"{lowest:g}", highest=f"{highest:g}"
        )
