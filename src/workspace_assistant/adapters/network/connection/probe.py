"""Finds out about the network around this computer: the link, the router, names, clock, portal."""

from __future__ import annotations

import importlib
import ssl
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from workspace_assistant.adapters.network.connection.gateway_pings import (
    GatewayPings,
    ping_gateway,
)
from workspace_assistant.adapters.network.connection.gateways import Gateway
from workspace_assistant.adapters.network.connection.inquiry import Inquiry
from workspace_assistant.adapters.network.connection.interface_kinds import LINUX_FILES
from workspace_assistant.adapters.network.connection.name_servers import (
    RESOLVER_FILE,
    ask_resolver,
    is_address,
    read_resolvers,
)
from workspace_assistant.adapters.network.connection.named import NamedAnswers, ask_named
from workspace_assistant.adapters.network.connection.network_manager import (
    SystemNetwork,
    ask_network_manager,
)
from workspace_assistant.adapters.network.connection.proxies import system_proxy
from workspace_assistant.adapters.network.connection.reach import family_state
from workspace_assistant.adapters.network.connection.system_routes import (
    home_router,
    internet_interface,
    named_by_system,
    system_gateways,
)
from workspace_assistant.adapters.network.connection.traffic import watch_traffic
from workspace_assistant.adapters.network.connection.wireless_file import (
    WIRELESS_FILE,
    read_wireless,
)
from workspace_assistant.adapters.network.halt import run_watched
from workspace_assistant.adapters.network.system_tls import system_tls
from workspace_assistant.core.jobs import JobContext
from workspace_assistant.core.readiness.connection.model import (
    ConnectionFacts,
    Interface,
    InterfaceKind,
    NamedHosts,
    OtherTraffic,
    Portal,
    Reason,
    ResolverAnswer,
    Unknown,
    Wireless,
)

# How long named hosts may keep the probe once the gateway was watched.
_LONGER_S = 4.0

_LIBRARIES = (
    "psutil",
    "encodings.idna",  # what a look-up loads first
    "jeepney.io.blocking",
    "truststore",
)

Resolvers = tuple[ResolverAnswer, ...]


@dataclass(slots=True)
class _Answers:
    """What the questions that run side by side found; each field has one writer."""

    gateway: GatewayPings
    resolvers: Resolvers | Unknown = ()
    system: SystemNetwork | None = None
    named: NamedAnswers | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SystemConnectionProbe:
    """`ConnectionProbe` of this computer. The fields are there for tests."""

    sys_files: Path = LINUX_FILES
    resolver_file: Path = RESOLVER_FILE
    wireless_file: Path = WIRELESS_FILE
    platform: str = sys.platform
    tls: Callable[[], ssl.SSLContext] = system_tls

    def other_traffic(self, duration_s: float, ctx: JobContext, /) -> OtherTraffic | Unknown:
        """The physical link is watched: it carries a tunnel's packets, and those beside it."""
        gateways = system_gateways(Inquiry(), self.platform)
        interface = internet_interface(gateways, self.sys_files)
        if isinstance(interface, Unknown):
            return interface
        router = home_router(gateways, self.sys_files)
        return watch_traffic(_link_name(interface, router), duration_s, ctx)

    def facts(self, hosts: NamedHosts, duration_s: float, ctx: JobContext, /) -> ConnectionFacts:
        _load_libraries(ctx)
        inquiry = Inquiry(end_s=time.monotonic() + duration_s + _LONGER_S)
        gateways = system_gateways(inquiry, self.platform)
        interface = internet_interface(gateways, self.sys_files)
        if isinstance(interface, Unknown):
            return _offline()
        interface = named_by_system(interface, inquiry, self.platform)
        router = home_router(gateways, self.sys_files)
        answers = self._ask(hosts, duration_s, interface, router, inquiry, ctx)
        named = answers.named
        assert named is not None  # noqa: S101 - _ask returns when all have answered
        return ConnectionFacts(
            interface=interface,
            gateway_address=router.address if router else Unknown(reason=Reason.NO_GATEWAY),
            gateway=answers.gateway.trace,
            gateway_method=answers.gateway.method,
            wireless=self._wireless(interface, router, answers.system),
            is_metered=_metered(answers.system),
            ipv4=family_state(is_ipv6=False, reaches=named.reaches_ipv4),
            ipv6=family_state(is_ipv6=True, reaches=named.reaches_ipv6),
            routes=named.routes,
            resolvers=answers.resolvers,
            lookups=named.lookups,
            clock=named.clock,
            portal=_portal(named.portal, answers.system),
            proxy=system_proxy(),
            bytes_used=inquiry.bytes_used,
        )

    def _ask(
        self,
        hosts: NamedHosts,
        duration_s: float,
        interface: Interface,
        router: Gateway | None,
        inquiry: Inquiry,
        ctx: JobContext,
    ) -> _Answers:
        answers = _Answers(gateway=GatewayPings(trace=Unknown(reason=Reason.NO_GATEWAY)))
        link = _link_name(interface, router)

        def ping() -> None:
            if router is not None:
                answers.gateway = ping_gateway(router.address, duration_s, inquiry.halt)

        def ask_resolvers() -> None:
            answers.resolvers = self._resolvers(hosts, inquiry, ctx)

        def ask_system() -> None:
            if self.platform == "linux":
                answers.system = ask_network_manager(link, inquiry)

        def ask_hosts() -> None:
            answers.named = ask_named(hosts, self.tls, inquiry, ctx, self.sys_files)

        run_watched([ping, ask_resolvers, ask_system, ask_hosts], inquiry.halt, ctx)
        return answers

    def _resolvers(
        self, hosts: NamedHosts, inquiry: Inquiry, ctx: JobContext
    ) -> Resolvers | Unknown:
        name = next((host for host in hosts.names if not is_address(host)), "")
        if not name:
            return Unknown(reason=Reason.NOT_NAMED)
        if self.platform != "linux":
            return Unknown(reason=Reason.NOT_ON_THIS_SYSTEM)
        resolvers = read_resolvers(self.resolver_file)
        if not resolvers:
            return Unknown(reason=Reason.UNKNOWN_TO_SYSTEM)
        is_ipv6 = not family_state(is_ipv6=False).has_route
        calls = [partial(ask_resolver, one, name, inquiry, is_ipv6=is_ipv6) for one in resolvers]
        return tuple(run_watched(calls, inquiry.halt, ctx))

    def _wireless(
        self, interface: Interface, router: Gateway | None, system: SystemNetwork | None
    ) -> Wireless | Unknown:
        if InterfaceKind.WIFI not in (interface.kind, interface.under):
            return Unknown(reason=Reason.NOT_WIRELESS)
        told = system.wireless if system else None
        read = read_wireless(_link_name(interface, router), self.wireless_file)
        if told is None and read is None:
            on_linux = self.platform == "linux"
            reason = Reason.UNKNOWN_TO_SYSTEM if on_linux else Reason.NOT_ON_THIS_SYSTEM
            return Unknown(reason=reason)
        return Wireless(
            signal_fraction=told.signal_fraction if told else None,
            signal_dbm=read.signal_dbm if read else None,
            rate_bps=told.rate_bps if told else None,
            frequency_hz=told.frequency_hz if told else None,
        )


def _load_libraries(ctx: JobContext) -> None:
    """Before the clock runs: a library that loads beside a look-up makes it read 50 ms longer."""
    for name in _LIBRARIES:
        ctx.checkpoint()
        with suppress(ImportError):  # one that this system has not: its reader says so
            importlib.import_module(name)


def _link_name(interface: Interface, router: Gateway | None) -> str:
    """The physical link: for a VPN, the one that leads to the home router."""
    if interface.kind is InterfaceKind.VPN and router is not None:
        return router.interface
    return interface.name


def _metered(system: SystemNetwork | None) -> bool | Unknown:
    if system is None:
        return Unknown(reason=Reason.NOT_ON_THIS_SYSTEM)
    if system.is_metered is None:
        return Unknown(reason=Reason.UNKNOWN_TO_SYSTEM)
    return system.is_metered


def _portal(found: Portal | Unknown, system: SystemNetwork | None) -> Portal | Unknown:
    """Own evidence first; the system's own check counts where there is none."""
    if isinstance(found, Unknown) and system is not None and system.meets_portal:
        return Portal(is_captive=True, asked="", evidence="system")
    return found


def _offline() -> ConnectionFacts:
    nothing = Unknown(reason=Reason.NO_NETWORK)
    return ConnectionFacts(
        interface=nothing,
        gateway_address=nothing,
        gateway=nothing,
        wireless=nothing,
        is_metered=nothing,
        ipv4=family_state(is_ipv6=False),
        ipv6=family_state(is_ipv6=True),
        resolvers=nothing,
        clock=nothing,
        portal=nothing,
        proxy=system_proxy(),
    )
