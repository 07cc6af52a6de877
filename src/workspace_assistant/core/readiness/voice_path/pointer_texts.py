"""Words that point from a broken limit to the place where it begins; no full stops."""

from __future__ import annotations

from collections.abc import Mapping

from workspace_assistant.core.text import QT_TRANSLATE_NOOP

_HOME = QT_TRANSLATE_NOOP(
    "voice-path", "Start between you and your router: that is where it begins"
)
_INTERNET = QT_TRANSLATE_NOOP(
    "voice-path",
    "It begins in the internet, beyond your provider's first router: the help desk can act on it",
)
# By how the code of the remark on the place ends.
ON_THE_WAY: Mapping[str, str] = {
    "-on-home-wifi": _HOME,
    "-on-home-network": _HOME,
    "-behind-router": QT_TRANSLATE_NOOP(
        "voice-path",
        "Start with the line between your router and your provider: that is where it begins",
    ),
    "-beyond-router": QT_TRANSLATE_NOOP(
        "voice-path", "It begins behind your router: the help desk can find out where"
    ),
    "-in-the-internet": _INTERNET,
    "-far-away": _INTERNET,
    "-beyond-provider": QT_TRANSLATE_NOOP(
        "voice-path",
        "It begins in the internet or at the employer's server: the help desk can act on it",
    ),
    "-at-employer": QT_TRANSLATE_NOOP(
        "voice-path", "It begins at the employer's server: the help desk can act on it"
    ),
    "-through-vpn": QT_TRANSLATE_NOOP(
        "voice-path", "It begins where packets go through the VPN: the help desk can act on it"
    ),
}

_LONG_TEST = QT_TRANSLATE_NOOP(
    "voice-path", "Use a cable if you can, and run the long test: it may tell where this begins"
)
BYPASS = QT_TRANSLATE_NOOP(
    "voice-path",
    "If the VPN is your own, switch it off for calls; if it is the employer's, ask the help desk "
    "whether calls may bypass it (split tunneling)",
)
IN_THE_VPN = QT_TRANSLATE_NOOP("voice-path", "It takes most of the delay, so start with it")

# Where no remark names a place, and for what begins at none.
UNPLACED: Mapping[str, str] = {
    "loss-high": _LONG_TEST,
    "loss-in-a-row": _LONG_TEST,
    "round-trip-long": QT_TRANSLATE_NOOP("voice-path", "Run the check again by cable"),
    "jitter-high": QT_TRANSLATE_NOOP(
        "voice-path", "Stop other programs that use the line, then run the check again"
    ),
    "voice-quality-low": _LONG_TEST,
    "voice-suffers-under-download": QT_TRANSLATE_NOOP(
        "voice-path", "During calls, pause downloads, streams and updates"
    ),
    "voice-suffers-under-upload": QT_TRANSLATE_NOOP(
        "voice-path", "During calls, pause backups and uploads"
    ),
    "voice-through-vpn": BYPASS,
}
# The cure that all loads have in common, after the semicolon.
QUEUE_MANAGEMENT = QT_TRANSLATE_NOOP(
    "voice-path", "a router with smart queue management (SQM), or a cable, cures it"
)
