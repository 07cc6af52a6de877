"""The JSON documents of recordings: one, or those of several microphones side by side."""

from __future__ import annotations

from collections.abc import Sequence

from workspace_assistant.core.readiness.microphone.comparison import Comparison
from workspace_assistant.core.readiness.microphone.device_texts import UNAVAILABLE
from workspace_assistant.core.readiness.microphone.model import MicrophoneDevice
from workspace_assistant.core.readiness.microphone.ports import Unavailable
from workspace_assistant.core.readiness.microphone.score_texts import TITLES
from workspace_assistant.core.readiness.microphone.scores import Score, scores
from workspace_assistant.core.readiness.model import Outcome
from workspace_assistant.core.readiness.profile.model import MicrophoneRequirement
from workspace_assistant.core.readiness.report import recording_document

LIST_SCHEMA = "workspace-assistant/microphones/1"
COMPARISON_SCHEMA = "workspace-assistant/comparison/1"


def scored_document(outcome: Outcome, need: MicrophoneRequirement) -> dict[str, object]:
    """What ``mic --json`` prints: ``workspace-assistant/recording/1`` with the four scores."""
    return {
        **recording_document(outcome),
        "scores": _score_documents(scores(outcome, need)),
    }


def list_document(
    devices: Sequence[MicrophoneDevice], reason: Unavailable | None = None
) -> dict[str, object]:
    """What ``mic --list --json`` prints; *reason* tells why nothing could be listed."""
    return {
        "schema": LIST_SCHEMA,
        "microphones": [
            {
                "id": device.id,
                "name": device.name,
                "is_default": device.is_default,
                "connection": device.connection.value,
                "sample_rate_hz": device.sample_rate_hz,
                "channels": device.channels,
                "is_muted": device.is_muted,
                "used_by": list(device.used_by),
            }
            for device in devices
        ],
        "not_measured": _gaps(reason),
    }


def comparison_document(
    comparison: Comparison, need: MicrophoneRequirement, reason: Unavailable | None = None
) -> dict[str, object]:
    """What ``mic --compare --json`` prints; `best` is the id of a microphone, or null.

    *reason* tells why it is not known which microphones there are.
    """
    return {
        "schema": COMPARISON_SCHEMA,
        "microphones": [
            {
                "id": one.device.id,
                "name": one.device.name,
                "verdict": one.verdict.value,
                **{
                    name: entry
                    for name, entry in scored_document(one.outcome, need).items()
                    if name != "schema"
                },
            }
            for one in comparison.candidates
        ],
        "best": comparison.best.id if comparison.best else None,
        "sentence": comparison.sentence,
        "not_measured": _gaps(reason),
    }


def _gaps(reason: Unavailable | None) -> list[dict[str, object]]:
    if reason is None:
        return []
    return [{"id": "microphone", "reason": reason.value, "detail": UNAVAILABLE[reason]}]


def _score_documents(found: Sequence[Score]) -> list[dict[str, object]]:
    return [
        {
            "id": score.id,
            "title": TITLES[score.id],
            "verdict": score.verdict.value,
            "sentence": score.sentence,
            "measurements": list(score.measurements),
            "findings": list(score.findings),
        }
        for score in found
    ]
