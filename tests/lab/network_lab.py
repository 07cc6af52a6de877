"""A home, a gateway and an internet in network namespaces, with a line of known rate and delay.

    client --LAN-- gateway (NAT) --line-- server
    10.77.1.2      10.77.1.1 / 10.77.2.1  10.77.2.2

The line's rate comes from TBF at both of its ends, its delay and loss from `link_emulator`. The
whole way with routers is in `home_lab`.
"""

from __future__ import annotations

from typing import ClassVar

from tests.lab.emulator import Emulator
from tests.lab.namespaces import NamespaceLab, missing

__all__ = ["GOODPUT_OF_RATE", "SERVER_ADDRESS", "NetworkLab", "missing"]

SERVER_ADDRESS = "10.77.2.2"
# TBF counts the Ethernet header: 1448 payload bytes of every 1514 (TCP timestamps on).
GOODPUT_OF_RATE = 1448 / 1514


class NetworkLab(NamespaceLab):
    """One lab; a context manager that leaves nothing behind."""

    roles: ClassVar[tuple[str, ...]] = ("client", "gateway", "emulator", "server")
    server_address = SERVER_ADDRESS

    def __init__(
        self, *, down_mbps: float = 0, up_mbps: float = 0, rtt_ms: float = 0, queue_ms: float = 100
    ) -> None:
        super().__init__()
        self._rtt_ms = rtt_ms
        self._rates = (down_mbps, up_mbps, queue_ms)
        self._emulator: Emulator | None = None

    def shape(self, down_mbps: float, up_mbps: float, queue_ms: float = 100) -> None:
        """Set the line's rates (0: unlimited) and the depth of its queues in time to drain."""
        down_end = ("emulator", "w0") if self._rtt_ms else ("server", "s0")
        for (role, device), rate in ((down_end, down_mbps), (("gateway", "g1"), up_mbps)):
            self.shape_device(role, device, rate, queue_ms)

    def drop_everything(self) -> None:
        """Let the gateway drop all that the client sends to the internet, without a word."""
        self.nft("gateway", "flush chain inet line forward")
        self.nft("gateway", 'add rule inet line forward iifname "g0" drop')

    def emulate(self, settings: str) -> None:
        """Change the emulator's settings while it runs. Only in a lab with a delay."""
        assert self._emulator is not None
        self._emulator.set(settings)

    def build(self) -> None:
        self.set_kernel("gateway", {"ipv4/ip_forward": 1})
        self.connect("client", "c0", "gateway", "g0")
        if self._rtt_ms:
            self.connect("gateway", "g1", "emulator", "w0")
            self.connect("emulator", "w1", "server", "s0")
        else:
            self.connect("gateway", "g1", "server", "s0")
        self._address()
        if self._rtt_ms:
            self._emulator = Emulator(self, "emulator", f"both.delay={self._rtt_ms / 2}")
        self.shape(*self._rates)

    def _address(self) -> None:
        self.ip("client", "address add 10.77.1.2/24 dev c0", "route add default via 10.77.1.1")
        self.ip("gateway", "address add 10.77.1.1/24 dev g0", "address add 10.77.2.1/24 dev g1")
        self.ip("server", f"address add {SERVER_ADDRESS}/24 dev s0")
        self.nft(
            "gateway",
            "add table inet line",
            "add chain inet line after { type nat hook postrouting priority 100 ; }",
            'add rule inet line after oifname "g1" masquerade',
            "add chain inet line forward { type filter hook forward priority 0 ; }",
        )
