"""What the endpoints check works on: an employer's system, the steps to it, how far one got."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from workspace_assistant.core.readiness.endpoints.address import EndpointAddress


class Step(StrEnum):
    """Steps on the way to a system, in their order."""

    DNS = "dns"
    TCP = "tcp"
    TLS = "tls"
    HTTP = "http"
    WEBSOCKET = "websocket"
    PONG = "pong"
    SIP = "sip"
    STUN = "stun"
    TURN = "turn"
    UDP = "udp"


class Fault(StrEnum):
    """What went wrong at the step that failed."""

    NETWORK_UNREACHABLE = "network-unreachable"  # this computer has no way there at all
    HOST_UNREACHABLE = "host-unreachable"  # a router on the way says so
    NAME_NOT_RESOLVED = "name-not-resolved"
    TIMEOUT = "timeout"
    REFUSED = "refused"
    RESET = "reset"
    CERTIFICATE_EXPIRED = "certificate-expired"
    CERTIFICATE_NOT_YET_VALID = "certificate-not-yet-valid"
    CERTIFICATE_WRONG_NAME = "certificate-wrong-name"
    CERTIFICATE_UNTRUSTED = "certificate-untrusted"
    CERTIFICATE_SELF_SIGNED = "certificate-self-signed"
    CERTIFICATE_INCOMPLETE_CHAIN = "certificate-incomplete-chain"
    TLS_FAILED = "tls-failed"
    BAD_STATUS = "bad-status"
    UPGRADE_REFUSED = "upgrade-refused"
    NO_PONG = "no-pong"
    MALFORMED_ANSWER = "malformed-answer"
    NO_PASSWORD = "no-password"  # noqa: S105 - a fault, not a password
    CREDENTIALS_REFUSED = "credentials-refused"
    SILENT = "silent"  # a UDP port that says nothing may be open or closed
    NOT_SUPPORTED = "not-supported"
    OUT_OF_TIME = "out-of-time"  # the whole check had to end: says nothing about the system


@dataclass(frozen=True, slots=True, kw_only=True)
class EndpointTask:
    """One system to try. `login` is user name and password for a TURN server, None without."""

    name: str
    url: str
    address: EndpointAddress
    login: tuple[str, str] | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Certificate:
    """The certificate a server showed, trusted or not; `names` are the hosts it is made for."""

    subject: str
    issuer: str
    names: tuple[str, ...]
    days_left: float
    is_trusted: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class StepTime:
    step: Step
    took_ms: float


@dataclass(frozen=True, slots=True, kw_only=True)
class FamilyOutcome:
    """One way to the system, by IPv4 or by IPv6: the steps that worked, and the one that failed.

    `fault` is None when all worked. `status` is the HTTP or SIP status, `detail` a short fact in
    words from outside (already made safe to show), such as where a redirect leads. `tries` counts
    the transmissions of the last datagram: above one, the first were lost or answered late.
    """

    family: str  # IPv4, IPv6
    address: str
    steps: tuple[StepTime, ...] = ()
    failed_step: Step | None = None
    fault: Fault | None = None
    status: int | None = None
    detail: str = ""
    certificate: Certificate | None = None
    tls_version: str = ""
    server_clock_offset_ms: float | None = None
    tries: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class EndpointOutcome:
    """One endpoint of the profile. `dns_ms` is None when the name is an address or did not resolve.

    `ways` is empty only with `fault`, which is then about the look-up or the network.
    """

    name: str
    url: str
    dns_ms: float | None = None
    ways: tuple[FamilyOutcome, ...] = ()
    fault: Fault | None = None
    bytes_used: int = 0
