"""Writes what a source says into the store, inside a transaction of the caller."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from workspace_assistant.core.shifts.choosing import Choice
from workspace_assistant.core.shifts.local_times import zone_of
from workspace_assistant.core.shifts.merging import Merge, Reading, merged
from workspace_assistant.core.shifts.model import FeedState, Shift, Source, SourceKind
from workspace_assistant.core.shifts.patterns import pattern_shifts
from workspace_assistant.core.shifts.ports import ShiftReader, ShiftWriter
from workspace_assistant.core.shifts.refreshing import HORIZON, succeeded
from workspace_assistant.core.shifts.source_answers import Refreshed
from workspace_assistant.core.spans import FOREVER, Span

_ALWAYS = Span(datetime.min.replace(tzinfo=UTC), FOREVER)
_LONGEST_AWAY = timedelta(days=366)


def all_of(shifts: ShiftReader, source_id: str) -> tuple[Shift, ...]:
    """Everything that is known of a source, hidden and past shifts as well."""
    return shifts.of_source(source_id, _ALWAYS)


def reading_of(
    source: Source, choice: Choice, state: FeedState, now: datetime, *, with_past: bool = False
) -> Reading:
    """What a calendar says: a subscription of all days ahead, a file of the days of its events."""
    until, since = state.known_until or now, None
    if source.kind is SourceKind.FILE:
        since, until = choice.days(zone_of(source.time_zone)) or (now, now)
    return Reading(
        shifts=choice.shifts, until=until, since=since, unread=choice.unread, with_past=with_past
    )


def lost_all(shifts: ShiftReader, source: Source, choice: Choice, now: datetime) -> bool:
    """Whether a calendar that had shifts to come is empty."""
    coming = (one for one in all_of(shifts, source.id) if one.starts_at > now)
    return choice.is_empty and any(not one.is_hidden for one in coming)


def kept(
    shifts: ShiftWriter,
    source: Source,
    choice: Choice,
    state: FeedState,
    now: datetime,
    *,
    with_past: bool = False,
    is_seen: bool = False,
) -> Refreshed:
    """Makes the known shifts of a calendar what it says.

    Only changes of a subscription are to be announced: who imports a file, or chooses other events
    (*is_seen*), sees them.
    """
    is_first = shifts.feed_state(source.id).succeeded_at is None
    merge = merged(
        all_of(shifts, source.id), reading_of(source, choice, state, now, with_past=with_past), now
    )
    _write(shifts, merge)
    if source.kind is SourceKind.SUBSCRIPTION and not (is_first or is_seen):
        for change in merge.changes:
            shifts.note_change(change)
    shifts.put_feed_state(state)
    return Refreshed(source=source, state=state, changes=merge.changes, faults=choice.faults)


def extended(shifts: ShiftWriter, source: Source, now: datetime) -> Refreshed:
    """Writes the shifts of a pattern as far as they are wanted ahead.

    Days that went by while nobody looked are written as well: the pattern held on them too.
    """
    state = shifts.feed_state(source.id)
    start = min(max(state.known_until or now, now - _LONGEST_AWAY), now)
    until = now + HORIZON
    planned = pattern_shifts(source, source.pattern, Span(start, until)) if source.pattern else ()
    in_time = [one for one in planned if one.starts_at < until]
    reading = Reading(shifts=in_time, until=until, with_past=True, is_pattern=True)
    merge = merged(all_of(shifts, source.id), reading, now)
    _write(shifts, merge)
    state = replace(succeeded(state, now), known_until=until)
    shifts.put_feed_state(state)
    return Refreshed(source=source, state=state, changes=merge.changes)


def dissolved(shifts: ShiftWriter, source: Source, hand: Source, now: datetime) -> tuple[int, int]:
    """Removes a source: how many shifts are gone, and how many are now by hand."""
    known = all_of(shifts, source.id)
    stay = [one for one in known if one.starts_at <= now and not one.is_hidden]
    for one in known:
        shifts.remove(one.id)
    if stay:
        shifts.put_source(hand)
    for one in stay:
        shifts.put(replace(one, source_id=hand.id, uid=f"{source.id}:{one.uid}"))
    shifts.remove_source(source.id)
    return sum(one.starts_at > now and not one.is_hidden for one in known), len(stay)


def _write(shifts: ShiftWriter, merge: Merge) -> None:
    for gone in merge.remove:
        shifts.remove(gone.id)
    for one in merge.put:
        shifts.put(one)
