"""What the endpoints check needs from outside: somebody who walks up to a system, step by step."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from workspace_assistant.core.jobs import JobContext
from workspace_assistant.core.readiness.endpoints.model import EndpointOutcome
from workspace_assistant.core.readiness.profile.model import EndpointRequirement


class EndpointProbe(Protocol):
    def probe(
        self,
        endpoints: tuple[EndpointRequirement, ...],
        turn_login: tuple[str, str] | None,
        done: Callable[[EndpointOutcome], None],
        ctx: JobContext,
        /,
    ) -> tuple[EndpointOutcome, ...]:
        """Try every endpoint (several at a time), in order; *done* is told each as it ends.

        *turn_login* is user name and password. Never follows a redirect, never sends more than the
        protocol's own greeting. Raises only `JobCancelledError`, within 100 ms of the cancel.
        """
