"""Probes of the places on the way, beside the stream."""

from __future__ import annotations

from workspace_assistant.adapters.network.voice_path.source import OpenedSource
from workspace_assistant.core.readiness.voice_path.model import PathSurvey, PlaceTrace


class PlaceProbes:
    def start(self) -> None:
        pass

    def stop(self) -> None:
        pass

    def traces(self, from_s: float, to_s: float) -> list[PlaceTrace]:
        del from_s, to_s
        return []

    @property
    def bytes_used(self) -> int:
        return 0


def open_probes(_opened: OpenedSource, _survey: PathSurvey) -> PlaceProbes:
    return PlaceProbes()
