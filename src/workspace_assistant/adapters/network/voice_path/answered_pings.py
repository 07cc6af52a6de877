"""Finds out what a router answers to, and whether it answers as often as it is asked."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from typing import Protocol

from workspace_assistant.core.readiness.voice_path.model import Reason, Trouble

_HIGHEST_NUMBER = 0xFFFF  # of an echo request
_TRIAL_PINGS = 3
_ROW_PINGS = 12
_ROW_ENOUGH = 8
_ROW_SPACING_S = 0.02
_TRIAL_SPACING_S = 0.05
_TRIAL_WAIT_S = 0.5


class Pings(Protocol):
    """One way of asking a place for round trips; `method` names it in the report.

    `is_stamped` says that the system notes when answers come: they may be collected later.
    """

    method: str
    is_stamped: bool

    def send(self, number: int) -> float | None:
        """When it left, by the performance counter; None when the place is asked no more."""

    def collect(self, wait_s: float) -> list[tuple[int, float]]: ...

    def close(self) -> None: ...


MakePings = Callable[[], Pings]


def first_that_is_answered(kinds: Sequence[MakePings], address: str) -> Pings | Trouble:
    """The first kind of pings that *address* answers; why not, when it answers none."""
    reason = Reason.NOT_PERMITTED
    for make in kinds:
        try:
            pings = make()
        except OSError:
            continue
        if _answers(pings, range(_TRIAL_PINGS), _TRIAL_SPACING_S, enough=1):
            return pings
        pings.close()
        reason = Reason.NO_ANSWER
    return Trouble(reason=reason, server=address)


def is_router_rationed(pings: Pings) -> bool:
    """Whether a router leaves much of a quick row unanswered: it saves its breath.

    Linux sends six errors in a row to one address, then one a second; asking faster than that would
    look like loss. A line that loses a tenth of all packets leaves fewer than eight of twelve
    answered in one run of 200 only, so it is not taken for that.
    """
    numbers = range(_TRIAL_PINGS, _TRIAL_PINGS + _ROW_PINGS)
    found = _answers(pings, numbers, _ROW_SPACING_S, enough=_ROW_ENOUGH)
    return found < _ROW_ENOUGH


def _answers(pings: Pings, numbers: Sequence[int], spacing_s: float, enough: int) -> int:
    """How many of a row of pings are answered. Their numbers are none that the watch will use."""
    asked = [_HIGHEST_NUMBER - number for number in numbers]
    answered: set[int] = set()
    for number in asked:
        pings.send(number)
        answered |= {one for one, _ in pings.collect(spacing_s)}.intersection(asked)
        if len(answered) >= enough:
            return len(answered)
    ends_s = time.perf_counter() + _TRIAL_WAIT_S
    while len(answered) < enough and (left_s := ends_s - time.perf_counter()) > 0:
        answered |= {one for one, _ in pings.collect(left_s)}.intersection(asked)
    return len(answered)
