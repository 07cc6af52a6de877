"""The connection check: watches the line while we are silent, asks around, judges it all."""

from __future__ import annotations

from workspace_assistant.core.jobs import JobContext
from workspace_assistant.core.readiness.connection.gateway_rules import judge_gateway
from workspace_assistant.core.readiness.connection.gathered import Gathered
from workspace_assistant.core.readiness.connection.hosts import named_hosts
from workspace_assistant.core.readiness.connection.link_rules import (
    judge_link,
    judge_proxy,
    judge_traffic,
)
from workspace_assistant.core.readiness.connection.model import (
    ConnectionFacts,
    OtherTraffic,
    Unknown,
)
from workspace_assistant.core.readiness.connection.ports import ConnectionProbe
from workspace_assistant.core.readiness.connection.service_rules import (
    judge_clock,
    judge_families,
    judge_names,
    judge_portal,
)
from workspace_assistant.core.readiness.connection.texts import LISTENING, LOOKING
from workspace_assistant.core.readiness.model import Outcome
from workspace_assistant.core.readiness.ports import CheckRequest
from workspace_assistant.core.readiness.profile.model import WorkplaceProfile

# Everything else may be beyond what this computer tells a program without rights.
ESSENTIAL = frozenset({"connection.interface"})
TRAFFIC_S, QUICK_TRAFFIC_S = 1.0, 0.5
WATCH_S, QUICK_WATCH_S = 5.0, 2.0


def check_connection(probe: ConnectionProbe, request: CheckRequest, ctx: JobContext) -> Outcome:
    """Find out about the connection and judge it by the profile; takes about 6 s, quick 3 s.

    What other programs move is counted first; only then may any part of this run send a packet.
    Raises `JobCancelledError` when cancelled.
    """
    ctx.report(LISTENING, 0.0)
    traffic = probe.other_traffic(QUICK_TRAFFIC_S if request.quick else TRAFFIC_S, ctx)
    request.timeline.is_traffic_seen = True
    ctx.report(LOOKING, 0.2)
    watch_s = QUICK_WATCH_S if request.quick else WATCH_S
    facts = probe.facts(named_hosts(request), watch_s, ctx)
    return connection_outcome(traffic, facts, request.profile)


def connection_outcome(
    traffic: OtherTraffic | Unknown, facts: ConnectionFacts, profile: WorkplaceProfile
) -> Outcome:
    """What the facts amount to under *profile*."""
    gathered = Gathered()
    judge_link(gathered, facts)
    judge_gateway(gathered, facts, profile.connection)
    judge_names(gathered, facts, profile.connection)
    judge_families(gathered, facts)
    judge_portal(gathered, facts)
    judge_clock(gathered, facts, profile.connection.clock_offset_s)
    judge_proxy(gathered, facts.proxy)
    judge_traffic(gathered, traffic, profile.bandwidth)
    return Outcome(
        measurements=tuple(gathered.measurements),
        findings=tuple(gathered.findings),
        not_measured=tuple(gathered.missing),
        essential=ESSENTIAL,
        bytes_used=facts.bytes_used,
    )
