"""Judges the link of this computer: its kind, the radio, a VPN, what it costs, who else uses it."""

from __future__ import annotations

from workspace_assistant.core.readiness.connection.gathered import Gathered
from workspace_assistant.core.readiness.connection.model import (
    ConnectionFacts,
    Interface,
    InterfaceKind,
    OtherTraffic,
    Reason,
    Unknown,
    Wireless,
)
from workspace_assistant.core.readiness.model import Severity, Value
from workspace_assistant.core.readiness.profile.model import BandwidthRequirement
from workspace_assistant.core.readiness.units import format_value

# Makers of voice-over-Wi-Fi systems plan for -67 dBm; 3 dB less is where rates begin to fall.
# Half of NetworkManager's scale is about -75 dBm.
WEAK_SIGNAL_DBM = -70.0
WEAK_SIGNAL_FRACTION = 0.5

# Of what the job needs from the line: worth a word, and worth a warning.
NOTABLE_TRAFFIC_FRACTION = 0.1
HEAVY_TRAFFIC_FRACTION = 0.5
_MEGABIT = 1e6
_MOST_NAMED = 3


def is_wireless(facts: ConnectionFacts) -> bool:
    """Whether the way to the router is by radio, below a VPN too."""
    link = facts.interface
    return isinstance(link, Interface) and InterfaceKind.WIFI in (link.kind, link.under)


def judge_link(gathered: Gathered, facts: ConnectionFacts) -> None:
    link = facts.interface
    if isinstance(link, Unknown):
        gathered.miss("interface", link)
        gathered.miss("vpn", link)
        gathered.remark("no-network", Severity.NOT_READY, "interface")
    else:
        gathered.add("interface", link.kind.value, "text", _link_conditions(link))
        if InterfaceKind.CELLULAR in (link.kind, link.under):
            gathered.remark("on-cellular", Severity.INFO, "interface", link.kind.value)
        _judge_vpn(gathered, facts, link)
    _judge_wireless(gathered, facts)
    _judge_cost(gathered, facts)


def judge_traffic(
    gathered: Gathered, traffic: OtherTraffic | Unknown, needed: BandwidthRequirement
) -> None:
    """What other programs moved, against what the job needs in the same direction."""
    if isinstance(traffic, Unknown):
        gathered.miss("other_traffic", traffic)
        return
    received_bps, sent_bps = round(traffic.received_bps), round(traffic.sent_bps)
    total_bps = received_bps + sent_bps
    conditions: dict[str, Value] = {
        "received_bps": received_bps,
        "sent_bps": sent_bps,
        "watched_s": round(traffic.watched_s, 3),
    }
    gathered.add("other_traffic", total_bps, "bit/s", conditions)
    share = max(
        received_bps / (needed.download_mbps.ready * _MEGABIT),
        sent_bps / (needed.upload_mbps.ready * _MEGABIT),
    )
    if share > NOTABLE_TRAFFIC_FRACTION:
        severity = Severity.CAUTION if share > HEAVY_TRAFFIC_FRACTION else Severity.INFO
        rates = {
            "received": format_value(received_bps, "bit/s"),
            "sent": format_value(sent_bps, "bit/s"),
        }
        gathered.remark("other-traffic", severity, "other_traffic", total_bps, rates)


def judge_proxy(gathered: Gathered, proxy: str) -> None:
    gathered.add("proxy", proxy or "none", "text")
    if proxy:
        gathered.remark("proxy-in-use", Severity.INFO, "proxy", proxy, {"proxy": proxy})


def _link_conditions(link: Interface) -> dict[str, Value]:
    known: dict[str, Value | None] = {
        "name": link.name,
        "mtu_bytes": link.mtu_bytes,
        "runs_on": link.under.value if link.under else None,
    }
    return {name: value for name, value in known.items() if value is not None}


def _judge_vpn(gathered: Gathered, facts: ConnectionFacts, link: Interface) -> None:
    inside = [route.host for route in facts.routes if route.kind is InterfaceKind.VPN]
    is_active = bool(inside) or link.kind is InterfaceKind.VPN
    conditions: dict[str, Value] = {"all_traffic": link.kind is InterfaceKind.VPN}
    if facts.routes:
        conditions["hosts_inside"] = ", ".join(inside) or "none"
    gathered.add("vpn", is_active, "bool", conditions)
    if is_active and len(inside) == len(facts.routes):
        gathered.remark("vpn-active", Severity.INFO, "vpn", value=True)
    elif inside:
        parameters = {"hosts": _listed(inside)}
        gathered.remark("vpn-for-some", Severity.INFO, "vpn", value=True, parameters=parameters)


def _judge_wireless(gathered: Gathered, facts: ConnectionFacts) -> None:
    radio = facts.wireless
    if isinstance(radio, Unknown):
        gathered.miss("signal", radio)
    else:
        _judge_signal(gathered, radio)
    rate_bps = _rate_bps(facts)
    if rate_bps is None:
        reason = radio.reason if isinstance(radio, Unknown) else Reason.UNKNOWN_TO_SYSTEM
        if reason is Reason.NOT_WIRELESS:  # a cable whose rate nobody tells
            reason = Reason.UNKNOWN_TO_SYSTEM
        gathered.miss("link_rate", Unknown(reason=reason))
    else:
        gathered.add("link_rate", rate_bps, "bit/s")


def _judge_signal(gathered: Gathered, radio: Wireless) -> None:
    value, unit, weak = radio.signal_dbm, "dBm", WEAK_SIGNAL_DBM
    if value is None:
        value, unit, weak = radio.signal_fraction, "fraction", WEAK_SIGNAL_FRACTION
    if value is None:
        gathered.miss("signal", Unknown(reason=Reason.UNKNOWN_TO_SYSTEM))
        return
    known = {"frequency_hz": radio.frequency_hz} if radio.frequency_hz else {}
    gathered.add("signal", value, unit, known)
    if value < weak:
        parameters = {"signal": format_value(value, unit)}
        gathered.remark("wifi-signal-weak", Severity.CAUTION, "signal", value, parameters)


def _rate_bps(facts: ConnectionFacts) -> float | None:
    radio, link = facts.wireless, facts.interface
    if isinstance(radio, Wireless):
        return radio.rate_bps
    return link.speed_bps if isinstance(link, Interface) else None


def _judge_cost(gathered: Gathered, facts: ConnectionFacts) -> None:
    if isinstance(facts.is_metered, Unknown):
        gathered.miss("metered", facts.is_metered)
        return
    gathered.add("metered", facts.is_metered, "bool")
    if facts.is_metered:
        gathered.remark("line-metered", Severity.INFO, "metered", value=True)


def _listed(hosts: list[str]) -> str:
    """The first few hosts in words, and how many more there are."""
    more = len(hosts) - _MOST_NAMED
    shown = ", ".join(hosts[:_MOST_NAMED])
    return f"{shown} (+{more})" if more > 0 else shown
