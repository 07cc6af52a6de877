"""Everything that is told about a self-check."""

from __future__ import annotations

from workspace_assistant.core.ergonomics.advice import advice_of
from workspace_assistant.core.ergonomics.environment import room_remarks
from workspace_assistant.core.ergonomics.model import Evaluation, Sheet
from workspace_assistant.core.ergonomics.posture import posture_remarks
from workspace_assistant.core.ergonomics.questions import asked, is_answered
from workspace_assistant.core.ergonomics.rosa import result_of


def evaluated(sheet: Sheet) -> Evaluation:
    """Score, advice, and remarks about room and posture."""
    return Evaluation(
        result=result_of(sheet),
        advice=advice_of(sheet),
        room=room_remarks(sheet.answers),
        posture=posture_remarks(sheet.answers),
        unanswered=tuple(
            one.id
            for one in asked(sheet.answers)
            if one.item is None and not is_answered(one, sheet.answers)
        ),
    )
