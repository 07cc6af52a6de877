"""When a self-check is to be repeated."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from workspace_assistant.core.ergonomics.model import Assessment, Due, DueReason, WorkplaceChange
from workspace_assistant.core.ergonomics.workplaces import key_of

REPEAT_AFTER = timedelta(days=90)


def due(
    latest: Assessment | None, changed_since: Sequence[WorkplaceChange], now: datetime
) -> Due | None:
    """The occasion, if there is one; a change counts before age.

    A workplace that was never looked at and never told to have changed asks for nothing.

    Args:
        latest: the newest self-check of the workplace.
        changed_since: what was told since, newest first: several changes are one occasion.
        now: the present instant.
    """
    if changed_since:
        first = changed_since[-1]
        return _due(first.workplace, DueReason.CHANGED, first.at)
    if latest is not None and now - latest.done_at >= REPEAT_AFTER:
        return _due(latest.workplace, DueReason.AGE, latest.done_at + REPEAT_AFTER)
    return None


def _due(workplace: str, reason: DueReason, since: datetime) -> Due:
    about = f"{key_of(workplace)}/{reason.value}/{since.isoformat()}"
    return Due(workplace=workplace, reason=reason, since=since, about=about)
