"""What the `publish` command works with. The composition root fills it; tests bring fakes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import tzinfo

from workspace_assistant.core.publishing.service import PublishingService


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishTools:
    service: PublishingService
    zone: Callable[[], tzinfo]
