"""Toggl Track's detailed report as CSV: ISO dates, HH:MM:SS, local time of the account."""

from __future__ import annotations

from workspace_assistant.core.focus.exchange.detailed_report import (
    NEEDED_COLUMNS,
    blocks_of_report,
)
from workspace_assistant.core.focus.exchange.parsed import Parsed, Taking
from workspace_assistant.core.focus.exchange.tables import rows


def parse_toggl(text: str, taking: Taking) -> Parsed:
    """Raises `UserInputError` for what is no such report."""
    return blocks_of_report(rows(text, NEEDED_COLUMNS), "toggl", "ymd", "duration", taking)
