"""The readiness check as the window lives it: starts jobs, keeps the situation, tells of changes.

It outlasts the pages, so that a started check goes on whichever page is shown.
"""

from __future__ import annotations

import logging
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal, Slot

from workspace_assistant.core.jobs import JobContext, Progress
from workspace_assistant.core.readiness.model import ReadinessReport
from workspace_assistant.core.readiness.ports import CheckRequest
from workspace_assistant.core.readiness.service import selected_checks
from workspace_assistant.ui.job_runner import JobRunner
from workspace_assistant.ui.readiness import texts
from workspace_assistant.ui.readiness.jobs import (
    FinishedCheck,
    Opening,
    ProfileAnswer,
    WrittenFile,
    check_and_save,
    keep_choices,
    read_opening,
    read_profile,
    write_file,
)
from workspace_assistant.ui.readiness.run_progress import advanced, started_run
from workspace_assistant.ui.readiness.run_time import shown_at
from workspace_assistant.ui.readiness.situation import Situation
from workspace_assistant.ui.window_services import WindowServices
from workspace_assistant.ui.wording.wording import Wording

if TYPE_CHECKING:  # the window paints first
    from workspace_assistant.core.readiness.microphone.model import MicrophoneDevice

log = logging.getLogger(__name__)

_METER_INTERVAL_MS = 33
_TEXT_INTERVAL_MS = 200


class ReadinessSession(QObject):
    """Signals carry no state: whoever listens reads `situation`.

    `changed` comes with every lasting change and five times a second while a check runs; `moved`
    comes between, up to 30 times a second, for meters and curves alone.
    """

    changed = Signal()
    moved = Signal()
    finished = Signal()
    microphones_listed = Signal()
    told = Signal(str)
    warned = Signal(str)

    def __init__(
        self, services: WindowServices, runner: JobRunner, wording: Wording, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._runner = runner
        self._wording = wording
        self._job: JobContext | None = None
        self._elapsed = QElapsedTimer()
        self.situation = Situation(now=services.readiness.clock.now())
        self._text_timer = QTimer(self)
        self._text_timer.setInterval(_TEXT_INTERVAL_MS)
        self._text_timer.timeout.connect(self._on_text_due)
        self._meter_timer = QTimer(self)
        self._meter_timer.setSingleShot(True)
        self._meter_timer.setInterval(_METER_INTERVAL_MS)
        self._meter_timer.timeout.connect(self.moved)

    def open(self) -> None:
        """Read what is kept from earlier starts."""
        self._runner.start(
            partial(read_opening, self._services),
            owner=self,
            done=self._on_opened,
            failed=self._on_failed,
        )

    def start_check(self, *, is_long: bool = False) -> None:
        """Start a check; does nothing while one runs or before the profile is known.

        *is_long* watches the voice path for longer this once, whatever is chosen.
        """
        profile = self.situation.profile
        if self._job is not None or profile is None:
            return
        request = CheckRequest(
            profile=profile,
            quick=self.situation.is_quick and not is_long,
            long=self.situation.is_long or is_long,
            microphone=self.situation.microphone,
        )
        run = started_run(selected_checks(request), is_quick=request.quick, is_long=request.long)
        self._job = self._runner.start(
            partial(check_and_save, self._services.readiness, request),
            owner=self,
            done=self._on_checked,
            failed=self._on_check_failed,
            progressed=self._on_progressed,
            cancelled=self._on_cancelled,
        )
        self._elapsed.start()
        self._text_timer.start()
        self._change(run=run, elapsed_s=0.0, fault="", profile_trouble=None)

    def cancel_check(self) -> None:
        if self._job is not None and self.situation.run is not None:
            self._job.cancel()
            self._change(run=replace(self.situation.run, is_cancelling=True))

    def choose_microphone(self, microphone: str, name: str) -> None:
        self._change(microphone=microphone, microphone_name=name)
        self._keep({"microphone": microphone, "microphone_name": name})

    def choose_profile(self, file: Path | None) -> None:
        """Use the profile in *file* from now on, or the default one for None."""
        self._runner.start(
            partial(read_profile, self._services, file),
            owner=self,
            done=self._on_profile_read,
            failed=self._on_failed,
        )

    def choose_quick(self, *, is_quick: bool) -> None:
        self._change(is_quick=is_quick, is_long=self.situation.is_long and not is_quick)

    def choose_long(self, *, is_long: bool) -> None:
        self._change(is_long=is_long, is_quick=self.situation.is_quick and not is_long)

    def list_microphones(self) -> None:
        self._runner.start(
            lambda _: self._services.microphones(),
            owner=self,
            done=self._on_microphones_listed,
            failed=self._on_microphones_unlisted,
        )

    def save_report(self, file: Path) -> None:
        if self.situation.report is None:
            return
        self._runner.start(
            partial(write_file, self._services, self.situation.report, file),
            owner=self,
            done=self._on_report_written,
            failed=self._on_failed,
        )

    @property
    def at_this_moment(self) -> Situation:
        """The situation by the clock as it is now; nobody is told."""
        return replace(self.situation, now=self._services.readiness.clock.now())

    def take(self, report: ReadinessReport) -> None:
        """A check that ran by itself brought *report*; one that a person runs comes later."""
        self._change(report=report, download=(), fault="")
        self.finished.emit()

    def give_up(self) -> None:
        """A check was to run by itself and could not: what was found before says nothing now."""
        if self.situation.run is None:
            self._change(fault=texts.NOT_RUN)

    def refresh(self) -> None:
        """Look at the clock again: a report may have become an old one."""
        self._change()

    def _change(self, **changes: object) -> None:
        now = self._services.readiness.clock.now()
        self.situation = replace(self.situation, now=now, **changes)  # type: ignore[arg-type]  # fields by name
        self.changed.emit()

    def _keep(self, choices: dict[str, str]) -> None:
        self._runner.start(
            partial(keep_choices, self._services, choices),
            owner=self,
            done=self._on_choices_kept,
            failed=self._on_failed,
        )

    def _end_run(self, **changes: object) -> None:
        self._job = None
        self._text_timer.stop()
        self._meter_timer.stop()
        self._change(run=None, **changes)

    def _on_opened(self, opening: Opening) -> None:
        self._change(
            is_opening=False,
            report=opening.report,
            profile=opening.profile,
            profile_trouble=opening.profile_trouble,
            microphone=opening.microphone,
            microphone_name=opening.microphone_name,
        )
        if opening.store_trouble:
            self._warn(texts.HISTORY_UNREADABLE, reason=opening.store_trouble)

    def _on_progressed(self, progress: Progress) -> None:
        if self.situation.run is None:
            return
        run = advanced(self.situation.run, progress, self._elapsed.elapsed() / 1000)
        self.situation = replace(self.situation, run=run)
        if not self._meter_timer.isActive():
            self._meter_timer.start()

    def _on_checked(self, finished: FinishedCheck) -> None:
        run = self.situation.run
        download = (
            next((check.download for check in run.checks if check.download), ()) if run else ()
        )
        self._end_run(report=finished.report, download=download)
        self.finished.emit()
        if finished.not_saved:
            self._warn(texts.NOT_SAVED, reason=finished.not_saved)

    def _on_check_failed(self, error: Exception) -> None:
        log.error("the readiness check broke", exc_info=error)
        self._end_run(fault=texts.PROGRAM_FAULT)

    def _on_cancelled(self) -> None:
        self._end_run()
        self.told.emit(self._wording.say(texts.CANCELLED))

    def _on_profile_read(self, answer: ProfileAnswer) -> None:
        if answer.profile is None:
            self._change(profile_trouble=answer.trouble)
            return
        self._change(profile=answer.profile, profile_trouble=None)
        self._keep({"profile": answer.file})

    def _on_microphones_listed(self, devices: tuple[MicrophoneDevice, ...]) -> None:
        self._change(microphones=devices)
        self.microphones_listed.emit()

    def _on_microphones_unlisted(self, error: Exception) -> None:
        """The check itself will say why no microphone can be had; the menu shows an empty list."""
        log.warning("microphones could not be listed", exc_info=error)
        self._on_microphones_listed(())

    def _on_report_written(self, written: WrittenFile) -> None:
        if written.trouble:
            self._warn(texts.REPORT_NOT_WRITTEN, reason=written.trouble)
        else:
            file = written.file
            self.told.emit(
                self._wording.say(texts.SAVED, file=file.name, folder=str(file.absolute().parent))
            )

    def _on_choices_kept(self, is_kept: bool) -> None:  # noqa: FBT001 - a job's answer
        if not is_kept:
            self._warn(texts.CHOICE_NOT_KEPT)

    def _on_failed(self, error: Exception) -> None:
        log.error("a job broke", exc_info=error)
        self._change(is_opening=False)
        self._warn(texts.PROGRAM_FAULT_ELSEWHERE)

    def _warn(self, sentence: str, **parts: str) -> None:
        self.warned.emit(self._wording.say(sentence, **parts))

    @Slot()
    def _on_text_due(self) -> None:
        elapsed_s = self._elapsed.elapsed() / 1000
        run = self.situation.run
        self._change(elapsed_s=elapsed_s, run=shown_at(run, elapsed_s) if run else None)
