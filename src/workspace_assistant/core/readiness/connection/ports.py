"""What the connection check needs from outside: facts about the network around this computer."""

from __future__ import annotations

from typing import Protocol

from workspace_assistant.core.jobs import JobContext
from workspace_assistant.core.readiness.connection.model import (
    ConnectionFacts,
    NamedHosts,
    OtherTraffic,
    Unknown,
)


class ConnectionProbe(Protocol):
    def other_traffic(self, duration_s: float, ctx: JobContext, /) -> OtherTraffic | Unknown:
        """What crosses the interface while this program sends nothing; lasts *duration_s*."""

    def facts(self, hosts: NamedHosts, duration_s: float, ctx: JobContext, /) -> ConnectionFacts:
        """Everything that can be found out; watches the gateway for *duration_s*.

        Raises only `JobCancelledError`, within 100 ms of the cancel. Every socket has a deadline.
        """
