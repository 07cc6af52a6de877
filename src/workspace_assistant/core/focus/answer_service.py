"""Asks what became of time that nobody saw, and keeps the answers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from workspace_assistant.core.focus.answers import (
    Answer,
    Question,
    answered,
    answered_in_two,
    questions_of,
)
from workspace_assistant.core.focus.changes import Change
from workspace_assistant.core.focus.correction_service import find
from workspace_assistant.core.focus.model import Block
from workspace_assistant.core.focus.ports import FocusClock, FocusLog, NewId
from workspace_assistant.core.focus.scribe import Scribe
from workspace_assistant.core.focus.undoing import ANSWER

# Nobody answers more in one go; older ones come up when these are answered.
MOST_BLOCKS_ASKED = 100


@dataclass(frozen=True, slots=True)
class AnswerService:
    """Questions about gaps, and their answers.

    What writes gives the `Change` and raises `FocusError` where there is no such gap, and
    `StoreUnavailableError` where nothing can be kept.

    Attributes:
        actor: who answers, for the change log.
    """

    log: FocusLog
    clock: FocusClock
    new_id: NewId
    actor: str

    def questions(self) -> tuple[Question, ...]:
        """Gaps that are over and unanswered, newest first."""
        with self.log.reading() as log:
            blocks = log.unanswered(MOST_BLOCKS_ASKED)
        asked = (question for block in blocks for question in questions_of(block))
        return tuple(sorted(asked, key=lambda one: one.gap.started_at, reverse=True))

    def answer(self, block_id: str, gap_id: str, answer: Answer) -> Change:
        return self._kept(f"{ANSWER}{answer}", block_id, lambda one: answered(one, gap_id, answer))

    def split(
        self, block_id: str, gap_id: str, at: datetime, first: Answer, second: Answer
    ) -> Change:
        """One answer until *at*, another from then on."""

        def act(block: Block) -> Block:
            return answered_in_two(block, gap_id, at, (first, second), self.new_id)

        return self._kept(f"{ANSWER}split", block_id, act)

    def _kept(self, action: str, block_id: str, act: Callable[[Block], Block]) -> Change:
        reading = self.clock.read()
        with self.log.writing() as log:
            block = find(log, block_id)
            return Scribe(log, reading, self.new_id, self.actor).keep(action, (block, act(block)))
