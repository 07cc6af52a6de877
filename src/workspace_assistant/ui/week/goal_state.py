"""Own goals and how far they are. Plain Python."""

from __future__ import annotations

from dataclasses import dataclass

from workspace_assistant.core.balance import goal_texts
from workspace_assistant.core.balance.summary_model import Progress
from workspace_assistant.core.balance.writing import told_text
from workspace_assistant.ui.verdict_look import Look
from workspace_assistant.ui.week import looks
from workspace_assistant.ui.week.situation import Seen
from workspace_assistant.ui.week.writing import WindowWriting
from workspace_assistant.ui.wording.wording import Wording


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalState:
    """Attributes: `fraction` is how much of it is there; None where that has no meaning."""

    look: Look
    state: str
    title: str
    sentence: str
    fraction: float | None


def goal_states(seen: Seen, wording: Wording) -> tuple[GoalState, ...]:
    return tuple(_goal(one, wording, is_over=seen.week.is_over) for one in seen.summary.goals)


def _goal(one: Progress, wording: Wording, *, is_over: bool) -> GoalState:
    look = looks.GOALS[one.standing(is_over=is_over)]
    return GoalState(
        look=look,
        state=wording.say(look.word),
        title=wording.say(goal_texts.NAMES[one.goal.kind]),
        sentence=told_text(one.told, WindowWriting(wording)),
        fraction=_fraction(one),
    )


def _fraction(one: Progress) -> float | None:
    if one.value is None or not one.goal.least:
        return None
    return min(1.0, one.value / one.goal.least)
