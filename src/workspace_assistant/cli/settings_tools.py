"""What the `settings` commands work with."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workspace_assistant.core.settings.managed import Managed


@dataclass(frozen=True, slots=True, kw_only=True)
class SettingsTools:
    """Where settings are kept.

    Attributes:
        path: the file that people may edit.
        kept: what counts, by name; what is as delivered is not in it.
        keep: sets each, an empty text takes it out. Raises `StoreUnavailableError` where the place
            cannot be written or the organization set it; then none is changed.
        managed: what the organization set.
    """

    path: Path
    kept: Callable[[], Mapping[str, str]]
    keep: Callable[[Mapping[str, str]], None]
    managed: Callable[[], Managed]
