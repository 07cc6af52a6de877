"""Every sentence of the connection check."""

from __future__ import annotations

from workspace_assistant.core.phrases import Phrase
from workspace_assistant.core.readiness.connection.model import Reason, Unknown
from workspace_assistant.core.readiness.findings import FindingText
from workspace_assistant.core.text import QT_TRANSLATE_NOOP

LISTENING = QT_TRANSLATE_NOOP("connection", "Counting what other programs send and receive")
LOOKING = QT_TRANSLATE_NOOP("connection", "Watching the way to your router and asking around")

FINDINGS = {
    "no-network": FindingText(
        QT_TRANSLATE_NOOP("connection", "This computer is not connected to any network."),
        QT_TRANSLATE_NOOP(
            "connection", "Plug the network cable in or switch Wi-Fi on, then check again."
        ),
    ),
    "on-cellular": FindingText(
        QT_TRANSLATE_NOOP("connection", "The computer is online through a mobile network."),
        QT_TRANSLATE_NOOP(
            "connection",
            "Use the line at home where you can: mobile networks change from minute to minute, "
            "and a shift of calls may use up your data plan.",
        ),
    ),
    "line-metered": FindingText(
        QT_TRANSLATE_NOOP("connection", "The system counts this connection as metered."),
        QT_TRANSLATE_NOOP(
            "connection", "Make sure that your data plan lasts for the shift, or use another line."
        ),
    ),
    "vpn-active": FindingText(
        QT_TRANSLATE_NOOP("connection", "Everything for your work goes through a VPN."),
        QT_TRANSLATE_NOOP(
            "connection",
            "If calls are bad: switch the VPN off if it is your own, and ask the help desk whether "
            "calls may go beside it if it is the employer's.",
        ),
    ),
    "vpn-for-some": FindingText(
        QT_TRANSLATE_NOOP("connection", "A VPN carries the traffic to {hosts}."),
        QT_TRANSLATE_NOOP(
            "connection",
            "Nothing to do. If only these are slow, tell the help desk that the VPN is on the way.",
        ),
    ),
    "wifi-signal-weak": FindingText(
        QT_TRANSLATE_NOOP("connection", "The Wi-Fi signal is weak: {signal}."),
        QT_TRANSLATE_NOOP(
            "connection",
            "Move closer to the router, or connect the computer to it with a network cable.",
        ),
    ),
    "gateway-slow": FindingText(
        QT_TRANSLATE_NOOP("connection", "Your own router answers slowly: after {value}."),
        QT_TRANSLATE_NOOP(
            "connection",
            "Restart the router and pause downloads at home, then check again. "
            "Up to {limit} is fine.",
        ),
    ),
    "gateway-slow-wifi": FindingText(
        QT_TRANSLATE_NOOP("connection", "Your router answers slowly over Wi-Fi: after {value}."),
        QT_TRANSLATE_NOOP(
            "connection",
            "Connect the computer to the router with a network cable, or move closer to it. "
            "Up to {limit} is fine.",
        ),
    ),
    "gateway-lossy": FindingText(
        QT_TRANSLATE_NOOP(
            "connection",
            "Packets get lost between this computer and your router: {lost} of {pings} pings in "
            "{duration}, {value} (between {low} and {high}).",
        ),
        QT_TRANSLATE_NOOP(
            "connection",
            "Try another network cable and another socket of the router (with Wi-Fi, move closer "
            "to it), then restart the router.",
        ),
    ),
    "gateway-lossy-wifi": FindingText(
        QT_TRANSLATE_NOOP(
            "connection",
            "The Wi-Fi loses packets between this computer and your router: {lost} of {pings} "
            "pings in {duration}, {value} (between {low} and {high}).",
        ),
        QT_TRANSLATE_NOOP(
            "connection",
            "Connect the computer to the router with a network cable, or move closer to it.",
        ),
    ),
    "dns-dead": FindingText(
        QT_TRANSLATE_NOOP("connection", "No name server answers, so no server can be found."),
        QT_TRANSLATE_NOOP(
            "connection",
            "Restart the router. If that does not help, disconnect the VPN or call your provider.",
        ),
    ),
    "dns-resolver-dead": FindingText(
        QT_TRANSLATE_NOOP("connection", "These name servers do not answer: {resolvers}."),
        QT_TRANSLATE_NOOP(
            "connection",
            "Restart the router, or remove them from the network settings: every program waits "
            "for them before it asks the next.",
        ),
    ),
    "dns-slow": FindingText(
        QT_TRANSLATE_NOOP("connection", "Finding the server {name} took {value}."),
        QT_TRANSLATE_NOOP(
            "connection",
            "Restart the router; if that does not help, ask your provider about its name servers. "
            "Up to {limit} is fine.",
        ),
    ),
    "captive-portal": FindingText(
        QT_TRANSLATE_NOOP(
            "connection", "This network wants you to sign in before it lets anything through."
        ),
        QT_TRANSLATE_NOOP(
            "connection", "Open a web browser, sign in to the network, then check again."
        ),
    ),
    "clock-wrong": FindingText(
        QT_TRANSLATE_NOOP("connection", "The computer's clock is {offset} off from {server}."),
        QT_TRANSLATE_NOOP(
            "connection",
            "Switch on automatic time in the system's settings: a wrong clock breaks sign-ins and "
            "certificates. Up to {limit} is fine.",
        ),
    ),
    "ipv-six-only": FindingText(
        QT_TRANSLATE_NOOP("connection", "This network has only IPv6."),
        QT_TRANSLATE_NOOP(
            "connection",
            "If one of the employer's systems cannot be reached, tell the help desk: it may only "
            "have IPv4.",
        ),
    ),
    "ipv-four-broken": FindingText(
        QT_TRANSLATE_NOOP("connection", "IPv4 is set up but nothing answers over it; IPv6 works."),
        QT_TRANSLATE_NOOP(
            "connection", "Restart the router. If that does not help, tell your provider."
        ),
    ),
    "ipv-six-broken": FindingText(
        QT_TRANSLATE_NOOP("connection", "IPv6 is set up but nothing answers over it; IPv4 works."),
        QT_TRANSLATE_NOOP(
            "connection",
            "Restart the router. If programs start slowly, switch IPv6 off in the router.",
        ),
    ),
    "proxy-in-use": FindingText(
        QT_TRANSLATE_NOOP("connection", "Web pages go through the proxy {proxy}."),
        QT_TRANSLATE_NOOP(
            "connection",
            "Nothing to do: the sound of calls does not go through it. Tell the help desk about "
            "it when pages are slow but calls are fine.",
        ),
    ),
    "other-traffic": FindingText(
        QT_TRANSLATE_NOOP(
            "connection",
            "Something else is using the line: {received} come in and {sent} go out.",
        ),
        QT_TRANSLATE_NOOP(
            "connection",
            "Pause downloads, updates, cloud copies and streaming on this computer, then check "
            "again.",
        ),
    ),
}

# The sentence behind "not measured", by measurement and reason; {place} is the server asked.
_ABSENT = {
    ("gateway_rtt", Reason.NO_ANSWER): QT_TRANSLATE_NOOP(
        "connection",
        "Your router answers neither pings nor connections. Some routers are set up so; what it "
        "does to calls shows in the voice path.",
    ),
    ("gateway_loss", Reason.NO_ANSWER): QT_TRANSLATE_NOOP(
        "connection",
        "Your router does not answer, so nobody can tell what gets lost up to there; all that "
        "calls lose shows in the voice path.",
    ),
    ("dns", Reason.NOT_NAMED): QT_TRANSLATE_NOOP(
        "connection", "The workplace profile names no server that would have to be looked up."
    ),
    ("dns", Reason.NAME_NOT_RESOLVED): QT_TRANSLATE_NOOP(
        "connection", "The name servers do not know {place}."
    ),
    ("dns", Reason.NO_ANSWER): QT_TRANSLATE_NOOP(
        "connection", "No name server answered when {place} was looked up."
    ),
    ("clock_offset", Reason.NOT_NAMED): QT_TRANSLATE_NOOP(
        "connection",
        "The workplace profile names no time server and no web server to compare the clock with.",
    ),
    ("clock_offset", Reason.NO_ANSWER): QT_TRANSLATE_NOOP(
        "connection", "{place} did not tell the time."
    ),
    ("captive_portal", Reason.NOT_NAMED): QT_TRANSLATE_NOOP(
        "connection",
        "The workplace profile names no web page by which a sign-in page could be told.",
    ),
    ("captive_portal", Reason.UNKNOWN_TO_SYSTEM): QT_TRANSLATE_NOOP(
        "connection", "The answer of {place} does not tell whether a sign-in page is in the way."
    ),
    ("ipv4", Reason.NOT_NAMED): QT_TRANSLATE_NOOP(
        "connection", "The workplace profile names no server that could be asked by IPv4."
    ),
    ("ipv6", Reason.NOT_NAMED): QT_TRANSLATE_NOOP(
        "connection", "The workplace profile names no server that could be asked by IPv6."
    ),
    ("metered", Reason.NOT_ON_THIS_SYSTEM): QT_TRANSLATE_NOOP(
        "connection", "This system does not tell programs whether the connection is metered."
    ),
}

_ABSENT_ANYWHERE = {
    Reason.NO_NETWORK: QT_TRANSLATE_NOOP(
        "connection", "This computer is not connected to any network."
    ),
    Reason.NO_GATEWAY: QT_TRANSLATE_NOOP(
        "connection", "The system names no router between this computer and the internet."
    ),
    Reason.NOT_PERMITTED: QT_TRANSLATE_NOOP(
        "connection",
        "The system does not let this program ping, and your router answers nothing else.",
    ),
    Reason.NO_ANSWER: QT_TRANSLATE_NOOP("connection", "{place} did not answer."),
    Reason.NOT_ON_THIS_SYSTEM: QT_TRANSLATE_NOOP(
        "connection", "This system does not tell programs this value."
    ),
    Reason.NOT_NAMED: QT_TRANSLATE_NOOP(
        "connection", "The workplace profile names no server to ask."
    ),
    Reason.NAME_NOT_RESOLVED: QT_TRANSLATE_NOOP(
        "connection", "The address of {place} could not be found."
    ),
    Reason.NOT_WIRELESS: QT_TRANSLATE_NOOP("connection", "The connection is not by Wi-Fi."),
    Reason.UNKNOWN_TO_SYSTEM: QT_TRANSLATE_NOOP(
        "connection", "The system does not know this value."
    ),
}
_SOMEBODY = QT_TRANSLATE_NOOP("connection", "The server")


def absence_sentence(name: str, unknown: Unknown) -> str:
    """Why ``connection.<name>`` does not exist, in one sentence."""
    sentence = _ABSENT.get((name, unknown.reason), _ABSENT_ANYWHERE[unknown.reason])
    return Phrase(sentence, place=unknown.detail or Phrase(_SOMEBODY))
