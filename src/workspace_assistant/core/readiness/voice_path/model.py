"""What the voice path check works on: the servers, the way to them, and the packets seen."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from workspace_assistant.core.voice.model import PacketTrace


class Transport(StrEnum):
    """How voice-like packets travel to the server and back."""

    STUN = "stun"
    TURN_UDP = "turn-udp"
    TURN_TCP = "turn-tcp"
    TURN_TLS = "turn-tls"


class Place(StrEnum):
    """A point on the way that answers probes of its own."""

    GATEWAY = "gateway"  # the home router
    PROVIDER = "provider"  # the first router behind it
    EDGE = "edge"  # the last router that answers; the server may still be far from it


class WeakLink(StrEnum):
    """The part of the way that spoils calls, as the path picture marks it."""

    NONE = "none"
    HOME = "home"
    PROVIDER = "provider"  # from the home router to the provider's first router
    INTERNET = "internet"  # behind that
    EMPLOYER = "employer"
    VPN = "vpn"
    UNKNOWN = "unknown"


class Nat(StrEnum):
    """How the home router maps ports (RFC 4787, section 4.1)."""

    NONE = "none"
    ENDPOINT_INDEPENDENT = "endpoint-independent"
    ADDRESS_DEPENDENT = "address-dependent"


class Reason(StrEnum):
    """Why the voice path, or one part of it, could not be measured."""

    NO_SERVER_NAMED = "no-server-named"
    NETWORK_UNREACHABLE = "network-unreachable"
    NAME_NOT_RESOLVED = "name-not-resolved"
    FAMILY_MISMATCH = "family-mismatch"  # the network has only IPv6 and the server only IPv4, …
    UDP_BLOCKED = "udp-blocked"  # nothing by UDP, while TCP reaches the same host
    NO_ANSWER = "no-answer"  # nothing at all
    TOO_FEW_ANSWERS = "too-few-answers"  # something, but not enough for this number
    HIDDEN_BY_TCP = "hidden-by-tcp"  # what is lost there is sent again and only late
    NOT_STUN = "not-stun"  # something answers that speaks another language
    TURN_REFUSED = "turn-refused"  # user name, password or realm
    TURN_NO_PASSWORD = "turn-no-password"  # noqa: S105 - a reason, not a password
    TURN_FAILED = "turn-failed"
    PROBE_FAILED = "probe-failed"  # our own process ended
    COMPUTER_TOO_BUSY = "computer-too-busy"
    LINE_NOT_LOADED = "line-not-loaded"
    NOT_PERMITTED = "not-permitted"
    NOT_ON_THIS_SYSTEM = "not-on-this-system"
    TOO_FEW_SERVERS = "too-few-servers"
    LONG_TEST_ONLY = "long-test-only"


@dataclass(frozen=True, slots=True, kw_only=True)
class Trouble:
    """One failure: its reason, and the server (or place) it happened with."""

    reason: Reason
    server: str = ""


class VoicePathTroubleError(Exception):
    """No stream to any of the servers is possible; `trouble` says why."""

    def __init__(self, trouble: Trouble, answers: tuple[ServerAnswer, ...] = ()) -> None:
        super().__init__(f"{trouble.server}: {trouble.reason}")
        self.trouble = trouble
        self.answers = answers


@dataclass(frozen=True, slots=True, kw_only=True)
class VoiceTarget:
    """Where the stream goes, from the workplace profile.

    `stun` are URIs after RFC 7064, `turn` after RFC 7065; the password is a secret and never shown,
    and told to no relay but those at `turn_hosts` (None: to all).
    `is_long`: there is time for what takes 30 s (whether the router keeps a silent binding).
    """

    stun: tuple[str, ...]
    turn: tuple[str, ...] = ()
    turn_username: str = ""
    turn_password: str = field(default="", repr=False)
    turn_hosts: tuple[str, ...] | None = None
    is_long: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ServerAnswer:
    """One server of the profile when it was tried: its round trip, or why there was none."""

    server: str
    address: str = ""
    rtt_ms: float | None = None
    trouble: Trouble | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Hop:
    """A router on the way; `ttl` 1 is the home router."""

    ttl: int
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Mtu:
    """The largest IP packet that reached the server unfragmented, both in bytes.

    `is_black_hole`: larger ones vanished although nobody sent the "too big" answer (RFC 2923).
    """

    path_bytes: int
    interface_bytes: int
    is_black_hole: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PathSurvey:
    """What was found out about the way before the stream began.

    Attributes:
        server: host and port of the server that the stream goes to.
        interface, interface_kind: the network interface towards it: wired, wifi, cellular, vpn,
            virtual, or unknown.
        interface_under: the kind of interface that carries a tunnel; empty without one, and where
            it is not known.
        is_vpn: whether packets to the server go through a tunnel.
        is_this_computer: the server is an address of this computer: says nothing of any line.
        mapped_address: what the server sees as our address and port.
        nat: the router's mapping; a `Trouble` when it could not be told.
        keeps_binding: whether the router keeps a silent binding for 30 s.
        dscp: whether packets were marked for expedited forwarding (RFC 3246) when they left.
        hops: routers that answered, from near to far; empty with `hops_trouble` when none could
            be asked.
        distance: the hop limit by which packets reach the server; None where it is not known.
    """

    server: str
    address: str
    transport: Transport
    answers: tuple[ServerAnswer, ...]
    local_address: str = ""
    interface: str = ""
    interface_kind: str = "unknown"
    interface_under: str = ""
    is_vpn: bool = False
    is_this_computer: bool = False
    mapped_address: str = ""
    nat: Nat | Trouble = Trouble(reason=Reason.TOO_FEW_SERVERS)
    keeps_binding: bool | Trouble = Trouble(reason=Reason.LONG_TEST_ONLY)
    dscp: bool = False
    mtu: Mtu | Trouble = Trouble(reason=Reason.NOT_ON_THIS_SYSTEM)
    hops: tuple[Hop, ...] = ()
    hops_trouble: Trouble | None = None
    distance: int | None = None
    allocation_ms: float | None = None

    @property
    def carrier_kind(self) -> str:
        """The kind of interface that packets leave this computer by, tunnel or not."""
        return self.interface_under or self.interface_kind

    @property
    def is_last_router_at_server(self) -> bool:
        """Whether the last router that answered is known to be the one right before the server.

        Else others that keep silent stand between the two, and belong to whoever they belong to.
        """
        if self.distance is None or not self.hops:
            return False
        return self.hops[-1].ttl == self.distance - 1


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceTrace:
    """Probes of one place on the way, on the clock of the stream; or why there were none."""

    place: Place
    address: str = ""
    method: str = ""  # icmp-echo, tcp-closed-port, udp-ttl
    trace: PacketTrace = PacketTrace()
    trouble: Trouble | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PathTrace:
    """Everything a stream saw, on one clock: seconds of the system-wide performance counter."""

    stream: PacketTrace
    places: tuple[PlaceTrace, ...] = ()
    bytes_used: int = 0
    trouble: Trouble | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StreamReading:
    """One point of the live picture: the last 0.5 s of the stream."""

    at_s: float
    rtt_ms: float | None
    sent: int
    lost: int
