"""Ids and units of what the headset check measures, as the report names them."""

from __future__ import annotations

from collections.abc import Mapping

CONNECTION = "headset.connection"
LEAK = "headset.leak"
PLAYBACK_CONFIRMED = "headset.playback_confirmed"

UNITS: Mapping[str, str] = {CONNECTION: "text", LEAK: "dB", PLAYBACK_CONFIRMED: "bool"}
