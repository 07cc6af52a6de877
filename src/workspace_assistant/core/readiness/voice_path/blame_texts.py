"""Words for where on the way loss, delay or jitter begins; the numbers stand in them."""

from __future__ import annotations

from collections.abc import Mapping

from workspace_assistant.core.readiness.findings import FindingText
from workspace_assistant.core.text import QT_TRANSLATE_NOOP

# What to do is a place in the sentence: it depends on what carries the packets at home, and on
# whether home is cleared. Without full stop, as the doubts below: they stand in `blame_advice`.
_ACT = "{act}."
_PROVIDER = QT_TRANSLATE_NOOP(
    "voice-path", "Restart the router; if it stays, send this report to your internet provider."
)

BLAME_FINDINGS: Mapping[str, FindingText] = {
    "loss-on-home-wifi": FindingText(
        QT_TRANSLATE_NOOP(
            "voice-path",
            "{what} begins between you and your router: Wi-Fi. The router loses {after}, the "
            "server {target}{span}.",
        ),
        _ACT,
    ),
    "loss-on-home-network": FindingText(
        QT_TRANSLATE_NOOP(
            "voice-path",
            "{what} begins between you and your router: {link}. The router loses {after}, the "
            "server {target}{span}.",
        ),
        _ACT,
    ),
    "loss-behind-router": FindingText(
        QT_TRANSLATE_NOOP(
            "voice-path",
            "{what} begins on the line between your router and your provider: your router loses "
            "{before}, the provider's first router {after}, the server {target}{span}.",
        ),
        _PROVIDER,
    ),
    "loss-beyond-router": FindingText(
        QT_TRANSLATE_NOOP(
            "voice-path",
            "{what} begins behind your router; on which part of the way cannot be told. Your "
            "router loses {before}, the server {target}{span}.",
        ),
        _ACT,
    ),
    "loss-in-the-internet": FindingText(
        QT_TRANSLATE_NOOP(
            "voice-path",
            "{what} begins in the internet, beyond your provider's first router: that one loses "
            "{before}, the last router that could be asked {after}, the server {target}{span}.",
        ),
        _ACT,
    ),
    "loss-beyond-provider": FindingText(
        QT_TRANSLATE_NOOP(
            "voice-path",
            "{what} begins in the internet or at the employer's server, beyond the last router "
            "that could be asked: that one loses {before}, the server {target}{span}.",
        ),
        _ACT,
    ),
    "loss-at-employer": FindingText(
        QT_TRANSLATE_NOOP(
            "voice-path",
            "{what} begins at the employer's server: the last router before it loses {before}, "
            "the server {target}{span}.",
        ),
        _ACT,
    ),
    "loss-place-unknown": FindingText(
        QT_TRANSLATE_NOOP(
            "voice-path",
            "The server loses {target}{span}; where that begins cannot be told: {doubt}.",
        ),
        _ACT,
    ),
    "delay-on-home-wifi": FindingText(
        QT_TRANSLATE_NOOP(
            "voice-path",
            "Most of the delay arises between you and your router: Wi-Fi. The router takes "
            "{after}, the server {target}.",
        ),
        _ACT,
    ),
    "delay-on-home-network": FindingText(
        QT_TRANSLATE_NOOP(
            "voice-path",
            "Most of the delay arises between you and your router: {link}. The router takes "
            "{after}, the server {target}.",
        ),
        _ACT,
    ),
    "delay-behind-router": FindingText(
        QT_TRANSLATE_NOOP(
            "voice-path",
            "Most of the delay arises on the line between your router and your provider: your "
            "router takes {before}, the provider's first router {after}, the server {target}.",
        ),
        _PROVIDER,
    ),
    "delay-beyond-router": FindingText(
        QT_TRANSLATE_NOOP(
            "voice-path",
            "Most of the delay arises behind your router; on which part of the way cannot be "
            "told. Your router takes {before}, the server {target}.",
        ),
        _ACT,
    ),
    "delay-far-away": FindingText(
        QT_TRANSLATE_NOOP(
            "voice-path",
            "Most of the delay arises far away, in the internet: the last good place takes "
            "{before}, the server {target}.",
        ),
        _ACT,
    ),
    "delay-through-vpn": FindingText(
        QT_TRANSLATE_NOOP(
            "voice-path",
            "Most of the delay arises behind your router, where packets go through a VPN "
            "({interface}): your router takes {before}, the server {target}.",
        ),
        _ACT,
    ),
    "delay-place-unknown": FindingText(
        QT_TRANSLATE_NOOP(
            "voice-path",
            "The server takes {target}; where the delay arises cannot be told: {doubt}.",
        ),
        _ACT,
    ),
    "jitter-on-home-wifi": FindingText(
        QT_TRANSLATE_NOOP(
            "voice-path",
            "Delay varies most between you and your router: Wi-Fi. The router varies by "
            "{after}, the server by {target}.",
        ),
        _ACT,
    ),
    "jitter-on-home-network": FindingText(
        QT_TRANSLATE_NOOP(
            "voice-path",
            "Delay varies most between you and your router: {link}. The router varies by "
            "{after}, the server by {target}.",
        ),
        _ACT,
    ),
    "jitter-behind-router": FindingText(
        QT_TRANSLATE_NOOP(
            "voice-path",
            "Delay varies most on the line between your router and your provider: your router "
            "varies by {before}, the provider's first router by {after}, the server by {target}.",
        ),
        _PROVIDER,
    ),
    "jitter-beyond-router": FindingText(
        QT_TRANSLATE_NOOP(
            "voice-path",
            "Delay varies most behind your router; on which part of the way cannot be "
            "told. Your router varies by {before}, the server by {target}.",
        ),
        _ACT,
    ),
    "jitter-far-away": FindingText(
        QT_TRANSLATE_NOOP(
            "voice-path",
            "Delay varies most far away, in the internet: the last good place varies by "
            "{before}, the server by {target}.",
        ),
        _ACT,
    ),
    "jitter-place-unknown": FindingText(
        QT_TRANSLATE_NOOP(
            "voice-path",
            "Delay to the server varies by {target}; where that arises cannot be told: {doubt}.",
        ),
        _ACT,
    ),
    "queue-on-home-network": FindingText(
        QT_TRANSLATE_NOOP(
            "voice-path",
            "Under load packets queue between you and your router: the router then takes {after} "
            "longer, the server {target} longer.",
        ),
        _ACT,
    ),
    "queue-at-the-line": FindingText(
        QT_TRANSLATE_NOOP(
            "voice-path",
            "Under load packets queue on the line between your router and your provider: your "
            "router answers {before} slower, the server {target} slower.",
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
        _ACT,
    ),
    "voice-through-vpn": FindingText(
        QT_TRANSLATE_NOOP(
            "voice-path", "Voice packets to {server} go through a VPN ({interface})."
        ),
        _ACT,
    ),
}

DOUBTS: Mapping[str, str] = {
    "nothing-seen": QT_TRANSLATE_NOOP("voice-path", "too few places on the way answer probes"),
    "router-silent": QT_TRANSLATE_NOOP("voice-path", "your router does not answer probes"),
    "router-sluggish": QT_TRANSLATE_NOOP("voice-path", "your router answers too few probes"),
    "too-few": QT_TRANSLATE_NOOP("voice-path", "too few probes tell the places apart"),
    "too-little": QT_TRANSLATE_NOOP("voice-path", "it is too little to tell the places apart"),
    "spread-out": QT_TRANSLATE_NOOP("voice-path", "no single part of the way has most of it"),
}

ALL_LOSS = QT_TRANSLATE_NOOP("voice-path", "Loss")
MOST_LOSS = QT_TRANSLATE_NOOP("voice-path", "Most of the loss")

# When the numbers were counted, and for how long; the words follow them.
SPANS: Mapping[str, str] = {
    "idle": QT_TRANSLATE_NOOP("voice-path", ", in {duration} on the idle line"),
    "whole": QT_TRANSLATE_NOOP("voice-path", ", over the whole run of {duration}"),
    "download": QT_TRANSLATE_NOOP("voice-path", ", in {duration} while a download fills the line"),
    "upload": QT_TRANSLATE_NOOP("voice-path", ", in {duration} while an upload fills the line"),
}
