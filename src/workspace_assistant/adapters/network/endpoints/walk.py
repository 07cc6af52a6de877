"""One way to a system while it is walked: what is known so far, and what it may cost."""

from __future__ import annotations

import ssl
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from workspace_assistant.adapters.network.endpoint import Address
from workspace_assistant.adapters.network.halt import Halt
from workspace_assistant.adapters.network.limits import EngineLimits
from workspace_assistant.core.readiness.endpoints.model import (
    Certificate,
    EndpointTask,
    FamilyOutcome,
    Fault,
    Step,
    StepTime,
)
from workspace_assistant.core.readiness.foreign_names import one_line

LONGEST_NAME = 120


@dataclass(frozen=True, slots=True, kw_only=True)
class Means:
    """What every walk of one check shares. `tls` gives a new context: some work one at a time."""

    limits: EngineLimits
    halt: Halt
    tls: Callable[[], ssl.SSLContext]


@dataclass(slots=True, kw_only=True)
class Walk:
    """One walk by IPv4 or IPv6; `step` is the one under way."""

    task: EndpointTask
    addresses: Sequence[Address]
    means: Means
    step: Step = Step.TCP
    steps: list[StepTime] = field(default_factory=list)
    host: str = ""
    status: int | None = None
    detail: str = ""
    certificate: Certificate | None = None
    tls_version: str = ""
    server_clock_offset_ms: float | None = None
    tries: int = 1
    bytes_used: int = 0

    def took(self, began_s: float, ended_s: float | None = None) -> None:
        """The step under way worked; instants of the performance counter."""
        ended_s = time.perf_counter() if ended_s is None else ended_s
        self.steps.append(StepTime(step=self.step, took_ms=(ended_s - began_s) * 1000))

    def ended(self, family: str, fault: Fault | None = None) -> FamilyOutcome:
        return FamilyOutcome(
            family=family,
            address=self.host or str(self.addresses[0][1][0]),
            steps=tuple(self.steps),
            failed_step=None if fault is None else self.step,
            fault=fault,
            status=self.status,
            detail=self.detail,
            certificate=self.certificate,
            tls_version=self.tls_version,
            server_clock_offset_ms=self.server_clock_offset_ms,
            tries=self.tries,
        )


def shown(text: str) -> str:
    """Text from a server, fit to be shown: one line, and not a long one."""
    safe = one_line(text)
    return safe if len(safe) <= LONGEST_NAME else safe[:LONGEST_NAME] + "…"
