"""Calls and their loudness as a JSON document."""

from __future__ import annotations

from collections.abc import Iterable

from workspace_assistant.core.facts.call_days import CallDay, DayLevel
from workspace_assistant.core.facts.model import Fact, Unknown
from workspace_assistant.core.text import in_english

SCHEMA = "workspace-assistant/loudness/1"


def loudness_document(
    days: Iterable[CallDay], trend: Fact | Unknown, *, is_on: bool, obstacle: str
) -> dict[str, object]:
    """*obstacle* is why nothing can be measured; empty for none."""
    return {
        "schema": SCHEMA,
        "is_on": is_on,
        "obstacle": obstacle or None,
        "trend": _trend(trend),
        "days": [_day(one) for one in days],
    }


def _trend(trend: Fact | Unknown) -> dict[str, object]:
    text = in_english(trend.sentence, **trend.parts)
    if isinstance(trend, Unknown):
        known: dict[str, object] = {
            "change_db": None,
            "levels": None,
            "not_known": trend.reason,
        }
    else:
        known = {"change_db": trend.value, "levels": trend.count, "not_known": None}
    return {"fact": trend.name, **known, "text": text}


def _day(day: CallDay) -> dict[str, object]:
    return {
        "day": day.on.isoformat(),
        "call_s": day.call_s,
        "levels": [_level(one) for one in day.levels],
    }


def _level(level: DayLevel) -> dict[str, object]:
    microphone = level.microphone
    return {
        "level_dbov": level.level_dbov,
        "count": level.count,
        "microphone": microphone.name,
        "source": microphone.source_id,
        "port": microphone.port or None,
        "volume_db": microphone.volume_db,
    }
