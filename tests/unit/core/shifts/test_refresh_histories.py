"""Whatever a calendar says, time after time: nothing is lost, doubled, or brought back."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from tests.fakes.shifts import local, subscription
from workspace_assistant.core.shifts.choosing import Choice, choose
from workspace_assistant.core.shifts.joining import LONGEST_JOINED
from workspace_assistant.core.shifts.merging import Reading, merged
from workspace_assistant.core.shifts.model import Shift
from workspace_assistant.core.shifts.ports import CalendarContent, CalendarEvent
from workspace_assistant.core.spans import Span

START = local("2026-11-23 00:00")
SOURCE = subscription()
UIDS = "abcdefgh"


@dataclass(frozen=True)
class Step:
    """A refresh, and what a person takes off after it.

    Attributes:
        unread: uids of events that cannot be read then.
        taken_off: which of the shifts shown, None for none.
    """

    events: tuple[CalendarEvent, ...]
    unread: frozenset[str]
    hours: int
    taken_off: int | None

    def choice(self) -> Choice:
        read = tuple(one for one in self.events if one.uid not in self.unread)
        return choose(CalendarContent(events=read, unread=tuple(self.unread)), SOURCE)


@dataclass
class Store:
    """Shifts by their ids, as a database holds them to their uids."""

    shifts: dict[str, Shift] = field(default_factory=dict)

    def refresh(self, choice: Choice, now: datetime) -> bool:
        """Whether anything changed."""
        reading = Reading(
            shifts=choice.shifts, until=now + timedelta(days=60), unread=choice.unread
        )
        merge = merged([*self.shifts.values()], reading, now)
        for one in merge.remove:
            del self.shifts[one.id]
        for one in merge.put:
            self.shifts[one.id] = one
            uids = [other.uid for other in self.shifts.values()]
            assert len(set(uids)) == len(uids)
        return bool(merge.remove or merge.put or merge.changes)

    def shown(self) -> list[Shift]:
        found = (one for one in self.shifts.values() if not one.is_hidden)
        return sorted(found, key=lambda one: (one.starts_at, one.ends_at))

    def take_off(self, number: int, now: datetime) -> None:
        coming = [one for one in self.shown() if one.starts_at > now]
        if coming:
            gone = coming[number % len(coming)]
            self.shifts[gone.id] = replace(gone, is_hidden=True)


def event(uid: str, hour: int, length: int, summary: str) -> CalendarEvent:
    start = START + timedelta(hours=hour)
    return CalendarEvent(
        uid=uid, summary=summary, starts=start, ends=start + timedelta(hours=length)
    )


EVENT = st.builds(
    event,
    st.sampled_from(UIDS),
    st.integers(0, 72),
    st.integers(1, 9),
    st.sampled_from(("Shift", "Phone", "Break")),
)


def steps_of(
    events: st.SearchStrategy[list[CalendarEvent]],
) -> st.SearchStrategy[list[Step]]:
    step = st.builds(
        Step,
        events.map(tuple),
        st.frozensets(st.sampled_from(UIDS), max_size=2),
        st.sampled_from((0, 1, 6, 13)),
        st.none() | st.integers(0, 5),
    )
    return st.lists(step, min_size=1, max_size=6)


@given(steps=steps_of(st.lists(EVENT, max_size=7, unique_by=lambda one: one.uid)))
def test_nothing_is_lost_doubled_or_brought_back(steps: list[Step]) -> None:
    store, now = Store(), START
    for step in steps:
        before = dict(store.shifts)
        choice = step.choice()
        store.refresh(choice, now)
        assert all(store.shifts[key] == one for key, one in before.items() if one.starts_at <= now)
        _nothing_is_lost(before, store, choice, now)
        _nothing_is_doubled(store)
        _nothing_is_brought_back(before, store, now)
        assert not store.refresh(choice, now)
        if step.taken_off is not None:
            store.take_off(step.taken_off, now)
        now += timedelta(hours=step.hours)


@given(steps=steps_of(st.lists(EVENT, max_size=7)))
def test_what_was_read_already_changes_nothing_where_events_share_a_uid(steps: list[Step]) -> None:
    store, now = Store(), START
    for step in steps:
        before = dict(store.shifts)
        store.refresh(step.choice(), now)
        assert all(store.shifts[key] == one for key, one in before.items() if one.starts_at <= now)
        assert not store.refresh(step.choice(), now)
        if step.taken_off is not None:
            store.take_off(step.taken_off, now)
        now += timedelta(hours=step.hours)


def _nothing_is_lost(before: dict[str, Shift], store: Store, choice: Choice, now: datetime) -> None:
    assert {key for key, one in before.items() if one.is_hidden} <= store.shifts.keys()
    read = {uid for one in choice.shifts for uid in one.events}
    unreadable = [
        one
        for one in before.values()
        if not one.is_hidden and (one.events - read) & set(choice.unread)
    ]
    coming = [one for one in choice.shifts if one.starts_at > now]
    shown = [one.span for one in store.shown()]
    hidden = [one for one in store.shifts.values() if one.is_hidden]
    for one in unreadable:
        assert not _left(one.span, shown)
    for one in coming:
        was_off = any(one.events & other.events or one.span == other.span for other in hidden)
        has_begun = any(
            one.span.overlaps(other.span)
            for other in store.shifts.values()
            if other.starts_at <= now
        )
        assert was_off or has_begun or not _left(one.span, shown)


def _nothing_is_doubled(store: Store) -> None:
    """What is longer together than a shift can be is several."""
    shown = store.shown()
    for number, one in enumerate(shown):
        for other in shown[number + 1 :]:
            length = max(one.ends_at, other.ends_at) - min(one.starts_at, other.starts_at)
            assert not one.span.overlaps(other.span) or length > LONGEST_JOINED


def _nothing_is_brought_back(before: dict[str, Shift], store: Store, now: datetime) -> None:
    """A shift of nothing but events that were taken off is not shown."""
    coming = [one for one in before.values() if one.starts_at > now]
    off = {uid for one in coming if one.is_hidden for uid in one.events}
    seen = {uid for one in coming if not one.is_hidden for uid in one.events}
    for one in store.shown():
        if one.starts_at > now:
            assert not one.events <= off - seen


def _left(span: Span, others: list[Span]) -> list[Span]:
    pieces = [span]
    for other in others:
        pieces = [piece for one in pieces for piece in one.without(other)]
    return pieces
