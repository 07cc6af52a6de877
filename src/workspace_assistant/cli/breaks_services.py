"""What the `breaks` commands work with."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import tzinfo
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workspace_assistant.core.breaks.service import BreakService


@dataclass(frozen=True, slots=True, kw_only=True)
class BreakTools:
    """Attributes: `zone` is the user's own, which times are shown in."""

    service: Callable[[], BreakService]
    zone: Callable[[], tzinfo]
