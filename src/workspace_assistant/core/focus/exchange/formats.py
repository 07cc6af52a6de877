"""Which formats are read, and how to tell which one a file has."""

from __future__ import annotations

from collections.abc import Callable

from workspace_assistant.core.errors import UserInputError
from workspace_assistant.core.focus.exchange.activity_watch import parse_activity_watch
from workspace_assistant.core.focus.exchange.clockify import parse_clockify
from workspace_assistant.core.focus.exchange.names import FORMAT_NAMES
from workspace_assistant.core.focus.exchange.own_json import parse_own
from workspace_assistant.core.focus.exchange.parsed import Parsed, Taking
from workspace_assistant.core.focus.exchange.timewarrior import parse_timewarrior
from workspace_assistant.core.focus.exchange.toggl import parse_toggl
from workspace_assistant.core.focus.exchange.watson import parse_watson
from workspace_assistant.core.text import QT_TRANSLATE_NOOP

_NO_FORMAT = QT_TRANSLATE_NOOP(
    "focus", "cannot be told apart as {formats}: say which with --format"
)

FORMATS: dict[str, Callable[[str, Taking], Parsed]] = dict(
    zip(
        FORMAT_NAMES,
        (
            parse_toggl,
            parse_clockify,
            parse_timewarrior,
            parse_watson,
            parse_activity_watch,
            parse_own,
        ),
        strict=True,
    )
)

_HEAD = 4000


def format_of(text: str) -> str:
    """The format that the beginning of the file shows; raises `UserInputError` for none."""
    head = text[:_HEAD].lstrip("\ufeff \t\r\n")
    first_line = head.partition("\n")[0].lower()
    if head.startswith("{"):
        return "activitywatch" if '"buckets"' in head else "json"
    if head.startswith("["):
        return "watson" if head[1:].lstrip().startswith("[") else "timewarrior"
    if head.startswith("inc "):
        return "timewarrior"
    if "start date" in first_line and "start time" in first_line:
        return "clockify" if "duration (h)" in first_line else "toggl"
    raise UserInputError(_NO_FORMAT, formats=", ".join(FORMATS))
