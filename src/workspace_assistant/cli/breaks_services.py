"""What the `breaks` commands work with."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import tzinfo
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from workspace_assistant.core.breaks.service import BreakService
    from workspace_assistant.core.facts.sources import Sources


class LoudnessTools(Protocol):
    """All may raise `StoreUnavailableError`."""

    def is_on(self) -> bool: ...

    def turn(self, is_on: bool, /) -> None:  # noqa: FBT001 - a switch
        """Whether levels are taken, from the next call on."""

    def obstacle(self) -> str:
        """Why nothing can be measured though it is on; empty for none."""

    def sources(self) -> Sources:
        """Calls of the last weeks and their levels."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BreakTools:
    """What is opened when it is asked for.

    Attributes:
        zone: the user's own, which times are shown in.
        loudness: how loud the user speaks in calls.
    """

    service: Callable[[], BreakService]
    zone: Callable[[], tzinfo]
    loudness: Callable[[], LoudnessTools]
