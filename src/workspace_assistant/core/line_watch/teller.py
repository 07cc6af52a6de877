"""Tells events of the line: once, with their figures, and after a call what happened in it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from workspace_assistant.core.line_watch import texts
from workspace_assistant.core.line_watch.model import LineEvent
from workspace_assistant.core.line_watch.telling import Telling, Told, telling
from workspace_assistant.core.line_watch.wording import Words, event_text
from workspace_assistant.core.reminders.model import Action, Outcome, Reminder, ReminderKind
from workspace_assistant.core.reminders.service import ReminderService

KEY_OPEN = "open"


@dataclass(slots=True, kw_only=True)
class LineTeller:
    """Every method may raise `StoreUnavailableError`.

    Attributes:
        in_call: whether the microphone is in use by another program; None where unknown.
        on_action: gets the key of the button that was pressed, from any thread.
    """

    reminders: ReminderService
    in_call: Callable[[], bool | None]
    on_action: Callable[[str], None]
    now: Callable[[], datetime]
    words: Words
    _told: Told | None = field(default=None, init=False)
    _waiting: dict[str, LineEvent] = field(default_factory=dict, init=False)

    def hear(self, event: LineEvent) -> None:
        """An event has begun, or is over."""
        if event.id in self._waiting:
            self._waiting[event.id] = event
            return
        what = telling(event, self._told, self.now(), in_call=self.in_call())
        if what is Telling.ALARM:
            self._show(event, what)
        elif what is Telling.RECOVERED:
            self._show_over(event, what)
        elif what is Telling.IN_CALL:
            self._waiting[event.id] = event
            self._note(event, what)
        else:
            self._note(event, what)

    def look(self) -> None:
        """From time to time: a call may be over."""
        if not self._waiting or self.in_call():
            return
        waiting, self._waiting = self._waiting, {}
        *earlier, latest = waiting.values()
        if not earlier and self._is_end(latest):
            self._show_over(latest, Telling.AFTER_CALL)
            return
        body = "\n".join(self._told_of(one) for one in waiting.values())
        self._show(latest, Telling.AFTER_CALL, body)

    def _show(self, event: LineEvent, why: Telling, body: str = "") -> None:
        reminder = Reminder(
            kind=ReminderKind.LINE,
            about=event.id,
            title=self._title(event),
            body=body or self._told_of(event),
            actions=(Action(key=KEY_OPEN, label=self.words.say(texts.OPEN)),),
        )
        self.reminders.show(reminder, why.value, self.on_action)
        self._told = Told(event_id=event.id, at=self.now())

    def _is_end(self, event: LineEvent) -> bool:
        """Of what was told when it began."""
        return telling(event, self._told, self.now(), in_call=False) is Telling.RECOVERED

    def _show_over(self, event: LineEvent, why: Telling) -> None:
        self.reminders.withdraw(ReminderKind.LINE)
        reminder = Reminder(
            kind=ReminderKind.LINE_RECOVERED,
            about=event.id,
            title=self.words.say(texts.FINE_AGAIN),
            body=self._told_of(event),
        )
        self.reminders.show(reminder, why.value, self.on_action)

    def _note(self, event: LineEvent, why: Telling) -> None:
        self.reminders.note(
            ReminderKind.LINE_RECOVERED if event.is_over else ReminderKind.LINE,
            event.id,
            self._title(event),
            Outcome.HELD_BACK,
            why.value,
            detail=self._told_of(event),
        )

    def _title(self, event: LineEvent) -> str:
        return self.words.say(texts.TITLES[event.kind.value])

    def _told_of(self, event: LineEvent) -> str:
        return event_text(event, self.words)
