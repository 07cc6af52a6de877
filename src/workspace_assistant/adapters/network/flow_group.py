"""The transfers of one load together: some start at once, the rest when the line is fast enough."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from workspace_assistant.adapters.network.exchange_error import ExchangeError
from workspace_assistant.adapters.network.flows import Flow
from workspace_assistant.adapters.network.halt import Halt
from workspace_assistant.core.readiness.bandwidth.connections import (
    FIRST_CONNECTIONS,
    needs_all_connections,
)
from workspace_assistant.core.readiness.bandwidth.model import ByteSample


class FlowGroup:
    """Used by one thread; the flows run in threads of their own."""

    def __init__(self, flows: Sequence[Flow], halt: Halt) -> None:
        self._halt = halt
        self._running = list(flows[:FIRST_CONNECTIONS])
        self._waiting = list(flows[FIRST_CONNECTIONS:])

    def start(self) -> None:
        for flow in self._running:
            flow.start()

    def reinforce(self, samples: Sequence[ByteSample]) -> None:
        """Start the rest when *samples* show a line that needs them."""
        if self._waiting and needs_all_connections(samples):
            for flow in self._waiting:
                flow.start()
            self._running += self._waiting
            self._waiting = []

    def stop(self) -> None:
        self._halt.set()
        for flow in self._running:
            flow.join()

    def delivered_bytes(self) -> int:
        return sum(flow.delivered_bytes() for flow in self._running)

    @property
    def working(self) -> int:
        """How many transfers run and have not broken."""
        return sum(flow.error is None for flow in self._running)

    @property
    def is_broken(self) -> bool:
        return 2 * self.working < len(self._running)

    def commonest_error(self) -> ExchangeError | None:
        """Why most transfers broke; None when most did not: a few refused ones change nothing."""
        if not self.is_broken:
            return None
        errors = [flow.error for flow in self._running if flow.error is not None]
        commonest = Counter(error.reason for error in errors).most_common(1)[0][0]
        return next(error for error in errors if error.reason is commonest)
