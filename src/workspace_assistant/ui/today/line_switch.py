"""Turns the watch over the line on and off; what was chosen last holds."""

from __future__ import annotations

import logging
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from workspace_assistant.core.jobs import JobContext
from workspace_assistant.ui.feature_services import LineServices
from workspace_assistant.ui.job_runner import JobRunner
from workspace_assistant.ui.today import line_texts as texts
from workspace_assistant.ui.today.facts import Facts
from workspace_assistant.ui.wording.wording import Wording

log = logging.getLogger(__name__)


class LineSwitch(QObject):
    """`changed` follows what was kept or could not be, `refused` the latter alone, before it."""

    changed = Signal()
    refused = Signal()
    warned = Signal(str)

    def __init__(
        self, services: LineServices, runner: JobRunner, wording: Wording, parent: QObject
    ) -> None:
        super().__init__(parent)
        self.services = services
        self._runner = runner
        self._wording = wording
        self._wanted: bool | None = None
        self._is_turning = False

    @Slot(bool)
    def turn(self, is_on: bool) -> None:  # noqa: FBT001 - a signal's argument
        """One after the other: two at once might come in the wrong order."""
        self._wanted = is_on
        if not self._is_turning:
            self._start(is_on=is_on)

    def seen(self, facts: Facts, *, is_latest: bool) -> Facts:
        """*facts* with what was chosen while they were read, or is being kept right now."""
        if self._wanted is None or facts.line is None:
            return facts
        line = replace(facts.line, is_on=self._wanted)
        if is_latest and not self._is_turning:
            self._wanted = None  # they were read after it was kept
            return facts
        return replace(facts, line=line)

    def _start(self, *, is_on: bool) -> None:
        self._is_turning = True
        self._runner.start(
            partial(_turn, self.services, is_on),
            owner=self,
            done=self._on_turned,
            failed=self._on_failed,
        )

    def _on_turned(self, is_on: bool) -> None:  # noqa: FBT001 - a job's answer
        self._is_turning = False
        if self._wanted is not None and self._wanted != is_on:
            self._start(is_on=self._wanted)
        else:
            self.changed.emit()

    def _on_failed(self, error: Exception) -> None:
        log.warning("the choice about the line could not be kept: %s", error)
        self._is_turning, self._wanted = False, None
        self.warned.emit(self._wording.say(texts.NOT_KEPT))
        self.refused.emit()
        self.changed.emit()


def _turn(services: LineServices, is_on: bool, _ctx: JobContext, /) -> bool:  # noqa: FBT001 - a job's argument
    services.turn(is_on)
    return is_on
