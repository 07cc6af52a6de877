"""Check-ins: telling, changing, when to ask, and marks of hard contacts during a shift."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from workspace_assistant.core.check_in import texts
from workspace_assistant.core.check_in.answering import checked, counts_of, filled_in, merged
from workspace_assistant.core.check_in.asking import (
    UNTIL_AFTER_END,
    Asking,
    Standing,
    asking_window,
    shift_to_ask,
)
from workspace_assistant.core.check_in.errors import CheckInError
from workspace_assistant.core.check_in.help import Help, help_of
from workspace_assistant.core.check_in.lows import weeks_up_to
from workspace_assistant.core.check_in.model import Answers, CheckIn, HardContact, PlannedShift
from workspace_assistant.core.check_in.ports import (
    CheckInStore,
    InCall,
    NewId,
    Now,
    ShiftsBetween,
    Switches,
    Zone,
)
from workspace_assistant.core.days import day_of, day_span, day_start
from workspace_assistant.core.spans import Span

IS_ON = "check_in.is_on"
_ON, _OFF = "on", "off"
_INSTANT = timedelta(microseconds=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """What a check-in is filled in with at first.

    Attributes:
        shift: what it will be about; None for the day.
        answers: what was told of it before, with the marks since then among its counts.
        at: up to when marks are among its counts.
        told: what it was filled with, where it was told before.
    """

    shift: PlannedShift | None
    answers: Answers
    at: datetime
    told: CheckIn | None = None

    @property
    def is_again(self) -> bool:
        """It was told before."""
        return self.told is not None


@dataclass(frozen=True, slots=True)
class CheckInService:
    """Every method may raise `StoreUnavailableError`; acts raise `CheckInError`, changing nothing.

    Attributes:
        switches: whether the person wants to be asked.
        in_call: asked only when a check-in would be due.
    """

    store: CheckInStore
    now: Now
    new_id: NewId
    zone: Zone
    shifts_between: ShiftsBetween
    switches: Switches
    in_call: InCall

    def is_on(self) -> bool:
        """Whether to ask by itself; off until somebody turns it on."""
        return self.switches.recall(IS_ON) == _ON

    def turn(self, *, on: bool) -> None:
        """Raises OSError when the choice cannot be kept."""
        self.switches.remember(IS_ON, _ON if on else _OFF)

    def asking(self) -> Asking:
        """Whether to ask now. A call that cannot be seen is taken for none."""
        if not self.is_on():
            return Asking(standing=Standing.OFF)
        now, shift = self.now(), self._shift()
        if shift is None:
            return Asking(standing=Standing.NO_SHIFT)
        window = asking_window(shift)
        standing = Standing.DUE
        if not window.holds(now):
            standing = Standing.NOT_YET
        elif self.store.of_shift(shift.id) is not None:
            standing = Standing.TOLD
        elif self.in_call():
            standing = Standing.IN_CALL
        return Asking(standing=standing, shift=shift, window=window)

    def form(self) -> Form:
        """What a check-in told now would be about."""
        now, shift = self.now(), self._shift()
        told = self._told(shift, now, self.store)
        if told is None:
            since, answers = self._since(shift, now), Answers()
        else:
            counts_marks = told.answers.hard_contacts is None
            since = told.since if counts_marks else told.until + _INSTANT
            answers = told.answers
        marks = self.store.marks(_up_to(since, now))
        return Form(shift=shift, answers=filled_in(answers, marks), at=now, told=told)

    def tell(self, answers: Answers, form: Form | None = None) -> CheckIn:
        """Keeps answers to the shift, or the day; in place of those told of it before.

        Its counts end where those of *form* do, which the person saw: marks made since come on top.
        What another program told meanwhile stays, but for what the person changed in the form.
        """
        seen, mine = form or self.form(), checked(answers)
        with self.store.writing() as store:
            before = self._told(seen.shift, seen.at, store)
            kept = self._first(mine, seen) if before is None else _again(mine, seen, before)
            store.put(kept)
        return kept

    def _first(self, answers: Answers, form: Form) -> CheckIn:
        return CheckIn(
            id=self.new_id(),
            at=form.at,
            since=self._since(form.shift, form.at),
            until=form.at,
            shift_id=None if form.shift is None else form.shift.id,
            answers=answers,
        )

    def between(self, span: Span) -> tuple[CheckIn, ...]:
        """Those first told in *span*, oldest first."""
        return self.store.between(span)

    def remove(self, beginning: str) -> CheckIn:
        """The one whose id begins so is gone."""
        found = self.store.find(beginning) if beginning else ()
        if not found:
            raise CheckInError(texts.NO_SUCH, beginning=beginning)
        if len(found) > 1:
            raise CheckInError(texts.SEVERAL, beginning=beginning)
        self.store.remove(found[0].id)
        return found[0]

    def mark(self, *, is_abusive: bool = False, is_solved: bool = False) -> HardContact:
        """A hard contact, now."""
        made = HardContact(
            id=self.new_id(), at=self.now(), is_abusive=is_abusive, is_solved=is_solved
        )
        self.store.mark(made)
        return made

    def take_back(self) -> HardContact:
        """The latest mark of the shift, or of the day without one, is gone."""
        now = self.now()
        marks = self.store.marks(_up_to(self._since(self._shift(), now), now))
        if not marks:
            raise CheckInError(texts.NO_MARK)
        self.store.unmark(marks[-1].id)
        return marks[-1]

    def marks(self, span: Span) -> tuple[HardContact, ...]:
        """Hard contacts marked in *span*, oldest first."""
        return self.store.marks(span)

    def help(self) -> tuple[Help, ...]:
        """Where to get help with what has been low for weeks; empty where nothing has."""
        now, zone = self.now(), self.zone()
        known = self.store.between(_up_to(weeks_up_to(now, zone)[-1].start, now))
        return help_of(known, now, zone)

    def _shift(self) -> PlannedShift | None:
        now = self.now()
        return shift_to_ask(self.shifts_between(Span(now - UNTIL_AFTER_END, now + _INSTANT)), now)

    def _since(self, shift: PlannedShift | None, at: datetime) -> datetime:
        if shift is not None:
            return min(shift.span.start, at)
        zone = self.zone()
        return day_start(day_of(at, zone), zone)

    def _told(
        self, shift: PlannedShift | None, at: datetime, store: CheckInStore
    ) -> CheckIn | None:
        if shift is not None:
            return store.of_shift(shift.id)
        zone = self.zone()
        day = day_span(day_of(at, zone), zone)
        return next((one for one in store.between(day) if one.shift_id is None), None)


def _again(mine: Answers, form: Form, before: CheckIn) -> CheckIn:
    """*before* as it is now, which may not be what the form was filled with."""
    if before == form.told:
        return replace(before, until=max(before.until, form.at), answers=mine)
    until = before.until
    if counts_of(mine) != counts_of(form.answers):
        until = max(before.since, form.at)
    both = merged(mine, form.answers, before.answers)
    return replace(before, until=until, answers=checked(both))


def _up_to(start: datetime, now: datetime) -> Span:
    """With this very instant; empty where a clock was set back."""
    return Span(start, max(start, now + _INSTANT))
