"""Attends to the check before each shift: runs it when it is due, and tells what is sure."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from workspace_assistant.core.errors import words_of
from workspace_assistant.core.jobs import JobCancelledError, JobContext
from workspace_assistant.core.preshift import texts
from workspace_assistant.core.preshift.looks import Look
from workspace_assistant.core.preshift.measuring import (
    NO_TIME,
    HinderedError,
    Measuring,
    Result,
    check_hindrance,
)
from workspace_assistant.core.preshift.model import (
    Attempt,
    AttemptState,
    Checked,
    NotChecked,
    PreshiftSettings,
)
from workspace_assistant.core.preshift.planning import (
    FIRST,
    Due,
    about,
    later_attempt,
    next_number,
    outlook_span,
)
from workspace_assistant.core.preshift.ports import (
    Alone,
    AttemptStore,
    Checks,
    Circumstances,
    Guard,
    Now,
)
from workspace_assistant.core.preshift.teller import DOUBTED, Teller
from workspace_assistant.core.preshift.telling import CHECK_FAILED, top_code
from workspace_assistant.core.readiness.model import ReadinessReport, Verdict
from workspace_assistant.core.readiness.profile.faults import ProfileError
from workspace_assistant.core.reminders.model import Outcome, ReminderKind
from workspace_assistant.core.shifts.model import Shift
from workspace_assistant.core.spans import Span

log = logging.getLogger(__name__)

# What is held back is tried again so often.
AGAIN = timedelta(seconds=60)
_HELD_BACK = Outcome.HELD_BACK.value


@dataclass(frozen=True, slots=True, kw_only=True)
class PreshiftService:
    """One thread attends; buttons of notifications may be pressed on others.

    Attributes:
        shifts: those that overlap a span, each once, without hidden ones.
    """

    shifts: Callable[[Span], Sequence[Shift]]
    attempts: AttemptStore
    circumstances: Circumstances
    checks: Checks
    alone: Alone
    guard: Guard
    teller: Teller
    settings: Callable[[], PreshiftSettings]
    now: Now

    def attend(self, ctx: JobContext) -> datetime | None:
        """Does what is due; when to be asked again, None where nothing is in sight.

        May raise `StoreUnavailableError` and `JobCancelledError`.
        """
        look = self._look()
        self._set_aside(look)
        self._follow_later(look, ctx)
        self._note_missed(look, ctx)
        self._settle_by_hand(look, ctx)
        is_held_back = self._run_due(look, ctx)
        look = self._look()
        is_held_back |= self.teller.tell_untold(look, ctx)
        wanted = self._look().next_instant()
        if not is_held_back:
            return wanted
        again_at = look.now + AGAIN
        return again_at if wanted is None or wanted <= look.now else min(wanted, again_at)

    def _look(self) -> Look:
        settings, now = self.settings(), self.now()
        shifts = self.shifts(outlook_span(settings, now)) if settings.first_s else ()
        return Look(now=now, settings=settings, shifts=shifts, store=self.attempts)

    def _run_due(self, look: Look, ctx: JobContext) -> bool:
        """Whether something is due that does not run now."""
        if look.due() is None:
            return False
        with self.alone() as is_alone:
            look.forget()
            due = look.due()
            if not is_alone or due is None:  # another program runs it, or has just done so
                return True
            return self._run_alone(due, look.now, ctx)

    def _run_alone(self, due: Due, now: datetime, ctx: JobContext) -> bool:
        try:
            check_hindrance(self.circumstances)
        except HinderedError as error:
            self.teller.note(due.shift, texts.CHECK_TITLE, error.reason, ctx)
            return True
        attempt = _begun(due, now)
        if not self.attempts.claim(attempt, is_alone=True):
            return True
        return self._run(due, attempt, ctx)

    def _run(self, due: Due, attempt: Attempt, ctx: JobContext) -> bool:
        try:
            result = self._measuring.run(due.shift.starts_at, ctx)
        except HinderedError as error:
            return self._put_off(due.shift, attempt, error.reason, ctx)
        except JobCancelledError:  # this program ends: another one may run it
            self.attempts.put(replace(attempt, state=AttemptState.WAITING))
            raise
        except Exception as error:  # whatever broke: the second try is still to come
            log.exception("the check before a shift broke")
            self.attempts.put(_broken(attempt, words_of(error)))
            self.teller.note(
                due.shift, texts.CHECK_TITLE, CHECK_FAILED, ctx, detail=words_of(error)
            )
            ctx.report(reading=NotChecked())
            return False
        self._keep(due.shift, attempt, result, ctx)
        return False

    @property
    def _measuring(self) -> Measuring:
        return Measuring(
            checks=self.checks,
            circumstances=self.circumstances,
            guard=self.guard,
            now=self.now,
        )

    def _put_off(self, shift: Shift, attempt: Attempt, reason: str, ctx: JobContext) -> bool:
        """Whether it is tried again."""
        if reason == NO_TIME:
            done = replace(attempt, state=AttemptState.MISSED, told=_HELD_BACK)
        else:
            again_at = self.now() + AGAIN
            done = replace(attempt, state=AttemptState.WAITING, due_at=again_at)
        self.attempts.put(done)
        self.teller.note(shift, texts.CHECK_TITLE, reason, ctx)
        return reason != NO_TIME

    def _keep(self, shift: Shift, attempt: Attempt, result: Result | None, ctx: JobContext) -> None:
        if result is None:
            done = replace(attempt, state=AttemptState.DONE, told=_HELD_BACK)
            self.attempts.put(done)
            self.teller.note(shift, texts.CHECK_TITLE, "nothing-to-check", ctx)
            return
        self.checks.save(result.report)
        detail = DOUBTED if result.was_doubted else ""
        self.attempts.put(replace(_of_report(attempt, result.report), detail=detail))
        ctx.report(reading=Checked(report=result.report))

    def _set_aside(self, look: Look) -> None:
        """What a clock that was ahead noted makes room; what was told then is not told again."""
        for shift, attempt in look.ahead():
            self.attempts.move(
                attempt,
                replace(
                    attempt,
                    number=next_number(look.attempts(shift)),
                    state=AttemptState.AHEAD,
                    began_at=look.now,
                ),
            )
            look.forget()

    def _follow_later(self, look: Look, ctx: JobContext) -> None:
        """Each "Later" becomes one more check, unless the shift begins before."""
        by_about = {about(shift): shift for shift in look.coming}
        while self.teller.later:
            shift = by_about.get(self.teller.later.popleft())
            if shift is None:
                continue
            attempt = later_attempt(shift, look.attempts(shift), look.now)
            if attempt is None:
                self.teller.note(shift, texts.LATER_TITLE, "shift-begins-first", ctx)
                continue
            self.attempts.put(attempt)
            self.teller.note(shift, texts.LATER_TITLE, "asked-later", ctx)
            look.forget()

    def _note_missed(self, look: Look, ctx: JobContext) -> None:
        for shift in look.missed():
            attempts = look.attempts(shift)
            running = [one for one in attempts if one.state is AttemptState.RUNNING]
            if running:
                self._end_left_behind(shift, running, ctx)
                look.forget()
                continue
            missed = Attempt(
                shift_id=shift.id,
                shift_starts_at=shift.starts_at,
                number=FIRST,
                due_at=shift.starts_at - timedelta(seconds=look.settings.first_s),
                state=AttemptState.MISSED,
                began_at=look.now,
            )
            if self.attempts.claim(missed):
                reason = "missed" if look.is_free(shift) else "in-shift"
                self.teller.note(shift, texts.MISSED_TITLE, reason, ctx)
            look.forget()

    def _end_left_behind(self, shift: Shift, running: Sequence[Attempt], ctx: JobContext) -> None:
        """Unless another program is just about to end them."""
        with self.alone() as is_alone:
            for attempt in running if is_alone else ():
                self.attempts.put(replace(attempt, state=AttemptState.FAILED, told=_HELD_BACK))
                self.teller.note(shift, texts.CHECK_TITLE, "not-ended", ctx)

    def _settle_by_hand(self, look: Look, ctx: JobContext) -> None:
        """A person has checked since, and has seen that all is well."""
        for shift, since in look.unsettled():
            # Those of this shift are no checks by hand, whatever their clock said.
            own = {one.report_id for one in look.attempts(shift)}
            by_hand = (one for one in self.checks.since(since) if one.id not in own)
            good = next((one for one in by_hand if self._ends(one)), None)
            if good is None:
                continue
            seen = Attempt(
                shift_id=shift.id,
                shift_starts_at=shift.starts_at,
                number=next_number(look.attempts(shift)),
                due_at=look.now,
                state=AttemptState.DONE,
                began_at=good.started_at,
                told=_HELD_BACK,
            )
            if self.attempts.claim(_of_report(seen, good)):
                self.teller.reminders.withdraw(ReminderKind.READINESS)
                self.teller.note(shift, texts.READY_TITLE, "seen-in-window", ctx)
            look.forget()

    def _ends(self, report: ReadinessReport) -> bool:
        """Whether all that is checked in silence was checked, and is ready."""
        if report.verdict is not Verdict.READY:
            return False
        try:
            return self.checks.silent() <= {one.id for one in report.checks}
        except ProfileError:  # the check itself meets it, and says so
            return False


def _begun(due: Due, now: datetime) -> Attempt:
    return Attempt(
        shift_id=due.shift.id,
        shift_starts_at=due.shift.starts_at,
        number=due.number,
        due_at=due.due_at,
        state=AttemptState.RUNNING,
        began_at=now,
    )


def _broken(attempt: Attempt, detail: str) -> Attempt:
    """Our own failure, which says nothing about the workplace."""
    return replace(
        attempt,
        state=AttemptState.FAILED,
        verdict=Verdict.NOT_TESTED.value,
        top_finding=CHECK_FAILED,
        detail=detail,
    )


def _of_report(attempt: Attempt, report: ReadinessReport) -> Attempt:
    return replace(
        attempt,
        state=AttemptState.DONE,
        report_id=report.id,
        verdict=report.verdict.value,
        top_finding=top_code(report),
    )
