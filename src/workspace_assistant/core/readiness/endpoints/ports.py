"""What the endpoints check needs from outside: somebody who walks up to a system, step by step."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from workspace_assistant.core.jobs import JobContext
from workspace_assistant.core.readiness.endpoints.model import EndpointOutcome, EndpointTask


class EndpointProbe(Protocol):
    def probe(
        self,
        tasks: tuple[EndpointTask, ...],
        within_s: float,
        done: Callable[[EndpointOutcome], None],
        ctx: JobContext,
        /,
    ) -> tuple[EndpointOutcome, ...]:
        """Try every system, a few at a time in the given order; outcomes come in that order.

        *done* is told each as it ends, never two at once. What cannot be finished *within_s* ends
        as out of time. Never follows a redirect, never sends more than the protocol's own greeting.
        Raises only `JobCancelledError`, within 100 ms of the cancel.
        """
