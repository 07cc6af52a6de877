"""The relays a profile names, each with its transports, in the order in which they are tried."""

from __future__ import annotations

import re
from dataclasses import dataclass

from workspace_assistant.adapters.network.voice_path.addresses import STUN_PORT, NamedServer
from workspace_assistant.core.readiness.voice_path.model import Transport

TLS_PORT = 5349  # RFC 8656, section 3.1

_URI = re.compile(
    r"(?P<scheme>turns?):(\[(?P<literal>[^\]]+)\]|(?P<host>[^:?\[\]]+))(:(?P<port>\d{1,5}))?"
    r"(\?transport=(?P<transport>udp|tcp))?"
)
# What voice packets travel best comes first; the others are for networks that close it.
_ORDER = (Transport.TURN_UDP, Transport.TURN_TCP, Transport.TURN_TLS)


@dataclass(frozen=True, slots=True)
class Relay:
    """One transport of one relay; its URI, host and port are those of `server`."""

    server: NamedServer
    transport: Transport

    @property
    def uri(self) -> str:
        """As the profile has it, with the transport spelled out: each is told of by itself."""
        if self.transport is Transport.TURN_TLS:
            return self.server.uri
        spelled = "udp" if self.transport is Transport.TURN_UDP else "tcp"
        return f"{without_transport(self.server.uri)}?transport={spelled}"


def relays(uris: tuple[str, ...]) -> tuple[Relay, ...]:
    """By transport first, then as the profile has them. What cannot be tried is left out.

    Without ``transport=`` a relay may be asked by UDP and by TCP (RFC 5928, section 3); ``turns:``
    means TLS, because TURN over DTLS is not spoken here.
    """
    found: dict[tuple[str, int, Transport], Relay] = {}
    for uri in uris:
        match = _URI.fullmatch(uri)
        if match is None:
            continue
        is_secure = match["scheme"] == "turns"
        port = int(match["port"] or (TLS_PORT if is_secure else STUN_PORT))
        server = NamedServer(uri, match["literal"] or match["host"], port)
        for transport in _transports(match["transport"], is_secure=is_secure):
            key = (server.host.lower(), port, transport)
            found.setdefault(key, Relay(server, transport))
    return tuple(sorted(found.values(), key=lambda relay: _ORDER.index(relay.transport)))


def without_transport(uri: str) -> str:
    return uri.partition("?")[0]


def _transports(named: str | None, *, is_secure: bool) -> tuple[Transport, ...]:
    if is_secure:
        return () if named == "udp" else (Transport.TURN_TLS,)
    return {
        "udp": (Transport.TURN_UDP,),
        "tcp": (Transport.TURN_TCP,),
    }.get(named or "", (Transport.TURN_UDP, Transport.TURN_TCP))
