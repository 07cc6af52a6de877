"""Where one of the employer's systems is, and in which protocol it speaks: its URL taken apart."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import quote, urlsplit

_HIGHEST_PORT = 65535
_DEFAULT_PORTS = {
    "http": 80,
    "https": 443,
    "ws": 80,
    "wss": 443,
    "sip": 5060,  # RFC 3261, section 19.1.2
    "sips": 5061,
    "stun": 3478,  # RFC 8489, section 18.6
    "turn": 3478,
    "turns": 5349,
}
# RFC 3261 section 19.1, RFC 7064, RFC 7065.
_OPAQUE = re.compile(
    r"(?P<scheme>sips?|stun|turns?):(?P<host>\[[0-9A-Fa-f:.]+\]|[A-Za-z0-9._-]+)(:(?P<port>\d{1,5}))?"
    r"(;transport=(?P<sip>udp|tcp|tls)|\?transport=(?P<turn>udp|tcp))?"
)
_HOST = re.compile(r"[A-Za-z0-9._-]+|[0-9A-Fa-f:.]+")
_PATH_CHARACTERS = "/%:@!$&'()*+,;=~"


class Kind(StrEnum):
    """What is spoken there."""

    WEB = "web"
    WEBSOCKET = "websocket"
    SIP = "sip"
    STUN = "stun"
    TURN = "turn"
    TCP_PORT = "tcp-port"
    UDP_PORT = "udp-port"


_KINDS = {
    "http": Kind.WEB,
    "https": Kind.WEB,
    "ws": Kind.WEBSOCKET,
    "wss": Kind.WEBSOCKET,
    "sip": Kind.SIP,
    "sips": Kind.SIP,
    "stun": Kind.STUN,
    "turn": Kind.TURN,
    "turns": Kind.TURN,
    "tcp": Kind.TCP_PORT,
    "udp": Kind.UDP_PORT,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class EndpointAddress:
    """A system's place. `host` has no brackets; `path` is fit for a request line."""

    kind: Kind
    scheme: str
    host: str
    port: int
    is_datagram: bool
    is_secure: bool
    path: str = "/"

    @property
    def place(self) -> str:
        """Host and port."""
        return f"{_bracketed(self.host)}:{self.port}"

    @property
    def authority(self) -> str:
        """Host and, unless it is the scheme's own, port: what a Host header holds."""
        is_own = self.port == _DEFAULT_PORTS.get(self.scheme)
        return _bracketed(self.host) if is_own else self.place


def parse_address(url: str) -> EndpointAddress | None:
    """None for what cannot be tried, such as TURN over DTLS."""
    match = _OPAQUE.fullmatch(url)
    return _hierarchical(url) if match is None else _opaque(match)


def hosts_of(urls: Iterable[str]) -> frozenset[str]:
    """Names and literal addresses in *urls*, in small letters."""
    found = (parse_address(url) for url in urls)
    return frozenset(address.host.lower() for address in found if address is not None)


def leads_elsewhere(address: EndpointAddress, location: str) -> bool:
    """Whether a redirect to *location* goes to another host or another kind of connection."""
    try:
        parts = urlsplit(location)
        host = parts.hostname
    except ValueError:
        return True
    if not parts.scheme and not host:
        return False
    return parts.scheme not in {"", address.scheme} or host != address.host.lower()


def _bracketed(host: str) -> str:
    return f"[{host}]" if ":" in host else host


def _opaque(match: re.Match[str]) -> EndpointAddress | None:
    scheme, transport = match["scheme"], match["sip"] or match["turn"]
    is_sip = scheme.startswith("sip")
    port = int(match["port"] or _DEFAULT_PORTS[scheme])
    if (match["sip"] and not is_sip) or (match["turn"] and not scheme.startswith("turn")):
        return None
    if scheme == "turns" and transport == "udp":
        return None  # DTLS
    if not 0 < port <= _HIGHEST_PORT:
        return None
    is_secure = scheme in {"sips", "turns"} or transport == "tls"
    if transport == "tls" and not match["port"]:
        port = _DEFAULT_PORTS["sips"]
    return EndpointAddress(
        kind=_KINDS[scheme],
        scheme=scheme,
        host=match["host"].strip("[]"),
        port=port,
        is_datagram=not is_secure and transport != "tcp",
        is_secure=is_secure,
    )


def _hierarchical(url: str) -> EndpointAddress | None:
    try:
        parts = urlsplit(url)
        port = parts.port or _DEFAULT_PORTS.get(parts.scheme)
    except ValueError:
        return None
    kind = _KINDS.get(parts.scheme)
    if kind is None or port is None or not _HOST.fullmatch(parts.hostname or ""):
        return None
    return EndpointAddress(
        kind=kind,
        scheme=parts.scheme,
        host=parts.hostname or "",
        port=port,
        is_datagram=kind is Kind.UDP_PORT,
        is_secure=parts.scheme in {"https", "wss"},
        path=quote(parts.path or "/", safe=_PATH_CHARACTERS),
    )
