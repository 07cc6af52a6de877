"""The employer's systems as the endpoints check sees them: up to six are tried at a time."""

from __future__ import annotations

import importlib
import ipaddress
import socket
import ssl
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass, field, replace

from workspace_assistant.adapters.network.endpoint import Address, ServerUrl, resolve
from workspace_assistant.adapters.network.endpoints.faults import StepFailedError, fault_of
from workspace_assistant.adapters.network.endpoints.ports import udp_port
from workspace_assistant.adapters.network.endpoints.relay import (
    stun,
    turn_over_stream,
    turn_over_udp,
)
from workspace_assistant.adapters.network.endpoints.secure import secure
from workspace_assistant.adapters.network.endpoints.stream import Stream, open_tcp
from workspace_assistant.adapters.network.endpoints.telephony import (
    sip_over_stream,
    sip_over_udp,
)
from workspace_assistant.adapters.network.endpoints.walk import Means, Walk
from workspace_assistant.adapters.network.endpoints.web import get, websocket
from workspace_assistant.adapters.network.exchange_error import ExchangeError
from workspace_assistant.adapters.network.halt import Halt, HaltedError, run_watched
from workspace_assistant.adapters.network.limits import EngineLimits
from workspace_assistant.adapters.network.system_tls import system_tls
from workspace_assistant.core.jobs import JobContext
from workspace_assistant.core.readiness.bandwidth.model import Reason
from workspace_assistant.core.readiness.endpoints.address import Kind
from workspace_assistant.core.readiness.endpoints.model import (
    EndpointOutcome,
    EndpointTask,
    FamilyOutcome,
    Fault,
)

AT_A_TIME = 6
LIMITS = EngineLimits(
    resolve_s=2.5, connect_s=2.5, handshake_s=3.0, answer_s=3.0, poll_s=0.04, head_bytes=16384
)
_FAMILIES = {socket.AF_INET: "IPv4", socket.AF_INET6: "IPv6"}
_OVER_UDP = {
    Kind.SIP: sip_over_udp,
    Kind.STUN: stun,
    Kind.TURN: turn_over_udp,
    Kind.UDP_PORT: udp_port,
}
_OVER_STREAM: dict[Kind, Callable[[Stream, Walk], None]] = {
    Kind.WEB: get,
    Kind.WEBSOCKET: websocket,
    Kind.SIP: sip_over_stream,
    Kind.TURN: turn_over_stream,
    Kind.TCP_PORT: lambda _stream, _walk: None,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class NetworkEndpointProbe:
    """`EndpointProbe` over real sockets. Constructed without arguments in the product."""

    limits: EngineLimits = field(default_factory=lambda: LIMITS)
    tls: Callable[[], ssl.SSLContext] = system_tls

    def probe(
        self,
        tasks: tuple[EndpointTask, ...],
        within_s: float,
        done: Callable[[EndpointOutcome], None],
        ctx: JobContext,
    ) -> tuple[EndpointOutcome, ...]:
        until_s = time.monotonic() + within_s
        _load_libraries(tasks, ctx)
        means = Means(limits=self.limits, halt=Halt(), tls=self.tls)
        outcomes: dict[str, EndpointOutcome] = {}
        waiting = iter(tasks)
        lock = threading.Lock()

        def work() -> None:
            while True:
                with lock:
                    task = next(waiting, None)
                if task is None:
                    return
                outcome = _try(task, means)
                with lock:
                    outcomes[task.name] = outcome
                    done(outcome)

        run_watched([work] * min(AT_A_TIME, len(tasks)), means.halt, ctx, until_s)
        return tuple(outcomes[task.name] for task in tasks)


def _load_libraries(tasks: tuple[EndpointTask, ...], ctx: JobContext) -> None:
    """Before anything is timed: an import in one thread keeps all others waiting for 100 ms."""
    wanted: list[str] = []
    if any(task.address.is_secure for task in tasks):
        wanted += ["truststore", "cryptography.x509"]
    if any(task.address.kind is Kind.TURN for task in tasks):
        wanted += ["aioice.stun", "aioice.turn"]
    for name in wanted:
        ctx.checkpoint()
        importlib.import_module(name)


def _try(task: EndpointTask, means: Means) -> EndpointOutcome:
    untried = EndpointOutcome(name=task.name, url=task.url)
    began_s = time.perf_counter()
    try:
        means.halt.check()
        addresses = _look_up(task, means)
    except ExchangeError as error:
        return replace(untried, fault=_look_up_fault(error))
    except HaltedError:
        return replace(untried, fault=Fault.OUT_OF_TIME)
    dns_ms = None if _is_literal(task.address.host) else (time.perf_counter() - began_s) * 1000
    walks = [
        Walk(task=task, addresses=found, means=means)
        for family in _FAMILIES
        if (found := [one for one in addresses if one[0] == family])
    ]
    with ThreadPoolExecutor(max_workers=len(_FAMILIES)) as beside:
        ways = tuple(beside.map(_walked, walks))
    used = sum(walk.bytes_used for walk in walks)
    return replace(untried, dns_ms=dns_ms, ways=ways, bytes_used=used)


def _look_up(task: EndpointTask, means: Means) -> tuple[Address, ...]:
    address = task.address
    url = ServerUrl(scheme=address.scheme, host=address.host, port=address.port, path="")
    return tuple(dict.fromkeys(resolve(url, means.limits.resolve_s, means.halt)))


def _look_up_fault(error: ExchangeError) -> Fault:
    if error.reason is Reason.NETWORK_UNREACHABLE:
        return Fault.NETWORK_UNREACHABLE
    return Fault.NAME_NOT_RESOLVED


def _is_literal(host: str) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True


def _walked(walk: Walk) -> FamilyOutcome:
    """Walk to the end, or to the step that fails."""
    family = _FAMILIES[walk.addresses[0][0]]
    try:
        _go(walk)
    except StepFailedError as failed:
        walk.status = failed.status if failed.status is not None else walk.status
        walk.certificate = failed.certificate or walk.certificate
        return walk.ended(family, failed.fault)
    except HaltedError:
        return walk.ended(family, Fault.OUT_OF_TIME)
    except OSError as error:
        is_datagram = walk.task.address.is_datagram
        fault = fault_of(error, walk.addresses[0], walk.step, is_datagram=is_datagram)
        return walk.ended(family, fault)
    return walk.ended(family)


def _go(walk: Walk) -> None:
    address = walk.task.address
    if address.is_datagram:
        _OVER_UDP[address.kind](walk)
        return
    wire = open_tcp(walk)
    with closing(wire.sock):
        if address.is_secure:
            wire = secure(wire, walk)
        with closing(wire.sock):
            _OVER_STREAM[address.kind](Stream(wire, walk), walk)
