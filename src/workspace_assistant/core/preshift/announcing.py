"""Keeps calendars fresh, and tells of changed shifts and of calendars that cannot be read."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from workspace_assistant.core.jobs import JobContext
from workspace_assistant.core.preshift import texts
from workspace_assistant.core.preshift.changed_shifts import changed_sentence
from workspace_assistant.core.preshift.measuring import IN_CALL
from workspace_assistant.core.preshift.model import KEY_OPEN, Refreshing
from workspace_assistant.core.preshift.outdated import Outdated
from workspace_assistant.core.preshift.ports import Circumstances, Now, Sources
from workspace_assistant.core.preshift.teller import Teller
from workspace_assistant.core.preshift.telling import Words
from workspace_assistant.core.reminders.model import Action, Outcome, Reminder, ReminderKind
from workspace_assistant.core.shifts.feed_trouble import trouble_told
from workspace_assistant.core.shifts.model import ChangeKind

if TYPE_CHECKING:  # the system's timer starts a program of ours every few minutes
    from workspace_assistant.core.shifts.news import News
    from workspace_assistant.core.shifts.source_service import SourceView

# A server that is down for an evening is nobody's worry; one that is down for a day may be.
TROUBLE_AFTER_S = 86_400.0
AGAIN = timedelta(seconds=60)

_TITLES = {
    ChangeKind.ADDED: texts.ADDED_TITLE,
    ChangeKind.MOVED: texts.CHANGED_TITLE,
    ChangeKind.REMOVED: texts.REMOVED_TITLE,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Announcing:
    """One round of attending: calendars that are due, then what they changed.

    Attributes:
        outdated: takes back what was told of shifts that are no longer planned.
        turn: whether this program is the one to tell now, as long as it is entered.
    """

    sources: Sources
    teller: Teller
    outdated: Outdated
    circumstances: Circumstances
    turn: Callable[[], AbstractContextManager[bool]]
    now: Now
    words: Words

    def attend(self, ctx: JobContext) -> datetime | None:
        """When to be asked again. May raise `StoreUnavailableError` and `JobCancelledError`."""
        if refreshed := self.sources.refresh(None, ctx):
            ctx.report(reading=Refreshing(sources=tuple(one.source.id for one in refreshed)))
        self.outdated.withdraw(ctx)
        wanted = self.sources.next_refresh_at()
        if not self._reminders():
            return wanted
        with self.turn() as is_ours:
            if is_ours and self._tell(ctx):
                return wanted
        again_at = self.now() + AGAIN
        return again_at if wanted is None else min(wanted, again_at)

    def _tell(self, ctx: JobContext) -> bool:
        """Whether it may be told now. Another program may just have told it: it is read anew."""
        reminders = self._reminders()
        if reminders and self.circumstances.in_call():
            for reminder, _, _ in reminders:
                self.teller.hold_back(reminder, IN_CALL, ctx)
            return False
        for reminder, reason, told in reminders:
            entry = self.teller.show(reminder, reason, ctx)
            if entry.outcome is Outcome.SHOWN:
                self.sources.mark_announced(told)
        return True

    def _reminders(self) -> list[tuple[Reminder, str, Sequence[News]]]:
        return [*self._troubles(), *self._news()]

    def _news(self) -> list[tuple[Reminder, str, Sequence[News]]]:
        """One reminder, however many shifts have changed."""
        news = self.sources.news()
        return [(self._changed(news), "news", news)] if news else []

    def _changed(self, news: Sequence[News]) -> Reminder:
        title = _TITLES[news[0].kind] if len(news) == 1 else texts.SEVERAL_TITLE
        return Reminder(
            kind=ReminderKind.SHIFT_CHANGED,
            about=",".join(str(number) for one in news for number in one.change_ids),
            title=self.words.say(title),
            body="\n".join(changed_sentence(one, self.now(), self.words) for one in news),
            actions=(Action(key=KEY_OPEN, label=self.words.say(texts.OPEN)),),
        )

    def _troubles(self) -> list[tuple[Reminder, str, Sequence[News]]]:
        found = ((view, _trouble_key(view)) for view in self.sources.views())
        shown = self.teller.reminders.why_log.shown
        return [
            (self._trouble(view, key), "keeps-failing", ())
            for view, key in found
            if key and shown(ReminderKind.CALENDAR_TROUBLE, key) is None
        ]

    def _trouble(self, view: SourceView, key: str) -> Reminder:
        return Reminder(
            kind=ReminderKind.CALENDAR_TROUBLE,
            about=key,
            title=self.words.say(texts.CALENDAR_TITLE, name=view.source.name),
            body=self.words.say(
                texts.CALENDAR_BODY, trouble=trouble_told(view.state, self.words.say)
            ),
            actions=(Action(key=KEY_OPEN, label=self.words.say(texts.OPEN)),),
        )


def _trouble_key(view: SourceView) -> str:
    """Told once for each time that it began to fail; empty where nothing needs to be told."""
    state = view.state
    is_long = view.age_s is not None and view.age_s >= TROUBLE_AFTER_S
    if not state.failures or not is_long or state.succeeded_at is None:
        return ""
    return f"{view.source.id}@{state.succeeded_at:%Y-%m-%dT%H:%M:%SZ}"
