"""Sources of shifts: patterns, calendar files and subscriptions, and refreshing them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from workspace_assistant.core.jobs import JobContext
from workspace_assistant.core.shifts import texts
from workspace_assistant.core.shifts.calendar_reading import CalendarReading
from workspace_assistant.core.shifts.choosing import Choice
from workspace_assistant.core.shifts.drafts import CalendarChange, CalendarDraft, PatternDraft
from workspace_assistant.core.shifts.errors import ShiftError
from workspace_assistant.core.shifts.finding import (
    found_source,
    has_source,
    refuse_name,
    source_with_id,
)
from workspace_assistant.core.shifts.keeping import (
    all_of,
    dissolved,
    extended,
    kept,
    reading_of,
)
from workspace_assistant.core.shifts.local_times import zone_of
from workspace_assistant.core.shifts.merging import merged
from workspace_assistant.core.shifts.model import FeedState, Source, SourceKind
from workspace_assistant.core.shifts.news import News, news, settled_ids
from workspace_assistant.core.shifts.ports import (
    CalendarError,
    FetchCalendar,
    HeldAddresses,
    NewId,
    Now,
    ReadCalendar,
    ShiftStore,
)
from workspace_assistant.core.shifts.refreshing import READ_AGAIN
from workspace_assistant.core.shifts.rereading import Rereading
from workspace_assistant.core.shifts.source_answers import (
    Preview,
    Refreshed,
    RemovedSource,
    SourceView,
)
from workspace_assistant.core.shifts.source_views import is_source_due, source_due_at, view_of
from workspace_assistant.core.shifts.writing_down import hand_source, pattern_source, tidy_name

__all__ = ["Preview", "Refreshed", "RemovedSource", "SourceService", "SourceView"]


@dataclass(frozen=True, slots=True)
class SourceService:
    """Everything about sources. All methods may raise `StoreUnavailableError`.

    Those with a `JobContext` may wait for a network, a keyring or another program, so they run in
    jobs alone.
    """

    store: ShiftStore
    now: Now
    new_id: NewId
    zone: Callable[[], str]
    read_calendar: ReadCalendar
    fetch: FetchCalendar
    addresses: HeldAddresses

    def views(self) -> tuple[SourceView, ...]:
        """All sources, by their names."""
        now = self.now()
        with self.store.reading() as shifts:
            return tuple(view_of(one, shifts, now) for one in shifts.sources())

    def find(self, name: str) -> Source:
        """The source of that name, or whose id begins so. Raises `ShiftError`."""
        with self.store.reading() as shifts:
            return found_source(shifts.sources(), name)

    def add_pattern(self, draft: PatternDraft) -> Refreshed:
        """Keeps a weekly pattern and its shifts of the next 60 days. Raises `ShiftError`."""
        now = self.now()
        source = pattern_source(draft, self.new_id(), self.zone(), now)
        with self.store.writing() as shifts:
            refuse_name(shifts.sources(), source.name)
            shifts.put_source(source)
            return extended(shifts, source, now)

    def change_pattern(self, source_id: str, draft: PatternDraft) -> Refreshed:
        """Puts another pattern in place of one: coming shifts follow, those that began stay.

        Raises `ShiftError`; then the pattern is as it was.
        """
        now = self.now()
        with self.store.writing() as shifts:
            every = shifts.sources()
            before = source_with_id(every, source_id)
            if before.kind is not SourceKind.PATTERN:
                raise ShiftError(texts.NO_PATTERN_SOURCE, name=before.name)
            source = pattern_source(draft, before.id, self.zone(), now)
            refuse_name([one for one in every if one.id != before.id], source.name)
            shifts.put_source(source)
            return extended(shifts, source, now)

    def preview_file(self, draft: CalendarDraft, content: bytes, ctx: JobContext) -> Preview:
        """What a calendar file would bring. Raises `ShiftError` and `CalendarError`."""
        source = self._source(draft)
        return self._preview(source, *self._reading().file(source, content, ctx))

    def preview_subscription(self, draft: CalendarDraft, address: str, ctx: JobContext) -> Preview:
        """Fetches it once. Raises `ShiftError` and `CalendarError`; then no address is held."""
        source = self._source(draft)
        self.addresses.hold(source.id, address)
        try:
            found = self._reading().feed(source, FeedState(source_id=source.id), ctx)
        except BaseException:
            self.addresses.let_go(source.id)
            raise
        return self._preview(source, found.choice or Choice(shifts=()), found.state)

    def preview_change(self, source_id: str, change: CalendarChange, ctx: JobContext) -> Preview:
        """What a subscription would bring, read otherwise. Fetches it once, by its kept address.

        Raises `ShiftError` and `CalendarError`; nothing is changed.
        """
        with self.store.reading() as shifts:
            before = source_with_id(shifts.sources(), source_id)
        if before.kind is not SourceKind.SUBSCRIPTION:
            raise ShiftError(texts.NO_SUBSCRIPTION, name=before.name)
        if change == CalendarChange():
            raise ShiftError(texts.NOTHING_TO_CHANGE)
        source = replace(
            before, filter=change.filter or before.filter, place=change.place or before.place
        )
        found = self._reading().feed(source, FeedState(source_id=source.id), ctx)
        return self._preview(source, found.choice or Choice(shifts=()), found.state)

    def change(self, preview: Preview) -> Refreshed:
        """From now on it is read so: coming shifts follow, those that began stay.

        Nobody is told of these changes later: who makes them has seen them. Raises `ShiftError`
        where the source was removed meanwhile.
        """
        with self.store.writing() as shifts:
            source_with_id(shifts.sources(), preview.source.id)
            shifts.put_source(preview.source)
            now = self.now()
            return kept(shifts, preview.source, preview.choice, preview.state, now, is_seen=True)

    def keep(self, preview: Preview, ctx: JobContext) -> Refreshed:
        """Keeps the source, its address in the keyring, and its shifts: all of it or nothing.

        Raises `ShiftError`, and `CalendarError` of the keyring.
        """
        source, is_file = preview.source, preview.source.kind is SourceKind.FILE
        if not is_file:
            self.addresses.keep_held(source.id, ctx)
        try:
            with self.store.writing() as shifts:
                if not has_source(shifts, source):
                    refuse_name(shifts.sources(), source.name)
                shifts.put_source(source)
                state, now = preview.state, self.now()
                return kept(shifts, source, preview.choice, state, now, with_past=is_file)
        except BaseException:
            if not is_file:
                self._forget(source.id, ctx)
            raise

    def discard(self, preview: Preview) -> None:
        """The person does not want it: its address is held no longer."""
        self.addresses.let_go(preview.source.id)

    def refresh(
        self, source_id: str | None, ctx: JobContext, *, by_hand: bool = False
    ) -> tuple[Refreshed, ...]:
        """Fetches what is due, or all that can be fetched where a person asks.

        What fails keeps its shifts and is told in the answer; only the store, and a source that
        does not exist or came from a file, raise.
        """
        with self.store.reading() as shifts:
            every = shifts.sources()
            asked = every if source_id is None else (source_with_id(every, source_id),)
            now = self.now()
            due = [one for one in asked if by_hand or is_source_due(one, shifts, now)]
        if source_id is not None and by_hand and asked[0].kind not in READ_AGAIN:
            raise ShiftError(texts.NOT_REFRESHED, name=asked[0].name)
        again = [one for one in due if one.kind in READ_AGAIN]
        rereading = self._rereading()
        done = [rereading.refreshed(one, ctx, by_hand=by_hand) for one in again]
        self._settle()
        return tuple(one for one in done if one is not None)

    def extend(self) -> None:
        """Writes the shifts of patterns as far ahead as they are wanted, without any network."""
        now = self.now()
        with self.store.reading() as shifts:
            patterns = [one for one in shifts.sources() if one.kind is SourceKind.PATTERN]
            due = [one for one in patterns if is_source_due(one, shifts, now)]
        for one in due:
            self._rereading().extended(one)

    def next_refresh_at(self) -> datetime | None:
        """When the first source is due; it may be over. None without any to be refreshed."""
        with self.store.reading() as shifts:
            due = [source_due_at(one, shifts, self.now()) for one in shifts.sources()]
        return min((at for at in due if at is not None), default=None)

    def remove(self, source_id: str, ctx: JobContext) -> RemovedSource:
        """Removes a source and its coming shifts. Those that have begun are history and stay."""
        now = self.now()
        with self.store.reading() as shifts:
            source = source_with_id(shifts.sources(), source_id)
        if source.kind is SourceKind.HAND:
            raise ShiftError(texts.HAND_STAYS)
        remark = ""
        if source.kind is SourceKind.SUBSCRIPTION:
            remark = self._forget(source.id, ctx)
        with self.store.writing() as shifts:
            removed, stay = dissolved(shifts, source, hand_source(self.zone()), now)
        return RemovedSource(source=source, removed=removed, kept=stay, remark=remark)

    def news(self) -> tuple[News, ...]:
        """Changes of the next day's shifts that nobody was told yet."""
        with self.store.reading() as shifts:
            return news(shifts.unannounced(), self.now())

    def mark_announced(self, told: Sequence[News]) -> None:
        ids = tuple(change_id for one in told for change_id in one.change_ids)
        with self.store.writing() as shifts:
            shifts.mark_announced(ids)

    def _source(self, draft: CalendarDraft) -> Source:
        """The source to be; an earlier one of that name where a file is imported again."""
        name, zone_name = tidy_name(draft.name), draft.time_zone or self.zone()
        if not name:
            raise ShiftError(texts.NO_NAME)
        zone_of(zone_name)
        with self.store.reading() as shifts:
            every = shifts.sources()
        known = next((one for one in every if one.name.casefold() == name.casefold()), None)
        is_again = known is not None and draft.kind is known.kind is SourceKind.FILE
        if known is None or not is_again:
            refuse_name(every, name)
        return Source(
            id=known.id if known else self.new_id(),
            kind=draft.kind,
            name=name,
            place=draft.place,
            time_zone=zone_name,
            filter=draft.filter,
        )

    def _reading(self) -> CalendarReading:
        return CalendarReading(self.read_calendar, self.fetch, self.now)

    def _rereading(self) -> Rereading:
        return Rereading(self.store, self.now, self._reading())

    def _preview(self, source: Source, choice: Choice, state: FeedState) -> Preview:
        now = self.now()
        with self.store.reading() as shifts:
            known = all_of(shifts, source.id)
        changes = merged(known, reading_of(source, choice, state, now), now).changes
        return Preview(source=source, choice=choice, changes=changes, state=state)

    def _forget(self, source_id: str, ctx: JobContext) -> str:
        """A sentence where the address may still be in the keyring."""
        self.addresses.let_go(source_id)
        try:
            self.addresses.forget(source_id, ctx)
        except CalendarError as error:
            return texts.ADDRESS_STAYS.format(reason=error)
        return ""

    def _settle(self) -> None:
        """What nobody needs to be told any more is told no more."""
        now = self.now()
        with self.store.reading() as shifts:
            late = settled_ids(shifts.unannounced(), now)
        if late:
            with self.store.writing() as writer:
                writer.mark_announced(late)
