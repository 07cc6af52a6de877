"""The home router's address, read from the system's tables of routes."""

from __future__ import annotations

import ipaddress
import re
from dataclasses import dataclass
from pathlib import Path

LINUX_TABLES = Path("/proc/net")
_HAS_GATEWAY = 0x2  # RTF_GATEWAY of route.h
_IS_UP = 0x1
_NOWHERE = "0" * 32


@dataclass(frozen=True, slots=True, kw_only=True)
class Gateway:
    """A default route; `address` is empty where the link needs no router (a tunnel, a modem).

    A link-local address carries its scope: ``fe80::1%wlan0``.
    """

    address: str
    interface: str
    metric: int = 0


def default_gateways(tables: Path = LINUX_TABLES) -> tuple[Gateway, ...]:
    """All default routes of this computer, IPv4 first, the preferred of each first."""
    old = parse_ipv4_routes(_text(tables / "route"))
    new = parse_ipv6_routes(_text(tables / "ipv6_route"))
    return (*old, *new)


def parse_ipv4_routes(text: str) -> tuple[Gateway, ...]:
    """Default routes of Linux's ``/proc/net/route``: addresses are hex in host byte order."""
    found = []
    for line in text.splitlines()[1:]:
        fields = line.split()
        try:
            name, target, gateway, flags, metric, mask = (fields[i] for i in (0, 1, 2, 3, 6, 7))
            is_default = int(target, 16) == 0 and int(mask, 16) == 0
            bits, address = int(flags, 16), int(gateway, 16).to_bytes(4, "little")
            rank = int(metric)
        except (ValueError, IndexError, OverflowError):
            continue
        if is_default and bits & _IS_UP:
            shown = str(ipaddress.IPv4Address(address)) if bits & _HAS_GATEWAY else ""
            found.append(Gateway(address=shown, interface=name, metric=rank))
    return tuple(sorted(found, key=lambda one: one.metric))


def parse_ipv6_routes(text: str) -> tuple[Gateway, ...]:
    """Default routes of Linux's ``/proc/net/ipv6_route``."""
    found = []
    for line in text.splitlines():
        fields = line.split()
        try:
            target, prefix, gateway, metric, flags, name = (fields[i] for i in (0, 1, 4, 5, 8, 9))
            is_default = target == _NOWHERE and int(prefix, 16) == 0 and name != "lo"
            bits, rank = int(flags, 16), int(metric, 16)
            address = ipaddress.IPv6Address(int(gateway, 16))
        except (ValueError, IndexError):
            continue
        if is_default and bits & _IS_UP:
            shown = _scoped(address, name) if bits & _HAS_GATEWAY else ""
            found.append(Gateway(address=shown, interface=name, metric=rank))
    return tuple(sorted(found, key=lambda one: one.metric))


def parse_macos_route(text: str) -> tuple[Gateway, ...]:
    """The answer of ``route -n get default``."""
    fields = dict(re.findall(r"^\s*(gateway|interface): (\S+)\s*$", text, re.MULTILINE))
    interface, address = fields.get("interface", ""), fields.get("gateway", "")
    if not interface:
        return ()
    return (Gateway(address=address if _is_address(address) else "", interface=interface),)


def parse_windows_routes(text: str) -> tuple[Gateway, ...]:
    """The answer of ``route print -4 0.0.0.0``: only its numbers are read, in any language.

    Windows names the interface by its own address here.
    """
    found = []
    for line in text.splitlines():
        fields = line.split()
        if len(fields) != 5 or fields[:2] != ["0.0.0.0", "0.0.0.0"]:  # noqa: S104 - a route
            continue
        gateway, own, metric = fields[2:]
        if _is_address(own) and metric.isdecimal():
            address = gateway if _is_address(gateway) else ""
            found.append(Gateway(address=address, interface=own, metric=int(metric)))
    return tuple(sorted(found, key=lambda one: one.metric))


def _scoped(address: ipaddress.IPv6Address, name: str) -> str:
    return f"{address}%{name}" if address.is_link_local else str(address)


def _is_address(text: str) -> bool:
    try:
        ipaddress.ip_address(text.partition("%")[0])
    except ValueError:
        return False
    return True


def _text(path: Path) -> str:
    try:
        return path.read_text("ascii", "replace")
    except OSError:
        return ""
