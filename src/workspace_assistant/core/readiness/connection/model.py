"""What the connection check works on: facts of the network this computer is in."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from workspace_assistant.core.voice.model import PacketTrace


class Reason(StrEnum):
    """Why one fact of the connection could not be had."""

    NO_NETWORK = "no-network"
    NO_GATEWAY = "no-gateway"
    NOT_PERMITTED = "not-permitted"
    NO_ANSWER = "no-answer"
    NOT_ON_THIS_SYSTEM = "not-on-this-system"
    NOT_NAMED = "not-named"  # the profile names no server to ask
    NAME_NOT_RESOLVED = "name-not-resolved"
    NOT_WIRELESS = "not-wireless"
    UNKNOWN_TO_SYSTEM = "unknown-to-system"


@dataclass(frozen=True, slots=True, kw_only=True)
class Unknown:
    """A fact that could not be had, and why; `detail` names the server or place asked."""

    reason: Reason
    detail: str = ""


class InterfaceKind(StrEnum):
    WIRED = "wired"
    WIFI = "wifi"
    CELLULAR = "cellular"
    VPN = "vpn"
    VIRTUAL = "virtual"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wireless:
    """The radio link: signal 0..1 or dBm where the system tells it, and the link rate."""

    signal_fraction: float | None = None
    signal_dbm: float | None = None
    rate_bps: float | None = None
    frequency_hz: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Interface:
    """The network interface that carries traffic to the internet; `under` is what a VPN runs on."""

    name: str
    kind: InterfaceKind
    mtu_bytes: int | None = None
    speed_bps: float | None = None
    under: InterfaceKind | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ResolverAnswer:
    """One configured DNS resolver asked for *name*; `error` is empty when it answered."""

    resolver: str
    name: str
    took_ms: float | None = None
    error: str = ""  # timeout, refused, servfail, nxdomain, …


@dataclass(frozen=True, slots=True, kw_only=True)
class SystemLookup:
    """The look-up as programs do it (getaddrinfo): what the user feels."""

    name: str
    took_ms: float | None = None
    error: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockOffset:
    """This computer's clock minus the server's, and how far that may be off.

    `method` is ``sntp`` (RFC 4330, half the round trip is the bound) or ``http-date`` (1 s).
    """

    offset_ms: float
    uncertainty_ms: float
    server: str
    method: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Portal:
    """Whether something on the way answers web requests in place of the server asked."""

    is_captive: bool
    asked: str
    evidence: str = ""  # redirect, other-page, …
    sign_in_host: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherTraffic:
    """What other programs moved over the interface before anything was tested."""

    received_bps: float
    sent_bps: float
    watched_s: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Family:
    """One IP version: whether there is an address and a route, and whether anything answered.

    `reaches` is None when nothing named by the profile could be asked by it.
    """

    has_address: bool
    has_route: bool
    reaches: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetRoute:
    """Which way packets to one named host go: split tunnels differ by host."""

    host: str
    interface: str
    kind: InterfaceKind


@dataclass(frozen=True, slots=True, kw_only=True)
class ConnectionFacts:
    """Everything found out about the connection; each fact may be `Unknown` by itself."""

    interface: Interface | Unknown
    gateway_address: str | Unknown
    gateway: PacketTrace | Unknown
    gateway_method: str = ""
    wireless: Wireless | Unknown = Unknown(reason=Reason.NOT_WIRELESS)
    is_metered: bool | Unknown = Unknown(reason=Reason.NOT_ON_THIS_SYSTEM)
    ipv4: Family = Family(has_address=False, has_route=False)
    ipv6: Family = Family(has_address=False, has_route=False)
    routes: tuple[TargetRoute, ...] = ()
    resolvers: tuple[ResolverAnswer, ...] | Unknown = ()
    lookups: tuple[SystemLookup, ...] = ()
    clock: ClockOffset | Unknown = Unknown(reason=Reason.NOT_NAMED)
    portal: Portal | Unknown = Unknown(reason=Reason.NOT_NAMED)
    proxy: str = ""  # host:port of the system's proxy, never its user name or password
    bytes_used: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedHosts:
    """Hosts that the profile or the user named: nothing else is ever asked.

    Attributes:
        names: host names to look up.
        web: base URLs (http or https) that may be asked for a page.
        time_server: host of an NTP server; empty when none is named.
        portal_url: http URL that answers 204 with no body when nothing stands in the way.
        udp: host and port pairs of STUN servers.
    """

    names: tuple[str, ...] = ()
    web: tuple[str, ...] = ()
    time_server: str = ""
    portal_url: str = ""
    udp: tuple[tuple[str, int], ...] = ()
