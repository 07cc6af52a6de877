"""What a person lets into a report that somebody else may read."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from workspace_assistant.core.balance.report import texts
from workspace_assistant.core.errors import RefusedError


class ReportPart(StrEnum):
    """A part that may be left out. The headline and its sentences are always there."""

    GOALS = "goals"
    DAYS = "days"  # pictures of the days and of the rests between them
    INDICATORS = "indicators"
    TRENDS = "trends"
    HEAT_MAP = "heat-map"
    SUGGESTIONS = "suggestions"
    NAMES = "names"  # of blocks, and what was noted of interruptions
    CHECK_INS = "check-ins"  # what rests on the answers at the end of a shift
    LEAVE_KINDS = "leave-kinds"  # why a day was off; else only that it was


# What says more of a person than of their week stays out unless they put it in.
PRIVATE_PARTS = frozenset(
    {ReportPart.SUGGESTIONS, ReportPart.NAMES, ReportPart.CHECK_INS, ReportPart.LEAVE_KINDS}
)
DEFAULT_PARTS = frozenset(ReportPart) - PRIVATE_PARTS


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportChoice:
    parts: frozenset[ReportPart] = DEFAULT_PARTS

    def shows(self, part: ReportPart) -> bool:
        return part in self.parts


def choice_of(added: Iterable[str] = (), left_out: Iterable[str] = ()) -> ReportChoice:
    """The defaults with some parts added and some left out, by their words.

    Raises `RefusedError` for a word that is no part.
    """
    more, less = map(_part, added), map(_part, left_out)
    return ReportChoice(parts=DEFAULT_PARTS.union(more).difference(less))


def _part(word: str) -> ReportPart:
    try:
        return ReportPart(word.strip().lower())
    except ValueError:
        known = ", ".join(part.value for part in ReportPart)
        raise RefusedError(texts.NO_PART, text=word.strip(), known=known) from None
