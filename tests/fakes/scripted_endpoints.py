"""A probe that finds what a test says, and ways to a system in one line each."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from workspace_assistant.core.jobs import JobContext
from workspace_assistant.core.readiness.endpoints.model import (
    Certificate,
    EndpointOutcome,
    EndpointTask,
    FamilyOutcome,
    Fault,
    Step,
    StepTime,
)

ADDRESSES = {"IPv4": "192.0.2.7", "IPv6": "2001:db8::7"}
VALID = Certificate(
    subject="crm.example.com",
    issuer="Example Trust",
    names=("crm.example.com",),
    days_left=60.0,
    is_trusted=True,
)


@dataclass
class ScriptedEndpoints:
    """Implements `EndpointProbe`: tells what `found` holds for each name, remembers the tasks."""

    found: Mapping[str, EndpointOutcome]
    tasks: tuple[EndpointTask, ...] = ()
    within_s: float = 0.0
    told: list[EndpointOutcome] = field(default_factory=list)

    def probe(
        self,
        tasks: tuple[EndpointTask, ...],
        within_s: float,
        done: Callable[[EndpointOutcome], None],
        ctx: JobContext,
    ) -> tuple[EndpointOutcome, ...]:
        ctx.checkpoint()
        self.tasks, self.within_s = tasks, within_s
        outcomes = tuple(
            replace(self.found[task.name], name=task.name, url=task.url) for task in tasks
        )
        for outcome in outcomes:
            done(outcome)
        return outcomes


def way(
    family: str = "IPv4",
    *steps: tuple[Step, float],
    failed: Step | None = None,
    fault: Fault | None = None,
    status: int | None = None,
    detail: str = "",
    certificate: Certificate | None = None,
) -> FamilyOutcome:
    return FamilyOutcome(
        family=family,
        address=ADDRESSES[family],
        steps=tuple(StepTime(step=step, took_ms=took_ms) for step, took_ms in steps),
        failed_step=failed,
        fault=fault,
        status=status,
        detail=detail,
        certificate=certificate,
    )


def web(family: str = "IPv4", *, status: int = 200, detail: str = "") -> FamilyOutcome:
    """A web server that answers: 30 ms a step."""
    steps = ((Step.TCP, 30.0), (Step.TLS, 31.0), (Step.HTTP, 32.0))
    return way(family, *steps, status=status, detail=detail, certificate=VALID)


def dead(
    family: str = "IPv4", fault: Fault = Fault.TIMEOUT, step: Step = Step.TCP
) -> FamilyOutcome:
    return way(family, failed=step, fault=fault)


def reached(*ways: FamilyOutcome, dns_ms: float | None = 5.0) -> EndpointOutcome:
    return EndpointOutcome(name="", url="", dns_ms=dns_ms, ways=ways, bytes_used=100)


def lost(fault: Fault) -> EndpointOutcome:
    """Nothing could be tried."""
    return EndpointOutcome(name="", url="", fault=fault)
