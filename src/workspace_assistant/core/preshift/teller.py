"""Tells results of checks: once each, by one program, and never in a call."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field, replace

from workspace_assistant.core.jobs import JobCancelledError, JobContext
from workspace_assistant.core.preshift import texts
from workspace_assistant.core.preshift.looks import Look, known_trouble
from workspace_assistant.core.preshift.measuring import IN_CALL
from workspace_assistant.core.preshift.microphone import MicrophoneQuestion
from workspace_assistant.core.preshift.model import (
    KEY_LATER,
    ActChosen,
    Attempt,
    AttemptState,
)
from workspace_assistant.core.preshift.planning import about
from workspace_assistant.core.preshift.ports import AttemptStore, Checks, Circumstances
from workspace_assistant.core.preshift.telling import Telling, Words, broken, telling
from workspace_assistant.core.readiness.model import ReadinessReport
from workspace_assistant.core.reminders.model import Entry, Outcome, Reminder, ReminderKind
from workspace_assistant.core.reminders.service import ReminderService
from workspace_assistant.core.shifts.model import Shift

DOUBTED = "single-bad-sample"


@dataclass(frozen=True, slots=True, kw_only=True)
class Teller:
    """Every line of the why-log is also reported, as a reading.

    Attributes:
        ring: ends the wait of whoever attends; called from a notification's thread.
        later: what "Later" was pressed for, until the next look.
    """

    attempts: AttemptStore
    reminders: ReminderService
    circumstances: Circumstances
    checks: Checks
    words: Words
    ring: Callable[[], None]
    later: deque[str] = field(default_factory=deque)

    def tell_untold(self, look: Look, ctx: JobContext) -> bool:
        """Whether something is to be told that may not be told now."""
        is_held_back, untold = False, look.untold()
        newest = dict(untold)
        for shift, attempt in untold:
            if attempt is not newest[shift]:  # it could not be shown, and the next one says more
                self.attempts.claim_telling(replace(attempt, told=Outcome.MERGED.value))
                continue
            is_held_back |= self._tell_newest(look, shift, attempt, ctx)
        return is_held_back

    def _tell_newest(self, look: Look, shift: Shift, attempt: Attempt, ctx: JobContext) -> bool:
        if attempt.state is AttemptState.FAILED:
            result = broken(shift, known_trouble(_others(look, shift, attempt)), self.words)
            return self._say(shift, attempt, result, ctx)
        report = self.checks.find(attempt.report_id)
        if report is None:  # damaged, or erased by hand
            self.attempts.claim_telling(replace(attempt, told=Outcome.FAILED.value))
            return False
        return self._tell(look, shift, attempt, report, ctx)

    def note(
        self, shift: Shift, sentence: str, reason: str, ctx: JobContext, *, detail: str = ""
    ) -> None:
        """A line about the check of *shift* that is shown nowhere else."""
        title = self.words.say(sentence, time=self.words.clock(shift.starts_at))
        entry = self.reminders.note(
            ReminderKind.READINESS,
            about(shift),
            title,
            Outcome.HELD_BACK,
            reason,
            detail=detail,
        )
        _report(entry, ctx)

    def hold_back(self, reminder: Reminder, reason: str, ctx: JobContext) -> None:
        """A reminder that is to be shown later."""
        entry = self.reminders.note(
            reminder.kind,
            reminder.about,
            reminder.title,
            Outcome.HELD_BACK,
            reason,
            detail=reminder.body.replace("\n", " "),
        )
        _report(entry, ctx)

    def show(self, reminder: Reminder, reason: str, ctx: JobContext) -> Entry:
        def follow(key: str) -> None:
            if key == KEY_LATER:
                self.later.append(reminder.about)
                self.ring()
            chosen = ActChosen(kind=reminder.kind, about=reminder.about, key=key)
            with suppress(JobCancelledError):  # too late: nobody attends any more
                ctx.report(reading=chosen)

        entry = self.reminders.show(reminder, reason, follow)
        ctx.report(reading=entry)
        return entry

    def _tell(
        self, look: Look, shift: Shift, attempt: Attempt, report: ReadinessReport, ctx: JobContext
    ) -> bool:
        question = MicrophoneQuestion(self.checks, self.reminders.why_log, look.settings, look.now)
        result = telling(
            shift,
            attempt,
            known_trouble(_others(look, shift, attempt)),
            report,
            self.words,
            was_doubted=attempt.detail == DOUBTED,
            offers_microphone=question.is_due(),
        )
        return self._say(shift, attempt, result, ctx, question)

    def _say(
        self,
        shift: Shift,
        attempt: Attempt,
        result: Telling,
        ctx: JobContext,
        question: MicrophoneQuestion | None = None,
    ) -> bool:
        """Whether it may not be said now. *question*: asked where nothing else is told."""
        if result.reminder is not None:
            question = None
        is_asking = question is not None and question.is_open()
        if (result.reminder is not None or is_asking) and self.circumstances.in_call():
            self.note(shift, texts.CHECK_TITLE, IN_CALL, ctx)
            return True
        if self.attempts.claim_telling(replace(attempt, told=result.outcome.value)):
            self._follow(attempt, shift, result, ctx)
            if question is not None and question.is_due():
                self._ask(question.reminder(shift, self.words), ctx, is_open=is_asking)
        return False

    def _ask(self, reminder: Reminder, ctx: JobContext, *, is_open: bool) -> None:
        if is_open:
            self.show(reminder, "microphone-test-due", ctx)
        else:
            self.hold_back(reminder, "asked-lately", ctx)

    def _follow(self, attempt: Attempt, shift: Shift, result: Telling, ctx: JobContext) -> None:
        if result.withdraws is not None:
            self.reminders.withdraw(result.withdraws)
        if result.reminder is not None:
            entry = self.show(result.reminder, result.reason, ctx)
            if entry.outcome is not Outcome.SHOWN:  # whoever can show it tells it
                self.attempts.put(attempt)
            return
        noted = self.reminders.note(
            result.kind,
            about(shift),
            result.title,
            result.outcome,
            result.reason,
            detail=result.detail,
        )
        _report(noted, ctx)


def _others(look: Look, shift: Shift, attempt: Attempt) -> list[Attempt]:
    return [one for one in look.attempts(shift) if one.number != attempt.number]


def _report(entry: Entry | None, ctx: JobContext) -> None:
    if entry is not None:
        ctx.report(reading=entry)
