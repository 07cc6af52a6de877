"""Corrections that the page asks for, as acts of the session."""

from __future__ import annotations

from collections.abc import Callable

from workspace_assistant.core.focus.answers import Answer
from workspace_assistant.core.focus.changes import Change
from workspace_assistant.core.focus.errors import FocusError
from workspace_assistant.core.focus.interruptions import InterruptionEdit
from workspace_assistant.core.focus.model import Block, Cause, Interruption, Origin
from workspace_assistant.core.focus.overlaps import OverlapChoice, OverlapError
from workspace_assistant.ui.focus import texts
from workspace_assistant.ui.focus.edit_state import (
    EditForm,
    draft_of,
    edit_of,
    moved_interruption,
    new_gap,
    new_interruption,
    split_at,
)
from workspace_assistant.ui.focus.session import Act, FocusSession
from workspace_assistant.ui.focus.situation import Conflict
from workspace_assistant.ui.wording.wording import Wording

WithChoice = Callable[[OverlapChoice], Change]


class Corrector:
    """Everything raises `FocusError` at once where a field cannot be understood."""

    def __init__(self, session: FocusSession, wording: Wording) -> None:
        self._session = session
        self._wording = wording
        self._service = session.services.corrections

    def open(self, block_id: str) -> None:
        """Correct a block; an empty id writes a new one down."""
        self._session.set_aside(editing=block_id, conflict=None)

    def close(self) -> None:
        self._session.set_aside(editing=None, conflict=None)

    def save(self, form: EditForm) -> None:
        day = self._session.situation.day
        block = self.block
        if day is None:
            return
        if block is None:
            draft = draft_of(form, day, self._wording)
            said = self._say(texts.ADDED, name=draft.name.strip())
            self._fit(lambda choice: self._service.add(draft, choice), said)
        else:
            edit = edit_of(form, block, day, self._wording)
            said = self._say(texts.EDITED, name=form.name.strip())
            block_id = block.id
            self._fit(lambda choice: self._service.edit(block_id, edit, choice), said)

    def settle(self, choice: OverlapChoice) -> None:
        """Do what an overlap was in the way of, all the same."""
        conflict = self._session.situation.conflict
        if conflict is not None:
            self._session.set_aside(conflict=None)
            conflict.retry(choice)

    def delete(self) -> None:
        block = self.block
        if block is not None:
            said = self._say(texts.DELETED, name=block.name)
            self._finish(lambda: self._service.delete(block.id), said)

    def split(self, text: str) -> None:
        block, now = self.block, self._session.situation.now
        if block is not None and now is not None:
            at = split_at(text, block, now.at, self._wording)
            said = self._say(texts.WAS_SPLIT, name=block.name)
            self._finish(lambda: self._service.split(block.id, at), said)

    def merge(self, other_id: str) -> None:
        block = self.block
        if block is not None:
            said = self._say(texts.MERGED, name=block.name)
            self._finish(lambda: self._service.merge(block.id, other_id), said)

    def add_interruption(self, cause: Cause) -> None:
        block, now = self.block, self._session.situation.now
        if block is not None and now is not None:
            draft = new_interruption(cause, block, now.at)
            self._keep(
                lambda: self._service.add_interruption(block.id, draft), texts.INTERRUPTION_ADDED
            )

    def change_cause(self, interruption_id: str, cause: Cause) -> None:
        self._edit(interruption_id, InterruptionEdit(cause=cause))

    def change_origin(self, interruption_id: str, origin: Origin) -> None:
        self._edit(interruption_id, InterruptionEdit(origin=origin))

    def answer_gap(self, gap_id: str, answer: Answer) -> None:
        if self.block is not None:
            self._session.answer(self.block.id, gap_id, answer)

    def add_gap(self, start: str, end: str) -> None:
        """A pause from when to when, as it is written."""
        block, now = self.block, self._session.situation.now
        if block is not None and now is not None:
            draft = new_gap(start, end, block, now.at, self._wording)
            self._keep(lambda: self._service.add_gap(block.id, draft), texts.GAP_ADDED)

    def write_note(self, interruption_id: str, note: str) -> None:
        one = self._interruption(interruption_id)
        if one is not None and note.strip() != one.note:
            self._edit(interruption_id, InterruptionEdit(note=note))

    def move_interruption(self, interruption_id: str, text: str) -> None:
        block, now = self.block, self._session.situation.now
        one = self._interruption(interruption_id)
        if block is None or now is None or one is None:
            return
        if text.strip() != self._wording.clock(one.at):
            edit = moved_interruption(text, one, block, now.at, self._wording)
            self._edit(interruption_id, edit)

    def delete_interruption(self, interruption_id: str) -> None:
        block = self.block
        if block is not None:
            self._keep(
                lambda: self._service.delete_interruption(block.id, interruption_id),
                texts.INTERRUPTION_DELETED,
            )

    @property
    def block(self) -> Block | None:
        """The block that is being corrected."""
        now = self._session.situation
        blocks = now.day.blocks if now.day else ()
        return next((one for one in blocks if one.id == now.editing), None)

    def _interruption(self, interruption_id: str) -> Interruption | None:
        inside = self.block.interruptions if self.block else ()
        return next((one for one in inside if one.id == interruption_id), None)

    def _edit(self, interruption_id: str, edit: InterruptionEdit) -> None:
        block = self.block
        if block is not None:
            self._keep(
                lambda: self._service.edit_interruption(block.id, interruption_id, edit),
                texts.INTERRUPTION_EDITED,
            )

    def _keep(self, call: Callable[[], Change], sentence: str) -> None:
        self._session.do(Act(call=call, sentence=self._say(sentence)))

    def _finish(self, call: Callable[[], Change], sentence: str) -> None:
        """After this the form closes."""
        self._session.do(Act(call=call, sentence=sentence, after=lambda _: self.close()))

    def _fit(
        self, act: WithChoice, sentence: str, choice: OverlapChoice = OverlapChoice.REFUSE
    ) -> None:
        """Refused for an overlap, it is kept aside until the user chooses what gives way."""
        block_id = self._session.situation.editing or ""

        def refused(error: FocusError) -> bool:
            if not isinstance(error, OverlapError) or choice is not OverlapChoice.REFUSE:
                return False
            conflict = Conflict(
                sentence=self._say(error.sentence, **error.parts),
                block_id=block_id,
                retry=lambda chosen: self._fit(act, sentence, OverlapChoice(chosen)),
            )
            self._session.set_aside(conflict=conflict)
            return True

        self._session.do(
            Act(
                call=lambda: act(choice),
                sentence=sentence,
                after=lambda _: self.close(),
                refused=refused,
            )
        )

    def _say(self, sentence: str, **parts: str) -> str:
        return self._wording.say(sentence, **parts)
