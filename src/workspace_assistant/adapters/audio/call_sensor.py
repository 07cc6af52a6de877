"""Whether a call goes on: another program records from a microphone now."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from workspace_assistant.adapters.audio.pactl import SoundServerError, ask, find_pactl
from workspace_assistant.adapters.audio.pulse_sources import parse_sources

# What PipeWire calls a filter between a microphone and the program that hears it: it may record
# for ever, and whoever listens to it is a stream of its own.
_FILTER_ROLE = "DSP"


class PulseCallSensor:
    """Implements the port `CallSensor` for PulseAudio and PipeWire."""

    def __init__(self, pactl: str | None = None) -> None:
        self._pactl = pactl

    def in_call(self) -> bool | None:
        """None where no sound server tells who records. Waits 3 s at most for each of two lists."""
        pactl = self._pactl or find_pactl()
        if pactl is None:
            return None
        try:
            streams = without_filters(ask(pactl, _go_on, "list", "source-outputs"))
            if not streams:
                return False
            sources = parse_sources(ask(pactl, _go_on, "list", "sources"), "", streams)
        except (SoundServerError, KeyError, ValueError, TypeError):  # or nothing we understand
            return None
        return any(source.device.used_by for source in sources)


def without_filters(streams: Sequence[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    return [one for one in streams if _role(one) != _FILTER_ROLE]


def _role(stream: Mapping[str, Any]) -> str:
    return str((stream.get("properties") or {}).get("media.role", ""))


def _go_on() -> None:
    """Nobody cancels so short a question."""
