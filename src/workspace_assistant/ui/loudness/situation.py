"""Everything the panel of loudness depends on, as one value; the session changes it."""

from __future__ import annotations

from dataclasses import dataclass

from workspace_assistant.core.facts.model import Fact, Unknown
from workspace_assistant.core.loudness.model import WhyNot


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What one look found.

    Attributes:
        obstacle: why nothing can be measured, marked for translation; empty for none.
    """

    is_on: bool
    obstacle: str
    trend: Fact | Unknown


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
    """What is known.

    Attributes:
        seen: None before the first look.
        why: why the last take of this start has no level; None where it has.
        trouble: why nothing can be read, in the user's words.
    """

    seen: Seen | None = None
    why: WhyNot | None = None
    trouble: str = ""
