"""The words of the path picture."""

from __future__ import annotations

from workspace_assistant.core.readiness.path.model import LinkState, Stop
from workspace_assistant.core.text import QT_TRANSLATE_NOOP

TITLE = QT_TRANSLATE_NOOP("report", "The way of your calls")

COMPUTER = QT_TRANSLATE_NOOP("report", "Your computer")
STOPS = {
    Stop.ROUTER: QT_TRANSLATE_NOOP("report", "Your router"),
    Stop.PROVIDER: QT_TRANSLATE_NOOP("report", "Your provider"),
    Stop.EDGE: QT_TRANSLATE_NOOP("report", "Internet"),
    Stop.EMPLOYER: QT_TRANSLATE_NOOP("report", "Employer"),
}
INTERFACES = {
    "wired": QT_TRANSLATE_NOOP("report", "cable"),
    "wifi": QT_TRANSLATE_NOOP("report", "Wi-Fi"),
    "cellular": QT_TRANSLATE_NOOP("report", "mobile network"),
    "vpn": QT_TRANSLATE_NOOP("report", "tunnel"),
    "virtual": QT_TRANSLATE_NOOP("report", "virtual"),
}
# What packets travel by to the router; a tunnel is carried by one of these.
CARRIERS = ("wired", "wifi", "cellular")
LINKS = {
    LinkState.FINE: QT_TRANSLATE_NOOP("report", "fine"),
    LinkState.WEAK: QT_TRANSLATE_NOOP("report", "weak link"),
    LinkState.BROKEN: QT_TRANSLATE_NOOP("report", "broken"),
    LinkState.UNKNOWN: QT_TRANSLATE_NOOP("report", "not known"),
}
WEAK_UNDER_LOAD = QT_TRANSLATE_NOOP("report", "weak under load")
LINE_IDLE = QT_TRANSLATE_NOOP("report", "line idle")
VPN = QT_TRANSLATE_NOOP("report", "VPN")

LOST = QT_TRANSLATE_NOOP("report", "{share} lost")
NOT_MEASURED = QT_TRANSLATE_NOOP("report", "not measured")
NOT_TESTED = QT_TRANSLATE_NOOP("report", "not tested")

# For those who do not see the picture.
SPOKEN_COMPUTER = QT_TRANSLATE_NOOP("report", "your computer")
SPOKEN_STOPS = {
    Stop.ROUTER: QT_TRANSLATE_NOOP("report", "your router"),
    Stop.PROVIDER: QT_TRANSLATE_NOOP("report", "your provider"),
    Stop.EDGE: QT_TRANSLATE_NOOP("report", "the last router that answers"),
    Stop.EMPLOYER: QT_TRANSLATE_NOOP("report", "the employer"),
}
LINK_SENTENCE = QT_TRANSLATE_NOOP("report", "From {near} to {far}: {state}; up to there {figures}.")
LINK_SENTENCE_BY = QT_TRANSLATE_NOOP(
    "report", "From {near} to {far} by {interface}: {state}; up to there {figures}."
)
PASSED_SENTENCE = QT_TRANSLATE_NOOP(
    "report", "From {near} to {far}: packets pass; {far} itself was {figures}."
)
UNTESTED_SENTENCE = QT_TRANSLATE_NOOP("report", "From {near} to {far}: {state}, {figures}.")
IDLE_SENTENCE = QT_TRANSLATE_NOOP("report", "These numbers are those of the idle line.")
VPN_SENTENCE = QT_TRANSLATE_NOOP("report", "Packets to the employer go through a VPN.")
