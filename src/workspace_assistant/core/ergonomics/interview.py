"""The order in which a self-check is asked: one step after the other, and back."""

from __future__ import annotations

from workspace_assistant.core.ergonomics.model import Answers, Question, Sheet, Timed
from workspace_assistant.core.ergonomics.questions import asked, is_answered, is_timed

Step = Question | Timed


def steps(answers: Answers) -> tuple[Step, ...]:
    """Questions that count, then how long things are used, then room and posture.

    What was answered may take later steps away, never earlier ones.
    """
    questions = asked(answers)
    scored = tuple(one for one in questions if one.item is not None)
    others = tuple(one for one in questions if one.item is None)
    return (*scored, *(timed for timed in Timed if is_timed(timed, answers)), *others)


def is_done(step: Step, sheet: Sheet) -> bool:
    """Whether it is answered."""
    if isinstance(step, Question):
        return is_answered(step, sheet.answers)
    known = sheet.durations.get(step)
    return known is not None and known.band is not None


def belonging(sheet: Sheet) -> Sheet:
    """Without what later answers took away: nobody who makes no calls holds a telephone wrongly."""
    taken = {one.id for one in asked(sheet.answers)}
    return Sheet(
        answers={key: ids for key, ids in sheet.answers.items() if key in taken},
        durations={
            timed: one for timed, one in sheet.durations.items() if is_timed(timed, sheet.answers)
        },
    )
