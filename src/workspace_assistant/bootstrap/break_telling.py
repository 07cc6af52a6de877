"""Brings breaks before the person, and keeps why each was shown or held back."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass, field

from workspace_assistant.core.breaks import texts
from workspace_assistant.core.breaks.holding import AWAY, IN_CALL
from workspace_assistant.core.breaks.model import Act, BreakKind, BreakRecord, Settings
from workspace_assistant.core.breaks.ports import Silence
from workspace_assistant.core.breaks.silence import AFTER_ANOTHER
from workspace_assistant.core.errors import StoreUnavailableError
from workspace_assistant.core.lengths import length_text
from workspace_assistant.core.reminders.model import Action, Outcome, Reminder, ReminderKind
from workspace_assistant.core.reminders.service import ReminderService
from workspace_assistant.core.text import Say

log = logging.getLogger(__name__)

_DUE, _AFTER_CALL, _AFTER_WAIT = "work-done", "after-call-break", "after-wait"


@dataclass(slots=True, kw_only=True)
class BreakTeller:
    """Implements the port `Offers`.

    Attributes:
        on_act: gets the answer that was pressed, from any thread.
    """

    reminders: ReminderService
    settings: Callable[[], Settings]
    on_act: Callable[[Act], None]
    say: Say
    _held: dict[str, str] = field(default_factory=dict, init=False)

    def offer(self, record: BreakRecord) -> None:
        held_by = self._held.pop(record.id, "")
        reason = {"": _DUE, IN_CALL: _AFTER_CALL}.get(held_by, _AFTER_WAIT)
        try:
            reminder = Reminder(
                kind=ReminderKind.BREAK,
                about=record.id,
                title=self._title(record),
                body=self._body(record, held_by),
                actions=self._actions(record),
            )
            self.reminders.show(reminder, reason, self._on_action)
        except StoreUnavailableError as error:  # what was shown then is shown
            log.warning("why a break was offered is not kept: %s", error)

    def withdraw(self, record: BreakRecord) -> None:
        if record.outcome is not None:
            self._held.pop(record.id, None)
        self.reminders.withdraw(ReminderKind.BREAK)

    def held(self, record: BreakRecord) -> None:
        """That nobody is there is no reason that anybody asks for."""
        if record.reason == AWAY:
            return
        self._held[record.id] = record.reason
        self._note(record.id, self._title(record), record.reason)

    def silent(self, silence: Silence) -> None:
        since = silence.since.isoformat()
        title = self.say(texts.OFFER_TITLES[silence.kind])
        self._note(f"{silence.kind.value} {since}", title, AFTER_ANOTHER)

    def _note(self, about: str, title: str, reason: str) -> None:
        kind, held = ReminderKind.BREAK, Outcome.HELD_BACK
        detail = self.say(texts.REASON_WORDS[reason])
        try:
            self.reminders.note(kind, about, title, held, reason, detail=detail)
        except StoreUnavailableError as error:
            log.warning("why a break was held back is not kept: %s", error)

    def _title(self, record: BreakRecord) -> str:
        return self.say(texts.OFFER_TITLES[record.kind])

    def _body(self, record: BreakRecord, held_by: str) -> str:
        settings = self.settings()
        if record.kind is BreakKind.DAILY_LIMIT:
            return self.say(texts.OFFER_LIMIT, length=length_text(settings.daily_limit_s or 0.0))
        sentence = texts.OFFER_AFTER_CALL if held_by == IN_CALL else texts.OFFER
        told = self.say(sentence, length=length_text(record.length_s))
        is_first = self.reminders.why_log.latest_shown(ReminderKind.BREAK) is None
        return f"{told}\n{self.say(texts.HOW_TO_CHANGE)}" if is_first else told

    def _actions(self, record: BreakRecord) -> tuple[Action, ...]:
        """Those that are open."""
        settings = self.settings()
        begin = Action(key=Act.BEGIN.value, label=self.say(texts.BEGIN))
        if settings.is_strict:
            return (begin,)
        skip = Action(key=Act.SKIP.value, label=self.say(texts.SKIP))
        if record.postponed_count >= settings.longest_postponing:
            return (begin, skip)
        return (begin, Action(key=Act.POSTPONE.value, label=self.say(texts.POSTPONE)), skip)

    def _on_action(self, key: str) -> None:
        """A click beside the buttons says nothing about the break."""
        if key in set(Act):
            self.on_act(Act(key))
