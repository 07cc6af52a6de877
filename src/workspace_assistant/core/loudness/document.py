"""Levels of calls as a JSON document."""

from __future__ import annotations

from collections.abc import Iterable

from workspace_assistant.core.loudness.model import CallLevel

SCHEMA = "workspace-assistant/call-levels/1"


def levels_document(levels: Iterable[CallLevel]) -> dict[str, object]:
    return {"schema": SCHEMA, "levels": [_level(one) for one in levels]}


def _level(level: CallLevel) -> dict[str, object]:
    microphone = level.microphone
    return {
        "at": level.at.isoformat(),
        "level_dbov": level.level_dbov,
        "noise_dbov": level.noise_dbov,
        "speech_s": level.speech_s,
        "microphone": {
            "source_id": microphone.source_id,
            "name": microphone.name,
            "port": microphone.port,
            "volume_db": microphone.volume_db,
        },
    }
