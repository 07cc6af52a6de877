"""What the connection's card says: by what this computer is connected, how near its router is."""

from __future__ import annotations

from workspace_assistant.core.readiness.model import CheckResult
from workspace_assistant.ui.readiness import path_texts as texts
from workspace_assistant.ui.readiness.measured import Headline, Measured, by_id, lines, text_of
from workspace_assistant.ui.wording.wording import Wording

_NO_NETWORK = "no-network"


def connection_headline(check: CheckResult, wording: Wording) -> Headline | None:
    """None when neither the kind of the connection nor the way to the router is known."""
    measured = by_id(check.measurements)
    if any(finding.code == _NO_NETWORK for finding in check.findings):
        return Headline(wording.say(texts.NO_NETWORK), "", wording.say(texts.NO_NETWORK_DETAIL))
    kind = _kind(measured)
    router = text_of(measured, "connection.gateway_rtt")
    to_router = wording.say(texts.TO_THE_ROUTER, round_trip=router) if router else ""
    if not kind:
        return Headline(router, wording.say(texts.ROUTER_UNIT)) if router else None
    detail = lines(
        _signal(measured, wording), _names(measured, wording), _tunnel(measured, wording)
    )
    return Headline(wording.say(texts.INTERFACE_KINDS[kind]), to_router, detail)


def _kind(measured: Measured) -> str:
    """The kind of link; under a tunnel the one that carries it, where that is told."""
    interface = measured.get("connection.interface")
    if interface is None:
        return ""
    kinds = (str(interface.conditions.get("runs_on", "")), str(interface.value))
    return next((kind for kind in kinds if kind in texts.INTERFACE_KINDS), "unknown")


def _names(measured: Measured, wording: Wording) -> str:
    took = text_of(measured, "connection.dns")
    return wording.say(texts.NAMES_FOUND_IN, took=took) if took else ""


def _tunnel(measured: Measured, wording: Wording) -> str:
    tunnel = measured.get("connection.vpn")
    if tunnel is None:
        return ""
    return wording.say(texts.THROUGH_VPN if tunnel.value is True else texts.WITHOUT_VPN)


def _signal(measured: Measured, wording: Wording) -> str:
    signal = text_of(measured, "connection.signal")
    return wording.say(texts.SIGNAL, signal=signal) if signal else ""
