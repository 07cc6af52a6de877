"""Connects the form of a correction with the corrector, and says what it cannot understand."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot

from workspace_assistant.core.focus.answers import Answer
from workspace_assistant.core.focus.errors import FocusError
from workspace_assistant.core.focus.model import Cause, Origin
from workspace_assistant.core.focus.overlaps import OverlapChoice
from workspace_assistant.ui.focus.corrector import Corrector
from workspace_assistant.ui.focus.edit_panel import EditPanel
from workspace_assistant.ui.focus.edit_state import EditForm
from workspace_assistant.ui.wording.wording import Wording


class Editing(QObject):
    def __init__(self, panel: EditPanel, corrector: Corrector, wording: Wording) -> None:
        super().__init__(panel)
        self._panel = panel
        self._corrector = corrector
        self._wording = wording
        rows = panel.interruptions
        panel.saved.connect(self._on_saved)
        panel.closed.connect(self._on_closed)
        panel.split_wanted.connect(self._on_split_wanted)
        panel.merge_wanted.connect(self._on_merge_wanted)
        panel.delete_wanted.connect(self._on_delete_wanted)
        panel.overlap_settled.connect(self._on_overlap_settled)
        panel.gaps.answered.connect(self._on_gap_answered)
        panel.gaps.added.connect(self._on_gap_added)
        rows.origin_changed.connect(self._on_origin_changed)
        rows.added.connect(self._on_interruption_added)
        rows.cause_changed.connect(self._on_cause_changed)
        rows.moved.connect(self._on_interruption_moved)
        rows.noted.connect(self._on_noted)
        rows.deleted.connect(self._on_interruption_deleted)

    def _try(self, call: Callable[[], None]) -> None:
        try:
            call()
        except FocusError as error:
            self._panel.tell_trouble(self._wording.say(error.sentence, **error.parts))
        else:
            self._panel.tell_trouble("")

    @Slot(object)
    def _on_saved(self, form: EditForm) -> None:
        self._try(lambda: self._corrector.save(form))

    @Slot()
    def _on_closed(self) -> None:
        self._corrector.close()

    @Slot(str)
    def _on_split_wanted(self, text: str) -> None:
        self._try(lambda: self._corrector.split(text))

    @Slot(str)
    def _on_merge_wanted(self, block_id: str) -> None:
        self._corrector.merge(block_id)

    @Slot()
    def _on_delete_wanted(self) -> None:
        self._corrector.delete()

    @Slot(object)
    def _on_overlap_settled(self, choice: OverlapChoice) -> None:
        self._corrector.settle(choice)

    @Slot(str)
    def _on_interruption_added(self, cause: str) -> None:
        self._corrector.add_interruption(Cause(cause))

    @Slot(str, str)
    def _on_cause_changed(self, interruption_id: str, cause: str) -> None:
        self._corrector.change_cause(interruption_id, Cause(cause))

    @Slot(str, str)
    def _on_origin_changed(self, interruption_id: str, origin: str) -> None:
        self._corrector.change_origin(interruption_id, Origin(origin))

    @Slot(str, str)
    def _on_gap_answered(self, gap_id: str, answer: str) -> None:
        self._corrector.answer_gap(gap_id, Answer(answer))

    @Slot(str, str)
    def _on_gap_added(self, start: str, end: str) -> None:
        def add() -> None:
            self._corrector.add_gap(start, end)
            self._panel.gaps.clear()

        self._try(add)

    @Slot(str, str)
    def _on_interruption_moved(self, interruption_id: str, text: str) -> None:
        self._try(lambda: self._corrector.move_interruption(interruption_id, text))

    @Slot(str, str)
    def _on_noted(self, interruption_id: str, note: str) -> None:
        self._corrector.write_note(interruption_id, note)

    @Slot(str)
    def _on_interruption_deleted(self, interruption_id: str) -> None:
        self._corrector.delete_interruption(interruption_id)
