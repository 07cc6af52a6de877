"""The endpoints check: walks up to the employer's systems and says where each way ends."""

from __future__ import annotations

from workspace_assistant.core.jobs import JobContext
from workspace_assistant.core.readiness.endpoints.address import Kind, parse_address
from workspace_assistant.core.readiness.endpoints.model import (
    EndpointOutcome,
    EndpointTask,
    Fault,
)
from workspace_assistant.core.readiness.endpoints.outcome import endpoints_outcome
from workspace_assistant.core.readiness.endpoints.ports import EndpointProbe
from workspace_assistant.core.readiness.endpoints.texts import TRYING
from workspace_assistant.core.readiness.model import Outcome
from workspace_assistant.core.readiness.ports import CheckRequest
from workspace_assistant.core.readiness.profile.model import EndpointRequirement
from workspace_assistant.core.readiness.profile.relay_login import RelayLogin

# A little less than 8 s and 4 s: what is cut off needs a moment to end.
WITHIN_S = 7.8
QUICK_WITHIN_S = 3.8


def check_endpoints(
    probe: EndpointProbe,
    request: CheckRequest,
    ctx: JobContext,
    login: RelayLogin | None,
) -> Outcome:
    """Try every system of the profile within one deadline and judge what came of it.

    *login* is for the TURN servers of the profile's voice path: only they ever see it. Progress
    carries each `EndpointOutcome` as it comes. Raises `JobCancelledError` when cancelled.
    """
    wanted = request.profile.endpoints
    tried: list[EndpointOutcome] = []
    ctx.report(TRYING, 0.0)

    def done(outcome: EndpointOutcome) -> None:
        tried.append(outcome)
        ctx.report(TRYING, len(tried) / len(wanted), outcome)

    tasks = _tasks(request, login)
    within_s = QUICK_WITHIN_S if request.quick else WITHIN_S
    found = {one.name: one for one in probe.probe(tasks, within_s, done, ctx)}
    return endpoints_outcome([(one, found.get(one.name) or _not_tried(one)) for one in wanted])


def _tasks(request: CheckRequest, login: RelayLogin | None) -> tuple[EndpointTask, ...]:
    """What can be tried, required systems first: they must not fall behind the deadline."""
    relays = login.hosts if login is not None else ()
    tasks: list[EndpointTask] = []
    for one in sorted(request.profile.endpoints, key=lambda one: not one.required):
        address = parse_address(one.url)
        if address is None:
            continue
        is_known_relay = address.kind is Kind.TURN and address.host.lower() in relays
        known_as = (login.username, login.password) if login and is_known_relay else None
        tasks.append(
            EndpointTask(
                name=one.name,
                url=one.url,
                address=address,
                login=known_as,
            )
        )
    return tuple(tasks)


def _not_tried(one: EndpointRequirement) -> EndpointOutcome:
    return EndpointOutcome(name=one.name, url=one.url, fault=Fault.NOT_SUPPORTED)
