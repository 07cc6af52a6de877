"""Clockify's detailed report as CSV: dates and times as the user has set them there."""

from __future__ import annotations

from workspace_assistant.core.errors import UserInputError
from workspace_assistant.core.focus.exchange.detailed_report import (
    NEEDED_COLUMNS,
    blocks_of_report,
)
from workspace_assistant.core.focus.exchange.local_times import date_order
from workspace_assistant.core.focus.exchange.parsed import Parsed, Taking, quoted
from workspace_assistant.core.focus.exchange.tables import Row, rows
from workspace_assistant.core.text import QT_TRANSLATE_NOOP

_EITHER_ORDER = QT_TRANSLATE_NOOP(
    "focus",
    "{date} could begin with the month or the day, and so could every other "
    "date of the file. Say which: mdy or dmy",
)


def parse_clockify(text: str, taking: Taking) -> Parsed:
    """Raises `UserInputError` for what is no such report, and where no date tells its order."""
    found = rows(text, NEEDED_COLUMNS)
    return blocks_of_report(found, "clockify", _order(found, taking), "duration (h)", taking)


def _order(found: list[Row], taking: Taking) -> str:
    dates = [row.text(f"{side} date") for row in found for side in ("start", "end")]
    order = date_order(dates)
    if order == "ymd" or not dates:
        return "ymd"
    if order is None and taking.date_order is None:
        raise UserInputError(_EITHER_ORDER, date=quoted(dates[0]))
    return f"{taking.date_order or order}"
