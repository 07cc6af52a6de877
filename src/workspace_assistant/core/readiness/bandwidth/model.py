"""What the bandwidth check works on: servers, transfer samples, troubles and live rates."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Direction(StrEnum):
    DOWNLOAD = "download"
    UPLOAD = "upload"


class Reason(StrEnum):
    """Why a server could not be used or a transfer says nothing about the line."""

    NO_SERVER_NAMED = "no-server-named"
    BAD_SERVER_ADDRESS = "bad-server-address"
    NETWORK_UNREACHABLE = "network-unreachable"
    NAME_NOT_RESOLVED = "name-not-resolved"
    CONNECT_TIMEOUT = "connect-timeout"
    CONNECTION_REFUSED = "connection-refused"
    CONNECTION_RESET = "connection-reset"
    CERTIFICATE_UNTRUSTED = "certificate-untrusted"
    TLS_FAILED = "tls-failed"
    NO_ANSWER = "no-answer"
    SERVER_TOO_SLOW = "server-too-slow"
    NOT_HTTP = "not-http"
    SERVER_REFUSED = "server-refused"
    REDIRECTED_ELSEWHERE = "redirected-elsewhere"
    ANSWER_TOO_SHORT = "answer-too-short"
    TRANSFER_STALLED = "transfer-stalled"
    DISCOVERY_FAILED = "discovery-failed"
    DISCOVERY_TIMEOUT = "discovery-timeout"
    NO_SERVER_ANSWERS = "no-server-answers"
    CROSS_CHECK_TIMEOUT = "cross-check-timeout"
    BUDGET_TOO_SMALL = "budget-too-small"
    LOAD_TOO_SHORT = "load-too-short"
    TOO_FEW_ANSWERS = "too-few-answers"


@dataclass(frozen=True, slots=True, kw_only=True)
class Trouble:
    """One failure to measure: its reason, the server it happened with, the HTTP status if any."""

    reason: Reason
    server: str
    status: int | None = None


class LineTroubleError(Exception):
    """No measurement against this server is possible; `trouble` says why."""

    def __init__(self, trouble: Trouble) -> None:
        super().__init__(f"{trouble.server}: {trouble.reason}")
        self.trouble = trouble


@dataclass(frozen=True, slots=True, kw_only=True)
class ServerChoice:
    """Which kind of server to measure against; `url` is its base URL, empty where none is due."""

    provider: str
    url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ServerIdentity:
    """The server that was measured against, in words for the report.

    `is_this_computer`: the connection led to an address of this computer, by whatever name.
    """

    provider: str
    server: str
    is_this_computer: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ByteSample:
    """Payload bytes delivered since the load began, at one instant since it began."""

    at_s: float
    total_bytes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class LatencySample:
    """One HTTP round trip on an open connection, from request to first byte of the answer."""

    started_s: float
    latency_ms: float


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadTrace:
    """Everything seen while the line was loaded in one direction.

    Attributes:
        samples: delivered payload over time; first sample at zero.
        latencies: round trips beside the load, on the same time axis.
        connections: how many connections carried payload.
        began_s: when the load began, on the system-wide performance counter.
        trouble: why the samples say nothing about the line, or None when they do.
    """

    direction: Direction
    samples: tuple[ByteSample, ...]
    latencies: tuple[LatencySample, ...] = ()
    connections: int = 0
    began_s: float = 0.0
    trouble: Trouble | None = None

    @property
    def payload_bytes(self) -> int:
        return self.samples[-1].total_bytes if self.samples else 0

    @property
    def duration_s(self) -> float:
        return self.samples[-1].at_s if self.samples else 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class CrossCheck:
    """What speedtest-cli itself measured against the same server, unchanged."""

    download_bps: float
    upload_bps: float
    payload_bytes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class GoodputReading:
    """One point of the live throughput curve: payload bits per second over the last 0.25 s."""

    direction: Direction
    at_s: float
    goodput_bps: float
