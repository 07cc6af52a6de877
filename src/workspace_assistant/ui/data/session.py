"""What the window does with the person's own data: one act at a time, told where it was asked."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Signal, Slot

from workspace_assistant.core.data_keeping.erasing import Erasing
from workspace_assistant.core.data_keeping.model import Backup, DataKind, Preview
from workspace_assistant.core.data_keeping.retention import cutoffs
from workspace_assistant.core.jobs import JobContext
from workspace_assistant.ui.data import texts
from workspace_assistant.ui.data.jobs import Done, act, look
from workspace_assistant.ui.data.keep_state import kept_sentence
from workspace_assistant.ui.data.situation import (
    CANCELLABLE,
    CARD_OF,
    Act,
    Card,
    Remark,
    Seen,
    Shortening,
    Situation,
)
from workspace_assistant.ui.data.sizes import size_words
from workspace_assistant.ui.feature_services import DataServices
from workspace_assistant.ui.job_runner import JobRunner
from workspace_assistant.ui.wording.wording import Wording

log = logging.getLogger(__name__)

ResultT = TypeVar("ResultT")


class DataSession(QObject):
    """Signals carry no state: whoever listens reads `situation`.

    `erase_wanted` comes once the person has confirmed it; `restart_wanted` asks for the window
    anew.
    """

    changed = Signal()
    erase_wanted = Signal(object, bool)  # an `Erasing`, and whether the keyring is left alone
    restart_wanted = Signal()

    def __init__(
        self, services: DataServices, runner: JobRunner, wording: Wording, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._runner = runner
        self._wording = wording
        self._is_looking = False
        self._is_stale = False
        self._running: JobContext | None = None
        self.situation = Situation()

    @property
    def is_settled(self) -> bool:
        """Nothing is on its way."""
        return not self._is_looking and self.situation.act is None

    @Slot()
    def look(self) -> None:
        if self._is_looking:
            self._is_stale = True
            return
        self._is_looking, self._is_stale = True, False
        self._runner.start(
            partial(look, self._services, self._wording),
            owner=self,
            done=self._on_looked,
            failed=self._on_look_failed,
        )

    @Slot()
    def cancel(self) -> None:
        """Give up what runs, where nothing of it counts before its end."""
        if self._running is not None and self.situation.act in CANCELLABLE:
            self._running.cancel()

    def back_up(self, target: Path | None = None) -> None:
        self._do(Act.BACK_UP, partial(self._services.back_up, target), self._on_backed_up)

    def look_inside(self, backup: Path) -> None:
        """What restoring it would bring; nothing is changed."""
        self._set(preview=None)
        self._do(Act.LOOK_INSIDE, lambda _: self._services.preview(backup), self._on_looked_inside)

    @Slot()
    def look_inside_newest(self) -> None:
        """Of a damaged database the newest whole backup."""
        seen = self.situation.seen
        if seen is not None and seen.newest_good:
            self.look_inside(Path(seen.newest_good))

    @Slot()
    def restore(self) -> None:
        """What was looked at."""
        preview = self.situation.preview
        if preview is not None:
            path = Path(preview.path)
            self._do(Act.RESTORE, lambda _: self._services.restore(path), self._on_restored)

    @Slot()
    def leave_backup(self) -> None:
        self._set(preview=None)

    def export(self, target: Path) -> None:
        self._do(
            Act.EXPORT,
            lambda ctx: self._services.export(target, ctx),
            partial(self._on_exported, target),
        )

    def keep(self, kind: DataKind, age: str) -> None:
        """Count first what is older; where there is nothing it is kept so at once."""
        self._set(shortening=None)
        before = cutoffs({kind: age}, self._services.now())
        if not before:
            self._keep(kind, age)
            return
        self._do(
            Act.COUNT_OLDER,
            lambda _: self._services.older(before)[kind],
            partial(self._on_counted, kind, age),
        )

    @Slot()
    def shorten(self) -> None:
        """As was asked."""
        asked = self.situation.shortening
        if asked is not None:
            self._keep(asked.kind, asked.age)

    @Slot()
    def leave_ages(self) -> None:
        self._set(shortening=None)

    @Slot()
    def look_at_all(self) -> None:
        """What would go with everything."""
        self._do(Act.LOOK_AT_ALL, lambda _: self._services.erasing(), self._on_seen_all)

    @Slot()
    def leave_all(self) -> None:
        self._set(erasing=None)

    def erase(self, *, keep_secrets: bool) -> None:
        """The window has to end for it: it holds the data open itself."""
        if self.situation.erasing is not None:
            self.erase_wanted.emit(self.situation.erasing, keep_secrets)

    @Slot()
    def toggle_backups(self) -> None:
        self._set(shows_all_backups=not self.situation.shows_all_backups)

    @Slot()
    def toggle_kinds(self) -> None:
        self._set(shows_kinds=not self.situation.shows_kinds)

    def tell(self, card: Card, sentence: str, *, is_bad: bool = False) -> None:
        remarks = dict(self.situation.remarks)
        remarks[card] = Remark(sentence=sentence, is_bad=is_bad)
        self._set(remarks=remarks)

    def _keep(self, kind: DataKind, age: str) -> None:
        self._do(
            Act.TAKE_OUT,
            lambda _: _kept(self._services, kind, age),
            partial(self._on_kept, kind, age),
        )

    def _do(
        self,
        what: Act,
        call: Callable[[JobContext], ResultT],
        after: Callable[[ResultT], None],
    ) -> None:
        if self.situation.act is not None:
            return
        remarks = {
            card: one for card, one in self.situation.remarks.items() if card != CARD_OF[what]
        }
        self._set(act=what, remarks=remarks)
        self._running = self._runner.start(
            partial(act, call, self._wording),
            owner=self,
            done=partial(self._on_done, what, after),
            failed=partial(self._on_failed, what),
            cancelled=partial(self._on_cancelled, what),
        )

    def _on_done(self, what: Act, after: Callable[[ResultT], None], done: Done[ResultT]) -> None:
        self._end()
        if done.trouble:
            self.tell(CARD_OF[what], done.trouble, is_bad=True)
        else:
            after(done.result)  # type: ignore[arg-type]  # without a trouble there is a result
        self.look()

    def _on_failed(self, what: Act, error: Exception) -> None:
        log.error("an act on the person's data broke", exc_info=error)
        self._end()
        self.tell(CARD_OF[what], self._wording.say(texts.FAULT), is_bad=True)
        self.look()

    def _on_cancelled(self, what: Act) -> None:
        self._end()
        self.tell(CARD_OF[what], self._wording.say(texts.CANCELLED))

    def _end(self) -> None:
        self._running = None
        self._set(act=None)

    def _on_backed_up(self, made: Backup) -> None:
        size = size_words(made.size_bytes, self._wording)
        self.tell(Card.BACKUPS, self._wording.say(texts.BACKED_UP, path=made.path, size=size))

    def _on_looked_inside(self, preview: Preview) -> None:
        self._set(preview=preview)

    def _on_restored(self, kept: tuple[Backup | None, Path | None]) -> None:
        say, (safety, damaged) = self._wording.say, kept
        if damaged is not None:
            sentence = say(texts.RESTORED_DAMAGED, name=damaged.name)
        elif safety is not None:
            sentence = say(texts.RESTORED_SAFE, name=Path(safety.path).name)
        else:
            sentence = say(texts.RESTORED)
        self._set(preview=None, is_restored=True)
        self.tell(Card.BACKUPS, sentence)

    def _on_exported(self, target: Path, names: tuple[str, ...]) -> None:
        say, count = self._wording.say, len(names)
        sentence = texts.EXPORTED_ONE if count == 1 else texts.EXPORTED
        self.tell(Card.EXPORT, say(sentence, count=str(count), path=str(target)))

    def _on_counted(self, kind: DataKind, age: str, rows: int) -> None:
        if rows:
            self._set(shortening=Shortening(kind=kind, age=age, rows=rows))
        else:
            self._keep(kind, age)

    def _on_kept(self, kind: DataKind, age: str, rows: int) -> None:
        self._set(shortening=None)
        self.tell(Card.KEEP, kept_sentence(kind, age, rows, self._wording))

    def _on_seen_all(self, erasing: Erasing) -> None:
        self._set(erasing=erasing)

    def _on_looked(self, found: Done[Seen]) -> None:
        self._is_looking = False
        if found.result is not None:
            self._set(seen=found.result, trouble="")
        else:
            self._set(trouble=found.trouble)
        if self._is_stale:
            self.look()

    def _on_look_failed(self, error: Exception) -> None:
        log.error("the person's data could not be looked at", exc_info=error)
        self._is_looking = False
        self._set(trouble=self._wording.say(texts.FAULT))

    def _set(self, **changes: object) -> None:
        changed = replace(self.situation, **changes)  # type: ignore[arg-type]  # fields by name
        if changed != self.situation:
            self.situation = changed
            self.changed.emit()


def _kept(services: DataServices, kind: DataKind, age: str) -> int:
    """How many entries went."""
    services.keep_ages({kind: age})
    before = cutoffs({kind: age}, services.now())
    return sum(services.take_out(before).values()) if before else 0
