"""What one look at the shifts sees: read once, so that all decisions of it fit together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from workspace_assistant.core.preshift import planning
from workspace_assistant.core.preshift.model import Attempt, AttemptState, PreshiftSettings
from workspace_assistant.core.preshift.planning import Due
from workspace_assistant.core.preshift.ports import AttemptStore
from workspace_assistant.core.readiness.model import Verdict
from workspace_assistant.core.reminders.model import Outcome
from workspace_assistant.core.shifts.model import Shift

# Where somebody may have been told of.
_TELLING = frozenset({AttemptState.DONE, AttemptState.FAILED, AttemptState.AHEAD})


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """Shifts and attempts as they are at one instant."""

    now: datetime
    settings: PreshiftSettings
    shifts: Sequence[Shift]
    store: AttemptStore
    _known: dict[str, tuple[Attempt, ...]] = field(default_factory=dict)

    def attempts(self, shift: Shift) -> tuple[Attempt, ...]:
        about = planning.about(shift)
        if about not in self._known:
            self._known[about] = self.store.of_start(shift.starts_at)
        return self._known[about]

    def forget(self) -> None:
        """Something was written: it is read anew."""
        self._known.clear()

    def due(self) -> Due | None:
        return planning.due(self.shifts, self.settings, self.attempts, self.now)

    def next_instant(self) -> datetime | None:
        return planning.next_instant(self.shifts, self.settings, self.attempts, self.now)

    def missed(self) -> tuple[Shift, ...]:
        return planning.missed(self.shifts, self.settings, self.attempts, self.now)

    def ahead(self) -> tuple[tuple[Shift, Attempt], ...]:
        """What a clock that was ahead left behind, of shifts that have not begun."""
        return tuple(
            (shift, attempt)
            for shift in self.coming
            for attempt in self.attempts(shift)
            if planning.is_ahead(attempt, self.now)
        )

    def is_free(self, shift: Shift) -> bool:
        """Whether there is time for a check before it, after the work that goes on."""
        return planning.free_at(shift, self.shifts, self.settings) < shift.starts_at

    def untold(self) -> tuple[tuple[Shift, Attempt], ...]:
        """Results that were not told yet, of shifts that have not begun, oldest first."""
        return tuple(
            (shift, attempt)
            for shift in self.coming
            for attempt in sorted(self.attempts(shift), key=_began)
            if not attempt.told and self._is_word(shift, attempt)
        )

    def _is_word(self, shift: Shift, attempt: Attempt) -> bool:
        """Our own failure is one only where no other check comes after it."""
        if attempt.state is not AttemptState.FAILED:
            return attempt.state is AttemptState.DONE
        begun = [one for one in self.attempts(shift) if one.state is not AttemptState.AHEAD]
        is_last = attempt is max(begun, key=_began)
        coming = planning.to_come(self.shifts, self.settings, self.attempts, self.now)
        return is_last and shift not in [one.shift for one in coming]

    def unsettled(self) -> tuple[tuple[Shift, datetime], ...]:
        """Shifts that a check by hand since then would settle: of known trouble, or one is due."""
        found = [
            (shift, trouble.began_at)
            for shift in self.coming
            if (trouble := known_trouble(self.attempts(shift))) is not None
        ]
        due, known = self.due(), [shift for shift, _ in found]
        if due is not None and due.shift not in known:
            first_at = due.shift.starts_at - timedelta(seconds=self.settings.first_s)
            found.append((due.shift, first_at))
        return tuple(found)

    @property
    def coming(self) -> tuple[Shift, ...]:
        shifts = planning.attended(self.shifts, self.settings)
        return tuple(shift for shift in shifts if shift.starts_at > self.now)


def known_trouble(attempts: Sequence[Attempt]) -> Attempt | None:
    """What was told last of a shift, unless a later check was ready."""
    finished = [one for one in attempts if one.state in _TELLING]
    last = max(finished, key=_began, default=None)
    if last is None or last.verdict == Verdict.READY.value:
        return None
    shown = [one for one in finished if one.told == Outcome.SHOWN.value]
    return max(
        (one for one in shown if one.verdict != Verdict.READY.value), key=_began, default=None
    )


def _began(attempt: Attempt) -> tuple[datetime, int]:
    return attempt.began_at, attempt.number
