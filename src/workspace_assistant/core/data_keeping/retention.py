"""How long a kind of data is kept: for ever, unless the person chooses otherwise."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta

from workspace_assistant.core.data_keeping import texts
from workspace_assistant.core.data_keeping.model import DataKind
from workspace_assistant.core.errors import RefusedError
from workspace_assistant.core.phrases import Phrase

FOREVER = "forever"
# A quarter of a year is told beside the weeks before it, and a rest at its edges looks further:
# a year has all of that, and this time of the last year as well.
_YEAR_DAYS = 366
_LEAST_DAYS: Mapping[DataKind, int] = {
    DataKind.CHECKS: _YEAR_DAYS,
    DataKind.BREAKS: _YEAR_DAYS,
    DataKind.ACTIVITY: _YEAR_DAYS,
    DataKind.CHECK_INS: _YEAR_DAYS,
    DataKind.HARD_CONTACTS: _YEAR_DAYS,
    DataKind.LINE_EVENTS: _YEAR_DAYS,
    DataKind.LINE_MINUTES: 30,  # shown for a day; evidence of a call is asked for within weeks
    DataKind.CALL_LEVELS: _YEAR_DAYS,
    DataKind.REMINDERS: _YEAR_DAYS,
}
TIMED = tuple(_LEAST_DAYS)
_MOST_DAYS = 100 * _YEAR_DAYS
_DAYS_OF = {"d": 1, "w": 7, "y": _YEAR_DAYS}
_AGE = re.compile(r"([1-9]\d{0,4})\s*([dwy])", re.ASCII)
_CHOICE = "keep-{}"

Choices = Mapping[DataKind, str]


def kind_named(text: str) -> DataKind:
    """Raises `RefusedError` for what is no kind."""
    try:
        return DataKind(text.strip().lower())
    except ValueError:
        known = ", ".join(one.value for one in DataKind)
        raise RefusedError(texts.NO_KIND, text=text, known=known) from None


def checked_age(kind: DataKind, text: str) -> str:
    """*text* as it is kept. Raises `RefusedError` for what is no age, or too short for *kind*."""
    written = text.strip().lower()
    if written == FOREVER:
        return FOREVER
    words = Phrase(texts.KIND_NAMES[kind])
    if kind not in _LEAST_DAYS:
        raise RefusedError(texts.NOT_TIMED, kind=words, reason=Phrase(texts.ALWAYS_KEPT[kind]))
    days = _days(written)
    if days is None:
        raise RefusedError(texts.NO_AGE, text=text.strip())
    if days < _LEAST_DAYS[kind]:
        raise RefusedError(texts.TOO_SHORT, kind=words, least=str(_LEAST_DAYS[kind]))
    return written


def kept_ages(recall: Callable[[str], str]) -> Choices:
    """What was chosen. What cannot be understood counts as for ever: nothing goes by mistake."""
    return {kind: _understood(kind, recall(choice_name(kind))) for kind in TIMED}


def choice_name(kind: DataKind) -> str:
    """Under which name the choice is kept."""
    return _CHOICE.format(kind.value)


def cutoffs(ages: Choices, now: datetime) -> dict[DataKind, datetime]:
    """Before which instant what is there may go; nothing for what is kept for ever."""
    by_kind = ((kind, _days(age)) for kind, age in ages.items())
    return {kind: now - timedelta(days=days) for kind, days in by_kind if days is not None}


def _understood(kind: DataKind, kept: str) -> str:
    days = _days(kept)
    return kept if days is not None and days >= _LEAST_DAYS[kind] else FOREVER


def _days(text: str) -> int | None:
    found = _AGE.fullmatch(text)
    if found is None:
        return None
    days = int(found[1]) * _DAYS_OF[found[2]]
    return days if days <= _MOST_DAYS else None
