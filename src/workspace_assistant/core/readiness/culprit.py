"""Who is to blame: the one sentence that a help desk reads first, and what supports it.

Nothing is judged here: the checks have judged, and their own sentences are put in order, so that a
cause comes before what follows from it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from workspace_assistant.core.readiness.model import (
    CheckResult,
    ReadinessReport,
    Severity,
    Verdict,
)


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Culprit:
    """`headline` is one plain sentence; `evidence` further sentences with their numbers.

    `code` is that of the finding (or the reason of the gap) it was concluded from.
    """

    link: Link
    headline: str
    evidence: tuple[str, ...]
    code: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sign:
    """A finding, or the reason why the voice path could not be tested at all."""

    code: str
    message: str
    check_id: str
    is_weighty: bool


@dataclass(frozen=True, slots=True)
class _Rule:
    """Codes that speak for a link; remarks without weight count only where `with_notes`."""

    link: Link
    codes: tuple[str, ...]
    with_notes: bool = False


# Without these nothing gets through, so whatever else was found follows from them.
_BARRIERS = (
    _Rule(Link.NETWORK, ("no-network", "network-unreachable"), with_notes=True),
    _Rule(Link.NETWORK, ("captive-portal",), with_notes=True),
    _Rule(Link.NETWORK, ("dns-dead",), with_notes=True),
    _Rule(
        Link.NETWORK,
        ("udp-blocked", "voice-over-tcp", "no-common-ip-version", "family-mismatch"),
        with_notes=True,
    ),
)
_TUNNEL = _Rule(Link.VPN, ("voice-through-vpn",), with_notes=True)
_PLACES = (
    _Rule(
        Link.HOME,
        (
            *("loss-on-home-wifi", "loss-on-home-network"),
            *("delay-on-home-wifi", "delay-on-home-network"),
            *("jitter-on-home-wifi", "jitter-on-home-network", "queue-on-home-network"),
        ),
        with_notes=True,
    ),
    _Rule(
        Link.HOME,
        (
            *("gateway-lossy-wifi", "gateway-lossy", "gateway-slow-wifi", "gateway-slow"),
            "wifi-signal-weak",
        ),
    ),
    _Rule(
        Link.PROVIDER,
        ("loss-behind-router", "delay-behind-router", "jitter-behind-router"),
        with_notes=True,
    ),
    _Rule(
        Link.INTERNET,
        (
            *("loss-in-the-internet", "loss-beyond-provider", "delay-far-away", "jitter-far-away"),
            *("loss-beyond-router", "delay-beyond-router", "jitter-beyond-router"),
        ),
        with_notes=True,
    ),
    _Rule(Link.EMPLOYER, ("loss-at-employer",), with_notes=True),
)
_BESIDES = (
    _Rule(Link.COMPUTER, ("computer-too-busy", "cpu-busy", "cpu-busy-unknown", "clock-wrong")),
    _Rule(Link.LINE, ("queue-at-the-line",), with_notes=True),
    _Rule(
        Link.LINE,
        (
            *("voice-suffers-under-upload", "voice-suffers-under-download"),
            *("latency-under-load-high", "other-traffic"),
            *("upload-below-requirement", "download-below-requirement"),
        ),
    ),
)
_UNTOLD = _Rule(
    Link.UNKNOWN,
    ("loss-place-unknown", "delay-place-unknown", "jitter-place-unknown", "queue-place-unknown"),
    with_notes=True,
)
_UNPLACED = _Rule(
    Link.UNKNOWN,
    (
        *("loss-high", "loss-in-a-row", "round-trip-long", "jitter-high", "voice-quality-low"),
        *("loss-unclear", "no-answer", "name-not-resolved", "dns-slow", "ipv-six-only"),
    ),
)
_ENDPOINTS = "endpoints"
_TELLING = ("voice-path", "connection", "bandwidth")
_MOST_EVIDENCE = 4
_NEXT_SENTENCE = re.compile(r"(?<=\.)\s+(?=[A-Z])")


def find_culprit(report: ReadinessReport) -> Culprit | None:
    """The culprit of *report*; None when nothing disturbs the calls as far as was tested."""
    signs = tuple(_signs(report))
    for rule in _rules(report):
        sign = _first(rule, signs)
        if sign is not None:
            return _culprit(rule.link, sign, signs)
    return None


def _rules(report: ReadinessReport) -> Iterator[_Rule]:
    """What to ask for first; the voice path's own weak link comes before the other places."""
    weak = _weak_link(report)
    yield from _BARRIERS
    if weak == Link.VPN:
        yield _TUNNEL
    yield from (rule for rule in _PLACES if rule.link == weak)
    yield from (rule for rule in _PLACES if rule.link != weak)
    yield _Rule(Link.EMPLOYER, (_ENDPOINTS,))
    yield from _BESIDES
    yield _UNTOLD
    yield _UNPLACED


def _weak_link(report: ReadinessReport) -> str:
    found = (one for check in report.checks for one in check.measurements)
    return next((str(one.value) for one in found if one.id == "path.weak_link"), "")


def _signs(report: ReadinessReport) -> Iterator[_Sign]:
    for check in report.checks:
        for finding in check.findings:
            yield _Sign(
                code=finding.code,
                message=finding.message,
                check_id=check.id,
                is_weighty=finding.severity is not Severity.INFO,
            )
        yield from _untested(check)


def _untested(check: CheckResult) -> Iterator[_Sign]:
    """The first reason why a whole check told nothing: it may be what a call would meet too."""
    if check.verdict is Verdict.NOT_TESTED and check.id in _TELLING and check.not_measured:
        gap = check.not_measured[0]
        yield _Sign(code=gap.reason, message=gap.detail, check_id=check.id, is_weighty=True)


def _first(rule: _Rule, signs: Sequence[_Sign]) -> _Sign | None:
    for code in rule.codes:
        for sign in signs:
            is_meant = code == sign.code or code == sign.check_id == _ENDPOINTS
            if is_meant and (rule.with_notes or sign.is_weighty):
                return sign
    return None


def _culprit(link: Link, sign: _Sign, signs: Sequence[_Sign]) -> Culprit:
    headline, *rest = _NEXT_SENTENCE.split(sign.message)
    supporting = (
        other.message
        for other in signs
        if other.is_weighty and other.check_id in _TELLING and other.message != sign.message
    )
    evidence = tuple(dict.fromkeys((*rest, *supporting)))
    return Culprit(link=link, headline=headline, evidence=evidence[:_MOST_EVIDENCE], code=sign.code)
