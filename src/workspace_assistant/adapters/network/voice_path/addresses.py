"""The servers a profile names, and their addresses: looked up side by side, with one deadline."""

from __future__ import annotations

import ipaddress
import re
import socket
import threading
import time
from dataclasses import dataclass

from workspace_assistant.core.readiness.voice_path.model import VoiceTarget

STUN_PORT = 3478  # RFC 8489, section 8; the same for TURN

_LOOKUP_S = 3.0
# The system itself repeats a question only after 5 s: one lost packet must not look like no name.
_ASK_AGAIN_S = 1.0
_MOST_PER_FAMILY = 2
_URI = re.compile(
    r"(?P<scheme>stun|turn):(\[(?P<literal>[^\]]+)\]|(?P<host>[^:?\[\]]+))(:(?P<port>\d{1,5}))?"
    r"(\?transport=(?P<transport>udp|tcp))?"
)
_BROADCAST = ipaddress.IPv4Address("255.255.255.255")
IpAddress = ipaddress.IPv4Address | ipaddress.IPv6Address
# Never sent to: connecting a UDP socket only asks for a route (RFC 5737, RFC 3849).
_EXAMPLES = {socket.AF_INET: "192.0.2.1", socket.AF_INET6: "2001:db8::1"}


@dataclass(frozen=True, slots=True)
class NamedServer:
    """A server that answers STUN by UDP; `uri` is as the profile has it."""

    uri: str
    host: str
    port: int


@dataclass(frozen=True, slots=True)
class ServerAddress:
    """One address of a named server."""

    server: NamedServer
    address: str

    @property
    def family(self) -> socket.AddressFamily:
        return socket.AF_INET6 if ":" in self.address else socket.AF_INET


def named_servers(target: VoiceTarget) -> tuple[NamedServer, ...]:
    """STUN servers, then relays: these answer STUN as well (RFC 8656). Each host once."""
    found: dict[tuple[str, int], NamedServer] = {}
    for uri in (*target.stun, *target.turn):
        match = _URI.fullmatch(uri)
        if match is None or match["transport"] == "tcp":
            continue
        host, port = match["literal"] or match["host"], int(match["port"] or STUN_PORT)
        found.setdefault((host.lower(), port), NamedServer(uri, host, port))
    return tuple(found.values())


def look_up(
    servers: tuple[NamedServer, ...], timeout_s: float = _LOOKUP_S
) -> dict[NamedServer, tuple[ServerAddress, ...]]:
    """Addresses of every server in the system's order; none where its name has none in time."""
    found: dict[NamedServer, tuple[ServerAddress, ...]] = {}
    deadline_s = time.perf_counter() + timeout_s
    while (now_s := time.perf_counter()) < deadline_s:
        missing = [server for server in servers if server not in found]
        if not missing:
            break
        _ask_for(missing, found, min(deadline_s, now_s + _ASK_AGAIN_S))
    return {server: found.get(server, ()) for server in servers}


def _ask_for(
    servers: list[NamedServer],
    found: dict[NamedServer, tuple[ServerAddress, ...]],
    until_s: float,
) -> None:
    threads = [
        threading.Thread(target=_look_up_one, args=(server, found), daemon=True)
        for server in servers
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(max(0.0, until_s - time.perf_counter()))


def _look_up_one(server: NamedServer, found: dict[NamedServer, tuple[ServerAddress, ...]]) -> None:
    try:
        entries = socket.getaddrinfo(server.host, server.port, type=socket.SOCK_DGRAM)
    except (OSError, UnicodeError):  # no such name, or one that no name can be
        found.setdefault(server, ())
        return
    found[server] = chosen_addresses(server, [str(entry[4][0]) for entry in entries])


def chosen_addresses(server: NamedServer, texts: list[str]) -> tuple[ServerAddress, ...]:
    """The first few of each family, in the order given; addresses nobody can answer from left out.

    A name whose owner points it at a broadcast or group address would multiply our packets.
    """
    chosen: list[ServerAddress] = []
    for text in dict.fromkeys(texts):
        one = ServerAddress(server, text)
        same_family = sum(other.family == one.family for other in chosen)
        if _is_one_host(plain_address(text)) and same_family < _MOST_PER_FAMILY:
            chosen.append(one)
    return tuple(chosen)


def _is_one_host(address: IpAddress) -> bool:
    return not (address.is_multicast or address.is_unspecified or address == _BROADCAST)


def plain_address(text: str) -> IpAddress:
    """Without its interface; an IPv4 address that IPv6 wraps (RFC 4291, 2.5.5.2) as that itself."""
    address = ipaddress.ip_address(text.partition("%")[0])
    inner = address.ipv4_mapped if isinstance(address, ipaddress.IPv6Address) else None
    return inner or address


def has_route(family: socket.AddressFamily) -> bool:
    """Whether this computer knows a way to the internet by this IP version; sends nothing."""
    return local_address_towards(_EXAMPLES[family]) != ""


def local_address_towards(address: str, port: int = 9) -> str:
    """The local address that packets to *address* would carry; empty when there is no route."""
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    try:
        with socket.socket(family, socket.SOCK_DGRAM) as probe:
            probe.connect((address, port))
            return str(probe.getsockname()[0])
    except OSError:
        return ""
