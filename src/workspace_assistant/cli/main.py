"""The command line: one module per command, plain exit codes, no traceback for bad input.

Only the module of the command that is asked for is imported; none for the window.
"""

from __future__ import annotations

import argparse
import logging
import re
import signal
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path
from types import FrameType
from typing import NoReturn

from workspace_assistant.cli.exit_codes import ExitCode
from workspace_assistant.cli.language import worded
from workspace_assistant.cli.output import abandon_standard_output, tell
from workspace_assistant.cli.overriding import override
from workspace_assistant.core.errors import StoreUnavailableError, UserInputError
from workspace_assistant.core.readiness.profile.faults import ProfileError

log = logging.getLogger(__name__)

_ADDRESS = re.compile(r"\w+://\S+|webcal\S*:\S+", re.IGNORECASE)

_DATA_DIR, _IN_TRAY = "--data-dir", "--in-tray"

COMMANDS = (
    "check",
    "mic",
    "history",
    "focus",
    "shifts",
    "watch",
    "schedule",
    "reminders",
    "tips",
    "breaks",
    "ergonomics",
    "check-in",
    "week",
    "publish",
    "profile",
    "settings",
    "data",
    "self-test",
    "target",
)


def build_parser(argv: Sequence[str] = ()) -> argparse.ArgumentParser:
    """For the command that *argv* names, or for all of them: help and errors list them."""
    parser = _start_parser()
    commands = parser.add_subparsers(dest="command", metavar=worded("COMMAND"))
    for name in _named(argv) or COMMANDS:
        module = import_module(f"workspace_assistant.cli.{name.replace('-', '_')}")
        for command in module.register(commands):
            _add_data_dir(command, default=argparse.SUPPRESS)
    return parser


def _start_parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="workspace-assistant",
        description=worded(
            "Measures whether this workplace is ready for a shift. "
            "Without a command it opens the window."
        ),
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="store_true", help=worded("print the version and end"))
    parser.add_argument(
        _IN_TRAY,
        action="store_true",
        help=worded("start in the tray where the desktop has one"),
    )
    _add_data_dir(parser, default=None)
    parser.set_defaults(command=None)
    return parser


def main(arguments: argparse.Namespace, make_tools: Callable[[], object]) -> int:
    """Runs the command in *arguments* with what its module asks for; returns its exit code."""
    signal.signal(signal.SIGTERM, _interrupt)
    return explained(lambda: int(arguments.run(arguments, make_tools())))


def explained(command: Callable[[], int]) -> int:
    """The exit code of *command*; what the user or the system did wrong becomes a sentence."""
    try:
        code = command()
        sys.stdout.flush()
    except UserInputError as error:
        tell(worded(error.phrase))
    except ProfileError as error:
        for fault in error.faults:
            tell(worded(fault))
    except StoreUnavailableError as error:
        tell(worded(error.phrase))
        return ExitCode.OUR_FAILURE
    except KeyboardInterrupt:
        tell(worded("Interrupted."))
        return ExitCode.INTERRUPTED
    except BrokenPipeError:  # the reader (`| head`) has seen enough
        abandon_standard_output()
        return ExitCode.OUR_FAILURE
    except OSError as error:
        tell(f"{error}")
        abandon_standard_output()
        return ExitCode.OUR_FAILURE
    else:
        return code
    return ExitCode.BAD_INPUT


def parse(argv: Sequence[str]) -> argparse.Namespace:
    parser = _start_parser() if _asks_for_the_window(argv) else build_parser(argv)
    return parser.parse_args(argv)


def _asks_for_the_window(argv: Sequence[str]) -> bool:
    """Whether *argv* has nothing but options of a start, all of them whole.

    To read in every command, only to have none, would take longer than to paint.
    """
    match argv:
        case []:
            return True
        case [word, *others] if word == _IN_TRAY or word.startswith(f"{_DATA_DIR}="):
            return _asks_for_the_window(others)
        case [option, value, *others] if option == _DATA_DIR and not value.startswith("-"):
            return _asks_for_the_window(others)
        case _:
            return False


class _Parser(argparse.ArgumentParser):
    """Repeats no address in its errors: that of a calendar is a secret."""

    @override
    def error(self, message: str) -> NoReturn:
        super().error(_ADDRESS.sub(worded("(an address)"), message))


def _named(argv: Sequence[str]) -> tuple[str, ...]:
    """The command, after options that belong to none; nothing where that is no command of ours."""
    words = iter(argv)
    for word in words:
        if word == _DATA_DIR:
            next(words, None)
        elif not word.startswith("-"):
            return (word,) if word in COMMANDS else ()
    return ()


def _add_data_dir(parser: argparse.ArgumentParser, default: object) -> None:
    parser.add_argument(
        _DATA_DIR,
        type=Path,
        default=default,
        metavar=worded("DIR"),
        help=worded("where everything is kept"),
    )


def _interrupt(signal_number: int, frame: FrameType | None) -> None:
    del signal_number, frame
    raise KeyboardInterrupt
