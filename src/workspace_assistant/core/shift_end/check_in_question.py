"""Asks at the end of a shift how it went: once, and at a time when it disturbs nobody."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from workspace_assistant.core.check_in.asking import Asking, Standing
from workspace_assistant.core.check_in.service import CheckInService
from workspace_assistant.core.days import day_of
from workspace_assistant.core.jobs import JobContext
from workspace_assistant.core.preshift.model import KEY_OPEN
from workspace_assistant.core.reminders.model import Action, Outcome, Reminder, ReminderKind
from workspace_assistant.core.shift_end import texts
from workspace_assistant.core.shift_end.asker import Asker
from workspace_assistant.core.shift_end.model import (
    AGAIN,
    IN_CALL,
    KEY_NOT_TODAY,
    NOT_SHOWN,
    OPEN_BLOCK,
)
from workspace_assistant.core.shift_end.ports import InBlock
from workspace_assistant.core.text import Say

_ENDS, _ANSWERED, _REFUSED, _TOO_LATE = "shift-ends", "answered-already", "not-today", "too-late"
_WAITING = (IN_CALL, OPEN_BLOCK, NOT_SHOWN)


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckInQuestion:
    """One round of attending; nobody is asked who did not turn it on.

    Attributes:
        ring: ends the wait of whoever attends; called from a notification's thread.
        refused: what "Not today" was pressed for, until the next look.
        on_screen: the shift that this program's notification asks about, as long as it is open.
    """

    check_ins: CheckInService
    asker: Asker
    in_block: InBlock
    say: Say
    ring: Callable[[], None]
    refused: deque[str] = field(default_factory=deque)
    on_screen: deque[str] = field(default_factory=lambda: deque(maxlen=1))

    def attend(self, ctx: JobContext) -> datetime | None:
        """When to be asked again. May raise `StoreUnavailableError` and `JobCancelledError`."""
        self._keep_refusals(ctx)
        asking = self.check_ins.asking()
        self._withdraw_if_over(asking)
        if asking.standing is Standing.OFF:
            return None
        self._give_up(asking, ctx)
        if asking.shift is None or asking.window is None:
            return None
        if asking.standing is Standing.NOT_YET:
            return asking.window.start
        return None if self._is_settled(asking, asking.shift.id, ctx) else self._now() + AGAIN

    def _is_settled(self, asking: Asking, shift_id: str, ctx: JobContext) -> bool:
        """Whether there is nothing to try again."""
        reminder = self._reminder(shift_id)
        if self.asker.is_asked(reminder):
            return True
        reason = self._obstacle(asking)
        if reason:
            self.asker.hold_back(reminder, reason, ctx)
            return reason not in _WAITING
        is_shown = self.asker.ask(reminder, _ENDS, ctx, self._follower(shift_id))
        if is_shown:
            self.on_screen.append(shift_id)
        return is_shown

    def _withdraw_if_over(self, asking: Asking) -> None:
        """Who has answered in the window or by command, or was too late, is asked no longer."""
        is_open = asking.standing in {Standing.DUE, Standing.IN_CALL}
        about = asking.shift.id if asking.shift is not None else ""
        if self.on_screen and not (is_open and about in self.on_screen):
            self.on_screen.clear()
            self.asker.reminders.withdraw(ReminderKind.CHECK_IN)

    def _obstacle(self, asking: Asking) -> str:
        """Why it may not be asked now; empty where it may."""
        if asking.standing is Standing.TOLD:
            return _ANSWERED
        if self._is_refused():
            return _REFUSED
        if asking.standing is Standing.IN_CALL:
            return IN_CALL
        return OPEN_BLOCK if self.in_block() else ""

    def _give_up(self, asking: Asking, ctx: JobContext) -> None:
        """What waited until its time was over."""
        waited = self.asker.reminders.why_log.latest(ReminderKind.CHECK_IN)
        present = asking.shift.id if asking.shift is not None else None
        if waited is None or waited.outcome is Outcome.SHOWN or waited.about == present:
            return
        if waited.reason in _WAITING:
            self.asker.hold_back(self._reminder(waited.about), _TOO_LATE, ctx)

    def _keep_refusals(self, ctx: JobContext) -> None:
        while self.refused:
            self.refused.popleft()
            self.asker.hold_back(self._reminder(self._today()), _REFUSED, ctx)

    def _is_refused(self) -> bool:
        """It is a line of the why-log, so all programs know it, also after a restart."""
        kept = self.asker.reminders.why_log.latest(ReminderKind.CHECK_IN, self._today())
        return kept is not None

    def _follower(self, shift_id: str) -> Callable[[str], None]:
        def follow(key: str) -> None:
            self.on_screen.clear()  # the desktop has taken it away
            if key == KEY_NOT_TODAY:
                self.refused.append(shift_id)
                self.ring()

        return follow

    def _reminder(self, about: str) -> Reminder:
        return Reminder(
            kind=ReminderKind.CHECK_IN,
            about=about,
            title=self.say(texts.CHECK_IN_TITLE),
            body=self.say(texts.CHECK_IN_BODY),
            actions=(
                Action(key=KEY_OPEN, label=self.say(texts.ANSWER)),
                Action(key=KEY_NOT_TODAY, label=self.say(texts.NOT_TODAY)),
            ),
        )

    def _today(self) -> str:
        return f"day {day_of(self._now(), self.check_ins.zone())}"

    def _now(self) -> datetime:
        return self.check_ins.now()
