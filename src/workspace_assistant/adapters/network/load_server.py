"""A server that was reached: pings it, loads the line to and from it, samples what arrives."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from dataclasses import dataclass

from workspace_assistant.adapters.network.exchange_error import ExchangeError
from workspace_assistant.adapters.network.flow_group import FlowGroup
from workspace_assistant.adapters.network.flows import DownloadFlow, Flow, UploadFlow
from workspace_assistant.adapters.network.halt import Halt
from workspace_assistant.adapters.network.http_channel import Target
from workspace_assistant.adapters.network.limits import EngineLimits
from workspace_assistant.adapters.network.pings import (
    PingConnection,
    collected,
    drain,
    start_pingers,
)
from workspace_assistant.adapters.network.routes import Routes
from workspace_assistant.core.jobs import JobContext
from workspace_assistant.core.readiness.bandwidth.model import (
    ByteSample,
    CrossCheck,
    Direction,
    LatencySample,
    LoadTrace,
    ServerIdentity,
    Trouble,
)
from workspace_assistant.core.readiness.bandwidth.ports import KeepGoing

_UPLOAD_POOL_BYTES = 1 << 20
_FIRST_MOMENTS_S = 0.3

CrossChecker = Callable[[JobContext], CrossCheck]


@dataclass(slots=True, kw_only=True)
class HttpLoadServer:
    """`LoadServer` over HTTP/1.1.

    `refusals` holds directions that the server turned down when it was tried.
    """

    identity: ServerIdentity
    target: Target
    routes: Routes
    pings: list[PingConnection]
    refusals: dict[Direction, ExchangeError]
    cross_checker: CrossChecker

    def idle_latency(self, duration_s: float, ctx: JobContext) -> tuple[LatencySample, ...]:
        halt = Halt()
        limits = self.target.limits
        pingers = start_pingers(self.pings, limits.idle_spacing_s, time.monotonic(), halt)
        try:
            ctx.wait(duration_s)
            drain(pingers, limits.drain_s, ctx.wait)
        finally:
            halt.set()
            for pinger in pingers:
                pinger.join()
        return collected(pingers)

    def load(
        self, direction: Direction, cap_s: float, keep_going: KeepGoing, ctx: JobContext
    ) -> LoadTrace:
        refusal = self.refusals.get(direction)
        if refusal is not None:
            return LoadTrace(
                direction=direction, samples=(), trouble=refusal.trouble(self.target.server)
            )
        halt = Halt()
        ping_halt = Halt()
        flows = FlowGroup(self._flows(direction, halt), halt)
        began_s, began_counter_s = time.monotonic(), time.perf_counter()
        limits = self.target.limits
        pingers = start_pingers(self.pings, limits.loaded_spacing_s, began_s, ping_halt)
        try:
            flows.start()
            samples = _sample(flows, began_s, cap_s, keep_going, ctx, limits)
            flows.stop()
            drain(pingers, limits.drain_s, ctx.wait)
        finally:
            ping_halt.set()
            flows.stop()
            for pinger in pingers:
                pinger.join()
        return LoadTrace(
            direction=direction,
            samples=tuple(samples),
            latencies=collected(pingers),
            connections=flows.working,
            began_s=began_counter_s,
            trouble=self._trouble(flows.commonest_error()),
        )

    def cross_check(self, ctx: JobContext) -> CrossCheck:
        return self.cross_checker(ctx)

    def close(self) -> None:
        for ping in self.pings:
            ping.close()

    def _flows(self, direction: Direction, halt: Halt) -> list[Flow]:
        count = range(self.target.limits.connections)
        if direction is Direction.DOWNLOAD:
            return [DownloadFlow(self.target, self.routes, halt) for _ in count]
        payload = memoryview(os.urandom(_UPLOAD_POOL_BYTES))
        return [UploadFlow(self.target, self.routes, halt, payload) for _ in count]

    def _trouble(self, error: ExchangeError | None) -> Trouble | None:
        return None if error is None else error.trouble(self.target.server)


def _sample(
    flows: FlowGroup,
    began_s: float,
    cap_s: float,
    keep_going: KeepGoing,
    ctx: JobContext,
    limits: EngineLimits,
) -> list[ByteSample]:
    samples = [ByteSample(at_s=0.0, total_bytes=0)]
    while True:
        is_new = samples[-1].at_s < _FIRST_MOMENTS_S
        # A plain sleep: waiting for the switch costs three times as much, fifty times a second.
        time.sleep(limits.first_sample_s if is_new else limits.sample_s)
        ctx.checkpoint()
        total = flows.delivered_bytes()
        at_s = time.monotonic() - began_s
        samples.append(ByteSample(at_s=at_s, total_bytes=total))
        flows.reinforce(samples)
        if flows.is_broken or not keep_going(samples) or at_s >= cap_s:
            return samples
