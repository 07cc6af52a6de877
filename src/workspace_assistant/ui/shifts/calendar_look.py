"""Looks into calendars in jobs before anything is kept. The address passes through, no more."""

from __future__ import annotations

import logging
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject

from workspace_assistant.core.diagnostics.impersonal import trace_of
from workspace_assistant.core.jobs import JobContext
from workspace_assistant.core.shifts.drafts import CalendarDraft
from workspace_assistant.core.shifts.model import Source
from workspace_assistant.core.shifts.source_service import Preview
from workspace_assistant.ui.job_runner import JobRunner
from workspace_assistant.ui.shifts import texts
from workspace_assistant.ui.shifts.acts import ShiftActs
from workspace_assistant.ui.shifts.calendar_way import CalendarWay
from workspace_assistant.ui.shifts.jobs import Done, act, looked_into
from workspace_assistant.ui.shifts.session import Act, ShiftsSession
from workspace_assistant.ui.shifts.situation import Adding, Looking
from workspace_assistant.ui.wording.wording import Wording

log = logging.getLogger(__name__)


class CalendarLook(QObject):
    """One calendar at a time: another look, and leaving, give up the one before."""

    def __init__(
        self, session: ShiftsSession, runner: JobRunner, wording: Wording, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._runner = runner
        self._wording = wording
        self._job: JobContext | None = None

    def open_subscription(self) -> None:
        self.leave()
        self._session.set_aside(adding=Adding.SUBSCRIPTION, changing="", looking=Looking())

    def open_file(self, file: Path) -> None:
        self.leave()
        self._session.set_aside(adding=Adding.FILE, changing="", looking=Looking(file=file))

    def open_change(self, source: Source) -> None:
        """Of a subscription: which of its events are shifts, and where."""
        self.leave()
        self._session.set_aside(
            adding=Adding.SUBSCRIPTION, changing=source.id, looking=Looking(source=source)
        )

    def look(self, draft: CalendarDraft, way: CalendarWay) -> None:
        """Show what would be shifts; nothing is kept."""
        self._give_up()
        before = self._session.situation.looking
        asked = Looking(
            draft=draft,
            file=before.file,
            source=before.source,
            is_reading=True,
            wants_sign_in=before.wants_sign_in,
            calendars=before.calendars,
        )
        self._session.set_aside(looking=asked)
        job = partial(looked_into, self._session.services, asked, way)
        self._job = self._runner.start(
            partial(act, job, self._wording),
            owner=self,
            done=partial(self._on_looked, asked),
            failed=partial(self._on_failed, asked),
        )

    def keep(self) -> None:
        """Keep what was found: the source, its address in the keyring, and its shifts.

        Of one that is there already, how it is read.
        """
        asked = self._session.situation.looking
        found, sources = asked.preview, self._session.services.shifts.sources
        if found is None or asked.is_keeping:
            return
        self._session.set_aside(looking=replace(asked, is_keeping=True, trouble=""))
        acts, is_new = ShiftActs(self._session, self._wording), asked.source is None
        self._session.do(
            Act(
                call=lambda ctx: sources.keep(found, ctx) if is_new else sources.change(found),
                after=acts.tell_kept if is_new else acts.tell_read_otherwise,
                refused=partial(self._on_not_kept, found),
                may_wait=True,
            )
        )

    def leave(self) -> None:
        """Close the form; what was found is forgotten, with the address."""
        if self._session.situation.looking.is_keeping:
            return
        self._give_up()
        if self._session.situation.adding in {Adding.FILE, Adding.SUBSCRIPTION}:
            self._session.set_aside(adding=None, changing="", looking=Looking())

    def _give_up(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self._job = None
        found = self._session.situation.looking.preview
        if found is not None:
            self._forget(found)

    def _forget(self, found: Preview) -> None:
        sources = self._session.services.shifts.sources
        self._session.do(Act(call=lambda _: sources.discard(found)))

    def _on_looked(self, asked: Looking, done: Done[Looking]) -> None:
        wants_sign_in = asked.wants_sign_in or done.code == "sign-in-needed"
        found = done.result or replace(
            asked, is_reading=False, trouble=done.trouble, wants_sign_in=wants_sign_in
        )
        if self._session.situation.looking == asked:
            self._session.set_aside(looking=found)
        elif found.preview is not None:  # the form was closed meanwhile
            self._forget(found.preview)

    def _on_failed(self, asked: Looking, error: Exception) -> None:
        """Where it broke is logged, not what it said: that may repeat the address."""
        log.error("looking into a calendar broke: %s", trace_of(error))
        self._on_looked(asked, Done(trouble=self._wording.say(texts.FAULT)))

    def _on_not_kept(self, found: Preview, sentence: str) -> None:
        now = self._session.situation.looking
        if now.preview == found:
            self._session.set_aside(looking=replace(now, is_keeping=False, trouble=sentence))
