"""A connection that is as told, and remembers what it was asked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from workspace_assistant.core.jobs import JobContext
from workspace_assistant.core.readiness.connection.model import (
    ClockOffset,
    ConnectionFacts,
    Family,
    Interface,
    InterfaceKind,
    NamedHosts,
    OtherTraffic,
    Portal,
    ResolverAnswer,
    SystemLookup,
    Unknown,
)
from workspace_assistant.core.voice.model import PacketTrace

QUIET = OtherTraffic(received_bps=2_000, sent_bps=1_000, watched_s=1.0)


def pings(count: int = 50, *, rtt_ms: float = 1.0, lost: int = 0) -> PacketTrace:
    """*count* pings of which *lost*, here and there, were never answered."""
    sent = tuple(index / 10 for index in range(count))
    return PacketTrace(
        sent_s=sent,
        received_s=tuple(
            None if index * lost % count < lost else at_s + rtt_ms / 1000
            for index, at_s in enumerate(sent)
        ),
        lateness_s=(0.0,) * count,
    )


GOOD = ConnectionFacts(
    interface=Interface(
        name="enp3s0", kind=InterfaceKind.WIRED, mtu_bytes=1500, speed_bps=1_000_000_000
    ),
    gateway_address="192.0.2.1",
    gateway=pings(),
    gateway_method="icmp-echo",
    is_metered=False,
    ipv4=Family(has_address=True, has_route=True, reaches=True),
    ipv6=Family(has_address=True, has_route=True, reaches=True),
    resolvers=(ResolverAnswer(resolver="192.0.2.53", name="crm.example.com", took_ms=4.0),),
    lookups=(SystemLookup(name="crm.example.com", took_ms=12.0),),
    clock=ClockOffset(offset_ms=30.0, uncertainty_ms=5.0, server="time.example.com", method="sntp"),
    portal=Portal(is_captive=False, asked="crm.example.com"),
    bytes_used=1234,
)


@dataclass(kw_only=True)
class ScriptedConnection:
    """`ConnectionProbe`. `on_facts` is told what is about to be asked."""

    found: ConnectionFacts = GOOD
    traffic: OtherTraffic | Unknown = QUIET
    on_facts: Callable[[], None] = lambda: None
    asked: list[NamedHosts] = field(default_factory=list)
    durations_s: list[float] = field(default_factory=list)

    def other_traffic(self, duration_s: float, ctx: JobContext, /) -> OtherTraffic | Unknown:
        ctx.checkpoint()
        self.durations_s.append(duration_s)
        return self.traffic

    def facts(self, hosts: NamedHosts, duration_s: float, ctx: JobContext, /) -> ConnectionFacts:
        ctx.checkpoint()
        self.on_facts()
        self.asked.append(hosts)
        self.durations_s.append(duration_s)
        return self.found
