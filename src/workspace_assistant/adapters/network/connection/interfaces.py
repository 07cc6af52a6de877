"""Which network interface carries packets to an address. Asks the system; sends no packet."""

from __future__ import annotations

import ipaddress
import socket
from pathlib import Path

from workspace_assistant.adapters.network.connection.interface_kinds import (
    LINUX_FILES,
    kind_of,
    read_word,
)
from workspace_assistant.core.readiness.connection.model import Interface

# RFC 5737 and RFC 3849: documentation addresses that stand for "anywhere in the internet".
ANYWHERE_IPV4 = "192.0.2.1"
ANYWHERE_IPV6 = "2001:db8::1"
_ANY_PORT = 9  # connecting a UDP socket sends nothing, so the number does not matter


def local_address_towards(address: str) -> str:
    """The own address that packets to *address* leave from. Raises OSError without a way to it."""
    host, _, scope = address.partition("%")
    is_ipv6 = ":" in host
    family = socket.AF_INET6 if is_ipv6 else socket.AF_INET
    target: tuple[object, ...] = (host, _ANY_PORT)
    if is_ipv6:
        target = (host, _ANY_PORT, 0, scope_number(scope))
    with socket.socket(family, socket.SOCK_DGRAM) as question:
        question.connect(target)
        return str(question.getsockname()[0]).partition("%")[0]


def scope_number(scope: str) -> int:
    """The number of the interface that a link-local address belongs to; 0 without a scope."""
    if not scope:
        return 0
    return int(scope) if scope.isdigit() else socket.if_nametoindex(scope)


def interface_towards(address: str, sys: Path = LINUX_FILES) -> Interface:
    """The interface that packets to *address* leave by; its kind tells a VPN from a cable.

    Raises OSError when there is no way to *address*.
    """
    scope = address.partition("%")[2]
    own = local_address_towards(address)
    name = scope if scope and not scope.isdigit() else _name_of(own)
    return described(name, sys)


def described(name: str, sys: Path = LINUX_FILES) -> Interface:
    """Kind, rate and MTU of the interface *name*, as far as the system tells them."""
    import psutil

    folder = sys / "class" / "net" / name
    stats = psutil.net_if_stats().get(name)
    speed_mbps, mtu_bytes = read_word(folder / "speed"), read_word(folder / "mtu")
    speed = float(speed_mbps) if speed_mbps.isdigit() else float(stats.speed if stats else 0)
    mtu = int(mtu_bytes) if mtu_bytes.isdigit() else (stats.mtu if stats else 0)
    return Interface(
        name=name,
        kind=kind_of(name, sys),
        mtu_bytes=mtu if mtu > 0 else None,
        speed_bps=speed * 1e6 if speed > 0 else None,
    )


def _name_of(own_address: str) -> str:
    """Raises OSError for an address that has just gone."""
    import psutil

    wanted = ipaddress.ip_address(own_address)
    for name, addresses in psutil.net_if_addrs().items():
        for one in addresses:
            is_internet = one.family in {socket.AF_INET, socket.AF_INET6}
            if is_internet and ipaddress.ip_address(one.address.partition("%")[0]) == wanted:
                return name
    raise OSError("no interface has this address")
