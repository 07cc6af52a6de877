"""Everything the self-check's part of a page depends on, as one value; the session changes it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from workspace_assistant.core.ergonomics.model import Assessment, Evaluation
from workspace_assistant.core.ergonomics.service import Standing
from workspace_assistant.ui.ergonomics.walk import Walk


class Showing(StrEnum):
    """What the part shows."""

    OVERVIEW = "overview"
    STEPS = "steps"
    RESULT = "result"


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What one look found: every workplace that is known, the one looked at last first."""

    at: datetime
    standings: tuple[Standing, ...]

    def standing(self, workplace: str) -> Standing | None:
        """Capitals make no difference, as with whoever keeps them."""
        key = workplace.casefold()
        return next((one for one in self.standings if one.workplace.casefold() == key), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A result being looked at.

    Attributes:
        history: of the workplace, newest first; without what came later than this one.
    """

    assessment: Assessment
    evaluation: Evaluation
    history: tuple[Assessment, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
    """What is known.

    Attributes:
        seen: None before the first look.
        trouble: why nothing can be read, in the user's words; empty when it can.
        walk: the self-check under way, also while something else is shown.
        dropped: the one that was thrown away last, to be brought back.
        result: what the result shows.
        is_keeping: the self-check is being kept.
        name_trouble: what is wrong with the name of a new workplace.
    """

    seen: Seen | None = None
    trouble: str = ""
    showing: Showing = Showing.OVERVIEW
    walk: Walk | None = None
    dropped: Walk | None = None
    result: Shown | None = None
    is_keeping: bool = False
    name_trouble: str = ""
