"""`shifts subscribe --caldav`: signs in to a calendar server, and has one of its calendars chosen.

Server, user name and password come from the terminal or standard input, never from an argument.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from workspace_assistant.cli.language import worded
from workspace_assistant.cli.output import tell
from workspace_assistant.cli.passwords import ask_line, ask_password
from workspace_assistant.cli.running import run_job
from workspace_assistant.core.errors import RefusedError
from workspace_assistant.core.shifts.calendar_texts import PASSWORD_NOT_ENCRYPTED
from workspace_assistant.core.shifts.sign_in import FoundCalendar, SignIn, chosen_calendar
from workspace_assistant.core.text import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from workspace_assistant.cli.shifts_tools import ShiftTools

_SEVERAL = QT_TRANSLATE_NOOP(
    "cli", "The server has several calendars for you. Choose one of them with --calendar NAME"
)


def add_caldav(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--caldav",
        action="store_true",
        help=worded(
            "sign in to a calendar server: asks for its address, a user name and a password"
        ),
    )
    parser.add_argument(
        "--calendar",
        default="",
        metavar=worded("NAME"),
        help=worded("with --caldav: which of its calendars"),
    )


def caldav_address(arguments: argparse.Namespace, tools: ShiftTools) -> str:
    """The secret address of the calendar. Raises `RefusedError` and `CalendarError`."""
    sign_in = _sign_in("" if arguments.address_stdin else tools.address_of_environment())
    if not sign_in.parsed().is_encrypted:
        tell(worded(PASSWORD_NOT_ENCRYPTED))
    found = run_job(lambda ctx: tools.find_calendars(sign_in, ctx))
    chosen = chosen_calendar(found, arguments.calendar) or _asked_which(found)
    return chosen.address


def _sign_in(known: str) -> SignIn:
    """An address may hold its sign-in already: then nothing else is asked."""
    address = known or ask_line(worded("Address of the server or of the calendar: "), "address")
    sign_in = SignIn(address=address)
    found = sign_in.parsed()
    if found.user or found.password:
        return sign_in
    user = ask_line(worded("User name: "), "user name")
    return replace(sign_in, user=user, password=ask_password(worded("Password: ")))


def _asked_which(found: Sequence[FoundCalendar]) -> FoundCalendar:
    for number, one in enumerate(found, 1):
        tell(f"{number:>3}  {one.name}")
    if sys.stdin is None or not sys.stdin.isatty():
        raise RefusedError(_SEVERAL)
    word = ask_line(worded("Which one? Its number or name: "), "calendar").strip()
    names = {f"{number}": one.name for number, one in enumerate(found, 1)}
    chosen = chosen_calendar(found, names.get(word, word))
    if chosen is None:
        raise RefusedError(_SEVERAL)
    return chosen
