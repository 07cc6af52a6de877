"""A home office, its provider and the employer, with every router of the way, in namespaces.

    client -LAN- gateway (NAT) -line- provider -backbone- edge - server
    10.77.1.2    .1.1 / .2.2          .2.1 / .3.1         .3.2 / .4.1   10.77.4.2 to .4.4

Every router answers what its time to live ends at. The line's rate and queue are TBF at both of its
ends; delay, jitter and bursts come from an emulator on the backbone, and from one on the LAN (the
radio) where asked for. Loss can be put on the LAN, the line, the backbone, and before the server;
everything can be changed while a test runs. ``fd77:N::`` stands for ``10.77.N.`` in IPv6.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from tests.lab.emulator import Emulator
from tests.lab.namespaces import NamespaceLab

CLIENT, GATEWAY, PROVIDER, EDGE = "10.77.1.2", "10.77.1.1", "10.77.2.1", "10.77.3.2"
SERVER, SERVER_2, SERVER_3 = "10.77.4.2", "10.77.4.3", "10.77.4.4"
SERVER_IPV6 = "fd77:4::2"
PORTAL_PORT = 8081

_ADDRESSES = (
    ("client", "c0", 1, 2),
    ("gateway", "g0", 1, 1),
    ("gateway", "g1", 2, 2),
    ("provider", "p0", 2, 1),
    ("provider", "p1", 3, 1),
    ("edge", "e0", 3, 2),
    ("edge", "e1", 4, 1),
    ("server", "s0", 4, 2),
    ("server", "s0", 4, 3),
    ("server", "s0", 4, 4),
)
# role, where to (None: everywhere else), network and host number of the next router
_ROUTES = (
    ("client", None, 1, 1),
    ("gateway", None, 2, 1),
    ("provider", None, 3, 2),
    ("provider", 1, 2, 2),
    ("edge", 1, 3, 1),
    ("edge", 2, 3, 1),
    ("server", None, 4, 1),
)
_ROUTERS = ("gateway", "provider", "edge")
_CHAINS = """
add table inet way
add chain inet way enter { type filter hook prerouting priority -300 ; }
add chain inet way ask { type filter hook input priority 0 ; }
add chain inet way pass { type filter hook forward priority 0 ; }
add chain inet way say { type filter hook output priority 0 ; }
add chain inet way leave { type filter hook postrouting priority 300 ; }
"""
_NAT_CHAINS = """
add table ip home
add chain ip home before { type nat hook prerouting priority -100 ; }
add chain ip home after { type nat hook postrouting priority 100 ; }
"""
_HOME = ("gateway", "g0")
_FAR = ("edge", "e1")


@dataclass(frozen=True, slots=True, kw_only=True)
class Network:
    """What a lab is built as; its line and its losses can be changed later.

    Attributes:
        rtt_ms: round trip of the backbone.
        has_radio: an emulator stands between the client and its gateway: a Wi-Fi to be spoiled.
        line_mtu_bytes: the largest IP packet of the line between gateway and provider.
        is_symmetric_nat: the gateway maps every connection to a port of its own, by chance.
        pings_allowed: programs of the client may send echo requests without being root.
        routers_answer_per_s: how many ICMP errors each router sends to one address; 0: all.
    """

    down_mbps: float = 0
    up_mbps: float = 0
    queue_ms: float = 100
    rtt_ms: float = 20
    has_ipv4: bool = True
    has_ipv6: bool = False
    has_radio: bool = False
    line_mtu_bytes: int = 1500
    is_symmetric_nat: bool = False
    pings_allowed: bool = True
    routers_answer_per_s: int = 0


class HomeLab(NamespaceLab):
    """One lab; a context manager that leaves nothing behind."""

    roles: ClassVar[tuple[str, ...]] = (
        "client",
        "air",
        "gateway",
        "provider",
        "emulator",
        "edge",
        "server",
        "vpn",
    )
    server_address = SERVER

    def __init__(self, network: Network | None = None) -> None:
        super().__init__()
        self.network = network or Network()
        self.backbone: Emulator
        self.radio: Emulator | None = None

    def shape(self, down_mbps: float, up_mbps: float, queue_ms: float = 100) -> None:
        """Set the line's rates (0: unlimited) and the depth of its queues in time to drain."""
        self.shape_device("provider", "p0", down_mbps, queue_ms)
        self.shape_device("gateway", "g1", up_mbps, queue_ms)

    def lose_at_home(self, percent: float) -> None:
        """Lose packets between the client and its gateway, each way, the gateway's own too."""
        enter = _lose("enter", f'iifname "{_HOME[1]}"', percent)
        self.nft("gateway", *enter, *_lose("leave", f'oifname "{_HOME[1]}"', percent))

    def lose_on_the_line(self, percent: float) -> None:
        """Lose packets between gateway and provider, each way."""
        self.nft("gateway", *_lose("leave", 'oifname "g1"', percent))
        self.nft("provider", *_lose("leave", 'oifname "p0"', percent))

    def lose_before_the_server(self, percent: float) -> None:
        """Lose packets between the last router and the server, each way."""
        enter = _lose("enter", f'iifname "{_FAR[1]}"', percent)
        self.nft("edge", *enter, *_lose("leave", f'oifname "{_FAR[1]}"', percent))

    def hide_what_is_too_big(self) -> None:
        """Routers drop what exceeds the line's MTU without a word: a black hole (RFC 2923)."""
        for router in ("gateway", "provider"):
            self.nft(
                router,
                "add rule inet way say icmp type destination-unreachable drop",
                "add rule inet way say icmpv6 type packet-too-big drop",
            )

    def block_udp(self) -> None:
        """The gateway drops what goes out by UDP, without a word; name service stays."""
        self.nft("gateway", 'add rule inet way pass iifname "g0" meta l4proto udp drop')

    def block(self, what: str) -> None:
        """The gateway drops what fits an expression of nft, such as ``tcp dport 443``."""
        self.nft("gateway", f'add rule inet way pass iifname "g0" {what} drop')

    def silence(self, role: str, what: str) -> None:
        """A router or server ignores what is meant for it and fits an expression of nft."""
        self.nft(role, f"add rule inet way ask {what} drop")

    def shut_in_portal(self) -> None:
        """Web requests meet the gateway's own page, name service works, all else is dropped."""
        to_page = f'iifname "g0" tcp dport 80 redirect to :{PORTAL_PORT}'
        self.nft("gateway", f"add rule ip home before {to_page}")
        self.nft("gateway", 'add rule inet way pass iifname "g0" drop')

    def build(self) -> None:
        self._join()
        self._set_kernels()
        self._address()
        self._filter()
        self._start_emulators()
        self.shape(self.network.down_mbps, self.network.up_mbps, self.network.queue_ms)

    def _join(self) -> None:
        if self.network.has_radio:
            self.connect("client", "c0", "air", "w0")
            self.connect("air", "w1", "gateway", "g0")
            # The radio loses single packets, so the kernel must not hand it dozens in one.
            self.ip("client", "link set c0 gso_max_segs 1")
        else:
            self.connect("client", "c0", "gateway", "g0")
        self.connect("gateway", "g1", "provider", "p0")
        self.connect("provider", "p1", "emulator", "w0")
        self.connect("emulator", "w1", "edge", "e0")
        self.connect("edge", "e1", "server", "s0")
        for role, device in (("gateway", "g1"), ("provider", "p0")):
            self.ip(role, f"link set {device} mtu {self.network.line_mtu_bytes}")

    def _set_kernels(self) -> None:
        ipv6_off = int(not self.network.has_ipv6)
        per_s = self.network.routers_answer_per_s
        for role in self.roles:
            values: dict[str, object] = {
                "ipv6/conf/all/disable_ipv6": ipv6_off,
                "ipv6/conf/default/disable_ipv6": ipv6_off,
            }
            if role in (*_ROUTERS, "vpn"):
                spacing_ms = 1000 // per_s if per_s else 0
                values |= {
                    "ipv4/ip_forward": 1,
                    "ipv6/conf/all/forwarding": 1,
                    "ipv4/icmp_ratelimit": spacing_ms,
                    "ipv6/icmp/ratelimit": spacing_ms,
                }
            if role == "client" and self.network.pings_allowed:
                values["ipv4/ping_group_range"] = "0 2147483647"
            self._trust_addresses(role)
            self.set_kernel(role, values)

    def _trust_addresses(self, role: str) -> None:
        """Nobody else can have these: they need not be doubted for the first two seconds."""
        devices = [device for its_role, device, *_ in _ADDRESSES if its_role == role]
        own = {f"ipv6/conf/{device}/accept_dad": 0 for device in dict.fromkeys(devices)}
        rules = {"ipv6/conf/all/accept_dad": 0, "ipv6/conf/default/accept_dad": 0}
        # Off and on again: what is doubted already would stay so.
        self.set_kernel(role, own | rules | {"ipv6/conf/all/disable_ipv6": 1})

    def _address(self) -> None:
        for role in ("client", *_ROUTERS, "server"):
            lines = []
            for version in self._versions(role):
                lines += [
                    f"address add {_host(version, network, host)}/{_width(version)} dev {device}"
                    f"{' nodad' if version == 6 else ''}"
                    for its_role, device, network, host in _ADDRESSES
                    if its_role == role
                ]
                lines += [
                    f"route add {_net(version, to)} via {_host(version, network, host)}"
                    for its_role, to, network, host in _ROUTES
                    if its_role == role
                ]
            self.ip(role, *lines)

    def _versions(self, role: str) -> tuple[int, ...]:
        """IPv4 ends at the gateway's far side where the home has none."""
        has_ipv4 = self.network.has_ipv4 or role != "client"
        return (*((4,) if has_ipv4 else ()), *((6,) if self.network.has_ipv6 else ()))

    def _filter(self) -> None:
        for role in (*_ROUTERS, "server"):
            self.nft(role, _CHAINS)
        way = "masquerade fully-random" if self.network.is_symmetric_nat else "masquerade"
        self.nft("gateway", _NAT_CHAINS, f'add rule ip home after oifname "g1" {way}')

    def _start_emulators(self) -> None:
        self.backbone = Emulator(self, "emulator", f"both.delay={self.network.rtt_ms / 2}")
        if self.network.has_radio:
            self.radio = Emulator(self, "air")


def _lose(chain: str, where: str, percent: float) -> tuple[str, ...]:
    clear = f"flush chain inet way {chain}"
    share = f"numgen random mod 10000 < {round(100 * percent)}"
    return (clear, f"add rule inet way {chain} {where} {share} drop")


def _host(version: int, network: int, host: int) -> str:
    return f"10.77.{network}.{host}" if version == 4 else f"fd77:{network}::{host}"


def _net(version: int, network: int | None) -> str:
    if network is None:
        return "default"
    return f"10.77.{network}.0/24" if version == 4 else f"fd77:{network}::/64"


def _width(version: int) -> int:
    return 24 if version == 4 else 64
