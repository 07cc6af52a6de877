"""What the `ergonomics` commands work with. The composition root fills it; tests bring fakes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import tzinfo
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workspace_assistant.core.ergonomics.service import ErgonomicsService


@dataclass(frozen=True, slots=True, kw_only=True)
class ErgonomicsTools:
    """Everything may raise `StoreUnavailableError`.

    Attributes:
        zone: the user's own, which times are shown in.
        read_file: the bytes of a file of answers. Raises `UserInputError`.
    """

    ergonomics: ErgonomicsService
    zone: Callable[[], tzinfo]
    read_file: Callable[[Path], bytes]
