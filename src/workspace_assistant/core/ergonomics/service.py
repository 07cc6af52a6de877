"""Self-checks of workplaces: done, kept, compared and repeated."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from workspace_assistant.core.ergonomics.comparing import Comparison, compared
from workspace_assistant.core.ergonomics.due import due
from workspace_assistant.core.ergonomics.interview import belonging
from workspace_assistant.core.ergonomics.model import (
    Assessment,
    Due,
    Durations,
    Sheet,
    WorkplaceChange,
)
from workspace_assistant.core.ergonomics.ports import AssessmentStore, LoggedDurations, NewId, Now
from workspace_assistant.core.ergonomics.workplaces import is_same, key_of, workplace_said


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """One workplace.

    Attributes:
        history: newest first; empty where only a change was told.
        changed_since: what was told since the newest self-check, newest first.
        comparison: of the newest with the one before it.
    """

    workplace: str
    history: tuple[Assessment, ...]
    changed_since: tuple[WorkplaceChange, ...]
    comparison: Comparison | None
    due: Due | None

    @property
    def latest(self) -> Assessment | None:
        return self.history[0] if self.history else None


@dataclass(frozen=True, slots=True, kw_only=True)
class ErgonomicsService:
    """Every method may raise `StoreUnavailableError`; names of workplaces `WorkplaceError`.

    Attributes:
        zone: IANA name of the user's time zone.
    """

    store: AssessmentStore
    now: Now
    new_id: NewId
    zone: Callable[[], str]
    logged: LoggedDurations

    def durations(self, workplace: str) -> Durations:
        """What the logs say, to be corrected by the person."""
        return self.logged(workplace_said(workplace))

    def assess(self, workplace: str, sheet: Sheet) -> Assessment:
        """As it would be kept; nothing is."""
        return Assessment(
            id=self.new_id(),
            workplace=workplace_said(workplace),
            done_at=self.now(),
            time_zone=self.zone(),
            sheet=belonging(sheet),
        )

    def keep(self, assessment: Assessment) -> None:
        self.store.add(assessment)

    def history(self, workplace: str | None = None) -> tuple[Assessment, ...]:
        """Newest first, of all workplaces or of one."""
        return self.store.assessments(None if workplace is None else workplace_said(workplace))

    def latest(self, workplace: str) -> Assessment | None:
        return next(iter(self.history(workplace)), None)

    def mark_changed(self, workplace: str) -> WorkplaceChange:
        """Chair, desk or home is another one: the self-check is due again."""
        change = WorkplaceChange(workplace=workplace_said(workplace), at=self.now())
        self.store.add_change(change)
        return change

    def standing(self, workplace: str) -> Standing:
        """Of a workplace that is known or not."""
        name = workplace_said(workplace)
        history = self.store.assessments(name)
        changes = tuple(one for one in self.store.changes() if is_same(one.workplace, name))
        latest = history[0] if history else None
        since = tuple(one for one in changes if latest is None or one.at > latest.done_at)
        return Standing(
            workplace=latest.workplace if latest else name,
            history=history,
            changed_since=since,
            comparison=compared(history[1], history[0]) if len(history) > 1 else None,
            due=due(latest, since, self.now()),
        )

    def standings(self) -> tuple[Standing, ...]:
        """Of all workplaces that are known, the one that was looked at last first."""
        assessed = [one.workplace for one in self.store.assessments()]
        changed = [one.workplace for one in self.store.changes()]
        names: dict[str, str] = {}
        for name in assessed + changed:
            names.setdefault(key_of(name), name)
        return tuple(self.standing(name) for name in names.values())

    def due(self) -> tuple[Due, ...]:
        """Workplaces that are to be looked at again; who tells it does so once for each `about`."""
        return tuple(one.due for one in self.standings() if one.due is not None)
