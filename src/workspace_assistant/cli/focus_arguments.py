"""What several `focus` commands understand on their command line."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from workspace_assistant.cli.choices import NO_CAUSE, NO_CHANNEL, NO_CHOICE, NO_PRESET, understood
from workspace_assistant.cli.inside import inside
from workspace_assistant.cli.language import worded
from workspace_assistant.core.errors import RefusedError
from workspace_assistant.core.focus.labels import ORIGINS
from workspace_assistant.core.focus.model import Cause, Channel, Origin
from workspace_assistant.core.focus.overlaps import OverlapChoice
from workspace_assistant.core.lengths import length_s

if TYPE_CHECKING:
    from argparse import _SubParsersAction

    Actions = _SubParsersAction[argparse.ArgumentParser]

# Work and the break after it, the two customs most people know.
PRESETS = {"25/5": 25 * 60.0, "50/10": 50 * 60.0}


def add_json(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--json",
        action="store_true",
        default=argparse.SUPPRESS,
        help=worded("print a JSON document"),
    )


def add_kind(parser: argparse.ArgumentParser) -> None:
    """What a block is about; what is not given stays out of the arguments' namespace."""
    parser.add_argument(
        "--channel",
        type=understood(Channel, NO_CHANNEL, Channel),
        metavar=worded("CHANNEL"),
        help=", ".join(channel.value for channel in Channel),
    )
    parser.add_argument(
        "--tag",
        action="append",
        dest="tags",
        metavar=worded("TAG"),
        help=worded("may be given several times"),
    )


def add_length(parser: argparse.ArgumentParser) -> None:
    length = parser.add_mutually_exclusive_group()
    length.add_argument(
        "--for",
        dest="planned_s",
        type=seconds,
        metavar=worded("LENGTH"),
        help=worded("such as 50m or 1h30m"),
    )
    length.add_argument(
        "--preset",
        dest="planned_s",
        type=understood(PRESETS.__getitem__, NO_PRESET, PRESETS),
        metavar="|".join(PRESETS),
        help=worded("work and the break after it, in minutes"),
    )


def add_cause(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "cause",
        type=understood(Cause, NO_CAUSE, Cause),
        metavar=worded("CAUSE"),
        help=", ".join(cause.value for cause in Cause),
    )


def add_origin(parser: argparse.ArgumentParser) -> None:
    """Where it came from; the cause's usual origin when nothing is said."""
    side = parser.add_mutually_exclusive_group()
    for origin in Origin:
        side.add_argument(
            f"--{origin.value}",
            dest="origin",
            action="store_const",
            const=origin,
            help=inside(ORIGINS[origin]),
        )


def add_overlap(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--overlap",
        type=understood(OverlapChoice, NO_CHOICE, OverlapChoice),
        default=OverlapChoice.REFUSE,
        metavar="|".join(choice.value for choice in OverlapChoice),
        help=worded(
            "where other blocks have the time: refuse (default), or cut them, or the new one"
        ),
    )


def seconds(text: str) -> float:
    """The argument's length in seconds, as argparse wants it."""
    try:
        return length_s(text)
    except RefusedError as error:
        raise argparse.ArgumentTypeError(worded(error.phrase)) from error
