"""What the `check-in` commands work with."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import tzinfo
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workspace_assistant.core.check_in.service import CheckInService


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckInTools:
    """Everything may raise `StoreUnavailableError`, and `UserInputError` where it is refused.

    Attributes:
        turn: whether to ask by itself.
        ask: puts a question to a person who sits at a terminal; None where nobody does. Raises
            EOFError when the person ends the input.
    """

    check_ins: CheckInService
    turn: Callable[[bool], None]
    zone: Callable[[], tzinfo]
    ask: Callable[[str], str] | None
