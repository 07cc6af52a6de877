"""What the window does with settings: each change is kept at once and can be undone."""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Mapping
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from workspace_assistant.core.errors import RefusedError
from workspace_assistant.core.phrases import spoken
from workspace_assistant.core.settings.catalog import SETTINGS
from workspace_assistant.core.settings.rules import refusal, same
from workspace_assistant.core.settings.written import kept_of
from workspace_assistant.ui.feature_services import SettingsServices
from workspace_assistant.ui.job_runner import JobRunner
from workspace_assistant.ui.settings import texts
from workspace_assistant.ui.settings.jobs import keep, look, reason_of
from workspace_assistant.ui.settings.situation import Change, Mistake, Seen, Situation
from workspace_assistant.ui.settings.view_state import ALL
from workspace_assistant.ui.wording.wording import Wording

log = logging.getLogger(__name__)

_MOST_CHANGES = 50


class SettingsSession(QObject):
    """Signals carry no state: whoever listens reads `situation`.

    `kept` has the names of settings that were just kept; `restart_wanted` asks for the window anew.
    """

    changed = Signal()
    kept = Signal(object)
    restart_wanted = Signal()

    def __init__(
        self, services: SettingsServices, runner: JobRunner, wording: Wording, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._runner = runner
        self._wording = wording
        self._is_looking = False
        self._keeping: deque[Mapping[str, str]] = deque()
        self.situation = Situation()

    @property
    def is_settled(self) -> bool:
        """Nothing is on its way."""
        return not self._is_looking and not self._keeping

    @Slot()
    def look(self) -> None:
        """Somebody else may have changed settings: another page, a command, an editor."""
        if not self.is_settled:
            return
        self._is_looking = True
        self._runner.start(
            partial(look, self._services),
            owner=self,
            done=self._on_looked,
            failed=self._on_look_failed,
        )

    def choose(self, key: str, value: str) -> None:
        """Keep *value*, unless it cannot be; then it is said why, and nothing is changed."""
        seen, setting = self.situation.seen, SETTINGS[key]
        if seen is None or seen.is_locked(key):
            return
        reason = refusal(setting, value, seen.kept)
        if reason is not None:
            self._mistake(key, value, reason)
            return
        self._forget_mistake(key)
        if not same(setting, value or seen.usual(setting), seen.value(setting)):
            self._act(Change(before=self._texts(seen, [key]), after={key: value}))

    def write(self, key: str, typed: str) -> None:
        """Keep what was typed; nothing means as it is delivered."""
        try:
            value = kept_of(SETTINGS[key], typed, self._wording.say)
        except RefusedError as error:
            self._mistake(key, typed, error.phrase)
            return
        seen, setting = self.situation.seen, SETTINGS[key]
        if seen is None:
            return
        reason = refusal(setting, value, seen.kept)
        if reason is None:
            self.choose(key, value)
        else:
            self._mistake(key, typed, reason)

    def reset(self, key: str) -> None:
        self.choose(key, "")

    def reset_part(self, part: str) -> None:
        """Every setting of a part of the page that was changed, or of all of it."""
        seen = self.situation.seen
        if seen is None:
            return
        keys = [key for key in seen.changed() if part in {ALL, SETTINGS[key].section.value}]
        if keys:
            self._set(mistakes={})
            before = self._texts(seen, keys)
            self._act(Change(before=before, after=dict.fromkeys(keys, ""), part=part))

    def undo(self, number: int) -> None:
        """A change by its number; the others stay."""
        change, seen = self.situation.changes[number], self.situation.seen
        if seen is None:
            return
        rest = tuple(one for one in self.situation.changes if one is not change)
        self._set(changes=rest, mistakes={})
        self._keep(seen, change.before)

    @Slot()
    def undo_last(self) -> None:
        if self.situation.changes:
            self.undo(len(self.situation.changes) - 1)

    def toggle(self, part: str) -> None:
        """Show every row of a part, or fewer again."""
        self._set(opened=self.situation.opened ^ {part})

    def _texts(self, seen: Seen, keys: list[str]) -> Mapping[str, str]:
        """What is kept, and nothing where it is what counts anyway."""
        return {
            key: seen.kept.get(key, "") if seen.is_changed(SETTINGS[key]) else "" for key in keys
        }

    def _act(self, change: Change) -> None:
        seen = self.situation.seen
        if seen is not None:
            self._set(changes=(*self.situation.changes, change)[-_MOST_CHANGES:])
            self._keep(seen, change.after)

    def _keep(self, seen: Seen, values: Mapping[str, str]) -> None:
        """Shown at once; where it cannot be kept the next look shows what is."""
        kept = {key: text for key, text in {**seen.kept, **values}.items() if text}
        is_late = self.situation.is_late or any(SETTINGS[key].is_late for key in values)
        self._set(seen=replace(seen, kept=kept), trouble="", is_late=is_late)
        self._keeping.append(values)
        if len(self._keeping) == 1:
            self._keep_next()

    def _keep_next(self) -> None:
        """One after the other: they would overtake each other on several workers."""
        self._runner.start(
            partial(keep, self._services, self._keeping[0]),
            owner=self,
            done=self._on_kept,
            failed=self._on_keep_failed,
        )

    def _on_kept(self, reason: str) -> None:
        values = self._keeping.popleft()
        if reason:
            changes = tuple(one for one in self.situation.changes if one.after is not values)
            said = spoken(self._wording.say, reason)
            self._set(changes=changes, trouble=self._wording.say(texts.NOT_KEPT, reason=said))
        else:
            self.kept.emit(frozenset(values))
        if self._keeping:
            self._keep_next()
        else:
            self.look()

    def _on_keep_failed(self, error: Exception) -> None:
        log.error("settings could not be kept", exc_info=error)
        self._on_kept(reason_of(error))

    def _on_looked(self, seen: Seen) -> None:
        self._is_looking = False
        if not self._keeping:  # else it is older than what is shown
            self._set(seen=seen)

    def _on_look_failed(self, error: Exception) -> None:
        self._is_looking = False
        log.error("settings could not be read", exc_info=error)
        said = spoken(self._wording.say, reason_of(error))
        self._set(trouble=self._wording.say(texts.NOT_READ, reason=said))

    def _mistake(self, key: str, typed: str, reason: str) -> None:
        mistake = Mistake(typed=typed, reason=spoken(self._wording.say, reason))
        self._set(mistakes={**self.situation.mistakes, key: mistake})

    def _forget_mistake(self, key: str) -> None:
        if key in self.situation.mistakes:
            rest = {name: one for name, one in self.situation.mistakes.items() if name != key}
            self._set(mistakes=rest)

    def _set(self, **changes: object) -> None:
        self.situation = replace(self.situation, **changes)  # type: ignore[arg-type] # fields of it
        self.changed.emit()
