"""Breaks counted by what became of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from workspace_assistant.core.breaks.holding import IN_CALL
from workspace_assistant.core.breaks.model import BreakRecord, Outcome, Tally


def tally(records: Iterable[BreakRecord]) -> Tally:
    """Every break that was due is counted once."""
    known = [one for one in records if one.is_counted]
    counted = Counter(one.outcome for one in known if one.outcome is not None)
    return Tally(
        due=len(known),
        outcomes={outcome: counted[outcome] for outcome in Outcome},
        open=sum(one.outcome is None for one in known),
        blocked_by_call=sum(
            one.outcome is Outcome.BLOCKED and one.reason == IN_CALL for one in known
        ),
    )
