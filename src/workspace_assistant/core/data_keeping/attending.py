"""Makes the automatic backups when they are due: one more of what a running program attends to."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from workspace_assistant.core.data_keeping.ports import Now, Pruning, Shelf, Turn
from workspace_assistant.core.data_keeping.retention import Choices, cutoffs
from workspace_assistant.core.data_keeping.rotation import is_due, superseded
from workspace_assistant.core.jobs import JobContext

log = logging.getLogger(__name__)

# A disk that was full, or another program's turn: looked at again after so long.
_TRY_AGAIN = timedelta(minutes=15)


@dataclass(slots=True, kw_only=True)
class BackupKeeper:
    """What fails here is written to the log alone: nobody waits for a backup.

    A damaged database is the exception. It is raised, to be told where it can be seen.

    Attributes:
        check: raises `StoreUnavailableError` for a damaged database; asked once.
        ages: how long the person wants each kind kept.
    """

    shelf: Shelf
    turn: Turn
    check: Callable[[], None]
    prune: Pruning
    ages: Callable[[], Choices]
    now: Now
    _is_checked: bool = False
    _not_before: datetime | None = None

    def attend(self, ctx: JobContext) -> datetime | None:
        """A round of what a program attends to; None: ask again when convenient."""
        del ctx
        try:
            self._round()
        except OSError as error:
            log.warning("no automatic backup: %s", error)
            self._put_off()
        return None

    def _round(self) -> None:
        at = self.now()
        # A clock that was set back must not put it off for long.
        if self._not_before is not None and at < self._not_before <= at + _TRY_AGAIN:
            return
        if is_due((one.made_at for one in self.shelf.automatic()), at):
            self._back_up()
        elif not self._is_checked:
            self.check()
        self._is_checked = True

    def _back_up(self) -> None:
        with self.turn() as is_ours:
            if not is_ours:
                self._put_off()
                return
            if not self.shelf.has_room():
                log.warning("no automatic backup: the disk is nearly full")
                self._put_off()
                return
            made = self.shelf.make()
            log.info("made the backup %s", made.path)
            self._rotate()
        self._take_out_old()

    def _rotate(self) -> None:
        backups = {one.made_at: one for one in self.shelf.automatic()}
        for made_at in superseded(backups):
            self.shelf.remove(backups[made_at])

    def _take_out_old(self) -> None:
        """What the person wants to be kept no longer; it is in the backup that was just made."""
        before = cutoffs(self.ages(), self.now())
        if before:
            log.info("taken out as chosen: %s", dict(self.prune(before)))

    def _put_off(self) -> None:
        self._not_before = self.now() + _TRY_AGAIN
