"""Which way packets to an address leave this computer: local address and network interface."""

from __future__ import annotations

from dataclasses import dataclass

from workspace_assistant.adapters.network.own_address import own_addresses
from workspace_assistant.adapters.network.voice_path.addresses import local_address_towards


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """`interface_bytes` is the interface's own packet size; None when the system does not tell."""

    local_address: str = ""
    interface: str = ""
    interface_bytes: int | None = None
    is_this_computer: bool = False


def way_towards(address: str) -> Way:
    """Asks the system alone; sends nothing."""
    import ipaddress

    import psutil

    local = local_address_towards(address)
    plain = ipaddress.ip_address(address.partition("%")[0])
    name = next(
        (
            name
            for name, entries in psutil.net_if_addrs().items()
            if any(entry.address.partition("%")[0] == local for entry in entries)
        ),
        "",
    )
    status = psutil.net_if_stats().get(name)
    return Way(
        local_address=local,
        interface=name,
        interface_bytes=status.mtu if status is not None and status.mtu > 0 else None,
        is_this_computer=plain.is_loopback or plain in own_addresses(),
    )
