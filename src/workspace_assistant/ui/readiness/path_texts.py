"""Sentences about the way a call takes: voice path, connection and the employer's systems."""

from __future__ import annotations

from workspace_assistant.core.text import QT_TRANSLATE_NOOP

# The voice path's card.
CALLS_CLEAR = QT_TRANSLATE_NOOP("window", "Clear")
CALLS_MOSTLY_CLEAR = QT_TRANSLATE_NOOP("window", "Mostly clear")
CALLS_DELAYED = QT_TRANSLATE_NOOP("window", "Delayed")
CALLS_STRAINED = QT_TRANSLATE_NOOP("window", "Strained")
CALLS_BROKEN = QT_TRANSLATE_NOOP("window", "Broken up")
CALLS_UNIT = QT_TRANSLATE_NOOP("window", "calls, MOS {mos}")
CALLS_UNIT_DOWNLOAD = QT_TRANSLATE_NOOP("window", "calls while downloading, MOS {mos}")
CALLS_UNIT_UPLOAD = QT_TRANSLATE_NOOP("window", "calls while uploading, MOS {mos}")
CALLS_IDLE = QT_TRANSLATE_NOOP("window", "On the idle line MOS {mos}")
BLOCKED = QT_TRANSLATE_NOOP("window", "Blocked")
BLOCKED_DETAIL = QT_TRANSLATE_NOOP("window", "Voice packets (UDP) do not get through.")
ROUND_TRIP_UNIT = QT_TRANSLATE_NOOP("window", "round trip")
ROUND_TRIP = QT_TRANSLATE_NOOP("window", "Round trip {round_trip}")
ROUND_TRIP_JITTER = QT_TRANSLATE_NOOP("window", "Round trip {round_trip}, jitter {jitter}")
NOTHING_LOST = QT_TRANSLATE_NOOP("window", "No packet lost")
LOST = QT_TRANSLATE_NOOP("window", "{loss} of the packets lost")
DELAY_NOW = QT_TRANSLATE_NOOP("window", "ms round trip")
NO_ANSWER_NOW = QT_TRANSLATE_NOOP("window", "No answer")
STREAM_LOST = QT_TRANSLATE_NOOP("window", "{lost} of {sent} packets lost")
STREAM_TEXT = QT_TRANSLATE_NOOP(
    "window", "Delay of the voice stream, {lost} of {sent} packets lost"
)

# The connection's card.
INTERFACE_KINDS = {
    "wired": QT_TRANSLATE_NOOP("window", "Cable"),
    "wifi": QT_TRANSLATE_NOOP("window", "Wi\u2011Fi"),
    "cellular": QT_TRANSLATE_NOOP("window", "Mobile data"),
    "vpn": QT_TRANSLATE_NOOP("window", "VPN"),
    "virtual": QT_TRANSLATE_NOOP("window", "Virtual network"),
    "unknown": QT_TRANSLATE_NOOP("window", "Connected"),
}
NO_NETWORK = QT_TRANSLATE_NOOP("window", "Offline")
NO_NETWORK_DETAIL = QT_TRANSLATE_NOOP("window", "Nothing leads out of this computer.")
SIGNAL = QT_TRANSLATE_NOOP("window", "Signal {signal}")
TO_THE_ROUTER = QT_TRANSLATE_NOOP("window", "{round_trip} to your router")
ROUTER_UNIT = QT_TRANSLATE_NOOP("window", "to your router")
NAMES_FOUND_IN = QT_TRANSLATE_NOOP("window", "Names found in {took}")
THROUGH_VPN = QT_TRANSLATE_NOOP("window", "Through a VPN")
WITHOUT_VPN = QT_TRANSLATE_NOOP("window", "No VPN")

# The card of the employer's systems.
REACHABLE_NUMBER = QT_TRANSLATE_NOOP("window", "{reached} of {count}")
REACHABLE = QT_TRANSLATE_NOOP("window", "reachable")
NOT_REACHABLE = QT_TRANSLATE_NOOP("window", "Not reachable: {names}")
NOT_TOLD = QT_TRANSLATE_NOOP("window", "Could not be told: {names}")
NEEDS_ATTENTION = QT_TRANSLATE_NOOP("window", "Needs a look: {names}")
NAME_AND_TIME = QT_TRANSLATE_NOOP("window", "{name} {took}")

# The panel below the cards.
CALM = QT_TRANSLATE_NOOP("window", "Nothing on the way disturbs your calls, as far as was tested.")
TESTED_TO_THE_ROUTER = QT_TRANSLATE_NOOP(
    "window",
    "Tested up to your router. The way behind it is tested once your profile names a voice server.",
)
BEHIND_NOT_TESTED = QT_TRANSLATE_NOOP(
    "window", "The way behind your router could not be tested this time."
)
WHERE_WEAK = QT_TRANSLATE_NOOP("window", "Where the way is weak")
WHAT_DISTURBS = QT_TRANSLATE_NOOP("window", "What disturbs your calls")
THE_WAY = QT_TRANSLATE_NOOP("window", "The way your calls take")

# What helps to go on.
LONG_OFFER = QT_TRANSLATE_NOOP("window", "Run the long test")
LONG = QT_TRANSLATE_NOOP("window", "Long voice test")
LONG_HINT = QT_TRANSLATE_NOOP(
    "window", "Watches the voice path for 30 s instead of 8, which tells small losses apart."
)
PASSWORD_MISSING = QT_TRANSLATE_NOOP(
    "window", "Your profile names a relay for calls, and no password for it is known."
)
PASSWORD_HOW = QT_TRANSLATE_NOOP(
    "window",
    "To test the relay too, store the password once, in a terminal: {command}. It goes into the "
    "system's keyring, never into a report.",
)
PASSWORD_COMMAND = "workspace-assistant profile turn-password"  # noqa: S105 - a command
HELP_DESK = QT_TRANSLATE_NOOP("window", "Copy for help desk")
HELP_DESK_COPIED = QT_TRANSLATE_NOOP("window", "Copied. Paste it into the ticket or the mail.")
OPTIONAL = QT_TRANSLATE_NOOP("window", "Optional")
