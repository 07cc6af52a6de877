"""Homes where calls break, each for one cause that is known because it was put there."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from tests.lab.home_lab import PORTAL_PORT, Network
from tests.lab.peers import start_portal, start_vpn
from tests.lab.scenarios import WITHOUT_LOADS, Office, Report, open_office

LOSSY_PERCENT = 10  # each way: enough for 80 probes of a router to tell with near certainty
SIGN_IN_HOST = "sign-in.hotel.test"
WRONG_CLOCK_S = 600.0


def _nothing(_office: Office) -> None:
    """A home where all is well."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scenario:
    """A network, and what is done to it before the command runs."""

    spoil: Callable[[Office], None] = _nothing
    network: Network = field(default_factory=lambda: Network(rtt_ms=30))
    clock_offset_s: float = 0
    employer_has_ipv6: bool = False

    def report(self, folder: Path, only: str = WITHOUT_LOADS) -> Report:
        with open_office(
            folder,
            self.network,
            clock_offset_s=self.clock_offset_s,
            employer_has_ipv6=self.employer_has_ipv6,
        ) as office:
            self.spoil(office)
            return office.check(only)


def _portal(office: Office) -> None:
    start_portal(office.lab, PORTAL_PORT, f"http://{SIGN_IN_HOST}/")
    office.lab.shut_in_portal()


def _deaf_gateway(office: Office) -> None:
    office.lab.silence("gateway", 'iifname "g0" meta l4proto { icmp, tcp }')
    office.lab.nft("gateway", "add rule inet way say icmp type time-exceeded drop")
    office.lab.lose_at_home(LOSSY_PERCENT)


def _silent_provider(office: Office) -> None:
    office.lab.silence("provider", "icmp type echo-request")
    office.lab.nft("provider", "add rule inet way say icmp type time-exceeded drop")
    office.lab.backbone.set(f"both.loss={LOSSY_PERCENT}")


def _lazy_provider(office: Office) -> None:
    """Routers forward with care and answer when they like: no loss of any call."""
    lazy = "icmp type echo-request numgen random mod 100 < 40"
    office.lab.silence("provider", lazy)
    office.lab.nft("provider", "add rule inet way say icmp type time-exceeded drop")


_BOTH_VERSIONS = Network(rtt_ms=30, has_ipv6=True)
_ONLY_IPV6 = Network(rtt_ms=30, has_ipv6=True, has_ipv4=False)

SCENARIOS: Mapping[str, Scenario] = {
    "well": Scenario(),
    "well, both IP versions": Scenario(network=_BOTH_VERSIONS, employer_has_ipv6=True),
    "loss at home": Scenario(spoil=lambda office: office.lab.lose_at_home(LOSSY_PERCENT)),
    "loss at home, pings forbidden": Scenario(
        network=Network(rtt_ms=30, pings_allowed=False),
        spoil=lambda office: office.lab.lose_at_home(LOSSY_PERCENT),
    ),
    "bursts at home": Scenario(
        network=Network(rtt_ms=30, has_radio=True),
        spoil=lambda office: office.radio("both.burst_enter=3 both.burst_leave=20"),
    ),
    "loss on the line": Scenario(spoil=lambda office: office.lab.lose_on_the_line(LOSSY_PERCENT)),
    "loss on the backbone": Scenario(
        spoil=lambda office: office.lab.backbone.set(f"both.loss={LOSSY_PERCENT}")
    ),
    "loss at the server": Scenario(
        spoil=lambda office: office.lab.lose_before_the_server(LOSSY_PERCENT)
    ),
    "loss at home, deaf gateway": Scenario(spoil=_deaf_gateway),
    "loss on the backbone, silent provider": Scenario(spoil=_silent_provider),
    "lazy provider": Scenario(spoil=_lazy_provider),
    "few answers of routers": Scenario(network=Network(rtt_ms=30, routers_answer_per_s=1)),
    "VPN detour": Scenario(spoil=lambda office: start_vpn(office.lab, 150)),
    "far away": Scenario(network=Network(rtt_ms=220)),
    "names dead": Scenario(spoil=lambda office: office.lab.silence("gateway", "udp dport 53")),
    "UDP blocked": Scenario(spoil=lambda office: office.lab.block_udp()),
    "captive portal": Scenario(spoil=_portal),
    "only IPv6, employer has both": Scenario(network=_ONLY_IPV6, employer_has_ipv6=True),
    "only IPv6, employer has none": Scenario(network=_ONLY_IPV6),
    "clock wrong": Scenario(clock_offset_s=WRONG_CLOCK_S),
}
