"""The JSON documents of recordings: one, or those of several microphones side by side."""

from __future__ import annotations

from collections.abc import Sequence

from workspace_assistant.core.readiness.microphone.comparison import Comparison
from workspace_assistant.core.readiness.microphone.score_texts import TITLES
from workspace_assistant.core.readiness.microphone.scores import Score, scores
from workspace_assistant.core.readiness.model import Outcome
from workspace_assistant.core.readiness.profile.model import MicrophoneRequirement
from workspace_assistant.core.readiness.report import recording_document

COMPARISON_SCHEMA = "workspace-assistant/comparison/1"


def scored_document(outcome: Outcome, need: MicrophoneRequirement) -> dict[str, object]:
    """What ``mic --json`` prints: ``workspace-assistant/recording/1`` with the four scores."""
    return {
        **recording_document(outcome),
        "scores": _score_documents(scores(outcome, need)),
    }


def comparison_document(comparison: Comparison, need: MicrophoneRequirement) -> dict[str, object]:
    """What ``mic --compare --json`` prints; `best` is the id of a microphone, or null."""
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
    }


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
