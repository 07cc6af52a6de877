"""Files in and out: previews and writes in jobs, and says what came of it."""

from __future__ import annotations

import logging
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject

from workspace_assistant.core.days import week_span
from workspace_assistant.core.errors import StoreUnavailableError, UserInputError, words_of
from workspace_assistant.core.focus.overlaps import OverlapChoice
from workspace_assistant.core.jobs import JobContext
from workspace_assistant.core.spans import Span
from workspace_assistant.ui.feature_services import FocusServices
from workspace_assistant.ui.focus import texts
from workspace_assistant.ui.focus.jobs import zone_of
from workspace_assistant.ui.focus.session import Act, FocusSession
from workspace_assistant.ui.focus.situation import Day, Importing
from workspace_assistant.ui.job_runner import JobRunner
from workspace_assistant.ui.wording.wording import Wording

log = logging.getLogger(__name__)

DAY, WEEK, ALL = "day", "week", "all"
_EVER = Span(datetime(1970, 1, 1, tzinfo=UTC), datetime(9000, 1, 1, tzinfo=UTC))


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """What became of an export: how many blocks, or why there is no file."""

    count: int = 0
    trouble: str = ""


class Exchange(QObject):
    def __init__(
        self, session: FocusSession, runner: JobRunner, wording: Wording, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._runner = runner
        self._wording = wording

    def look_into(self, file: Path, kind: str = "", date_order: str = "") -> None:
        """Read *file* and show what an import would do; nothing is written."""
        asked = Importing(file=file, kind=kind, date_order=date_order)
        self._session.set_aside(importing=asked)
        self._runner.start(
            partial(looked_into, self._session.services, asked),
            owner=self,
            done=partial(self._on_looked_into, asked),
            failed=partial(self._on_failed, asked),
        )

    def read_again(self, kind: str, date_order: str) -> None:
        asked = self._session.situation.importing
        if asked is not None:
            self.look_into(asked.file, kind, date_order)

    def leave(self) -> None:
        self._session.set_aside(importing=None)

    def take_over(self, choice: OverlapChoice, *, skip_faulty: bool) -> None:
        asked = self._session.situation.importing
        if asked is None or asked.preview is None:
            return
        preview, services = asked.preview, self._session.services
        self._session.do(
            Act(
                call=lambda: services.exchange.take_over(preview, choice, skip_faulty=skip_faulty),
                sentence=self._wording.say(texts.IMPORTED, file=asked.file.name),
                after=lambda _: self.leave(),
            )
        )

    def write(self, file: Path, what: str) -> None:
        """Write the day that is shown, its week, or everything."""
        day = self._session.situation.day
        if day is not None:
            self._runner.start(
                partial(written, self._session.services, day, what, file),
                owner=self,
                done=partial(self._on_written, file),
                failed=self._on_write_failed,
            )

    def _on_looked_into(self, asked: Importing, found: Importing) -> None:
        if self._session.situation.importing == asked:  # else another file was chosen since
            self._session.set_aside(importing=found)

    def _on_failed(self, asked: Importing, error: Exception) -> None:
        log.error("a file could not be looked into", exc_info=error)
        self._on_looked_into(asked, replace(asked, trouble=self._wording.say(texts.FAULT)))

    def _on_written(self, file: Path, done: Written) -> None:
        session, say = self._session, self._wording.say
        if done.trouble:
            session.warned.emit(say(texts.NOT_SAVED, reason=done.trouble))
        elif not done.count:
            session.told.emit(say(texts.EXPORTED_NOTHING))
        else:
            folder = str(file.absolute().parent)
            session.told.emit(say(texts.EXPORTED, file=file.name, folder=folder))

    def _on_write_failed(self, error: Exception) -> None:
        log.error("the log could not be exported", exc_info=error)
        self._session.warned.emit(self._wording.say(texts.FAULT))


def looked_into(services: FocusServices, asked: Importing, _ctx: JobContext, /) -> Importing:
    try:
        parsed = services.read_file(asked.file, asked.kind, asked.date_order)
        preview = services.exchange.preview(parsed)
    except (UserInputError, StoreUnavailableError) as error:
        return replace(asked, trouble=words_of(error))
    return replace(asked, parsed=parsed, preview=preview)


def written(
    services: FocusServices, day: Day, what: str, file: Path, _ctx: JobContext, /
) -> Written:
    span = span_to_write(day, what, services.zone())
    try:
        blocks = services.between(span.start, span.end)
        if blocks:
            services.write_file(file, blocks, services.acts.now().at)
    except (UserInputError, StoreUnavailableError) as error:
        return Written(trouble=words_of(error))
    return Written(count=len(blocks))


def span_to_write(day: Day, what: str, zone: str) -> Span:
    if what == DAY:
        return Span(day.start, day.end)
    return _EVER if what == ALL else week_span(day.on, zone_of(zone))


def suggested_name(day: Day, what: str) -> str:
    """Such as ``focus-2026-11-23``, ``focus-2026-W48`` or ``focus``; the ending follows."""
    if what == DAY:
        return f"focus-{day.on:%Y-%m-%d}"
    year, week, _ = day.on.isocalendar()
    return "focus" if what == ALL else f"focus-{year}-W{week:02}"
