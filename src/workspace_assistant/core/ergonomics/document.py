"""A self-check as JSON, ``workspace-assistant/ergonomics/1``, and the questionnaire."""

from __future__ import annotations

from collections.abc import Iterable

from workspace_assistant.core.ergonomics.comparing import Comparison, Step
from workspace_assistant.core.ergonomics.evaluating import evaluated
from workspace_assistant.core.ergonomics.model import (
    ACTION_LEVEL,
    Assessment,
    Change,
    Due,
    Evaluation,
    Question,
    Remark,
    Result,
    Source,
    Timed,
)
from workspace_assistant.core.ergonomics.questions import QUESTIONS
from workspace_assistant.core.ergonomics.record import Document, instant
from workspace_assistant.core.ergonomics.service import Standing
from workspace_assistant.core.ergonomics.sources import ROSA
from workspace_assistant.core.ergonomics.texts import BAND_TEXTS, DURATION_PROMPTS, NOTES
from workspace_assistant.core.ergonomics.wording import basis_text
from workspace_assistant.core.text import in_english

SCHEMA = "workspace-assistant/ergonomics/1"
HISTORY_SCHEMA = "workspace-assistant/ergonomics-history/1"
QUESTIONS_SCHEMA = "workspace-assistant/ergonomics-questions/1"


def assessment_document(assessment: Assessment, *, is_kept: bool) -> Document:
    """What `ergonomics assess --json` prints."""
    return {"schema": SCHEMA, "is_kept": is_kept, **_assessment(assessment)}


def history_document(standings: Iterable[Standing]) -> Document:
    """What `ergonomics show --json` prints."""
    return {"schema": HISTORY_SCHEMA, "workplaces": [_standing(one) for one in standings]}


def questions_document() -> Document:
    """What `ergonomics questions --json` prints."""
    return {
        "schema": QUESTIONS_SCHEMA,
        "based_on": _source(ROSA),
        "questions": [_question(one) for one in QUESTIONS],
        "durations": [_times(timed) for timed in Timed],
    }


def _question(one: Question) -> Document:
    return {
        "id": one.id,
        "section": one.section.value,
        "item": one.item.value if one.item else None,
        "kind": one.kind.value,
        "prompt": one.prompt,
        "help": one.help,
        "not_after": list(one.not_after),
        "options": [
            {"id": option.id, "text": option.text, "points": option.points}
            for option in one.options
        ],
    }


def _times(timed: Timed) -> Document:
    return {
        "id": timed.value,
        "prompt": DURATION_PROMPTS[timed],
        "options": [
            {"id": band.value, "text": text, "points": band.points}
            for band, text in BAND_TEXTS.items()
        ],
    }


def _assessment(assessment: Assessment) -> Document:
    sheet = assessment.sheet
    evaluation = evaluated(sheet)
    return {
        "id": assessment.id,
        "workplace": assessment.workplace,
        "done_at": instant(assessment.done_at),
        "time_zone": assessment.time_zone,
        "answers": {key: list(ids) for key, ids in sheet.answers.items()},
        "durations": {
            timed.value: {
                "band": one.band.value if one.band else None,
                "origin": one.origin.value,
                "basis": basis_text(one, in_english),
            }
            for timed, one in sheet.durations.items()
        },
        "score": _score(evaluation.result),
        "advice": _advice(evaluation),
        "room": [_remark(one) for one in evaluation.room],
        "posture": [_remark(one) for one in evaluation.posture],
        "unanswered": list(evaluation.unanswered),
        "based_on": _source(ROSA),
        "notes": list(NOTES),
    }


def _score(result: Result) -> Document:
    return {
        "final": result.final,
        "at_least": result.at_least,
        "action_level": ACTION_LEVEL,
        "needs_change": result.needs_change,
        "set_by": [one.value for one in result.drivers],
        "sections": [
            {
                "id": one.section.value,
                "score": one.score,
                "missing": list(one.missing),
                "missing_durations": [timed.value for timed in one.missing_durations],
            }
            for one in result.sections
        ],
        "items": [{"id": one.item.value, "points": one.points} for one in result.items],
    }


def _advice(evaluation: Evaluation) -> Document:
    return {
        "changes": [_change(one) for one in evaluation.advice.changes],
        "steps": [_change(one) for one in evaluation.advice.steps],
    }


def _change(change: Change) -> Document:
    return {
        "item": change.item.value,
        "section": change.section.value,
        "fixes": list(change.fixes),
        "saved_points": change.saved_points,
        "section_before": change.section_before,
        "section_after": change.section_after,
        "final_before": change.final_before,
        "final_after": change.final_after,
    }


def _remark(remark: Remark) -> Document:
    return {
        "id": remark.id,
        "text": remark.text,
        "action": remark.action,
        "source": _source(remark.source) if remark.source else None,
    }


def _source(source: Source) -> Document:
    return {"title": source.title, "url": source.url}


def _standing(standing: Standing) -> Document:
    return {
        "workplace": standing.workplace,
        "due": _due(standing.due) if standing.due else None,
        "changed_since": [instant(one.at) for one in standing.changed_since],
        "comparison": _comparison(standing.comparison) if standing.comparison else None,
        "assessments": [_assessment(one) for one in standing.history],
    }


def _due(due: Due) -> Document:
    return {"reason": due.reason.value, "since": instant(due.since)}


def _comparison(comparison: Comparison) -> Document:
    return {
        "before": comparison.before.id,
        "after": comparison.after.id,
        "final_before": comparison.final_before,
        "final_after": comparison.final_after,
        "sections": [_step(one) for one in comparison.sections],
        "items": [_step(one) for one in comparison.items],
    }


def _step(step: Step) -> Document:
    return {"id": step.name.value, "before": step.before, "after": step.after}
