"""What the focus page shows, in plain Python."""

from __future__ import annotations

from dataclasses import dataclass

from workspace_assistant.ui.focus.day_state import DayState, day_state
from workspace_assistant.ui.focus.edit_state import EditState, edit_state
from workspace_assistant.ui.focus.import_state import ImportState, import_state
from workspace_assistant.ui.focus.question_state import (
    QuestionState,
    RecoveryState,
    question_state,
    recovery_state,
)
from workspace_assistant.ui.focus.running_state import (
    InterruptionState,
    RunningState,
    WelcomeState,
    interruption_state,
    running_state,
    welcome_state,
)
from workspace_assistant.ui.focus.situation import Situation
from workspace_assistant.ui.focus.start_state import StartState, is_first_time, start_state
from workspace_assistant.ui.wording.wording import Wording


@dataclass(frozen=True, slots=True, kw_only=True)
class PageState:
    """The whole page; what is None or empty takes no room.

    Attributes:
        trouble: why the log cannot be read.
        needs_repair: it can be mended here.
        is_reading: the first look is on its way.
        is_first_time: nothing was ever logged: the page says what it does and keeps.
    """

    trouble: str = ""
    needs_repair: bool = False
    is_reading: bool = False
    is_first_time: bool = False
    start: StartState | None = None
    running: RunningState | None = None
    recovery: RecoveryState | None = None
    question: QuestionState | None = None
    welcome: WelcomeState | None = None
    interruption: InterruptionState | None = None
    day: DayState | None = None
    edit: EditState | None = None
    importing: ImportState | None = None


def page_state(now: Situation, wording: Wording) -> PageState:
    if now.trouble:
        return PageState(trouble=now.trouble, needs_repair=now.needs_repair)
    if now.now is None:
        return PageState(is_reading=True)
    block = now.now.block
    if block is None:
        return PageState(
            is_first_time=is_first_time(now),
            start=start_state(now, wording),
            question=question_state(now, wording),
            day=day_state(now, wording),
            edit=edit_state(now, wording),
            importing=import_state(now, wording),
        )
    recovery = recovery_state(now, wording)
    return PageState(
        running=running_state(now.now, block, wording, now.not_noticed, now.frames),
        recovery=recovery,
        question=None if recovery else question_state(now, wording),
        welcome=None if recovery else welcome_state(now, wording),
        interruption=None if recovery else interruption_state(now.now, block, wording),
        day=day_state(now, wording),
        edit=edit_state(now, wording),
        importing=import_state(now, wording),
    )


def news(before: PageState, now: PageState) -> str:
    """What those who listen are told of a change that they did not make: the first of its kind."""
    if now.recovery is not None and before.recovery is None:
        return " ".join((now.recovery.headline, *now.recovery.evidence))
    question, asked = now.question, before.question
    if question is not None and (asked is None or asked.gap_id != question.gap_id):
        return f"{question.headline} {question.sentence}"
    if now.welcome is not None and before.welcome is None:
        return f"{now.welcome.headline} {now.welcome.sentence}"
    conflict = now.edit.conflict if now.edit else ""
    if conflict and (before.edit is None or before.edit.conflict != conflict):
        return conflict
    told = before.running.sentence if before.running else ""
    if now.running is not None and now.running.sentence != told:
        return now.running.sentence
    return ""
