"""What to do about a weak part of the way, by what carries the packets at home; no full stops."""

from __future__ import annotations

from collections.abc import Mapping

from workspace_assistant.core.text import QT_TRANSLATE_NOOP

# By what carries the packets away from this computer.
HOME_LINKS: Mapping[str, str] = {
    "wired": QT_TRANSLATE_NOOP("voice-path", "cable, adapter or router"),
    "cellular": QT_TRANSLATE_NOOP("voice-path", "the mobile connection"),
}
ANY_HOME_LINK = QT_TRANSLATE_NOOP("voice-path", "Wi-Fi, cable, adapter or router")

# What to do, by situation and by what carries the packets; "" is anything else.
_STRONGER_SIGNAL = QT_TRANSLATE_NOOP(
    "voice-path", "Move to where the mobile signal is stronger, or use a fixed line for calls"
)
HOME_ACTS: Mapping[str, str] = {
    "wifi": QT_TRANSLATE_NOOP(
        "voice-path",
        "Use a cable for calls, or move closer to the router; switch its Wi-Fi to 5 GHz",
    ),
    "wired": QT_TRANSLATE_NOOP(
        "voice-path", "Replace the network cable, try another port, restart the router"
    ),
    "cellular": _STRONGER_SIGNAL,
    "": QT_TRANSLATE_NOOP(
        "voice-path",
        "On Wi-Fi, use a cable or move closer; by cable, replace it or try another port; then "
        "restart the router",
    ),
}
QUEUE_ACTS: Mapping[str, str] = {
    **HOME_ACTS,
    "wired": QT_TRANSLATE_NOOP(
        "voice-path",
        "Connect straight to the router: a powerline adapter, an old cable or a slow port in "
        "between holds packets up",
    ),
}
UNKNOWN_ACTS: Mapping[str, str] = {
    "wifi": QT_TRANSLATE_NOOP(
        "voice-path",
        "Run the check by cable: if it is well then, it is Wi-Fi; else run the long test",
    ),
    "wired": QT_TRANSLATE_NOOP(
        "voice-path", "Run the long test; if it says the same, send this report to the help desk"
    ),
    "cellular": QT_TRANSLATE_NOOP(
        "voice-path", "Run the check where the mobile signal is stronger, or over a fixed line"
    ),
    "": QT_TRANSLATE_NOOP(
        "voice-path", "Run the check again, by cable if you use Wi-Fi; then run the long test"
    ),
}
# Each without, and with, a word that clears home.
HELP_DESK = (
    QT_TRANSLATE_NOOP("voice-path", "Send this report to the employer's help desk"),
    QT_TRANSLATE_NOOP(
        "voice-path",
        "Your home is not the cause: send this report to the employer's help desk",
    ),
)
BOTH = (
    QT_TRANSLATE_NOOP(
        "voice-path",
        "Send this report to the help desk, and if they find nothing, to your internet provider",
    ),
    QT_TRANSLATE_NOOP(
        "voice-path",
        "Your home network is not the cause: send this report to the help desk, and if they find "
        "nothing, to your internet provider",
    ),
)
CLOSER_SERVER = (
    QT_TRANSLATE_NOOP("voice-path", "Ask the help desk for a voice server closer to you"),
    QT_TRANSLATE_NOOP(
        "voice-path",
        "Your home is not the cause: ask the help desk for a voice server closer to you",
    ),
)
