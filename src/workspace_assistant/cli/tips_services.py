"""What the `tips` commands work with."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import tzinfo
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workspace_assistant.core.tips.model import Tip
    from workspace_assistant.core.tips.service import TipService


@dataclass(frozen=True, slots=True, kw_only=True)
class TipTools:
    """Everything may raise `StoreUnavailableError`.

    Attributes:
        zone: in which times are shown.
        read_tips: the tips in files; raises `CatalogError` with all their faults.
    """

    service: Callable[[], TipService]
    zone: Callable[[], tzinfo]
    read_tips: Callable[[Sequence[Path]], tuple[Tip, ...]]
