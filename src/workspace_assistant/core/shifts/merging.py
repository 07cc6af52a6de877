"""What a calendar that was read anew changes of the shifts that are known from it.

What has begun is history and stays as it is, and so does what could not be read. The rest becomes
what the calendar says.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from workspace_assistant.core.shifts import pairing
from workspace_assistant.core.shifts.begun import beside_begun
from workspace_assistant.core.shifts.model import ChangeKind, Shift, ShiftChange
from workspace_assistant.core.shifts.own_names import with_own_ids, with_own_uids
from workspace_assistant.core.shifts.taken_off import kept_off, told_apart
from workspace_assistant.core.shifts.unread import grown, torn_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What a source says now.

    Attributes:
        shifts: in no order.
        unread: uids of events that could not be understood; an empty one for any event.
        until: shifts that begin from then on were not asked for.
        since: it says nothing of shifts that begin before.
        with_past: shifts that are over are wanted as well, where they are not known.
        is_pattern: a day that was taken off stays off, whatever its times become.
    """

    shifts: Sequence[Shift]
    until: datetime
    unread: Sequence[str] = ()
    since: datetime | None = None
    with_past: bool = False
    is_pattern: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Merge:
    """What is to be written, removals first.

    Attributes:
        changes: of shifts to come that are not hidden; hidden ones may change as well.
    """

    remove: tuple[Shift, ...]
    put: tuple[Shift, ...]
    changes: tuple[ShiftChange, ...]


def merged(known: Sequence[Shift], reading: Reading, now: datetime) -> Merge:
    """*known* is all that is known of the source, hidden and past shifts as well."""
    by_id = {one.id: one for one in known}
    begun = [one for one in known if one.starts_at <= now]
    coming = [one for one in known if one.starts_at > now]
    told = beside_begun(begun, reading.shifts, now, with_past=reading.with_past)
    off, shown = told_apart(coming, told, by_day=reading.is_pattern)
    torn = {one.id for one in torn_of(coming, reading.shifts, reading.unread)}
    hidden, also_hidden = kept_off(
        [one for one in coming if one.is_hidden], torn, off, by_day=reading.is_pattern
    )
    same, new = _paired([one for one in coming if not one.is_hidden], torn, shown)
    gone = _gone(coming, [*hidden, *same], torn, [*same, *new], reading)
    kept = [by_id[key] for key in by_id.keys() - {one.id for one in gone}]
    fresh = with_own_ids([*new, *also_hidden], set(by_id))
    put = with_own_uids([*hidden, *same, *fresh], kept)
    return Merge(
        remove=tuple(gone),
        put=tuple(one for one in put if one != by_id.get(one.id)),
        changes=tuple(_changes(gone, put, by_id, now)),
    )


def _paired(
    known: Sequence[Shift], torn: Collection[str], told: Sequence[Shift]
) -> tuple[list[Shift], list[Shift]]:
    """Shifts that are known, as they are to be, and those that are new.

    By their uid; some programs give new ones each time, so then by their times, and by their day
    where that has one on either side. What could not be read stays, unless its times tell it.
    """
    in_part = [one for one in known if one.id in torn]
    events = frozenset[str]().union(*(one.events for one in in_part))
    strangers = [one for one in told if events.isdisjoint(one.events)]
    alike = pairing.unpaired(in_part, strangers).also(pairing.span)
    others = [one for one in told if not events.isdisjoint(one.events)]
    stays, beside = grown(alike.known, [*alike.told, *others])
    whole = pairing.unpaired([one for one in known if one.id not in torn], beside).also(
        pairing.uid, pairing.events, pairing.span, pairing.day
    )
    pairs = (*alike.pairs, *whole.pairs)
    return [*stays, *(replace(after, id=before.id) for before, after in pairs)], [*whole.told]


def _gone(
    coming: Sequence[Shift],
    stay: Sequence[Shift],
    torn: Collection[str],
    told: Sequence[Shift],
    reading: Reading,
) -> list[Shift]:
    """What the calendar has no more: it says nothing of other days, unless of the same time."""
    ids = {one.id for one in stay}
    return [
        one
        for one in coming
        if one.id not in ids
        and (
            one.id in torn  # it became part of another
            or (one.starts_at < reading.until and not _is_before(one, reading.since))
            or any(one.span.overlaps(other.span) for other in told)
        )
    ]


def _is_before(shift: Shift, since: datetime | None) -> bool:
    return since is not None and shift.starts_at < since


def _changes(
    gone: Iterable[Shift], put: Iterable[Shift], known: Mapping[str, Shift], now: datetime
) -> Iterable[ShiftChange]:
    shown = [one for one in put if not one.is_hidden]
    pairs = [(known[one.id], one) for one in shown if one.id in known]
    added = [one for one in shown if one.id not in known and one.ends_at > now]
    yield from (_change(ChangeKind.REMOVED, now, one, None) for one in gone)
    yield from (_change(ChangeKind.MOVED, now, *pair) for pair in pairs if _is_news(*pair))
    yield from (_change(ChangeKind.ADDED, now, None, one) for one in added)


def _is_news(before: Shift, after: Shift) -> bool:
    return (before.span, before.place) != (after.span, after.place)


def _change(
    kind: ChangeKind, now: datetime, before: Shift | None, after: Shift | None
) -> ShiftChange:
    return ShiftChange(noticed_at=now, kind=kind, before=before, after=after)
