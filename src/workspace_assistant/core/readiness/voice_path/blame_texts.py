"""Words for where on the way loss, delay or jitter begins; the numbers stand in them."""

from __future__ import annotations

from collections.abc import Mapping

from workspace_assistant.core.readiness.findings import FindingText
from workspace_assistant.core.text import QT_TRANSLATE_NOOP

_WIFI = QT_TRANSLATE_NOOP(
    "voice-path",
    "Use a cable for calls, or move closer to the router; switch its Wi-Fi to 5 GHz.",
)
_CABLE = QT_TRANSLATE_NOOP(
    "voice-path",
    "Replace the network cable, try another port, restart the router; on Wi-Fi, move closer.",
)
_PROVIDER = QT_TRANSLATE_NOOP(
    "voice-path", "Restart the router; if it stays, send this report to your internet provider."
)
_HELP_DESK = QT_TRANSLATE_NOOP(
    "voice-path", "Your home is not the cause: send this report to the employer's help desk."
)
_BOTH = QT_TRANSLATE_NOOP(
    "voice-path",
    "Your home network is not the cause: send this report to the help desk, and if they find "
    "nothing, to your internet provider.",
)
_LONG = QT_TRANSLATE_NOOP("voice-path", "Run the long test, by cable if you can.")

BLAME_FINDINGS: Mapping[str, FindingText] = {
    "loss-on-home-wifi": FindingText(
        QT_TRANSLATE_NOOP(
            "voice-path",
            "Loss begins between you and your router: Wi-Fi. The router loses {after}, the server "
            "{target}.",
        ),
        _WIFI,
    ),
    "loss-on-home-network": FindingText(
        QT_TRANSLATE_NOOP(
            "voice-path",
            "Loss begins between you and your router: cable, adapter or router. The router loses "
            "{after}, the server {target}.",
        ),
        _CABLE,
    ),
    "loss-behind-router": FindingText(
        QT_TRANSLATE_NOOP(
            "voice-path",
            "Loss begins behind your router, on the provider's line: your router loses {before}, "
            "the provider's first router {after}, the server {target}.",
        ),
        _PROVIDER,
    ),
    "loss-beyond-router": FindingText(
        QT_TRANSLATE_NOOP(
            "voice-path",
            "Loss begins behind your router; on which part of the way cannot be told. Your router "
            "loses {before}, the server {target}.",
        ),
        _BOTH,
    ),
    "loss-in-the-internet": FindingText(
        QT_TRANSLATE_NOOP(
            "voice-path",
            "Loss begins in the internet, beyond your provider's first router: that one loses "
            "{before}, the last router before the server {after}, the server {target}.",
        ),
        _BOTH,
    ),
    "loss-beyond-provider": FindingText(
        QT_TRANSLATE_NOOP(
            "voice-path",
            "Loss begins beyond your provider's first router, in the internet or at the "
            "employer's server: that router loses {before}, the server {target}.",
        ),
        _BOTH,
    ),
    "loss-at-employer": FindingText(
        QT_TRANSLATE_NOOP(
            "voice-path",
            "Loss begins at the employer's server: the last router before it loses {before}, the "
            "server {target}.",
        ),
        _HELP_DESK,
    ),
    "loss-place-unknown": FindingText(
        QT_TRANSLATE_NOOP(
            "voice-path", "The server loses {target}; where that begins cannot be told: {doubt}."
        ),
        _LONG,
    ),
    "delay-on-home-wifi": FindingText(
        QT_TRANSLATE_NOOP(
            "voice-path",
            "Most of the delay arises between you and your router: Wi-Fi. The router takes "
            "{after}, the server {target}.",
        ),
        _WIFI,
    ),
    "delay-on-home-network": FindingText(
        QT_TRANSLATE_NOOP(
            "voice-path",
            "Most of the delay arises between you and your router. The router takes {after}, the "
            "server {target}.",
        ),
        _CABLE,
    ),
    "delay-behind-router": FindingText(
        QT_TRANSLATE_NOOP(
            "voice-path",
            "Most of the delay arises on the provider's line: your router takes {before}, the "
            "provider's first router {after}, the server {target}.",
        ),
        _PROVIDER,
    ),
    "delay-beyond-router": FindingText(
        QT_TRANSLATE_NOOP(
            "voice-path",
            "Most of the delay arises behind your router; on which part of the way cannot be "
            "told. Your router takes {before}, the server {target}.",
        ),
        _BOTH,
    ),
    "delay-far-away": FindingText(
        QT_TRANSLATE_NOOP(
            "voice-path",
            "Most of the delay arises far away, beyond your provider's first router: the last "
            "good place takes {before}, the server {target}.",
        ),
        QT_TRANSLATE_NOOP(
            "voice-path",
            "Your home is not the cause: ask the help desk for a voice server closer to you.",
        ),
    ),
    "delay-place-unknown": FindingText(
        QT_TRANSLATE_NOOP(
            "voice-path",
            "The server takes {target}; where the delay arises cannot be told: {doubt}.",
        ),
        _LONG,
    ),
    "jitter-on-home-wifi": FindingText(
        QT_TRANSLATE_NOOP(
            "voice-path",
            "Delay varies most between you and your router: Wi-Fi. The router varies by {after}, "
            "the server by {target}.",
        ),
        _WIFI,
    ),
    "jitter-on-home-network": FindingText(
        QT_TRANSLATE_NOOP(
            "voice-path",
            "Delay varies most between you and your router. The router varies by {after}, the "
            "server by {target}.",
        ),
        _CABLE,
    ),
    "jitter-behind-router": FindingText(
        QT_TRANSLATE_NOOP(
            "voice-path",
            "Delay varies most on the provider's line: your router varies by {before}, the "
            "provider's first router by {after}, the server by {target}.",
        ),
        _PROVIDER,
    ),
    "jitter-beyond-router": FindingText(
        QT_TRANSLATE_NOOP(
            "voice-path",
            "Delay varies most behind your router; on which part of the way cannot be told. Your "
            "router varies by {before}, the server by {target}.",
        ),
        _BOTH,
    ),
    "jitter-far-away": FindingText(
        QT_TRANSLATE_NOOP(
            "voice-path",
            "Delay varies most far away, beyond your provider's first router: the last good place "
            "varies by {before}, the server by {target}.",
        ),
        _BOTH,
    ),
    "jitter-place-unknown": FindingText(
        QT_TRANSLATE_NOOP(
            "voice-path",
            "Delay to the server varies by {target}; where that arises cannot be told: {doubt}.",
        ),
        _LONG,
    ),
    "queue-on-home-network": FindingText(
        QT_TRANSLATE_NOOP(
            "voice-path",
            "Under load packets queue between you and your router: the router then takes {after} "
            "longer, the server {target} longer.",
        ),
        _WIFI,
    ),
    "queue-at-the-line": FindingText(
        QT_TRANSLATE_NOOP(
            "voice-path",
            "Under load packets queue at your line: your router answers {before} slower, the "
            "server {target} slower.",
        ),
        QT_TRANSLATE_NOOP(
            "voice-path",
            "Limit the router to 90 % of the line's rate, with smart queue management (SQM).",
        ),
    ),
    "queue-place-unknown": FindingText(
        QT_TRANSLATE_NOOP(
            "voice-path",
            "Under load the server takes {target} longer; where packets queue cannot be told, as "
            "your router does not answer probes.",
        ),
        QT_TRANSLATE_NOOP("voice-path", "Run the check by cable: if it is well then, it is Wi-Fi."),
    ),
    "voice-through-vpn": FindingText(
        QT_TRANSLATE_NOOP(
            "voice-path", "Voice packets to {server} go through a VPN ({interface})."
        ),
        QT_TRANSLATE_NOOP(
            "voice-path",
            "Ask the employer's help desk whether calls may bypass the VPN (split tunneling).",
        ),
    ),
}

DOUBTS: Mapping[str, str] = {
    "nothing-seen": QT_TRANSLATE_NOOP("voice-path", "too few places on the way answer probes"),
    "too-few": QT_TRANSLATE_NOOP("voice-path", "too few probes tell the places apart"),
    "spread-out": QT_TRANSLATE_NOOP("voice-path", "no single part of the way has most of it"),
}
