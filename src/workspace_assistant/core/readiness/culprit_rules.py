"""Which findings speak for which culprit, in the order of cause and effect."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Link(StrEnum):
    """The part of the way, or the thing beside it, that spoils the calls."""

    NETWORK = "network"
    COMPUTER = "computer"
    HOME = "home"
    PROVIDER = "provider"
    INTERNET = "internet"
    EMPLOYER = "employer"
    VPN = "vpn"
    LINE = "line"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Rule:
    """Codes that speak for a link.

    Attributes:
        with_notes: remarks without weight of their own count too: they say where what was found
            comes from.
        is_place: speaks of where on the way; silent when the voice path check knows the weak link.
        is_soft: a sign that calls may suffer; silent when the voice path shows that they do.
    """

    link: Link
    codes: tuple[str, ...]
    with_notes: bool = False
    is_place: bool = False
    is_soft: bool = False


PORTAL = "captive-portal"
# Without these nothing gets through, so whatever else was found follows from them.
BARRIERS = (
    Rule(Link.NETWORK, ("no-network", "network-unreachable")),
    Rule(Link.NETWORK, (PORTAL,)),
    Rule(Link.NETWORK, ("dns-dead",)),
    Rule(
        Link.NETWORK,
        ("udp-blocked", "voice-over-tcp", "no-common-ip-version", "family-mismatch"),
    ),
)
# Where on the way; remarks of the voice path check.
PLACES = (
    Rule(
        Link.HOME,
        (
            *("loss-on-home-wifi", "loss-on-home-network"),
            *("delay-on-home-wifi", "delay-on-home-network"),
            *("jitter-on-home-wifi", "jitter-on-home-network", "queue-on-home-network"),
        ),
        with_notes=True,
        is_place=True,
    ),
    Rule(
        Link.PROVIDER,
        ("loss-behind-router", "delay-behind-router", "jitter-behind-router", "queue-at-the-line"),
        with_notes=True,
        is_place=True,
    ),
    Rule(
        Link.INTERNET,
        (
            *("loss-in-the-internet", "loss-beyond-provider"),
            *("delay-far-away", "jitter-far-away"),
            *("loss-beyond-router", "delay-beyond-router", "jitter-beyond-router"),
        ),
        with_notes=True,
        is_place=True,
    ),
    Rule(Link.EMPLOYER, ("loss-at-employer",), with_notes=True, is_place=True),
)
GATEWAY = (
    Rule(Link.HOME, ("gateway-lossy-wifi", "gateway-lossy"), is_place=True),
    Rule(
        Link.HOME,
        ("gateway-slow-wifi", "gateway-slow", "wifi-signal-weak"),
        is_place=True,
        is_soft=True,
    ),
)
# Remarks by which the voice path check may have come to a weak link that no place stands for.
_WEAK_BESIDES = {Link.VPN: ("delay-through-vpn", "voice-through-vpn")}
BESIDES = (
    Rule(Link.COMPUTER, ("computer-too-busy", "cpu-busy", "cpu-busy-unknown", "clock-wrong")),
    Rule(
        Link.LINE,
        (
            *("voice-suffers-under-upload", "voice-suffers-under-download"),
            *("latency-under-load-high", "other-traffic"),
            *("upload-below-requirement", "download-below-requirement"),
        ),
    ),
)
UNTOLD = Rule(
    Link.UNKNOWN,
    ("loss-place-unknown", "delay-place-unknown", "jitter-place-unknown", "queue-place-unknown"),
    with_notes=True,
    is_place=True,
)
TUNNEL = Rule(Link.VPN, ("delay-through-vpn",), with_notes=True, is_place=True)
UNPLACED = Rule(
    Link.UNKNOWN,
    (
        *("loss-high", "loss-above-strict-limit", "loss-in-a-row", "round-trip-long"),
        *("jitter-high", "voice-quality-low", "loss-unclear", "loss-still-unclear"),
        *("no-answer", "name-not-resolved", "dns-slow", "ipv-six-only"),
    ),
)
FIRST, LAST = (*BARRIERS, *PLACES, *GATEWAY), (*BESIDES, UNTOLD, TUNNEL, UNPLACED)

# A place weighs as much as the worst of what it explains, by how its code begins.
_SUFFERING = ("voice-suffers-under-upload", "voice-suffers-under-download")
_EXPLAINED = {
    ("loss-", "gateway-lossy"): (
        *("loss-high", "loss-above-strict-limit", "loss-in-a-row", "voice-quality-low"),
        *_SUFFERING,
    ),
    ("delay-",): ("round-trip-long", "voice-quality-low", *_SUFFERING),
    ("jitter-",): ("jitter-high", "voice-quality-low", *_SUFFERING),
    ("queue-",): ("latency-under-load-high", *_SUFFERING),
}

# Warnings about an employer's system that no call ever noticed.
NEVER_OF_CALLS = frozenset(
    {"endpoint-certificate-expires-soon", "endpoint-ipv6-broken", "endpoint-slow"}
)
# Says that nothing was found out; it does not show that calls suffer.
_NO_SUFFERING = frozenset({"loss-unclear", "loss-still-unclear"})
SUFFERING_CODES = frozenset(code for rule in (*FIRST, *LAST) for code in rule.codes) - _NO_SUFFERING


def explained_by(code: str) -> tuple[str, ...]:
    """Codes of what follows from the remark *code*."""
    found = (codes for prefixes, codes in _EXPLAINED.items() if code.startswith(prefixes))
    return next(found, ())


def weak_codes(link: str) -> frozenset[str]:
    """Codes of the remarks by which the voice path check may have found the weak link *link*."""
    by_place = {code for rule in PLACES if rule.link == link for code in rule.codes}
    besides = {code for one, codes in _WEAK_BESIDES.items() if one == link for code in codes}
    return frozenset(by_place | besides)
