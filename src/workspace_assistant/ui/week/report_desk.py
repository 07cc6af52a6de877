"""ReportDesk: gathers what a report is about, and writes it, on a worker."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from workspace_assistant.core.balance.report.choice import ReportChoice, ReportPart
from workspace_assistant.core.balance.report.content import report_of
from workspace_assistant.core.balance.report.model import Report
from workspace_assistant.core.balance.report.subject import ReportSubject
from workspace_assistant.core.balance.report_pages.paper import Paper
from workspace_assistant.core.errors import StoreUnavailableError, UserInputError, words_of
from workspace_assistant.core.jobs import JobContext
from workspace_assistant.ui.feature_services import WeekReportServices
from workspace_assistant.ui.job_runner import JobRunner
from workspace_assistant.ui.week import report_texts
from workspace_assistant.ui.week.situation import Seen
from workspace_assistant.ui.week.writing import WindowWriting
from workspace_assistant.ui.wording.wording import Wording

ResultT = TypeVar("ResultT")

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportOrder:
    """A report of what was seen, with what the person lets in."""

    seen: Seen
    choice: ReportChoice
    paper: Paper


class ReportDesk(QObject):
    made = Signal(object)  # a `Report`
    told = Signal(str)

    def __init__(
        self, services: WeekReportServices, runner: JobRunner, wording: Wording, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._runner = runner
        self._wording = wording
        self._writing = WindowWriting(wording)
        self._newest: ReportOrder | None = None

    def make(self, order: ReportOrder) -> None:
        """`made` follows; the newest alone counts where several are on their way."""
        self._newest = order
        self._start(partial(self._made, order), partial(self._on_made, order))

    def save(self, order: ReportOrder, path: Path) -> None:
        """As the kind of file that its name asks for; `told` says what became of it."""
        said = self._wording.say(report_texts.SAVED, name=path.name)
        self._start(partial(self._saved, order, path), lambda _nothing: self.told.emit(said))

    def _on_made(self, order: ReportOrder, report: Report) -> None:
        if order is self._newest:
            self.made.emit(report)

    def _made(self, order: ReportOrder, _context: JobContext) -> Report:
        subject = self._subject(order)
        return report_of(subject, order.choice, self._writing, self._wording.language)

    def _saved(self, order: ReportOrder, path: Path, _context: JobContext) -> None:
        self._services.write(
            self._subject(order),
            order.choice,
            path,
            order.paper,
            self._writing,
            self._wording.language,
        )

    def _subject(self, order: ReportOrder) -> ReportSubject:
        seen = order.seen
        with_names = order.choice.shows(ReportPart.NAMES)
        return ReportSubject(
            told=seen.summary,
            zone=seen.zone,
            currency=seen.settings.commute.currency,
            names=self._services.names(seen.week.span) if with_names else (),
            tips={name: tip.text for name, tip in seen.tips.items()},
        )

    def _start(self, job: Callable[[JobContext], ResultT], done: Callable[[ResultT], None]) -> None:
        self._runner.start(job, owner=self, done=done, failed=self._on_failed)

    def _on_failed(self, error: Exception) -> None:
        say = self._wording.say
        if isinstance(error, UserInputError):
            self.told.emit(say(report_texts.NOT_SAVED, reason=words_of(error)))
        elif isinstance(error, StoreUnavailableError):
            self.told.emit(say(report_texts.UNREADABLE))
        else:
            log.error("a report broke", exc_info=error)
            self.told.emit(say(report_texts.FAULT))
