"""When no tip is shown, whatever fits."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from workspace_assistant.core.tips.model import Moment, TipEvent
from workspace_assistant.core.tips.past import is_within

BETWEEN = timedelta(hours=1)
MOST_IN_A_PERIOD = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Silence:
    """That no tip may be shown.

    Attributes:
        reason: a key of `texts.REASONS`.
        until: when it ends by itself; None where that is not known.
    """

    reason: str
    until: datetime | None = None


def silence(events: Sequence[TipEvent], moment: Moment) -> Silence | None:
    """Why nothing may be shown at *moment*; None where something may.

    Where it is unknown whether a call goes on, it does not keep tips back: they take no focus and
    make no sound.
    """
    if moment.in_call:
        return Silence(reason="in-call")
    if moment.in_block:
        return Silence(reason="open-block")
    offers = [event for event in events if event.answer is None]
    if sum(event.period == moment.period.key for event in offers) >= MOST_IN_A_PERIOD:
        return Silence(reason="three-a-shift" if moment.period.is_shift else "three-a-day")
    lately = [event.at for event in offers if is_within(event.at, moment.now, BETWEEN)]
    if lately:
        return Silence(reason="once-an-hour", until=max(lately) + BETWEEN)
    return None
